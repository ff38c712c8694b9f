import CSQLite

/// Brings a database's tables up to date, step by step; each is made once, whole or not at all.
///
/// Which were made stands in `grdb_migrations`: archives were first written by way of GRDB.
package struct DatabaseMigrator: Sendable {
    private var steps: [(name: String, body: @Sendable (Database) throws -> Void)] = []

    package init() {}

    package mutating func registerMigration(_ name: String, _ body: @escaping @Sendable (Database) throws -> Void) {
        steps.append((name, body))
    }

    package var migrations: [String] { steps.map(\.name) }

    private static func made(_ database: Database) throws -> Set<String> {
        guard try database.tableExists("grdb_migrations") else { return [] }
        return Set(try String.fetchAll(database, sql: "SELECT identifier FROM grdb_migrations"))
    }

    package func appliedMigrations(_ database: Database) throws -> [String] {
        let made = try Self.made(database)
        return migrations.filter(made.contains)
    }

    package func hasCompletedMigrations(_ database: Database) throws -> Bool {
        try appliedMigrations(database).count == steps.count
    }

    /// Whether a later version made steps that this one does not know.
    package func hasBeenSuperseded(_ database: Database) throws -> Bool {
        try !Self.made(database).isSubset(of: migrations)
    }

    package func migrate(_ queue: DatabaseQueue) throws {
        try queue.writeWithoutTransaction { database in
            // Tables are made anew with rows hanging on them; what hangs loose in the end is an error.
            try database.execute(sql: "PRAGMA foreign_keys = OFF")
            defer { try? database.execute(sql: "PRAGMA foreign_keys = ON") }
            for step in steps {
                try database.transaction("IMMEDIATE") { database in
                    try database.execute(
                        sql: "CREATE TABLE IF NOT EXISTS grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
                    // Another process may have been first.
                    guard try !Self.made(database).contains(step.name) else { return }
                    try step.body(database)
                    guard try Row.fetchOne(database, sql: "PRAGMA foreign_key_check") == nil else {
                        throw DatabaseError(code: SQLITE_CONSTRAINT, message: "FOREIGN KEY constraint failed")
                    }
                    try database.execute(
                        sql: "INSERT INTO grdb_migrations (identifier) VALUES (?)", arguments: [step.name])
                }
            }
        }
    }
}
