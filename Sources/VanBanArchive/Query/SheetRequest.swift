import GRDB
import VanBanExport
import VanBanModel

/// A question to an archive: what its rows are, and how they are found.
public struct SheetRequest: Sendable {
    /// Without rows.
    public let sheet: Sheet
    let sql: String
    let arguments: StatementArguments
    let decode: @Sendable (Row) -> SheetRow

    init(
        _ sheet: Sheet, sql: String, arguments: StatementArguments, decode: (@Sendable (Row) -> SheetRow)? = nil
    ) {
        self.sheet = sheet
        self.sql = sql
        self.arguments = arguments
        let columns = sheet.columns
        self.decode = decode ?? { Self.row($0, columns) }
    }

    /// Rows of a kind's table (`t`) with their document (`d`).
    init(_ kind: SheetKind, _ conditions: QueryConditions, order: String = "d.document, t.ordinal") {
        let isDocuments = kind == .documents
        let values = ArchiveSchema.columnNames(of: kind).map { (isDocuments ? "d" : "t") + ".\"\($0)\"" }
        let tables =
            isDocuments ? "documents d" : "\"\(kind.rawValue)\" t JOIN documents d ON d.id = t.documentId"
        self.init(
            kind.sheet,
            sql: """
                SELECT \((["d.document"] + values).joined(separator: ", ")) FROM \(tables) \(conditions.clause) \
                ORDER BY \(order)
                """, arguments: conditions.arguments)
    }

    private static func row(_ row: Row, _ columns: [SheetColumn]) -> SheetRow {
        var values: [SheetValue] = []
        values.reserveCapacity(columns.count)
        for (index, column) in columns.enumerated() { values.append(value(row, index, column.kind)) }
        guard let document = String.fromDatabaseValue(row[0]),
            let line = columns.firstIndex(where: { $0.key == "line" }), let number = Int.fromDatabaseValue(row[line])
        else { return SheetRow(values) }
        let path = columns.firstIndex { $0.key == "path" }.flatMap { String.fromDatabaseValue(row[$0]) }
        return SheetRow(values, place: SheetPlace(document: document, line: number, path: path))
    }

    private static func value(_ row: Row, _ index: Int, _ kind: SheetColumn.Kind) -> SheetValue {
        let stored: DatabaseValue = row[index]
        switch kind {
        case .text: return SheetValue(String.fromDatabaseValue(stored))
        case .integer: return SheetValue(Int.fromDatabaseValue(stored))
        case .number: return SheetValue(Double.fromDatabaseValue(stored))
        case .date:
            let text = String.fromDatabaseValue(stored)
            return SheetValue(text.flatMap { CalendarDate(iso: $0) })
        }
    }
}

/// What rows have to meet, all of it.
struct QueryConditions {
    private var parts: [String] = []
    private(set) var arguments = StatementArguments()

    /// Adds a condition with its values.
    mutating func add(_ sql: String, _ values: (any DatabaseValueConvertible)?...) {
        parts.append(sql)
        arguments += StatementArguments(values)
    }

    /// Adds that a text has the words of another one.
    mutating func add(words: String?, in expression: String) {
        guard let words else { return }
        add("instr(words(\(expression)), ?) > 0", QueryWords.of(words))
    }

    /// Adds that a number is the one asked for; one without its letters (`961`) is any that begins so.
    /// - Parameter condition: gives the condition around the comparison, which has one value.
    mutating func add(number: String?, in expression: String, _ condition: (String) -> String = { $0 }) {
        guard let number else { return }
        let key = QueryWords.number(number)
        if key.contains("/") {
            add(condition("numberKey(\(expression)) = ?"), key)
        } else {
            add(condition("substr(numberKey(\(expression)) || '/', 1, \(key.unicodeScalars.count + 1)) = ?"), key + "/")
        }
    }

    var clause: String {
        parts.isEmpty ? "" : "WHERE " + parts.map { "(\($0))" }.joined(separator: " AND ")
    }
}
