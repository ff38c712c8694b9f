import VanBanModel

/// Reads ranges of time: `giai đoạn 2021-2025`, `từ ngày 15/12/2020 đến ngày 14/3/2021`, `Từ tháng 3/2024`.
struct RangeReader {
    let reader: TimeExpressionReader
    private var tokens: TokenText { reader.tokens }

    init(reader: TimeExpressionReader) {
        self.reader = reader
    }

    func range(at index: Int) -> TimeExpression? {
        var next = index
        let isWithin = tokens.key(next) == Words.within
        if isWithin { next += 1 }
        let isStage = skip(Self.stage, at: &next)
        let isFrom = skip(Self.from, at: &next)
        if isFrom, skip(Self.now, at: &next) {
            guard reaches(at: &next), let end = endpoint(at: next) else { return nil }
            return TimeExpression(meaning: .range(from: nil, to: end.value), range: index..<end.end, bound: .by)
        }
        guard isFrom || next == index || isStage || isWithin, let start = endpoint(at: next) else { return nil }
        next = start.end
        var afterSign = next
        if reaches(at: &afterSign), let end = endpoint(at: afterSign, isNamed: start.value.isDay) {
            guard isFrom || isStage || Self.isSameSort(start.value, end.value) else { return nil }
            return TimeExpression(
                meaning: .range(from: start.value, to: end.value), range: index..<end.end, bound: .within)
        }
        if let onward = OnwardTime(at: next, in: tokens), onward.meaning == .open || Self.isYear(start.value) {
            return TimeExpression(
                meaning: .range(from: start.value, to: nil), range: index..<onward.end, bound: .after)
        }
        guard isFrom, !isStage else { return nil }
        return TimeExpression(meaning: .range(from: start.value, to: nil), range: index..<next, bound: .after)
    }

    private static let signs: Set<String> = ["-", "~", "→", "÷", "⇒"]

    /// `-`, `→`, `đến`, `đến hết`
    private func reaches(at index: inout Int) -> Bool {
        let key = tokens.key(index)
        // `->`
        if key == "-" || key == "=", tokens.key(index + 1) == ">", tokens.isGlued(index + 1) {
            index += 2
            return true
        }
        guard Self.signs.contains(key) || Words.to.contains(key) else { return false }
        index += 1
        _ = skip(Self.end, at: &index)
        return true
    }

    /// A day, a single month, quarter or year, or a bare year.
    private func endpoint(at index: Int, isNamed: Bool = false) -> (value: TimeExpression.Endpoint, end: Int)? {
        let next = Clock.end(at: index, in: tokens) ?? index
        if let edge = reader.edgeOfUnit(at: next) { return (.edge(edge.edge, edge.unit), edge.end) }
        if let date = DateReader.date(at: next, in: tokens, defaultYear: nil, isNamed: isNamed) {
            return (.day(date), date.range.upperBound)
        }
        if let found = reader.units.units(at: next) {
            if found.units.count == 1 { return (.unit(found.units[0]), found.end) }
            return nil
        }
        if let year = tokens.year(next), tokens.key(next + 1) != "/" {
            return (.unit(CalendarUnit(scale: .year, year: year)), next + 1)
        }
        return nil
    }

    private static func isSameSort(_ left: TimeExpression.Endpoint, _ right: TimeExpression.Endpoint) -> Bool {
        switch (left, right) {
        case (.day, .day): return true
        case (.edge(_, let left), .edge(_, let right)): return left.length == right.length
        case (.unit(let left), .unit(let right)): return left.length == right.length
        default: return false
        }
    }

    private static func isYear(_ endpoint: TimeExpression.Endpoint) -> Bool {
        if case .unit(let unit) = endpoint { return unit.scale == .year }
        return false
    }

    private func skip(_ phrases: [Phrase], at index: inout Int) -> Bool {
        guard let phrase = tokens.firstMatch(phrases, at: index) else { return false }
        index += phrase.keys.count
        return true
    }

    /// Phrases that open a range, besides its ends.
    static var openings: [Phrase] { stage + from }

    private static let stage = Phrase.list(["giai đoạn", "thời kỳ", "các năm"])
    /// Phrases that open a range by its beginning, as printed.
    static let printedOpenings = Lexicon.strings(.rangeOpenings)

    private static let from = Phrase.list(printedOpenings)
    private static let now = Phrase.list(["nay", "khi ban hành"])
    private static let end = Phrase.list(["hết"])
}
