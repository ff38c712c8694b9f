/// Reads the counts: a line for each syllable, with its count and the syllables that follow it often, each with the size of
/// that count.
///
/// It goes over the bytes twice, without a text or a slice of its own for any of the sixty thousand pairs: whoever asks for
/// one waits for all of them.
struct CountsReader {
    private(set) var words: [String] = []
    private(set) var counts: [Double] = []
    private(set) var pairs: [UInt32] = []
    private(set) var sizes: [UInt8] = []
    /// Where the pairs of each syllable begin among all, and where the last end.
    private(set) var starts: [Int32] = []
    /// Open addressing by the hashes of syllables: position + 1, 0 where there is none.
    private var places: [(hash: UInt64, place: UInt16)]

    private static let lineFeed = UInt8(ascii: "\n")
    private static let comma = UInt8(ascii: ",")
    private static let space = UInt8(ascii: " ")

    /// - Parameter bytes: lines below a line of heads.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var lines: [Range<Int>] = []
        var start = 0
        for offset in 0...bytes.count where offset == bytes.count || bytes[offset] == Self.lineFeed {
            if offset > start { lines.append(start..<offset) }
            start = offset + 1
        }
        lines = Array(lines.dropFirst())
        var size = 64
        while size < lines.count * 2 { size *= 2 }
        places = Array(repeating: (0, 0), count: size)
        words.reserveCapacity(lines.count)
        counts.reserveCapacity(lines.count)
        starts.reserveCapacity(lines.count + 1)
        pairs.reserveCapacity(bytes.count / 5)
        sizes.reserveCapacity(bytes.count / 5)
        let fields = lines.map { take($0, bytes) }
        // Followers stand in the order of the lines, so that the pairs are in order.
        for (first, field) in fields.enumerated() {
            starts.append(Int32(pairs.count))
            takeFollowers(of: UInt32(first), in: field, bytes)
        }
        starts.append(Int32(pairs.count))
    }

    /// Takes a line's syllable and its count.
    /// - Returns: where its followers stand.
    private mutating func take(_ line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var offset = line.lowerBound
        var hash = Self.hash
        while offset < line.upperBound, bytes[offset] != Self.comma {
            Self.add(bytes[offset], to: &hash)
            offset += 1
        }
        let word = UnsafeBufferPointer(rebasing: bytes[line.lowerBound..<offset])
        var slot = Self.slot(hash, places.count)
        while places[slot].place != 0 { slot = (slot + 1) & (places.count - 1) }
        places[slot] = (hash, UInt16(clamping: words.count + 1))
        words.append(String(decoding: word, as: UTF8.self))
        offset += 1
        var count = 0
        while offset < line.upperBound, bytes[offset] != Self.comma {
            count = count * 10 + Int(bytes[offset]) - 0x30
            offset += 1
        }
        counts.append(Double(count))
        return min(offset + 1, line.upperBound)..<line.upperBound
    }

    /// Takes `word=size` and a space, over and over.
    private mutating func takeFollowers(of first: UInt32, in field: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) {
        var offset = field.lowerBound
        while offset < field.upperBound {
            var end = offset
            while end < field.upperBound, bytes[end] != Self.space { end += 1 }
            if end - offset > 2 {
                var hash = Self.hash
                for place in offset..<(end - 2) { Self.add(bytes[place], to: &hash) }
                if let second = place(of: hash) {
                    let size = bytes[end - 1]
                    pairs.append(first << 16 | UInt32(second))
                    sizes.append(size >= 0x61 ? size - 0x61 + 10 : size - 0x30)
                }
            }
            offset = end + 1
        }
    }

    private func place(of hash: UInt64) -> UInt16? {
        var slot = Self.slot(hash, places.count)
        while places[slot].place != 0 {
            if places[slot].hash == hash { return places[slot].place - 1 }
            slot = (slot + 1) & (places.count - 1)
        }
        return nil
    }

    private static func slot(_ hash: UInt64, _ count: Int) -> Int {
        Int(truncatingIfNeeded: hash ^ hash >> 32) & (count - 1)
    }

    // FNV-1a.
    private static let hash: UInt64 = 0xCBF2_9CE4_8422_2325
    private static func add(_ byte: UInt8, to hash: inout UInt64) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
