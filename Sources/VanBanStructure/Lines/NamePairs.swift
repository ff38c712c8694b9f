import VanBanReading

/// Pairs of words of which the second has a capital inside a line: `Ủy ban ‖ Mặt trận`, `Phú ‖ Thọ`, `Giám đốc ‖ Sở`.
/// Where a line ends with the first and the next begins with the second, a name was cut, and no sentence begins.
struct NamePairs {
    private var pairs: Set<String>

    /// The pairs of the names that the program knows, and of a document's own lines.
    init(_ blocks: [Block], in text: SourceText) {
        pairs = Self.known
        for block in blocks where block.kind == .line && block.range.count < 600 {
            if LetterCase.of(block.range, in: text) == .upper { continue }
            Self.add(text.string(block.range), to: &pairs)
        }
    }

    func contains(_ last: Range<Int>, _ first: Range<Int>, in text: SourceText) -> Bool {
        let left = text.string(text.tail(of: last, bytes: 40)).split(separator: " ").last ?? ""
        let right = text.string(text.head(of: first, bytes: 40)).split(separator: " ").first ?? ""
        guard let pair = Self.pair(left, right) else { return false }
        return pairs.contains(pair)
    }

    /// Whether a name that the program knows holds the two words, in whatever letters they stand.
    func known(_ last: Range<Int>, _ first: Range<Int>, in text: SourceText) -> Bool {
        guard let left = TokenText(text.tail(of: last, bytes: 40), in: text).tokens.last,
            let right = TokenText(text.head(of: first, bytes: 40), in: text).tokens.first
        else { return false }
        return Self.knownKeys.contains(left.key + " " + right.key)
    }

    private static let knownKeys: Set<String> = {
        var pairs = Set<String>()
        for name in names {
            let keys = Phrase(name).keys
            for (left, right) in zip(keys, keys.dropFirst()) { pairs.insert(left + " " + right) }
        }
        for pair in known {
            let words = pair.split(separator: " ", maxSplits: 1)
            if words.count == 2 { pairs.insert(words[0] + " " + WordKey.of(String(words[1]))) }
        }
        return pairs
    }()

    private static let names: [String] =
        ["Việt Nam"]
        + [CSVTable(PackageResources.agencies_csv), CSVTable(PackageResources.provinces_csv)].flatMap { table in
            table.rows.map { $0["name"] }
        }

    private static let known: Set<String> = {
        var pairs = Set<String>()
        for name in names { add(name, to: &pairs) }
        let bodies = Lexicon.strings(.bodyFirstWords)
        for post in LineClassifier.posts {
            guard let last = post.keys.last else { continue }
            for body in bodies { pairs.insert(last + " " + body) }
        }
        return pairs
    }()

    private static func add(_ line: String, to pairs: inout Set<String>) {
        var before: Substring?
        for word in line.split(separator: " ") {
            if let left = before, let pair = pair(left, word) { pairs.insert(pair) }
            before = word
        }
    }

    /// The first word's key and the second word, its signs aside; nil where a sign parts them or no capital opens it.
    private static func pair(_ left: Substring, _ right: Substring) -> String? {
        guard let last = left.last, last.isLetter, let first = right.first, first.isUppercase else { return nil }
        let word = right.prefix { $0.isLetter }
        return WordKey.of(String(left.drop { !$0.isLetter })) + " " + word
    }
}
