import VanBanModel
import VanBanReading

/// A table as read, every cell a stretch of the text.
struct TableDraft {
    struct Column {
        var header: Stretch
        var role: ColumnRole?
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

    /// Whether some of its rows plainly are tasks.
    var hasTasks: Bool { holdsTasks && doubtfulTasks == nil && rows.contains { $0.kind == .task } }

    func column(_ role: ColumnRole) -> Int? { columns.firstIndex { $0.role == role } }
}
