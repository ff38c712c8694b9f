import VanBanExport
import VanBanModel
import VanBanSQLite

/// A record as rows of an archive's tables: all made before the database is written to, as only one may write at a time.
struct RecordRows: Sendable {
    private let document: String
    private let id: Int64
    private let rows: [(kind: SheetKind, rows: [SheetRow])]
    /// What people call the places of rows, by where they begin and end.
    private let places: [Range<Int>: BilingualText]
    private let passages: [SearchIndex.Passage]
    private let fingerprint: DocumentFingerprint

    init(_ record: VanBanModel.Record, document: String) {
        self.document = document
        id = NameDigest.id(of: document)
        let sheets = RecordSheets(record, document: document, namesPlaces: true)
        rows = SheetKind.allCases.map { ($0, sheets.rows($0)) }
        places = Self.places(of: rows)
        passages = SearchIndex.passages(of: record, document: document)
        fingerprint = DocumentFingerprint(record)
    }

    private static func places(of rows: [(kind: SheetKind, rows: [SheetRow])]) -> [Range<Int>: BilingualText] {
        var places: [Range<Int>: BilingualText] = [:]
        for (kind, rows) in rows where kind.hasNamedPlaces {
            let columns = kind.columns
            guard let first = columns.firstIndex(where: { $0.key == "start" }),
                let last = columns.firstIndex(where: { $0.key == "end" })
            else { continue }
            for row in rows {
                guard let name = row.place?.name, case .integer(let start) = row.values[first],
                    case .integer(let end) = row.values[last], start <= end
                else { continue }
                places[start..<end] = name
            }
        }
        return places
    }

    /// Takes a document's rows out of all tables.
    static func remove(_ document: String, from database: Database) throws {
        let id = NameDigest.id(of: document)
        try SearchIndex.remove(id, from: database)
        try DocumentFingerprint.remove(id, from: database)
        // To compile it is to go through all tables that hang on documents, so it is kept.
        try database.cachedStatement(sql: "DELETE FROM documents WHERE id = ?").execute(arguments: [id])
    }

    /// Puts all rows in. The document's earlier ones are gone.
    func insert(into database: Database) throws {
        for (kind, rows) in rows { try insert(rows, of: kind, into: database) }
        try insertPlaces(into: database)
        try SearchIndex.insert(passages, of: id, into: database)
        try fingerprint.insert(id, into: database)
    }

    private func insertPlaces(into database: Database) throws {
        let statement = try database.cachedStatement(
            sql: "INSERT INTO places (documentId, \"start\", \"end\", english, vietnamese) VALUES (?, ?, ?, ?, ?)")
        for (place, name) in places.sorted(by: {
            ($0.key.lowerBound, $0.key.upperBound) < ($1.key.lowerBound, $1.key.upperBound)
        }) {
            try statement.execute(arguments: [id, place.lowerBound, place.upperBound, name.english, name.vietnamese])
        }
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

extension SheetKind {
    /// Whether people look up the places of its rows.
    var hasNamedPlaces: Bool {
        switch self {
        case .tasks, .scores, .targets, .diagnostics: true
        case .documents, .parts, .sections, .agencies, .deadlines, .references: false
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
