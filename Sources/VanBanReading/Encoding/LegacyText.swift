/// A text that was read from a legacy encoding.
package struct LegacyText: Hashable, Sendable {
    /// Valid UTF-8; precomposed, as far as the encoding's own marks go.
    package var bytes: [UInt8] = []
    /// Offsets in `bytes` of the characters that the encoding does not have. They are kept as what they are in
    /// Windows-1252, and are U+FFFD where they are nothing there either.
    package var undecodable: [Int] = []
    /// What was read otherwise than it stands in the source, in order.
    package var changes: [Change] = []

    /// A stretch of the text that differs from the source.
    package struct Change: Hashable, Sendable {
        /// Byte range in the text.
        package var text: Range<Int>
        /// Byte range in the source.
        package var source: Range<Int>
    }

    /// The text as a string.
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    mutating func append(_ scalar: UInt32) { UTF8Scalar.append(scalar, to: &bytes) }
}

/// Scalars in UTF-8, one at a time.
enum UTF8Scalar {
    static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        switch scalar {
        case 0..<0x80: bytes.append(UInt8(scalar))
        case 0x80..<0x800:
            bytes.append(UInt8(0xC0 | scalar >> 6))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        case 0x800..<0x10000:
            bytes.append(UInt8(0xE0 | scalar >> 12))
            bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        default:
            bytes.append(UInt8(0xF0 | scalar >> 18 & 0x07))
            bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
            bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        }
    }

    /// The scalar at an index and the index behind it. Where the bytes are no UTF-8, U+FFFD for one byte.
    @inline(__always)
    static func next<Bytes: RandomAccessCollection<UInt8>>(
        in bytes: Bytes, at index: Bytes.Index
    ) -> (scalar: UInt32, end: Bytes.Index) {
        let lead = bytes[index]
        let after = bytes.index(after: index)
        if lead < 0x80 { return (UInt32(lead), after) }
        let length = CharacterClass.scalarLength(lead)
        guard lead >= 0xC2, bytes.distance(from: index, to: bytes.endIndex) >= length else { return (0xFFFD, after) }
        var scalar = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        var place = after
        for _ in 1..<length {
            let byte = bytes[place]
            guard byte & 0xC0 == 0x80 else { return (0xFFFD, after) }
            scalar = scalar << 6 | UInt32(byte & 0x3F)
            place = bytes.index(after: place)
        }
        return isLongEnough(scalar, length) ? (scalar, place) : (0xFFFD, after)
    }

    /// Whether a sequence of some bytes may stand for a scalar: none shorter does, and it is one.
    static func isLongEnough(_ scalar: UInt32, _ length: Int) -> Bool {
        switch length {
        case 2: return scalar >= 0x80
        case 3: return scalar >= 0x800 && !(0xD800...0xDFFF).contains(scalar)
        default: return scalar >= 0x10000 && scalar <= 0x10FFFF
        }
    }
}
