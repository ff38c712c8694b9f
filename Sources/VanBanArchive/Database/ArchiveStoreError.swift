import VanBanMessages
import VanBanModel

/// Why an archive's database could not be used.
public enum ArchiveStoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, and the database's own words.
    case database(path: String, reason: String)
    /// There is no such file.
    case missing(path: String)
    /// The file was removed, or another put in its place, while it was written to.
    case gone(path: String)
    /// Made by a later version of the program.
    case tooNew(path: String)
    /// A database of something else, or no database at all.
    case notAnArchive(path: String)

    public var description: String { message(in: .english) }

    /// The file, what is wrong with it and what can be done.
    public func message(in language: Language) -> String {
        switch self {
        case .database(let path, let reason): return Messages.text("store.database", in: language, [path, reason])
        case .missing(let path): return Messages.text("store.missing", in: language, [path])
        case .gone(let path): return Messages.text("store.gone", in: language, [path])
        case .tooNew(let path): return Messages.text("store.tooNew", in: language, [path])
        case .notAnArchive(let path): return Messages.text("store.notAnArchive", in: language, [path])
        }
    }
}
