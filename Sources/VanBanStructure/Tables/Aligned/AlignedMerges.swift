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
        func isRow(_ row: Int) -> Bool {
            table.rows[row].kind == .task && number.map { !table.rows[row].cells[$0].isEmpty } ?? true
        }
        var start = 0
        while start < table.rows.count {
            guard isRow(start) else {
                start += 1
                continue
            }
            var end = start
            while end < table.rows.count, isRow(end) { end += 1 }
            merge(start..<end, &table, text)
            start = end
        }
    }

    private static let least = 3
    private static let most = 24
    private static let roles: Set<ColumnRole> = [.lead, .coordinating, .responsibility, .outputs, .deadline, .funding]

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
