/// Whether two words may be one, badly printed or badly read.
enum WordLikeness {
    /// Compares keys of ``WordKey``: the same letters with other marks, or in a longer word one letter more, less or other.
    ///
    /// Many words are compared with few, so the letters are taken one by one and no text is made of them.
    static func areNear(_ left: String, _ right: String) -> Bool {
        var first = Letters(left)
        var second = Letters(right)
        var count = 0
        while true {
            let one = first.next()
            let other = second.next()
            guard one != other else {
                if one == nil { return count > 1 }
                count += 1
                continue
            }
            return differInOne(first, one, second, other, after: count)
        }
    }

    /// What tells of most words that they are far from one another without their letters being compared.
    struct Sketch: Sendable {
        /// A bit for each letter of the key, marks left out.
        private let letters: UInt32
        private let count: Int32

        init(_ key: String) {
            var letters: UInt32 = 0
            var count: Int32 = 0
            for letter in Letters(key) {
                letters |= 1 << UInt32(letter & 31)
                count += 1
            }
            self.letters = letters
            self.count = count
        }

        /// Whether the words may be near: one letter more, less or other changes no more than that.
        func mayBeNear(_ other: Sketch) -> Bool {
            (letters ^ other.letters).nonzeroBitCount <= 2 && abs(count - other.count) <= 1
        }
    }

    /// Letters below which one that differs makes another word.
    private static let leastLetters = 4

    /// Whether nothing but the letters just taken from two words tells them apart, `count` letters before being the same.
    private static func differInOne(
        _ first: Letters, _ one: UInt8?, _ second: Letters, _ other: UInt8?, after count: Int
    ) -> Bool {
        // Most words differ at once in more, so how long they are is asked last.
        if one != nil, other != nil, first.elementsEqual(second) {
            return count + 1 + first.count >= leastLetters
        }
        if isOneMore(first, than: second, from: other) {
            return count + second.count + (other == nil ? 0 : 1) >= leastLetters
        }
        if isOneMore(second, than: first, from: one) {
            return count + first.count + (one == nil ? 0 : 1) >= leastLetters
        }
        return false
    }

    /// Whether the letters behind a word's additional one are those of another, whose first has been taken from it.
    private static func isOneMore(_ rest: Letters, than other: Letters, from first: UInt8?) -> Bool {
        var rest = rest
        return rest.next() == first && (first == nil || rest.elementsEqual(other))
    }

    /// The letters of a key without marks and tone.
    private struct Letters: Sequence, IteratorProtocol {
        private var bytes: String.UTF8View.Iterator

        init(_ key: String) { bytes = key.utf8.makeIterator() }

        var count: Int { reduce(0) { count, _ in count + 1 } }

        mutating func next() -> UInt8? {
            while let byte = bytes.next() {
                switch byte {
                case UInt8(ascii: "A"), UInt8(ascii: "B"): return UInt8(ascii: "a")
                case UInt8(ascii: "E"): return UInt8(ascii: "e")
                case UInt8(ascii: "O"), UInt8(ascii: "P"): return UInt8(ascii: "o")
                case UInt8(ascii: "U"): return UInt8(ascii: "u")
                case UInt8(ascii: "D"): return UInt8(ascii: "d")
                case UInt8(ascii: "0")...UInt8(ascii: "9"): continue
                default: return byte
                }
            }
            return nil
        }
    }
}
