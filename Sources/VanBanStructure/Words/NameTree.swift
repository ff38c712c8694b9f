/// Names by the keys of their words, to be walked word by word along a text without a text of keys being made.
struct NameTree<Value: Sendable>: Sendable {
    /// Where the words of a name so far lead to.
    struct Place: Sendable, Hashable {
        fileprivate var node: UInt32
    }

    /// Where every name begins.
    let root = Place(node: 0)
    /// The number of each word that a name has.
    private var words = KeyNumbers()
    private var nodes = StepTable()
    private var values: [Value?] = [nil]
    /// The marks of the words that names begin with.
    private var openings = KeyMarks()
    /// The words by their numbers, where names are also found that are nearly the same.
    private var known: [(key: String, sketch: WordLikeness.Sketch)] = []
    private let findsNear: Bool

    /// - Parameter findsNear: whether ``near(_:allowed:)`` will be asked.
    init(findsNear: Bool = false) { self.findsNear = findsNear }

    /// Sets memory aside for about so many names.
    mutating func reserve(_ count: Int) {
        words.reserve(count)
        nodes.reserve(count * 3)
        values.reserveCapacity(count * 3)
    }

    /// Whether a name may begin with a word of a mark; most words begin none.
    func mayBegin(_ mark: UInt8) -> Bool { openings.mayContain(mark) }

    /// The place one word on; nil where no name goes on so.
    func next(_ key: String, from place: Place) -> Place? {
        guard let word = words.number(of: key), let node = nodes[Self.step(word, place)] else { return nil }
        return Place(node: node)
    }

    /// The place some words on.
    func next(_ keys: some Sequence<String>, from place: Place) -> Place? {
        var place = place
        for key in keys {
            guard let next = next(key, from: place) else { return nil }
            place = next
        }
        return place
    }

    /// What the name stands for that ends at a place; nil where none ends.
    func value(at place: Place) -> Value? { values[Int(place.node)] }

    /// What a whole name stands for.
    subscript(_ keys: some Sequence<String>) -> Value? {
        next(keys, from: root).flatMap { value(at: $0) }
    }

    /// What the names stand for that some words come near to (``WordLikeness``), with how many words differ.
    ///
    /// - Parameter allowed: words that may differ.
    func near(_ keys: [String], allowed: Int) -> [(value: Value, cost: Int)] {
        var ends: [(place: Place, cost: Int)] = [(root, 0)]
        for key in keys {
            var reached: [(place: Place, cost: Int)] = []
            // Looked for once a word, and only where a name could still go on otherwise.
            var others: [UInt32]?
            for end in ends {
                if let next = next(key, from: end.place) { reached.append((next, end.cost)) }
                guard end.cost < allowed else { continue }
                let near = others ?? self.words(near: key)
                others = near
                for word in near {
                    if let node = nodes[Self.step(word, end.place)] {
                        reached.append((Place(node: node), end.cost + 1))
                    }
                }
            }
            if reached.isEmpty { return [] }
            ends = reached
        }
        return ends.compactMap { end in value(at: end.place).map { ($0, end.cost) } }
    }

    private func words(near key: String) -> [UInt32] {
        let sketch = WordLikeness.Sketch(key)
        var near: [UInt32] = []
        for (number, word) in known.enumerated()
        where word.sketch.mayBeNear(sketch) && WordLikeness.areNear(word.key, key) && word.key != key {
            near.append(UInt32(truncatingIfNeeded: number))
        }
        return near
    }

    /// Puts a name in, or changes what it stands for.
    mutating func update(_ keys: some Sequence<String>, _ change: (inout Value?) -> Void) {
        var place = root
        for key in keys {
            if place == root { openings.insert(KeyBytes(key.utf8).mark) }
            let count = words.count
            let word = words.insert(key)
            if findsNear, words.count > count { known.append((key, WordLikeness.Sketch(key))) }
            let step = Self.step(word, place)
            if let node = nodes[step] {
                place = Place(node: node)
            } else {
                place = Place(node: UInt32(truncatingIfNeeded: values.count))
                nodes.insert(step, place.node)
                values.append(nil)
            }
        }
        change(&values[Int(place.node)])
    }

    private static func step(_ word: UInt32, _ place: Place) -> UInt64 {
        UInt64(place.node) << 32 | UInt64(word)
    }
}
