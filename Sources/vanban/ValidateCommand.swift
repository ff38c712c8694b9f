import ArgumentParser
import VanBanExport
import VanBanModel
import VanBanStructure
import VanBanValidation

struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: told("help.validate"),
        discussion: told("help.validate.more"))

    enum OutputFormat: String, WordChoice {
        case text, json, sarif
    }

    @Argument(help: .told("help.documents", value: "file"))
    var files: [String]

    @Flag(name: .customLong("together"), help: .told("help.together"))
    var isDossier = false

    @Option(help: .told("help.validate.format", value: "format"))
    var format: OutputFormat = .text

    @Option(
        help: .told("help.validate.failOn", value: "severity"))
    var failOn: Severity?

    @Option(help: .told("help.validate.show", value: "severity"))
    var show: Severity?

    @Option(help: .told("help.validate.disable", value: "code"))
    var disable: [String] = []

    @Option(help: .told("help.validate.config", value: "file"))
    var config: String?

    @Option(
        name: [.short, .customLong("output")],
        help: .told("help.output", value: "path"))
    var outputPath: OutputPath?

    private var output: String? { outputPath?.file }

    @Option(help: .told("help.validate.width", value: "columns"))
    var width: Int?

    @Flag(help: .told("help.validate.ascii"))
    var ascii = false

    @Option(help: .told("help.color", value: "choice"))
    var color: TablesCommand.Color = .auto

    @OptionGroup(visibility: .hidden) var corrections: CorrectionOption
    @OptionGroup(visibility: .hidden) var reading: ReadingOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if let width, !(20...10_000).contains(width) {
            throw ValidationError(told("usage.between", "--width", "20", "10000"))
        }
        if let unknown = disable.first(where: { Check(code: $0) == nil }) {
            throw ValidationError(told("usage.noCode", unknown))
        }
    }

    func run() throws {
        let language = shared.language
        var options: ValidationOptions
        do {
            options = try SettingsFile.options(at: config, language)
        } catch {
            StandardError.print("vanban: " + error.message)
            throw ExitCode(64)
        }
        options.disable.formUnion(disable)
        if let show { options.show = show }
        if let failOn { options.failOn = failOn }
        // What a document fails for is told.
        if let failOn = options.failOn { options.show = min(options.show, failOn) }
        let validator = Validator(options)
        try OutputGuard(
            inputs: files + [reading.agencies, corrections.path, config ?? SettingsFile.defaultName], language
        ).check(output)
        var couldNotRead = false
        let documents = InputDocument.all(files, reading, language, &couldNotRead)
        let lists = try ReadingLists(reading, corrections, count: documents.count, language)
        var checked: [CheckedFile] = []
        for input in documents {
            do {
                let (document, bytes) = try input.convertKeepingBytes(
                    reading, lists, language)
                checked.append(
                    CheckedFile(
                        path: input.path, document: document, bytes: bytes, findings: validator.findings(in: document)))
            } catch {
                StandardError.print("vanban: " + error.message)
                couldNotRead = true
            }
        }
        // The documents of a ZIP archive are looked at together, too.
        if isDossier || documents.count > files.count, let dossier = Dossier(checked.map(\.record)) {
            for index in checked.indices {
                checked[index].leaveOut {
                    dossier.settles(code: $0.check.code, arguments: $0.arguments, of: index)
                }
            }
        }
        do {
            if let output {
                if !checked.isEmpty {
                    try AtomicFile.write(to: output) { sink throws(OutputError) in
                        try write(checked, language, to: &sink)
                    }
                }
            } else {
                var sink = FileHandleSink.standardOutput
                try write(checked, language, to: &sink)
            }
        } catch OutputError.readerGone {
            // The status still says what was found.
        } catch {
            StandardError.print("vanban: \(output ?? told("output.standard")): \(error.message(in: language))")
            throw ExitCode(2)
        }
        if couldNotRead { throw ExitCode(2) }
        if let failOn = options.failOn, checked.contains(where: { $0.findings.contains { $0.severity >= failOn } }) {
            throw ExitCode(1)
        }
    }

    private func write(
        _ checked: [CheckedFile], _ language: Language, to sink: inout some OutputSink
    ) throws(OutputError) {
        switch format {
        case .text:
            let isTerminal = output == nil && Terminal.isOutput
            let text = FindingText(
                width: width ?? Terminal.width(writingTo: output, otherwise: 100), language: language,
                ascii: ascii || !Environment.isUTF8,
                color: color == .always || (color == .auto && isTerminal && Environment.allowsColor))
            for file in checked { try text.write(file, to: &sink) }
            try text.writeSummary(of: checked, to: &sink)
        case .json:
            let json = FindingJSON(
                layout: checked.count == 1 && files.count == 1 ? .pretty : .compact, language: language)
            for file in checked { try json.write(file, to: &sink) }
        case .sarif:
            try SARIFLog(version: VanbanCommand.number, language: language).write(checked, to: &sink)
        }
    }
}
