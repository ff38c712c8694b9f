/// Tells a web page, or a fragment of one, from a text with some tags in it, as OCR tools leave them.
enum MarkupShape {
    /// How much of a file is looked at, in bytes.
    static let sample = 1 << 16

    /// Whether the file opens as a page does.
    static func isPage(_ file: UnsafeBufferPointer<UInt8>) -> Bool { isMarkup(file, orFragment: false) }

    /// Whether the file is a page, or a fragment of one.
    static func isPresent(in file: UnsafeBufferPointer<UInt8>) -> Bool { isMarkup(file, orFragment: true) }

    private static func isMarkup(_ file: UnsafeBufferPointer<UInt8>, orFragment: Bool) -> Bool {
        let file = UnsafeBufferPointer(rebasing: file[..<min(file.count, sample)])
        var offset = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while true {
            while offset < file.count, CharacterClass.isSpace(file[offset]) { offset += 1 }
            guard offset < file.count, file[offset] == 0x3C else { return opensLate(file, from: offset) }
            let head = UnsafeBufferPointer(rebasing: file[offset...])
            for word in pages where head.opens(with: word) && isNameEnd(head, word.utf8CodeUnitCount) { return true }
            // A comment may open either.
            guard head.opens(with: "<!--") else { return orFragment && holdsItsText(head) }
            offset += 4
            while offset < file.count, file[offset] != 0x3E || file[offset - 1] != 0x2D || file[offset - 2] != 0x2D {
                offset += 1
            }
            offset += 1
        }
    }

    /// How far down a page may open, in bytes.
    private static let lead = 1024

    /// Whether a whole page stands behind a few words that are none of its markup, as a server's notices are.
    private static func opensLate(_ file: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        // A comment without an end reaches beyond the file.
        guard start < file.count else { return false }
        for offset in start..<min(file.count, start + lead) where file[offset] == 0x3C {
            let head = UnsafeBufferPointer(rebasing: file[offset...])
            guard head.opens(with: "<!doctype html") || head.opens(with: "<html") && isNameEnd(head, 5) else {
                continue
            }
            func place(of tag: StaticString) -> Int? {
                head.indices.first { head[$0] == 0x3C && UnsafeBufferPointer(rebasing: head[$0...]).opens(with: tag) }
            }
            // A page within a text is a table that some program wrote so.
            if let end = place(of: "</html") {
                let behind = head[end...].drop { $0 != 0x3E }.dropFirst().count { !CharacterClass.isSpace($0) }
                if behind > mostBehind { return false }
            }
            return place(of: "<body") != nil
        }
        return false
    }

    /// Bytes that may stand behind a page's end, white space aside.
    private static let mostBehind = 100

    private static let pages: [StaticString] = [
        "<!doctype html", "<html", "<?xml", "<head", "<body", "<meta", "<title", "<style", "<script", "<link", "<base",
        "<!--[if",
    ]

    private static func isNameEnd(_ head: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
        guard offset < head.count else { return true }
        let byte = head[offset] | 0x20
        return !(byte >= 0x61 && byte <= 0x7A) && !CharacterClass.isDigit(head[offset])
    }

    /// Whether nearly all words stand within blocks of markup: of a text only its tables do.
    private static func holdsItsText(_ file: UnsafeBufferPointer<UInt8>) -> Bool {
        var inside = 0
        var outside = 0
        var depth = 0
        var isParagraph = false
        var offset = 0
        while offset < file.count {
            guard file[offset] == 0x3C, let tag = tag(in: file, at: offset) else {
                if !CharacterClass.isSpace(file[offset]) {
                    if depth > 0 || isParagraph { inside += 1 } else { outside += 1 }
                }
                offset += 1
                continue
            }
            if tag.isParagraph {
                isParagraph = !tag.closes
            } else if tag.isBlock {
                depth = max(0, depth + (tag.closes ? -1 : 1))
            }
            offset = tag.end
        }
        return inside > 0 && tag(in: file, at: 0) != nil && outside * 10 <= inside
    }

    private struct Tag {
        var closes: Bool
        var isBlock: Bool
        var isParagraph: Bool
        var end: Int
    }

    private static let blocks: [StaticString] = [
        "div", "table", "section", "article", "main", "center", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "form",
        "blockquote", "pre", "header", "dl", "font",
    ]

    private static func tag(in file: UnsafeBufferPointer<UInt8>, at start: Int) -> Tag? {
        var offset = start + 1
        guard offset < file.count else { return nil }
        let closes = file[offset] == 0x2F
        if closes { offset += 1 }
        let nameStart = offset
        while offset < file.count,
            CharacterClass.isDigit(file[offset]) || file[offset] | 0x20 >= 0x61 && file[offset] | 0x20 <= 0x7A
        {
            offset += 1
        }
        guard offset > nameStart else { return nil }
        let name = UnsafeBufferPointer(rebasing: file[nameStart..<offset])
        while offset < file.count, file[offset] != 0x3E { offset += 1 }
        return Tag(
            closes: closes, isBlock: blocks.contains { name.isWord($0) }, isParagraph: name.isWord("p"),
            end: min(file.count, offset + 1))
    }
}
