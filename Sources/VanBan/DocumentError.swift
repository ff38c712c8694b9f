internal import VanBanExport
internal import VanBanMessages
public import VanBanModel
internal import VanBanReading
internal import VanBanStructure

/// Why a document could not be read, or a result not be written: a name for programs, and words for people.
public struct DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of failure it is: `notAdministrative`, `damaged`, `needsConverter`, `unreadable`, … The failures of an
    /// archive have the same names (`Documentation/archives.md`).
    public let code: String
    private let words: [Language: String]

    /// What is wrong, and what can be done.
    public func message(in language: Language) -> String { words[language] ?? code }

    /// The code, and the message in English.
    public var description: String { "\(code): \(message(in: .english))" }

    private init(_ code: String, _ message: (Language) -> String) {
        self.code = code
        words = Dictionary(Language.allCases.map { ($0, message($0)) }, uniquingKeysWith: { first, _ in first })
    }

    private init(_ code: String, told key: String, _ arguments: String...) {
        self.init(code) { Messages.text(key, in: $0, arguments) }
    }

    init(_ error: ReadingError) { self.init(error.reason, error.message(in:)) }

    init(_ error: InputFile.Failure) { self.init(error.reason, error.message(in:)) }

    init(_ error: AgencyListError) { self.init("badAgencies", error.message(in:)) }

    init(_ error: OutputError) { self.init("notWritten", error.message(in:)) }

    static var noFiles: DocumentError { DocumentError("noFiles", told: "usage.noFiles") }

    static func unknownEncoding(_ name: String) -> DocumentError {
        let known = TextEncoding.allCases.map(\.name).joined(separator: ", ")
        return DocumentError("unknownEncoding", told: "usage.noEncoding", name, known)
    }
}
