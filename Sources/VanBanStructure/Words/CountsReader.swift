/// Reads the counts: a line for each syllable, with its count and the syllables that follow it often, each with the size of
/// that count.
struct CountsReader {
    private(set) var words: [String] = []
    private(set) var counts: [Double] = []
    private(set) var pairs: [UInt32] = []
    private(set) var sizes: [UInt8] = []
    private var places: [UInt64: UInt16] = [:]

    init(_ count: Int) {
        words.reserveCapacity(count)
        counts.reserveCapacity(count)
        places.reserveCapacity(count)
    }

    mutating func take(_ line: ArraySlice<UInt8>) {
        let fields = line.split(separator: UInt8(ascii: ","), maxSplits: 2, omittingEmptySubsequences: false)
        guard fields.count > 1 else { return }
        places[Self.hash(fields[0])] = UInt16(clamping: words.count)
        words.append(String(decoding: fields[0], as: UTF8.self))
        counts.append(Double(fields[1].reduce(0) { $0 * 10 + Int($1) - 0x30 }))
    }

    /// Followers stand in the order of the lines, so that the pairs are in order.
    mutating func takeFollowers(of first: UInt16, in line: ArraySlice<UInt8>) {
        guard let comma = line.lastIndex(of: UInt8(ascii: ",")) else { return }
        for entry in line[(comma + 1)...].split(separator: UInt8(ascii: " ")) {
            guard entry.count > 2, let size = entry.last, let second = places[Self.hash(entry.dropLast(2))] else {
                continue
            }
            pairs.append(UInt32(first) << 16 | UInt32(second))
            sizes.append(size >= 0x61 ? size - 0x61 + 10 : size - 0x30)
        }
    }

    /// FNV-1a.
    private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
