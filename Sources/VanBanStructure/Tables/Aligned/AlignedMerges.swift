import VanBanModel
import VanBanReading

/// Cells merged over several rows, which spaces show once: in the middle of the rows that they reach over.
struct AlignedMerges {
    /// Gives the rows that merged cells reach over what these hold.
    ///
    /// One cell in the middle of otherwise empty ones may be chance; that two columns and more have theirs in one and the
    /// same row in the middle of rows is not.
    static func settle(_ table: inout TableDraft, in text: SourceText) {
        let number = table.column(.number)
        // A row without a number of its own heads those below it.
        let isRow = table.rows.map { row in row.kind == .task && number.map { !row.cells[$0].isEmpty } ?? true }
        var start = 0
        while start < table.rows.count {
            guard isRow[start] else {
                start += 1
                continue
            }
            var end = start
            while end < table.rows.count, isRow[end] { end += 1 }
            merge(start..<end, &table, text)
            start = end
        }
        guard beginAtTop(table, text) else { return }
        for column in table.columns.indices where table.columns[column].role.map(roles.contains) ?? false {
            spread(column, &table, text, isRow)
        }
    }

    // MARK: One column

    /// Whether cells begin on the first lines of their rows: then one that begins below it belongs to more rows.
    private static func beginAtTop(_ table: TableDraft, _ text: SourceText) -> Bool {
        var top = 0
        var all = 0
        for row in table.rows where row.kind == .task {
            let first = text.line(of: row.hull.lowerBound)
            guard text.line(of: row.hull.upperBound - 1) > first else { continue }
            for cell in row.cells where !cell.isEmpty {
                all += 1
                if text.line(of: cell.hull.lowerBound) == first { top += 1 }
            }
        }
        return all >= leastCells && top * 10 >= all * 8
    }

    private static let leastCells = 6

    /// Gives the rows around a cell that begins below the first line of its row what it holds, where they have none and it
    /// stands in their middle.
    private static func spread(
        _ column: Int, _ table: inout TableDraft, _ text: SourceText, _ isRow: [Bool]
    ) {
        func isEmpty(_ row: Int) -> Bool { table.rows[row].cells[column].isEmpty }
        func isDisplaced(_ row: Int) -> Bool {
            text.line(of: table.rows[row].cells[column].hull.lowerBound)
                > text.line(of: table.rows[row].hull.lowerBound)
        }
        var row = 0
        while row < table.rows.count {
            defer { row += 1 }
            guard isRow[row], !isEmpty(row), !table.rows[row].covered.contains(column), isDisplaced(row) else {
                continue
            }
            var cell = table.rows[row].cells[column]
            var low = row
            var high = row + 1
            // Its last line may stand beside the first one of the next row.
            if high < table.rows.count, isRow[high], !isEmpty(high), !isDisplaced(high),
                text.line(of: table.rows[high].cells[column].hull.lowerBound) - text.line(of: cell.hull.upperBound - 1)
                    == 1,
                OpenEnd.stands(at: cell.ranges.last ?? cell.first, in: text)
                    || LetterCase.startsLower(table.rows[high].cells[column].first, in: text)
                    || table.columns[column].role == .deadline
            {
                cell.append(table.rows[high].cells[column])
                high += 1
            }
            while low > 0, isRow[low - 1], isEmpty(low - 1), row - low < most { low -= 1 }
            while high < table.rows.count, isRow[high], isEmpty(high), high - row < most { high += 1 }
            guard high - low > 1 else { continue }
            let hull = table.rows[low].hull.lowerBound..<table.rows[high - 1].hull.upperBound
            guard abs(middle(of: cell.hull, text) - middle(of: hull, text)) <= sway else { continue }
            for place in low..<high {
                table.rows[place].cells[column] = cell
                if place > low { table.rows[place].covered.insert(column) }
            }
            row = high - 1
        }
    }

    /// Lines that the middle of a merged cell may be off that of its rows.
    private static let sway = 1.5

    // MARK: Several columns

    private static let least = 3
    private static let most = 24
    private static let roles: Set<ColumnRole> = [
        .lead, .coordinating, .responsibility, .outputs, .deadline, .funding, .note,
    ]

    /// Merges within rows that no group's name parts.
    private static func merge(_ rows: Range<Int>, _ table: inout TableDraft, _ text: SourceText) {
        var row = rows.lowerBound
        while row < rows.upperBound {
            guard let run = run(around: row, in: rows, table, text) else {
                row += 1
                continue
            }
            for column in run.columns {
                let cell = table.rows[row].cells[column]
                for place in run.rows {
                    table.rows[place].cells[column] = cell
                    if place > run.rows.lowerBound { table.rows[place].covered.insert(column) }
                }
            }
            row = run.rows.upperBound
        }
    }

    /// The rows that the cells of one row reach over, and the columns of these cells.
    private static func run(
        around row: Int, in rows: Range<Int>, _ table: TableDraft, _ text: SourceText
    ) -> (rows: Range<Int>, columns: [Int])? {
        let columns = table.columns.indices.filter { column in
            table.columns[column].role.map(roles.contains) ?? false && !table.rows[row].cells[column].isEmpty
                && (row == rows.lowerBound || table.rows[row - 1].cells[column].isEmpty)
                && (row + 1 == rows.upperBound || table.rows[row + 1].cells[column].isEmpty)
        }
        guard columns.count >= 2 else { return nil }
        func isEmpty(_ place: Int) -> Bool { columns.allSatisfy { table.rows[place].cells[$0].isEmpty } }
        var low = row
        while low > rows.lowerBound, isEmpty(low - 1), row - low < most { low -= 1 }
        var high = row + 1
        while high < rows.upperBound, isEmpty(high), high - row < most { high += 1 }
        guard high - low >= least, low < row, high > row + 1 else { return nil }
        let hull = table.rows[low].hull.lowerBound..<table.rows[high - 1].hull.upperBound
        let middle = middle(of: hull, text)
        let height = Double(text.line(of: hull.upperBound - 1) - text.line(of: hull.lowerBound) + 1)
        let isCentred = columns.allSatisfy { column in
            abs(self.middle(of: table.rows[row].cells[column].hull, text) - middle) <= max(1, height / 8)
        }
        return isCentred ? (low..<high, columns) : nil
    }

    /// The line in the middle.
    private static func middle(of range: Range<Int>, _ text: SourceText) -> Double {
        Double(text.line(of: range.lowerBound) + text.line(of: max(range.lowerBound, range.upperBound - 1))) / 2
    }
}
