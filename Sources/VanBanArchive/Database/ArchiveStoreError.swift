import VanBanMessages
import VanBanModel

/// Why an archive's database could not be used.
package enum ArchiveStoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, and why: a key of the table of messages, or the database's own words.
    case database(path: String, reason: String)
    /// There is no such file.
    case missing(path: String)
    /// The file was removed, or another put in its place, while it was written to.
    case gone(path: String)
    /// Made by a later version of the program.
    case tooNew(path: String)
    /// A database of something else, or no database at all.
    case notAnArchive(path: String)

    package var description: String { message(in: .english) }

    /// The file, what is wrong with it and what can be done.
    package func message(in language: Language) -> String {
        let parts = parts
        return Messages.text(parts[0], in: language, parts.dropFirst().map { SystemReason.told($0, in: language) })
    }

    /// The key of its message, then what stands for the message's placeholders.
    var parts: [String] {
        switch self {
        case .database(let path, let reason): ["store.database", path, reason]
        case .missing(let path): ["store.missing", path]
        case .gone(let path): ["store.gone", path]
        case .tooNew(let path): ["store.tooNew", path]
        case .notAnArchive(let path): ["store.notAnArchive", path]
        }
    }
}
