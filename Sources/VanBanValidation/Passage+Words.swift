extension Passage {
    /// The bytes in lower case, each where it was: Vietnamese letters take as many bytes in either case. Where some other
    /// letter does not, the bytes themselves.
    var lowercased: [UInt8] {
        let lower = Array(text.lowercased().utf8)
        return lower.count == bytes.count ? lower : bytes
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
