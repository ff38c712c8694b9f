/// How well words of a table follow each other: as they do in legal text, and as they do elsewhere in the table.
struct WordAffinity: Sendable {
    private let syllables = SyllablePairs.standard
    private var pairs: [UInt32: Double] = [:]
    private var words: [SyllablePairs.Identifier: Double] = [:]

    /// What the table's own pairs count beside those of legal text, and how many a word is taken to have had before.
    private static let own = 0.5
    private static let before = 5.0
    /// A pair that was never seen says less than one that was seen often.
    private static let least = -0.5

    /// A table of which nothing is known.
    init() {}

    /// - Parameter lines: those of the table; what stands a space apart on them is taken for a pair.
    init(_ lines: [AlignedLine]) {
        for line in lines {
            for index in line.words.indices {
                if let last = line.words[index].last { words[last, default: 0] += 1 }
                guard index > 0, !line.isWideGap(before: index),
                    let pair = Self.key(line.words[index - 1], line.words[index])
                else { continue }
                pairs[pair, default: 0] += 1
            }
        }
    }

    /// The logarithm of how much likelier a word is behind another one than anywhere.
    /// - Parameter isCounted: whether the two stand a space apart on a line, so that they are one of the table's pairs.
    func affinity(_ first: AlignedWord, _ second: AlignedWord, isCounted: Bool) -> Double {
        guard let key = Self.key(first, second) else { return 0 }
        let others = max(0, (pairs[key] ?? 0) - (isCounted ? 1 : 0))
        let share = others > 0 ? others / ((first.last.flatMap { words[$0] } ?? 0) + Self.before) : 0
        return max(Self.least, syllables.affinity(first.last, second.first, beside: share, Self.own))
    }

    private static func key(_ first: AlignedWord, _ second: AlignedWord) -> UInt32? {
        guard let first = first.last, let second = second.first else { return nil }
        return UInt32(first) << 16 | UInt32(second)
    }
}
