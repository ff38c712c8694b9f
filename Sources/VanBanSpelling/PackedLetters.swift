/// At most eight ASCII letters in one word of the machine, the first in the uppermost byte.
struct PackedLetters: Sendable, Hashable {
    private let bits: UInt64
    private let count: Int

    /// Nil for longer words, and for other letters.
    init?(_ word: String) {
        var bits: UInt64 = 0
        var count = 0
        for byte in word.utf8 {
            guard count < 8, byte < 0x80 else { return nil }
            bits |= UInt64(byte) << (56 - 8 * UInt64(count))
            count += 1
        }
        self.bits = bits
        self.count = count
    }

    /// Whether one letter more, fewer or another makes one word of the other; equal words are not near.
    func isNear(_ other: PackedLetters) -> Bool {
        let (short, long) = count <= other.count ? (self, other) : (other, self)
        guard long.count - short.count <= 1, bits != other.bits else { return false }
        let same = UInt64((bits ^ other.bits).leadingZeroBitCount / 8)
        let rest = long.bits << (8 * same + 8)
        return short.count == long.count ? short.bits << (8 * same + 8) == rest : short.bits << (8 * same) == rest
    }
}
