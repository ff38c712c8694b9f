import VanBanModel
import VanBanReading

/// The rows under the header.
extension TableReader {
    mutating func takeRow(_ printed: PrintedRow, afterBreak: Bool) {
        if printed.cells.isEmpty {
            takeLine(printed)
            return
        }
        guard !columns.isEmpty else { return }
        var cells = printed.cells
        while cells.count > columns.count, let last = cells.last, last.isEmpty { cells.removeLast() }
        if cells.count > columns.count { reportRagged(printed, cells.count) }
        if cells.count == columns.count + 1, cells[0].isEmpty, column(.number) == 0,
            CellLikeness(text, agencies: agencies).score(cells[1], as: .number) >= 1
        {
            // What a page break left of a merged cell pushed the row to the right.
            cells.removeFirst()
        }
        if printed.grid == nil, completes(cells, printed) { return }
        let count = cells.count
        shortCount = count < columns.count && printed.grid == nil ? count : nil
        if cells.count > columns.count {
            for extra in cells[columns.count...] where !extra.isEmpty { cells[columns.count - 1].append(extra) }
            cells.removeLast(cells.count - columns.count)
        }
        if cells.count < columns.count {
            let filled = cells.filter { !$0.isEmpty }
            if filled.count > 2, holdsTasks, printed.grid.map({ $0.covered.isEmpty && $0.wide.isEmpty }) ?? true {
                let aligner = RowAligner(columns, in: text, agencies: agencies)
                cells = aligner.align(filled)
                let doubts = aligner.doubts(about: cells)
                if !printed.leavesOutCovered || !doubts.isEmpty { reportRagged(printed, count) }
                for doubt in doubts {
                    diagnostics.append(
                        named.doubt(
                            row: number(of: cells), words: cells[doubt.column].hull, read: doubt.column,
                            or: doubt.other, cells: cells, in: text
                        ).diagnostic(in: text))
                }
                shortCount = nil
            }
            while cells.count < columns.count { cells.append(Stretch(0..<0)) }
        }
        reportDoubt(cells, printed, afterBreak: afterBreak)
        var row = TableDraft.Row(kind: .other, cells: cells, hull: printed.stretch.hull)
        if let grid = printed.grid { cover(&row, by: grid) }
        if !afterBreak { takeMerged(&row, printed) }
        if printed.grid?.wide.isEmpty ?? true, goesOn(row.cells) {
            joinRow(cells, printed)
            return
        }
        splitJoined(&row)
        if printed.grid?.isDoubtful == true { reportJoint(row, printed) }
        rows.append(row)
    }

    /// A row that the reader put together, or parted from the one above, without a line or a sentence that says so.
    private mutating func reportJoint(_ row: TableDraft.Row, _ printed: PrintedRow) {
        doubtful.insert(rows.count)
        diagnostics.append(
            CellDoubt(
                row: CellDoubt.name(number(of: row.cells)), words: printed.stretch.hull, otherPlace: rows.last?.hull,
                readings: .row(CellDoubt.name(rows.last.map { number(of: $0.cells) } ?? ""))
            ).diagnostic(in: text))
    }

    /// A line of text between the rows: the rest of the last cell; with a capital it is a group row in one cell.
    private mutating func takeLine(_ printed: PrintedRow) {
        let isRest =
            LetterCase.startsLower(printed.stretch.first, in: text) || printed.label?.series == .bullet
            || printed.label?.series == .plus
        if isRest, let last = rows.indices.last, let cell = rows[last].cells.lastIndex(where: { !$0.isEmpty }) {
            rows[last].cells[cell].append(printed.stretch)
            rows[last].hull = rows[last].hull.lowerBound..<printed.stretch.hull.upperBound
            return
        }
        guard !columns.isEmpty else { return }
        var cells = [Stretch](repeating: Stretch(0..<0), count: columns.count)
        cells[columns.firstIndex { $0.role == .task } ?? 0] = printed.stretch
        rows.append(TableDraft.Row(kind: .other, cells: cells, hull: printed.stretch.hull))
    }

    /// A row that has no number and no task, but what is done, its lead and its deadline of its own, is one of several that
    /// one number and task stand for: formats without merged cells leave those out below the first row.
    private func takeMerged(_ row: inout TableDraft.Row, _ printed: PrintedRow) {
        guard holdsTasks, let grid = printed.grid, !grid.isInferred, !grid.isDoubtful, grid.covered.isEmpty,
            grid.wide.isEmpty, let above = rows.last, let number = column(.number), let task = column(.task),
            let lead = column(.lead) ?? column(.responsibility), let deadline = column(.deadline),
            row.cells[number].isEmpty, row.cells[task].isEmpty, !above.cells[task].isEmpty
        else { return }
        func isOwn(_ column: Int) -> Bool {
            !row.cells[column].isEmpty && !above.cells[column].isEmpty
                && !LetterCase.startsLower(row.cells[column].first, in: text)
        }
        guard isOwn(lead), isOwn(deadline),
            columns.indices.contains(where: { column in
                ![.coordinating, .lead, .responsibility, .deadline, .number].contains(columns[column].role)
                    && isOwn(column) && row.cells[column].length > Self.shortestStep
            })
        else { return }
        for column in [number, task] {
            row.cells[column] = above.cells[column]
            row.covered.insert(column)
        }
    }

    /// Bytes of what is done in one step.
    private static let shortestStep = 12

    /// Columns that the row above covers hold what stands there; the source says which.
    private func cover(_ row: inout TableDraft.Row, by grid: GridRow) {
        for wide in grid.wide where wide.column < columns.count {
            row.columnSpans[wide.column] = min(wide.columns, columns.count - wide.column)
        }
        guard let above = rows.last else { return }
        for column in grid.covered where column < columns.count && column < above.cells.count {
            if row.cells[column].isEmpty {
                row.cells[column] = above.cells[column]
                row.covered.insert(column)
            }
        }
    }

    /// The rest of a row that a page break cut inside a cell: it goes on in small letters, and fills the row up.
    private mutating func completes(_ cells: [Stretch], _ printed: PrintedRow) -> Bool {
        guard let count = shortCount, let last = rows.indices.last, cells.count + count - 1 == columns.count,
            let first = cells.first, LetterCase.startsLower(first.first, in: text),
            OutlineLabel.at(first.first, in: text) == nil
        else { return false }
        for (offset, cell) in cells.enumerated() where !cell.isEmpty || offset == 0 {
            rows[last].cells[count - 1 + offset].append(cell)
        }
        rows[last].hull = rows[last].hull.lowerBound..<printed.stretch.hull.upperBound
        shortCount = nil
        reportJoined(printed, to: last)
        return true
    }

    /// Two values that fell into one cell stand in their own columns again, and it is said.
    private mutating func splitJoined(_ row: inout TableDraft.Row) {
        guard holdsTasks else { return }
        if let number = column(.number), let group = column(.group) {
            _ = JoinedCells.splitNumber(&row, number: number, group: group, in: text)
        }
        if let deadline = column(.deadline), row.cells[deadline].isEmpty, let column = column(.outputs),
            JoinedCells.splitTime(&row, from: column, deadline: deadline, in: text)
        {
            doubtful.insert(rows.count)
            diagnostics.append(
                named.doubt(
                    row: number(of: row.cells), words: row.cells[deadline].hull, read: deadline, or: column,
                    cells: row.cells, in: text
                ).diagnostic(in: text))
        }
    }

    private func column(_ role: ColumnRole) -> Int? { columns.firstIndex { $0.role == role } }

    /// The row's own number, or the one that its task opens with.
    private func number(of cells: [Stretch]) -> String {
        let own = column(.number).map { text.string(cells[$0]) } ?? ""
        guard own.isEmpty, let task = column(.task), !cells[task].isEmpty else { return own }
        return OutlineLabel.at(cells[task].first, in: text).flatMap { $0.components.isEmpty ? nil : $0.text } ?? ""
    }

    /// The lower half of a row that a page break cut: no number, and what it holds goes on in the middle of things.
    private func goesOn(_ cells: [Stretch]) -> Bool {
        guard !rows.isEmpty, let number = column(.number), number < cells.count, cells[number].isEmpty else {
            return false
        }
        guard cells.contains(where: { !$0.isEmpty }) else { return false }
        if columns.indices.contains(where: { columns[$0].isCode && !cells[$0].isEmpty }) { return false }
        if let task = column(.task), !cells[task].isEmpty {
            let label = OutlineLabel.at(cells[task].first, in: text)
            if label?.series == .roman || label?.series == .upperLetter { return false }
            if isRest(cells) { return true }
            if label != nil { return false }
            return LetterCase.startsLower(cells[task].first, in: text)
        }
        if let group = column(.group), !cells[group].isEmpty { return false }
        return true
    }

    /// Whether a row that has neither number, lead nor deadline goes on with a task that stops at a semicolon or in the
    /// middle of a sentence.
    private func isRest(_ cells: [Stretch]) -> Bool {
        guard let last = rows.last, let task = column(.task), let end = last.cells[task].ranges.last,
            text.lastSign(of: end) == 0x3B || OpenEnd.stands(at: end, in: text),
            let lead = column(.lead) ?? column(.responsibility)
        else { return false }
        return cells[lead].isEmpty && column(.deadline).map { cells[$0].isEmpty } ?? true && !last.cells[lead].isEmpty
    }

    private mutating func joinRow(_ cells: [Stretch], _ printed: PrintedRow) {
        let last = rows.count - 1
        for (index, cell) in cells.enumerated() where !cell.isEmpty { rows[last].cells[index].append(cell) }
        rows[last].hull = rows[last].hull.lowerBound..<printed.stretch.hull.upperBound
        reportJoined(printed, to: last)
    }

    // MARK: What is said of them

    private mutating func reportJoined(_ printed: PrintedRow, to row: Int) {
        let number = column(.number).map { text.string(rows[row].cells[$0]) } ?? ""
        diagnostics.append(
            Diagnostic(
                .joinedRow, at: text.location(of: printed.stretch.hull), related: [text.location(of: rows[row].hull)],
                arguments: [number]))
    }

    private mutating func reportRagged(_ printed: PrintedRow, _ count: Int) {
        var number = printed.cells.first.map { text.string($0) } ?? ""
        if number.isEmpty, let first = printed.cells.first(where: { !$0.isEmpty }) {
            // `5.6. Kiểm tra …` is numbered in the cell of its task.
            number = OutlineLabel.at(first.first, in: text).flatMap { $0.ordinal == nil ? nil : $0.text } ?? ""
        }
        doubtful.insert(rows.count)
        diagnostics.append(
            Diagnostic(
                .raggedRow, at: text.location(of: printed.stretch.hull),
                arguments: [number.isEmpty ? "–" : number, String(count), String(columns.count)]))
    }

    /// Below a page break, a lone text with a capital may be the rest of the row above or a row of its own; what ends with
    /// a colon leads on to the rows below it.
    private mutating func reportDoubt(_ cells: [Stretch], _ printed: PrintedRow, afterBreak: Bool) {
        guard afterBreak, let last = rows.last, let task = column(.task),
            cells.indices.filter({ !cells[$0].isEmpty }) == [task], let end = last.cells[task].ranges.last,
            !last.cells[task].isEmpty, !TerminalSign.ends(end, in: text),
            cells[task].hull.last.map({ text.bytes[$0] }) != UInt8(ascii: ":"),
            !LetterCase.startsLower(cells[task].first, in: text),
            OutlineLabel.at(cells[task].first, in: text) == nil, !isRest(cells)
        else { return }
        doubtful.insert(rows.count)
        diagnostics.append(
            CellDoubt(
                row: "", words: cells[task].hull, otherPlace: end,
                readings: .row(CellDoubt.name(number(of: last.cells)))
            ).diagnostic(in: text))
    }
}
