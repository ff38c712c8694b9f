import VanBanReading

/// Tables that only place text on the page: the two-column letterhead, the recipients beside the signing block, a box
/// around a paragraph. What they hold is running text, cell after cell.
struct LayoutTables {
    private let text: SourceText

    init(_ text: SourceText) { self.text = text }

    /// The blocks, such tables taken apart.
    func unfolded(_ blocks: consuming [Block]) -> [Block] {
        guard blocks.contains(where: { $0.grid != nil }) else { return blocks }
        var unfolded: [Block] = []
        unfolded.reserveCapacity(blocks.count)
        var index = 0
        while index < blocks.count {
            guard let table = blocks[index].grid?.table else {
                unfolded.append(blocks[index])
                index += 1
                continue
            }
            var end = index + 1
            while end < blocks.count, blocks[end].grid?.table == table { end += 1 }
            let rows = blocks[index..<end].map { $0.cells.map { Stretch($0) } }
            if isLayout(rows) {
                let ending = ending(of: rows)
                let taken = (index + ending.lowerBound)..<(index + ending.upperBound)
                unfolded += blocks[index..<taken.lowerBound].flatMap { paragraphs(of: $0, $0.cells) }
                unfolded += columns(of: blocks[taken])
                unfolded += blocks[taken.upperBound..<end].flatMap { paragraphs(of: $0, $0.cells) }
            } else {
                let captions = captionRows(of: blocks[index..<end])
                for row in blocks[index..<(index + captions)] { unfolded += paragraphs(of: row, row.cells) }
                let last = end - endRows(of: blocks[(index + captions)..<end])
                unfolded += blocks[(index + captions)..<last]
                unfolded += columns(of: blocks[last..<end])
            }
            index = end
        }
        return unfolded
    }

    /// Rows above a table's header that may say what it is.
    private static let mostCaptions = 3

    /// The rows of one cell above a header, which sheets have where documents have a title: `Phụ lục số 01 …`.
    private func captionRows(of rows: ArraySlice<Block>) -> Int {
        for (count, row) in rows.prefix(Self.mostCaptions + 1).enumerated() {
            guard row.cells.count > 2 else { return 0 }
            let filled = row.cells.filter { !$0.isEmpty }
            if filled.count == 1 { continue }
            let isHeader = filled.count > 2 && ColumnRoles.recognized(in: row.cells.map { TokenText($0, in: text) }) > 2
            return isHeader ? count : 0
        }
        return 0
    }

    /// Rows below a table's own that may be the end of the document.
    private static let mostEnds = 3

    /// The last rows of a table that are the recipients and who signs.
    private func endRows(of rows: ArraySlice<Block>) -> Int {
        guard rows.count > Self.mostEnds else { return 0 }
        let tail = rows.suffix(Self.mostEnds)
        guard
            let first = tail.first(where: { row in
                let filled = row.cells.filter { !$0.isEmpty }
                return (1...2).contains(filled.count) && row.cells.count > 3 && row.cells[0].count < 400
                    && filled.contains(where: endsDocument)
            })
        else { return 0 }
        return tail.reduce(0) { $0 + ($1.range.lowerBound >= first.range.lowerBound ? 1 : 0) }
    }

    /// Whether a cell opens with `Nơi nhận` or with whom somebody signs for.
    private func endsDocument(_ cell: Range<Int>) -> Bool {
        guard let line = lines(of: cell).first else { return false }
        let head = TokenText(text.head(of: line, bytes: 120), in: text)
        if head.matches(Self.recipients, at: 0) { return true }
        return head.tokens.first?.isAllUpper == true && SigningPrefix.length(in: head) != nil
            && LetterCase.of(line, in: text) == .upper
    }

    private static let mottos = Phrase.list([
        "Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do - Hạnh phúc", "Đảng Cộng sản Việt Nam",
    ])
    private static let recipients = Phrase("Nơi nhận")
    private static let number = Phrase("Số")
    /// A letterhead and a signing block have few rows and columns.
    private static let rowLimit = 8
    private static let columnLimit = 4

    /// Whether a table of such rows only places text on the page.
    func isLayout(_ rows: [[Stretch]]) -> Bool {
        let columns = rows.reduce(0) { max($0, $1.reduce(0) { $0 + ($1.isEmpty ? 0 : 1) }) }
        if columns <= 1 { return true }
        guard rows.count <= Self.rowLimit, columns <= Self.columnLimit else { return false }
        return holdForm(rows)
    }

    /// Whether rows hold what only stands in a letterhead or at a document's end.
    func holdForm(_ rows: [[Stretch]]) -> Bool {
        for row in rows {
            for cell in row where !cell.isEmpty && cell.ranges.contains(where: holdsForm) { return true }
        }
        return false
    }

    /// Whether a cell holds what only stands in a letterhead or at a document's end.
    private func holdsForm(_ cell: Range<Int>) -> Bool {
        for line in lines(of: cell) {
            let head = TokenText(text.head(of: line, bytes: 120), in: text)
            guard let first = head.tokens.first else { continue }
            if head.firstMatch(Self.mottos, at: 0) != nil || head.matches(Self.recipients, at: 0) { return true }
            if first.isAllUpper, SigningPrefix.length(in: head) != nil, LetterCase.of(line, in: text) == .upper {
                return true
            }
            if head.matches(Self.number, at: 0), head.tokens.count > 2, head.tokens[1].isSign(":"),
                DocumentNumber.at(2, in: head) != nil
            {
                return true
            }
        }
        return false
    }

    private func isUpper(_ line: Range<Int>) -> Bool { LetterCase.of(line, in: text) == .upper }

    private func lines(of cell: Range<Int>) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = cell.lowerBound
        for offset in cell where text.bytes[offset] == 0x0B || text.bytes[offset] == 0x0A {
            let line = text.trimmed(start..<offset)
            if !line.isEmpty { lines.append(line) }
            start = offset + 1
        }
        let line = text.trimmed(start..<cell.upperBound)
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    /// The rows that hold the end of a document, the recipients in the first column and who signs beside them; a
    /// letterhead below is that of the next document.
    private func ending(of rows: [[Stretch]]) -> Range<Int> {
        let first = rows.firstIndex { row in
            row.first.map { !$0.isEmpty && TokenText($0, in: text).matches(Self.recipients, at: 0) } ?? false
        }
        guard let first else { return 0..<0 }
        let end = rows[(first + 1)...].firstIndex { $0.contains(where: holdsMotto) } ?? rows.count
        return first..<end
    }

    private func holdsMotto(_ cell: Stretch) -> Bool {
        cell.ranges.contains { range in
            lines(of: range).contains { line in
                TokenText(text.head(of: line, bytes: 120), in: text).firstMatch(Self.mottos, at: 0) != nil
            }
        }
    }

    /// The recipients and the signing block are read one after the other, whatever rows they are cut into.
    private func columns(of rows: ArraySlice<Block>) -> [Block] {
        (0..<(rows.map(\.cells.count).max() ?? 0)).flatMap { column in
            rows.flatMap { column < $0.cells.count ? paragraphs(of: $0, [$0.cells[column]]) : [] }
        }
    }

    private func paragraphs(of row: Block, _ cells: [Range<Int>]) -> [Block] {
        var blocks: [Block] = []
        for cell in cells where !cell.isEmpty {
            let lines = lines(of: cell)
            for (position, line) in lines.enumerated() {
                // A name in capitals may run over two lines; everything else is a paragraph of its own.
                let goesOn = position + 1 < lines.count && isUpper(line) && isUpper(lines[position + 1])
                blocks.append(
                    Block(
                        kind: goesOn ? .line : .paragraph, range: line,
                        blankLinesBefore: blocks.isEmpty ? row.blankLinesBefore : position == 0 ? 1 : 0,
                        pageBreakBefore: blocks.isEmpty && row.pageBreakBefore, isBold: row.isBold))
            }
        }
        return blocks
    }

    /// The paragraphs of rows, row by row or column by column; the first has what stands before the first line.
    func paragraphs(of rows: [[Stretch]], byColumn: Bool, like line: Line) -> [Block] {
        var blocks: [Block] = []
        func add(_ cell: Stretch, isApart: Bool) {
            var isFirst = true
            for piece in cell.ranges where !piece.isEmpty {
                for range in lines(of: piece) {
                    let isHead = blocks.isEmpty
                    let blank = isHead ? line.blankLinesBefore : isFirst && isApart ? 1 : 0
                    blocks.append(
                        Block(
                            kind: .line, range: range, blankLinesBefore: blank,
                            pageBreakBefore: isHead && line.pageBreakBefore, isBold: line.isBold))
                    isFirst = false
                }
            }
        }
        if byColumn {
            for column in 0..<(rows.map(\.count).max() ?? 0) {
                var isApart = true
                for row in rows where column < row.count && !row[column].isEmpty {
                    add(row[column], isApart: isApart)
                    isApart = false
                }
            }
        } else {
            for cell in rows.joined() { add(cell, isApart: true) }
        }
        return blocks
    }
}
