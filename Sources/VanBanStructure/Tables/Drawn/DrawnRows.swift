import VanBanModel
import VanBanReading

/// Reads the rows of a table whose lines are drawn: between two rules stands a row, whose cells are wrapped side by
/// side; a rule with a gap leaves the cell above the gap open downward.
struct DrawnRows {
    private let text: SourceText
    private let columns: DrawnColumns
    private var furniture: [(stretch: Stretch, kind: Ledger.Furniture)] = []
    private var rows: [DrawnRow] = []
    /// Lines since the last rule.
    private var block: [DrawnLine] = []
    /// Rows of the table's top that stand above its header's rule.
    private var headers = 0
    /// Columns that the rule above leaves open, with the row whose cells they are.
    private var open: [Int: Int] = [:]
    private var rules: [(rows: Int, isHeavy: Bool)] = []
    private var isGuessed = false
    /// How the lines without a rule between them are told apart.
    private let blocks: DrawnBlocks

    static func read(_ run: MarkedRun, in text: SourceText) -> MarkedPiece? {
        guard let first = run.lines.first, let last = run.lines.last else { return nil }
        var reader = DrawnRows(run, in: text)
        guard reader.columns.count > 0 else { return nil }
        for line in run.lines { reader.take(line) }
        reader.closeBlock()
        return reader.piece(first.index..<(last.index + 1))
    }

    private init(_ run: MarkedRun, in text: SourceText) {
        self.text = text
        columns = DrawnColumns(run.lines)
        blocks = DrawnBlocks(run, in: text)
    }

    private mutating func take(_ line: MarkedLine) {
        switch line.kind {
        case .rule, .plainRule:
            furniture.append((Stretch(line.range), line.kind == .rule ? .tableRule : .ruler))
            closeBlock()
            open.removeAll()
            rules.append((rows.count, line.isHeavy))
        case .partialRule: takePartialRule(line)
        case .row: block.append(drawn(line))
        case .text: break
        }
    }

    /// The pieces of a line, each in the column that it begins in.
    private mutating func drawn(_ line: MarkedLine) -> DrawnLine {
        let places = columns.places(of: line)
        var drawn = DrawnLine(range: line.range)
        var start = line.range.lowerBound
        var boundary = 0
        for (index, mark) in line.marks.enumerated() {
            guard let place = places[index] else { continue }
            furniture.append((Stretch(mark.range), .tableRule))
            if mark.range.lowerBound > line.range.lowerBound {
                drawn.add(text.trimmed(start..<mark.range.lowerBound), from: boundary, to: place)
            }
            start = mark.range.upperBound
            boundary = place
        }
        let rest = text.trimmed(start..<line.range.upperBound)
        if !rest.isEmpty || boundary < columns.count { drawn.add(rest, from: boundary, to: columns.count) }
        return drawn
    }

    private mutating func takePartialRule(_ line: MarkedLine) {
        closeBlock()
        let places = columns.places(of: line)
        // What was open stays open only where the rule has a gap again.
        var still: [Int: Int] = [:]
        furniture += line.marks.indices.filter { places[$0] != nil }
            .map { (Stretch(line.marks[$0].range), .tableRule) }
        for index in line.marks.indices.dropLast() {
            guard let from = places[index], let to = places[index + 1], from < to else { continue }
            let between = text.trimmed(line.marks[index].range.upperBound..<line.marks[index + 1].range.lowerBound)
            if index < line.ruled.count, line.ruled[index] {
                furniture.append((Stretch(between), .tableRule))
                continue
            }
            for column in from..<to { still[column] = open[column] ?? rows.indices.last }
            if let row = still[from], !between.isEmpty { rows[row].append(between, to: from) }
        }
        open = still
    }

    /// The lines between two rules become rows.
    private mutating func closeBlock() {
        guard !block.isEmpty else { return }
        defer { block.removeAll(keepingCapacity: true) }
        let groups = open.isEmpty ? blocks.rows(of: block, isFirst: rows.isEmpty) : [block.indices]
        if groups.count > 1, !blocks.isNumbered { isGuessed = true }
        for group in groups {
            var row = DrawnRow(columns: columns.count, range: block[group.lowerBound].range)
            for line in block[group] {
                row.note(line)
                for cell in line.cells where !cell.range.isEmpty {
                    if let owner = open[cell.column] {
                        rows[owner].append(cell.range, to: cell.column)
                    } else {
                        row.append(cell.range, to: cell.column)
                    }
                }
            }
            row.covered = open.keys.sorted()
            rows.append(row)
        }
    }

    // MARK: The piece

    private func piece(_ lines: Range<Int>) -> MarkedPiece {
        var piece = MarkedPiece(
            lines: lines, rows: [], columns: columns.count, furniture: furniture, layout: .drawn)
        piece.isRuled = true
        piece.isFramed = true
        piece.confidence = isGuessed ? 0.8 : 1
        let headers = headerRows()
        for (index, row) in rows.enumerated() where !row.isEmpty {
            let grid = GridRow(table: 0, isHeader: index < headers, covered: row.covered, wide: row.wide)
            piece.rows.append(MarkedPiece.row(row.cells, at: row.range.lowerBound, grid: grid))
        }
        return piece
    }

    /// Rows above the rule that tells the header: the only one within the table, or the only heavy one.
    private func headerRows() -> Int {
        // A numbered row is none of a header.
        if let first = rows.first?.cells.first, RowNumber.fills(first.first, in: text) { return 0 }
        let inner = rules.filter { $0.rows > 0 && $0.rows < rows.count }
        if inner.count == 1 { return min(3, inner[0].rows) }
        let heavy = inner.filter(\.isHeavy)
        if heavy.count == 1, inner.count > 1, heavy[0].rows <= 3 { return heavy[0].rows }
        return 0
    }
}

/// A line of a drawn table, cut at its signs.
struct DrawnLine {
    var range: Range<Int>
    var cells: [(column: Int, columns: Int, range: Range<Int>)] = []

    init(range: Range<Int>) { self.range = range }

    mutating func add(_ range: Range<Int>, from: Int, to: Int) {
        if to > from { cells.append((from, to - from, range)) }
    }

    /// The line's first cell, where it has text.
    var number: Range<Int> { cells.first.flatMap { $0.column == 0 && $0.columns == 1 ? $0.range : nil } ?? 0..<0 }
    var isWide: Bool { cells.contains { $0.columns > 1 } }
}

/// A row of a drawn table while it is put together.
struct DrawnRow {
    var cells: [Stretch]
    var range: Range<Int>
    var covered: [Int] = []
    /// Columns that a sign parts from the one to their left, on any line.
    private var parted: Set<Int> = []

    init(columns: Int, range: Range<Int>) {
        cells = [Stretch](repeating: Stretch(0..<0), count: columns)
        self.range = range
    }

    var isEmpty: Bool { cells.allSatisfy(\.isEmpty) && covered.isEmpty }

    mutating func note(_ line: DrawnLine) {
        for cell in line.cells { parted.insert(cell.column) }
        range = range.lowerBound..<line.range.upperBound
    }

    mutating func append(_ piece: Range<Int>, to column: Int) {
        if column < cells.count { cells[column].append(piece) }
    }

    var wide: [GridRow.Wide] {
        var found: [GridRow.Wide] = []
        var start = 0
        for column in 1..<(cells.count + 1) where column == cells.count || parted.contains(column) {
            if column - start > 1 { found.append(GridRow.Wide(column: start, columns: column - start)) }
            start = column
        }
        return found
    }
}
