import VanBanStructure

/// The words of a stretch of the source, each as often as it stands there, to be compared with those of another.
struct SourceWords: Hashable, Sendable {
    private(set) var counts: [String: Int] = [:]
    private(set) var total = 0

    init(_ text: String) {
        for word in WordKeys.joined(text).split(separator: " ") {
            counts[String(word), default: 0] += 1
            total += 1
        }
    }

    init(_ texts: some Sequence<String>) { self.init(texts.joined(separator: " ")) }

    var isEmpty: Bool { total == 0 }

    func shared(with other: SourceWords) -> Int {
        let (few, many) = counts.count <= other.counts.count ? (self, other) : (other, self)
        return few.counts.reduce(0) { $0 + min($1.value, many.counts[$1.key] ?? 0) }
    }

    /// How alike two stretches are, from 0 to 1 (Dice's coefficient over words).
    func likeness(to other: SourceWords) -> Double {
        total + other.total == 0 ? 1 : 2 * Double(shared(with: other)) / Double(total + other.total)
    }

    /// Whether all words of another stretch stand in this one.
    func holds(_ other: SourceWords) -> Bool { shared(with: other) == other.total }

    mutating func add(_ other: SourceWords) {
        for (word, count) in other.counts { counts[word, default: 0] += count }
        total += other.total
    }
}
