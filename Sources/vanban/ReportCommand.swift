import ArgumentParser
import VanBanArchive
import VanBanExport
import VanBanModel
import VanBanStructure

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: told("help.report"), discussion: told("help.report.more"))

    @Argument(help: .told("help.documents", value: "file"))
    var files: [String] = []

    @Option(help: .told("help.report.database", value: "file"))
    var database: String?

    @Option(name: [.short, .customLong("output")], help: .told("help.report.output", value: "path"))
    var outputPath: OutputPath?

    private var output: String? { outputPath?.file }

    @Option(help: .told("help.query.tasks.today", value: "day"))
    var today: CalendarDate?

    @Flag(name: .customLong("together"), help: .told("help.together"))
    var isDossier = false

    @Option(help: .told("help.review.lang", value: "language"))
    var lang: Language = .vietnamese

    @OptionGroup var quietness: QuietOption

    @OptionGroup(visibility: .hidden) var corrections: CorrectionOption
    @OptionGroup(visibility: .hidden) var reading: ReadingOptions

    func validate() throws {
        if files.isEmpty == (database == nil) { throw ValidationError(told("usage.reportOf")) }
    }

    func run() throws {
        try OutputGuard(inputs: files + [database, reading.agencies, corrections.path], lang).check(output)
        guard let today = today ?? Clock.today else { throw ValidationError(told("usage.noToday")) }
        var couldNotRead = false
        let report: ReportDocument
        if let database {
            report = try archiveReport(database, today)
        } else {
            let documents = InputDocument.all(files, reading, lang, &couldNotRead)
            let lists = try ReadingLists(reading, corrections, count: documents.count, lang)
            var records: [Record] = []
            for document in documents {
                do throws(InputDocument.Failure) {
                    records.append(try document.convert(reading, lists, lang).record)
                } catch {
                    StandardError.print("vanban: " + error.message)
                    couldNotRead = true
                }
            }
            if isDossier, let dossier = Dossier(records) { records = [dossier.record] }
            guard !records.isEmpty else { throw ExitCode(2) }
            report = DecisionReport(records, today: today, language: lang).document
        }
        do throws(OutputError) {
            try write(report)
        } catch .readerGone {
            throw ExitCode.success
        } catch {
            StandardError.print("vanban: \(output ?? told("output.standard")): \(error.message(in: lang))")
            throw ExitCode(2)
        }
        if couldNotRead { throw ExitCode(2) }
    }

    private func archiveReport(_ database: String, _ today: CalendarDate) throws -> ReportDocument {
        do throws(QueryFailure) {
            let archive: ArchiveReader
            do throws(ArchiveStoreError) {
                archive = try ArchiveReader(path: database)
            } catch {
                throw .store(error)
            }
            return try ArchiveReport(archive, today: today, language: lang).document()
        } catch {
            switch error {
            case .store(let error): StandardError.print("vanban: " + error.message(in: lang))
            case .output(let error): StandardError.print("vanban: " + error.message(in: lang))
            }
            throw ExitCode(2)
        }
    }

    private func write(_ report: ReportDocument) throws(OutputError) {
        guard let output else {
            var sink = FileHandleSink.standardOutput
            return try ReportHTML().write(report, to: &sink)
        }
        let isWord = output.lowercased().hasSuffix(".docx")
        try AtomicFile.write(to: output) { sink throws(OutputError) in
            if isWord { try ReportDOCX().write(report, to: &sink) } else { try ReportHTML().write(report, to: &sink) }
        }
    }
}
