/// A tag in the source of a page, for what is done to a page before it is parsed.
struct MarkupTag {
    typealias Page = UnsafeBufferPointer<UInt8>

    /// The tag from its `<` to behind its `>`.
    let range: Range<Int>
    let isEnd: Bool
    private let name: Range<Int>
    private let page: Page

    /// The tag that opens at an offset, which holds `<`; nil where none does.
    /// - Parameter attributes: set to how many it has, if that is more.
    init?(at start: Int, in page: Page, _ attributes: inout Int) {
        let isEnd = start + 1 < page.count && page[start + 1] == 0x2F
        let first = start + (isEnd ? 2 : 1)
        guard first < page.count, Self.isLetter(page[first]) else { return nil }
        var end = first + 1
        while end < page.count, page[end] > 0x20, page[end] != 0x2F, page[end] != 0x3E { end += 1 }
        range = start..<Self.end(of: start, in: page, &attributes)
        name = first..<end
        self.isEnd = isEnd
        self.page = page
    }

    /// Whether it is of the element of that name, which is given in small letters.
    func isNamed(_ word: StaticString) -> Bool { UnsafeBufferPointer(rebasing: page[name]).isWord(word) }

    /// The element's name in small letters.
    var lowerName: [UInt8] { page[name].map { UnsafeBufferPointer<UInt8>.lower($0) } }

    static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

    // MARK: Places in a page

    /// Behind the tag that opens at an offset; a `>` in quotes ends none.
    /// - Parameter attributes: set to how many the tag has, if that is more.
    static func end(of start: Int, in page: Page, _ attributes: inout Int) -> Int {
        var offset = start + 1
        var words = 0
        var isWord = true
        while offset < page.count {
            let byte = page[offset]
            if byte == 0x3E { break }
            if byte <= 0x20 || byte == 0x2F {
                isWord = false
            } else if byte == 0x3D {
                // The value; its quotes may hold anything.
                offset += 1
                while offset < page.count, page[offset] <= 0x20 { offset += 1 }
                guard offset < page.count else { break }
                let quote = page[offset]
                if quote == 0x22 || quote == 0x27 {
                    offset += 1
                    while offset < page.count, page[offset] != quote { offset += 1 }
                    isWord = false
                } else {
                    while offset < page.count, page[offset] > 0x20, page[offset] != 0x3E { offset += 1 }
                    isWord = false
                    continue
                }
            } else if !isWord {
                words += 1
                isWord = true
            }
            offset += 1
        }
        attributes = max(attributes, words)
        return min(page.count, offset + 1)
    }

    /// Behind the comment that opens at an offset (`<!--`): at its `-->` or `--!>`, and for `<!-->` and `<!--->`, which
    /// are whole comments, right there.
    static func commentEnd(of start: Int, in page: Page) -> Int {
        var offset = start + 4
        while offset < page.count {
            if page[offset] == 0x3E {
                if page[offset - 1] == 0x2D, page[offset - 2] == 0x2D { return offset + 1 }
                if page[offset - 1] == 0x21, page[offset - 2] == 0x2D, page[offset - 3] == 0x2D, offset >= start + 7 {
                    return offset + 1
                }
            }
            offset += 1
        }
        return page.count
    }

    /// Whether a comment opens at an offset.
    static func opensComment(_ start: Int, in page: Page) -> Bool {
        start + 3 < page.count && page[start + 1] == 0x21 && page[start + 2] == 0x2D && page[start + 3] == 0x2D
    }

    /// Where the end tag of an element begins whose content is no markup; the page's end where there is none.
    static func rawEnd(_ tag: StaticString, from start: Int, in page: Page) -> Int {
        var offset = start
        while offset < page.count {
            if page[offset] == 0x3C, UnsafeBufferPointer(rebasing: page[offset...]).opens(with: tag) { return offset }
            offset += 1
        }
        return offset
    }

    /// The end tag of what the tag opens, where its content is no markup.
    var rawEndTag: StaticString? {
        guard !isEnd else { return nil }
        if isNamed("script") { return "</script" }
        return isNamed("style") ? "</style" : nil
    }
}
