import ArgumentParser
import VanBanConversion
import VanBanExport
import VanBanModel
import VanBanPages
import VanBanReading
import VanBanRecognition
import VanBanStructure

enum RecordVersion {
    static var current: String { Record.currentSchemaVersion }
}

extension Language: WordChoice {}
extension Severity: WordChoice {}
extension Source.Format: WordChoice {}
extension RevisionView: WordChoice {}
extension RecordOutput.Format: WordChoice {}
extension SheetKind: WordChoice {}

/// Options that every command takes.
struct SharedOptions: ParsableArguments {
    @Option(help: "Language of messages: vi or en (default: from LC_ALL, LC_MESSAGES or LANG).")
    var lang: Language?

    var language: Language { lang ?? Environment.language }
}

/// Whether letters are recognised in pictures.
enum Recognition: String, WordChoice {
    case auto, off
}

/// What becomes of texts in CSV that a spreadsheet would take for formulas.
enum CSVFormulas: String, WordChoice {
    case keep, escape
}

struct FormulaOption: ParsableArguments {
    @Option(
        name: .customLong("csv-formulas"),
        help: ArgumentHelp(
            "Texts of CSV that begin like a formula (= + - @): keep, or escape by an apostrophe before them (default: "
                + "escape with --bom, else keep)."))
    var choice: CSVFormulas?

    func areEscaped(withMark hasByteOrderMark: Bool) -> Bool { choice.map { $0 == .escape } ?? hasByteOrderMark }
}

/// Options of commands that read documents.
struct ReadingOptions: ParsableArguments {
    @Option(help: "Format of the input, when it is not to be told from the content.")
    var from: Source.Format?

    @Option(
        help: ArgumentHelp(
            "Encoding of a text file or web page, when it is not to be recognised: \(Self.encodings).",
            valueName: "name"),
        transform: Self.encoding(named:))
    var encoding: TextEncoding?

    @Option(help: ArgumentHelp("Largest input that is read, in bytes.", valueName: "bytes"))
    var maxBytes: Int = TextReader.defaultLimit

    @Option(help: "State of a document with tracked changes that is read: final or original.")
    var revisions: RevisionView = .final

    @Option(help: "Whether the letters of scanned pages and pictures are recognised: auto or off.")
    var ocr: Recognition = .auto

    @Option(
        name: .customLong("limit"),
        help: ArgumentHelp(
            "Sets what is read at most before a file is refused, as often as wanted: \(Self.limitNames).",
            valueName: "name=value"),
        transform: Self.limit(of:))
    var limitSettings: [LimitSetting] = []

    @Option(
        help: ArgumentHelp(
            "A list of your own agencies: CSV with the columns id and name, and if wanted abbreviations, kind, level, "
                + "valid_from, valid_to, successor and territory.", valueName: "file"))
    var agencies: String?

    @Flag(
        name: .customLong("any"),
        help: "Read what has nothing of the form of an administrative document, too: outline, tables, references.")
    var readsAny = false

    /// The user's list of agencies, or nil where none is given; one that cannot be taken ends the program with 2.
    func agencyList(_ language: Language) throws -> AgencyList? {
        guard let path = agencies else { return nil }
        do throws(InputDocument.Failure) {
            let bytes = try InputDocument(path: path).bytes(limit: limits.fileBytes, language)
            do {
                return try AgencyList(bytes)
            } catch {
                throw InputDocument.Failure(message: "\(path): \(error.message(in: language))")
            }
        } catch {
            StandardError.print("vanban: " + error.message)
            throw ExitCode(2)
        }
    }

    /// One `--limit`.
    struct LimitSetting: Sendable {
        var name: String
        var value: Int
    }

    var limits: ReadingLimits {
        var limits = ReadingLimits()
        limits.fileBytes = maxBytes
        for setting in limitSettings { _ = limits.set(setting.name, to: setting.value) }
        return limits
    }

    var reader: FileReader {
        FileReader(limits: limits, revisions: revisions, encoding: encoding, further: Self.further(ocr: ocr))
    }

    /// Readers of formats that other programs help to read.
    static func further(ocr: Recognition = .auto) -> [any FurtherReader] {
        let pages = PDFReader(recognizer: ocr == .off ? nil : ScanRecognizer())
        return [pages, PictureReader(pages), OfficeReader()]
    }

    /// The arguments that give these options again.
    var arguments: [String] {
        var arguments: [String] = []
        if let from { arguments += ["--from", from.rawValue] }
        if let encoding { arguments += ["--encoding", encoding.name] }
        if maxBytes != TextReader.defaultLimit { arguments += ["--max-bytes", String(maxBytes)] }
        if revisions != .final { arguments += ["--revisions", revisions.rawValue] }
        if let agencies { arguments += ["--agencies", agencies] }
        if ocr != .auto { arguments += ["--ocr", ocr.rawValue] }
        if readsAny { arguments.append("--any") }
        for setting in limitSettings { arguments += ["--limit", "\(setting.name)=\(setting.value)"] }
        return arguments
    }

    private static var limitNames: String { ReadingLimits.settable.map(\.name).joined(separator: ", ") }

    private static func limit(of text: String) throws -> LimitSetting {
        let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(sides[0])
        guard ReadingLimits.settable.contains(where: { $0.name == name }) else {
            throw ValidationError("There is no limit '\(name)'; there are \(limitNames).")
        }
        guard sides.count == 2, let value = Int(sides[1]), value > 0 else {
            throw ValidationError("--limit \(name) takes a whole number of more than 0: \(name)=1000.")
        }
        return LimitSetting(name: name, value: value)
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
