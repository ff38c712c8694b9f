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
        commandName: "convert", abstract: told("help.convert"),
        discussion: told("help.convert.more"))

    @Argument(help: .told("help.documents", value: "file"))
    var files: [String] = []

    @Flag(
        help: .told("help.convert.protocol", more: "help.convert.protocol.more"))
    var stdinProtocol = false

    @Flag(name: .customLong("together"), help: .told("help.together"))
    var isDossier = false

    @Option(help: .told("help.convert.timeout", value: "seconds"))
    var timeout: Double = 120

    @Option(help: .told("help.convert.memory", value: "megabytes"))
    var memory: Int = 2048

    @Option(help: .told("help.convert.format", value: "format"))
    var format: RecordOutput.Format = .json

    @Option(
        name: .customLong("sheet"),
        help: .told("help.convert.sheet", value: "kind"))
    var sheets: [SheetKind] = []

    @Flag(name: .customLong("bom"), help: .told("help.bom"))
    var hasByteOrderMark = false

    @OptionGroup var formulas: FormulaOption

    @Option(
        name: [.short, .customLong("output")],
        help: .told("help.convert.output", value: "path"))
    var outputPath: OutputPath?

    private var output: String? { outputPath?.file }

    @Option(
        help: .told("help.convert.failOn", value: "severity"))
    var failOn: Severity?

    @OptionGroup var filling: TemplateOptions
    @OptionGroup(visibility: .hidden) var corrections: CorrectionOption
    @OptionGroup(visibility: .hidden) var reading: ReadingOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if files.isEmpty != stdinProtocol {
            throw ValidationError(told(stdinProtocol ? "usage.protocolFiles" : "usage.noFiles"))
        }
        if timeout <= 0 { throw ValidationError(told("usage.moreThan", "--timeout", "0")) }
        if filling.template != nil, format != .json, format != .xlsx {
            throw ValidationError(told("usage.templateFormat"))
        }
        if filling.template != nil, output == nil, !filling.isChecked {
            throw ValidationError(told("usage.workbookFile"))
        }
        if memory < 64 { throw ValidationError(told("usage.atLeast", "--memory", "64")) }
    }

    func run() throws {
        let language = shared.language
        if stdinProtocol { return try answerRequests() }
        var couldNotRead = false
        let documents = InputDocument.all(files, reading, language, &couldNotRead)
        if let template = filling.template { return try fill(template, documents, language, &couldNotRead) }
        let paths = documents.map(\.path)
        var target: RecordTarget
        do throws(OutputNames.Clash) {
            target = try RecordTarget(
                RecordOutput(
                    format, language: language, sheets: sheets, hasByteOrderMark: hasByteOrderMark,
                    escapesFormulas: formulas.areEscaped(withMark: hasByteOrderMark)),
                path: output, inputs: isDossier ? Array(paths.prefix(1)) : paths)
        } catch {
            throw ValidationError(error.message(in: language))
        }
        if let problem = target.problem(in: language) {
            // One file that holds several documents is no slip of the keyboard.
            guard files.count == 1, documents.count > 1 else { throw ValidationError(problem) }
            StandardError.print("vanban: \(files[0]): \(problem)")
            throw ExitCode(2)
        }
        if isDossier, documents.count < 2 { throw ValidationError(told("usage.together")) }
        try OutputGuard(inputs: files + [reading.agencies, corrections.path], language).check(target.files)
        let lists = try ReadingLists(reading, corrections, count: documents.count, language)
        var failed = false
        var last: Record?
        if isDossier {
            // One that lacks a file would not be the dossier.
            let records = documents.compactMap { document in
                read(document, lists, language, &couldNotRead)
            }
            guard !couldNotRead, let dossier = Dossier(records) else { throw ExitCode(2) }
            try write(dossier.record, number: 0, as: nil, to: &target, language, &failed)
            last = dossier.record
        }
        for (number, input) in documents.enumerated() where !isDossier {
            guard let record = read(input, lists, language, &couldNotRead) else { continue }
            try write(record, number: number, as: input.path, to: &target, language, &failed)
            if number == documents.count - 1 { last = record }
        }
        do {
            try target.finish()
        } catch {
            StandardError.print("vanban: \(target.place): \(error.message(in: language))")
            throw ExitCode(2)
        }
        withExtendedLifetime((last, target)) { Program.end(couldNotRead ? 2 : failed ? 1 : 0) }
    }

    /// A document's record; nil, and said, where it cannot be read.
    private func read(
        _ input: InputDocument, _ lists: ReadingLists, _ language: Language, _ couldNotRead: inout Bool
    ) -> Record? {
        do throws(InputDocument.Failure) {
            return try input.convert(reading, lists, language).record
        } catch {
            StandardError.print("vanban: " + error.message)
            couldNotRead = true
            return nil
        }
    }

    /// Writes a record, and says what came out.
    /// - Parameter path: what the document is called; nil for a dossier, whose files are told by their own paths.
    private func write(
        _ record: Record, number: Int, as path: String?, to target: inout RecordTarget, _ language: Language,
        _ failed: inout Bool
    ) throws {
        do throws(OutputError) {
            try target.write(record, number: number)
        } catch .readerGone {
            throw ExitCode.success
        } catch {
            StandardError.print("vanban: \(target.place): \(error.message(in: language))")
            throw ExitCode(2)
        }
        if !shared.quiet { Report(record, path: path, language: language).print() }
        if let failOn, record.diagnostics.contains(where: { $0.severity >= failOn }) { failed = true }
    }

    /// Fills a template with the tasks of all documents.
    private func fill(
        _ template: String, _ documents: [InputDocument], _ language: Language, _ couldNotRead: inout Bool
    ) throws {
        let lists = try ReadingLists(reading, corrections, count: documents.count, language)
        var target = try TemplateTarget(
            template, filling, output: output, limits: reading.limits, codes: lists.agencies?.ids, language)
        let records = documents.compactMap { read($0, lists, language, &couldNotRead) }
        if isDossier {
            guard !couldNotRead, let dossier = Dossier(records) else { throw ExitCode(2) }
            target.add(dossier.record, document: nil)
        } else {
            for record in records { target.add(record, document: nil) }
        }
        let outputs = OutputGuard(
            inputs: files + [template, filling.mapping, reading.agencies, corrections.path], language)
        let isAccepted = try target.finish(outputs, isQuiet: shared.quiet)
        Program.end(couldNotRead ? 2 : isAccepted ? 0 : 1)
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
                StandardError.print("vanban: " + failure.message(in: shared.language))
            }
            throw ExitCode(2)
        }
    }
}
