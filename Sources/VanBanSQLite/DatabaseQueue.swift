import CSQLite
import Dispatch

/// How a database is opened.
package struct DatabaseSettings: Sendable {
    package var isReadOnly = false
    /// For how many seconds one waits for others who write.
    package var patience: Int32 = 0
    package var functions: [DatabaseFunction] = []
    /// Statements that each connection begins with.
    package var start: String?

    package init() {}
}

/// A connection that one at a time uses: whoever got `turn`, and nobody else.
package final class DatabaseQueue: @unchecked Sendable {
    private let database: Database
    private let turn = DispatchSemaphore(value: 1)

    package init(path: String, settings: DatabaseSettings = DatabaseSettings()) throws {
        database = try Database(path: path, settings)
    }

    /// Reads one state of the database, whoever writes to it meanwhile.
    package func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try writeWithoutTransaction { try $0.transaction("DEFERRED", body) }
    }

    /// Writes all of it, or nothing.
    package func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try writeWithoutTransaction { try $0.transaction("IMMEDIATE", body) }
    }

    package func writeWithoutTransaction<Value>(_ body: (Database) throws -> Value) throws -> Value {
        turn.wait()
        defer { turn.signal() }
        return try body(database)
    }

    /// Copies the whole database into another.
    package func backup(to other: DatabaseQueue) throws {
        try writeWithoutTransaction { from in
            try other.writeWithoutTransaction { to in
                guard let backup = sqlite3_backup_init(to.connection, "main", from.connection, "main") else {
                    throw DatabaseError(
                        code: sqlite3_errcode(to.connection), message: String(cString: sqlite3_errmsg(to.connection)))
                }
                let code = sqlite3_backup_step(backup, -1)
                let end = sqlite3_backup_finish(backup)
                guard code == SQLITE_DONE, end == SQLITE_OK else {
                    throw DatabaseError(code: end == SQLITE_OK ? code : end)
                }
            }
        }
    }
}
