import Foundation
import GRDB
import Testing
import VanBanArchive
import VanBanExport

struct ArchiveSchemaTests {
    private func archive(_ folder: TemporaryFolder) throws -> String {
        let path = folder.path + "/a.sqlite"
        _ = try ArchiveStore(path: path)
        return path
    }

    @Test("a sheet's columns are those of its table: a new one needs a migration", arguments: SheetKind.allCases)
    func columns(kind: SheetKind) throws {
        let folder = try TemporaryFolder()
        let columns = try DatabaseQueue(path: try archive(folder)).read { try $0.columns(in: kind.rawValue) }
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
        try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 0; VACUUM") }
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
        #expect(try DatabaseQueue(path: other).read { try $0.tableExists("tasks") } == false)
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
}
