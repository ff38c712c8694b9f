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
        // The parser drops vertical tabs, and would glue the words that one parts.
        if page.contains(0x0B) { page = page.map { $0 == 0x0B ? 0x20 : $0 } }
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
        /// A comment becomes an instruction, which nobody follows.
        case instruction(Range<Int>)
        /// What browsers don't show becomes a comment.
        case hidden(Range<Int>)
        /// A tag goes.
        case blank(Range<Int>)
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
        /// Whether nothing but text has been met.
        var isFirst = true
        while offset < count {
            let text = offset
            while offset < count, page[offset] != 0x3C { offset += 1 }
            if offset - text > longText { cut(text..<offset, page, &cuts) }
            guard offset + 1 < count else { break }
            let next = page[offset + 1]
            if next == 0x21 {
                offset = declaration(at: offset, page, isFirst: isFirst, &edits)
                isFirst = false
            } else if MarkupTag.isLetter(next), let tag = MarkupTag(at: offset, in: page, &most) {
                isFirst = false
                offset = tag.range.upperBound
                if most > limits.attributes { return most }
                if let raw = tag.rawEndTag {
                    offset = MarkupTag.rawEnd(raw, from: offset, in: page)
                } else if tag.isNamed("select") {
                    offset = choicesEnd(of: tag, page, &edits)
                }
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

    /// `<!-- … -->` and the page's `<!DOCTYPE …>` are passed over; other declarations (`<![if …]>`, `<![endif]>`, a type
    /// of the document in its midst), which browsers don't show, are made comments, and `<!-->`, in which the parser sees
    /// the beginning of one, is made an instruction.
    private static func declaration(
        at start: Int, _ page: UnsafeBufferPointer<UInt8>, isFirst: Bool, _ edits: inout [Edit]
    ) -> Int {
        let count = page.count
        if MarkupTag.opensComment(start, in: page) {
            let end = MarkupTag.commentEnd(of: start, in: page)
            if end < start + 7, end <= count, page[end - 1] == 0x3E { edits.append(.instruction(start..<end)) }
            return end
        }
        let head = UnsafeBufferPointer(rebasing: page[start..<min(count, start + 9)])
        if isFirst, head.opens(with: "<!doctype") {
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

    /// The tags between `<select>` and its end are passed over by browsers, and close or open nothing around it; another
    /// `<select>` is its end.
    private static func choicesEnd(
        of list: MarkupTag, _ page: UnsafeBufferPointer<UInt8>, _ edits: inout [Edit]
    ) -> Int {
        let start = list.range.upperBound
        var offset = start
        var most = 0
        var passedOver: [Edit] = []
        while offset + 1 < page.count {
            guard page[offset] == 0x3C else {
                offset += 1
                continue
            }
            if let tag = MarkupTag(at: offset, in: page, &most) {
                if tag.isNamed("select"), !tag.isEnd {
                    edits.append(.hidden(list.range.lowerBound..<tag.range.upperBound))
                    return tag.range.upperBound
                }
                // The end, or what ends it in spite of itself.
                if tag.isNamed("select") || tag.isNamed("input") || tag.isNamed("textarea") || tag.isNamed("script") {
                    edits += passedOver
                    return offset
                }
                if !tag.isNamed("option"), !tag.isNamed("optgroup") { passedOver.append(.blank(tag.range)) }
                offset = tag.range.upperBound
            } else if page[offset + 1] == 0x21 {
                offset = declaration(at: offset, page, isFirst: false, &passedOver)
            } else {
                offset += 1
            }
        }
        // Without an end it hides nothing.
        return start
    }

    private mutating func apply(_ edits: [Edit]) {
        let dash: UInt8 = 0x2D
        for edit in edits {
            switch edit {
            case .comment(let range):
                let end = range.upperBound - 1
                for index in (range.lowerBound + 4)..<(end - 2) where page[index] == dash { page[index] = 0x20 }
                for index in [range.lowerBound + 2, range.lowerBound + 3, end - 2, end - 1] { page[index] = dash }
            case .hidden(let range):
                for index in range where page[index] == dash { page[index] = 0x20 }
                page.replaceSubrange(range.lowerBound..<(range.lowerBound + 4), with: Array("<!--".utf8))
                page.replaceSubrange((range.upperBound - 3)..<range.upperBound, with: Array("-->".utf8))
            case .instruction(let range):
                let signs = Array("<?x >".utf8)
                page.replaceSubrange(range.lowerBound..<(range.lowerBound + signs.count), with: signs)
                if range.count > signs.count { page[range.upperBound - 2] = 0x20 }
                page[range.upperBound - 1] = 0x3E
            case .blank(let range): for index in range { page[index] = 0x20 }
            case .text(let start, let end):
                let comment = Array("<!--CD-->".utf8)
                page.replaceSubrange(start..<(start + comment.count), with: comment)
                // A space without width, which is dropped from the text.
                if end >= 0 { page.replaceSubrange(end..<(end + 3), with: [0xE2, 0x80, 0x8B]) }
            }
        }
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
