import VanBanModel
import VanBanReading

/// Reads the rows of a table whose cells stand between `|`: a row a line, but for rows that line breaks cut.
struct PipedRows {
    private let text: SourceText
    private var columns: Int
    private let isOpened: Bool
    private let isClosed: Bool
    private var rows: [Row] = []
    private var headers = 0
    private var furniture: [(stretch: Stretch, kind: Ledger.Furniture)] = []
    private var isRuled = false

    private struct Row {
        var cells: [Stretch]
        var range: Range<Int>
        var endsWithMark: Bool
        /// A line without any sign, between rows.
        var isLine = false
    }

    static func read(_ run: MarkedRun, in text: SourceText) -> MarkedPiece? {
        guard let first = run.lines.first, let last = run.lines.last else { return nil }
        var reader = PipedRows(run, in: text)
        guard reader.columns <= MarkedPiece.columnLimit else { return nil }
        for line in run.lines { reader.take(line) }
        return reader.piece(first.index..<(last.index + 1))
    }

    private init(_ run: MarkedRun, in text: SourceText) {
        self.text = text
        let rows = run.lines.lazy.filter { $0.kind == .row }
        isOpened = rows.first?.opens ?? false
        isClosed = rows.first?.closes ?? false
        let rule = run.lines.first { $0.kind == .rule }
        columns = rule?.cellCount ?? rows.prefix(6).reduce(0) { max($0, $1.cellCount) }
    }

    private mutating func take(_ line: MarkedLine) {
        switch line.kind {
        case .rule where line.isPlain || rows.count == 1 && line.cellCount == rows[0].cells.count:
            furniture.append((Stretch(line.range), .tableRule))
            if !isRuled, rows.count <= 3 { headers = rows.count }
            isRuled = true
        case .plainRule: furniture.append((Stretch(line.range), .ruler))
        case .text: takeText(line)
        case .row, .rule, .partialRule: takeRow(line)
        }
    }

    private mutating func takeRow(_ line: MarkedLine) {
        for mark in line.marks { furniture.append((Stretch(mark.range), .tableRule)) }
        let pieces = line.pieces(in: text)
        if let last = rows.indices.last, let first = pieces.first, completes(line, pieces) {
            append(first, to: last)
            rows[last].cells += pieces.dropFirst().map { Stretch($0) }
            rows[last].range = rows[last].range.lowerBound..<line.range.upperBound
            rows[last].endsWithMark = line.closes
            return
        }
        rows.append(Row(cells: pieces.map { Stretch($0) }, range: line.range, endsWithMark: line.closes))
    }

    /// Whether a line is the rest of the row above it.
    private func completes(_ line: MarkedLine, _ pieces: [Range<Int>]) -> Bool {
        guard let last = rows.last, !last.isLine, let first = pieces.first else { return false }
        let count = last.cells.count + pieces.count - 1
        if isOpened { return !line.opens && (count <= columns || isClosed && !last.endsWithMark) }
        guard last.cells.count < columns, count <= columns, !first.isEmpty, last.cells.last?.isEmpty == false,
            !RowNumber.fills(first, in: text)
        else { return false }
        return count == columns || LetterCase.startsLower(first, in: text)
    }

    /// A line without signs: the rest of a cell, or a group's title.
    private mutating func takeText(_ line: MarkedLine) {
        let series = OutlineLabel.at(line.range, in: text)?.series
        let isTitle =
            (series == .roman || series == .upperLetter) && (rows.last?.cells.count ?? 0) > 2
            && LetterCase.of(line.range, in: text) == .upper
        if let last = rows.indices.last, !rows[last].isLine, !isTitle {
            let isOpen = rows[last].cells.count < columns || isClosed && !rows[last].endsWithMark
            if isOpen || LetterCase.startsLower(line.range, in: text) {
                append(line.range, to: last)
                rows[last].range = rows[last].range.lowerBound..<line.range.upperBound
                return
            }
        }
        rows.append(Row(cells: [Stretch(line.range)], range: line.range, endsWithMark: true, isLine: true))
    }

    /// The line break inside the cell stays, as it does where tabs part the cells.
    private mutating func append(_ range: Range<Int>, to row: Int) {
        guard !range.isEmpty, let column = rows[row].cells.indices.last else { return }
        if rows[row].cells[column].isEmpty {
            rows[row].cells[column] = Stretch(range)
        } else {
            rows[row].cells[column] = Stretch(rows[row].cells[column].first.lowerBound..<range.upperBound)
        }
    }

    /// A title over all columns, which programs write into every cell that it spans.
    private func repeatedTitle(_ row: Row) -> PrintedRow? {
        guard columns >= 3, row.cells.count == columns, let first = row.cells.first, !first.isEmpty else { return nil }
        let bytes = text.bytes[first.hull]
        if RowNumber.fills(first.hull, in: text) || first.length < 4 { return numberedTitle(row) }
        guard row.cells.allSatisfy({ text.bytes[$0.hull] == bytes }) else { return nil }
        var title = PrintedRow(cells: [], stretch: first)
        title.label = OutlineLabel.at(first.first, in: text)
        return title
    }

    /// `I | Cải cách thể chế | Cải cách thể chế | …`: a number, and a title over all other columns.
    private func numberedTitle(_ row: Row) -> PrintedRow? {
        guard columns >= 4, row.cells[1].length >= 8 else { return nil }
        let bytes = text.bytes[row.cells[1].hull]
        guard row.cells.dropFirst(2).allSatisfy({ text.bytes[$0.hull] == bytes }) else { return nil }
        var cells = Array(row.cells.prefix(2))
        while cells.count < columns { cells.append(Stretch(0..<0)) }
        return MarkedPiece.row(cells, at: row.range.lowerBound, grid: GridRow(table: 0))
    }

    // MARK: What programs add

    /// Takes away what a program put above and beside a table on its own: a head of numbers or of names like `Col1` above
    /// the true one, and a column that counts the rows from 0 on.
    private mutating func takeGenerated() {
        guard isRuled, headers == 1, rows.count > 2, let head = rows.first, !head.isLine else { return }
        let filled = head.cells.filter { !$0.isEmpty }
        if isGenerated(filled), hasRoles(rows[1]) {
            furniture += filled.map { ($0, .markup) }
            rows.removeFirst()
            headers = 0
        } else if filled.count <= 1, columns > 2, rows.prefix(4).dropFirst().contains(where: hasRoles) {
            // A title, or nothing, stands where Markdown asks for a head.
            headers = 0
        }
        takeCount()
    }

    private mutating func takeCount() {
        let places = rows.indices.filter { rows[$0].cells.count == columns && !rows[$0].isLine }
        guard columns > 2, places.count > 2, let head = places.first, rows[head].cells[0].isEmpty else { return }
        for (number, row) in places.dropFirst().enumerated() {
            guard text.bytes[rows[row].cells[0].hull].elementsEqual(String(number).utf8) else { return }
        }
        for row in places {
            let number = rows[row].cells.removeFirst()
            if !number.isEmpty { furniture.append((number, .markup)) }
        }
        columns -= 1
    }

    private func hasRoles(_ row: Row) -> Bool {
        row.cells.count == columns && ColumnRoles.recognized(in: row.cells.map { TokenText($0, in: text) }) > 1
    }

    /// Whether cells are numbers, or all of them one short word of plain letters with a number behind it.
    private func isGenerated(_ cells: [Stretch]) -> Bool {
        guard cells.count > 1 else { return false }
        let words = Set(
            cells.map { cell -> [UInt8]? in
                let bytes = text.bytes[cell.hull]
                let word = bytes.prefix { !CharacterClass.isDigit($0) }
                let number = bytes[word.endIndex...]
                let isName = word.count <= 8 && word.allSatisfy { $0 < 0x80 }
                return isName && !number.isEmpty && number.allSatisfy(CharacterClass.isDigit) ? Array(word) : nil
            })
        return words.count == 1 && words.first != .some(nil)
    }

    private mutating func piece(_ lines: Range<Int>) -> MarkedPiece {
        takeGenerated()
        var piece = MarkedPiece(lines: lines, rows: [], columns: columns, furniture: furniture, layout: .pipes)
        piece.isRuled = isRuled
        piece.isFramed = isOpened
        var ragged = 0
        for (index, row) in rows.enumerated() {
            let filled = row.cells.reduce(0) { $0 + ($1.isEmpty ? 0 : 1) }
            guard filled > 0 else { continue }
            if let title = repeatedTitle(row) {
                furniture += row.cells.dropFirst(max(1, title.cells.count { !$0.isEmpty })).map { ($0, .markup) }
                piece.furniture = furniture
                piece.rows.append(title)
                continue
            }
            var cells = row.cells
            if cells.count != columns, !row.isLine {
                piece.isRegular = false
                if cells.count < columns, filled > 2, index >= headers { ragged += 1 }
            }
            // Of which cells a row is short the table's columns tell.
            while cells.count < columns, filled <= 2 || index < headers { cells.append(Stretch(0..<0)) }
            piece.rows.append(
                MarkedPiece.row(
                    cells, at: row.range.lowerBound, grid: GridRow(table: 0, isHeader: isRuled && index < headers)))
        }
        piece.confidence = (isRuled || isOpened ? 1 : 0.95) * (1 - Double(ragged) / Double(max(1, rows.count)))
        return piece
    }
}
