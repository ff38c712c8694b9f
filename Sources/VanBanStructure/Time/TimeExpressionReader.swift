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

    /// All expressions of a range of tokens, in order; none overlaps another.
    func expressions(in range: Range<Int>) -> [TimeExpression] {
        var found: [TimeExpression] = []
        var index = range.lowerBound
        var depth = 0
        while index < range.upperBound {
            if var expression = expression(at: index, in: range), expression.range.upperBound <= range.upperBound {
                expression.isBracketed = depth > 0
                found.append(expression)
                index = expression.range.upperBound
                continue
            }
            if tokens.key(index) == "(" { depth += 1 }
            if tokens.key(index) == ")" { depth = max(0, depth - 1) }
            index += 1
        }
        if found.isEmpty, let year = loneYear(in: range) { found.append(year) }
        return found
    }

    /// The expression that begins at a token, its operator included.
    private func expression(at index: Int, in range: Range<Int>) -> TimeExpression? {
        if let event = EventReader(reader: self).event(at: index, in: range) { return event }
        if let span = RangeReader(reader: self).range(at: index) { return span }
        if let printed = frequencies.frequency(at: index) {
            return TimeExpression(
                meaning: .recurring(printed.frequencies, isExplicit: printed.isExplicit), range: printed.range)
        }
        let operation = TimeOperator(at: index, in: tokens)
        let start = operation?.end ?? index
        if let time = time(at: start, operation: operation) {
            return TimeExpression(meaning: time.meaning, range: index..<time.end, bound: operation?.bound)
        }
        return EventReader(reader: self).reference(at: index, in: range)
    }

    /// The time after an operator, or without one.
    private func time(at index: Int, operation: TimeOperator?) -> (meaning: TimeExpression.Meaning, end: Int)? {
        if let day = dayOfPeriod(at: index, operation: operation) { return day }
        if let date = DateReader.date(at: index, in: tokens, defaultYear: nil) {
            return (.day(date), date.range.upperBound)
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

    /// `ngày 15 của quý/6 tháng/năm`, `ngày 15 hằng tháng`, `ngày 15 của tháng cuối kỳ báo cáo`, `3 tháng cuối quý`
    private func dayOfPeriod(
        at index: Int, operation: TimeOperator?
    ) -> (meaning: TimeExpression.Meaning, end: Int)? {
        var next = index
        let named = tokens.key(next) == Words.day
        if named { next += 1 }
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
            guard isOf || end != index + (named ? 2 : 1) || printed.isExplicit || !found.isEmpty else { return nil }
            found += printed.frequencies
            end = printed.range.upperBound
            next = end
            if ["/", ",", Words.and].contains(tokens.key(next)) { next += 1 }
        }
        guard !found.isEmpty else { return nil }
        return (.dayOfPeriod(found), end)
    }

    /// `cuối tháng 6/2024`, `đầu năm`, `cuối quý`
    private func edge(at index: Int) -> (meaning: TimeExpression.Meaning, end: Int)? {
        guard let edge = Self.edges[tokens.key(index)] else { return nil }
        if let found = units.units(at: index + 1), found.units.count == 1 {
            return (.edge(edge, found.units[0]), found.end)
        }
        if tokens.key(index + 1) == Words.year {
            return (.edge(edge, CalendarUnit(scale: .year, year: nil)), index + 2)
        }
        if let printed = frequencies.frequency(at: index + 1), tokens.number(index + 1) == nil,
            !printed.frequencies.contains(.continuous)
        {
            return (.dayOfPeriod(printed.frequencies), printed.range.upperBound)
        }
        return nil
    }

    /// A cell that is nothing but a year.
    private func loneYear(in range: Range<Int>) -> TimeExpression? {
        guard range.count == 1, let year = tokens.year(range.lowerBound) else { return nil }
        return TimeExpression(meaning: .units([CalendarUnit(scale: .year, year: year)], isRange: false), range: range)
    }

    private static let edges: [String: TimeExpression.Edge] = [
        Words.first: .first, WordKey.of("giữa"): .middle, Words.last: .last,
    ]
    private static let reportPeriod = Phrase.list(["kỳ báo cáo", "kì báo cáo", "kỳ", "mỗi kỳ", "kỳ báo cáo đó"])
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
        // `trước 17 giờ ngày 15/11/2024`
        if tokens.number(next) != nil, tokens.key(next + 1) == Self.hour {
            var day = next + 2
            while day < next + 4, tokens.number(day) != nil || tokens.key(day) == Self.minute { day += 1 }
            if tokens.key(day) == Words.day { next = day }
        }
        self.bound = bound
        end = next
    }

    private static let hour = WordKey.of("giờ")
    private static let minute = WordKey.of("phút")
    private static let phrases: [(phrase: Phrase, bound: Deadline.Bound)] = [
        (Phrase("trước"), .before), (Phrase("chậm nhất"), .by), (Phrase("muộn nhất"), .by), (Phrase("không quá"), .by),
        (Phrase("không muộn hơn"), .by), (Phrase("không chậm hơn"), .by), (Phrase("đến"), .by), (Phrase("tới"), .by),
        (Phrase("hết"), .by), (Phrase("trong"), .within), (Phrase("vào"), .within), (Phrase("cả"), .within),
        (Phrase("sau"), .after),
    ]
    private static let fillers = Phrase.list(["là", "khoảng", "thời gian", "thời hạn"])
}
