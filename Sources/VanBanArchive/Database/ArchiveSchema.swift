import GRDB
import VanBanExport

/// The tables of an archive's database.
///
/// `files` says what was done with each file; `documents` and the tables below it hold the records, with the columns of
/// their sheets (``SheetKind``), days as ISO 8601 texts. Rows belong to their document and go with it; `ordinal` counts
/// them from 1 in reading order. Ids follow from names, so that the same files give the same content in whatever order
/// they were taken.
enum ArchiveSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(sql: files)
            try database.execute(sql: documents)
            for kind in SheetKind.allCases where kind != .documents {
                try database.execute(sql: table(kind))
            }
            try database.execute(sql: indexes)
            try SearchIndex.create(in: database)
            try DocumentFingerprint.create(in: database)
        }
        return migrator
    }

    private static let files = """
        CREATE TABLE files (
            document TEXT PRIMARY KEY NOT NULL,
            sha256 TEXT,
            bytes INTEGER,
            version TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('converted', 'failed')),
            reason TEXT,
            message TEXT
        ) WITHOUT ROWID
        """

    private static var documents: String {
        """
        CREATE TABLE documents (
            id INTEGER PRIMARY KEY NOT NULL,
            document TEXT NOT NULL UNIQUE REFERENCES files (document) DEFERRABLE INITIALLY DEFERRED,
            \(columns(of: .documents))
        )
        """
    }

    private static func table(_ kind: SheetKind) -> String {
        """
        CREATE TABLE "\(kind.rawValue)" (
            documentId INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            \(columns(of: kind)),
            PRIMARY KEY (documentId, ordinal)\(keys[kind] ?? "")
        ) WITHOUT ROWID
        """
    }

    private static let keys: [SheetKind: String] = [
        .parts: ", UNIQUE (documentId, part)",
        .sections: """
        , UNIQUE (documentId, section), FOREIGN KEY (documentId, part) REFERENCES parts (documentId, part), \
        FOREIGN KEY (documentId, parent) REFERENCES sections (documentId, section)
        """,
        .tasks: ", UNIQUE (documentId, sequence), FOREIGN KEY (documentId, part) REFERENCES parts (documentId, part)",
        .agencies: ", FOREIGN KEY (documentId, task) REFERENCES tasks (documentId, sequence)",
        .deadlines: ", FOREIGN KEY (documentId, task) REFERENCES tasks (documentId, sequence)",
    ]

    /// The sheet's columns, without the document's name.
    static func columnNames(of kind: SheetKind) -> [String] { kind.columns.dropFirst().map(\.key) }

    private static func columns(of kind: SheetKind) -> String {
        kind.columns.dropFirst().map { column in
            "\"\(column.key)\" \(type(of: column.kind))"
        }.joined(separator: ",\n    ")
    }

    private static func type(of kind: SheetColumn.Kind) -> String {
        switch kind {
        case .text, .date: return "TEXT"
        case .integer: return "INTEGER"
        case .number: return "REAL"
        }
    }

    private static let indexes = """
        CREATE INDEX documents_number ON documents (number);
        CREATE INDEX documents_sha256 ON documents (sha256);
        CREATE INDEX tasks_due ON tasks (due);
        CREATE INDEX agencies_id ON agencies (id, duty);
        CREATE INDEX deadlines_end ON deadlines (endDate);
        CREATE INDEX scores_index ON scores (indexName, year);
        CREATE INDEX references_number ON "references" (number);
        CREATE INDEX diagnostics_code ON diagnostics (code);
        """
}
