/// Tables, their rows and cells.
extension Story {
    mutating func beginTable() {
        if context.paragraph != nil { endParagraph() }
        beginCellContent()
        playHeld()
        var element: Int32 = -1
        if let table = context.tables.indices.last, let cell = context.tables[table].row.cell {
            context.tables[table].row.cell?.tables += 1
            element = flow.text.paths.add(names.tbl, in: cell.element, ordinal: cell.tables + 1)
        } else if let last = context.containers.indices.last {
            context.containers[last].tables += 1
            element = flow.text.paths.add(
                names.tbl, in: context.containers[last].element, ordinal: context.containers[last].tables)
        }
        context.tables.append(StoryTable(element: element))
        flow.beginTable()
    }

    mutating func endTable() {
        guard !context.tables.isEmpty else { return }
        flow.endTable()
        context.tables.removeLast()
        context.marksAgain = true
        flushNotes()
    }

    // MARK: Rows

    mutating func beginRow() {
        guard let table = context.tables.indices.last else { return }
        if context.tables[table].row.isBegun { endRow() }
        context.tables[table].rows += 1
        if context.tables[table].rows > limits.tableRows { fail(.beyondLimit(.tableRows, limit: limits.tableRows)) }
        context.tables[table].row = StoryTable.Row()
        context.tables[table].row.element = flow.text.paths.add(
            names.tr, in: context.tables[table].element, ordinal: Int32(clamping: context.tables[table].rows))
    }

    mutating func endRow() {
        guard let table = context.tables.indices.last else { return }
        if context.tables[table].row.cell != nil { endCell() }
        if context.tables[table].row.isBegun {
            fillRow(context.tables[table].row)
            flow.endRow()
            context.tables[table].merges = context.tables[table].row.merges
        }
        context.tables[table].row = StoryTable.Row()
    }

    /// Columns at the row's end in which no cell stands (17.4.14) are empty, so that nothing takes the row for one that
    /// lost cells in its middle.
    private mutating func fillRow(_ row: StoryTable.Row) {
        guard row.columnsAfter > 0 else { return }
        let end = row.column.addingReportingOverflow(row.columnsAfter)
        guard !end.overflow, end.partialValue <= limits.tableColumns else {
            return fail(.beyondLimit(.tableColumns, limit: limits.tableColumns))
        }
        places += row.columnsAfter
        if places > limits.tablePlaces { return fail(.beyondLimit(.tablePlaces, limit: limits.tablePlaces)) }
        let grid = context.tables.last?.grid ?? ColumnGrid()
        for column in grid.column(at: row.column)..<grid.column(at: end.partialValue) {
            flow.beginCell(column: column, columns: 1, isCovered: false, in: nil)
            flow.endCell()
        }
    }

    // MARK: Cells

    mutating func beginCell() {
        guard let table = context.tables.indices.last else { return }
        if context.tables[table].row.isGone { return skip() }
        if context.tables[table].row.cell != nil { endCell() }
        context.tables[table].row.cells += 1
        let element = flow.text.paths.add(
            names.tc, in: context.tables[table].row.element, ordinal: Int32(clamping: context.tables[table].row.cells))
        context.tables[table].row.cell = StoryTable.Cell(element: element)
    }

    /// The first content of a cell: its properties are known by now, so that it is opened.
    mutating func beginCellContent() {
        guard let table = context.tables.indices.last, let cell = context.tables[table].row.cell, !cell.isBegun else {
            return
        }
        context.tables[table].row.cell?.isBegun = true
        context.marksAgain = false
        var row = context.tables[table].row
        let isFirst = !row.isBegun
        if isFirst { flow.beginRow(isHeader: row.isHeader) }
        row.isBegun = true
        row.cell?.isBegun = true
        guard cell.columns <= limits.tableColumns, row.column + cell.columns <= limits.tableColumns else {
            return fail(.beyondLimit(.tableColumns, limit: limits.tableColumns))
        }
        let grid = context.tables[table].grid
        let column = grid.column(at: row.column)
        let columns = grid.column(at: row.column + cell.columns) - column
        places += cell.columns + (isFirst ? column : 0)
        if places > limits.tablePlaces { return fail(.beyondLimit(.tablePlaces, limit: limits.tablePlaces)) }
        row.column += cell.columns
        if cell.horizontal == .goesOn || columns == 0, !isFirst {
            flow.widenCell(by: columns)
        } else {
            // A merge that goes on from nothing begins here.
            let isCovered = cell.vertical == .goesOn && context.tables[table].merges.contains(column)
            row.cell?.isCovered = isCovered
            flow.beginCell(column: column, columns: max(1, columns), isCovered: isCovered, in: cell.element)
        }
        if cell.vertical != .none { row.merges.append(column) }
        context.tables[table].row = row
    }

    mutating func endCell() {
        guard let table = context.tables.indices.last, context.tables[table].row.cell != nil else { return }
        if context.tables[table].row.cell?.isGone == true {
            context.tables[table].row.cell = nil
            return
        }
        if context.paragraph != nil { endParagraph() }
        beginCellContent()
        playHeld()
        flow.endCell()
        context.tables[table].row.cell = nil
        context.fields.removeAll { !$0.isResult }
    }
}
