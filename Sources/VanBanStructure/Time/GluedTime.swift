import VanBanReading

/// Words of time with no space between them, as extraction from pages leaves them: `Trướcngày 30/9/2026`, `Chậmnhất`,
/// `Từtháng 3 đếntháng 5`. No word is written so; each is parted into its two.
struct GluedTime {
    let tokens: TokenText

    /// The text with such words parted; nil where there are none.
    init?(_ text: TokenText) {
        guard text.tokens.contains(where: { Self.pairs[$0.key] != nil }) else { return nil }
        var parted: [Token] = []
        for token in text.tokens {
            guard token.kind == .word, let pair = Self.pairs[token.key],
                let length = Self.length(of: pair, in: text.source.bytes[token.range])
            else {
                parted.append(token)
                continue
            }
            var (first, second) = (token, token)
            let border = token.range.lowerBound + length
            first.range = token.range.lowerBound..<border
            second.range = border..<token.range.upperBound
            first.put(pair.first)
            second.put(pair.second)
            second.gapBefore = .space
            second.startsUpper = false
            parted += [first, second]
        }
        tokens = TokenText(parted, of: text)
    }

    private struct Pair: Sendable {
        /// Keys.
        var first: String
        var second: String
    }

    /// How many bytes the first word of a pair takes.
    private static func length(of pair: Pair, in bytes: ArraySlice<UInt8>) -> Int? {
        let word = String(decoding: bytes, as: UTF8.self)
        for index in word.indices.dropFirst()
        where WordKey.of(String(word[..<index])) == pair.first && WordKey.of(String(word[index...])) == pair.second {
            return word[..<index].utf8.count
        }
        return nil
    }

    /// By the key of two words without a space, the two: those of the phrases that open a time, and these before the words
    /// that a time begins with.
    private static let pairs: [String: Pair] = {
        var pairs: [String: Pair] = [:]
        func add(_ first: String, _ second: String) {
            pairs[WordKey.of(first + second)] = Pair(first: WordKey.of(first), second: WordKey.of(second))
        }
        var leading: Set<String> = []
        for phrase in TimeOperator.printed.map(\.phrase) + RangeReader.printedOpenings {
            let words = phrase.split(separator: " ").map { String($0) }
            for (first, second) in zip(words, words.dropFirst()) { add(first, second) }
            if let last = words.last { leading.insert(last) }
        }
        for first in leading.sorted() {
            for second in units + TimeOperator.printed.map(\.phrase) where !second.contains(" ") { add(first, second) }
        }
        return pairs
    }()
    private static let units = Lexicon.strings(.gluedUnits)
}
