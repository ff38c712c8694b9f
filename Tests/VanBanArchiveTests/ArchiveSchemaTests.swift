import Foundation
import Testing
import VanBanExport
import VanBanSQLite

@testable import VanBanArchive

struct ArchiveSchemaTests {
    private func archive(_ folder: TemporaryFolder) throws -> String {
        let path = folder.path + "/a.sqlite"
        _ = try ArchiveStore(path: path)
        return path
    }

    @Test("a sheet's columns are those of its table: a new one needs a migration", arguments: SheetKind.allCases)
    func columns(kind: SheetKind) throws {
        let folder = try TemporaryFolder()
        let columns = try DatabaseQueue(path: try archive(folder)).read { database in
            try Row.fetchAll(database, sql: "SELECT name, type FROM pragma_table_info(?)", arguments: [kind.rawValue])
                .map { (name: $0[0] as String, type: $0[1] as String) }
        }
        let keys = kind == .documents ? ["id", "document"] : ["documentId", "ordinal"]
        #expect(columns.map(\.name) == keys + kind.columns.dropFirst().map(\.key))
        for (column, own) in zip(columns.dropFirst(2), kind.columns.dropFirst()) {
            let type = [.integer: "INTEGER", .number: "REAL"][own.kind] ?? "TEXT"
            #expect(column.type == type, "\(kind).\(column.name)")
        }
    }

    @Test("a database of a later version is refused, and says so")
    func tooNew() throws {
        let folder = try TemporaryFolder()
        let path = try archive(folder)
        try DatabaseQueue(path: path).write {
            try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('2099')")
        }
        let error = #expect(throws: ArchiveStoreError.tooNew(path: path)) { try ArchiveStore(path: path) }
        #expect(error?.description.contains("later version") == true)
        #expect(throws: ArchiveStoreError.tooNew(path: path)) { try ArchiveReader(path: path) }
    }

    @Test("a database without tables gets them")
    func migrated() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a.sqlite"
        try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
        #expect(try ArchiveStore(path: path).entries().isEmpty)
        #expect(try ArchiveReader(path: path).sheet(TaskQuery().request).rows.isEmpty)
    }

    @Test("a question makes no database, and changes none that is something else's")
    func notAnArchive() throws {
        let folder = try TemporaryFolder()
        let missing = folder.path + "/missing.sqlite"
        #expect(throws: ArchiveStoreError.self) { try ArchiveReader(path: missing) }
        #expect(!FileManager.default.fileExists(atPath: missing))
        let other = folder.path + "/other.sqlite"
        try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE letters (id INTEGER)") }
        #expect(throws: ArchiveStoreError.notAnArchive(path: other)) { try ArchiveReader(path: other) }
        #expect(throws: ArchiveStoreError.notAnArchive(path: other)) { try ArchiveStore(path: other) }
        #expect(try DatabaseQueue(path: other).read { try $0.tableExists("tasks") } == false)
    }

    /// The migrations that a later version of the program will have.
    private var laterMigrator: DatabaseMigrator {
        var migrator = ArchiveSchema.migrator
        migrator.registerMigration("later") { database in
            try database.execute(sql: "ALTER TABLE tasks ADD COLUMN priority TEXT; UPDATE tasks SET priority = 'high'")
        }
        return migrator
    }

    @Test("the first migration is what it was: a change of it would leave older databases behind")
    func frozen() throws {
        var digest: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in ArchiveSchema.tables1.utf8 { digest = (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        #expect(digest == 0xaa6d_b5de_7401_5c2b)
    }

    @Test("a database of this version opens in a later one, with all it had, and not in this one again")
    func laterVersion() throws {
        let folder = try TemporaryFolder()
        let path = try archive(folder)
        let record = try Samples.record("provincial-papi-plan.txt")
        try ArchiveStore(path: path).keep(record, of: "a", Samples.reply(), version: "1")
        let rows = try ArchiveReader(path: path).sheet(TaskQuery().request).rows
        let reader = try ArchiveReader(path: path, migrator: laterMigrator)
        #expect(try reader.sheet(TaskQuery().request).rows == rows)
        #expect(rows.count == record.tasks.count)
        let count = try DatabaseQueue(path: path).read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM tasks WHERE priority = 'high'")
        }
        #expect(count == rows.count)
        #expect(throws: ArchiveStoreError.tooNew(path: path)) { try ArchiveReader(path: path) }
        try ArchiveStore(path: path, migrator: laterMigrator).keep(record, of: "a", Samples.reply(), version: "2")
    }

    @Test("what a record has goes into the tables of the first migration, none of its links loose")
    func links() throws {
        let folder = try TemporaryFolder()
        let path = try archive(folder)
        let store = try ArchiveStore(path: path)
        for name in ["provincial-papi-plan.txt", "provincial-reform-plan.txt", "commune-plan-2026.txt"] {
            try store.keep(try Samples.record(name), of: name, Samples.reply(), version: "1")
        }
        let (loose, state) = try DatabaseQueue(path: path).read { database in
            (
                try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count,
                try String.fetchOne(database, sql: "PRAGMA integrity_check")
            )
        }
        #expect(loose == 0)
        #expect(state == "ok")
    }

    @Test("a document's rows go with it, whole")
    func foreignKeys() throws {
        let folder = try TemporaryFolder()
        let path = try archive(folder)
        let store = try ArchiveStore(path: path)
        try store.keep(try Samples.record("provincial-papi-plan.txt"), of: "a", Samples.reply(), version: "1")
        try store.keepFailure(of: "a", Samples.reply(.failed), version: "1")
        try DatabaseQueue(path: path).write { database in
            for table in SheetKind.allCases.map(\.rawValue) + ["passages", "fingerprints", "fingerprintBands"] {
                let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM \"\(table)\"")
                #expect(count == 0, "\(table)")
            }
            try database.execute(sql: "INSERT INTO passagesSearch (passagesSearch) VALUES ('integrity-check')")
        }
    }

    @Test("what the first version kept is all there, and is found, after its tables are brought up to date")
    func fromFirst() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a.sqlite"
        var first = DatabaseMigrator()
        first.registerMigration("1") { database in try database.execute(sql: ArchiveSchema.tables1) }
        try first.migrate(DatabaseQueue(path: path))
        try DatabaseQueue(path: path).write { database in
            try database.execute(
                sql: """
                    INSERT INTO files VALUES ('a', '00', 1, '1', 'failed', 'empty', 'the file is empty'),
                        ('b', '00', 1, '1', 'converted', NULL, NULL);
                    INSERT INTO documents (id, document) VALUES (1, 'b');
                    INSERT INTO diagnostics VALUES (1, 1, 'error', 'missingDate', 'No date.', 'Add it.', 1, 0, 1, NULL);
                    INSERT INTO passages VALUES (1, 1, 'task', 1, 'Rà soát hộ nghèo', 'Ra soat ho ngheo');
                    """)
        }
        let reader = try ArchiveReader(path: path)
        let words = try #require(SearchQuery("hộ ngheo"))
        #expect(try reader.sheet(words.request).rows.count == 1)
        #expect(try reader.sheet(DiagnosticQuery().request).rows.count == 1)
        let files = try reader.sheet(FileQuery().request)
        #expect(files.rows.map { $0.values[3].text } == ["the file is empty", ""])
    }

    @Test("the full-text index is found as Datasette and sqlite-utils look for it")
    func searchIsFound() throws {
        let folder = try TemporaryFolder()
        let names = try DatabaseQueue(path: try archive(folder)).read {
            try String.fetchAll(
                $0,
                sql: """
                    SELECT name FROM sqlite_master WHERE rootpage = 0
                    AND sql LIKE '%VIRTUAL TABLE%USING FTS%content="passages"%'
                    """)
        }
        #expect(names == ["passagesSearch"])
    }

    @Test("views give open tasks and tasks by who leads, under ids that can be read")
    func views() throws {
        let folder = try TemporaryFolder()
        let path = try archive(folder)
        let record = try Samples.record("provincial-papi-plan.txt")
        try ArchiveStore(path: path).keep(record, of: "2024/plan.txt", Samples.reply(), version: "1")
        try DatabaseQueue(path: path).write { database in
            let first = try #require(try Row.fetchOne(database, sql: "SELECT * FROM openTasks ORDER BY due LIMIT 1"))
            #expect((first["id"] as String).hasPrefix("2024/plan.txt#"))
            try database.execute(
                sql: "INSERT INTO states SELECT document, CAST(substr(id, 15) AS INTEGER), task, '2024-08-01', NULL "
                    + "FROM openTasks WHERE id = ?", arguments: [first["id"] as String])
            #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM openTasks") == record.tasks.count - 1)
            let leads = try Int.fetchOne(
                database, sql: "SELECT count(*) FROM tasksWithLead WHERE leadId = 'so-tu-phap'")
            #expect(leads == record.tasks.count { $0.leadAgencies.contains { $0.id == "so-tu-phap" } })
        }
    }

    @Test("a document that is called otherwise keeps all its rows, as if it had been kept under that name")
    func renamed() throws {
        let folder = try TemporaryFolder()
        let record = try Samples.record("provincial-papi-plan.txt")
        func content(_ path: String) throws -> [[String]] {
            try DatabaseQueue(path: path).read { database in
                try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { "\($0)" }.isEmpty
                    ? try
                        (SheetKind.allCases.map(\.rawValue) + ["files", "passages", "fingerprints", "fingerprintBands"])
                        .map { try Row.fetchAll(database, sql: "SELECT * FROM \"\($0)\"").map { "\($0)" } }
                    : []
            }
        }
        let (moved, fresh) = (folder.path + "/moved.sqlite", folder.path + "/fresh.sqlite")
        let store = try ArchiveStore(path: moved)
        try store.keep(record, of: "a/plan.txt", Samples.reply(), version: "1")
        try store.rename("a/plan.txt", to: "b/plan.txt")
        try ArchiveStore(path: fresh).keep(record, of: "b/plan.txt", Samples.reply(), version: "1")
        #expect(try content(moved) == content(fresh))
        let words = try #require(SearchQuery("công khai"))
        #expect(try !ArchiveReader(path: moved).sheet(words.request).rows.isEmpty)
        try store.forget("b/plan.txt")
        #expect(try content(moved).allSatisfy { $0.isEmpty })
    }
}
