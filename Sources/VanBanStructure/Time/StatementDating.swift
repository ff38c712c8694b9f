import VanBanModel

/// Turns one statement into its deadlines: fills in the plan's year and says what is doubtful.
struct StatementDating {
    private var statement: Statement
    private let tokens: TokenText
    private let location: Location
    private let year: Int?
    let years: ClosedRange<Int>?
    private let text: String
    private(set) var diagnostics: [Diagnostic] = []
    private let issued: IssueDays
    private var assumesYear = false
    private var isUndated = false
    private var isInvalid = false

    init(
        _ statement: Statement, tokens: TokenText, location: Location, year: Int?, years: ClosedRange<Int>?,
        issued: IssueDays
    ) {
        self.issued = issued
        self.statement = statement
        self.tokens = tokens
        self.location = location
        self.year = year
        self.years = years
        text = tokens.string(statement.range)
    }

    /// The deadlines: one, or one for each month or quarter of a list with gaps (`Tháng 3, 9/2024`).
    mutating func deadlines() -> [Deadline] {
        if !statement.years.isEmpty { return yearly() }
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
        case .dayOfPeriod where statement.frequencies.isEmpty:
            // `trước ngày 25`: of which month, nothing says.
            isInvalid = true
            diagnostics.append(Diagnostic(.unparsedDeadline, at: location, arguments: [text]))
        case .recurring, .dayOfPeriod:
            result[0].kind = .recurring
            result[0].frequency = frequencies
            limit(&result[0])
        case .event(let anchor, let count):
            result[0].kind = .relative
            hang(&result[0], on: anchor, count)
        case .regulation:
            result[0].kind = .asRegulated
            result[0].anchor = lawgiver
        case .unread:
            isInvalid = true
            diagnostics.append(Diagnostic(.unparsedDeadline, at: location, arguments: [text]))
        case .impossible:
            isInvalid = true
            let words = tokens.string(statement.main.range)
            diagnostics.append(Diagnostic(.impossiblePeriod, at: location, arguments: [words]))
        }
        if statement.frequencies == [.periodic], statement.main.isRecurring,
            FrequencyReader.isUnannounced(statement.main.range, in: tokens), statement.limit == nil
        {
            result[0].kind = .relative
            result[0].frequency = []
        }
        if isInvalid || isHalf { result = [unread(like: deadline)] }
        report(on: result)
        return result
    }

    /// The same time in each year of a list.
    private mutating func yearly() -> [Deadline] {
        let years = statement.years
        let printed = statement.main.meaning
        statement.years = []
        var result: [Deadline] = []
        for year in years {
            switch printed {
            case .day(var date):
                date.year = year
                statement.main.meaning = .day(date)
            case .units(var units, let isRange):
                for index in units.indices { units[index].year = units[index].year ?? year }
                statement.main.meaning = .units(units, isRange: isRange)
            case .edge(let edge, var unit):
                unit.year = year
                statement.main.meaning = .edge(edge, unit)
            default: break
            }
            result += deadlines()
        }
        var told: Set<Diagnostic> = []
        diagnostics = diagnostics.filter { told.insert($0).inserted }
        return result
    }

    /// Whether figures that could not be read are one end of the time that was, so that what was is half of it.
    private var isHalf: Bool {
        let time = statement.main.range
        return statement.unread.contains { range in
            range.lowerBound <= time.upperBound + 1 && range.upperBound + 1 >= time.lowerBound
        }
    }

    /// What cannot be is left out whole: half of a range would look like an open one.
    private func unread(like deadline: Deadline) -> Deadline {
        var unread = deadline
        unread.bound = nil
        unread.anchor = nil
        return unread
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
        if ProductWords.occasionEnd(at: statement.range.lowerBound, in: tokens) != nil { return nil }
        let range = ProductWords.trimmed(
            statement.range.lowerBound..<max(statement.range.lowerBound, statement.productEnd), in: tokens)
        let head =
            statement.head.flatMap {
                ProductWords.occasionEnd(at: $0.lowerBound, in: tokens) == nil
                    ? ProductWords.trimmed($0, in: tokens) : nil
            } ?? 0..<0
        let words = [head, range].filter { !$0.isEmpty }.map { tokens.string($0) }
        return words.isEmpty ? productBehind : words.joined(separator: " ")
    }

    /// What is due, where it stands behind the time: `Quý I: xây dựng Đề án`, `trước ngày 15/6 (báo cáo 6 tháng)`.
    private var productBehind: String? {
        let end = statement.end
        guard statement.first.range.lowerBound == statement.range.lowerBound, statement.main.isDated,
            end < statement.range.upperBound
        else { return nil }
        var range = end..<statement.range.upperBound
        if tokens.key(end) == "(" {
            guard let close = range.first(where: { tokens.key($0) == ")" }), Due.isDue(at: end + 1, in: tokens) else {
                return nil
            }
            range = (end + 1)..<close
        } else if tokens.key(end) != ":", !Due.isDue(at: end, in: tokens) {
            return nil
        }
        range = ProductWords.trimmed(range, in: tokens)
        return range.isEmpty ? nil : tokens.string(range)
    }

    private var anchor: String? {
        if let anchor = statement.anchor, !anchor.isEmpty {
            return tokens.string(CellSplitter(tokens: tokens).trimmed(anchor))
        }
        let start = statement.range.lowerBound
        // `Nhân ngày doanh nhân Việt Nam (13/10)`
        guard let opening = ProductWords.occasionEnd(at: start, in: tokens) else { return nil }
        let range = ProductWords.trimmed(opening..<max(opening, statement.productEnd), in: tokens)
        return range.isEmpty ? nil : tokens.string(range)
    }

    /// The words for what lays down the time: `Kế hoạch 27/KH-UBND` after `theo`.
    private var lawgiver: String? {
        let words = statement.main.range
        let range = min(words.lowerBound + 1, words.upperBound)..<words.upperBound
        let trimmed = CellSplitter(tokens: tokens).trimmed(range)
        return trimmed.isEmpty ? nil : tokens.string(trimmed)
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
        let year = date.year ?? assumed(date.yearOffset)
        guard let day = date.date(inYear: year) else {
            if year != nil || date.isInvalid {
                let words = tokens.string(date.range)
                diagnostics.append(Diagnostic(.invalidDate, at: location, arguments: [words]))
                isInvalid = true
            }
            return nil
        }
        if date.hasShortYear { reportShortYear(day.year) }
        return day
    }

    private func put(_ day: CalendarDate?, bound: Deadline.Bound, in deadline: inout Deadline) {
        deadline.bound = bound == .within ? .on : bound
        deadline.end = bound == .after ? nil : day
        if [.on, .after, .within].contains(bound) { deadline.start = day }
    }

    private mutating func resolve(_ units: [CalendarUnit], isRange: Bool, like deadline: Deadline) -> [Deadline] {
        var result: [Deadline] = []
        if let unit = units.last, unit.hasShortYear, let year = unit.year {
            // `Tháng 6/15` may be a day written the wrong way round.
            guard years.map({ ($0.lowerBound - 1...$0.upperBound + 1).contains(year) }) ?? true else {
                diagnostics.append(Diagnostic(.unparsedDeadline, at: location, arguments: [text]))
                isInvalid = true
                return [deadline]
            }
            reportShortYear(year)
        }
        for (index, unit) in units.enumerated() {
            let year = unit.year ?? assumed(unit.yearOffset)
            let first = year.flatMap { unit.first(in: $0) }
            let last = year.flatMap { unit.last(in: $0) }
            if index > 0, isRange || units[index - 1].isFollowed(by: unit) {
                result[result.count - 1].kind = .range
                result[result.count - 1].end = last
                // `Tháng 11 - 02/2027`: one year is printed, and the range begins in the one before it.
                if isRange, let start = result[result.count - 1].start, let last, start > last,
                    start.year == last.year, isPlanned(last.year - 1)
                {
                    result[result.count - 1].start = units[0].first(in: last.year - 1)
                }
                if let first = result[result.count - 1].start, let last, first > last {
                    diagnostics.append(Diagnostic(.reversedPeriod, at: location, arguments: [text]))
                }
                continue
            }
            var one = deadline
            one.kind = unit.kind
            one.bound = deadline.bound ?? .within
            one.start = first
            one.end = last
            // `trước tháng 12/2025`: as with a day, the end is the first day on which it is too late.
            if one.bound == .before {
                one.start = nil
                one.end = first
            }
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
        runForward(from, to, &deadline)
        if let start = deadline.start, let end = deadline.end, start > end {
            diagnostics.append(Diagnostic(.reversedPeriod, at: location, arguments: [text]))
        }
    }

    private mutating func resolve(
        _ endpoint: TimeExpression.Endpoint, isStart: Bool, year other: Int?
    ) -> CalendarDate? {
        switch endpoint {
        case .day(var date):
            if date.yearOffset == 0 { date.year = date.year ?? other }
            return resolve(date)
        case .unit(let unit):
            guard let year = year(of: unit, or: other) else { return nil }
            return isStart ? unit.first(in: year) : unit.last(in: year)
        case .edge(let edge, var unit):
            unit.year = year(of: unit, or: other)
            return unit.year == nil ? nil : resolve(edge, of: unit)
        }
    }

    /// The year of one end of a range: its own, the other end's, or the plan's.
    private mutating func year(of unit: CalendarUnit, or other: Int?) -> Int? {
        unit.year ?? (unit.yearOffset == 0 ? other : nil) ?? assumed(unit.yearOffset)
    }

    private mutating func limit(_ deadline: inout Deadline) {
        guard let limit = statement.limit else { return }
        switch limit.meaning {
        case .units(let units, _):
            guard let first = units.first, let last = units.last else { return }
            let start = (first.year ?? assumed(first.yearOffset)).flatMap { first.first(in: $0) }
            // `hằng quý đến năm 2030` begins when the plan does.
            let isOpen = limit.bound == .by || limit.bound == .before
            deadline.start = isOpen ? nil : start
            deadline.end =
                limit.bound == .before
                ? start : (last.year ?? assumed(last.yearOffset)).flatMap { last.last(in: $0) }
            if isOpen { deadline.bound = limit.bound }
        case .range(let from, let to):
            resolve(from: from, to: to, in: &deadline)
        default: return
        }
        deadline.bound = deadline.bound ?? .within
    }

    /// Puts in the count from an event, the event's day where it is known, and the day that both give.
    private mutating func hang(_ deadline: inout Deadline, on anchor: Range<Int>?, _ count: DayCount?) {
        deadline.offset = count?.duration
        deadline.direction = count?.direction
        deadline.workingDays = count?.unit == .workingDay
        guard let anchor else { return }
        if let date = DateReader.date(at: anchor.lowerBound, in: tokens, defaultYear: nil),
            date.range.upperBound >= anchor.upperBound
        {
            deadline.anchorDate = resolve(date)
        } else {
            deadline.anchorDate = issued.day(namedBy: anchor, in: tokens)
        }
        guard let count, let day = deadline.anchorDate, let end = count.end(after: day) else { return }
        // After the end of a count nothing ends.
        if deadline.bound == .after { deadline.start = end } else { deadline.end = end }
    }

    private mutating func reportShortYear(_ year: Int) {
        diagnostics.append(Diagnostic(.shortYear, at: location, arguments: [text, String(year)]))
    }

    // MARK: Doubts

    private mutating func report(on deadlines: [Deadline]) {
        for range in statement.unread {
            diagnostics.append(Diagnostic(.unparsedDeadline, at: location, arguments: [tokens.string(range)]))
        }
        guard !isInvalid else { return }
        if isUndated {
            diagnostics.append(Diagnostic(.unknownYear, at: location, arguments: [text]))
        }
        if assumesYear, let year {
            diagnostics.append(Diagnostic(.assumedYear, at: location, arguments: [text, String(year)]))
        }
        guard let years else { return }
        let isOutside = deadlines.contains { deadline in
            // A range that the plan's years are part of, or that reaches into them, is none to doubt.
            if let start = deadline.start, let end = deadline.end, start <= end,
                deadline.kind == .range || deadline.kind == .recurring
            {
                return end.year < years.lowerBound || start.year > years.upperBound
            }
            return [deadline.start, deadline.end].contains { $0.map { !years.contains($0.year) } ?? false }
        }
        if isOutside {
            let period =
                years.count == 1
                ? String(years.lowerBound) : String(years.lowerBound) + "–" + String(years.upperBound)
            diagnostics.append(Diagnostic(.yearOutsidePeriod, at: location, arguments: [text, period]))
        }
    }
}
