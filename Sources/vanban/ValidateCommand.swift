import ArgumentParser
import VanBanExport
import VanBanModel
import VanBanStructure
import VanBanValidation

struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Say what is wrong or doubtful in documents and in their tables.",
        discussion: """
            Tells every error and warning with its source line, and nothing of a document that is right. --show info adds \
            what was repaired in reading. --format json writes one document a file, with several files one a line; \
            sarif writes one log (SARIF 2.1.0) of all files. Settings are read from --config, else from .vanban.json \
            of the working folder: {"disable": ["CODE"], "severity": {"CODE": "error"}, "show": "info", "failOn": \
            "warning"}; options of the command line go before them. 'vanban explain CODE' says more of a finding.
            """)

    enum OutputFormat: String, WordChoice {
        case text, json, sarif
    }

    @Argument(help: ArgumentHelp("Documents; - reads standard input.", valueName: "file"))
    var files: [String]

    @Option(help: "How findings are written.")
    var format: OutputFormat = .text

    @Option(
        help: ArgumentHelp(
            "Exit with 1 when a document has a finding this bad: error, warning or info.", valueName: "severity"))
    var failOn: Severity?

    @Option(help: ArgumentHelp("Least severity that is told (default: warning).", valueName: "severity"))
    var show: Severity?

    @Option(help: ArgumentHelp("A code of which nothing is told; may be repeated.", valueName: "code"))
    var disable: [String] = []

    @Option(help: ArgumentHelp("Settings (default: .vanban.json, where there is one).", valueName: "file"))
    var config: String?

    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp("File to write to instead of standard output.", valueName: "path"))
    var output: String?

    @Option(help: ArgumentHelp("Width of the text form (default: the terminal's, else 100).", valueName: "columns"))
    var width: Int?

    @Flag(help: "The report's own signs in ASCII only (the default where the locale is not UTF-8).")
    var ascii = false

    @Option(help: "Colours of the text form; auto: on a terminal, unless NO_COLOR is set.")
    var color: TablesCommand.Color = .auto

    @OptionGroup var corrections: CorrectionOption
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if let width, !(20...10_000).contains(width) { throw ValidationError("--width must be 20 to 10000.") }
        if let unknown = disable.first(where: { Check(code: $0) == nil }) {
            throw ValidationError("There is no code '\(unknown)'; 'vanban explain' lists all.")
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
        let lists = try ReadingLists(reading, corrections, count: files.count, language)

        var couldNotRead = false
        var checked: [CheckedFile] = []
        for path in files {
            do {
                let (document, bytes) = try InputDocument(path: path).convertKeepingBytes(
                    reading, lists, language)
                checked.append(
                    CheckedFile(
                        path: path, document: document, bytes: bytes, findings: validator.findings(in: document)))
            } catch {
                StandardError.print("vanban: " + error.message)
                couldNotRead = true
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
            StandardError.print("vanban: \(output ?? "standard output"): \(error.message(in: language))")
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
                width: width ?? (isTerminal ? Terminal.width : 100), language: language,
                ascii: ascii || !Environment.isUTF8,
                color: color == .always || (color == .auto && isTerminal && Environment.allowsColor))
            for file in checked { try text.write(file, to: &sink) }
            try text.writeSummary(of: checked, to: &sink)
        case .json:
            let json = FindingJSON(layout: files.count == 1 ? .pretty : .compact, language: language)
            for file in checked { try json.write(file, to: &sink) }
        case .sarif:
            try SARIFLog(version: VanbanCommand.number, language: language).write(checked, to: &sink)
        }
    }
}
