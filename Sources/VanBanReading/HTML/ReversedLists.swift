/// Tells lists that count down where to begin: `<ol reversed>` without a start begins with the number of its items,
/// which stand behind it.
enum ReversedLists {
    private struct List {
        /// Where a start is to be written; nil where none is wanting.
        var place: Int?
        var items = 0
    }

    /// The page, with a `start` written into each such list.
    static func started(_ page: consuming [UInt8]) -> [UInt8] {
        let source = page
        guard source.withUnsafeBufferPointer(isNamed) else { return source }
        let places = source.withUnsafeBufferPointer { Self.places(in: $0) }
        guard !places.isEmpty else { return source }
        var written: [UInt8] = []
        written.reserveCapacity(source.count + 16 * places.count)
        var offset = 0
        for (place, items) in places {
            written += source[offset..<place]
            written += Array(" start=\(items)".utf8)
            offset = place
        }
        return written + source[offset...]
    }

    /// Whether the attribute's name stands anywhere: most pages are done with that.
    private static func isNamed(in page: UnsafeBufferPointer<UInt8>) -> Bool {
        var offset = 2
        while offset + 6 <= page.count {
            if page[offset] | 0x20 == 0x76, UnsafeBufferPointer(rebasing: page[(offset - 2)...]).opens(with: "reversed")
            {
                return true
            }
            offset += 1
        }
        return false
    }

    private static func places(in page: UnsafeBufferPointer<UInt8>) -> [(place: Int, items: Int)] {
        var found: [(place: Int, items: Int)] = []
        var open: [List] = []
        func close() {
            if let list = open.popLast(), let place = list.place { found.append((place, list.items)) }
        }
        var offset = 0
        while offset + 3 < page.count {
            guard page[offset] == 0x3C else {
                offset += 1
                continue
            }
            let isEnd = page[offset + 1] == 0x2F
            let nameStart = offset + (isEnd ? 2 : 1)
            var nameEnd = nameStart
            while nameEnd < page.count, UnsafeBufferPointer<UInt8>.lower(page[nameEnd]) >= 0x61,
                UnsafeBufferPointer<UInt8>.lower(page[nameEnd]) <= 0x7A
            {
                nameEnd += 1
            }
            let name = UnsafeBufferPointer(rebasing: page[nameStart..<nameEnd])
            offset = max(nameEnd, offset + 1)
            if name.isWord("li"), !isEnd {
                if let last = open.indices.last { open[last].items += 1 }
            } else if name.isWord("ol") || name.isWord("ul") || name.isWord("menu") || name.isWord("dir") {
                if isEnd {
                    close()
                } else {
                    let end = tagEnd(from: nameEnd, page)
                    let tag = UnsafeBufferPointer(rebasing: page[nameEnd..<end])
                    let isWanting = name.isWord("ol") && hasAttribute("reversed", tag) && !hasAttribute("start", tag)
                    open.append(List(place: isWanting ? nameEnd : nil))
                    offset = end
                }
            }
        }
        while !open.isEmpty { close() }
        return found.sorted { $0.place < $1.place }
    }

    /// The end of a tag; a `>` in quotes is none.
    private static func tagEnd(from start: Int, _ page: UnsafeBufferPointer<UInt8>) -> Int {
        var offset = start
        var quote: UInt8 = 0
        while offset < page.count, page[offset] != 0x3E || quote != 0 {
            if quote == 0, page[offset] == 0x22 || page[offset] == 0x27 {
                quote = page[offset]
            } else if page[offset] == quote {
                quote = 0
            }
            offset += 1
        }
        return offset
    }

    /// Whether a tag has an attribute; the name stands behind white space and outside of quotes.
    private static func hasAttribute(_ name: StaticString, _ tag: UnsafeBufferPointer<UInt8>) -> Bool {
        var quote: UInt8 = 0
        for offset in tag.indices {
            if quote != 0 {
                if tag[offset] == quote { quote = 0 }
            } else if tag[offset] == 0x22 || tag[offset] == 0x27 {
                quote = tag[offset]
            } else if offset > 0, CharacterClass.isSpace(tag[offset - 1]) || tag[offset - 1] == 0x2F {
                let rest = UnsafeBufferPointer(rebasing: tag[offset...])
                guard rest.opens(with: name) else { continue }
                let end = name.utf8CodeUnitCount
                if end == rest.count || rest[end] == 0x3D || rest[end] == 0x2F || CharacterClass.isSpace(rest[end]) {
                    return true
                }
            }
        }
        return false
    }
}
