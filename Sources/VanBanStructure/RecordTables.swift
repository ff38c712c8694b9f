import VanBanModel
import VanBanReading

/// The tables of a document as grids, and the tasks that their rows are.
struct RecordTables: Sendable {
    /// What is asked of the part that a table stands in.
    struct Part: Sendable {
        var title: String?
        var period: Period?
        var issued = IssueDays()
        var speaker = Speaker()

        /// What the rows of its tables are read against.
        func plan(_ gazetteer: AgencyGazetteer) -> TaskBuilder.Plan {
            var year: Int?
            if let start = period?.start, let end = period?.end, start.year == end.year { year = start.year }
            return TaskBuilder.Plan(
                year: year, period: period, issued: issued,
                agencies: AgencyReader(gazetteer: gazetteer, speaker: speaker))
        }
    }

    private(set) var grids: [Table] = []
    private(set) var tasks: [Task] = []
    private(set) var readings: [TableReading] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Who owns what of the tables.
    private(set) var ledger = Ledger()
    private let text: SourceText
    private let gazetteer: AgencyGazetteer

    /// - Parameter parts: those of the document, in order.
    init(_ tables: [TableDraft], parts: [Part], agencies: AgencyGazetteer, in text: SourceText) {
        self.text = text
        gazetteer = agencies
        for (index, draft) in tables.enumerated() { add(draft, number: index + 1, of: parts[draft.part - 1]) }
    }

    /// The tasks, which nobody else holds then.
    mutating func takeTasks() -> [Task] {
        defer { tasks = [] }
        return tasks
    }

    /// Who owns what of the tables, which nobody else holds then.
    mutating func takeClaims() -> [Ledger.Claim] {
        defer { ledger = Ledger() }
        return ledger.claims
    }

    private mutating func add(_ draft: TableDraft, number: Int, of part: Part) {
        for (column, entry) in draft.columns.enumerated() {
            ledger.claim(entry.header, for: .tableHeader(Int32(number), column: Int32(column)))
        }
        for stretch in draft.repeatedHeaders { ledger.claim(stretch, for: .furniture(.repeatedHeader)) }
        for stretch in draft.spanningHeads { ledger.claim(stretch, for: .tableHeader(Int32(number), column: -1)) }
        for stretch in draft.columnNumbers { ledger.claim(stretch, for: .furniture(.columnNumbers)) }
        var grid = Self.grid(draft, number: number, caption: part.title, text)
        let built = TaskBuilder.tasks(
            of: draft, grid: grid.rows, number: number, after: tasks.count,
            plan: part.plan(gazetteer), in: text)
        if tasks.isEmpty { tasks = built.tasks } else { tasks += built.tasks }
        ledger.reserve(built.claims.reduce(0) { $0 + $1.count })
        for claims in built.claims { ledger.claim(claims) }
        diagnostics += built.diagnostics
        doubt(draft)
        MergedCells.settle(&grid.rows, of: draft)
        readings.append(
            TableReading(
                table: grid.id, layout: draft.layout, confidence: (draft.confidence * 1000).rounded() / 1000))
        grids.append(grid)
    }

    private mutating func doubt(_ draft: TableDraft) {
        let place = text.location(of: draft.hull)
        if !draft.holdsTasks {
            let isHeadless = draft.columns.isEmpty || draft.columns.allSatisfy(\.header.isEmpty)
            diagnostics.append(
                Diagnostic(.tableWithoutTasks, at: place, arguments: [isHeadless ? "–" : Self.header(of: draft, text)]))
        }
        if let tasks = draft.doubtfulTasks, tasks > 0 {
            diagnostics.append(
                Diagnostic(
                    .uncertainTaskTable, at: place,
                    arguments: [
                        Self.header(of: draft, text), String(draft.holdsTasks ? tasks : 0),
                        String(draft.holdsTasks ? 0 : tasks),
                    ]))
        }
    }

    private static func header(of draft: TableDraft, _ text: SourceText) -> String {
        draft.columns.map { text.string($0.header) }.joined(separator: " | ")
    }

    // MARK: The grid

    private static func grid(_ draft: TableDraft, number: Int, caption: String?, _ text: SourceText) -> Table {
        var table = Table(
            id: "table-\(number)", part: "part-\(draft.part)", caption: caption, location: text.location(of: draft.hull)
        )
        table.columns = draft.columns.map { Table.Column(header: text.string($0.header), role: $0.role) }
        // The mark of a note alone is no words.
        table.spanningHeaders = draft.spanningHeads.map { text.string($0) }.filter { !$0.isEmpty }
        table.rowKinds = draft.rows.map(\.kind)
        let pieces = ParallelWork.pieces(of: draft.rows.indices, length: RecordBuilder.rowsAtATime)
        table.rows =
            ParallelWork.map(over: pieces, by: { _ in GridWork() }) { Self.row($1, of: draft, &$0, text) }.values
        return table
    }

    /// What is known from the rows above.
    private struct GridWork: Sendable {
        var known: [CellBytes: String] = [:]
        var line = 1
    }

    private static func row(
        _ index: Int, of draft: TableDraft, _ work: inout GridWork, _ text: SourceText
    ) -> [Table.Cell] {
        let row = draft.rows[index]
        var cells: [Table.Cell] = []
        cells.reserveCapacity(row.cells.count)
        for (column, cell) in row.cells.enumerated() {
            if cell.isEmpty {
                cells.append(Table.Cell(text: "", location: nil))
            } else {
                cells.append(
                    Table.Cell(
                        text: shared(cell, &work.known, text),
                        columnSpan: row.columnSpans.isEmpty ? 1 : row.columnSpans[column] ?? 1,
                        location: text.location(of: cell.hull, near: &work.line)))
            }
        }
        return cells
    }

    /// The string of a cell; equal short cells share one.
    private static func shared(
        _ cell: Stretch, _ known: inout [CellBytes: String], _ text: SourceText
    ) -> String {
        guard cell.more.isEmpty, cell.first.count > 15, cell.first.count <= 120 else { return text.string(cell) }
        let bytes = CellBytes(cell.first, of: text)
        if let string = known[bytes] { return string }
        let string = text.string(cell)
        if known.count < 4096 { known[bytes] = string }
        return string
    }
}
