/// Puts the markup of tables into the order in which browsers show it, so that what follows reads rows and cells only.
///
/// HTML has rules for what authors get wrong, and browsers keep to them (HTML, 13.2.6.4.9 to 13.2.6.4.16): what stands in
/// a table outside of its cells is shown above it, a table that begins between the rows of another ends that, a cell
/// without a row opens one. The head is shown first and the foot last, wherever they are written, the caption above all.
struct TableMarkup {
    /// A stretch of the page, or a tag that the page lacks.
    private enum Piece {
        case page(Range<Int>)
        case tag(StaticString)
    }

    private enum Section { case top, head, body, foot }

    /// An open table.
    private struct Table {
        /// What is shown above it.
        var above: [Piece] = []
        /// Its tag, what stands behind it up to the first row, and its captions.
        var top: [Piece] = []
        var head: [Piece] = []
        var body: [Piece] = []
        var foot: [Piece] = []
        var section = Section.top
        /// Whether a part's tag has opened the section, and no end tag has closed it.
        var isSectionOpen = false
        var hasHead = false
        var hasFoot = false
        var isRowOpen = false
        var isCellOpen = false
        var isCaptionOpen = false
        /// Elements that stand above it and have not ended.
        var openAbove: [[UInt8]: Int] = [:]

        mutating func append(_ piece: Piece) {
            switch isCaptionOpen ? .top : section {
            case .top: TableMarkup.append(piece, to: &top)
            case .head: TableMarkup.append(piece, to: &head)
            case .body: TableMarkup.append(piece, to: &body)
            case .foot: TableMarkup.append(piece, to: &foot)
            }
        }
    }

    private let page: UnsafeBufferPointer<UInt8>
    private var tables: [Table] = []
    /// Tables within those, deeper than anybody looks at their parts.
    private var deeper = 0
    private var pieces: [Piece] = []
    /// Pieces that were moved or added.
    private var changes = 0

    /// Tables within one another whose parts are looked at.
    private static let depth = 100
    /// A page with more to be changed is left as it is, lest the changes take more room than the page.
    private static let mostChanges = 1 << 18

    private init(_ page: UnsafeBufferPointer<UInt8>) { self.page = page }

    /// The page with its tables in order.
    static func settled(_ page: consuming [UInt8]) -> [UInt8] {
        let source = page
        return source.withUnsafeBufferPointer { bytes in
            guard holdsTable(bytes) else { return nil }
            var markup = TableMarkup(bytes)
            markup.read()
            return markup.changes > 0 && markup.changes <= mostChanges ? markup.written() : nil
        } ?? source
    }

    private static func holdsTable(_ page: UnsafeBufferPointer<UInt8>) -> Bool {
        var offset = 0
        while offset + 6 < page.count {
            if page[offset] == 0x3C, page[offset + 1] | 0x20 == 0x74,
                UnsafeBufferPointer(rebasing: page[offset...]).opens(with: "<table")
            {
                return true
            }
            offset += 1
        }
        return false
    }

    private func written() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(page.count + 64)
        for piece in pieces {
            switch piece {
            case .page(let range): bytes.append(contentsOf: page[range])
            case .tag(let tag): tag.withUTF8Buffer { bytes.append(contentsOf: $0) }
            }
        }
        return bytes
    }

    // MARK: Reading

    private mutating func read() {
        var offset = 0
        var text = 0
        var attributes = 0
        while offset < page.count, changes <= Self.mostChanges {
            guard page[offset] == 0x3C else {
                offset += 1
                continue
            }
            let end: Int
            if MarkupTag.opensComment(offset, in: page) {
                end = MarkupTag.commentEnd(of: offset, in: page)
                take(text: text..<offset)
                append(.page(offset..<end))
            } else if offset + 1 < page.count, page[offset + 1] == 0x21 || page[offset + 1] == 0x3F {
                end = (page[offset...].firstIndex(of: 0x3E) ?? page.count - 1) + 1
                take(text: text..<offset)
                append(.page(offset..<end))
            } else if let tag = MarkupTag(at: offset, in: page, &attributes) {
                take(text: text..<offset)
                if let raw = tag.rawEndTag {
                    // Up to its end tag, which is one like others.
                    end = MarkupTag.rawEnd(raw, from: tag.range.upperBound, in: page)
                    append(.page(offset..<end))
                } else {
                    end = tag.range.upperBound
                    take(tag)
                }
            } else {
                offset += 1
                continue
            }
            offset = end
            text = end
        }
        take(text: text..<page.count)
        while !tables.isEmpty { close() }
    }

    private static func append(_ piece: Piece, to pieces: inout [Piece]) {
        if case .page(let range) = piece {
            if range.isEmpty { return }
            if case .page(let last)? = pieces.last, last.upperBound == range.lowerBound {
                pieces[pieces.count - 1] = .page(last.lowerBound..<range.upperBound)
                return
            }
        }
        pieces.append(piece)
    }

    /// Adds a piece where the page is at.
    private mutating func append(_ piece: Piece) {
        if let last = tables.indices.last { tables[last].append(piece) } else { Self.append(piece, to: &pieces) }
    }

    private mutating func insert(_ tag: StaticString) {
        changes += 1
        append(.tag(tag))
    }

    /// Whether what comes stands in a table, but in none of its cells.
    private var isBetweenCells: Bool {
        guard deeper == 0, let table = tables.last else { return false }
        return !table.isCellOpen && !table.isCaptionOpen
    }

    private mutating func take(text: Range<Int>) {
        guard isBetweenCells, page[text].contains(where: { !CharacterClass.isSpace($0) }) else {
            append(.page(text))
            return
        }
        putAbove(text)
    }

    private mutating func putAbove(_ range: Range<Int>) {
        changes += 1
        Self.append(.page(range), to: &tables[tables.count - 1].above)
    }

    private mutating func take(_ tag: MarkupTag) {
        let part = Part(tag)
        if part == .table {
            if tag.isEnd { closeTable(tag) } else { openTable(tag) }
        } else if deeper > 0 || tables.isEmpty {
            append(.page(tag.range))
        } else if let part {
            takePart(part, tag)
        } else if isBetweenCells, !tag.isNamed("style"), !tag.isNamed("script"), !tag.isNamed("template") {
            takeStray(tag)
        } else {
            append(.page(tag.range))
        }
    }

    /// A tag between the cells of a table that is none of its parts.
    private mutating func takeStray(_ tag: MarkupTag) {
        let last = tables.count - 1
        let name = tag.lowerName
        if tag.isEnd {
            // Browsers pass over the end of what did not begin there.
            guard let count = tables[last].openAbove[name], count > 0 else {
                changes += 1
                return
            }
            tables[last].openAbove[name] = count - 1
        } else {
            tables[last].openAbove[name, default: 0] += 1
        }
        putAbove(tag.range)
    }

    // MARK: Tables

    private mutating func openTable(_ tag: MarkupTag) {
        if deeper == 0, isBetweenCells {
            append(.tag("</table>"))
            changes += 1
            close()
        }
        if deeper > 0 || tables.count >= Self.depth {
            deeper += 1
            append(.page(tag.range))
        } else {
            tables.append(Table())
            append(.page(tag.range))
        }
    }

    private mutating func closeTable(_ tag: MarkupTag) {
        guard deeper == 0, !tables.isEmpty else {
            if deeper > 0 { deeper -= 1 }
            append(.page(tag.range))
            return
        }
        endSection()
        // The tag stands behind whatever section comes last.
        let table = tables.removeLast()
        assemble(table)
        append(.page(tag.range))
    }

    /// Ends a table that the page does not.
    private mutating func close() {
        assemble(tables.removeLast())
    }

    private mutating func assemble(_ table: Table) {
        for piece in table.above { append(piece) }
        for piece in table.top { append(piece) }
        for piece in table.head { append(piece) }
        for piece in table.body { append(piece) }
        for piece in table.foot { append(piece) }
    }

    // MARK: Parts of a table

    private enum Part {
        case table, caption, column, head, body, foot, row, cell

        init?(_ tag: MarkupTag) {
            // Most tags are none of these, and the second letter of the name tells.
            if tag.isNamed("td") || tag.isNamed("th") {
                self = .cell
            } else if tag.isNamed("tr") {
                self = .row
            } else if tag.isNamed("table") {
                self = .table
            } else if tag.isNamed("tbody") {
                self = .body
            } else if tag.isNamed("thead") {
                self = .head
            } else if tag.isNamed("tfoot") {
                self = .foot
            } else if tag.isNamed("caption") {
                self = .caption
            } else if tag.isNamed("col") || tag.isNamed("colgroup") {
                self = .column
            } else {
                return nil
            }
        }
    }

    private mutating func takePart(_ part: Part, _ tag: MarkupTag) {
        let last = tables.count - 1
        if tag.isEnd {
            endPart(part, tag)
            return
        }
        endCaption()
        tables[last].isCellOpen = false
        switch part {
        case .caption:
            endSection()
            if !tables[last].head.isEmpty || !tables[last].body.isEmpty || !tables[last].foot.isEmpty { changes += 1 }
            tables[last].isCaptionOpen = true
            append(.page(tag.range))
        case .head, .body, .foot: begin(part, tag)
        case .row:
            if tables[last].section == .top || !tables[last].isSectionOpen { openBody() }
            tables[last].isRowOpen = true
            append(.page(tag.range))
        case .cell:
            if !tables[last].isRowOpen {
                if tables[last].section == .top || !tables[last].isSectionOpen { openBody() }
                tables[last].isRowOpen = true
                insert("<tr>")
            }
            append(.page(tag.range))
            tables[last].isCellOpen = true
        case .table, .column: append(.page(tag.range))
        }
    }

    private mutating func endPart(_ part: Part, _ tag: MarkupTag) {
        let last = tables.count - 1
        switch part {
        case .caption:
            append(.page(tag.range))
            tables[last].isCaptionOpen = false
        case .cell:
            append(.page(tag.range))
            if !tables[last].isCaptionOpen { tables[last].isCellOpen = false }
        case .row:
            guard !tables[last].isCaptionOpen else { break }
            append(.page(tag.range))
            tables[last].isCellOpen = false
            tables[last].isRowOpen = false
        case .head, .body, .foot:
            guard !tables[last].isCaptionOpen else { break }
            append(.page(tag.range))
            tables[last].isCellOpen = false
            tables[last].isRowOpen = false
            tables[last].isSectionOpen = false
        case .table, .column: append(.page(tag.range))
        }
    }

    private mutating func endCaption() {
        let last = tables.count - 1
        guard tables[last].isCaptionOpen else { return }
        insert("</caption>")
        tables[last].isCaptionOpen = false
    }

    /// Ends the rows and the section that are open, for something that stands below all rows.
    private mutating func endSection() {
        let last = tables.count - 1
        endCaption()
        tables[last].isCellOpen = false
        tables[last].isRowOpen = false
        if tables[last].isSectionOpen {
            switch tables[last].section {
            // Implied where its place is the right one, and so no change.
            case .head: append(.tag("</thead>"))
            case .foot: append(.tag("</tfoot>"))
            default: break
            }
        }
        tables[last].isSectionOpen = false
    }

    private mutating func begin(_ part: Part, _ tag: MarkupTag) {
        endSection()
        let last = tables.count - 1
        switch part {
        case .head where !tables[last].hasHead:
            if !tables[last].body.isEmpty || !tables[last].foot.isEmpty { changes += 1 }
            tables[last].hasHead = true
            tables[last].section = .head
        case .foot where !tables[last].hasFoot:
            tables[last].hasFoot = true
            tables[last].section = .foot
        default: openBody()
        }
        tables[last].isSectionOpen = true
        append(.page(tag.range))
    }

    /// What comes is the body's; a foot that stands above it is moved.
    private mutating func openBody() {
        let last = tables.count - 1
        if tables[last].section != .body, !tables[last].foot.isEmpty { changes += 1 }
        tables[last].section = .body
    }
}
