import VanBanModel
import VanBanReading

/// A table that a person put right, read anew: its cells as they stand now become tasks as those of a source do.
///
/// The cells are laid down one after the other as a text of their own; what is found in it is placed where the cell stands
/// in the source.
package struct RereadTable: Sendable {
    /// A row that is a task now.
    package struct Row: Sendable {
        /// The row's place in the table, from 0.
        package var index: Int
        package var task: VanBanModel.Task
        /// What is doubtful about it, at its cells' places in the source.
        package var diagnostics: [Diagnostic]
    }

    package private(set) var rows: [Row] = []
    /// What each of the table's rows is now.
    package private(set) var rowKinds: [Table.RowKind]

    private var bytes: [UInt8] = []
    /// The cells in the order in which they were laid down.
    private var pieces: [Piece] = []
    private let document: ConvertedDocument

    private struct Piece: Sendable {
        var range: Range<Int>
        /// Where the same bytes stand in the document's text; nil where a person typed them.
        var origin: Int?
        var place: Location
        var row: Int
    }

    /// - Parameters:
    ///   - table: the table as it stands now.
    ///   - tellsRows: whether the kinds of rows are to be told anew, since columns have other roles.
    ///   - fixed: rows whose kind a person decided.
    package init(_ table: Table, tellsRows: Bool, fixed: Set<Int>, in document: ConvertedDocument) {
        self.document = document
        rowKinds = table.rowKinds
        var draft = layDown(table)
        let text = SourceText(plain: bytes)
        if tellsRows {
            draft.holdsTasks = TableDraft.holdsTasks(draft.columns)
            if draft.holdsTasks {
                TableRows.classify(&draft, in: text, agencies: document.context.agencies)
            } else {
                for row in draft.rows.indices { draft.rows[row].kind = .other }
            }
            for row in fixed where draft.rows.indices.contains(row) { draft.rows[row].kind = rowKinds[row] }
            rowKinds = draft.rows.map(\.kind)
        }
        let grid = draft.rows.map { row in
            row.cells.map { Table.Cell(text: text.string($0), location: nil) }
        }
        let built = TaskBuilder.tasks(
            of: draft, grid: grid, number: 0, after: 0, plan: document.context.plan(ofPart: table.part), in: text)
        take(built.tasks, built.diagnostics, of: table)
    }

    // MARK: Laying down

    private mutating func layDown(_ table: Table) -> TableDraft {
        let none = Stretch(0..<0)
        var columns: [TableDraft.Column] = []
        for column in table.columns {
            columns.append(TableDraft.Column(header: Stretch(append(column.header)), role: column.role))
        }
        var reach = [(rows: Int, cell: Stretch)](repeating: (0, none), count: columns.count)
        var rows: [TableDraft.Row] = []
        var place = table.location
        for (index, cells) in table.rows.enumerated() {
            place = cells.lazy.compactMap(\.location).first ?? place
            let start = bytes.count
            var row = TableDraft.Row(kind: rowKinds[index], cells: [], hull: start..<start)
            for column in columns.indices {
                let cell = column < cells.count ? cells[column] : Table.Cell(text: "", location: nil)
                if reach[column].rows > 0, cell.text.isEmpty {
                    reach[column].rows -= 1
                    row.cells.append(reach[column].cell)
                    row.covered.insert(column)
                    continue
                }
                let stretch = append(cell, row: index, place)
                if cell.columnSpan > 1 { row.columnSpans[column] = cell.columnSpan }
                reach[column] = (cell.rowSpan - 1, stretch)
                row.cells.append(stretch)
            }
            row.hull = start..<max(start, bytes.count - 1)
            rows.append(row)
        }
        return TableDraft(
            part: 0, columns: columns, rows: rows, hull: 0..<bytes.count,
            holdsTasks: rowKinds.contains(.task) || rowKinds.contains(.group))
    }

    private mutating func append(_ words: String) -> Range<Int> {
        let start = bytes.count
        bytes += words.utf8
        bytes.append(0x0A)
        return start..<(bytes.count - 1)
    }

    /// A cell that still says what the source says is laid down as it stands there, with the ends of its lines.
    private mutating func append(_ cell: Table.Cell, row: Int, _ rowPlace: Location) -> Stretch {
        guard !cell.text.isEmpty else { return Stretch(0..<0) }
        let text = document.text
        let start = bytes.count
        if let place = cell.location {
            let own = text.offset(ofSource: place.start)..<text.offset(ofSource: max(place.start, place.end))
            if own.count < 4 * cell.text.utf8.count + 64, text.string(own) == cell.text {
                bytes += text.bytes[own]
                bytes.append(0x0A)
                pieces.append(Piece(range: start..<(bytes.count - 1), origin: own.lowerBound, place: place, row: row))
                return Stretch(start..<(bytes.count - 1))
            }
        }
        let range = append(cell.text)
        pieces.append(Piece(range: range, origin: nil, place: cell.location ?? rowPlace, row: row))
        return Stretch(range)
    }

    // MARK: Places

    private mutating func take(
        _ tasks: [VanBanModel.Task], _ found: [Diagnostic], of table: Table
    ) {
        let indexes = rowKinds.indices.filter { rowKinds[$0] == .task }
        let places = table.rows.map { cells in Self.hull(of: cells) ?? table.location }
        for (task, index) in zip(tasks, indexes) {
            var task = task
            task.part = table.part
            task.table = table.id
            task.location = places[index]
            for agency in task.leadAgencies.indices { move(&task.leadAgencies[agency].location, places) }
            for agency in task.coordinatingAgencies.indices {
                move(&task.coordinatingAgencies[agency].location, places)
            }
            for deadline in task.deadlines.indices { move(&task.deadlines[deadline].location, places) }
            rows.append(Row(index: index, task: task, diagnostics: []))
        }
        let positions = Dictionary(zip(rows.map(\.index), rows.indices), uniquingKeysWith: { first, _ in first })
        for diagnostic in found {
            guard let row = row(at: diagnostic.location.start), let position = positions[row] else { continue }
            var moved = diagnostic
            moved.location = place(of: diagnostic.location, places)
            moved.related = diagnostic.related.map { place(of: $0, places) }
            rows[position].diagnostics.append(moved)
        }
    }

    private func move(_ place: inout Location?, _ rows: [Location]) {
        if let old = place { place = self.place(of: old, rows) }
    }

    private func piece(at offset: Int) -> Int? {
        var low = 0
        var high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].range.upperBound < offset { low = middle + 1 } else { high = middle }
        }
        return low < pieces.count ? low : pieces.indices.last
    }

    private func row(at offset: Int) -> Int? { piece(at: offset).map { pieces[$0].row } }

    /// Where in the source what stands at a place of the laid-down text is: to the byte where the source says the same.
    private func place(of found: Location, _ rows: [Location]) -> Location {
        guard let index = piece(at: found.start) else { return found }
        let piece = pieces[index]
        guard found.end <= piece.range.upperBound else { return rows[piece.row] }
        guard let origin = piece.origin else { return piece.place }
        let shift = origin - piece.range.lowerBound
        return document.text.location(of: (found.start + shift)..<(found.end + shift))
    }

    /// From the first cell of a row to its last.
    package static func hull(of cells: [Table.Cell]) -> Location? {
        var hull: Location?
        for place in cells.lazy.compactMap(\.location) {
            guard let known = hull else {
                hull = place
                continue
            }
            if place.start < known.start { hull = place }
            hull?.end = max(known.end, place.end)
        }
        return hull
    }
}
