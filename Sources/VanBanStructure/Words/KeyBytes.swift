/// The bytes of a key while it is being made. The first sixteen need no memory of their own, and hardly a word has more.
struct KeyBytes {
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private var more: [UInt8] = []
    private(set) var count = 0

    init() {}

    init(_ bytes: some Collection<UInt8>) {
        for byte in bytes { append(byte) }
    }

    var isEmpty: Bool { count == 0 }

    @inline(__always) mutating func append(_ byte: UInt8) {
        if count < 8 {
            low |= UInt64(byte) << UInt64(count * 8)
        } else if count < 16 {
            high |= UInt64(byte) << UInt64(count * 8 - 64)
        } else {
            more.append(byte)
        }
        count += 1
    }

    /// The bytes as text; they must be UTF-8.
    var string: String {
        // Nearly every key is short and ASCII: such a string is laid down in place.
        if count < 16 {
            return String(unsafeUninitializedCapacity: count) { letters in
                withUnsafeBytes(of: (low.littleEndian, high.littleEndian)) { bytes in
                    for index in 0..<count { letters[index] = bytes[index] }
                }
                return count
            }
        }
        return withUnsafeBytes(of: (low.littleEndian, high.littleEndian)) { bytes in
            let string = String(decoding: UnsafeRawBufferPointer(rebasing: bytes[..<min(count, 16)]), as: UTF8.self)
            return more.isEmpty ? string : string + String(decoding: more, as: UTF8.self)
        }
    }

    /// A byte that equal keys have in common and few others, see ``KeyMarks``.
    var mark: UInt8 {
        UInt8(truncatingIfNeeded: ((low &+ high) &* 0x9E37_79B9_7F4A_7C15) >> 56)
    }
}

/// The marks of some keys: tells at once of most other words that they are none of them.
struct KeyMarks: Sendable, Hashable {
    private var bits = SIMD4<UInt64>()

    init() {}

    init(_ marks: some Sequence<UInt8>) {
        for mark in marks { insert(mark) }
    }

    mutating func insert(_ mark: UInt8) {
        bits[Int(mark >> 6)] |= 1 << UInt64(mark & 63)
    }

    func mayContain(_ mark: UInt8) -> Bool {
        bits[Int(mark >> 6)] >> UInt64(mark & 63) & 1 != 0
    }
}
