import VanBanMessages
import VanBanModel

/// Places as people find them in a document: `Phụ lục, bảng 1, TT 7, cột Thời hạn`, with the page where there are pages.
package struct PlaceNames: Sendable {
    private let record: Record
    /// The tables in the order of their places, each with its number within its part.
    private let tables: [(part: Part, table: Table, number: Int)]
    /// Of each table its rows, and of all tasks, the first that holds a place: a long table's places are many, too.
    private let rows: [PlaceIndex]
    private let tasks: PlaceIndex

    package init(_ record: Record) {
        self.record = record
        tables = record.parts.flatMap { part in
            part.tables.enumerated().map { (part: part, table: $1, number: $0 + 1) }
        }
        rows = tables.map { entry in
            PlaceIndex(entry.table.rows.map { row in row.compactMap { $0.location.map(Self.extent) } })
        }
        tasks = PlaceIndex(record.tasks.map { [Self.extent(of: $0.location)] })
    }

    /// What a place in a table, or on a page, is called; nil for one that its line tells.
    package func name(of place: Location, in language: Language) -> String? {
        let page = record.pages?.spot(of: place.start..<max(place.start, place.end))?.page ?? place.spot?.page
        var pieces: [String] = []
        if let index = tables.firstIndex(where: { Self.holds($0.table.location, place) }) {
            pieces.append(tables[index].part.calledName)
            pieces.append(Messages.text("place.table", in: language, [String(tables[index].number)]))
            pieces += self.pieces(of: place, in: tables[index].table, rows[index], language)
        } else if page != nil, let part = record.parts.last(where: { Self.holds($0.location, place) }) {
            pieces.append(part.calledName)
        }
        if let page { pieces.append(Messages.text("place.page", in: language, [String(page)])) }
        return pieces.isEmpty ? nil : pieces.joined(separator: ", ")
    }

    /// The row and the column of a place in a table.
    private func pieces(
        of place: Location, in table: Table, _ rows: PlaceIndex, _ language: Language
    ) -> [String] {
        let found = rows.candidates(at: place.start).lazy.compactMap { number -> (row: Int, column: Int?)? in
            let row = table.rows[number]
            if let column = row.firstIndex(where: { $0.location.map { Self.holds($0, place) } ?? false }) {
                // A place that begins in a cell and goes on in others is the row's.
                return (number, row[column].location.map { place.end <= $0.end } == true ? column : nil)
            }
            return nil
        }.first
        guard let found else { return [] }
        let task = tasks.candidates(at: place.start).lazy.map { record.tasks[$0] }
            .first { $0.table == table.id && Self.holds($0.location, place) }
        let printed = task?.number.flatMap { $0.isEmpty ? nil : $0 }
        var pieces = [
            printed.map { Messages.text("place.number", in: language, [$0]) }
                ?? Messages.text("place.row", in: language, [String(found.row + 1)])
        ]
        if let column = found.column, table.columns.indices.contains(column), !table.columns[column].header.isEmpty {
            pieces.append(Messages.text("place.column", in: language, [table.columns[column].header]))
        }
        return pieces
    }

    /// The places that begin within a location, its source aside.
    private static func extent(of location: Location) -> Range<Int> {
        location.start..<max(location.end, location.start + 1)
    }

    private static func holds(_ whole: Location, _ place: Location) -> Bool {
        whole.source == place.source && whole.start <= place.start && place.start < max(whole.end, whole.start + 1)
    }
}
