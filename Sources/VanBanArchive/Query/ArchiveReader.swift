import CSQLite
import VanBanExport
import VanBanMessages
import VanBanReading
import VanBanSQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why a question to an archive was not answered whole.
package enum QueryFailure: Error, Sendable {
    case store(ArchiveStoreError)
    case output(OutputError)
}

/// An archive's database, opened for questions. Nothing of it is changed, but that the tables of an earlier version of
/// the program are brought up to date.
///
/// ```swift
/// var tasks = TaskQuery()
/// tasks.lead = "Sở TT&TT"
/// try ArchiveReader(path: "archive.sqlite").answer(tasks.request) { page throws(OutputError) in
///     try SheetCSV().write(page, to: &output)
/// }
/// ```
package final class ArchiveReader: Sendable {
    private let path: String
    private let database: DatabaseQueue

    /// Opens the database that `vanban batch --database` made.
    /// - Throws: ``ArchiveStoreError``, also where there is no such file: none is made.
    package convenience init(path: String) throws(ArchiveStoreError) {
        try self.init(path: path, migrator: ArchiveSchema.migrator)
    }

    init(path: String, migrator: DatabaseMigrator) throws(ArchiveStoreError) {
        self.path = path
        let path = try ArchiveStore.systemPath(of: path)
        guard access(path, R_OK) == 0 else {
            if errno == ENOENT { throw .missing(path: path) }
            throw .database(path: path, reason: SystemReason().key)
        }
        do {
            let state = try Self.open(path)
            let (isArchive, isTooNew, isCurrent) = try state.read { database in
                (
                    try ArchiveSchema.isArchive(database), try migrator.hasBeenSuperseded(database),
                    try migrator.hasCompletedMigrations(database)
                )
            }
            guard isArchive else { throw ArchiveStoreError.notAnArchive(path: path) }
            if isTooNew { throw ArchiveStoreError.tooNew(path: path) }
            if isCurrent {
                database = state
            } else {
                _ = try ArchiveStore(path: path, migrator: migrator)
                database = try Self.open(path)
            }
        } catch let error as ArchiveStoreError {
            throw error
        } catch let error as DatabaseError where error.code == SQLITE_NOTADB {
            throw .notAnArchive(path: path)
        } catch {
            throw .database(path: path, reason: ArchiveStore.reason(of: error))
        }
    }

    private static func open(_ path: String) throws -> DatabaseQueue {
        var settings = DatabaseSettings()
        settings.isReadOnly = true
        settings.patience = 60
        settings.functions = [QueryWords.function, QueryWords.numberFunction, PassageWords.function]
        return try DatabaseQueue(path: path, settings: settings)
    }

    /// What was done with every file, by its document's name.
    package func entries() throws(ArchiveStoreError) -> [FileName: ArchiveStore.Entry] {
        do {
            return try database.read(ArchiveStore.entries)
        } catch {
            throw .database(path: path, reason: ArchiveStore.reason(of: error))
        }
    }

    /// The folder below which documents are known by their paths; nil where none was kept.
    package func root() throws(ArchiveStoreError) -> ArchiveRoot? {
        do {
            return try database.read { database in
                try String.fetchOne(database, sql: "SELECT value FROM archive WHERE key = 'root'")
            }.map { ArchiveRoot($0) }
        } catch {
            throw .database(path: path, reason: ArchiveStore.reason(of: error))
        }
    }

    /// A copy of the database, as it stands.
    func copy(to path: String) throws(ArchiveStoreError) {
        do {
            try database.backup(to: DatabaseQueue(path: path))
        } catch {
            throw .database(path: path, reason: ArchiveStore.reason(of: error))
        }
    }

    /// How many rows a page has: enough that what is said once a page does not count.
    private static let rowsAPage = 500

    /// Gives the rows that answer a request, page by page, so that memory does not grow with their number. The last page
    /// may be empty, and there is one at least.
    package func answer(
        _ request: SheetRequest, _ body: (Sheet) throws(OutputError) -> Void
    ) throws(QueryFailure) {
        do {
            try database.read { database in
                let rows = try Row.fetchCursor(database, sql: request.sql, arguments: request.arguments)
                var page = request.sheet
                while let row = try rows.next() {
                    page.rows.append(request.decode(row))
                    if page.rows.count == Self.rowsAPage {
                        try body(page)
                        page.rows.removeAll(keepingCapacity: true)
                    }
                }
                try body(page)
            }
        } catch let error as OutputError {
            throw .output(error)
        } catch {
            throw .store(.database(path: path, reason: ArchiveStore.reason(of: error)))
        }
    }

    /// All rows that answer a request.
    package func sheet(_ request: SheetRequest) throws(QueryFailure) -> Sheet {
        var whole = request.sheet
        try answer(request) { page in whole.rows += page.rows }
        return whole
    }

    /// Whether any row answers a request.
    package func answers(_ request: SheetRequest) throws(QueryFailure) -> Bool {
        try read { try Row.fetchOne($0, sql: request.sql, arguments: request.arguments) != nil }
    }

    /// How many documents and rows of kinds the archive holds, for people who get no answer.
    package func counts(of kinds: [SheetKind]) throws(QueryFailure) -> [Int] {
        try read { database in
            try kinds.map { try Int.fetchOne(database, sql: "SELECT count(*) FROM \"\($0.rawValue)\"") ?? 0 }
        }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(QueryFailure) -> Value {
        do {
            return try database.read(body)
        } catch {
            throw .store(.database(path: path, reason: ArchiveStore.reason(of: error)))
        }
    }
}
