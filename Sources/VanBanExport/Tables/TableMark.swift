import VanBanModel

/// A diagnostic at the place of a table that it speaks of.
struct TableMark: Sendable {
    /// Id of the table.
    var table: String
    /// From 1 in the table, in reading order.
    var number: Int
    var diagnostic: Diagnostic
    /// The row's number, from 1; nil for what is said of the table or of a column's header.
    var row: Int?
    /// From 0; nil for what is said of a row or of the table.
    var column: Int?

    /// Notes (`info`) are no doubts.
    var isDoubt: Bool { diagnostic.severity > .info }

    /// `!1` for an error, `?2` for a warning, `*3` for a note.
    var sign: String {
        switch diagnostic.severity {
        case .error: return "!\(number)"
        case .warning: return "?\(number)"
        case .info: return "*\(number)"
        }
    }

    /// Its name within a page.
    var anchor: String { "\(table)-mark-\(number)" }

    /// The diagnostics that stand within a table.
    static func marks(of diagnostics: [Diagnostic], on sheet: TableSheet) -> [TableMark] {
        let places = RowPlaces(sheet.rows)
        var marks: [TableMark] = []
        for diagnostic in diagnostics where sheet.table.location.contains(diagnostic.location) {
            var mark = TableMark(table: sheet.table.id, number: marks.count + 1, diagnostic: diagnostic)
            mark.find(on: sheet, places)
            marks.append(mark)
        }
        return marks
    }

    private mutating func find(on sheet: TableSheet, _ places: RowPlaces) {
        switch diagnostic.code {
        case .repeatedHeader, .tableWithoutTasks: return
        case .columnWithoutRole:
            column = sheet.columns.firstIndex { $0.role == nil && $0.header == diagnostic.arguments.first }
            return
        default: break
        }
        let place = diagnostic.location
        guard let row = places.row(of: place).map({ sheet.rows[$0] }) else { return }
        self.row = row.number
        if let role = Self.role(of: diagnostic.code), let column = sheet.columns.firstIndex(where: { $0.role == role })
        {
            self.column = column
            return
        }
        let own = row.cells.indices.filter { !row.covered.contains($0) && row.cells[$0].location != nil }
        let around = own.filter { row.cells[$0].location?.contains(place) ?? false }
        // A row of one cell is spoken of as a row, and so is one that was joined; a cell that a page break cut reaches
        // over its neighbours, and then the words in question tell the cell.
        guard own.count > 1, diagnostic.code != .joinedRow else { return }
        if around.count == 1 {
            column = around.first
        } else if diagnostic.code == .uncertainCell, diagnostic.arguments.count > 1 {
            let words = diagnostic.arguments[1]
            let holding = own.filter { row.cells[$0].text.contains(words) }
            if holding.count == 1 { column = holding.first }
        }
    }

    /// The column that a diagnostic of a whole row is about.
    private static func role(of code: DiagnosticCode) -> ColumnRole? {
        switch code {
        case .missingLead: return .lead
        case .missingDeadline: return .deadline
        case .missingRowNumber, .rowNumberingGap, .rowNumberingRepeat: return .number
        case .agencyInBothColumns: return .coordinating
        default: return nil
        }
    }
}
