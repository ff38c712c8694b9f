import VanBanReading

/// This module's lists of words, the rows of `Resources/lexicon.csv`. Whoever asks for one keeps it.
enum Lexicon {
    private static let table = LexiconTable(PackageResources.lexicon_csv)

    static func strings(_ list: WordClass) -> [String] { table.strings(list.rawValue) }

    /// The longest first.
    static func phrases(_ list: WordClass) -> [Phrase] { Phrase.list(strings(list)) }

    /// Phrases to be looked up at a token.
    static func index(_ list: WordClass) -> AgencyWords.Index { AgencyWords.Index(strings(list)) }

    /// The keys of single words, see ``WordKey``; a sign is its own.
    static func keys(_ list: WordClass) -> Set<String> { Set(strings(list).map(key)) }

    /// Phrases, each with what the list pairs it with.
    static func values(_ list: WordClass) -> [(String, String)] { table.pairs(list.rawValue) }

    /// Phrases, each with the case that the list pairs it with.
    static func values<Value: RawRepresentable<String>>(_ list: WordClass, as _: Value.Type) -> [(String, Value)] {
        values(list).compactMap { phrase, name in Value(rawValue: name).map { (phrase, $0) } }
    }

    /// Phrases, each with its number.
    static func numbers(_ list: WordClass) -> [(String, Int)] { values(list).map { ($0, Int($1) ?? 0) } }

    /// The numbers of single words, under their keys.
    static func keyedNumbers(_ list: WordClass) -> [String: Int] {
        Dictionary(numbers(list).map { (key($0), $1) }) { first, _ in first }
    }

    private static func key(_ word: String) -> String {
        let key = WordKey.of(word)
        return key.isEmpty ? word : key
    }
}
