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

    private mutating func add(_ draft: TableDraft, number: Int, of part: Part) {
        for (column, entry) in draft.columns.enumerated() {
            ledger.claim(entry.header, for: .tableHeader(Int32(number), column: Int32(column)))
        }
        for stretch in draft.repeatedHeaders { ledger.claim(stretch, for: .furniture(.repeatedHeader)) }
        for stretch in draft.spanningHeads { ledger.claim(stretch, for: .tableHeader(Int32(number), column: -1)) }
        for stretch in draft.columnNumbers { ledger.claim(stretch, for: .furniture(.columnNumbers)) }
        var grid = Self.grid(draft, number: number, caption: part.title, text)
        var builder = TaskBuilder(
            draft, grid: grid.rows, number: number, year: Self.planYear(part.period), period: part.period,
            issued: part.issued, agencies: AgencyReader(gazetteer: gazetteer, speaker: part.speaker), in: text)
        builder.build(after: tasks.count, into: &ledger)
        tasks += builder.tasks
        diagnostics += builder.diagnostics
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

    private static func planYear(_ period: Period?) -> Int? {
        guard let start = period?.start, let end = period?.end, start.year == end.year else { return nil }
        return start.year
    }

    // MARK: The grid

    private static func grid(_ draft: TableDraft, number: Int, caption: String?, _ text: SourceText) -> Table {
        var table = Table(
            id: "table-\(number)", part: "part-\(draft.part)", caption: caption, location: text.location(of: draft.hull)
        )
        table.columns = draft.columns.map { Table.Column(header: text.string($0.header), role: $0.role) }
        table.spanningHeaders = draft.spanningHeads.map { text.string($0) }
        table.rowKinds = draft.rows.map(\.kind)
        let pieces = ParallelWork.pieces(of: draft.rows.indices, length: RecordBuilder.manyRows)
        let rows = ParallelWork.map(pieces.count) { Self.rows(pieces[$0], of: draft, text) }
        table.rows = rows.count == 1 ? rows[0] : Array(rows.joined())
        return table
    }

    private static func rows(_ range: Range<Int>, of draft: TableDraft, _ text: SourceText) -> [[Table.Cell]] {
        var rows: [[Table.Cell]] = []
        rows.reserveCapacity(range.count)
        var known: [ArraySlice<UInt8>: String] = [:]
        for index in range {
            let row = draft.rows[index]
            rows.append(
                row.cells.enumerated().map { column, cell in
                    if cell.isEmpty { return Table.Cell(text: "", location: nil) }
                    return Table.Cell(
                        text: shared(cell, &known, text), columnSpan: row.columnSpans[column] ?? 1,
                        location: text.location(of: cell.hull))
                })
        }
        return rows
    }

    /// The string of a cell; equal short cells share one.
    private static func shared(
        _ cell: Stretch, _ known: inout [ArraySlice<UInt8>: String], _ text: SourceText
    ) -> String {
        guard cell.more.isEmpty, cell.first.count > 15, cell.first.count <= 120 else { return text.string(cell) }
        let bytes = text.bytes[cell.first]
        if let string = known[bytes] { return string }
        let string = text.string(cell)
        if known.count < 4096 { known[bytes] = string }
        return string
    }
}
