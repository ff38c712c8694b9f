import VanBanExport
import VanBanReading
import VanBanSQLite

/// The root of an archive, and documents whose files were moved or are gone.
extension ArchiveStore {
    /// The folder below which documents are known by their paths; nil where none was kept yet.
    package func root() throws(ArchiveStoreError) -> ArchiveRoot? {
        try read { database in
            try String.fetchOne(database, sql: "SELECT value FROM archive WHERE key = 'root'").map { ArchiveRoot($0) }
        }
    }

    /// Keeps the root; names of documents stay as they are.
    package func keep(_ root: ArchiveRoot) throws(ArchiveStoreError) {
        try write { database in
            try database.execute(
                sql: """
                    INSERT INTO archive (key, value) VALUES ('root', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value
                    """, arguments: [root.path])
        }
    }

    /// How many dossiers of several files there are.
    package func dossierCount() throws(ArchiveStoreError) -> Int {
        try read { database in
            let sql = """
                SELECT count(DISTINCT parentId) FROM attachments
                WHERE parentId NOT IN (SELECT documentId FROM attachments)
                """
            return try Int.fetchOne(database, sql: sql) ?? 0
        }
    }

    /// Gives a document another name, with all rows that it has.
    package func rename(_ document: String, to name: String) throws(ArchiveStoreError) {
        try write { database in
            // Rows and what they hang on are renamed one after the other.
            try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
            let (old, new) = (NameDigest.id(of: document), NameDigest.id(of: name))
            try RecordRows.remove(name, from: database)
            try database.execute(sql: "DELETE FROM files WHERE document = ?", arguments: [name])
            for table in ["files", "states"] {
                try database.execute(
                    sql: "UPDATE OR REPLACE \(table) SET document = ? WHERE document = ?", arguments: [name, document])
            }
            try database.execute(
                sql: "UPDATE documents SET id = ?, document = ? WHERE id = ?", arguments: [new, name, old])
            let kinds = SheetKind.allCases.filter { $0 != .documents }.map(\.rawValue)
            for table in kinds + ["places", "fingerprints", "fingerprintBands"] {
                try database.execute(
                    sql: "UPDATE \"\(table)\" SET documentId = ? WHERE documentId = ?", arguments: [new, old])
            }
            try SearchIndex.move(old, named: document, to: new, named: name, in: database)
        }
    }

    /// Takes a document out, whose file is gone.
    package func forget(_ document: String) throws(ArchiveStoreError) {
        try write { database in
            try RecordRows.remove(document, from: database)
            for table in ["files", "states"] {
                try database.execute(sql: "DELETE FROM \(table) WHERE document = ?", arguments: [document])
            }
        }
    }
}
