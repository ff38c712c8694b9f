import CSQLite

/// What SQLite refused.
package struct DatabaseError: Error, Sendable, CustomStringConvertible {
    /// SQLite's code, the general part of it.
    package var code: Int32
    /// Its own words.
    package var message: String
    package var sql: String?

    package init(code: Int32, message: String? = nil, sql: String? = nil) {
        self.code = code & 0xFF
        self.message = message ?? String(cString: sqlite3_errstr(code))
        self.sql = sql
    }

    package var description: String { "SQLite \(code): \(message)" + (sql.map { " – \($0)" } ?? "") }
}
