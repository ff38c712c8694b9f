import ArgumentParser
import VanBanArchive
import VanBanExport
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
        commandName: "batch", abstract: "Convert archives: folders, patterns, lists, ZIP archives of documents.",
        discussion: """
            Each document is converted in a process that is watched: one that crashes, hangs or takes too much memory is \
            reported, and the rest go on. In a pattern ** stands for any number of folders. What is done is known by content and program version: a run that was ended \
            goes on where it stopped, and unchanged files are left out. Ctrl-C ends after the files in hand, a second \
            one at once.

            --output writes one file of output a document into a folder, under the paths as given; --database puts all \
            records into an SQLite file. - reads paths from standard input, one a line. Exit status 1 if any failed.
            """)

    @Argument(help: ArgumentHelp("Files, folders, patterns or ZIP archives; - reads their list.", valueName: "path"))
    var paths: [String]

    @Option(name: [.short, .customLong("output")], help: ArgumentHelp("Folder for outputs.", valueName: "folder"))
    var output: String?

    @Option(help: ArgumentHelp("SQLite database for the records.", valueName: "file"))
    var database: String?

    @Flag(
        name: .customLong("list"),
        help: ArgumentHelp(
            "Only list the documents, as requests for 'convert --stdin-protocol': one a line, on standard output."))
    var listsOnly = false

    @Option(help: "How outputs are written.")
    var format: RecordOutput.Format = .json

    @Option(
        name: .customLong("sheet"),
        help:
            "Kind of record that CSV and XLSX write; may be repeated (default: tasks, scores, references; all for XLSX)."
    )
    var sheets: [SheetKind] = []

    @Flag(name: .customLong("bom"), help: "Begin CSV with a byte order mark, without which Excel misreads letters.")
    var hasByteOrderMark = false

    @OptionGroup var formulas: FormulaOption

    @Option(help: "Documents at the same time (default: as many as there are cores).")
    var jobs: Int?

    @Option(help: ArgumentHelp("Seconds that one document may take.", valueName: "seconds"))
    var timeout: Double = 120

    @Option(help: ArgumentHelp("Memory that one document may take, in MB.", valueName: "megabytes"))
    var memory: Int = 2048

    @Option(help: ArgumentHelp("Leaves out paths or names that match; may be repeated.", valueName: "pattern"))
    var exclude: [String] = []

    @Flag(help: "Try again what failed before, though nothing changed.")
    var retryFailed = false

    @Option(help: "How progress is told: line, log, json or none (default: line on a terminal, else log).")
    var progress: BatchProgress.Style?

    @Option(help: ArgumentHelp("File for what became of each document, one line of JSON each.", valueName: "file"))
    var report: String?

    @OptionGroup var corrections: CorrectionOption
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if listsOnly == (output != nil || database != nil) {
            throw ValidationError(
                listsOnly
                    ? "With --list nothing is converted: give neither --output nor --database."
                    : "Give --output FOLDER, --database FILE, or both.")
        }
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
        if timeout <= 0 { throw ValidationError("--timeout must be more than 0.") }
        if memory < 64 { throw ValidationError("--memory must be 64 or more.") }
    }

    func run() throws {
        let language = shared.language
        _ = try reading.agencyList(language)
        let store = try corrections.store(language)
        var list = InputList(try inputs(), limits: reading.limits, excluded: exclude, own: own)
        if listsOnly { return try write(list) }
        try checkReport(list)
        if let output, !OutputFolder.make(at: output) {
            StandardError.print("vanban: \(output): \(String(cString: strerror(errno)))")
            throw ExitCode(2)
        }
        let lock = try takeLock(language)
        defer { withExtendedLifetime(lock) {} }
        if let output { OutputFolder.removeUnfinished(below: output) }
        let (archive, known) = try openStore()
        if let output {
            list.keepApart(from: known.keys)
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
            self.progress ?? (isatty(STDERR_FILENO) == 1 ? .line : .log), language: language)
        let interruptions = Interruptions()
        let summary: BatchSummary
        var reportFailure: OutputError?
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
                    if let text = progress.text(summary) { StandardError.write(text) }
                })
        } catch {
            StandardError.write(progress.ending)
            switch error {
            case .store(let error): StandardError.print("vanban: " + error.message(in: language))
            case .start(let error): StandardError.print("vanban: no worker could be started: " + error.message)
            }
            throw ExitCode(2)
        }
        archive.settle()
        note { report throws(OutputError) in try report.write(summary) }
        StandardError.write(progress.ending)
        StandardError.write(BatchWords(language).text(of: summary) + "\n")
        if let reportFailure {
            StandardError.print("vanban: \(self.report ?? ""): \(reportFailure.message(in: language))")
            throw ExitCode(2)
        }
        if interruptions.control != .goOn, !summary.isComplete { throw ExitCode(130) }
        if summary.hasFailures { throw ExitCode(1) }
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
            while let line = lines.next() {
                if !line.isEmpty { inputs.append(FileName(bytes: line).text) }
            }
        }
        return inputs
    }

    /// Says which paths gave no document; the report has all of them.
    private func tell(_ problems: [InputList.Problem]) {
        let language = shared.language
        let told = 20
        for problem in problems.prefix(listsOnly ? problems.count : told) {
            StandardError.print("vanban: \(problem.path): \(problem.cause.message(in: language))")
        }
        guard problems.count > told, !listsOnly else { return }
        let rest = problems.count - told
        switch language {
        case .english: StandardError.print("vanban: and \(rest) more; --report FILE has all of them")
        case .vietnamese: StandardError.print("vanban: và \(rest) đường dẫn nữa; --report TỆP ghi đủ")
        }
    }

    /// What the batch writes itself, as far as it is there from an earlier run.
    private var own: Set<FileIdentity> {
        let database = storePath
        let files = ["", "-wal", "-shm", "-journal", "-lock"].map { database + $0 }
        return Set((files + [output, report].compactMap { $0 }).compactMap { FileIdentity(of: $0) })
    }

    /// A file among the documents is written anew as the report only if it looks like an earlier one.
    private func checkReport(_ list: InputList) throws {
        guard let report else { return }
        if FileName(FileIdentity.canonicalPath(of: report)) == FileName(FileIdentity.canonicalPath(of: storePath)) {
            throw ValidationError(
                shared.language == .english
                    ? "The report and the database would be one file: give --report another."
                    : "Báo cáo và cơ sở dữ liệu sẽ là một tệp: hãy chọn tệp khác cho --report.")
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
            switch (error, language) {
            case (.taken, .english): StandardError.print("vanban: \(storePath): another batch is writing to it")
            case (.taken, .vietnamese): StandardError.print("vanban: \(storePath): một lượt batch khác đang ghi vào đó")
            case (.system(let code), _): StandardError.print("vanban: \(storePath): \(String(cString: strerror(code)))")
            }
            throw ExitCode(2)
        }
    }

    private func openStore() throws -> (store: ArchiveStore, known: [FileName: ArchiveStore.Entry]) {
        do throws(ArchiveStoreError) {
            let store = try ArchiveStore(path: storePath)
            return (store, try store.entries())
        } catch {
            StandardError.print("vanban: " + error.message(in: shared.language))
            throw ExitCode(2)
        }
    }

    private func openReport() throws -> BatchReport? {
        guard let report else { return nil }
        let descriptor = FileName.withPath(report) { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666) }
        guard descriptor >= 0 else {
            StandardError.print("vanban: \(report): \(String(cString: strerror(errno)))")
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

/// What people are told of a batch.
struct BatchWords {
    private let language: Language

    init(_ language: Language) { self.language = language }

    func text(of summary: BatchSummary) -> String {
        var failures = summary.failures
        for problem in summary.problems { failures[problem.reason, default: 0] += 1 }
        let lines = failures.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { "  \($0.value)  \($0.key): \(name(of: $0.key))" + advice(on: $0.key, summary) }
        switch language {
        case .english:
            let rest = summary.isComplete ? "" : "; ended before its end, \(summary.total - summary.done) left"
            return
                ([
                    "\(summary.total) documents: \(summary.converted) converted, \(summary.unchanged) unchanged, "
                        + "\(failures.values.reduce(0, +)) failed\(rest)"
                ] + lines).joined(separator: "\n")
        case .vietnamese:
            let rest = summary.isComplete ? "" : "; dừng giữa chừng, còn \(summary.total - summary.done)"
            return
                ([
                    "\(summary.total) văn bản: \(summary.converted) đã chuyển đổi, \(summary.unchanged) không đổi, "
                        + "\(failures.values.reduce(0, +)) lỗi\(rest)"
                ] + lines).joined(separator: "\n")
        }
    }

    /// What is told once a run: which packages to install.
    private func advice(on reason: String, _ summary: BatchSummary) -> String {
        guard reason == "needsConverter", !summary.packages.isEmpty else { return "" }
        return ": apt install " + summary.packages.sorted().joined(separator: " ")
    }

    private func name(of reason: String) -> String {
        let words: (String, String)
        switch reason {
        case "notFound": words = ("no such file", "không có tệp")
        case "unreadable", "unreadableFolder": words = ("could not be opened", "không mở được")
        case "notAFile": words = ("neither file nor folder", "không phải tệp hay thư mục")
        case "isFolder": words = ("a folder", "là thư mục")
        case "danglingLink": words = ("a link that leads to nothing", "liên kết không trỏ tới đâu")
        case "linkToFolder": words = ("a link to a folder, not entered", "liên kết tới thư mục, không đi theo")
        case "sameOutput": words = ("would have another's output", "trùng chỗ với kết quả của văn bản khác")
        case "outputIsInput": words = ("would write over an input", "sẽ ghi đè lên tệp đầu vào")
        case "noSuchEntry": words = ("no such entry in the archive", "tệp nén không có mục này")
        case "unreadableArchive": words = ("a ZIP archive that cannot be read", "tệp nén ZIP không đọc được")
        case "empty": words = ("empty", "tệp rỗng")
        case "unsupported": words = ("a kind of file that is not read", "loại tệp chưa đọc được")
        case "notText": words = ("no text in a known encoding", "không phải văn bản theo bảng mã đã biết")
        case "notAdministrative": words = ("no administrative document", "không phải văn bản hành chính")
        case "encrypted": words = ("protected by a password", "có mật khẩu")
        case "damaged": words = ("damaged", "tệp hỏng")
        case "noTextLayer": words = ("pages without text that can be read", "trang là ảnh, không có lớp chữ đọc được")
        case "needsConverter":
            words = ("read by way of a program that is not there", "đọc qua chương trình mà máy chưa có")
        case "converterFailed":
            words = ("could not be converted by the program for them", "chương trình chuyển đổi không đọc được")
        case "crashed": words = ("brought the program down", "làm chương trình dừng đột ngột")
        case "timedOut": words = ("took too long", "quá thời gian cho phép")
        case "outOfMemory": words = ("took too much memory", "quá bộ nhớ cho phép")
        case "notWritten": words = ("the output could not be written", "không ghi được kết quả")
        case "notStored": words = ("the database refused", "không ghi được vào cơ sở dữ liệu")
        default: words = ("beyond a limit of reading", "vượt giới hạn đọc")
        }
        return language == .english ? words.0 : words.1
    }
}
