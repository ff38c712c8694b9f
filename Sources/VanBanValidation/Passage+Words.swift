extension Passage {
    /// Bytes in lower case; the bytes themselves where that would be longer or shorter.
    static func lowercased(_ bytes: [UInt8]) -> [UInt8] {
        var lower = bytes
        if lowerVietnamese(&lower) { return lower }
        lower = Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
        return lower.count == bytes.count ? lower : bytes
    }

    /// Puts Vietnamese letters into lower case where they stand, by their bytes alone.
    /// - Returns: false where the text has letters of other kinds.
    private static func lowerVietnamese(_ bytes: inout [UInt8]) -> Bool {
        bytes.withUnsafeMutableBufferPointer { bytes in
            var offset = 0
            while offset < bytes.count {
                let byte = bytes[offset]
                if byte < 0x80 {
                    if byte >= 0x41, byte <= 0x5A { bytes[offset] = byte | 0x20 }
                    offset += 1
                    continue
                }
                guard offset + 1 < bytes.count else { return false }
                let next = bytes[offset + 1]
                switch (byte, next) {
                case (0xC2, _), (0xC3, 0x97): break  // Signs; ×.
                // À to Þ; Ă, Đ, Ĩ; Ũ; Ơ.
                case (0xC3, 0x80...0x9E): bytes[offset + 1] = next + 0x20
                case (0xC3, 0xA0...0xBF): break
                case (0xC4, 0x82...0x83), (0xC4, 0x90...0x91), (0xC4, 0xA8...0xA9), (0xC5, 0xA8...0xA9):
                    bytes[offset + 1] = next | 1
                case (0xC6, 0xA0...0xA1): bytes[offset + 1] = 0xA1
                case (0xC6, 0xAF...0xB0): bytes[offset + 1] = 0xB0
                case (0xE1, 0xBA...0xBB):
                    guard offset + 2 < bytes.count, next == 0xBA ? bytes[offset + 2] >= 0xA0 : bytes[offset + 2] < 0xBA
                    else { return false }
                    bytes[offset + 2] |= 1
                    offset += 1
                // Dashes, quotation marks, bullets and dots.
                case (0xE2, 0x80):
                    guard offset + 2 < bytes.count else { return false }
                    offset += 1
                default: return false
                }
                offset += 2
            }
            return true
        }
    }

    /// Where some words stand, whole words only, the first letter's case aside.
    /// - Parameter words: in lower case.
    func ranges(of words: String) -> [Range<Int>] { Self.ranges(of: words, in: lowercased) }

    /// Where some words stand in bytes in lower case.
    static func ranges(of words: String, in bytes: [UInt8]) -> [Range<Int>] {
        let needle = Array(words.utf8)
        guard let first = needle.first, bytes.count >= needle.count else { return [] }
        var found: [Range<Int>] = []
        var offset = 0
        while offset + needle.count <= bytes.count {
            if bytes[offset] == first, bytes[offset..<(offset + needle.count)].elementsEqual(needle) {
                let end = offset + needle.count
                if (offset == 0 || !isLetter(bytes[offset - 1])) && (end == bytes.count || !isLetter(bytes[end])) {
                    found.append(offset..<end)
                }
                offset = end
            } else {
                offset += 1
            }
        }
        return found
    }

    /// Whether a byte belongs to a word: a letter or digit of ASCII, or part of a letter beyond it. Quotation marks and
    /// dashes begin with E2.
    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x41 && byte <= 0x5A)
            || (byte >= 0xC3 && byte <= 0xC6) || byte == 0xE1 || (byte >= 0xA0 && byte < 0xC0)
    }
}
