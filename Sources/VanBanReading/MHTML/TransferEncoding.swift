/// Base64 (RFC 4648, 4).
enum Base64 {
    /// The bytes; what is no sign of the alphabet (line ends, dashes of a damaged file) is passed over.
    static func decode(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var bits: UInt32 = 0
        var count = 0
        for byte in text {
            guard let value = value(byte) else {
                if byte == 0x3D { break }
                continue
            }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }

    private static func value(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x41...0x5A: return UInt32(byte) - 0x41
        case 0x61...0x7A: return UInt32(byte) - 0x61 + 26
        case 0x30...0x39: return UInt32(byte) - 0x30 + 52
        case 0x2B, 0x2D: return 62
        case 0x2F, 0x5F: return 63
        default: return nil
        }
    }
}

/// Quoted-printable (RFC 2045, 6.7).
enum QuotedPrintable {
    static func decode(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var offset = text.startIndex
        while offset < text.endIndex {
            let byte = text[offset]
            guard byte == 0x3D else {
                bytes.append(byte)
                offset += 1
                continue
            }
            if offset + 2 < text.endIndex, let high = digit(text[offset + 1]), let low = digit(text[offset + 2]) {
                bytes.append(high << 4 | low)
                offset += 3
            } else if let next = lineEnd(behind: offset + 1, in: text) {
                offset = next
            } else {
                // A sign that was never encoded.
                bytes.append(byte)
                offset += 1
            }
        }
        return bytes
    }

    /// Where the next line begins, if only blanks stand before it.
    private static func lineEnd(behind start: Int, in text: ArraySlice<UInt8>) -> Int? {
        var offset = start
        while offset < text.endIndex, text[offset] == 0x20 || text[offset] == 0x09 { offset += 1 }
        guard offset < text.endIndex else { return offset }
        if text[offset] == 0x0A { return offset + 1 }
        guard text[offset] == 0x0D else { return nil }
        return offset + 1 < text.endIndex && text[offset + 1] == 0x0A ? offset + 2 : offset + 1
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: return byte - 0x30
        case 0x41...0x46: return byte - 0x41 + 10
        case 0x61...0x66: return byte - 0x61 + 10
        default: return nil
        }
    }
}
