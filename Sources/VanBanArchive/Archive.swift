import VanBanExport
public import VanBanModel

/// An archive's database: the records of many documents, one file of SQLite.
///
/// It is the one that `vanban batch` writes and `vanban query` asks; its tables have the columns of the record's rows
/// (`Documentation/archives.md`), so that other programs ask them by SQL. Several processes may write to it at once.
///
/// ```swift
/// let archive = try Archive("archive.sqlite")
/// try archive.keep(DocumentReader().read("plan.txt").record, as: "plan.txt")
/// for task in try archive.rows(of: .tasks) { print(task["lead"] ?? "-", task["deadline"] ?? "-") }
/// ```
public final class Archive: Sendable {
    /// The kinds of rows that an archive holds.
    public enum Rows: String, Hashable, Sendable, CaseIterable {
        case documents, parts, sections, tasks, agencies, deadlines, scores, targets, references, diagnostics
    }

    private let store: ArchiveStore

    /// Opens an archive, and makes it where there is none.
    /// - Parameter path: the file.
    /// - Throws: ``ArchiveError`` where it cannot be opened, or is a database of something else.
    public init(_ path: String) throws(ArchiveError) {
        do throws(ArchiveStoreError) { store = try ArchiveStore(path: path) } catch { throw ArchiveError(error) }
    }

    /// The names of its documents, in their order.
    /// - Throws: ``ArchiveError`` where it cannot be read.
    public func documents() throws(ArchiveError) -> [String] {
        do throws(ArchiveStoreError) {
            return try store.entries().filter { !$0.value.isFailure }.map(\.key.text).sorted()
        } catch {
            throw ArchiveError(error)
        }
    }

    /// Keeps a record, in the place of one that had its name.
    /// - Parameters:
    ///   - record: the record.
    ///   - name: what the document is called in the archive; `batch` takes its path below the archive's root.
    /// - Throws: ``ArchiveError`` where it cannot be written; then all is as before.
    public func keep(_ record: Record, as name: String) throws(ArchiveError) {
        var reply = WorkReply(number: 0, outcome: .converted)
        reply.sha256 = record.source.sha256
        reply.bytes = record.source.bytes
        do throws(ArchiveStoreError) {
            try store.keep(record, of: name, reply, version: "library")
        } catch {
            throw ArchiveError(error)
        }
    }

    /// Takes a document out; one that is not there is no matter.
    /// - Throws: ``ArchiveError`` where it cannot be written.
    public func remove(_ name: String) throws(ArchiveError) {
        do throws(ArchiveStoreError) { try store.forget(name) } catch { throw ArchiveError(error) }
    }

    /// All rows of a kind, each as its columns by key; a column without a value is not there.
    /// - Throws: ``ArchiveError`` where it cannot be read.
    public func rows(of kind: Rows) throws(ArchiveError) -> [[String: String]] {
        guard let kind = SheetKind(rawValue: kind.rawValue) else { return [] }
        do {
            let sheet = try ArchiveReader(path: store.path).sheet(RecordQuery(kind).request)
            return sheet.rows.map { row in
                Dictionary(
                    zip(sheet.columns, row.values).compactMap { column, value in
                        value == .none ? nil : (column.key, value.text)
                    }, uniquingKeysWith: { first, _ in first })
            }
        } catch QueryFailure.store(let error) {
            throw ArchiveError(error)
        } catch let error as ArchiveStoreError {
            throw ArchiveError(error)
        } catch {
            throw ArchiveError(.database(path: store.path, reason: String(describing: error)))
        }
    }
}

/// Why an archive could not be used: words for people.
public struct ArchiveError: Error, Hashable, Sendable, CustomStringConvertible {
    private let error: ArchiveStoreError

    init(_ error: ArchiveStoreError) { self.error = error }

    /// The file, what is wrong with it and what can be done.
    public func message(in language: Language) -> String { error.message(in: language) }

    /// The message in English.
    public var description: String { message(in: .english) }
}
