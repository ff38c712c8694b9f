import CSyllables
import VanBanReading

/// How often syllables, and pairs of them side by side, stand in Vietnamese legal text.
///
/// The counts (`syllables.csv`) are those of 897 public legal texts; `Benchmarks/misread_words.py` makes them.
package struct SyllablePairs: Sendable {
    /// A syllable, or what stands in place of one.
    package typealias Identifier = UInt16

    package static let standard = SyllablePairs()

    /// The beginning of a text, or what follows a sign; and a figure. The first two lines of the counts, in any order.
    package let edge: Identifier
    package let number: Identifier
    /// The syllables as they are printed in lower case, and how often each stands.
    package let printed: [String]
    package let counts: [Double]
    /// How many syllables there are, edges and figures not counted.
    package let sum: Double

    /// The syllables by their keys.
    private let keys: KeyNumbers
    private let syllables: [Identifier]
    /// Where the pairs of each syllable begin, and where the last end.
    private let starts: [Int32]
    /// Pairs, the first syllable in the upper half, ascending; and the logarithms of their counts in steps.
    private let pairs: [UInt32]
    private let sizes: [UInt8]
    /// By syllable the share of its places where none of the syllables follows that often do.
    private let ends: [Double]

    /// Parts of a natural logarithm that the size of a pair is kept in, and the size of the first.
    private static let steps = 3.0
    private static let firstSize = 3
    /// How often a syllable stands at the least that another may have been glued to.
    private static let frequent = 1000.0
    /// From this share of its places on a syllable may end a phrase, and the least that
    /// the counts can tell.
    private static let plainEnd = 0.15
    private static let leastEnd = 0.02

    private init() {
        let reader = CountsReader(
            UnsafeBufferPointer(start: vanban_syllables_start(), count: vanban_syllables_length()))
        var keys = KeyNumbers()
        keys.reserve(reader.words.count)
        var syllables: [Identifier] = []
        syllables.reserveCapacity(reader.words.count)
        for (index, word) in reader.words.enumerated() where word.utf8.first != UInt8(ascii: "<") {
            // Of syllables that differ in the tone mark's place the first is the most frequent.
            if keys.insert(WordKey.of(word)) == syllables.count { syllables.append(Identifier(clamping: index)) }
        }
        edge = Identifier(clamping: reader.words.firstIndex(of: "<s>") ?? 0)
        number = Identifier(clamping: reader.words.firstIndex(of: "<n>") ?? 0)
        self.keys = keys
        self.syllables = syllables
        printed = reader.words
        counts = reader.counts
        sum = zip(reader.words, reader.counts).reduce(0) { $1.0.utf8.first == UInt8(ascii: "<") ? $0 : $0 + $1.1 }
        starts = reader.starts
        pairs = reader.pairs
        sizes = reader.sizes
        var followed = [Double](repeating: 0, count: reader.words.count)
        for (pair, size) in zip(reader.pairs, reader.sizes) { followed[Int(pair >> 16)] += Self.count(of: size) }
        ends = zip(followed, reader.counts).map { max(0, 1 - $0 / max(1, $1)) }
    }

    private static func count(of size: UInt8) -> Double { counts[Int(size)] }

    /// What the sizes stand for.
    private static let counts = (0..<64).map { Logarithm.inverse(Double($0 + firstSize) / steps) }

    /// The syllable with a key (``WordKeys``); nil for one that legal text does not have.
    package func identifier(of key: String) -> Identifier? {
        keys.number(of: key).map { syllables[Int($0)] }
    }

    /// What a token counts as.
    func identifier(of token: Token) -> Identifier? {
        switch token.kind {
        case .word: identifier(of: token.key)
        case .number: number
        case .sign: edge
        }
    }

    /// How often a syllable stands.
    package func count(_ syllable: Identifier?) -> Double { syllable.map { counts[Int($0)] } ?? 0 }

    /// How often one syllable follows another, rounded; 0 where it hardly ever does.
    package func pair(_ first: Identifier?, _ second: Identifier?) -> Double {
        guard let first, let second else { return 0 }
        let key = UInt32(first) << 16 | UInt32(second)
        var low = Int(starts[Int(first)])
        var high = Int(starts[Int(first) + 1])
        while low < high {
            let middle = (low + high) / 2
            if pairs[middle] < key { low = middle + 1 } else { high = middle }
        }
        guard low < pairs.count, pairs[low] == key else { return 0 }
        return Self.count(of: sizes[low])
    }

    /// How often a syllable stands where its usual followers do not, as the end of a phrase does; nil for no syllable.
    package func endShare(_ syllable: Identifier?) -> Double? { syllable.map { ends[Int($0)] } }

    /// How unlikely it is that a phrase ends with a syllable, on a logarithmic scale; 0 where it well may.
    package func openEnd(_ syllable: Identifier?) -> Double {
        guard let share = endShare(syllable) else { return 0 }
        return max(0, Logarithm.of(Self.plainEnd / max(share, Self.leastEnd)))
    }

    /// The place between two frequent syllables that stand side by side without a space; nil where there is none or more
    /// than one.
    func seam(of word: Range<Int>, in text: SourceText) -> Int? {
        guard word.count >= 4, word.count <= 24 else { return nil }
        var found: Int?
        for offset in (word.lowerBound + 1)..<(word.upperBound - 1) where text.bytes[offset] & 0xC0 != 0x80 {
            let halves = [word.lowerBound..<offset, offset..<word.upperBound].map {
                count(identifier(of: WordKey.of(String(decoding: text.bytes[$0], as: UTF8.self))))
            }
            guard halves.allSatisfy({ $0 >= Self.frequent }) else { continue }
            guard found == nil else { return nil }
            found = offset
        }
        return found
    }

    /// The logarithm of how much more often one syllable follows another than it stands anywhere.
    /// - Parameters:
    ///   - share: how often it does so in a text of its own, of all times that the first one stands there.
    ///   - weight: what that counts, where it does at all.
    package func affinity(
        _ first: Identifier?, _ second: Identifier?, beside share: Double = 0, _ weight: Double = 0
    ) -> Double {
        // How often signs follow a syllable was not counted.
        guard first != nil, second != nil, second != edge else { return 0 }
        let alone = (count(second) + 0.2) / sum
        let own = share > 0 ? weight : 0
        let seen = (1 - own) * pair(first, second) / (count(first) + 20) + own * share
        return Logarithm.of((0.9 * seen + 0.1 * alone) / alone)
    }
}
