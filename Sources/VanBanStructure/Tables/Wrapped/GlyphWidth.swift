import VanBanReading

/// How wide letters are in print, in parts of the type size, so that a line's length on paper can be told from its text.
///
/// The measures are those of Times, the typeface of NĐ 30/2020/NĐ-CP; a run of white space counts as one space.
enum GlyphWidth {
    static let space = 0.25

    /// The printed length of a range.
    static func of(_ range: Range<Int>, in text: SourceText) -> Double {
        let bytes = text.bytes
        var total = 0.0
        var offset = range.lowerBound
        var afterSpace = false
        while offset < range.upperBound {
            let blank = CharacterClass.spaceLength(in: bytes, at: offset)
            if blank > 0 {
                if !afterSpace { total += space }
                afterSpace = true
                offset += blank
                continue
            }
            afterSpace = false
            total += width(of: scalar(in: bytes, at: offset))
            offset += CharacterClass.scalarLength(bytes[offset])
        }
        return total
    }

    private static func scalar(in bytes: [UInt8], at offset: Int) -> UInt32 {
        let lead = UInt32(bytes[offset])
        func next(_ distance: Int) -> UInt32 {
            offset + distance < bytes.count ? UInt32(bytes[offset + distance] & 0x3F) : 0
        }
        if lead < 0x80 { return lead }
        if lead < 0xE0 { return (lead & 0x1F) << 6 | next(1) }
        if lead < 0xF0 { return (lead & 0x0F) << 12 | next(1) << 6 | next(2) }
        return 0xFFFD
    }

    private static func width(of scalar: UInt32) -> Double {
        let lower = WordKey.lowercase(scalar)
        let isUpper = lower != scalar || (scalar >= 0x41 && scalar <= 0x5A)
        let base = WordKey.split(scalar >= 0x41 && scalar <= 0x5A ? scalar + 0x20 : lower).base
        return isUpper ? upper(base) : other(base)
    }

    private static func upper(_ letter: UInt32) -> Double {
        switch letter {
        case 0x69: return 0.33  // i
        case 0x6A: return 0.39  // j
        case 0x66, 0x70, 0x73: return 0.56  // f p s
        case 0x65, 0x6C, 0x74, 0x7A, 0xEA: return 0.61  // e l t z ê
        case 0x62, 0x63, 0x72: return 0.67  // b c r
        case 0x6D: return 0.89  // m
        case 0x77: return 0.94  // w
        default: return 0.72
        }
    }

    private static func other(_ letter: UInt32) -> Double {
        switch letter {
        case 0x69, 0x6A, 0x6C, 0x74, 0x2E, 0x2C, 0x3A, 0x3B, 0x2F, 0x27, 0x7C: return 0.28
        case 0x66, 0x72, 0x28, 0x29, 0x2D, 0x21, 0x5B, 0x5D: return 0.33
        case 0x73: return 0.39
        case 0x61, 0x63, 0x65, 0x7A, 0xE2, 0x103, 0xEA, 0x201C, 0x201D: return 0.44
        case 0x6D: return 0.78
        case 0x77: return 0.72
        case 0x25: return 0.83
        case 0x2B: return 0.56
        case 0x2026: return 1.0
        default: return 0.5
        }
    }
}
