/// What the bytes of a UTF-8 text are, for code that looks at each byte once.
package enum CharacterClass {
    /// ASCII white space, the one-byte breaks of ``SourceText`` among them.
    @inlinable
    package static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
    }

    @inlinable
    package static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// Whether a scalar takes no room and says nothing: zero-width characters, marks of direction, soft hyphen.
    static func isInvisible(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF: return true
        default: return false
        }
    }

    /// The length in bytes of the scalar that a lead byte opens.
    @inlinable
    package static func scalarLength(_ lead: UInt8) -> Int {
        if lead < 0x80 { return 1 }
        if lead < 0xE0 { return 2 }
        return lead < 0xF0 ? 3 : 4
    }

    /// The length of the white-space character at an offset, 0 where there is none.
    @inlinable
    package static func spaceLength(in bytes: [UInt8], at offset: Int) -> Int {
        let byte = bytes[offset]
        if byte < 0x80 { return isSpace(byte) ? 1 : 0 }
        if byte == 0xC2, offset + 1 < bytes.count {
            return bytes[offset + 1] == 0xA0 || bytes[offset + 1] == 0x85 ? 2 : 0
        }
        guard offset + 2 < bytes.count else { return 0 }
        if byte == 0xE2 {
            let second = bytes[offset + 1]
            let third = bytes[offset + 2]
            if second == 0x80, (third >= 0x80 && third <= 0x8A) || third == 0xA8 || third == 0xA9 || third == 0xAF {
                return 3
            }
            if second == 0x81, third == 0x9F { return 3 }
        }
        if byte == 0xE3, bytes[offset + 1] == 0x80, bytes[offset + 2] == 0x80 { return 3 }
        return 0
    }

    /// The length of the white-space character that ends just before an offset, 0 where there is none.
    @inlinable
    package static func spaceLengthBefore(_ offset: Int, in bytes: [UInt8], from start: Int) -> Int {
        guard offset > start else { return 0 }
        if bytes[offset - 1] < 0x80 { return isSpace(bytes[offset - 1]) ? 1 : 0 }
        if offset - 2 >= start, bytes[offset - 2] == 0xC2 { return spaceLength(in: bytes, at: offset - 2) }
        if offset - 3 >= start { return spaceLength(in: bytes, at: offset - 3) == 3 ? 3 : 0 }
        return 0
    }

    /// The length of a superscript digit at an offset that calls or opens a footnote, 0 where there is none.
    ///
    /// `²` and `³` after a unit of length (`m²`, `km²`) are part of the unit.
    @inlinable
    package static func noteMarkLength(in bytes: [UInt8], at offset: Int, from start: Int) -> Int {
        let length = superscriptLength(in: bytes, at: offset)
        guard length == 2, bytes[offset + 1] != 0xB9, offset > start, bytes[offset - 1] == 0x6D else { return length }
        // "m" on its own or as km, cm, dm, mm, hm
        var before = offset - 2
        if before >= start, [0x6B, 0x63, 0x64, 0x6D, 0x68].contains(bytes[before]) { before -= 1 }
        if before < start || isDigit(bytes[before]) || bytes[before] == 0x2F || bytes[before] == 0x28
            || spaceLengthBefore(before + 1, in: bytes, from: start) > 0
        {
            return 0
        }
        return length
    }

    /// The length of a superscript digit (¹ ² ³ ⁰ ⁴–⁹) at an offset, 0 where there is none.
    @inlinable
    package static func superscriptLength(in bytes: [UInt8], at offset: Int) -> Int {
        let byte = bytes[offset]
        if byte == 0xC2, offset + 1 < bytes.count {
            let next = bytes[offset + 1]
            return next == 0xB9 || next == 0xB2 || next == 0xB3 ? 2 : 0
        }
        if byte == 0xE2, offset + 2 < bytes.count, bytes[offset + 1] == 0x81 {
            let third = bytes[offset + 2]
            return third == 0xB0 || (third >= 0xB4 && third <= 0xB9) ? 3 : 0
        }
        return 0
    }
}
