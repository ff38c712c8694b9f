import ArgumentParser
import VanBanExport
import VanBanModel
import VanBanReading
import VanBanStructure

struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert", abstract: "Convert documents into records.",
        discussion: """
            One file gives one record. With several files, --format ndjson writes one record a line, and --format json \
            with -o FOLDER one file a record. What is doubtful in a document is told on standard error, and stands in \
            the record's diagnostics with its place.
            """)

    enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
        case json, ndjson
    }

    @Argument(help: ArgumentHelp("Documents; - reads standard input.", valueName: "file"))
    var files: [String]

    @Option(help: "How records are written.")
    var format: OutputFormat = .json

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

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        let language = shared.language
        var target = RecordTarget(format: format, path: output, count: files.count)
        if let problem = target.problem(in: language) { throw ValidationError(problem) }
        var couldNotRead = false
        var failed = false
        for path in files {
            let input = InputDocument(path: path)
            let record: Record
            do {
                record = try input.convert(reading, language).record
            } catch {
                StandardError.print("vanban: " + error.message)
                couldNotRead = true
                continue
            }
            do {
                try target.write(record, name: input.name)
            } catch OutputError.readerGone {
                throw ExitCode.success
            } catch {
                StandardError.print("vanban: \(target.place): \(error.message(in: language))")
                throw ExitCode(2)
            }
            if !quiet { Report(record, path: path, language: language).print() }
            if let failOn, record.diagnostics.contains(where: { $0.severity >= failOn }) { failed = true }
        }
        do {
            try target.finish()
        } catch {
            StandardError.print("vanban: \(target.place): \(error.message(in: language))")
            throw ExitCode(2)
        }
        if couldNotRead { throw ExitCode(2) }
        if failed { throw ExitCode(1) }
    }
}
