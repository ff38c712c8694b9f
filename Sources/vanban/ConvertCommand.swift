import ArgumentParser
import VanBanArchive
import VanBanExport
import VanBanModel
import VanBanReading
import VanBanStructure

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert", abstract: "Convert documents into records.",
        discussion: """
            One file gives one record. With several files, --format ndjson writes one record a line, and --format json \
            with -o FOLDER one file a record. --format csv writes one kind of record as rows (--sheet, tasks by \
            default; with -o FOLDER a file a kind), xlsx a workbook with a sheet a kind, markdown a document for \
            people. Outputs in a folder are called as their inputs; those of inputs of one name keep the ending, or the \
            folders, too. An input is never written over. What is doubtful in a document is told on standard error, and stands in \
            the record's diagnostics with its place.
            """)

    @Argument(help: ArgumentHelp("Documents; - reads standard input.", valueName: "file"))
    var files: [String] = []

    @Flag(
        help: ArgumentHelp(
            "Answer requests: one document a line on standard input, one record a line on standard output.",
            discussion: """
                A request is a path, or {"path": …}, with "entry" for a document in a ZIP archive, or {"name": …, \
                "content": base64}. What cannot be converted is \
                answered by {"error": {"reason", "message"}, "name"}.
                """))
    var stdinProtocol = false

    @Option(help: ArgumentHelp("Seconds that one document of the protocol may take.", valueName: "seconds"))
    var timeout: Double = 120

    @Option(help: ArgumentHelp("Memory that one document of the protocol may take, in MB.", valueName: "megabytes"))
    var memory: Int = 2048

    @Option(help: "How records are written.")
    var format: RecordOutput.Format = .json

    @Option(
        name: .customLong("sheet"),
        help: "Kind of record that CSV and XLSX write; may be repeated (default: tasks for CSV, all for XLSX).")
    var sheets: [SheetKind] = []

    @Flag(name: .customLong("bom"), help: "Begin CSV with a byte order mark, without which Excel misreads letters.")
    var hasByteOrderMark = false

    @OptionGroup var formulas: FormulaOption

    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp("File, or for several records a folder, to write to.", valueName: "path"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Exit with 1 when a document has a diagnostic this bad: error, warning or info.", valueName: "severity"))
    var failOn: Severity?

    @Flag(name: .shortAndLong, help: "Say nothing on standard error but what could not be read.")
    var quiet = false

    @OptionGroup var corrections: CorrectionOption
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if files.isEmpty != stdinProtocol {
            throw ValidationError(
                stdinProtocol
                    ? "With --stdin-protocol the documents come on standard input: give no files."
                    : "Give at least one file, or - for standard input.")
        }
        if timeout <= 0 { throw ValidationError("--timeout must be more than 0.") }
        if memory < 64 { throw ValidationError("--memory must be 64 or more.") }
    }

    func run() throws {
        let language = shared.language
        if stdinProtocol { return try answerRequests() }
        var target: RecordTarget
        do throws(OutputNames.Clash) {
            target = try RecordTarget(
                RecordOutput(
                    format, language: language, sheets: sheets, hasByteOrderMark: hasByteOrderMark,
                    escapesFormulas: formulas.areEscaped(withMark: hasByteOrderMark)),
                path: output, inputs: files)
        } catch {
            throw ValidationError(error.message(in: language))
        }
        if let problem = target.problem(in: language) { throw ValidationError(problem) }
        try OutputGuard(inputs: files + [reading.agencies, corrections.path], language).check(target.files)
        let lists = try ReadingLists(reading, corrections, count: files.count, language)
        var couldNotRead = false
        var failed = false
        var last: Record?
        for (number, path) in files.enumerated() {
            let input = InputDocument(path: path)
            let record: Record
            do {
                record = try input.convert(reading, lists, language).record
            } catch {
                StandardError.print("vanban: " + error.message)
                couldNotRead = true
                continue
            }
            do {
                try target.write(record, number: number)
            } catch OutputError.readerGone {
                throw ExitCode.success
            } catch {
                StandardError.print("vanban: \(target.place): \(error.message(in: language))")
                throw ExitCode(2)
            }
            if !quiet { Report(record, path: path, language: language).print() }
            if let failOn, record.diagnostics.contains(where: { $0.severity >= failOn }) { failed = true }
            if number == files.count - 1 { last = record }
        }
        do {
            try target.finish()
        } catch {
            StandardError.print("vanban: \(target.place): \(error.message(in: language))")
            throw ExitCode(2)
        }
        withExtendedLifetime((last, target)) { Program.end(couldNotRead ? 2 : failed ? 1 : 0) }
    }

    private func answerRequests() throws {
        let command =
            [Program.path, "worker", "--memory", String(memory), "--parent", String(getpid())] + corrections.arguments
            + reading.arguments
        var answers = LineProtocol(
            WorkerPool.Settings(command: command, workers: 1, timeout: timeout, memory: memory << 20))
        do throws(BatchFailure) {
            _ = try answers.run(input: STDIN_FILENO, output: STDOUT_FILENO)
        } catch {
            if case .start(let failure) = error {
                StandardError.print("vanban: no worker could be started: " + failure.message)
            }
            throw ExitCode(2)
        }
    }
}
