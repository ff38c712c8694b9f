/// A sheet as it is shown: texts by row and column, both from 0.
struct SheetGrid {
    struct Cell {
        var text: String
        var isBold = false
        /// Whether a line is drawn at its left or right.
        var hasSides = false
    }

    var name: String
    /// By row, then by column, ascending.
    private(set) var rows: [(number: Int, cells: [(column: Int, cell: Cell)])] = []
    /// Cells that reach over others, by where they begin.
    var merges: [Place: (rows: Int, columns: Int)] = [:]
    var hiddenRows = 0
    var hiddenColumns: Set<Int> = []

    struct Place: Hashable {
        var row: Int
        var column: Int
    }

    init(name: String) { self.name = name }

    mutating func add(_ cell: Cell, row: Int, column: Int) {
        if rows.last?.number != row { rows.append((row, [])) }
        rows[rows.count - 1].cells.append((column, cell))
    }

    var isEmpty: Bool { rows.allSatisfy { $0.cells.allSatisfy { $0.cell.text.isEmpty } } }

    /// Lays the sheet down: what stands above its table and below as paragraphs, the table as one.
    /// - Parameter element: the sheet's place in the tree.
    func lay(into flow: inout FlowText, in element: Int32, limits: ReadingLimits) throws(ReadingError) {
        let shown = rows.filter { row in row.cells.contains { !$0.cell.text.isEmpty } }
        let names = (row: flow.paths.name("row"), cell: flow.paths.name("c"))
        let range = tableRange(shown)
        let reaching = reaching()
        var isOpen = false
        var places = 0
        for (index, row) in shown.enumerated() {
            let rowElement = flow.paths.add(names.row, in: element, ordinal: Int32(clamping: row.number + 1))
            let filled = row.cells.filter { !$0.cell.text.isEmpty }
            let isTable = range.contains(index)
            if !isTable, filled.count == 1, let only = filled.first {
                if isOpen {
                    flow.endTable()
                    isOpen = false
                }
                let cell = flow.paths.add(names.cell, in: rowElement, ordinal: Int32(clamping: only.column + 1))
                write(only.cell, into: &flow)
                flow.endParagraph(in: cell)
                continue
            }
            // Above and below the table, texts side by side are a row of their own: a letterhead, signatures.
            if isOpen, index == range.lowerBound || index == range.upperBound {
                flow.endTable()
                isOpen = false
            }
            if !isOpen {
                flow.beginTable()
                isOpen = true
            }
            places += (row.cells.last?.column ?? 0) + 1
            guard places <= limits.tablePlaces else { throw .beyondLimit(.tablePlaces, limit: limits.tablePlaces) }
            try lay(
                row.cells, covered: reaching[row.number] ?? [], number: row.number, into: &flow, names.cell, rowElement,
                limits)
        }
        if isOpen { flow.endTable() }
    }

    private func lay(
        _ cells: [(column: Int, cell: Cell)], covered: [(column: Int, columns: Int)], number: Int,
        into flow: inout FlowText, _ name: Int32, _ row: Int32, _ limits: ReadingLimits
    ) throws(ReadingError) {
        flow.beginRow()
        let hidden = hiddenColumns.sorted()
        var next = 0
        var pieces = cells.map { (column: $0.column, cell: Optional($0.cell), columns: 1) }
        pieces += covered.map { (column: $0.column, cell: nil, columns: $0.columns) }
        pieces.sort { ($0.column, $0.cell == nil ? 0 : 1) < ($1.column, $1.cell == nil ? 0 : 1) }
        for piece in pieces where piece.column >= next {
            let span = merges[Place(row: number, column: piece.column)]
            let columns = max(1, piece.cell == nil ? piece.columns : span?.columns ?? 1)
            next = piece.column + columns
            let before = hidden.count { $0 < piece.column }
            let within = hidden.count { $0 >= piece.column && $0 < next }
            // A cell all of whose columns are hidden is not shown.
            guard columns > within else { continue }
            guard next - before - within <= limits.tableColumns else {
                throw .beyondLimit(.tableColumns, limit: limits.tableColumns)
            }
            let element = flow.paths.add(name, in: row, ordinal: Int32(clamping: piece.column + 1))
            flow.beginCell(
                column: piece.column - before, columns: columns - within, isCovered: piece.cell == nil, in: element)
            if let cell = piece.cell { write(cell, into: &flow) }
            flow.endCell()
        }
        flow.endRow()
    }

    /// The cells of rows above that reach down to a row, by its number.
    private func reaching() -> [Int: [(column: Int, columns: Int)]] {
        let merges = merges.filter { $0.value.rows > 1 }.sorted {
            ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column)
        }
        var found: [Int: [(column: Int, columns: Int)]] = [:]
        var open: [(end: Int, column: Int, columns: Int)] = []
        var next = 0
        for row in rows {
            open.removeAll { $0.end <= row.number }
            for merge in open { found[row.number, default: []].append((merge.column, merge.columns)) }
            while next < merges.count, merges[next].key.row <= row.number {
                let (place, span) = merges[next]
                next += 1
                guard place.row + span.rows > row.number else { continue }
                open.append((place.row + span.rows, place.column, span.columns))
                if place.row < row.number { found[row.number, default: []].append((place.column, span.columns)) }
            }
        }
        return found
    }

    private func write(_ cell: Cell, into flow: inout FlowText) {
        flow.setBold(cell.isBold)
        let lines = cell.text.split(omittingEmptySubsequences: true) { $0.isNewline }
        for (index, line) in lines.enumerated() {
            if index > 0 { flow.endParagraph() }
            flow.append(String(line))
        }
        flow.setBold(false)
    }

    /// Which rows are the table: from the first to the last that has lines at its sides, or three cells and more.
    private func tableRange(_ rows: [(number: Int, cells: [(column: Int, cell: Cell)])]) -> Range<Int> {
        func filled(_ index: Int) -> Int { rows[index].cells.count { !$0.cell.text.isEmpty } }
        let ruled = rows.indices.filter { index in
            rows[index].cells.count { $0.cell.hasSides } > 1
        }
        let wide = rows.indices.filter { filled($0) >= 3 }
        let found = ruled.count > 1 ? ruled : wide.isEmpty ? rows.indices.filter { filled($0) >= 2 } : wide
        guard let first = found.first, let last = found.last else { return 0..<0 }
        return first..<(last + 1)
    }
}
