import VanBanModel
import VanBanReading

/// The tables between a part's paragraphs, whichever way they were found.
extension PartReader {
    mutating func take(_ recovered: RecoveredTable, isForm: Bool, _ assembly: inout Assembly) {
        closeTable(&assembly)
        if !isForm { state = .body }
        var table = recovered.table
        var diagnostics = recovered.diagnostics
        if !recovered.headless.isEmpty, let previous = predecessor(of: recovered.headless, in: assembly) {
            var reader = TableReader(recovered.headless, part: number, in: text, agencies: assembly.agencies)
            reader.read(continuing: previous)
            if let continued = reader.table {
                let layout = table.layout
                table = continued
                table.layout = layout
                diagnostics += reader.diagnostics
            }
        }
        table.part = number
        if isForm { table.isOfForm() } else { assembly.diagnostics += diagnostics }
        assembly.tables.append(table)
        for piece in recovered.furniture { assembly.ledger.claim(piece.stretch, for: .furniture(piece.kind)) }
    }

    /// The table whose columns rows without a head may go on with: the last of the part, or, where that has too few columns,
    /// the last table of tasks with as many whose numbers they go on with.
    private func predecessor(of rows: [PrintedRow], in assembly: Assembly) -> TableDraft? {
        let tables = assembly.tables.filter { $0.part == number }
        let count = rows.map(\.cells.count).max() ?? 0
        guard let last = tables.last, last.columns.count < count, let first = rows.first else { return tables.last }
        let interrupted = tables.last { table in
            guard table.holdsTasks, table.columns.count == count, let column = table.column(.number),
                first.cells.indices.contains(column), let own = label(of: first.cells[column])
            else { return false }
            let before = table.rows.lazy.reversed().compactMap { label(of: $0.cells[column]) }.first
            return before.map(own.follows) ?? false
        }
        return interrupted ?? last
    }

    private func label(of cell: Stretch) -> DottedNumber? {
        cell.length <= 12 ? DottedNumber(Self.trimmingSigns(text.string(cell))) : nil
    }

    mutating func addRow(_ index: Int, _ assembly: inout Assembly) {
        if let last = rows.last, !goesOn(paragraphs[last], paragraphs[index]) { closeTable(&assembly) }
        rows.append(index)
    }

    /// Whether a row belongs to the table of the row above it. A table of the source that begins right below another is
    /// its second half where an author cut it by hand: as many columns, and no header but the same.
    private func goesOn(_ above: Paragraph, _ row: Paragraph) -> Bool {
        guard above.form == row.form else { return false }
        guard above.grid?.table != row.grid?.table else { return true }
        guard above.grid != nil, row.grid != nil else { return false }
        let first = rows.first.map { paragraphs[$0] } ?? above
        guard row.cells.count == first.cells.count || row.cells.count == above.cells.count else { return false }
        let cells = row.cells.map { TokenText($0, in: text) }
        let head = first.cells.map { TokenText($0, in: text) }
        let isHead = row.grid?.isHeader == true && !ContinuedHead.isRow(PrintedRow(row), in: text)
        if ColumnRoles.recognized(in: cells) >= 3 || isHead {
            return zip(cells, head).allSatisfy { $0.tokens.map(\.key) == $1.tokens.map(\.key) }
        }
        return ColumnRoles.recognized(in: head) >= 3
    }

    /// Text without a tab between the rows: the rest of a cell, or a group row in one cell. Nothing else belongs to the
    /// table.
    mutating func addToTable(_ paragraph: Paragraph, at index: Int, _ assembly: inout Assembly) -> Bool {
        guard !rows.isEmpty else { return false }
        // Where the source delimits cells, nothing outside of them is in the table.
        if paragraphs[rows[rows.count - 1]].grid != nil { return false }
        let isRest =
            paragraph.blankLinesBefore == 0
            && (LetterCase.startsLower(paragraph.stretch.first, in: text) || paragraph.label?.series == .bullet
                || paragraph.label?.series == .plus)
        if !paragraph.cells.isEmpty || isRest || isGroupLine(paragraph, at: index) {
            rows.append(index)
            return true
        }
        return false
    }

    /// A short line above a row of the same table, with a label of its own or in capitals or opened by a group's word.
    func isGroupLine(_ paragraph: Paragraph, at index: Int) -> Bool {
        guard paragraph.stretch.length < 400, paragraph.kind != .appendixHead, paragraph.kind != .documentKind else {
            return false
        }
        var next = index + 1
        while next < span.body.upperBound,
            [.footnote, .pageNumber, .runningHead, .ruler].contains(paragraphs[next].kind)
        {
            next += 1
        }
        guard next < span.body.upperBound, paragraphs[next].kind == .row else { return false }
        if let label = paragraph.label { return label.series != .bullet && label.series != .plus }
        if paragraph.isCapitals { return true }
        let head = TokenText(text.head(of: paragraph.stretch.first, bytes: 60), in: text)
        return head.firstMatch(Self.groupWords, at: 0) != nil
            || !TerminalSign.ends(paragraph.lastRange, in: text) && paragraph.blankLinesBefore == 0
    }

    static let groupWords = Lexicon.phrases(.tableGroupWords)

    mutating func closeTable(_ assembly: inout Assembly) {
        guard !rows.isEmpty else { return }
        var printed = rows.map { PrintedRow(paragraphs[$0]) }
        ContinuedHead.release(&printed, in: text)
        var reader = TableReader(printed, part: number, in: text, agencies: assembly.agencies)
        let form = paragraphs[rows[0]].form
        let previous = form == nil ? predecessor(of: printed, in: assembly) : nil
        reader.read(continuing: previous)
        if var table = reader.table {
            if form != nil { table.isOfForm() }
            assembly.tables.append(table)
        }
        if form == nil { assembly.diagnostics += reader.diagnostics }
        for index in reader.leftover {
            if let form {
                outline.add(paragraphs[rows[index]], toForm: form, number: nil, isWithin: false, &assembly)
            } else {
                outline.add(paragraphs[rows[index]], to: &assembly)
            }
        }
        rows.removeAll()
    }
}
