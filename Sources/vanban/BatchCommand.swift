import ArgumentParser
import VanBanArchive
import VanBanExport
import VanBanMessages
import VanBanModel
import VanBanReading
import VanBanTools

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension BatchProgress.Style: WordChoice {}

struct BatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch", abstract: told("help.batch"),
        discussion: told("help.batch.more"))

    @Argument(help: .told("help.batch.paths", value: "path"))
    var paths: [String]

    @Option(name: [.short, .customLong("output")], help: .told("help.batch.output", value: "folder"))
    var output: String?

    @Option(help: .told("help.batch.database", value: "file"))
    var database: String?

    @Option(help: .told("help.batch.root", value: "folder"))
    var root: String?

    @Flag(help: .told("help.batch.prune"))
    var prune = false

    @Flag(name: .customLong("together"), help: .told("help.batch.together"))
    var writesDossiers = false

    @Flag(name: .customLong("survey"), help: .told("help.batch.survey"))
    var isSurvey = false

    @Flag(
        name: .customLong("list"),
        help: .told("help.batch.list"))
    var listsOnly = false

    @Option(help: .told("help.batch.format", value: "format"))
    var format: RecordOutput.Format = .json

    @Option(
        name: .customLong("sheet"),
        help: .told("help.batch.sheet", value: "kind")
    )
    var sheets: [SheetKind] = []

    @Flag(name: .customLong("bom"), help: .told("help.bom"))
    var hasByteOrderMark = false

    @OptionGroup var formulas: FormulaOption

    @Option(help: .told("help.batch.jobs", value: "n"))
    var jobs: Int?

    @Option(help: .told("help.batch.timeout", value: "seconds"))
    var timeout: Double = 120

    @Option(help: .told("help.batch.memory", value: "megabytes"))
    var memory: Int = 2048

    @Option(help: .told("help.batch.exclude", value: "pattern"))
    var exclude: [String] = []

    @Flag(help: .told("help.batch.retry"))
    var retryFailed = false

    @Option(help: .told("help.batch.progress", value: "choice"))
    var progress: BatchProgress.Style?

    @Option(help: .told("help.batch.report", value: "file"))
    var report: String?

    @OptionGroup(visibility: .hidden) var corrections: CorrectionOption
    @OptionGroup(visibility: .hidden) var reading: ReadingOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if !isSurvey, listsOnly == (output != nil || database != nil) {
            throw ValidationError(told(listsOnly ? "usage.listAlone" : "usage.batchTarget"))
        }
        if writesDossiers, output == nil || database == nil { throw ValidationError(told("usage.dossiersTarget")) }
        if output == "-" || database == "-" { throw ValidationError(told("usage.batchToOutput")) }
        if let jobs, jobs < 1 { throw ValidationError(told("usage.atLeast", "--jobs", "1")) }
        if timeout <= 0 { throw ValidationError(told("usage.moreThan", "--timeout", "0")) }
        if memory < 64 { throw ValidationError(told("usage.atLeast", "--memory", "64")) }
    }

    func run() throws {
        let language = shared.language
        _ = try reading.agencyList(language)
        let store = try corrections.store(language)
        let paths = try inputs()
        var list = InputList(paths, limits: reading.limits, excluded: exclude, own: own)
        if listsOnly { return try write(list) }
        if isSurvey { return try survey(list, paths) }
        try checkReport(list)
        if let output, !OutputFolder.make(at: output) {
            StandardError.print("vanban: \(output): " + SystemReason().message(in: language))
            throw ExitCode(2)
        }
        let lock = try takeLock(language)
        defer { withExtendedLifetime(lock) {} }
        if let output { OutputFolder.removeUnfinished(below: output) }
        var (archive, known) = try openStore()
        let root = try placeRoot(in: archive, paths)
        list.place(below: root)
        let upkeep = ArchiveUpkeep(list, known: known, root: root, reader: reading.reader)
        try keepUp(archive, &known, upkeep)
        if let output {
            list.leaveOutputs(of: RecordOutput(format, sheets: sheets), in: output, known: known.keys)
        }
        var settings = BatchRun.Settings(
            pool: WorkerPool.Settings(
                command: workerCommand, workers: jobs ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))),
                timeout: timeout, memory: memory << 20),
            folder: output, version: version, retriesFailures: retryFailed, corrections: store)
        settings.further = reading.reader.further
        let run = BatchRun(list: list, settings: settings)
        PrivateFolder.removeAbandoned()
        defer { PrivateFolder.removeAbandoned() }
        var reporter = try openReport()
        var progress = BatchProgress(
            shared.quiet ? .none : self.progress ?? (isatty(STDERR_FILENO) == 1 ? .line : .log), language: language)
        let interruptions = Interruptions()
        let summary: BatchSummary
        var reportFailure: OutputError?
        var changed: Set<FileName> = []
        func note(_ body: (inout BatchReport) throws(OutputError) -> Void) {
            guard var open = reporter, reportFailure == nil else { return }
            do throws(OutputError) { try body(&open) } catch { reportFailure = error }
            reporter = open
        }
        tell(list.problems)
        do throws(BatchFailure) {
            for problem in list.problems { note { report throws(OutputError) in try report.write(problem) } }
            summary = try run.convertAll(
                store: archive, known: known, control: { interruptions.control },
                progress: { summary, result in
                    if let result { note { report throws(OutputError) in try report.write(result) } }
                    if let result, result.outcome == .converted { changed.insert(FileName(result.document)) }
                    if let text = progress.text(summary) { StandardError.write(text) }
                })
        } catch {
            StandardError.write(progress.ending)
            switch error {
            case .store(let error): StandardError.print("vanban: " + error.message(in: language))
            case .start(let error): StandardError.print("vanban: " + error.message(in: language))
            }
            throw ExitCode(2)
        }
        let dossierFailures = try writeDossiers(list, root, settings.pool, changed, interruptions)
        archive.settle()
        note { report throws(OutputError) in try report.write(summary) }
        StandardError.write(progress.ending)
        if !shared.quiet {
            // A database that can't be asked was told before.
            let dossiers = database == nil ? 0 : (try? archive.dossierCount()) ?? 0
            StandardError.write(
                BatchWords(language).text(of: summary, upkeep, isPruned: prune, dossiers: dossiers) + "\n")
        }
        if let reportFailure {
            StandardError.print("vanban: \(self.report ?? ""): \(reportFailure.message(in: language))")
            throw ExitCode(2)
        }
        if interruptions.control != .goOn, !summary.isComplete { throw ExitCode(130) }
        if summary.hasFailures || dossierFailures { throw ExitCode(1) }
    }

    /// The root of the database; of one that has none yet, or whose root is gone, that of the paths.
    private func placeRoot(in archive: ArchiveStore, _ paths: [String]) throws -> ArchiveRoot {
        do throws(ArchiveStoreError) {
            let kept = try archive.root()
            if let root {
                let root = ArchiveRoot(root)
                if root != kept { try archive.keep(root) }
                return root
            }
            if let kept, kept.isThere { return kept }
            let root = ArchiveRoot(of: paths)
            if let kept, !shared.quiet {
                StandardError.print("vanban: " + told("batch.rootGone", kept.path, root.path))
            }
            try archive.keep(root)
            return root
        } catch {
            throw failed(error)
        }
    }

    /// Has the database follow files that were moved, and lets go of those that are gone where that is asked for.
    private func keepUp(
        _ archive: ArchiveStore, _ known: inout [FileName: ArchiveStore.Entry], _ upkeep: ArchiveUpkeep
    ) throws {
        do throws(ArchiveStoreError) {
            for move in upkeep.moves {
                try archive.rename(move.from, to: move.to)
                let entry = known.removeValue(forKey: FileName(move.from))
                removeOutputs(of: move.from)
                // Outputs name their file: they are written anew.
                if output == nil { known[FileName(move.to)] = entry }
            }
            if prune {
                for document in upkeep.gone {
                    try archive.forget(document)
                    known[FileName(document)] = nil
                    removeOutputs(of: document)
                }
            }
        } catch {
            throw failed(error)
        }
        guard !shared.quiet else { return }
        tell(upkeep.moves.map { told("batch.moved", $0.from, $0.to) })
        tell(upkeep.gone.map { told(prune ? "batch.pruned" : "batch.gone", $0) })
    }

    private func tell(_ lines: [String]) {
        for line in lines.prefix(Self.mostTold) { StandardError.print("vanban: " + line) }
        if lines.count > Self.mostTold {
            StandardError.print("vanban: " + told("batch.moreLines", String(lines.count - Self.mostTold)))
        }
    }

    /// Of lines that are alike no more are told.
    private static let mostTold = 20

    private func removeOutputs(of document: String) {
        guard let output else { return }
        let stem = output + "/" + InputItem(name: document, root: ArchiveRoot("/")).outputStem
        for (path, _) in RecordOutput(format, sheets: sheets).files(stem: stem) {
            _ = FileName.withPath(path) { unlink($0) }
        }
    }

    private func failed(_ error: ArchiveStoreError) -> ExitCode {
        StandardError.print("vanban: " + error.message(in: shared.language))
        return ExitCode(2)
    }

    /// Writes the documents as requests, for engines that share them out over machines.
    private func write(_ list: InputList) throws {
        tell(list.problems)
        var sink = FileHandleSink(descriptor: STDOUT_FILENO)
        for item in list.items {
            do throws(OutputError) {
                try sink.write(LineProtocol.request(for: item))
            } catch {
                if error == .readerGone { return }
                StandardError.print("vanban: " + error.message(in: shared.language))
                throw ExitCode(2)
            }
        }
        if !list.problems.isEmpty { throw ExitCode(1) }
    }

    /// The paths, with those of standard input in the place of a dash.
    private func inputs() throws -> [String] {
        var inputs: [String] = []
        for path in paths {
            guard path == "-" else {
                inputs.append(path)
                continue
            }
            var lines = LineInput(descriptor: STDIN_FILENO)
            var listed: [String] = []
            while let line = lines.next() {
                if !line.isEmpty { listed.append(FileName(bytes: line).text) }
            }
            // A document was given, most likely, and no list of them.
            if !listed.isEmpty, listed.allSatisfy({ FileStatus(of: $0) == nil && !PathPattern.isPattern($0) }) {
                StandardError.print("vanban: " + told("batch.noList"))
            }
            inputs += listed
        }
        return inputs
    }

    /// Says which paths gave no document; the report has all of them.
    private func tell(_ problems: [InputList.Problem]) {
        let language = shared.language
        for problem in problems.prefix(listsOnly ? problems.count : Self.mostTold) {
            StandardError.print("vanban: \(problem.path): \(problem.cause.message(in: language))")
        }
        guard problems.count > Self.mostTold, !listsOnly else { return }
        let rest = problems.count - Self.mostTold
        StandardError.print("vanban: " + told("batch.moreProblems", String(rest)))
    }

    /// What the batch writes itself, as far as it is there from an earlier run.
    private var own: Set<FileIdentity> {
        let database = storePath
        let files = ["", "-wal", "-shm", "-journal", "-lock"].map { database + $0 }
        return Set(
            (files + [output, report == "-" ? nil : report].compactMap { $0 }).compactMap { FileIdentity(of: $0) })
    }

    /// A file among the documents is written anew as the report only if it looks like an earlier one.
    private func checkReport(_ list: InputList) throws {
        guard let report, report != "-" else { return }
        if FileName(FileIdentity.canonicalPath(of: report)) == FileName(FileIdentity.canonicalPath(of: storePath)) {
            throw ValidationError(told("usage.reportIsDatabase"))
        }
        guard let status = FileStatus(of: report), status.isFile else { return }
        var inputs = [database, reading.agencies, corrections.path]
        let isEarlier = InputFile.head(of: report, count: 2).allSatisfy { "{\"".utf8.contains($0) }
        if list.metOwn.contains(status.identity), !isEarlier { inputs.append(report) }
        try OutputGuard(inputs: inputs, shared.language).check(report)
    }

    /// What is done stands in the database, or in a file of its own beside the outputs.
    private var storePath: String { database ?? (output ?? ".") + "/.vanban-batch.sqlite" }

    private func takeLock(_ language: Language) throws -> BatchLock {
        do throws(BatchLock.Failure) {
            return try BatchLock(of: storePath)
        } catch {
            switch error {
            case .taken: StandardError.print("vanban: " + told("batch.taken", storePath))
            case .system(let code):
                StandardError.print("vanban: \(storePath): " + SystemReason(code: code).message(in: language))
            }
            throw ExitCode(2)
        }
    }

    private func openStore() throws -> (store: ArchiveStore, known: [FileName: ArchiveStore.Entry]) {
        do throws(ArchiveStoreError) {
            let store = try ArchiveStore(path: storePath)
            return (store, try store.entries())
        } catch {
            throw failed(error)
        }
    }

    private func openReport() throws -> BatchReport? {
        guard let report else { return nil }
        if report == "-" { return BatchReport(descriptor: STDOUT_FILENO) }
        let descriptor = FileName.withPath(report) { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666) }
        guard descriptor >= 0 else {
            StandardError.print("vanban: \(report): " + SystemReason().message(in: shared.language))
            throw ExitCode(2)
        }
        return BatchReport(descriptor: descriptor)
    }

    /// All that results depend on: another program or other settings make them anew.
    private var version: String {
        var facts = [VanbanCommand.configuration.version] + reading.arguments
        if output != nil { facts += outputFacts }
        // Headings are in the reader's language.
        if output != nil, format == .xlsx || format == .markdown { facts.append(shared.language.rawValue) }
        if database != nil { facts.append("records") }
        // A list of agencies counts by what it says, not by its name.
        if let agencies = reading.agencies, let bytes = try? InputFile.bytes(of: agencies, limit: reading.maxBytes) {
            facts.append(FileDigest.sha256(of: bytes))
        }
        return facts.joined(separator: " ")
    }

    /// The format, and what of it is chosen, as the worker takes them.
    private var outputFacts: [String] {
        [format.rawValue] + sheets.flatMap { ["--sheet", $0.rawValue] } + (hasByteOrderMark ? ["--bom"] : [])
            + (formulas.choice.map { ["--csv-formulas", $0.rawValue] } ?? [])
    }

    private var workerCommand: [String] {
        var command = [Program.path, "worker", "--store", storePath, "--memory", String(memory)]
        if output != nil { command += ["--format"] + outputFacts }
        if database != nil { command.append("--records") }
        return command + ["--parent", String(getpid()), "--version-name", version, "--lang", shared.language.rawValue]
            + corrections.arguments + reading.arguments
    }
}
