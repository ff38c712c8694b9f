import VanBanModel
import VanBanReading

/// Letters that went lost before the document came here, so that nobody can read them back: `h� nghèo`, `Ph?ng`,
/// `Kat(cid:234)`, letters as a formula, UTF-8 that was read as Windows-1252 and then cut (`khÃ¡m sá»©c`).
struct LostLetters {
    private let text: SourceText
    private let bytes: [UInt8]

    /// More lines than these are not told one by one.
    private static let most = 200
    private static let excerpt = 60
    private static let formula = Array("math".utf8)

    init(_ text: SourceText) {
        self.text = text
        bytes = text.bytes
    }

    /// One diagnostic a line that has such words, with the first of them.
    /// - Parameter told: what the reader of the bytes said already.
    func diagnostics(besides told: [Diagnostic]) -> [Diagnostic] {
        // Where bytes were no text, the reader put the sign of a lost letter there itself, and said so.
        let isReplaced = told.contains { $0.code == .invalidBytes }
        var found: [Diagnostic] = []
        var offset = 0
        while offset < bytes.count, found.count < Self.most {
            guard isLost(at: offset, isReplaced) else {
                offset += 1
                continue
            }
            let word = word(around: offset)
            found.append(
                Diagnostic(
                    .lostLetters, at: text.location(of: word),
                    arguments: [text.string(text.head(of: word, bytes: Self.excerpt))]))
            offset = word.upperBound
            while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
        }
        return found
    }

    private func isLost(at offset: Int, _ isReplaced: Bool) -> Bool {
        switch bytes[offset] {
        case 0xEF: return !isReplaced && stands([0xBF, 0xBD], behind: offset)
        case UInt8(ascii: "?"): return isWithinWord(offset)
        case UInt8(ascii: "("): return isGlyphNumber(offset)
        case 0xC3: return isTwiceEncoded(offset)
        // Letters that recognition took for a formula: `\mathring { \mathrm { e } }`.
        case UInt8(ascii: "\\"): return stands(Self.formula, behind: offset)
        default: return false
        }
    }

    private func stands(_ more: [UInt8], behind offset: Int) -> Bool {
        offset + more.count < bytes.count && bytes[(offset + 1)...].prefix(more.count).elementsEqual(more)
    }

    /// `Ph?ng`, but not `https://…?x=1`, and no sentence whose space is missing (`gì?Vì`).
    private func isWithinWord(_ offset: Int) -> Bool {
        // A quotation may close behind a question (`gì?”`): what follows is a letter, of Latin-1 to Latin Extended-B or
        // of Latin Extended Additional.
        guard offset > 0, offset + 1 < bytes.count, isLetter(bytes[offset - 1]),
            (0x61...0x7A).contains(bytes[offset + 1]) || (0xC3...0xC6).contains(bytes[offset + 1])
                || bytes[offset + 1] == 0xE1
        else { return false }
        return !bytes[word(around: offset)].contains { $0 == 0x2F || $0 == 0x3D || $0 == 0x40 }
    }

    private func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// `(cid:234)`: the number of a glyph whose letter the file does not tell.
    private func isGlyphNumber(_ offset: Int) -> Bool {
        guard stands(Array("cid:".utf8), behind: offset) else { return false }
        var end = offset + 5
        while end < bytes.count, CharacterClass.isDigit(bytes[end]) { end += 1 }
        return end > offset + 5 && end < bytes.count && bytes[end] == UInt8(ascii: ")")
    }

    /// `Ã¡`, `á»`, `áº`, `Æ°`, `Ä‘`: the first two bytes of a Vietnamese letter, each read as a letter of its own.
    private func isTwiceEncoded(_ offset: Int) -> Bool {
        stands([0xA1, 0xC2, 0xBA], behind: offset) || stands([0xA1, 0xC2, 0xBB], behind: offset)
            || stands([0x86, 0xC2, 0xB0], behind: offset) || stands([0x84, 0xE2, 0x80, 0x98], behind: offset)
            || stands([0x83, 0xC2], behind: offset)
    }

    private func word(around offset: Int) -> Range<Int> {
        var start = offset
        while start > 0, bytes[start - 1] > 0x20 { start -= 1 }
        var end = offset
        while end < bytes.count, bytes[end] > 0x20 { end += 1 }
        return start..<end
    }
}
