/// Reads the tables of an OpenDocument spreadsheet, whose cells hold what they show as text (ODF 1.3 Part 3, 9.1).
final class OpenSheetReader: XMLEventHandler {
    private(set) var sheets: [SheetGrid] = []
    private(set) var hiddenSheets = 0
    private(set) var failure: ReadingError?
    private let limits: ReadingLimits
    /// Styles by name: tables that are not shown, cells that have lines or bold letters.
    private var hiddenTables: Set<String> = []
    private var sided: Set<String> = []
    private var bold: Set<String> = []
    private var style = ""
    private var row = 0
    private var column = 0
    private var rowRepeats = 1
    private var isHiddenRow = false
    private var isHiddenTable = false
    private var depth = 0
    private var cell: (text: [UInt8], repeats: Int, columns: Int, rows: Int, style: String, isCovered: Bool)?
    /// Within notes of a cell, which are not shown.
    private var annotations = 0
    private var paragraphs = 0
    private var isParagraph = false
    private var cells = 0

    init(limits: ReadingLimits) { self.limits = limits }

    override func begin(_ element: XMLElement) {
        switch element.name {
        case .style: style = element.string(.name) ?? ""
        case .tableProperties: if element.has(.display, "false") { hiddenTables.insert(style) }
        case .tableCellProperties: readLines(element)
        case .textProperties: if element.has(.fontWeight, "bold") { bold.insert(style) }
        case .table: beginTable(element)
        case .tableColumn: addColumns(element)
        case .tableRow: beginRow(element)
        case .tableCell, .coveredTableCell: beginCell(element, isCovered: element.name == .coveredTableCell)
        case .annotation: annotations += 1
        case .p: beginParagraph()
        case .lineBreak: append(0x0A)
        case .s: for _ in 0..<min(element.integer(.c) ?? 1, 100) { append(0x20) }
        case .tab: append(0x20)
        default: break
        }
    }

    private func readLines(_ element: XMLElement) {
        for name in [XMLName.border, .borderLeft, .borderRight] {
            if let line = element.string(name), line != "none" { sided.insert(style) }
        }
    }

    private func beginTable(_ element: XMLElement) {
        depth += 1
        guard depth == 1 else { return }
        isHiddenTable = element.string(.styleName).map { hiddenTables.contains($0) } ?? false
        if isHiddenTable { hiddenSheets += 1 }
        sheets.append(SheetGrid(name: element.string(.name) ?? ""))
        row = 0
        column = 0
    }

    private func addColumns(_ element: XMLElement) {
        guard depth == 1, !sheets.isEmpty else { return }
        let count = max(1, element.integer(.numberColumnsRepeated) ?? 1)
        if Self.isHidden(element), column < limits.tableColumns {
            for hidden in column..<min(limits.tableColumns, column + count) {
                sheets[sheets.count - 1].hiddenColumns.insert(hidden)
            }
        }
        column += min(count, limits.tableColumns)
    }

    private func beginRow(_ element: XMLElement) {
        guard depth == 1 else { return }
        column = 0
        rowRepeats = max(1, element.integer(.numberRowsRepeated) ?? 1)
        isHiddenRow = Self.isHidden(element)
        if isHiddenRow, !sheets.isEmpty { sheets[sheets.count - 1].hiddenRows += 1 }
    }

    private static func isHidden(_ element: XMLElement) -> Bool {
        element.has(.visibility, "collapse") || element.has(.visibility, "filter")
    }

    private func beginCell(_ element: XMLElement, isCovered: Bool) {
        guard depth == 1 else { return }
        cell = (
            [], max(1, element.integer(.numberColumnsRepeated) ?? 1),
            max(1, element.integer(.numberColumnsSpanned) ?? 1),
            max(1, element.integer(.numberRowsSpanned) ?? 1), element.string(.styleName) ?? "", isCovered
        )
        paragraphs = 0
    }

    private func beginParagraph() {
        guard cell != nil, annotations == 0 else { return }
        if paragraphs > 0 { append(0x0A) }
        paragraphs += 1
        isParagraph = true
    }

    private func append(_ byte: UInt8) { if cell != nil, annotations == 0 { cell?.text.append(byte) } }

    override func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard isParagraph, annotations == 0 else { return }
        cell?.text += bytes
        if cell?.text.count ?? 0 > limits.paragraphBytes {
            fail(.beyondLimit(.paragraphBytes, limit: limits.paragraphBytes))
        }
    }

    override func end(_ name: XMLName, _ space: XMLNamespace) {
        switch name {
        case .p: isParagraph = false
        case .annotation: annotations = max(0, annotations - 1)
        case .tableCell, .coveredTableCell: endCell()
        case .tableRow:
            if depth == 1 { row += rowRepeats }
            if row > 100_000_000 { fail(.beyondLimit(.tableRows, limit: limits.tableRows)) }
        case .table:
            depth = max(0, depth - 1)
            if depth == 0, isHiddenTable { sheets.removeLast() }
        default: break
        }
    }

    private func endCell() {
        guard depth == 1, let ended = cell, !sheets.isEmpty else { return }
        cell = nil
        let text = String(decoding: ended.text, as: UTF8.self)
        let hasSides = sided.contains(ended.style)
        defer { column += min(ended.repeats, 1 << 20) }
        guard !isHiddenRow, !isHiddenTable, !ended.isCovered, !text.isEmpty || hasSides else { return }
        // Empty cells to the end of the sheet say nothing, whatever lines they have.
        let repeats = text.isEmpty ? min(ended.repeats, 64) : ended.repeats
        cells += repeats
        guard cells <= limits.tablePlaces, column + repeats <= 1 << 20 else {
            return fail(.beyondLimit(.tablePlaces, limit: limits.tablePlaces))
        }
        for place in column..<(column + repeats) {
            sheets[sheets.count - 1].add(
                SheetGrid.Cell(text: text, isBold: bold.contains(ended.style), hasSides: hasSides), row: row,
                column: place)
        }
        if ended.columns > 1 || ended.rows > 1 {
            sheets[sheets.count - 1].merges[SheetGrid.Place(row: row, column: column)] = (ended.rows, ended.columns)
        }
    }

    private func fail(_ error: ReadingError) {
        if failure == nil { failure = error }
        isDone = true
    }
}
