/// The levels of territory that agencies stand on below the centre.
enum TerritoryLevel: String, Sendable, Hashable {
    case province, district, commune, settlement

    /// The key of the noun that general rows of the gazetteer use.
    var word: String { Self.words[self] ?? "" }

    private static let words = Dictionary(
        uniqueKeysWithValues: Lexicon.values(.levelNouns, as: TerritoryLevel.self).map { ($1, WordKey.of($0)) })
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
    private static let wordsAfter = Lexicon.keys(.noTerritoryBefore)

    /// The levels that nouns are of, under their keys.
    private static func levels(_ nouns: WordClass) -> [String: TerritoryLevel] {
        Dictionary(uniqueKeysWithValues: Lexicon.values(nouns, as: TerritoryLevel.self).map { (key($0), $1) })
    }

    private static let oneWord = levels(.shortTerritoryNouns)

    private static let twoWords = levels(.longTerritoryNouns)
}
