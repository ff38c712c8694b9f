import VanBanReading

/// This module's lists of words, the rows of `Resources/lexicon.csv`.
enum Lexicon {
    private static let table = LexiconTable(PackageResources.lexicon_csv)

    static func strings(_ list: WordClass) -> [String] { table.strings(list.rawValue) }

    /// Phrases, each with what the list pairs it with.
    static func values(_ list: WordClass) -> [(String, String)] { table.pairs(list.rawValue) }
}
