import VanBanExport
import VanBanModel
import VanBanSQLite

/// What is asked of an archive; as it is made, everything of a kind.
package protocol ArchiveQuery: Sendable {
    init()
    var request: SheetRequest { get }
}

/// A question to an archive: what its rows are, and how they are found.
package struct SheetRequest: Sendable {
    /// Without rows.
    package let sheet: Sheet
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
    /// - Parameter added: columns behind the kind's own, with what SQL they are.
    init(
        _ kind: SheetKind, _ conditions: QueryConditions, order: String? = nil,
        added: [(column: SheetColumn, sql: String)] = []
    ) {
        let isDocuments = kind == .documents
        let values = ArchiveSchema.columnNames(of: kind).map { (isDocuments ? "d" : "t") + ".\"\($0)\"" }
        var sheet = kind.sheet
        sheet.columns += added.map(\.column)
        // Behind the columns, what people call the row's place.
        let names = kind.hasNamedPlaces ? ["pl.english", "pl.vietnamese"] : []
        let places =
            kind.hasNamedPlaces
            ? "LEFT JOIN places pl ON pl.documentId = t.documentId AND pl.\"start\" = t.\"start\" AND pl.\"end\" = t.\"end\""
            : ""
        self.init(
            sheet,
            sql: """
                SELECT \((["d.document"] + values + added.map(\.sql) + names).joined(separator: ", ")) \
                FROM \(conditions.source(of: kind)) \(places) \(conditions.clause) \
                ORDER BY \(order ?? (isDocuments ? "d.document" : "d.document, t.ordinal"))
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
        var name: BilingualText?
        if row.count == columns.count + 2, let english = String.fromDatabaseValue(row[columns.count]),
            let vietnamese = String.fromDatabaseValue(row[columns.count + 1])
        {
            name = BilingualText(english, vietnamese)
        }
        return SheetRow(values, place: SheetPlace(document: document, line: number, path: path, name: name))
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
    private var values: [(any DatabaseValueConvertible)?] = []
    private var joins = ""
    private var joinedValues: [(any DatabaseValueConvertible)?] = []

    /// The values of all placeholders, in their order.
    var arguments: StatementArguments { StatementArguments(joinedValues + values) }

    /// Where rows of a kind come from: their table (`t`), their document (`d`) and what was joined.
    func source(of kind: SheetKind) -> String {
        let tables =
            kind == .documents
            ? "documents d" : "\"\(kind.rawValue)\" t JOIN documents d ON d.id = t.documentId"
        return tables + joins
    }

    /// Adds what rows are joined with.
    mutating func join(_ sql: String, _ values: [(any DatabaseValueConvertible)?] = []) {
        joins += " JOIN " + sql
        joinedValues += values
    }

    /// Adds a condition with its values.
    mutating func add(_ sql: String, _ values: (any DatabaseValueConvertible)?...) {
        add(sql, values: values)
    }

    mutating func add(_ sql: String, values: [(any DatabaseValueConvertible)?]) {
        parts.append(sql)
        self.values += values
    }

    /// Adds that a text has the words of another one.
    mutating func add(words: String?, in expression: String) {
        guard let words else { return }
        add(anyOf: [QueryWords.of(words)], in: expression)
    }

    /// Adds that a text has the words of one of several wordings (see ``QueryWords``).
    mutating func add(anyOf wordings: [String], in expression: String) {
        let (test, values) = Self.test(wordings, in: expression)
        add(test, values: values)
    }

    /// Adds that the document has the words of one of several wordings in a column, looked at once a document.
    mutating func add(documentsWith wordings: [String], in column: String) {
        let (test, values) = Self.test(wordings, in: column)
        add("d.id IN (SELECT id FROM documents WHERE \(test))", values: values)
    }

    /// That a text has the words of one of several wordings. One without any word, which every text has, fits none.
    static func test(_ wordings: [String], in expression: String) -> (sql: String, values: [String]) {
        let asked = wordings.filter { !$0.isEmpty }
        let each = asked.map { _ in "instr(words(\(expression)), ?) > 0" }
        return (each.isEmpty ? "0" : each.joined(separator: " OR "), asked)
    }

    /// Adds that of a document that is in several files (the same number, issuer and day, or the same content) only
    /// one counts: the one with most tasks and scores, of equal ones the first by name.
    mutating func addOnce() {
        add(
            """
            d.id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY \
            CASE WHEN number IS NOT NULL AND (issuer IS NOT NULL OR issuedOn IS NOT NULL) THEN numberKey(number) \
            || '|' || coalesce(words(issuer), '') || '|' || coalesce(issuedOn, '') ELSE coalesce(sha256, id) END \
            ORDER BY taskCount DESC, scoreCount DESC, document) AS place FROM documents) WHERE place = 1)
            """)
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
