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
    @Option(help: .told("help.lang", value: "language"))
    var lang: Language?

    @OptionGroup var quietness: QuietOption

    var quiet: Bool { quietness.quiet }
    var language: Language { lang ?? Environment.language }
}

/// Whether nothing is told but what failed.
struct QuietOption: ParsableArguments {
    @Flag(name: .shortAndLong, help: .told("help.quiet"))
    var quiet = false
}

/// Whether letters are recognised in pictures.
enum Recognition: String, WordChoice {
    case auto, off, thorough
}

/// What becomes of texts in CSV that a spreadsheet would take for formulas.
enum CSVFormulas: String, WordChoice {
    case keep, escape
}

struct FormulaOption: ParsableArguments {
    @Option(
        name: .customLong("csv-formulas"),
        help: .told("help.csvFormulas", value: "choice"))
    var choice: CSVFormulas?

    func areEscaped(withMark hasByteOrderMark: Bool) -> Bool { choice.map { $0 == .escape } ?? hasByteOrderMark }
}

/// Options of commands that read documents.
struct ReadingOptions: ParsableArguments {
    @Option(help: .told("help.reading.from", value: "format"))
    var from: Source.Format?

    @Option(
        help: .told("help.reading.encoding", Self.encodings, value: "name"),
        transform: Self.encoding(named:))
    var encoding: TextEncoding?

    @Option(help: .told("help.reading.maxBytes", value: "bytes"))
    var maxBytes: Int = TextReader.defaultLimit

    @Option(help: .told("help.reading.revisions", value: "choice"))
    var revisions: RevisionView = .final

    @Option(help: .told("help.reading.ocr", value: "choice"))
    var ocr: Recognition = .auto

    @Option(name: .customLong("ocr-command"), help: .told("help.reading.ocrCommand", value: "program"))
    var ocrCommand: String?

    @Option(
        name: .customLong("limit"),
        help: .told("help.reading.limit", Self.limitNames, value: "setting"),
        transform: Self.limit(of:))
    var limitSettings: [LimitSetting] = []

    @Option(
        help: .told("help.reading.agencies", value: "file"))
    var agencies: String?

    @Flag(
        name: .customLong("any"),
        help: .told("help.reading.any"))
    var readsAny = false

    /// The user's list of agencies, or nil where none is given; one that cannot be taken ends the program with 2.
    func agencyList(_ language: Language) throws -> AgencyList? {
        guard let path = agencies else { return nil }
        do throws(InputDocument.Failure) {
            let bytes = try InputDocument(path: path).bytes(limits: limits, language)
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

    var reader: FileReader { reader(tellingPages: Terminal.pageSigns) }

    /// - Parameter signs: told after each page that is recognised.
    func reader(tellingPages signs: ScanRecognizer.Progress?) -> FileReader {
        FileReader(
            limits: limits, revisions: revisions, encoding: encoding,
            further: Self.further(ocr: ocr, program: lineProgram, tellingPages: signs))
    }

    /// The second recogniser that is asked for: the one that is named, else that of VANBAN_OCR_COMMAND.
    private var namedProgram: String? {
        switch ocr {
        case .off: nil
        case .auto: ocrCommand
        case .thorough: ocrCommand ?? Environment.value(of: "VANBAN_OCR_COMMAND")
        }
    }

    private var lineProgram: LineProgram? { namedProgram.flatMap { LineProgram($0) } }

    /// Readers of formats that other programs help to read.
    static func further(
        ocr: Recognition = .auto, program: LineProgram? = nil, tellingPages signs: ScanRecognizer.Progress? = nil
    ) -> [any FurtherReader] {
        let pages = PDFReader(
            recognizer: ocr == .off ? nil : ScanRecognizer(program: program, progress: signs))
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
        if let namedProgram { arguments += ["--ocr-command", namedProgram] }
        if readsAny { arguments.append("--any") }
        for setting in limitSettings { arguments += ["--limit", "\(setting.name)=\(setting.value)"] }
        return arguments
    }

    private static var limitNames: String { ReadingLimits.settable.map(\.name).joined(separator: ", ") }

    private static func limit(of text: String) throws -> LimitSetting {
        let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(sides[0])
        guard ReadingLimits.settable.contains(where: { $0.name == name }) else {
            throw ValidationError(told("usage.noLimit", name, limitNames))
        }
        guard sides.count == 2, let value = Int(sides[1]), value > 0 else {
            throw ValidationError(told("usage.limitValue", name))
        }
        return LimitSetting(name: name, value: value)
    }

    private static var encodings: String { TextEncoding.allCases.map(\.name).joined(separator: ", ") }

    private static func encoding(named name: String) throws -> TextEncoding {
        guard let encoding = TextEncoding(name: name) else {
            throw ValidationError(told("usage.noEncoding", name, encodings))
        }
        return encoding
    }

    func validate() throws {
        if maxBytes <= 0 { throw ValidationError(told("usage.moreThan", "--max-bytes", "0")) }
        if ocr == .thorough, namedProgram == nil { throw ValidationError(told("usage.noOCRCommand")) }
        if let namedProgram, lineProgram == nil { throw ValidationError(told("usage.noProgram", namedProgram)) }
    }
}
