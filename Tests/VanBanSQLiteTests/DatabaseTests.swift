import Foundation
import Testing

@testable import VanBanSQLite

struct DatabaseTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func queue(_ name: String = "a.sqlite", _ change: (inout DatabaseSettings) -> Void = { _ in }) throws
        -> DatabaseQueue
    {
        var settings = DatabaseSettings()
        change(&settings)
        return try DatabaseQueue(path: folder.appending(path: name).path, settings: settings)
    }

    @Test("a cell gives back what was kept in it")
    func values() throws {
        let kept: [DatabaseValue] = [
            .null, .integer(.min), .integer(7), .real(0.1), .real(-1e300), .text(""), .text("Hạn\u{0}chót ’"),
            .blob([]), .blob([0, 255]),
        ]
        try queue().write { database in
            try database.execute(sql: "CREATE TABLE t (id INTEGER PRIMARY KEY, value)")
            for value in kept { try database.execute(sql: "INSERT INTO t (value) VALUES (?)", arguments: [value]) }
            #expect(try DatabaseValue.fetchAll(database, sql: "SELECT value FROM t ORDER BY id") == kept)
            let row = try #require(try Row.fetchOne(database, sql: "SELECT 3 AS three, NULL AS none, 2.0 AS two"))
            let three: Int? = row["three"]
            let none: String? = row["none"]
            let two: Int = row["two"]
            #expect(three == 3 && none == nil && two == 2 && row["three"] as Double == 3)
            #expect(String.fromDatabaseValue(.integer(3)) == nil && Int.fromDatabaseValue(.real(2.5)) == nil)
            #expect(try Int.fetchOne(database, sql: "SELECT 1 WHERE 0") == nil)
            #expect(try String.fetchOne(database, sql: "SELECT NULL") == nil)
        }
    }

    @Test("what fails is taken back whole, and what went well before stays")
    func rollback() throws {
        let queue = try queue()
        try queue.write { try $0.execute(sql: "CREATE TABLE t (x INTEGER UNIQUE); INSERT INTO t VALUES (1)") }
        let error = #expect(throws: DatabaseError.self) {
            try queue.write { database in
                let statement = try database.cachedStatement(sql: "INSERT INTO t VALUES (?)")
                try statement.execute(arguments: [2])
                try statement.execute(arguments: [1])
            }
        }
        #expect(error?.code == 19 && error?.message.contains("UNIQUE") == true)
        #expect(try queue.read { try Int.fetchAll($0, sql: "SELECT x FROM t") } == [1])
        try queue.write { try $0.cachedStatement(sql: "INSERT INTO t VALUES (?)").execute(arguments: [2]) }
        #expect(try queue.read { try Int.fetchAll($0, sql: "SELECT x FROM t ORDER BY x") } == [1, 2])
    }

    @Test(
        "mistakes of statements are errors: names in quotation marks, too few or too many values, rows that hang loose")
    func mistakes() throws {
        let queue = try queue()
        try queue.write {
            try $0.execute(
                sql: """
                    CREATE TABLE a (id INTEGER PRIMARY KEY);
                    CREATE TABLE b (a INTEGER REFERENCES a ON DELETE CASCADE); -- what is behind is nothing
                    INSERT INTO a VALUES (1); INSERT INTO b VALUES (1)
                    """)
        }
        for (sql, arguments) in [
            ("SELECT \"none\"", []), ("SELECT ?", []), ("SELECT ?", [1, 2]), ("INSERT INTO b VALUES (2)", []),
        ] as [(String, StatementArguments)] {
            #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql, arguments: arguments) } }
        }
        try queue.write { try $0.execute(sql: "DELETE FROM a") }
        #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM b") } == 0)
    }

    @Test("one who only reads changes nothing, sees one state, and is told what is no database")
    func reading() throws {
        #expect(throws: DatabaseError.self) { try queue { $0.isReadOnly = true } }
        let writer = try queue { $0.start = "PRAGMA journal_mode = WAL" }
        try writer.write { try $0.execute(sql: "CREATE TABLE t (x); INSERT INTO t VALUES ('Sở Nội vụ')") }
        let reader = try queue {
            $0.isReadOnly = true
            $0.functions = [
                DatabaseFunction("shout", argumentCount: 1) { String.fromDatabaseValue($0[0]).map { $0.uppercased() } }
            ]
        }
        #expect(try reader.read { try String.fetchOne($0, sql: "SELECT shout(x) FROM t") } == "SỞ NỘI VỤ")
        #expect(try reader.read { try String.fetchOne($0, sql: "SELECT shout(1) FROM t") } == nil)
        #expect(throws: DatabaseError.self) { try reader.write { try $0.execute(sql: "DELETE FROM t") } }
        try reader.read { database in
            #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM t") == 1)
            try writer.write { try $0.execute(sql: "INSERT INTO t VALUES ('Sở Y tế')") }
            #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM t") == 1)
        }
        #expect(try reader.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM t") } == 2)
        let copy = try queue("copy.sqlite")
        try reader.backup(to: copy)
        #expect(try copy.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM t") } == 2)
        try Data("no database at all, whatever it is called".utf8).write(to: folder.appending(path: "b.sqlite"))
        let error = #expect(throws: DatabaseError.self) { try queue("b.sqlite") }
        #expect(error?.code == 26)
    }

    @Test("one who writes waits for another, as long as was said")
    func busy() throws {
        let (one, other) = (try queue(), try queue())
        try one.write { database in
            let error = #expect(throws: DatabaseError.self) {
                try other.write { try $0.execute(sql: "CREATE TABLE t (x)") }
            }
            #expect(error?.code == 5)
        }
        try other.write { try $0.execute(sql: "CREATE TABLE t (x)") }
    }

    @Test("steps are made once, in their order, each whole or not at all; many at once make them once")
    func migrations() async throws {
        let queue = try queue()
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { try $0.execute(sql: "CREATE TABLE t (x); INSERT INTO t VALUES (1)") }
        #expect(try queue.read { try migrator.appliedMigrations($0) } == [])
        var broken = migrator
        broken.registerMigration("2") { try $0.execute(sql: "INSERT INTO t VALUES (2); INSERT INTO none VALUES (2)") }
        #expect(throws: DatabaseError.self) { try broken.migrate(queue) }
        #expect(try queue.read { try broken.appliedMigrations($0) } == ["1"])
        #expect(try queue.read { try Int.fetchAll($0, sql: "SELECT x FROM t") } == [1])
        migrator.registerMigration("2") { try $0.execute(sql: "INSERT INTO t VALUES (2)") }
        let whole = migrator
        let path = folder.appending(path: "a.sqlite").path
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    var settings = DatabaseSettings()
                    settings.patience = 60
                    try whole.migrate(DatabaseQueue(path: path, settings: settings))
                }
            }
            try await group.waitForAll()
        }
        #expect(try queue.read { try Int.fetchAll($0, sql: "SELECT x FROM t") } == [1, 2])
        #expect(try queue.read { try whole.hasCompletedMigrations($0) && !whole.hasBeenSuperseded($0) })
        #expect(try queue.read { try DatabaseMigrator().hasBeenSuperseded($0) })
    }
}
