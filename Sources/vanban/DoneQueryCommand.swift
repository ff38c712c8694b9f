import ArgumentParser
import VanBanArchive
import VanBanExport
import VanBanModel
import VanBanReading
import VanBanStructure

struct DoneQueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "done", abstract: told("help.query.done"), discussion: told("help.query.done.more"))

    @Option(name: .customLong("import"), help: .told("help.query.done.import", value: "file"))
    var imported: String?

    @Option(help: .told("help.query.tasks.today", value: "day"))
    var today: CalendarDate?

    @OptionGroup var options: QueryOptions

    func run() throws {
        var isWhole = true
        if let imported { isWhole = try take(imported) }
        try options.answer(TaskStates.request, shown: ["document", "sequence", "task", "doneOn", "note"])
        if !isWhole { throw ExitCode(1) }
    }

    /// Whether every line of the file was a task of the database.
    private func take(_ file: String) throws -> Bool {
        let language = options.shared.language
        let database = try SettingsFile.database(options.databaseOption)
        let bytes: [UInt8]
        do throws(InputDocument.Failure) {
            bytes = try InputDocument(path: file).bytes(limits: ReadingLimits(), language)
        } catch {
            StandardError.print("vanban: " + error.message)
            throw ExitCode(2)
        }
        let sheet = StateSheet(bytes)
        guard let lines = sheet.lines(today: today ?? Clock.today) else {
            StandardError.print("vanban: \(file): " + told("done.noColumns"))
            throw ExitCode(2)
        }
        for number in sheet.unread { StandardError.print("vanban: \(file):\(number): " + told("done.unread")) }
        do throws(ArchiveStoreError) {
            // Where there is no database, none is made.
            _ = try ArchiveReader(path: database)
            let store = try ArchiveStore(path: database)
            let unknown = try TaskStates.keep(lines, in: store)
            store.settle()
            for line in unknown {
                StandardError.print("vanban: " + told("done.unknown", "\(line.document)#\(line.task)"))
            }
            if !options.shared.quiet {
                StandardError.print("vanban: " + told("done.kept", String(lines.count - unknown.count)))
            }
            return unknown.isEmpty && sheet.unread.isEmpty
        } catch {
            StandardError.print("vanban: " + error.message(in: language))
            throw ExitCode(2)
        }
    }
}
