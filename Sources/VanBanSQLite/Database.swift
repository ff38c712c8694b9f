import CSQLite

/// A connection, as those who are let in by its ``DatabaseQueue`` see it.
package final class Database {
    let connection: OpaquePointer
    /// Those that come again with every document.
    private var kept: [String: Statement] = [:]

    init(path: String, _ settings: DatabaseSettings) throws {
        let mode = settings.isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        var handle: OpaquePointer?
        // One thread at a time is let in: SQLite needs no locks of its own.
        let code = sqlite3_open_v2(path, &handle, mode | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let handle else {
            let error = DatabaseError(code: code, message: handle.map { String(cString: sqlite3_errmsg($0)) })
            sqlite3_close_v2(handle)
            throw error
        }
        connection = handle
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, settings.patience * 1000)
        vanban_sqlite_refuse_quoted_texts(handle)
        for function in settings.functions { function.add(to: handle) }
        try execute(sql: "PRAGMA foreign_keys = ON")
        // What is no database is told before anything is asked of it.
        _ = try Row.fetchOne(self, sql: "SELECT * FROM sqlite_master LIMIT 1")
        if let start = settings.start { try execute(sql: start) }
    }

    deinit {
        kept.removeAll()
        sqlite3_close_v2(connection)
    }

    /// Runs statements, one after the other.
    package func execute(sql: String, arguments: StatementArguments = []) throws {
        var waiting = arguments.values[...]
        try sql.withCString { text in
            var text = text
            while text.pointee != 0 {
                let (statement, rest) = try Statement.first(of: text, on: connection)
                if let statement {
                    let own = waiting.prefix(statement.parameterCount)
                    waiting = waiting.dropFirst(own.count)
                    try statement.execute(arguments: StatementArguments(Array(own)))
                }
                text = rest
            }
        }
        guard waiting.isEmpty else {
            throw DatabaseError(code: SQLITE_MISUSE, message: "\(waiting.count) arguments too many", sql: sql)
        }
    }

    /// A statement that is compiled once.
    package func cachedStatement(sql: String) throws -> Statement {
        if let statement = kept[sql] { return statement }
        let statement = try statement(sql)
        kept[sql] = statement
        return statement
    }

    func statement(_ sql: String, _ arguments: StatementArguments) throws -> Statement {
        let statement = try statement(sql)
        try statement.bind(arguments.values[...])
        return statement
    }

    private func statement(_ sql: String) throws -> Statement {
        try sql.withCString { text in
            guard let statement = try Statement.first(of: text, on: connection).statement else {
                throw DatabaseError(code: SQLITE_MISUSE, message: "there is no statement", sql: sql)
            }
            return statement
        }
    }

    package func tableExists(_ name: String) throws -> Bool {
        let sql = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND lower(name) = lower(?)"
        return try Int.fetchOne(self, sql: sql, arguments: [name]) != nil
    }

    /// All of it, or nothing.
    func transaction<Value>(_ kind: String, _ body: (Database) throws -> Value) throws -> Value {
        try execute(sql: "BEGIN \(kind) TRANSACTION")
        do {
            let value = try body(self)
            try execute(sql: "COMMIT TRANSACTION")
            return value
        } catch {
            // SQLite ends some by itself: for want of room, of memory.
            if sqlite3_get_autocommit(connection) == 0 { try? execute(sql: "ROLLBACK TRANSACTION") }
            throw error
        }
    }
}
