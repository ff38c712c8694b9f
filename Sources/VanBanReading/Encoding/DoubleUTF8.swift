/// UTF-8 whose bytes were taken for Windows-1252 and encoded in UTF-8 once more.
enum DoubleUTF8 {
    /// Reads such a text, itself in UTF-8. Characters that are no part of a sequence are kept.
    static func decode(_ source: [UInt8]) -> LegacyText {
        var text = LegacyText()
        text.bytes.reserveCapacity(source.count)
        var offset = 0
        while offset < source.count {
            if source[offset] < 0x80 {
                text.bytes.append(source[offset])
                offset += 1
                continue
            }
            let start = text.bytes.count
            if let (scalar, end) = sequence(in: source, at: offset) {
                text.append(scalar)
                text.changes.append(.init(text: start..<text.bytes.count, source: offset..<end))
                offset = end
                continue
            }
            let (scalar, end) = UTF8Scalar.next(in: source, at: offset)
            // A lead or continuation byte without its sequence, by the look of it.
            if scalar == 0xFFFD || LegacyTable.byte(of: scalar).map({ $0 >= 0xC2 }) ?? false {
                text.undecodable.append(start)
            }
            text.append(scalar)
            if scalar == 0xFFFD, end - offset != 3 {
                text.changes.append(.init(text: start..<text.bytes.count, source: offset..<end))
            }
            offset = end
        }
        return text
    }

    /// The scalar whose UTF-8 bytes stand as characters at an offset, and the end of the last of them.
    private static func sequence(in source: [UInt8], at offset: Int) -> (scalar: UInt32, end: Int)? {
        let (first, afterFirst) = UTF8Scalar.next(in: source, at: offset)
        guard let lead = LegacyTable.byte(of: first), lead >= 0xC2, lead <= 0xF4 else { return nil }
        var end = afterFirst
        let length = CharacterClass.scalarLength(lead)
        var scalar = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for _ in 1..<length {
            guard end < source.count else { return nil }
            let (next, after) = UTF8Scalar.next(in: source, at: end)
            guard let byte = LegacyTable.byte(of: next), byte & 0xC0 == 0x80 else { return nil }
            scalar = scalar << 6 | UInt32(byte & 0x3F)
            end = after
        }
        return UTF8Scalar.isLongEnough(scalar, length) ? (scalar, end) : nil
    }
}
