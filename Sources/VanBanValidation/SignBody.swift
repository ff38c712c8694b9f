/// The bodies whose letters in a sign nobody else uses, and the words that name them.
enum SignBody {
    /// Words of which one at least names the body of some letters; nil for letters that others may use as well.
    static func words(of letters: String) -> [String]? { names[letters] }

    private static let names = Dictionary(grouping: Lexicon.values(.signBodies), by: \.1).mapValues { $0.map(\.0) }
}
