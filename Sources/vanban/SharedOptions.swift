import ArgumentParser
import VanBanModel
import VanBanReading

enum RecordVersion {
    static var current: String { Record.currentSchemaVersion }
}

extension Language: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}
extension Source.Format: ExpressibleByArgument {}
extension RevisionView: ExpressibleByArgument {}

/// Options that every command takes.
struct SharedOptions: ParsableArguments {
    @Option(help: "Language of messages: vi or en (default: from LC_ALL, LC_MESSAGES or LANG).")
    var lang: Language?

    var language: Language { lang ?? Environment.language }
}

/// Options of commands that read documents.
struct ReadingOptions: ParsableArguments {
    @Option(help: "Format of the input, when it is not to be told from the content.")
    var from: Source.Format?

    @Option(
        help: ArgumentHelp(
            "Encoding of a text file, when it is not to be recognised: \(Self.encodings).", valueName: "name"),
        transform: Self.encoding(named:))
    var encoding: TextEncoding?

    @Option(help: ArgumentHelp("Largest input that is read, in bytes.", valueName: "bytes"))
    var maxBytes: Int = TextReader.defaultLimit

    @Option(help: "State of a document with tracked changes that is read: final or original.")
    var revisions: RevisionView = .final

    var reader: FileReader {
        var limits = ReadingLimits()
        limits.fileBytes = maxBytes
        return FileReader(limits: limits, revisions: revisions, encoding: encoding)
    }

    private static var encodings: String { TextEncoding.allCases.map(\.name).joined(separator: ", ") }

    private static func encoding(named name: String) throws -> TextEncoding {
        guard let encoding = TextEncoding(name: name) else {
            throw ValidationError("There is no encoding '\(name)'; there are \(encodings).")
        }
        return encoding
    }

    func validate() throws {
        if maxBytes <= 0 { throw ValidationError("--max-bytes must be more than 0.") }
    }
}
