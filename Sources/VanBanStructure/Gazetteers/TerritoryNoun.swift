/// The levels of territory that agencies stand on below the centre.
enum TerritoryLevel: Sendable, Hashable {
    case province, district, commune, settlement

    /// The key of the noun that general rows of the gazetteer use.
    var word: String { Self.words[self] ?? "" }

    private static let words: [TerritoryLevel: String] = [
        .province: WordKey.of("tỉnh"), .district: WordKey.of("huyện"), .commune: WordKey.of("xã"),
        .settlement: WordKey.of("bản"),
    ]
}

/// A noun of a territory in a name: `tỉnh`, `huyện`, `thị trấn`, `bản`, …
struct TerritoryNoun: Sendable, Hashable {
    var level: TerritoryLevel
    /// Words of the noun.
    var length: Int
    /// `thành phố`, which is a district or, under the centre, a province.
    var isCity: Bool

    /// The noun that stands at a word.
    static func at(_ position: Int, in keys: [String]) -> TerritoryNoun? {
        guard keys.indices.contains(position) else { return nil }
        if keys.indices.contains(position + 1), let level = twoWords[keys[position] + " " + keys[position + 1]] {
            return TerritoryNoun(level: level, length: 2, isCity: keys[position] == city)
        }
        return oneWord[keys[position]].map { TerritoryNoun(level: $0, length: 1, isCity: keys[position] == shortCity) }
    }

    /// Whether the noun is only a syllable of another word: `xã hội`, `thị xã`.
    func isPartOfWord(in keys: [String], at position: Int) -> Bool {
        if length == 1, keys.indices.contains(position + 1), Self.wordsAfter.contains(keys[position + 1]) {
            return true
        }
        return position > 0 && length == 1 && Self.twoWords[keys[position - 1] + " " + keys[position]] != nil
    }

    private static func key(_ text: String) -> String { Phrase(text).keys.joined(separator: " ") }

    private static let city = key("thành")
    private static let shortCity = key("TP")
    private static let wordsAfter: Set<String> = Set(["hội", "ủy", "đoàn", "đội", "luận"].map(key))

    private static let oneWord: [String: TerritoryLevel] = [
        key("tỉnh"): .province, key("huyện"): .district, key("quận"): .district, key("xã"): .commune,
        key("phường"): .commune, key("bản"): .settlement, key("thôn"): .settlement, key("ấp"): .settlement,
        key("khóm"): .settlement, shortCity: .district, key("TX"): .district,
    ]

    private static let twoWords: [String: TerritoryLevel] = [
        key("thành phố"): .district, key("thị xã"): .district, key("thị trấn"): .commune,
        key("đặc khu"): .commune, key("tiểu khu"): .settlement,
    ]
}
