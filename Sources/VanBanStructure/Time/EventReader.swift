import VanBanModel

/// Reads times that hang on something else: an event (`Sau khi Chính phủ ban hành Nghị quyết`, `15 ngày kể từ ngày …`)
/// or another document (`theo quy định`).
struct EventReader {
    let reader: TimeExpressionReader
    private var tokens: TokenText { reader.tokens }

    init(reader: TimeExpressionReader) {
        self.reader = reader
    }

    /// An event that its words make certain.
    func event(at index: Int, in range: Range<Int>) -> TimeExpression? {
        if let counted = counted(at: index, in: range) { return counted }
        if let phrase = tokens.firstMatch(Self.afterEvent, at: index) {
            return event(from: index, anchorAt: index + phrase.keys.count, bound: .after, in: range)
        }
        if let phrase = tokens.firstMatch(Self.beforeEvent, at: index) {
            return event(from: index, anchorAt: index + phrase.keys.count, bound: .before, in: range)
        }
        if let phrase = tokens.firstMatch(Self.fromEvent, at: index),
            DateReader.date(at: index + phrase.keys.count - 1, in: tokens, defaultYear: nil) == nil
        {
            return event(from: index, anchorAt: index + phrase.keys.count - 1, bound: .after, in: range)
        }
        return nil
    }

    /// What is left for words that no date follows: `theo kế hoạch`, `sau Hội nghị`, `trước kỳ họp`.
    func reference(at index: Int, in range: Range<Int>) -> TimeExpression? {
        let key = tokens.key(index)
        if key == Words.by && tokens.key(index + 1) != Self.watch && tokens.key(index - 1) != Self.next
            || tokens.firstMatch(Self.asRequired, at: index) != nil
        {
            // A document's name goes on over its commas: `theo Kế hoạch kiểm tra, đánh giá … năm 2026`.
            let namesDocument = tokens.firstMatch(Self.documents, at: index + 1) != nil
            let end = end(of: index + 1, in: range, isName: namesDocument)
            return TimeExpression(meaning: .regulation, range: index..<end)
        }
        let opens = index == range.lowerBound || tokens.firstMatch(Self.openers, at: index - 2) != nil
        if let phrase = tokens.firstMatch(Self.occasions, at: index) {
            let anchor = index + phrase.keys.count
            var end = end(of: anchor, in: range)
            // The day may stand in a bracket behind the name.
            if tokens.key(end) == "(" { end = (end..<range.upperBound).first { tokens.key($0) == ")" } ?? end }
            let isDated = (anchor..<max(anchor, end)).contains {
                DateReader.date(at: $0, in: tokens, defaultYear: nil) != nil
            }
            return isDated ? nil : event(from: index, anchorAt: anchor, bound: .on, in: range)
        }
        guard key == Words.after || key == Words.before, opens, index + 1 < range.upperBound,
            tokens.tokens[index + 1].kind == .word, !isFigures(at: index + 1)
        else { return nil }
        return event(from: index, anchorAt: index + 1, bound: key == Words.after ? .after : .before, in: range)
    }

    /// Whether a day or a month is named whose figures could not be read (`ngày l5/6`), which is no event.
    private func isFigures(at index: Int) -> Bool {
        let key = tokens.key(index)
        guard key == Words.day || key == Words.month || Words.quarters.contains(key) else { return false }
        if tokens.tokens.indices.contains(index + 1), case .sign = tokens.tokens[index + 1].kind { return true }
        return tokens.key(index + 1).utf8.contains { $0 >= 0x30 && $0 <= 0x39 } && tokens.key(index + 1).utf8.count <= 3
            && (tokens.key(index + 2) == "/" || tokens.number(index + 1) != nil)
    }

    /// A stretch of time whose days the document does not give: `Năm học 2025-2026`, `trong nhiệm kỳ`.
    func namedPeriod(at index: Int, in range: Range<Int>) -> TimeExpression? {
        let operation = TimeOperator(at: index, in: tokens)
        var start = operation?.end ?? index
        if tokens.key(start) == Words.first || tokens.key(start) == Words.last { start += 1 }
        guard let phrase = tokens.firstMatch(Self.periods, at: start) else { return nil }
        var end = start + phrase.keys.count
        if tokens.year(end) != nil {
            end += 1
            if tokens.key(end) == "-" || Words.to.contains(tokens.key(end)), tokens.year(end + 1) != nil { end += 2 }
        } else if end < range.upperBound, tokens.tokens[end].kind == .word, !Due.joins(tokens.key(end)),
            !Due.isDue(at: end, in: tokens)
        {
            end = self.end(of: end, in: range)
        }
        return TimeExpression(
            meaning: .event(anchor: (operation?.end ?? index)..<end, count: nil), range: index..<end,
            bound: operation?.bound ?? .within)
    }

    /// `15 ngày kể từ ngày được phê duyệt`, `trong vòng 05 ngày làm việc sau khi …`
    private func counted(at index: Int, in range: Range<Int>) -> TimeExpression? {
        var next = index
        let operation = TimeOperator(at: index, in: tokens)
        if let operation { next = operation.end }
        let isTerm = tokens.firstMatch(Self.terms, at: next).map { next += $0.keys.count } != nil
        if isTerm, let inner = TimeOperator(at: next, in: tokens) { next = inner.end }
        guard let number = tokens.number(next), number < 10_000 else { return nil }
        let unitAt = unitIndex(after: next + 1)
        guard var unit = Self.unit(tokens.key(unitAt)) else { return nil }
        next = unitAt + 1
        if let working = tokens.firstMatch(Self.working, at: next) {
            unit = .workingDay
            next += working.keys.count
        }
        var count = DayCount(count: number, unit: unit)
        let isInDays = unit != .month && unit != .year
        var bound = operation?.bound
        var anchor: Range<Int>?
        let linkAt = tokens.key(next) == "," ? next + 1 : next
        // `Báo cáo 6 tháng trước ngày 30/6` is no count of months.
        let isBefore = isInDays && tokens.key(linkAt) == Words.before
        if isBefore || bound == .before, let link = tokens.firstMatch(Self.linksBefore, at: linkAt) {
            anchor = anchorRange(from: linkAt + link.keys.count, in: range)
            count.direction = .before
            bound = bound ?? .by
        } else if let link = tokens.firstMatch(Self.links, at: linkAt) {
            anchor = anchorRange(from: linkAt + link.keys.count, in: range)
            count.direction = link.keys.first == Words.before ? .before : .after
        } else if !isTerm {
            guard let operation, isInDays, operation.bound != .before, unit != .week,
                next >= range.upperBound || tokens.tokens[next].kind == .sign(0x3B) || Due.joins(tokens.key(next))
            else { return nil }
            if operation.bound == .after { count.direction = .after }
        }
        if let anchor, anchor.isEmpty { return nil }
        return TimeExpression(
            meaning: .event(anchor: anchor, count: count), range: index..<(anchor?.upperBound ?? next),
            bound: bound ?? .within)
    }

    private func anchorRange(from start: Int, in range: Range<Int>) -> Range<Int> {
        start..<max(start, end(of: start, in: range))
    }

    /// The unit after a number, which may be said again in words: `05 (năm) ngày`.
    private func unitIndex(after index: Int) -> Int {
        guard tokens.key(index) == "(", let close = (index + 2...index + 4).first(where: { tokens.key($0) == ")" }),
            tokens.tokens[index + 1].kind == .word
        else { return index }
        return close + 1
    }

    private func event(
        from start: Int, anchorAt anchor: Int, bound: Deadline.Bound, in range: Range<Int>
    ) -> TimeExpression? {
        let end = end(of: anchor, in: range)
        guard anchor < end else { return nil }
        var words = anchor..<end
        var count: DayCount?
        if bound == .before || bound == .after, let trailing = trailingCount(in: words) {
            count = trailing.count
            count?.direction = bound == .before ? .before : .after
            words = anchor..<trailing.start
        }
        // `Từ ngày ban hành Kế hoạch trở đi`
        if let onward = Self.onward.first(where: { tokens.matches($0, at: words.upperBound - $0.keys.count) }),
            words.count > onward.keys.count
        {
            words = words.lowerBound..<(words.upperBound - onward.keys.count)
        }
        return TimeExpression(meaning: .event(anchor: words, count: count), range: start..<end, bound: bound)
    }

    private static let onward = Phrase.list(["trở đi", "trở về sau"])

    /// `trước khi trình 15 ngày`, `trước kỳ họp 05 ngày làm việc`
    private func trailingCount(in words: Range<Int>) -> (count: DayCount, start: Int)? {
        var end = words.upperBound
        let isWorking = Self.working.contains { tokens.matches($0, at: end - $0.keys.count) }
        if isWorking { end -= 2 }
        guard end - 2 > words.lowerBound, let number = tokens.number(end - 2), number < 10_000,
            let unit = Self.unit(tokens.key(end - 1)), unit != .year
        else { return nil }
        return (DayCount(count: number, unit: isWorking ? .workingDay : unit), end - 2)
    }

    /// Where the words that name an event or a document end: at the next thing that is due, at a time with an operator,
    /// at the bracket's end.
    /// - Parameter isName: whether the words are a document's name, in which small letters open nothing new.
    private func end(of start: Int, in range: Range<Int>, isName: Bool = false) -> Int {
        var depth = 0
        var index = start
        while index < range.upperBound {
            let key = tokens.key(index)
            if key == "(" {
                if depth == 0, !reader.isPlainBracket(at: index, in: range) { return index }
                depth += 1
            } else if key == ")" {
                if depth == 0 { return index }
                depth -= 1
            } else if index > start, depth == 0 {
                if key == ";" { return index }
                if Due.joins(key), Due.isDue(at: index + 1, in: tokens),
                    !isName || tokens.tokens[index + 1].startsUpper || tokens.tokens[index + 1].gapBefore >= .lineBreak
                        || hasDueTime(from: index + 1, in: range)
                {
                    return index
                }
                if Due.joins(key), let next = reader.frequencies.frequency(at: index + 1), next.isExplicit {
                    return index
                }
                if tokens.tokens[index].gapBefore >= .lineBreak, tokens.tokens[index].startsUpper,
                    Due.isDue(at: index, in: tokens)
                {
                    return index
                }
                if hasDate(at: index) { return Due.joins(tokens.key(index - 1)) ? index - 1 : index }
            }
            index += 1
        }
        return range.upperBound
    }

    /// Whether an operator and a time follow within what a sign ends: `…, báo cáo trước ngày 15/6`.
    private func hasDueTime(from start: Int, in range: Range<Int>) -> Bool {
        for index in start..<range.upperBound {
            if index > start, Due.joins(tokens.key(index)) { return false }
            if hasDate(at: index) { return true }
        }
        return false
    }

    /// Whether an operator and a day, a month or a quarter stand at a token.
    private func hasDate(at index: Int) -> Bool {
        guard let operation = TimeOperator(at: index, in: tokens), operation.bound != .after else { return false }
        if DateReader.date(at: operation.end, in: tokens, defaultYear: nil) != nil { return true }
        guard let found = reader.units.units(at: operation.end) else { return false }
        return found.units.contains { $0.scale != .year }
    }

    private static func unit(_ key: String) -> DayCount.Unit? {
        switch key {
        case Words.day: return .day
        case Words.week: return .week
        case Words.month: return .month
        case Words.year: return .year
        case hour, hours: return .hour
        default: return nil
        }
    }

    /// Phrases that open an event, a period or a reference, besides operators and figures.
    static var openings: [Phrase] {
        afterEvent + beforeEvent + fromEvent + terms + periods + asRequired + occasions
    }
    static let openingWords = [Words.by, Words.first, Words.last, Words.after, Words.before]

    /// `theo dõi` is a verb, no reference.
    private static let watch = WordKey.of("dõi")
    /// `tiếp theo` is no reference either.
    private static let next = WordKey.of("tiếp")
    private static let hour = WordKey.of("giờ")
    private static let hours = WordKey.of("tiếng")
    private static let afterEvent = Lexicon.phrases(.eventOpenings)
    private static let beforeEvent = Phrase.list(["trước khi"])
    private static let fromEvent = Lexicon.phrases(.eventDayOpenings)
    private static let terms = Lexicon.phrases(.eventTerms)
    private static let working = Phrase.list(["làm việc"])
    private static let linksBefore = Lexicon.phrases(.eventLinksBefore)
    private static let occasions = Lexicon.phrases(.occasions)
    private static let periods = Lexicon.phrases(.eventPeriods)
    private static let links = Lexicon.phrases(.eventLinks)
    private static let documents = Lexicon.phrases(.eventDocuments)
    private static let asRequired = Lexicon.phrases(.asRequired)
    private static let openers = Lexicon.phrases(.dueOpenings)
}

extension TimeExpressionReader {
    /// Whether a bracket holds no time.
    func isPlainBracket(at open: Int, in range: Range<Int>) -> Bool {
        guard let close = (open..<range.upperBound).first(where: { tokens.key($0) == ")" }) else { return true }
        return expressions(in: (open + 1)..<close).allSatisfy { $0.isRegulation || $0.isYear }
    }
}

/// Words that name what is due, and the signs and words that join one statement to the next.
enum Due {
    /// `,`, `và` and the like.
    static func joins(_ key: String) -> Bool { joiners.contains(key) }

    /// Whether something due is named at a token (`báo cáo`, `triển khai`).
    static func isDue(at index: Int, in tokens: TokenText) -> Bool {
        tokens.firstMatch(heads, at: index) != nil
    }

    private static let joiners: Set<String> = [",", ";", "&", "/", WordKey.of("và"), WordKey.of("đồng thời"), "."]
    private static let heads = Lexicon.phrases(.dueDeeds)
}
