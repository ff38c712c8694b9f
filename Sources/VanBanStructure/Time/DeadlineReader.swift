import VanBanModel
import VanBanReading

/// Reads the time statements of a deadline cell.
///
/// A statement without a year is of the plan's year. Days are kept as they are printed: that a period in months ends
/// with its last day, and what `đầu`, `giữa` and `cuối` mean, is from Bộ luật Dân sự 2015, Điều 145–148.
struct DeadlineReader: Sendable {
    private let year: Int?
    private let years: ClosedRange<Int>?
    private let issued: IssueDays

    /// - Parameters:
    ///   - year: the plan's year, nil if unknown.
    ///   - period: the plan's period; without one it is the year. Where it has several years, none is assumed.
    ///   - issued: the days of issue of the document's own instruments.
    init(year: Int?, period: Period?, issued: IssueDays = IssueDays()) {
        self.issued = issued
        let first = period?.start?.year ?? year
        let last = period?.end?.year ?? year
        if let first, let last, first <= last {
            years = first...last
            self.year = year ?? (first == last ? first : nil)
        } else {
            years = nil
            self.year = year
        }
    }

    /// The statements of a cell in order, and what is doubtful about them. An empty cell has neither.
    func read(_ cell: Stretch, in text: SourceText) -> (deadlines: [Deadline], diagnostics: [Diagnostic]) {
        let printed = TokenText(cell, in: text)
        guard printed.tokens.contains(where: { $0.kind == .number || $0.kind == .word }) else { return ([], []) }
        var deadlines: [Deadline] = []
        let repaired = RepairedTokens(printed)
        let tokens = repaired.tokens
        var diagnostics = repaired.diagnostics
        var found: [(range: Range<Int>, statement: Statement?)] = []
        let reader = StatementReader(tokens: tokens)
        for segment in CellSplitter(tokens: tokens).segments() { found += reader.statements(in: segment) }
        shareYears(&found)
        for (range, statement) in found {
            let location = text.location(of: tokens.stretch(range).hull)
            guard let statement else {
                let words = tokens.string(range)
                deadlines.append(Deadline(text: words, kind: .unparsed, location: location))
                diagnostics.append(Diagnostic(.unparsedDeadline, at: location, arguments: [words]))
                continue
            }
            var dating = StatementDating(
                statement, tokens: tokens, location: location, year: year, years: years, issued: issued)
            deadlines += dating.deadlines()
            diagnostics += dating.diagnostics
        }
        return (deadlines, diagnostics)
    }

    /// `Ngày 30/6 và 31/12/2024`: the year at the end of a list is that of the whole list.
    private func shareYears(_ found: inout [(range: Range<Int>, statement: Statement?)]) {
        for index in found.indices.dropLast().reversed() {
            guard let next = found[index + 1].statement, next.isListed else { continue }
            switch (found[index].statement?.main.meaning, next.main.meaning) {
            case (.day(var date), .day(let following)) where date.year == nil:
                date.year = following.year
                found[index].statement?.main.meaning = .day(date)
            case (.units(var units, let isRange), .units(let following, _)):
                for position in units.indices where units[position].year == nil {
                    units[position].year = following.last?.year
                }
                found[index].statement?.main.meaning = .units(units, isRange: isRange)
            case (.day, .recurring), (.units, .recurring):
                // `Tháng 6 và tháng 12 hằng năm`
                guard next.first.isDated, let current = found[index].statement, current.lacksYear else { continue }
                found[index].statement?.main.meaning = next.main.meaning
                found[index].statement?.frequencies = next.frequencies
            default: break
            }
        }
    }
}
