import VanBanReading

/// Tells at a glance of most cells of a table that they cite nothing.
///
/// A citation opens with the word `luật` or `pháp` (`Luật …`, `Pháp lệnh …`, `Hiến pháp`), with digits, a slash or a
/// dash, and letters behind it (``DocumentNumber``), or with digits behind the last word of a kind's name or behind
/// `số` (``ShortNumber``), or it is a kind with `nêu trên`; a text without any need not be taken apart into words.
enum CitationSigns {
    /// Whether anything in a stretch may open a citation; true where that is not plain.
    static func mayStand(in stretch: Stretch, of text: SourceText) -> Bool {
        guard stretch.more.isEmpty else { return true }
        let range = stretch.first
        return text.bytes.withUnsafeBufferPointer { bytes in
            let bytes = UnsafeBufferPointer(rebasing: bytes[range])
            for offset in 0..<bytes.count {
                switch bytes[offset] {
                case 0x2F, 0x2D: if isWithinNumber(offset, length: 1, bytes) { return true }
                // Dashes beyond ASCII, and what else begins so.
                case 0xE2: if isWithinNumber(offset, length: 3, bytes) { return true }
                case 0x4C, 0x6C: if isLaw(offset, bytes) { return true }
                case 0x50, 0x70: if isLegal(offset, bytes) { return true }
                case 0x30...0x39: if isNamed(offset, bytes) { return true }
                case 0x54, 0x74: if isAbove(offset, bytes) { return true }
                default: break
                }
            }
            return false
        }
    }

    private static func byte(_ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
        offset < bytes.count ? bytes[offset] : 0
    }

    /// `luật`, with the tone on either vowel.
    private static func isLaw(_ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let next = byte(offset + 1, bytes)
        return next | 0x20 == 0x75 && byte(offset + 2, bytes) >= 0x80
            || next == 0xE1 && byte(offset + 2, bytes) == 0xBB && byte(offset + 3, bytes) | 1 == 0xA5
    }

    /// `pháp`
    private static func isLegal(_ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        byte(offset + 1, bytes) | 0x20 == 0x68 && byte(offset + 2, bytes) == 0xC3
            && byte(offset + 3, bytes) | 0x20 == 0xA1
    }

    /// Whether a number begins at an offset behind a word that names documents.
    private static func isNamed(_ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var end = offset
        while end > 0, CharacterClass.isSpace(bytes[end - 1]) || bytes[end - 1] == 0x3A { end -= 1 }
        guard end > 1 else { return false }
        // Uncommon spaces may stand between.
        if bytes[end - 1] == 0xA0 { return true }
        return nameEnds.contains { name in
            guard name.count <= end, name[name.count - 1] | 0x20 == bytes[end - 1] | 0x20 else { return false }
            for position in 0..<name.count where !isAlike(name[position], bytes[end - name.count + position]) {
                return false
            }
            return true
        }
    }

    /// Whether two bytes are the same but for case, which is one bit of a letter's last byte.
    private static func isAlike(_ left: UInt8, _ right: UInt8) -> Bool {
        left == right || left ^ right == 0x20 || left >= 0x80 && left ^ right == 1
    }

    /// The ends of the words behind which a document's number stands.
    private static let nameEnds: [[UInt8]] = Lexicon.strings(.numberLeads).map { Array($0.utf8) }

    /// `trên`, as in `nêu trên`, and `trên đây`.
    private static func isAbove(_ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard byte(offset + 1, bytes) | 0x20 == 0x72, byte(offset + 2, bytes) == 0xC3, offset > 1 else { return false }
        let before = bytes[offset - 2] | 0x20
        return before == 0x75 || before == 0x69 || byte(offset + 6, bytes) == 0xC4
    }

    /// Whether digits stand before a sign (and perhaps a letter that belongs to them), and letters or a year behind it.
    private static func isWithinNumber(_ sign: Int, length: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var before = sign - 1
        while before >= 0, CharacterClass.isSpace(bytes[before]) { before -= 1 }
        guard before >= 0 else { return false }
        if !CharacterClass.isDigit(bytes[before]) {
            while before > 0, bytes[before] & 0xC0 == 0x80 { before -= 1 }
            let lead = bytes[before]
            // Uncommon spaces and note marks may stand between the digits and the sign.
            let isUncommon = lead == 0xC2 || lead == 0xE2 || lead == 0xE3 || lead == 0xEF
            guard isUncommon || before > 0 && CharacterClass.isDigit(bytes[before - 1]) else { return false }
        }
        var behind = sign + length
        while behind < bytes.count, CharacterClass.isSpace(bytes[behind]) { behind += 1 }
        let next = byte(behind, bytes)
        guard CharacterClass.isDigit(next) else { return next >= 0x80 || next | 0x20 >= 0x61 && next | 0x20 <= 0x7A }
        var end = behind
        while end < bytes.count, CharacterClass.isDigit(bytes[end]) { end += 1 }
        guard end - behind == 4 else { return false }
        while end < bytes.count, CharacterClass.isSpace(bytes[end]) { end += 1 }
        let sign = byte(end, bytes)
        return sign == 0x2F || sign == 0x2D || sign >= 0x80
    }
}
