import VanBanModel

/// A table of a record made ready to be looked at: its reading, its rows with their tasks, and every diagnostic at the
/// row and the column that it speaks of.
///
/// ```swift
/// for sheet in TableSheet.sheets(of: record) { print(sheet.table.id, sheet.doubtCount) }
/// ```
package struct TableSheet: Sendable {
    /// A row of the grid.
    struct Row: Sendable {
        /// From 1 in the table.
        var number: Int
        var kind: Table.RowKind
        /// The task's sequence in the record; nil for a row that is no task.
        var sequence: Int?
        /// As many as the sheet has columns.
        var cells: [Table.Cell]
        /// Columns whose cell is one that a row above holds, too.
        var covered: Set<Int>
        /// From its first cell to its last; nil where all are empty.
        var place: Location?
        /// What stands there in the source, where the source is at hand.
        var passage: SourcePassage?
    }

    /// The table as the record has it, all rows.
    package let table: Table
    let part: Part?
    let reading: TableReading?
    /// As wide as the widest row, where one has more cells than the table has columns.
    let columns: [Table.Column]
    /// The rows that are shown, in order.
    private(set) var rows: [Row]
    /// What is said of the table and its rows, numbered from 1 in reading order.
    private(set) var marks: [TableMark]
    /// The marks of each row, by its number.
    private var marksOfRows: [Int: [TableMark]] = [:]
    /// Whether only doubtful rows are kept.
    private(set) var isFiltered = false
    /// The lines of the source that the table takes up.
    let lines: ClosedRange<Int>
    /// The element that the table stands in, for formats that have elements.
    let path: String?

    init(_ table: Table, of record: Record, passage: ((Location) -> SourcePassage)?) {
        self.table = table
        part = record.parts.first { $0.id == table.part }
        reading = record.source.tables.first { $0.table == table.id }
        let count = max(table.columns.count, table.rows.map(\.count).max() ?? 0)
        columns =
            table.columns
            + [Table.Column](repeating: .init(header: "", role: nil), count: count - table.columns.count)
        rows = Self.rows(of: table, columns: count, tasks: record.tasks.filter { $0.table == table.id })
        let last = table.rows.last?.compactMap { $0.location?.line }.max() ?? 0
        lines =
            passage?(table.location).lines ?? table.location.line...max(table.location.line, last)
        path = record.path(of: table.location)
        marks = []
        marks = TableMark.marks(of: record.diagnostics, on: self)
        for mark in marks { if let row = mark.row { marksOfRows[row, default: []].append(mark) } }
    }

    /// The record's tables in reading order.
    /// - Parameters:
    ///   - numbers: those to take, counted from 1; nil takes all.
    ///   - doubtful: keep only rows that an error or a warning speaks of, and what is said of them or of the table.
    ///   - passage: what stands at a place of the source; without it sheets know their lines from the cells alone.
    package static func sheets(
        of record: Record, numbers: Set<Int>? = nil, doubtful: Bool = false,
        passage: ((Location) -> SourcePassage)? = nil
    ) -> [TableSheet] {
        var sheets: [TableSheet] = []
        var number = 0
        for part in record.parts {
            for table in part.tables {
                number += 1
                guard numbers?.contains(number) ?? true else { continue }
                var sheet = TableSheet(table, of: record, passage: passage)
                if doubtful { sheet.keepDoubtful() }
                if let passage { sheet.quote(passage) }
                sheets.append(sheet)
            }
        }
        return sheets
    }

    /// Errors and warnings.
    package var doubtCount: Int { marks.count { $0.isDoubt } }

    /// Marks on a cell (`column` counts from 0), or on the row as a whole.
    func marks(row number: Int, column: Int?) -> [TableMark] {
        marksOfRows[number]?.filter { $0.column == column } ?? []
    }

    /// All marks of a row, those of its cells included.
    func marks(row number: Int) -> [TableMark] { marksOfRows[number] ?? [] }

    /// Marks on a column's header.
    func marks(header column: Int) -> [TableMark] { marks.filter { $0.row == nil && $0.column == column } }

    private mutating func quote(_ passage: (Location) -> SourcePassage) {
        for index in rows.indices { rows[index].passage = rows[index].place.map(passage) }
    }

    private mutating func keepDoubtful() {
        isFiltered = true
        let doubtful = Set(marks.filter(\.isDoubt).compactMap(\.row))
        rows.removeAll { !doubtful.contains($0.number) }
        marks.removeAll { mark in mark.row.map { !doubtful.contains($0) } ?? false }
    }

    private static func rows(of table: Table, columns count: Int, tasks: [VanBanModel.Task]) -> [Row] {
        var reach = [Int](repeating: 0, count: count)
        var tasks = tasks[...]
        var rows: [Row] = []
        rows.reserveCapacity(table.rows.count)
        for (index, cells) in table.rows.enumerated() {
            let kind = index < table.rowKinds.count ? table.rowKinds[index] : .other
            var row = Row(number: index + 1, kind: kind, sequence: nil, cells: cells, covered: [], place: nil)
            while row.cells.count < count { row.cells.append(Table.Cell(text: "", location: nil)) }
            for column in row.cells.indices {
                if reach[column] > 0 {
                    row.covered.insert(column)
                    reach[column] -= 1
                } else {
                    reach[column] = row.cells[column].rowSpan - 1
                    if let place = row.cells[column].location { row.place = row.place?.joined(place) ?? place }
                }
            }
            // Tasks and the rows that they were made of come in the same order.
            if kind == .task { row.sequence = tasks.popFirst()?.sequence }
            rows.append(row)
        }
        return rows
    }
}

extension Location {
    /// From the earlier start to the later end.
    func joined(_ other: Location) -> Location {
        let first = start <= other.start ? self : other
        return Location(start: first.start, end: max(end, other.end), line: first.line, path: first.path)
    }

    func contains(_ other: Location) -> Bool { start <= other.start && other.end <= end }
}
