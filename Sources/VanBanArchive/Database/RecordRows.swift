import GRDB
import VanBanExport
import VanBanModel

/// A record as rows of an archive's tables.
struct RecordRows {
    private let record: VanBanModel.Record
    private let document: String
    private let sheets: RecordSheets

    init(_ record: VanBanModel.Record, document: String) {
        self.record = record
        self.document = document
        sheets = RecordSheets(record, document: document)
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
        let id = NameDigest.id(of: document)
        for kind in SheetKind.allCases { try insert(kind, id, into: database) }
        try SearchIndex.insert(record, id, document: document, into: database)
        try DocumentFingerprint(record).insert(id, into: database)
    }

    private func insert(_ kind: SheetKind, _ id: Int64, into database: Database) throws {
        let rows = sheets.rows(kind)
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
