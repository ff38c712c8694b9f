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
        if key == Words.by && tokens.key(index + 1) != Self.watch
            || tokens.firstMatch(Self.asRequired, at: index) != nil
        {
            let end = end(of: index + 1, in: range)
            return TimeExpression(meaning: .regulation, range: index..<end)
        }
        let opens = index == range.lowerBound || tokens.firstMatch(Self.openers, at: index - 2) != nil
        guard key == Words.after || key == Words.before, opens, index + 1 < range.upperBound,
            tokens.tokens[index + 1].kind == .word
        else { return nil }
        return event(from: index, anchorAt: index + 1, bound: key == Words.after ? .after : .before, in: range)
    }

    /// `15 ngày kể từ ngày được phê duyệt`, `trong vòng 05 ngày làm việc sau khi …`
    private func counted(at index: Int, in range: Range<Int>) -> TimeExpression? {
        var next = index
        let operation = TimeOperator(at: index, in: tokens)
        if let operation { next = operation.end }
        let isTerm = tokens.firstMatch(Self.terms, at: next).map { next += $0.keys.count } != nil
        if isTerm, let inner = TimeOperator(at: next, in: tokens) { next = inner.end }
        guard let number = tokens.number(next), var unit = Self.unit(tokens.key(next + 1)) else { return nil }
        next += 2
        if let working = tokens.firstMatch(Self.working, at: next) {
            unit = .workingDay
            next += working.keys.count
        }
        var anchor: Range<Int>?
        if let link = tokens.firstMatch(Self.links, at: next) {
            let start = next + link.keys.count
            anchor = start..<max(start, end(of: start, in: range))
        } else if !isTerm {
            return nil
        }
        return TimeExpression(
            meaning: .event(anchor: anchor, count: DayCount(count: number, unit: unit)),
            range: index..<(anchor?.upperBound ?? next), bound: operation?.bound ?? .within)
    }

    private func event(
        from start: Int, anchorAt anchor: Int, bound: Deadline.Bound, in range: Range<Int>
    ) -> TimeExpression? {
        let end = end(of: anchor, in: range)
        guard anchor < end else { return nil }
        return TimeExpression(meaning: .event(anchor: anchor..<end, count: nil), range: start..<end, bound: bound)
    }

    /// Where the words that name an event or a document end: at the next thing that is due, at a time with an operator,
    /// at the bracket's end.
    private func end(of start: Int, in range: Range<Int>) -> Int {
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
                if Due.joins(key), Due.isDue(at: index + 1, in: tokens) { return index }
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

    /// `theo dõi` is a verb, no reference.
    private static let watch = WordKey.of("dõi")
    private static let hour = WordKey.of("giờ")
    private static let hours = WordKey.of("tiếng")
    private static let afterEvent = Phrase.list([
        "sau khi", "ngay sau khi", "ngay khi", "khi", "kể từ khi", "từ khi", "tính từ khi", "ngay sau", "đến khi",
    ])
    private static let beforeEvent = Phrase.list(["trước khi"])
    private static let fromEvent = Phrase.list([
        "kể từ ngày", "từ ngày", "tính từ ngày", "kể từ thời điểm", "từ thời điểm", "sau ngày",
    ])
    private static let terms = Phrase.list(["vòng", "thời hạn", "thời gian", "khoảng"])
    private static let working = Phrase.list(["làm việc"])
    private static let links = Phrase.list([
        "kể từ", "kể từ khi", "từ khi", "tính từ", "tính từ khi", "sau khi", "sau", "trước khi", "từ",
    ])
    private static let asRequired = Phrase.list(["đúng quy định", "đúng tiến độ", "đúng thời hạn", "đúng kế hoạch"])
    private static let openers = Phrase.list(["báo cáo", "hoàn thành", "thực hiện", "ban hành", "kế hoạch"])
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
    private static let heads = Phrase.list([
        "báo cáo", "ban hành", "triển khai", "tổ chức thực hiện", "tổ chức triển khai", "thực hiện", "hoàn thành",
        "xây dựng", "tổng hợp", "công bố",
        "gửi", "sơ kết", "tổng kết", "đánh giá", "lần",
    ])
}
