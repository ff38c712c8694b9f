import VanBanModel
import VanBanReading

/// Names of provinces, communes and agencies whose results a sentence reports.
enum UnitNames {
    private static let nouns = Lexicon.phrases(.territoryNouns)
    private static let agencies = Lexicon.phrases(.unitAgencies)
    private static let verbs = Lexicon.keys(.unitVerbs)

    /// The unit that is named at a token and of which something is told right behind.
    static func subject(at position: Int, in text: TokenText) -> (name: String, end: Int)? {
        let token = text.tokens[position]
        guard token.kind == .word, let end = end(at: position, in: text), end > position else { return nil }
        var next = end
        if text.year(at: next) != nil { next += 2 }
        guard next < text.tokens.count else { return nil }
        let isTold =
            verbs.contains(text.key(next))
            || (text.isSign("(", at: next) || text.isSign(":", at: next) || text.key(next) == gained)
                && next + 1 < text.tokens.count && DecimalNumber.at(next + 1, in: text) != nil
            || isPoints(next, text) || text.key(next) == belonging && text.key(next + 1) == group
        return isTold ? (text.string(position..<end), end) : nil
    }

    private static let ministry = WordKey.of("bộ")
    /// The first word of `chỉ số`.
    private static let measure = WordKey.of("chỉ")
    private static let belonging = WordKey.of("thuộc")
    private static let group = WordKey.of("nhóm")
    private static let gained = WordKey.of("được")

    /// `Hải Phòng 74,84 điểm`
    private static func isPoints(_ position: Int, _ text: TokenText) -> Bool {
        guard let number = DecimalNumber.at(position, in: text) else { return false }
        return text.key(position + number.length) == ScoreWords.points
            || number.length == 3 && text.percentLength(at: position + number.length) > 0
    }

    private static let province = WordKey.of("tỉnh")
    private static let ownBefore = ScoreWords.keys("của toàn")
    private static let ownBehind = ScoreWords.keys("ta đạt xếp")
    private static let plural = Lexicon.keys(.severalWords)

    /// `của tỉnh`, `tỉnh đạt`, without a name: the document's own.
    static func isOwn(at position: Int, in text: TokenText) -> Bool {
        guard text.key(position) == province, end(at: position, in: text) == nil else { return false }
        if ownBefore.contains(text.key(position - 1)) { return !plural.contains(text.key(position + 1)) }
        guard ownBehind.contains(text.key(position + 1)), position > 0 else { return false }
        return text.tokens[position - 1].kind != .number && !plural.contains(text.key(position - 1))
    }

    /// Whether two names are those of one unit: `tỉnh A` and `A`.
    static func areSame(_ left: String, _ right: String) -> Bool { bare(left) == bare(right) }

    static func bare(_ name: String) -> [String] {
        let keys = Phrase(name).keys
        return keys.count > 1 && territories.contains(keys[0]) ? Array(keys.dropFirst()) : keys
    }

    private static let territories = Lexicon.keys(.unitTerritories)

    /// Where a name that begins at a token ends.
    static func end(at position: Int, in text: TokenText) -> Int? {
        if let noun = text.firstMatch(nouns, at: position) {
            let start = position + noun.keys.count
            if let end = province(at: start, in: text) { return end }
            return capitals(from: start, in: text)
        }
        guard text.tokens[position].startsUpper else { return nil }
        if let end = province(at: position, in: text) { return end }
        // `Bộ chỉ số` is no ministry.
        guard let agency = text.firstMatch(agencies, at: position),
            text.key(position + agency.keys.count) != measure || text.key(position) != ministry
        else { return nil }
        var end = position + agency.keys.count
        while end < text.tokens.count, end < position + 12, text.tokens[end].kind == .word,
            !verbs.contains(text.key(end)), text.key(end) != ScoreWords.year
        {
            end += 1
        }
        return end > position + agency.keys.count ? end : nil
    }

    /// The end of a province's name that begins at a token with a capital.
    static func province(at start: Int, in text: TokenText) -> Int? {
        guard start < text.tokens.count, text.tokens[start].startsUpper else { return nil }
        var end = min(text.tokens.count, start + PlaceGazetteer.standard.longest + 1)
        while end > start {
            if text.tokens[end - 1].kind == .word,
                PlaceGazetteer.standard.isProvince((start..<end).lazy.map { text.tokens[$0].key })
            {
                return end
            }
            end -= 1
        }
        return nil
    }

    /// Words with capitals, four at most.
    private static func capitals(from start: Int, in text: TokenText) -> Int? {
        var end = start
        while end < text.tokens.count, end < start + 4, text.tokens[end].kind == .word, text.tokens[end].startsUpper {
            end += 1
        }
        return end > start ? end : nil
    }
}
