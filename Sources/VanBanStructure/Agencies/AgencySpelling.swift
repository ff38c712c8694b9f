import VanBanReading

/// Finds the name that a misspelt one is meant for: `Sờ Nội vụ`, `UBND tinh`, `Vàn phòng UBND tỉnh`.
///
/// Scanned documents lose or change the marks of letters, and now and then a letter. A name is taken for another only
/// where one or two of its words differ so, and where no second agency is as near.
struct AgencySpelling {
    private let gazetteer: AgencyGazetteer

    init(_ gazetteer: AgencyGazetteer) {
        self.gazetteer = gazetteer
    }

    /// The agency that a name not in the gazetteer comes nearest to, with its canonical name; nil where none is near or
    /// several are.
    func nearest(to key: AgencyKey) -> (entry: AgencyGazetteer.Entry, name: String)? {
        let words = key.words[...]
        guard (2...Self.longest).contains(words.count) else { return nil }
        if let found = nearest(words) { return found }
        if let (stem, level) = AgencyGazetteer.splitPlural(words) {
            return nearest(stem, [AgencyKey.level, level.word]) ?? nearest(stem, [level.word])
        }
        if let (stem, noun, place) = AgencyGazetteer.splitLevel(words), !place.isEmpty {
            let level = gazetteer.isCentralCity(noun, place) ? TerritoryLevel.province : noun.level
            return nearest(stem, [level.word])
        }
        for length in stride(from: min(gazetteer.places.longest, words.count - 2), to: 0, by: -1) {
            let place = words.suffix(length)
            if place.allSatisfy(\.startsUpper), gazetteer.places.isProvince(place.lazy.map(\.key)) {
                return nearest(words.dropLast(length))
                    ?? nearest(words.dropLast(length), [TerritoryLevel.province.word])
            }
        }
        return nil
    }

    private static let longest = 16

    private func nearest(
        _ words: AgencyGazetteer.Words, _ more: [String] = []
    ) -> (entry: AgencyGazetteer.Entry, name: String)? {
        let keys = words.map(\.key) + more
        // A short name that differs in two words is another.
        let allowed = keys.count > 4 ? 2 : 1
        let found = gazetteer.names.near(keys, allowed: allowed, WordLikeness.areNear)
        guard let least = found.map(\.cost).min(), least > 0 else { return nil }
        var entries: Set<AgencyGazetteer.Entry> = []
        for match in found where match.cost == least { entries.formUnion([match.value.entry] + match.value.others) }
        guard entries.count == 1, let entry = entries.first else { return nil }
        return (entry, gazetteer.sheet.name(at: entry.position))
    }
}

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
