import VanBanModel

/// One time statement of a deadline cell, cut out and understood but not yet dated.
struct Statement: Sendable {
    /// Tokens, without bullets and end punctuation.
    var range: Range<Int>
    /// The expression that tells when.
    var main: TimeExpression
    /// The first expression of the statement, and where its last one ends.
    var first: TimeExpression
    var end: Int
    /// What recurs, where `main` is a recurrence or a day that belongs to one.
    var frequencies: [Deadline.Frequency] = []
    /// The time within which it recurs (`Thường xuyên trong năm 2024`).
    var limit: TimeExpression?
    var bound: Deadline.Bound?
    var anchor: Range<Int>?
    /// Figures that look like a time and could not be read.
    var unread: [Range<Int>] = []
    /// The words for what is due end here.
    var productEnd: Int
    /// The words for what is due that an earlier statement of the list has (`Báo cáo` before `9 tháng`).
    var head: Range<Int>?
    /// Whether only `,` or `và` stands between the statement before and this one's time.
    var isListed = false
    /// The years for which a time without one is said (`Quý I các năm 2027, 2028`).
    var years: [Int] = []
    /// Whether a bracket has said when, so that a recurrence after it is another statement.
    var isClosed = false

    init(from start: Int, _ expression: TimeExpression) {
        range = start..<expression.range.upperBound
        main = expression
        first = expression
        end = expression.range.upperBound
        productEnd = expression.range.lowerBound
        bound = expression.bound
        switch expression.meaning {
        case .recurring(let found, _), .dayOfPeriod(let found): frequencies = found
        case .event(let found, _): anchor = found
        default: break
        }
    }

    /// Whether a day or a unit is printed without its year.
    var lacksYear: Bool {
        switch main.meaning {
        case .day(let date): return date.isYearMissing
        case .units(let units, _): return units.contains { $0.year == nil }
        default: return false
        }
    }

    /// Takes another expression as the one that tells when; what it had before names what is due.
    mutating func narrow(to expression: TimeExpression) {
        productEnd = expression.isBracketed ? end : expression.range.lowerBound
        main = expression
        bound = expression.bound
        if case .event(let found, _) = expression.meaning { anchor = found }
        end = expression.range.upperBound
    }
}
