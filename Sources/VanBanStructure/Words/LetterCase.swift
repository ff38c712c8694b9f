import VanBanReading

/// Whether a stretch is written in capitals.
enum LetterCase {
    case upper, mixed, none

    /// `upper` where it has at least two letters and no lower-case one.
    static func of(_ range: Range<Int>, in text: SourceText) -> LetterCase {
        let bytes = text.bytes
        var uppers = 0
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = bytes[offset]
            switch byte {
            case 0x61...0x7A: return .mixed
            case 0x41...0x5A: uppers += 1
            case 0xC3...0xC9, 0xE1:
                guard let scalar = scalar(in: bytes, at: offset, end: range.upperBound) else { break }
                if WordKey.lowercase(scalar) != scalar { uppers += 1 } else if isLetter(scalar) { return .mixed }
            default: break
            }
            offset += CharacterClass.scalarLength(byte)
        }
        return uppers >= 2 ? .upper : .none
    }

    /// Whether the first letter or digit of a range is a small letter.
    static func startsLower(_ range: Range<Int>, in text: SourceText) -> Bool {
        guard let first = range.first else { return false }
        let byte = text.bytes[first]
        if byte >= 0x61 && byte <= 0x7A { return true }
        guard byte >= 0xC3, let scalar = scalar(in: text.bytes, at: first, end: range.upperBound) else { return false }
        return isLetter(scalar) && WordKey.lowercase(scalar) == scalar
    }

    private static func scalar(in bytes: [UInt8], at offset: Int, end: Int) -> UInt32? {
        let byte = bytes[offset]
        if byte >= 0xC3, byte < 0xE0, offset + 1 < end {
            return UInt32(byte & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F)
        }
        if byte == 0xE1, offset + 2 < end {
            return UInt32(byte & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F)
        }
        return nil
    }

    private static func isLetter(_ scalar: UInt32) -> Bool {
        (scalar >= 0xC0 && scalar <= 0x24F && scalar != 0xD7 && scalar != 0xF7)
            || (scalar >= 0x1EA0 && scalar <= 0x1EF9)
    }
}

extension SourceText {
    /// The beginning of a range, cut at a character.
    func head(of range: Range<Int>, bytes count: Int) -> Range<Int> {
        guard range.count > count else { return range }
        var end = range.lowerBound + count
        while end > range.lowerBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return range.lowerBound..<end
    }

    /// The beginning of a range as messages quote it: whole words, and a sign where more follows.
    func excerpt(of range: Range<Int>) -> String {
        let head = head(of: range, bytes: 90)
        guard head.upperBound < range.upperBound else { return string(range) }
        var end = head.upperBound
        while end > head.lowerBound, !CharacterClass.isSpace(bytes[end]) { end -= 1 }
        return string(trimmed(end > head.lowerBound ? head.lowerBound..<end : head)) + "…"
    }

    /// The number of characters of a range, white space included.
    func width(of range: Range<Int>) -> Int {
        var count = 0
        for offset in range where bytes[offset] & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// The last byte of a range that is no white space, quotation mark or closing bracket.
    func lastSign(of range: Range<Int>) -> UInt8 {
        var end = range.upperBound
        while end > range.lowerBound {
            let byte = bytes[end - 1]
            if CharacterClass.isSpace(byte) || byte == 0x29 || byte == 0x22 || byte == 0x2A {
                end -= 1
            } else if end - 3 >= range.lowerBound, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80,
                (0x98...0x9F).contains(byte)
            {
                end -= 3
            } else {
                return byte
            }
        }
        return 0
    }
}
