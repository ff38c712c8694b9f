import VanBanMessages
import VanBanModel
import VanBanReading

/// Why there is no record of a document, kept as a key and what it speaks of, so that it is told in the language of
/// whoever reads it.
///
/// The words are those of the error that the key names (`reading.…`, `archive.…`), else of the table of messages
/// (`failure.…`, `store.…`). What the system said is kept as a key, too (``SystemReason``).
package struct FailureMessage: Error, Hashable, Sendable {
    /// A name for programs, by which failures are counted.
    package var reason: String
    /// The key, then what stands for the message's placeholders.
    package var parts: [String]
    /// The Debian package of a program that is missing; nil where none is.
    package var package: String?

    /// A failure of the table of messages.
    init(_ reason: String, key: String? = nil, _ arguments: String...) {
        self.reason = reason
        parts = ["failure." + (key ?? reason)] + arguments
    }

    /// A failure that is kept in a database.
    package init(reason: String, parts: [String]) {
        self.reason = reason
        self.parts = parts
    }

    init(_ error: ReadingError) {
        reason = error.reason
        parts = ["reading." + error.reason] + error.arguments
        if case .needsConverter(_, let package) = error { self.package = package }
    }

    init(_ error: DocumentArchive.Failure) {
        reason = error.reason
        parts = ["archive"] + error.parts
    }

    /// What was wrong and what can be done; nil for a key that this version of the program does not know.
    package func message(in language: Language) -> String? {
        guard let key = parts.first else { return nil }
        let arguments = Array(parts.dropFirst())
        if key.hasPrefix("reading.") {
            return ReadingError(reason: String(key.dropFirst(8)), arguments: arguments)?.message(in: language)
        }
        if key == "archive" { return DocumentArchive.Failure(parts: arguments)?.message(in: language) }
        guard Messages.known(key, in: language) != nil else { return nil }
        return Messages.text(key, in: language, arguments.map { SystemReason.told($0, in: language) })
    }
}
