/// Writes as words what browsers show of a page though it stands in no text: the page in a frame's own attribute, what
/// was typed or chosen in the fields of a form that fill cells, the words for a picture that fills one, and markup that a
/// program escaped once too often.
struct ShownMarkup {
    private let page: UnsafeBufferPointer<UInt8>
    private var edits: [(range: Range<Int>, words: [UInt8])] = []

    private init(_ page: UnsafeBufferPointer<UInt8>) { self.page = page }

    /// The page with such words in it.
    static func settled(_ page: consuming [UInt8]) -> [UInt8] {
        let source = page
        let edits = source.withUnsafeBufferPointer { bytes -> [(range: Range<Int>, words: [UInt8])] in
            guard mayHold(bytes) else { return [] }
            var markup = ShownMarkup(bytes)
            markup.read()
            return markup.edits
        }
        guard !edits.isEmpty else { return source }
        var written: [UInt8] = []
        written.reserveCapacity(source.count)
        var offset = 0
        for edit in edits where edit.range.lowerBound >= offset {
            written += source[offset..<edit.range.lowerBound]
            written += edit.words
            offset = edit.range.upperBound
        }
        return written + source[offset...]
    }

    /// Most pages are done with one look.
    private static func mayHold(_ page: UnsafeBufferPointer<UInt8>) -> Bool {
        var offset = 0
        while offset + 8 < page.count {
            let rest = UnsafeBufferPointer(rebasing: page[offset...])
            switch page[offset] {
            case 0x3C where [0x69, 0x73].contains(page[offset + 1] | 0x20):
                if rest.opens(with: "<iframe") || rest.opens(with: "<select") || rest.opens(with: "<input")
                    || rest.opens(with: "<img")
                {
                    return true
                }
            case 0x26: if rest.opens(with: "&lt;/") { return true }
            default: break
            }
            offset += 1
        }
        return false
    }

    // MARK: Reading

    private mutating func read() {
        var offset = 0
        var text = 0
        var attributes = 0
        while offset < page.count {
            guard page[offset] == 0x3C else {
                offset += 1
                continue
            }
            if MarkupTag.opensComment(offset, in: page) {
                takeText(text..<offset)
                offset = MarkupTag.commentEnd(of: offset, in: page)
            } else if let tag = MarkupTag(at: offset, in: page, &attributes) {
                takeText(text..<offset)
                offset = tag.range.upperBound
                if let raw = tag.rawEndTag {
                    offset = MarkupTag.rawEnd(raw, from: offset, in: page)
                } else if !tag.isEnd {
                    offset = take(tag)
                }
            } else {
                offset += 1
                continue
            }
            text = offset
        }
        takeText(text..<page.count)
    }

    /// - Returns: where the reading goes on.
    private mutating func take(_ tag: MarkupTag) -> Int {
        if tag.isNamed("iframe") { return takeFrame(tag) }
        if tag.isNamed("img") {
            if let end = endWithinWord(tag.range) {
                edits.append((tag.range.lowerBound..<end, []))
                return end
            }
            if let words = value(of: "alt", in: tag), words.contains(where: { $0 >= 0x80 || $0 == 0x26 }),
                fillsCell(tag.range)
            {
                edits.append((tag.range, Array(words)))
            }
        } else if tag.isNamed("input") {
            let kind = value(of: "type", in: tag)
            let isText = kind.map { kind in Self.typed.contains { kind.isWord($0) } } ?? true
            if isText, let words = value(of: "value", in: tag), !words.isEmpty, fillsCell(tag.range) {
                edits.append((tag.range, Self.escaped(words)))
            }
        } else if tag.isNamed("select") {
            let end = MarkupTag.rawEnd("</select", from: tag.range.upperBound, in: page)
            let close = min(page.count, (page[end...].firstIndex(of: 0x3E) ?? page.count - 1) + 1)
            if let words = chosen(tag.range.upperBound..<end), fillsCell(tag.range.lowerBound..<close) {
                edits.append((tag.range.lowerBound..<close, Array(words)))
                return close
            }
        }
        return tag.range.upperBound
    }

    /// Where a word goes on that a picture was set into: behind its first letter, which is no word, the source's line ends.
    private func endWithinWord(_ picture: Range<Int>) -> Int? {
        let first = picture.lowerBound - 1
        guard first > 0, first < page.count, Self.consonants.contains(page[first] | 0x20),
            page[first - 1] == 0x3E || CharacterClass.isSpace(page[first - 1])
        else { return nil }
        var end = picture.upperBound
        while end < page.count, CharacterClass.isSpace(page[end]) { end += 1 }
        guard end > picture.upperBound, end < page.count, page[end] != 0x3C else { return nil }
        return end
    }

    /// Letters that words begin with and that are none by themselves.
    private static let consonants = Set("bcdghklmnpqrstvx".utf8)

    /// Kinds of fields whose value is what is seen in them.
    private static let typed: [StaticString] = ["text", "date", "month", "number", "search", "email", "tel", "url"]

    private mutating func takeFrame(_ tag: MarkupTag) -> Int {
        guard let source = value(of: "srcdoc", in: tag), !source.isEmpty else { return tag.range.upperBound }
        let end = MarkupTag.rawEnd("</iframe", from: tag.range.upperBound, in: page)
        let close = min(page.count, (page[end...].firstIndex(of: 0x3E) ?? page.count - 1) + 1)
        edits.append(
            (tag.range.lowerBound..<close, Array("<div>".utf8) + Self.unescaped(source) + Array("</div>".utf8)))
        return close
    }

    /// The words of the option that is chosen.
    private func chosen(_ options: Range<Int>) -> UnsafeBufferPointer<UInt8>? {
        var offset = options.lowerBound
        var attributes = 0
        while offset < options.upperBound {
            guard page[offset] == 0x3C, let tag = MarkupTag(at: offset, in: page, &attributes) else {
                offset += 1
                continue
            }
            offset = tag.range.upperBound
            guard tag.isNamed("option"), !tag.isEnd, value(of: "selected", in: tag) != nil else { continue }
            var end = offset
            while end < options.upperBound, page[end] != 0x3C { end += 1 }
            return UnsafeBufferPointer(rebasing: page[offset..<end]).withoutSpace
        }
        return nil
    }

    // MARK: Cells

    /// Tags around a field that is looked for as the only content of a cell, and bytes of a row.
    private static let mostTags = 6
    private static let longestRow = 1 << 15
    /// What a row of a table of data has at least; frames of a site have fewer.
    private static let leastCells = 3

    /// Whether an element is all that a cell of a table of data holds.
    private func fillsCell(_ element: Range<Int>) -> Bool {
        var attributes = 0
        var start = element.lowerBound
        for _ in 0..<Self.mostTags {
            while start > 0, CharacterClass.isSpace(page[start - 1]) { start -= 1 }
            guard start > 0, page[start - 1] == 0x3E else { return false }
            var open = start - 1
            while open > 0, page[open] != 0x3C, start - open < 2_000 { open -= 1 }
            guard page[open] == 0x3C, let tag = MarkupTag(at: open, in: page, &attributes), !tag.isEnd else {
                return false
            }
            if tag.isNamed("td") { return endsCell(element.upperBound) && isInRow(open) }
            guard Self.around.contains(where: { tag.isNamed($0) }) else { return false }
            start = open
        }
        return false
    }

    private static let around: [StaticString] = ["p", "span", "div", "b", "strong", "center", "label", "a", "font"]

    private func endsCell(_ end: Int) -> Bool {
        var offset = end
        var attributes = 0
        for _ in 0..<Self.mostTags {
            while offset < page.count, CharacterClass.isSpace(page[offset]) { offset += 1 }
            guard offset < page.count, page[offset] == 0x3C, let tag = MarkupTag(at: offset, in: page, &attributes)
            else { return false }
            if tag.isNamed("td") || tag.isNamed("tr") { return true }
            guard tag.isEnd else { return false }
            offset = tag.range.upperBound
        }
        return false
    }

    private func isInRow(_ cell: Int) -> Bool {
        func opens(_ offset: Int, _ word: StaticString) -> Bool {
            page[offset] == 0x3C && UnsafeBufferPointer(rebasing: page[offset...]).opens(with: word)
        }
        var start = cell
        while start > 0, cell - start < Self.longestRow, !opens(start, "<tr") { start -= 1 }
        guard opens(start, "<tr") else { return false }
        var cells = 0
        var offset = start + 1
        while offset < page.count, offset - cell < Self.longestRow, !opens(offset, "<tr"), !opens(offset, "</tr") {
            if opens(offset, "<td") || opens(offset, "<th") { cells += 1 }
            offset += 1
        }
        return cells >= Self.leastCells
    }

    // MARK: Text

    private mutating func takeText(_ text: Range<Int>) {
        guard text.count > 2 else { return }
        var escapes = 0
        var isMarkup = false
        var offset = text.lowerBound
        while offset < text.upperBound {
            guard page[offset] == 0x26 else {
                offset += 1
                continue
            }
            let rest = UnsafeBufferPointer(rebasing: page[offset..<text.upperBound])
            if rest.opens(with: "&lt;") {
                escapes += 1
                isMarkup = isMarkup || rest.opens(with: "&lt;/td") || rest.opens(with: "&lt;/p&gt;")
            }
            offset += 1
        }
        guard isMarkup, escapes >= Self.leastEscapes else { return }
        edits.append((text, Self.unescaped(UnsafeBufferPointer(rebasing: page[text]))))
    }

    /// Tags of a body that was escaped as a whole.
    private static let leastEscapes = 4

    private static let escapes: [(name: StaticString, byte: UInt8)] = [
        ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22), ("&#39;", 0x27), ("&#34;", 0x22), ("&amp;", 0x26),
    ]

    /// Text with the signs of markup in place of their names.
    private static func unescaped(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var offset = 0
        while offset < text.count {
            if text[offset] == 0x26 {
                let rest = UnsafeBufferPointer(rebasing: text[offset...])
                if let found = escapes.first(where: { rest.opens(with: $0.name) }) {
                    bytes.append(found.byte)
                    offset += found.name.utf8CodeUnitCount
                    continue
                }
            }
            bytes.append(text[offset])
            offset += 1
        }
        return bytes
    }

    private static func escaped(_ words: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        words.flatMap { $0 == 0x3C ? Array("&lt;".utf8) : [$0] }
    }

    // MARK: Attributes

    /// What stands behind an attribute's name in a tag; empty where it has no value, nil where it is not there.
    private func value(of name: StaticString, in tag: MarkupTag) -> UnsafeBufferPointer<UInt8>? {
        var offset = tag.range.lowerBound + 1
        let end = max(offset, tag.range.upperBound - 1)
        while offset < end, page[offset] > 0x20 { offset += 1 }
        while offset < end {
            while offset < end, page[offset] <= 0x20 || page[offset] == 0x2F { offset += 1 }
            let start = offset
            while offset < end, page[offset] > 0x20, page[offset] != 0x3D, page[offset] != 0x2F { offset += 1 }
            let isAsked = UnsafeBufferPointer(rebasing: page[start..<offset]).isWord(name)
            while offset < end, page[offset] <= 0x20 { offset += 1 }
            var value = offset..<offset
            if offset < end, page[offset] == 0x3D {
                offset += 1
                while offset < end, page[offset] <= 0x20 { offset += 1 }
                guard offset < end else { return nil }
                let quote = page[offset]
                let first = quote == 0x22 || quote == 0x27 ? offset + 1 : offset
                var last = first
                while last < end, first > offset ? page[last] != quote : page[last] > 0x20 { last += 1 }
                value = first..<last
                offset = first > offset ? last + 1 : last
            }
            if isAsked { return UnsafeBufferPointer(rebasing: page[value]) }
            if offset == start { offset += 1 }
        }
        return nil
    }
}
