import CSQLite
import VanBanExport
import VanBanModel
import VanBanReading
import VanBanSQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// An archive's database: what was done with each file, and the records.
///
/// Several processes may write to it at once. Each document goes in as one transaction: after a crash it is there whole
/// or as it was before.
package final class ArchiveStore: Sendable {
    package let path: String
    private let database: DatabaseQueue
    private let identity: FileIdentity?

    /// Opens a database, and makes or updates its tables.
    /// - Throws: ``ArchiveStoreError``; a database of something else is left as it is.
    package convenience init(path: String) throws(ArchiveStoreError) {
        try self.init(path: path, migrator: ArchiveSchema.migrator)
    }

    init(path: String, migrator: DatabaseMigrator) throws(ArchiveStoreError) {
        self.path = path
        let path = try Self.systemPath(of: path)
        do {
            var settings = DatabaseSettings()
            settings.patience = 60
            // Readers go on while a worker writes; a killed process leaves a log that the next one takes over.
            // The log grows to 32 MB before it is worked in: a document's rows go to many places.
            settings.start = """
                PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
                PRAGMA wal_autocheckpoint = 8000; PRAGMA cache_size = -32000
                """
            // Before anything is changed of it.
            if access(path, F_OK) == 0 { try Self.check(path, migrator) }
            database = try DatabaseQueue(path: path, settings: settings)
            let applied = try database.read { try migrator.appliedMigrations($0) }
            if applied != migrator.migrations {
                try migrator.migrate(database)
                ArchiveLog.logger.log(
                    level: applied.isEmpty ? .debug : .notice, "Tables were brought up to date.",
                    metadata: ["database": "\(path)", "from": "\(applied.last ?? "none")"])
            }
            identity = FileIdentity(of: path)
        } catch let error as ArchiveStoreError {
            throw error
        } catch let error as DatabaseError where error.code == SQLITE_NOTADB {
            throw .notAnArchive(path: path)
        } catch {
            throw .database(path: path, reason: Self.reason(of: error))
        }
    }

    /// The path as the database's library takes it, which knows UTF-8 alone.
    static func systemPath(of path: String) throws(ArchiveStoreError) -> String {
        guard let plain = String(validating: FileName(path).bytes, as: UTF8.self) else {
            throw .database(path: path, reason: "system.database.name")
        }
        return plain
    }

    /// That a database is new or an archive's, and not one of a later version.
    private static func check(_ path: String, _ migrator: DatabaseMigrator) throws {
        var settings = DatabaseSettings()
        settings.isReadOnly = true
        settings.patience = 60
        let database = try DatabaseQueue(path: path, settings: settings)
        let (isOther, isTooNew) = try database.read { database in
            (try ArchiveSchema.isOther(database), try migrator.hasBeenSuperseded(database))
        }
        if isOther { throw ArchiveStoreError.notAnArchive(path: path) }
        if isTooNew { throw ArchiveStoreError.tooNew(path: path) }
    }

    /// Whether the file that was opened still stands at its path: what is written to one that was removed goes with it.
    package var isInPlace: Bool { identity != nil && identity == FileIdentity(of: path) }

    /// Leaves the database as one file, which can be read where nothing can be written, if nobody else has it open.
    package func settle() {
        try? database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    }

    /// What was done with a file.
    package struct Entry: Hashable, Sendable {
        package var sha256: String?
        package var version: String
        package var isFailure: Bool
        package var reason: String?
        /// What the message of a failure speaks of, see ``FailureMessage``.
        package var arguments: [String]?
        package var message: String?
        /// Size of the content.
        package var bytes: Int?
    }

    /// What was done with every file, by its document's name.
    package func entries() throws(ArchiveStoreError) -> [FileName: Entry] {
        try read(Self.entries)
    }

    static func entries(in database: Database) throws -> [FileName: Entry] {
        var entries: [FileName: Entry] = [:]
        let rows = try Row.fetchCursor(
            database, sql: "SELECT document, sha256, version, outcome, reason, arguments, message, bytes FROM files")
        while let row = try rows.next() {
            entries[FileName(row["document"])] = Entry(
                sha256: row["sha256"], version: row["version"], isFailure: row["outcome"] == "failed",
                reason: row["reason"], arguments: JSONTexts.texts(of: row["arguments"]), message: row["message"],
                bytes: row["bytes"])
        }
        return entries
    }

    /// Keeps what a document gave, in the place of what it gave before.
    /// - Parameter record: nil where only the outcome is kept.
    package func keep(
        _ record: VanBanModel.Record?, of document: String, _ reply: WorkReply, version: String
    ) throws(ArchiveStoreError) {
        let rows = record.map { RecordRows($0, document: document) }
        try write { database in
            try RecordRows.remove(document, from: database)
            try rows?.insert(into: database)
            try Self.note(document, reply, version, in: database)
        }
    }

    /// Keeps that a document failed; a record of an earlier content goes.
    package func keepFailure(of document: String, _ reply: WorkReply, version: String) throws(ArchiveStoreError) {
        try keep(nil, of: document, reply, version: version)
    }

    private static func note(
        _ document: String, _ reply: WorkReply, _ version: String, in database: Database
    ) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO files (document, sha256, bytes, version, outcome, reason, arguments, message)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (document) DO UPDATE SET sha256 = excluded.sha256, bytes = excluded.bytes,
                    version = excluded.version, outcome = excluded.outcome, reason = excluded.reason,
                    arguments = excluded.arguments, message = excluded.message
                """)
        try statement.execute(
            arguments: [
                document, reply.sha256, reply.bytes, version, reply.outcome == .failed ? "failed" : "converted",
                reply.reason, JSONTexts.text(of: reply.arguments), reply.message,
            ])
    }

    // MARK: Access

    func read<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) throws(ArchiveStoreError) -> Value {
        do {
            return try database.read(body)
        } catch {
            throw .database(path: path, reason: Self.reason(of: error))
        }
    }

    func write<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) throws(ArchiveStoreError) -> Value {
        do {
            return try database.write(body)
        } catch {
            throw .database(path: path, reason: Self.reason(of: error))
        }
    }

    /// Why the database refused: a key of the table of messages (``SystemReason``), for what is rare its own words.
    static func reason(of error: any Error) -> String {
        guard let error = error as? DatabaseError else { return String(describing: error) }
        switch error.code {
        case SQLITE_READONLY: return "system.database.readOnly"
        case SQLITE_BUSY, SQLITE_LOCKED: return "system.database.busy"
        case SQLITE_FULL: return "system.database.full"
        case SQLITE_IOERR: return "system.database.io"
        case SQLITE_CORRUPT: return "system.database.damaged"
        case SQLITE_CANTOPEN: return "system.database.cannotOpen"
        case SQLITE_NOMEM: return "system.database.noMemory"
        case SQLITE_PERM, SQLITE_AUTH: return "system.database.noRight"
        case SQLITE_TOOBIG: return "system.database.tooLarge"
        default: return error.message
        }
    }
}
