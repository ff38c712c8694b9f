/// A table while its rows are read: which columns of the coming rows are taken.
struct TableState {
    let serial: Int32
    /// Whether the text knows of it: a caption stands before it.
    var isBegun = false
    var isRowOpen = false
    var isCellOpen = false
    /// The row and the cell that are open.
    var row: Int32 = 0
    var cell: Int32 = 0
    var isHead = false
    var holdsOnlyHeads = true
    /// Rows, and cells of the row, for paths.
    var rows: Int32 = 0
    var dataCells: Int32 = 0
    var headCells: Int32 = 0
    var column = 0
    /// For every column, how many rows from the one at hand on a cell from above covers.
    var covered: [Int] = []
    /// Places in the grid so far.
    var places = 0
    /// The width and the place of the cell that is about to open.
    var cellColumn = 0
    var cellColumns = 1
    /// Where the words of the cell begin, and the number of an item in it that holds no word.
    var cellStart = 0
    var emptyNumber: String?

    init(serial: Int32) { self.serial = serial }
}

/// Tables: rows and cells by their place in the grid, whatever the author left out.
extension HTMLFlow {
    mutating func beginTablePart(_ element: HTMLElement, _ facts: ElementFacts, _ frame: inout Frame) {
        if element == .table {
            serial += 1
            frame.role = .table
            frame.number = serial
            tables.append(TableState(serial: serial))
            return
        }
        // Browsers pass over the parts of a table that stand in none.
        guard let last = tables.indices.last else { return }
        switch element {
        case .tr: beginRow(&frame)
        case .td, .th: beginCell(element, facts, &frame)
        default:
            closeRow()
            frame.role = .group
            frame.number = tables[last].serial
            tables[last].isHead = element == .thead
            tables[last].covered.removeAll()
        }
    }

    private mutating func beginRow(_ frame: inout Frame) {
        closeRow()
        serial += 1
        frame.role = .row
        frame.number = serial
        openRow()
        frame.ordinal = tables[tables.count - 1].rows
    }

    private mutating func openRow() {
        let last = tables.count - 1
        if !tables[last].isBegun {
            tables[last].isBegun = true
            text.beginTable()
        }
        text.beginRow(isHeader: tables[last].isHead)
        tables[last].rows += 1
        tables[last].row = serial
        tables[last].isRowOpen = true
        tables[last].holdsOnlyHeads = true
        tables[last].dataCells = 0
        tables[last].headCells = 0
        tables[last].column = 0
    }

    private mutating func beginCell(_ element: HTMLElement, _ facts: ElementFacts, _ frame: inout Frame) {
        closeCell()
        serial += 1
        if !tables[tables.count - 1].isRowOpen { openRow() }
        let last = tables.count - 1
        if element == .th {
            tables[last].headCells += 1
            frame.ordinal = tables[last].headCells
        } else {
            tables[last].holdsOnlyHeads = false
            tables[last].dataCells += 1
            frame.ordinal = tables[last].dataCells
        }
        frame.role = .cell
        frame.number = serial
        tables[last].cell = serial
        passCovered(upTo: Int.max)
        let columns = max(1, min(facts.columnSpan, limits.columnSpan))
        // 0 is all rows that are left of the group.
        let rows = facts.rowSpan == 0 ? Int.max / 2 : max(1, min(facts.rowSpan, limits.rowSpan))
        let column = tables[last].column
        if rows > 1 {
            while tables[last].covered.count < column + columns { tables[last].covered.append(0) }
            for place in column..<(column + columns) {
                tables[last].covered[place] = max(tables[last].covered[place], rows)
            }
        }
        tables[last].cellColumn = column
        tables[last].cellColumns = columns
        tables[last].column = column + columns
        count(places: columns)
    }

    private mutating func count(places: Int) {
        let last = tables.count - 1
        tables[last].places += places
        if tables[last].places > limits.cells { failure = .tableTooLarge(limit: limits.cells) }
    }

    /// The cell's element is among the open ones now, so that the text can be told its path.
    mutating func openCell() {
        guard let table = tables.last else { return }
        tables[tables.count - 1].isCellOpen = true
        let path = path(ofFrame: frames.count - 1)
        text.beginCell(column: table.cellColumn, columns: table.cellColumns, in: path)
        tables[tables.count - 1].cellStart = text.position
        tables[tables.count - 1].emptyNumber = nil
    }

    /// Cells of the row that one above covers.
    private mutating func passCovered(upTo limit: Int) {
        let last = tables.count - 1
        while tables[last].column < min(limit, tables[last].covered.count),
            tables[last].covered[tables[last].column] > 0
        {
            text.beginCell(column: tables[last].column, isCovered: true)
            text.endCell()
            tables[last].column += 1
            count(places: 1)
            if failure != nil { return }
        }
    }

    mutating func closeCell() {
        guard let last = tables.indices.last, tables[last].isCellOpen else { return }
        // A list whose only item is empty numbers the row.
        if let number = tables[last].emptyNumber, text.position == tables[last].cellStart, text.isAtStart {
            text.setFont(.none)
            text.append(number)
        }
        breakParagraph()
        text.endCell()
        tables[last].isCellOpen = false
    }

    mutating func closeRow() {
        guard let last = tables.indices.last else { return }
        closeCell()
        guard tables[last].isRowOpen else { return }
        breakParagraph()
        while tables[last].column < tables[last].covered.count, failure == nil {
            let column = tables[last].column
            passCovered(upTo: Int.max)
            if tables[last].column == column { tables[last].column += 1 }
        }
        let hasHeads = tables[last].headCells > 0 && tables[last].holdsOnlyHeads
        text.endRow(isHeader: hasHeads)
        tables[last].isRowOpen = false
        for column in tables[last].covered.indices where tables[last].covered[column] > 0 {
            tables[last].covered[column] -= 1
        }
    }

    /// A part of a table or list ends; it may have been closed before, by what came after it.
    mutating func endPart(_ frame: Frame) {
        switch frame.role {
        case .list: lists.removeLast()
        case .item:
            if let sign, sign.utf8.count > 1, let last = tables.indices.last { tables[last].emptyNumber = sign }
            sign = nil
        case .cell: if tables.last?.cell == frame.number { closeCell() }
        case .row: if tables.last?.row == frame.number { closeRow() }
        case .group:
            guard let last = tables.indices.last, tables[last].serial == frame.number else { return }
            closeRow()
            tables[last].isHead = false
            tables[last].covered.removeAll()
        case .table:
            closeRow()
            if let table = tables.popLast(), table.isBegun {
                breakParagraph()
                text.endTable()
            }
        default: break
        }
    }
}
