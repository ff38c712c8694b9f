import VanBanModel

/// Turns one statement into its deadlines: fills in the plan's year and says what is doubtful.
struct StatementDating {
    private let statement: Statement
    private let tokens: TokenText
    private let location: Location
    private let year: Int?
    private let years: ClosedRange<Int>?
    private let text: String
    private(set) var diagnostics: [Diagnostic] = []
    private var assumesYear = false
    private var isUndated = false

    init(_ statement: Statement, tokens: TokenText, location: Location, year: Int?, years: ClosedRange<Int>?) {
        self.statement = statement
        self.tokens = tokens
        self.location = location
        self.year = year
        self.years = years
        text = tokens.string(statement.range)
    }

    /// The deadlines: one, or one for each month or quarter of a list with gaps (`Tháng 3, 9/2024`).
    mutating func deadlines() -> [Deadline] {
        var deadline = Deadline(text: text, kind: .unparsed, bound: statement.bound, location: location)
        deadline.product = product
        deadline.anchor = anchor
        var result = [deadline]
        switch statement.main.meaning {
        case .day(let date):
            result[0].kind = .date
            result[0].frequency = frequencies
            put(resolve(date), bound: statement.bound ?? .on, in: &result[0])
        case .units(let units, let isRange):
            result = resolve(units, isRange: isRange, like: deadline)
        case .edge(let edge, let unit):
            result[0].kind = .date
            let day = resolve(edge, of: unit)
            put(day, bound: statement.bound ?? (edge == .last ? .by : .on), in: &result[0])
        case .range(let from, let to):
            result[0].kind = .range
            resolve(from: from, to: to, in: &result[0])
        case .recurring, .dayOfPeriod:
            result[0].kind = .recurring
            result[0].frequency = frequencies
            limit(&result[0])
        case .event(let anchor, let count):
            result[0].kind = .relative
            result[0].end = end(of: count, after: anchor)
        case .regulation:
            result[0].kind = .asRegulated
        }
        report(on: result)
        return result
    }

    /// Without doubles, in the order of the words; `định kỳ` says nothing beside another frequency.
    private var frequencies: [Deadline.Frequency] {
        var result: [Deadline.Frequency] = []
        for frequency in statement.frequencies where !result.contains(frequency) { result.append(frequency) }
        if result.count > 1 { result.removeAll { $0 == .periodic } }
        return result
    }

    // MARK: What is due

    private var product: String? {
        if ProductWords.isOccasion(at: statement.range.lowerBound, in: tokens) { return nil }
        let range = ProductWords.trimmed(
            statement.range.lowerBound..<max(statement.range.lowerBound, statement.productEnd), in: tokens)
        let head = statement.head.map { ProductWords.trimmed($0, in: tokens) } ?? 0..<0
        let words = [head, range].filter { !$0.isEmpty }.map { tokens.string($0) }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    private var anchor: String? {
        if let anchor = statement.anchor, !anchor.isEmpty {
            return tokens.string(CellSplitter(tokens: tokens).trimmed(anchor))
        }
        let start = statement.range.lowerBound
        // `Nhân ngày doanh nhân Việt Nam (13/10)`
        guard ProductWords.isOccasion(at: start, in: tokens) else { return nil }
        let range = ProductWords.trimmed((start + 1)..<max(start + 1, statement.productEnd), in: tokens)
        return range.isEmpty ? nil : tokens.string(range)
    }

    // MARK: Dates

    /// The year of something that prints none.
    private mutating func assumed(_ offset: Int = 0) -> Int? {
        guard let year else {
            isUndated = true
            return nil
        }
        assumesYear = true
        return year + offset
    }

    private mutating func resolve(_ date: PrintedDate) -> CalendarDate? {
        let year = date.year ?? assumed()
        guard let day = date.date(inYear: year) else {
            if year != nil || date.isInvalid {
                let words = tokens.string(date.range)
                diagnostics.append(Diagnostic(.invalidDate, at: location, arguments: [words]))
            }
            return nil
        }
        return day
    }

    private func put(_ day: CalendarDate?, bound: Deadline.Bound, in deadline: inout Deadline) {
        deadline.bound = bound == .within ? .on : bound
        deadline.end = bound == .after ? nil : day
        if [.on, .after, .within].contains(bound) { deadline.start = day }
    }

    private mutating func resolve(_ units: [CalendarUnit], isRange: Bool, like deadline: Deadline) -> [Deadline] {
        var result: [Deadline] = []
        for (index, unit) in units.enumerated() {
            let year = unit.year ?? assumed(unit.yearOffset)
            let first = year.flatMap { unit.first(in: $0) }
            let last = year.flatMap { unit.last(in: $0) }
            if index > 0, isRange || units[index - 1].isFollowed(by: unit) {
                result[result.count - 1].kind = .range
                result[result.count - 1].end = last
                continue
            }
            var one = deadline
            one.kind = unit.kind
            one.bound = deadline.bound ?? .within
            one.start = first
            one.end = last
            // `sau quý I/2024`: what comes after its end has no end of its own.
            if one.bound == .after {
                one.start = last
                one.end = nil
            }
            result.append(one)
        }
        return result
    }

    private mutating func resolve(_ edge: TimeExpression.Edge, of unit: CalendarUnit) -> CalendarDate? {
        guard let year = unit.year ?? assumed(unit.yearOffset) else { return nil }
        switch edge {
        case .first: return unit.first(in: year)
        case .last: return unit.last(in: year)
        case .middle:
            guard let first = unit.first(in: year) else { return nil }
            // Half a year ends on the last day of June; a month's middle is its 15th day.
            if unit.length == 12 { return CalendarDate(year: year, month: 6, day: 30) }
            return CalendarDate(year: year, month: first.month + unit.length / 2, day: 15)
        }
    }

    private mutating func resolve(
        from: TimeExpression.Endpoint?, to: TimeExpression.Endpoint?, in deadline: inout Deadline
    ) {
        let endYear = to.flatMap(Self.year)
        deadline.start = from.flatMap { resolve($0, isStart: true, year: endYear) }
        deadline.end = to.flatMap { resolve($0, isStart: false, year: from.flatMap(Self.year)) }
        if let start = deadline.start, let end = deadline.end, start > end {
            diagnostics.append(Diagnostic(.reversedPeriod, at: location, arguments: [text]))
        }
    }

    private mutating func resolve(
        _ endpoint: TimeExpression.Endpoint, isStart: Bool, year other: Int?
    ) -> CalendarDate? {
        switch endpoint {
        case .day(var date):
            date.year = date.year ?? other
            return resolve(date)
        case .unit(let unit):
            guard let year = unit.year ?? other ?? assumed(unit.yearOffset) else { return nil }
            return isStart ? unit.first(in: year) : unit.last(in: year)
        }
    }

    private static func year(_ endpoint: TimeExpression.Endpoint) -> Int? {
        switch endpoint {
        case .day(let date): return date.year
        case .unit(let unit): return unit.year
        }
    }

    private mutating func limit(_ deadline: inout Deadline) {
        guard let limit = statement.limit else { return }
        switch limit.meaning {
        case .units(let units, _):
            guard let first = units.first, let last = units.last else { return }
            deadline.start = (first.year ?? assumed(first.yearOffset)).flatMap { first.first(in: $0) }
            deadline.end = (last.year ?? assumed(last.yearOffset)).flatMap { last.last(in: $0) }
        case .range(let from, let to):
            resolve(from: from, to: to, in: &deadline)
        default: return
        }
        deadline.bound = deadline.bound ?? .within
    }

    /// The day that a printed event and a count give.
    private mutating func end(of count: DayCount?, after anchor: Range<Int>?) -> CalendarDate? {
        guard let count, let anchor,
            let date = DateReader.date(at: anchor.lowerBound, in: tokens, defaultYear: nil),
            date.range.upperBound >= anchor.upperBound, let day = resolve(date)
        else { return nil }
        return count.end(after: day)
    }

    // MARK: Doubts

    private mutating func report(on deadlines: [Deadline]) {
        if isUndated {
            diagnostics.append(Diagnostic(.unparsedDeadline, at: location, arguments: [text]))
        }
        if assumesYear, let year {
            diagnostics.append(Diagnostic(.assumedYear, at: location, arguments: [text, String(year)]))
        }
        guard let years else { return }
        let isOutside = deadlines.contains { deadline in
            [deadline.start, deadline.end].contains { $0.map { !years.contains($0.year) } ?? false }
        }
        if isOutside {
            let period =
                years.count == 1
                ? String(years.lowerBound) : String(years.lowerBound) + "–" + String(years.upperBound)
            diagnostics.append(Diagnostic(.yearOutsidePeriod, at: location, arguments: [text, period]))
        }
    }
}

/// The words for what is due, without those that only lead over to the time.
enum ProductWords {
    static func trimmed(_ range: Range<Int>, in tokens: TokenText) -> Range<Int> {
        var range = CellSplitter(tokens: tokens).trimmed(range)
        var changed = true
        while changed, !range.isEmpty {
            changed = false
            if tokens.key(range.upperBound - 1) == "(" {
                range = range.lowerBound..<(range.upperBound - 1)
                changed = true
            }
            for phrase in links {
                let start = range.upperBound - phrase.keys.count
                guard start >= range.lowerBound, tokens.matches(phrase, at: start) else { continue }
                range = range.lowerBound..<start
                changed = true
            }
            range = CellSplitter(tokens: tokens).trimmed(range)
        }
        if verbs.contains(where: { $0.keys.count == range.count && tokens.matches($0, at: range.lowerBound) }) {
            return range.lowerBound..<range.lowerBound
        }
        return range
    }

    static func isOccasion(at index: Int, in tokens: TokenText) -> Bool {
        tokens.firstMatch(occasions, at: index) != nil
    }

    private static let links = Phrase.list([
        "xong", "hoàn thành", "thực hiện xong", "hoàn thành xong", "thời gian", "thời hạn", "dự kiến", "định kỳ",
        "ngày",
        "của", "theo", "bắt đầu",
    ])
    /// Verbs that name nothing by themselves.
    private static let verbs = Phrase.list([
        "thực hiện", "triển khai", "triển khai thực hiện", "tổ chức", "tổ chức thực hiện", "tổ chức triển khai",
        "tiến hành",
    ])
    private static let occasions = Phrase.list(["nhân", "dịp", "nhân dịp", "vào dịp"])
}
