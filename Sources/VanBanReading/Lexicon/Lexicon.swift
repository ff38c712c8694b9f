/// This module's lists of words, the rows of `Resources/lexicon.csv`.
enum Lexicon {
    private static let table = LexiconTable(PackageResources.lexicon_csv)

    static func strings(_ list: WordClass) -> [String] { table.strings(list.rawValue) }

    /// Phrases, each with its number.
    static func numbers(_ list: WordClass) -> [(String, Int)] {
        table.pairs(list.rawValue).map { ($0, Int($1) ?? 0) }
    }
}
