import VanBanModel

/// The rows that a gazetteer of agencies is made from: those that the program carries, and a user's own.
///
/// A user's row with the id of a row that is there stands in its place, and what it leaves empty is taken from there.
struct AgencySheet: Sendable {
    private let table: CSVTable
    private let list: CSVTable?
    private let columns: Columns
    private let listColumns: Columns
    /// The program's row behind a user's, where both have one id.
    private var behind: [Int?] = []

    private enum Column: Int, CaseIterable {
        case id, name, abbreviations, kind, level, validFrom, validTo, successor, territory

        var header: String {
            switch self {
            case .id: return "id"
            case .name: return "name"
            case .abbreviations: return "abbreviations"
            case .kind: return "kind"
            case .level: return "level"
            case .validFrom: return "valid_from"
            case .validTo: return "valid_to"
            case .successor: return "successor"
            case .territory: return "territory"
            }
        }
    }

    /// Where the columns of a table stand.
    private struct Columns: Sendable {
        private let positions: [Int?]
        init(_ table: CSVTable?) { positions = Column.allCases.map { table?.position(of: $0.header) } }
        subscript(_ column: Column) -> Int? { positions[column.rawValue] }
    }

    init(_ table: CSVTable, adding list: CSVTable?) {
        self.table = table
        self.list = list
        columns = Columns(table)
        listColumns = Columns(list)
        guard let list else { return }
        behind = list.rows.map { row in
            let id = row[listColumns[.id]]
            return table.rows.firstIndex { $0.holds(id, at: columns[.id]) }
        }
    }

    /// Positions of the user's rows, and of those that the program carries.
    var own: Range<Int> { table.rows.count..<(table.rows.count + (list?.rows.count ?? 0)) }
    var standard: Range<Int> { 0..<table.rows.count }

    func isOwn(_ entry: AgencyGazetteer.Entry) -> Bool { entry.position >= table.rows.count }

    func entry(at position: Int) -> AgencyGazetteer.Entry {
        AgencyGazetteer.Entry(
            position: position, level: level(at: position), isCollective: isCollective(at: position),
            hasDates: !(isEmpty(.validFrom, at: position) && isEmpty(.validTo, at: position)))
    }

    func id(at position: Int) -> String { text(.id, at: position) }
    func name(at position: Int) -> String { text(.name, at: position) }
    func kind(at position: Int) -> String? { optional(.kind, at: position) }
    /// The level of territory that an agency outside the state's levels belongs to (`Tỉnh ủy`: province).
    func territory(at position: Int) -> String? { optional(.territory, at: position) }
    func validFrom(at position: Int) -> CalendarDate? { CalendarDate(iso: text(.validFrom, at: position)) }
    func validTo(at position: Int) -> CalendarDate? { CalendarDate(iso: text(.validTo, at: position)) }
    /// Ids of the agencies that took over, the one with the main part first.
    func successors(at position: Int) -> [String] {
        text(.successor, at: position).split(separator: "|").map { String($0) }
    }

    /// Other ways to write a row's agency; a user's own and those of the row behind it.
    func abbreviations(at position: Int) -> [String] {
        guard own.contains(position) else { return table.rows[position].values(columns[.abbreviations]) }
        let row = own.distance(from: own.startIndex, to: position)
        let own = list?.rows[row].values(listColumns[.abbreviations]) ?? []
        guard let back = behind[row] else { return own }
        return own + [table.rows[back][columns[.name]]] + table.rows[back].values(columns[.abbreviations])
    }

    /// The position of an id's row, the user's before the program's.
    func position(of id: String) -> Int? {
        if let list, let row = list.rows.firstIndex(where: { $0.holds(id, at: listColumns[.id]) }) {
            return table.rows.count + row
        }
        return table.rows.firstIndex { $0.holds(id, at: columns[.id]) }
    }

    private func level(at position: Int) -> Agency.Level? {
        guard !isEmpty(.level, at: position) else { return nil }
        return Agency.Level(rawValue: text(.level, at: position))
    }

    private func isCollective(at position: Int) -> Bool {
        if standard.contains(position) {
            return table.rows[position].holds("collective" as StaticString, at: columns[.kind])
        }
        return text(.kind, at: position) == "collective"
    }

    private func optional(_ column: Column, at position: Int) -> String? {
        let text = text(column, at: position)
        return text.isEmpty ? nil : text
    }

    private func isEmpty(_ column: Column, at position: Int) -> Bool {
        if standard.contains(position) { return table.rows[position].isEmpty(at: columns[column]) }
        return text(column, at: position).isEmpty
    }

    private func text(_ column: Column, at position: Int) -> String {
        if standard.contains(position) { return table.rows[position][columns[column]] }
        let row = position - table.rows.count
        guard let list, list.rows.indices.contains(row) else { return "" }
        let own = list.rows[row][listColumns[column]]
        guard own.isEmpty, let back = behind[row] else { return own }
        return table.rows[back][columns[column]]
    }
}
