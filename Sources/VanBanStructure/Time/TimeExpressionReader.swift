import VanBanModel

/// Reads the expressions of time in a stretch of words.
struct TimeExpressionReader {
    let tokens: TokenText
    let units: CalendarUnitReader
    let frequencies: FrequencyReader

    init(tokens: TokenText) {
        self.tokens = tokens
        units = CalendarUnitReader(tokens: tokens)
        frequencies = FrequencyReader(tokens: tokens)
    }

    /// The expressions of a range of tokens, in order; none overlaps another.
    /// - Parameter limit: how many are looked for.
    func expressions(in range: Range<Int>, limit: Int = .max) -> [TimeExpression] {
        var found: [TimeExpression] = []
        var index = range.lowerBound
        var depth = 0
        while index < range.upperBound, found.count < limit {
            if tokens.tokens.indices.contains(index), TimeOpenings.contains(tokens.tokens[index]),
                var expression = expression(at: index, in: range), expression.range.upperBound <= range.upperBound,
                !isTorn(expression, after: found.last?.range.upperBound)
            {
                expression.isBracketed = depth > 0
                found.append(expression)
                index = expression.range.upperBound
                continue
            }
            if let end = CitedDay.end(at: index, in: tokens), end <= range.upperBound {
                index = end
                continue
            }
            if tokens.key(index) == "(" { depth += 1 }
            if tokens.key(index) == ")" { depth = max(0, depth - 1) }
            index += 1
        }
        if found.isEmpty, let years = loneYears(in: range) { found.append(years) }
        return found
    }

    /// Whether it begins in the middle of figures that could not be read (`6/2026` of `l5/6/2026`).
    private func isTorn(_ expression: TimeExpression, after end: Int?) -> Bool {
        let start = expression.range.lowerBound
        guard expression.isDated, tokens.number(start) != nil, tokens.isGlued(start), start - 1 != end else {
            return false
        }
        return tokens.key(start - 1) == "/" && tokens.isGlued(start - 1)
    }

    /// The expression that begins at a token, its operator included.
    func expression(at index: Int, in range: Range<Int>) -> TimeExpression? {
        if CountedNumber.stands(at: index, in: tokens) { return counted(at: index) }
        guard var found = any(at: index, in: range) else { return nil }
        // Of a month or a day that comes again in the years that follow, the first is the one that is said.
        if found.isDated, let onward = OnwardTime(at: found.range.upperBound, in: tokens) {
            found.range = index..<onward.end
        }
        // Of which day of our calendar it is nothing is said.
        if found.meaning != .regulation, let end = UnsureTime.lunarEnd(at: found.range.upperBound, in: tokens) {
            found = TimeExpression(meaning: .unread, range: index..<end)
        }
        return found
    }

    /// `Kỳ 6 tháng đầu năm`: behind a word that counts a number still has its months, and no day or month has it.
    private func counted(at index: Int) -> TimeExpression? {
        if let months = units.monthsOfYear(at: index) {
            return TimeExpression(meaning: .units([months.unit], isRange: false), range: index..<months.end)
        }
        return frequencies.frequency(at: index).map {
            TimeExpression(meaning: .recurring($0.frequencies, isExplicit: $0.isExplicit), range: $0.range)
        }
    }

    private func any(at index: Int, in range: Range<Int>) -> TimeExpression? {
        let opens = index == range.lowerBound
        if let end = UnsureTime.end(at: index, in: tokens, opens: opens), end <= range.upperBound {
            return TimeExpression(meaning: .unread, range: index..<end)
        }
        let operation = TimeOperator(at: index, in: tokens)
        if let operation,
            let end = UnsureTime.end(at: operation.end, in: tokens, opens: true), end <= range.upperBound
        {
            return TimeExpression(meaning: .unread, range: index..<end)
        }
        if let period = EventReader(reader: self).namedPeriod(at: index, in: range) { return period }
        if let days = SharedTail(tokens: tokens).span(at: index) { return days }
        if let event = EventReader(reader: self).event(at: index, in: range) { return event }
        if let span = RangeReader(reader: self).range(at: index) { return span }
        if let end = ImpossibleUnit.end(at: index, in: tokens) {
            return TimeExpression(meaning: .impossible, range: index..<end)
        }
        if let printed = frequencies.frequency(at: index) {
            return TimeExpression(
                meaning: .recurring(printed.frequencies, isExplicit: printed.isExplicit), range: printed.range)
        }
        let start = operation?.end ?? Clock.end(at: index, in: tokens) ?? index
        if operation != nil, let end = ImpossibleUnit.end(at: start, in: tokens) {
            return TimeExpression(meaning: .impossible, range: index..<end)
        }
        if let operation, let days = SharedTail(tokens: tokens).span(at: start) {
            return limited(days, by: operation, from: index)
        }
        if let time = time(at: start, operation: operation, opens: opens) {
            return TimeExpression(meaning: time.meaning, range: index..<time.end, bound: operation?.bound)
        }
        return EventReader(reader: self).reference(at: index, in: range)
    }

    /// The time after an operator, or without one.
    private func time(
        at index: Int, operation: TimeOperator?, opens: Bool
    ) -> (meaning: TimeExpression.Meaning, end: Int)? {
        let isOpen = opens || Due.joins(tokens.key(index - 1))
        if let day = SharedTail(tokens: tokens).listedDay(at: index, opens: isOpen) {
            return (.day(day), day.range.upperBound)
        }
        if let part = PartOfUnit(tokens: tokens, units: units).part(at: index) { return part }
        if let day = dayOfPeriod(at: index, operation: operation) { return day }
        if let date = DateReader.date(
            at: index, in: tokens, defaultYear: nil, isNamed: isListedDay(index) || isDayAfter(operation, at: index))
        {
            return (.day(date), date.range.upperBound)
        }
        if let date = EnglishDate.at(index, in: tokens) ?? EnglishDate.ofSheet(at: index, in: tokens) {
            return (.day(date), date.range.upperBound)
        }
        if let month = EnglishDate.monthOfSheet(at: index, in: tokens) {
            return (.units([month], isRange: false), index + 3)
        }
        if let edge = edge(at: index) { return edge }
        if let found = units.units(at: index) {
            return (.units(found.units, isRange: found.isRange), found.end)
        }
        guard operation != nil else { return nil }
        if let year = tokens.year(index), tokens.key(index + 1) != "/" {
            return (.units([CalendarUnit(scale: .year, year: year)], isRange: false), index + 1)
        }
        // `trong năm`, `hết năm`
        if operation?.bound != .before, operation?.bound != .after, tokens.key(index) == Words.year {
            return (.units([CalendarUnit(scale: .year, year: nil)], isRange: false), index + 1)
        }
        // `trước 3 tháng cuối quý` names no day that could be kept.
        if let recurring = frequencies.frequency(at: index), recurring.isExplicit {
            return (.dayOfPeriod(recurring.frequencies), recurring.range.upperBound)
        }
        return nil
    }

    /// `trước 15-20/9/2026` is due by the last of the days.
    private func limited(_ days: TimeExpression, by operation: TimeOperator, from index: Int) -> TimeExpression {
        var limited = days
        limited.range = index..<days.range.upperBound
        guard operation.bound != .within else { return limited }
        limited.bound = operation.bound
        if case .range(_, let end) = days.meaning, operation.bound == .before || operation.bound == .by {
            limited.meaning = .range(from: nil, to: end)
            limited.bound = .by
        }
        return limited
    }

    /// Whether a number follows a day in words and a joining word (`ngày 15 tháng 6 và 15 tháng 12`).
    private func isListedDay(_ index: Int) -> Bool {
        Due.joins(tokens.key(index - 1)) && tokens.number(index - 2) != nil && tokens.key(index - 3) == Words.month
            && tokens.number(index - 4) != nil && tokens.number(index) != nil && tokens.number(index + 2) != nil
    }

    /// `trước 30 tháng 6`
    private func isDayAfter(_ operation: TimeOperator?, at index: Int) -> Bool {
        guard operation?.bound == .before || operation?.bound == .by, tokens.number(index + 2) != nil else {
            return false
        }
        return tokens.key(index + 3) != Words.time && tokens.key(index + 3) != Words.month
    }

    /// `ngày 15 của quý/6 tháng/năm`, `ngày 15 hằng tháng`, `ngày 15 của tháng cuối kỳ báo cáo`, `3 tháng cuối quý`
    private func dayOfPeriod(
        at index: Int, operation: TimeOperator?
    ) -> (meaning: TimeExpression.Meaning, end: Int)? {
        if let weekday = Weekday.end(at: index, in: tokens) {
            guard let printed = frequencies.frequency(at: weekday), printed.isExplicit else { return nil }
            return (.dayOfPeriod(printed.frequencies), printed.range.upperBound)
        }
        var next = index
        let named = tokens.key(next) == Words.day
        if named { next += 1 }
        // `ngày 05 và ngày 20 hằng tháng`
        while named, tokens.shortNumber(next) != nil, Due.joins(tokens.key(next + 1)), tokens.key(next + 1) != "/" {
            var other = next + 2
            if tokens.key(other) == Words.day { other += 1 }
            guard tokens.shortNumber(other) != nil, tokens.key(other + 1) != "/" else { break }
            next = other
        }
        let dayEnd = next + 1
        let isLastDay = named && tokens.key(next) == Words.last
        guard tokens.shortNumber(next) != nil || isLastDay, named || operation != nil else { return nil }
        next += 1
        let isOf = tokens.key(next) == Words.of
        if isOf { next += 1 }
        var end = next
        var found: [Deadline.Frequency] = []
        if tokens.key(next) == Words.month,
            tokens.key(next + 1) == Words.last || tokens.key(next + 1) == Words.first
        {
            next += 2
            if tokens.key(next) == Words.of { next += 1 }
            end = next
            if let phrase = tokens.firstMatch(Self.reportPeriod, at: next) {
                next += phrase.keys.count
                end = next
                found = [.periodic]
            }
        }
        while found != [.periodic], let printed = frequencies.frequency(at: next) {
            guard isOf || end != dayEnd || printed.isExplicit || !found.isEmpty else { return nil }
            found += printed.frequencies
            end = printed.range.upperBound
            next = end
            if ["/", ",", Words.and].contains(tokens.key(next)) { next += 1 }
        }
        if found.isEmpty {
            // `hằng tháng trước ngày 25`
            let isBare =
                named && operation != nil && !isOf && tokens.key(dayEnd) != Words.month
                && tokens.key(dayEnd) != "/" && DateReader.date(at: index, in: tokens, defaultYear: nil) == nil
            return isBare ? (.dayOfPeriod([]), dayEnd) : nil
        }
        return (.dayOfPeriod(found), end)
    }

    /// `cuối tháng 6/2024`, `đầu năm`, `cuối quý`
    private func edge(at index: Int) -> (meaning: TimeExpression.Meaning, end: Int)? {
        if let found = edgeOfUnit(at: index) {
            // `Tuần đầu tháng 4`: as with `Tuần 2 tháng 4` the month is said. `Mười ngày đầu tháng 6` nobody counts.
            if tokens.key(index - 1) == Words.week { return (.units([found.unit], isRange: false), found.end) }
            if tokens.key(index - 1) == Words.day, Self.counts.contains(tokens.key(index - 2)) {
                return (.unread, found.end)
            }
            // Of `kỳ họp cuối năm 2026` only the year is known.
            let isMeeting = (1...4).contains { tokens.key(index - $0) == Words.meeting }
            return (isMeeting ? .units([found.unit], isRange: false) : .edge(found.edge, found.unit), found.end)
        }
        guard Self.edges[tokens.key(index)] != nil else { return nil }
        if let printed = frequencies.frequency(at: index + 1), tokens.number(index + 1) == nil,
            !printed.frequencies.contains(.continuous)
        {
            return (.dayOfPeriod(printed.frequencies), printed.range.upperBound)
        }
        return nil
    }

    /// `cuối tháng 6/2024`, `đầu năm`
    func edgeOfUnit(at index: Int) -> (edge: TimeExpression.Edge, unit: CalendarUnit, end: Int)? {
        guard let edge = Self.edges[tokens.key(index)] else { return nil }
        if let found = units.units(at: index + 1), found.units.count == 1 { return (edge, found.units[0], found.end) }
        guard tokens.key(index + 1) == Words.year else { return nil }
        return (edge, CalendarUnit(scale: .year, year: nil), index + 2)
    }

    /// A cell that is nothing but a year, or years of a list: `2026, 2027 và 2028`.
    private func loneYears(in range: Range<Int>) -> TimeExpression? {
        var units: [CalendarUnit] = []
        var index = range.lowerBound
        while index < range.upperBound, let year = tokens.year(index) {
            units.append(CalendarUnit(scale: .year, year: year))
            index += 1
            if index < range.upperBound {
                guard [",", ";", "&", Words.and].contains(tokens.key(index)) else { return nil }
                index += 1
            }
        }
        // `2026, 2027` may be figures of two cells.
        guard index == range.upperBound, !units.isEmpty,
            units.count == 1 || range.contains(where: { tokens.key($0) == Words.and })
        else { return nil }
        return TimeExpression(meaning: .units(units, isRange: false), range: range)
    }

    static var openings: [String] { [Words.day, Words.last, Words.within] + edges.keys }

    /// Words that count days.
    private static let counts = Lexicon.keys(.dayCounts)
    private static let edges: [String: TimeExpression.Edge] = [
        Words.first: .first, WordKey.of("giữa"): .middle, Words.last: .last,
    ]
    private static let reportPeriod = Lexicon.phrases(.reportPeriods)
}

/// The words before a time that say on which side of it the deadline lies.
struct TimeOperator: Sendable, Hashable {
    var bound: Deadline.Bound
    /// The token after it.
    var end: Int

    init?(at index: Int, in tokens: TokenText) {
        var next = index
        var found: Deadline.Bound?
        while let (phrase, bound) = Self.phrases.first(where: { tokens.matches($0.phrase, at: next) }) {
            // `trước` and `sau` outdo `trong`, `chậm nhất` and `đến`.
            if found == nil || found == .within || bound == .before { found = bound }
            next += phrase.keys.count
        }
        guard var bound = found else { return nil }
        if let filler = tokens.firstMatch(Self.fillers, at: next) { next += filler.keys.count }
        if let (phrase, second) = Self.phrases.first(where: { tokens.matches($0.phrase, at: next) }) {
            if second == .before { bound = second }
            next += phrase.keys.count
        }
        // `trước 17 giờ ngày 15/11/2024`, `trước 16h30 Thứ Ba, ngày 23/5/2023`
        next = Clock.end(at: next, in: tokens) ?? next
        if let weekday = Weekday.end(at: next, in: tokens) {
            let day = tokens.key(weekday) == "," ? weekday + 1 : weekday
            if DateReader.date(at: day, in: tokens, defaultYear: nil)?.year != nil { next = day }
        }
        self.bound = bound
        end = next
    }

    /// The phrases as printed, and what each says of the time behind it.
    static let printed: [(phrase: String, bound: Deadline.Bound)] =
        CSVTable(PackageResources.time_bounds_csv).rows.compactMap { row in
            Deadline.Bound(rawValue: row["bound"]).map { (row["phrase"], $0) }
        }
    static var openings: [Phrase] { phrases.map(\.phrase) }

    private static let phrases = printed.map { (phrase: Phrase($0.phrase), bound: $0.bound) }
    private static let fillers = Lexicon.phrases(.timeFillers)
}
