import VanBanModel
import VanBanReading

/// A table as read, every cell a stretch of the text.
struct TableDraft {
    struct Column {
        var header: Stretch
        var role: ColumnRole?
        /// Whether it holds codes, or numbers of the rows beside their own.
        var isCode = false
    }

    struct Row {
        var kind: Table.RowKind
        /// One for each column.
        var cells: [Stretch]
        /// Cells that a cell above covers; they hold its stretch and are claimed once.
        var covered: Set<Int> = []
        var columnSpans: [Int: Int] = [:]
        var hull: Range<Int>
    }

    var part: Int
    var columns: [Column]
    var rows: [Row]
    var hull: Range<Int>
    /// Whether the rows are tasks.
    var holdsTasks: Bool
    /// Rows that would be tasks, where it is uncertain whether they are; nil where it is plain.
    var doubtfulTasks: Int?
    /// Headers that a page break repeated, and rows that only number the columns.
    var repeatedHeaders: [Stretch] = []
    var columnNumbers: [Stretch] = []
    /// Heads over several columns that have heads of their own.
    var spanningHeads: [Stretch] = []
    /// The rows of the header as printed, where it has several.
    var headRows: [PrintedRow] = []
    /// How its cells were told apart, and how sure that is (0 to 1).
    var layout = TableReading.Layout.tabs
    var confidence = 1.0

    func column(_ role: ColumnRole) -> Int? { columns.firstIndex { $0.role == role } }

    /// Whether the numbers count the fields that tasks are grouped by, and not the tasks: below a field's name no row has
    /// a number.
    func numbersCountGroups(in text: SourceText) -> Bool {
        guard let group = column(.group), let number = column(.number) else { return false }
        var numbered = 0
        var below = 0
        var above: TableDraft.Row?
        for row in rows where row.kind == .task {
            defer { above = row }
            let goesOn = row.cells[group].isEmpty || row.covered.contains(group)
            let repeats = above.map {
                $0.cells[group].length == row.cells[group].length
                    && text.string($0.cells[group]) == text.string(row.cells[group])
            }
            guard goesOn || repeats ?? false else { continue }
            below += 1
            if !row.cells[number].isEmpty, !row.covered.contains(number) { numbered += 1 }
        }
        return numbered * 2 <= below
    }
}
