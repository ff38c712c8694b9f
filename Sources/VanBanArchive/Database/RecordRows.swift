import GRDB
import VanBanExport
import VanBanModel

/// A record as rows of an archive's tables: all made before the database is written to, as only one may write at a time.
struct RecordRows: Sendable {
    private let document: String
    private let id: Int64
    private let rows: [(kind: SheetKind, rows: [SheetRow])]
    private let passages: [SearchIndex.Passage]
    private let fingerprint: DocumentFingerprint

    init(_ record: VanBanModel.Record, document: String) {
        self.document = document
        id = NameDigest.id(of: document)
        let sheets = RecordSheets(record, document: document)
        rows = SheetKind.allCases.map { ($0, sheets.rows($0)) }
        passages = SearchIndex.passages(of: record, document: document)
        fingerprint = DocumentFingerprint(record)
    }

    /// Takes a document's rows out of all tables.
    static func remove(_ document: String, from database: Database) throws {
        let id = NameDigest.id(of: document)
        try SearchIndex.remove(id, from: database)
        try DocumentFingerprint.remove(id, from: database)
        try database.execute(sql: "DELETE FROM documents WHERE id = ?", arguments: [id])
    }

    /// Puts all rows in. The document's earlier ones are gone.
    func insert(into database: Database) throws {
        for (kind, rows) in rows { try insert(rows, of: kind, into: database) }
        try SearchIndex.insert(passages, of: id, into: database)
        try fingerprint.insert(id, into: database)
    }

    private func insert(_ rows: [SheetRow], of kind: SheetKind, into database: Database) throws {
        guard !rows.isEmpty else { return }
        let isDocument = kind == .documents
        let names = ArchiveSchema.columnNames(of: kind).map { "\"\($0)\"" }
        let keys = isDocument ? ["id", "document"] : ["documentId", "ordinal"]
        let all = keys + names
        let places = Array(repeating: "?", count: all.count).joined(separator: ", ")
        let statement = try database.cachedStatement(
            sql: "INSERT INTO \"\(kind.rawValue)\" (\(all.joined(separator: ", "))) VALUES (\(places))")
        for (index, row) in rows.enumerated() {
            var values: [DatabaseValue] = [
                id.databaseValue, isDocument ? document.databaseValue : (index + 1).databaseValue,
            ]
            for value in row.values.dropFirst() { values.append(value.databaseValue) }
            try statement.execute(arguments: StatementArguments(values))
        }
    }
}

extension SheetValue {
    /// As the database keeps it: days as ISO 8601 texts.
    var databaseValue: DatabaseValue {
        switch self {
        case .none: return .null
        case .text(let text): return text.databaseValue
        case .integer(let integer): return integer.databaseValue
        case .number(let number): return number.databaseValue
        case .date(let date): return date.description.databaseValue
        }
    }
}
