import VanBanExport
import VanBanSQLite

/// The tables of an archive's database.
///
/// `files` says what was done with each file; `documents` and the tables below it hold the records, with the columns of
/// their sheets (``SheetKind``), days as ISO 8601 texts; `archive` says of the database itself what has to be known (its
/// root), `states` what became of tasks, and views put together what people ask for. Rows belong to their document and go with it; `ordinal` counts
/// them from 1 in reading order. Ids follow from names, so that the same files give the same content in whatever order
/// they were taken.
enum ArchiveSchema {
    /// Migrations are written out, each as it was made: a column that a sheet gains needs one of its own.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in try database.execute(sql: tables1) }
        migrator.registerMigration("2") { database in try database.execute(sql: changes2) }
        migrator.registerMigration("3") { database in try database.execute(sql: changes3) }
        return migrator
    }

    /// Whether a database has the tables of an archive.
    static func isArchive(_ database: Database) throws -> Bool {
        try database.tableExists("grdb_migrations") && database.tableExists("files")
    }

    /// Whether a database is of something else: it has tables, and not those of an archive.
    static func isOther(_ database: Database) throws -> Bool {
        if try isArchive(database) { return false }
        let tables = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        return try Int.fetchOne(database, sql: tables) ?? 0 > 0
    }

    /// The sheet's columns, without the document's name.
    static func columnNames(of kind: SheetKind) -> [String] { kind.columns.dropFirst().map(\.key) }
}
