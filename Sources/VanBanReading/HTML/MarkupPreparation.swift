/// Makes a decoded page ready for the parser: what it would take for text is taken out, what would make it slow is
/// refused or set aside.
struct MarkupPreparation {
    /// UTF-8 for the parser.
    private(set) var page: [UInt8]
    /// Long stretches of mere text, in order; in the page a comment stands for each (``mark``).
    private(set) var setAside: [[UInt8]] = []

    /// What the comment says that stands for a stretch that was set aside. A page that says the same gets no more than
    /// was set aside.
    static let mark: [UInt8] = Array("vanban:text-set-aside".utf8)
    /// The parser looks at every character; from this length on text goes past it.
    private static let longText = 1 << 16

    init(_ decoded: consuming [UInt8], limits: HTMLLimits) throws(ReadingError) {
        page = consume decoded
        var cuts: [Range<Int>] = []
        let attributes = rewrite(limits, &cuts)
        if attributes > limits.attributes { throw .tooManyAttributes(limit: limits.attributes) }
        if !cuts.isEmpty { setAside(cuts) }
    }

    /// The page, which is here no more.
    mutating func takePage() -> [UInt8] {
        defer { page = [] }
        return page
    }

    // MARK: One pass over the markup

    /// What is changed in the page, so that one without any such thing is not copied.
    private enum Edit {
        /// A declaration becomes a comment.
        case comment(Range<Int>)
        /// The signs around text go.
        case text(start: Int, end: Int)
    }

    /// - Returns: the most attributes of an element.
    private mutating func rewrite(_ limits: HTMLLimits, _ cuts: inout [Range<Int>]) -> Int {
        var edits: [Edit] = []
        let most = page.withUnsafeBufferPointer { Self.scan($0, limits, &cuts, &edits) }
        if !edits.isEmpty { apply(edits) }
        return most
    }

    private static func scan(
        _ page: UnsafeBufferPointer<UInt8>, _ limits: HTMLLimits, _ cuts: inout [Range<Int>], _ edits: inout [Edit]
    ) -> Int {
        let count = page.count
        var offset = 0
        var most = 0
        while offset < count {
            let text = offset
            while offset < count, page[offset] != 0x3C { offset += 1 }
            if offset - text > longText { cut(text..<offset, page, &cuts) }
            guard offset + 1 < count else { break }
            let next = page[offset + 1]
            if next == 0x21 {
                offset = declaration(at: offset, page, &edits)
            } else if next | 0x20 >= 0x61 && next | 0x20 <= 0x7A {
                let raw = rawElement(at: offset, page)
                offset = tagEnd(at: offset, page, &most)
                if most > limits.attributes { return most }
                if let raw { offset = rawEnd(raw, from: offset, page) }
            } else {
                offset += 1
            }
        }
        return most
    }

    /// Text without references to characters needs no parser; its ends stay, lest it melt with what is around it.
    private static func cut(_ text: Range<Int>, _ page: UnsafeBufferPointer<UInt8>, _ cuts: inout [Range<Int>]) {
        var from = text.lowerBound
        var to = text.lowerBound
        while from < text.upperBound {
            to = from
            while to < text.upperBound, page[to] != 0x26 { to += 1 }
            if to - from >= longText {
                // Whole characters only.
                var end = to
                while end > from, end < text.upperBound, page[end] & 0xC0 == 0x80 { end -= 1 }
                cuts.append(from..<end)
            }
            from = to
            while from < text.upperBound, page[from] != 0x3B, from - to < 32 { from += 1 }
            if from < text.upperBound, page[from] == 0x3B { from += 1 }
            while from < text.upperBound, page[from] & 0xC0 == 0x80 { from += 1 }
        }
    }

    /// `<!-- … -->` and `<!DOCTYPE …>` are passed over; other declarations (`<![if …]>`, `<![endif]>`), which browsers
    /// don't show, are made comments.
    private static func declaration(
        at start: Int, _ page: UnsafeBufferPointer<UInt8>, _ edits: inout [Edit]
    ) -> Int {
        let count = page.count
        func isByte(_ byte: UInt8, at offset: Int) -> Bool { offset < count && page[offset] == byte }
        if isByte(0x2D, at: start + 2), isByte(0x2D, at: start + 3) {
            var offset = start + 4
            while offset < count {
                if page[offset] == 0x3E, page[offset - 1] == 0x2D, page[offset - 2] == 0x2D, offset >= start + 6 {
                    return offset + 1
                }
                offset += 1
            }
            return count
        }
        let head = UnsafeBufferPointer(rebasing: page[start..<min(count, start + 9)])
        if head.opens(with: "<!doctype") {
            var offset = start + 9
            while offset < count, page[offset] != 0x3E { offset += 1 }
            return min(count, offset + 1)
        }
        if head.opens(with: "<![cdata[") {
            // What it holds is text; its own signs go.
            var offset = start + 9
            while offset + 2 < count, page[offset] != 0x5D || page[offset + 1] != 0x5D || page[offset + 2] != 0x3E {
                offset += 1
            }
            edits.append(.text(start: start, end: offset + 2 < count ? offset : -1))
            return start + 9
        }
        var end = start + 2
        while end < count, page[end] != 0x3E { end += 1 }
        guard end < count, end - start >= 6 else { return min(count, end + 1) }
        edits.append(.comment(start..<(end + 1)))
        return end + 1
    }

    private mutating func apply(_ edits: [Edit]) {
        let dash: UInt8 = 0x2D
        for edit in edits {
            switch edit {
            case .comment(let range):
                let end = range.upperBound - 1
                for index in (range.lowerBound + 4)..<(end - 2) where page[index] == dash { page[index] = 0x20 }
                for index in [range.lowerBound + 2, range.lowerBound + 3, end - 2, end - 1] { page[index] = dash }
            case .text(let start, let end):
                let comment = Array("<!--CD-->".utf8)
                page.replaceSubrange(start..<(start + comment.count), with: comment)
                // A space without width, which is dropped from the text.
                if end >= 0 { page.replaceSubrange(end..<(end + 3), with: [0xE2, 0x80, 0x8B]) }
            }
        }
    }

    /// The element whose content is no markup, if the tag at an offset opens one.
    private static func rawElement(at start: Int, _ page: UnsafeBufferPointer<UInt8>) -> StaticString? {
        let second = page[start + 1] | 0x20
        guard second == 0x73 else { return nil }
        let head = UnsafeBufferPointer(rebasing: page[start..<min(page.count, start + 8)])
        if head.opens(with: "<script") { return "</script" }
        return head.opens(with: "<style") ? "</style" : nil
    }

    private static func rawEnd(
        _ tag: StaticString, from start: Int, _ page: UnsafeBufferPointer<UInt8>
    ) -> Int {
        var offset = start
        while offset < page.count {
            if page[offset] == 0x3C,
                UnsafeBufferPointer(rebasing: page[offset..<min(page.count, offset + 8)]).opens(with: tag)
            {
                return offset
            }
            offset += 1
        }
        return offset
    }

    /// Behind the tag at an offset; its attributes are counted.
    private static func tagEnd(at start: Int, _ page: UnsafeBufferPointer<UInt8>, _ most: inout Int) -> Int {
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
        most = max(most, words)
        return min(page.count, offset + 1)
    }

    private mutating func setAside(_ cuts: [Range<Int>]) {
        var kept: [UInt8] = []
        var from = 0
        for cut in cuts {
            kept += page[from..<cut.lowerBound]
            setAside.append(Array(page[cut]))
            kept += Array("<!--".utf8) + Self.mark + Array("-->".utf8)
            from = cut.upperBound
        }
        kept += page[from...]
        page = kept
    }
}
