/// A sign that draws the lines of a table: `|`, `+`, `-`, `─`, `┼`, `║`.
struct TableSign {
    enum Kind { case vertical, horizontal, crossing }

    var kind: Kind
    /// In bytes.
    var length: Int
    /// A double or heavy line, or `=`: so the rule under a header is often told from the others.
    var isHeavy = false

    /// The sign at an offset; nil where a letter stands.
    static func at(_ offset: Int, in bytes: [UInt8]) -> TableSign? {
        switch bytes[offset] {
        case 0x7C: return TableSign(kind: .vertical, length: 1)
        case 0x2B: return TableSign(kind: .crossing, length: 1)
        case 0x2D, 0x5F: return TableSign(kind: .horizontal, length: 1)
        case 0x3D: return TableSign(kind: .horizontal, length: 1, isHeavy: true)
        case 0xC2:
            // The broken bar, `¦`.
            guard offset + 1 < bytes.count, bytes[offset + 1] == 0xA6 else { return nil }
            return TableSign(kind: .vertical, length: 2)
        case 0xE2:
            guard offset + 2 < bytes.count, bytes[offset + 1] == 0x94 || bytes[offset + 1] == 0x95 else { return nil }
            return drawn(0x2500 + Int(bytes[offset + 1] - 0x94) * 0x40 + Int(bytes[offset + 2] & 0x3F))
        case 0xEF:
            // The full-width `｜`.
            guard offset + 2 < bytes.count, bytes[offset + 1] == 0xBD, bytes[offset + 2] == 0x9C else { return nil }
            return TableSign(kind: .vertical, length: 3)
        default: return nil
        }
    }

    /// The signs of the Unicode block Box Drawing, U+2500 to U+257F.
    private static func drawn(_ scalar: Int) -> TableSign? {
        switch scalar {
        case 0x2500, 0x2504, 0x2508, 0x254C, 0x2574, 0x2576: return TableSign(kind: .horizontal, length: 3)
        case 0x2501, 0x2505, 0x2509, 0x254D, 0x2550, 0x2578, 0x257A, 0x257C, 0x257E:
            return TableSign(kind: .horizontal, length: 3, isHeavy: true)
        case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551, 0x2575, 0x2577, 0x2579, 0x257B,
            0x257D, 0x257F:
            return TableSign(kind: .vertical, length: 3)
        case 0x2571...0x2573: return nil
        default: return TableSign(kind: .crossing, length: 3)
        }
    }

    /// Whether a text holds any sign that parts cells. One look at every byte, and no more for a text without tables.
    static func occur(in bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            for offset in bytes.indices {
                let byte = bytes[offset]
                if byte == 0x7C { return true }
                if byte == 0xC2, offset + 1 < bytes.count, bytes[offset + 1] == 0xA6 { return true }
                if byte == 0xE2 || byte == 0xEF, offset + 2 < bytes.count {
                    let next = bytes[offset + 1]
                    if byte == 0xE2 ? next == 0x94 || next == 0x95 : next == 0xBD && bytes[offset + 2] == 0x9C {
                        return true
                    }
                }
            }
            return false
        }
    }

    /// Whether a sign that parts cells stands on a line.
    static func stand(in range: Range<Int>, of bytes: [UInt8]) -> Bool {
        range.contains { bytes[$0] == 0x7C || bytes[$0] >= 0xC2 && at($0, in: bytes)?.kind == .vertical }
    }
}
