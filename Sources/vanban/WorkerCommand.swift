import ArgumentParser
import VanBanArchive
import VanBanExport

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The other end of a batch: answers requests of ``WorkerPool``. Not for people.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "Convert documents for a batch.", shouldDisplay: false)

    @Option var store: String?
    @Option var memory: Int = 2048
    @Option var format: RecordOutput.Format?
    @Option(name: .customLong("sheet")) var sheets: [SheetKind] = []
    @Flag(name: .customLong("bom")) var hasByteOrderMark = false
    @OptionGroup var formulas: FormulaOption
    @Flag var records = false
    @Option var versionName = ""
    @Option var parent: Int32

    @OptionGroup var corrections: CorrectionOption
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        let life = WorkerLife.begin(memory: memory << 20, parent: parent)
        defer { life.cancel() }
        var settings = Worker.Settings(
            reader: reading.reader { Worker.tellPage($0, of: $1, on: STDOUT_FILENO) }, format: reading.from,
            version: versionName)
        settings.readsAny = reading.readsAny
        settings.corrections = try corrections.store(shared.language)
        settings.agencies = try reading.agencyList(shared.language)
        settings.output = format.map {
            RecordOutput(
                $0, language: shared.language, sheets: sheets, hasByteOrderMark: hasByteOrderMark,
                escapesFormulas: formulas.areEscaped(withMark: hasByteOrderMark))
        }
        settings.keepsRecords = records
        do throws(ArchiveStoreError) {
            if let store { settings.store = try ArchiveStore(path: store) }
        } catch {
            StandardError.print("vanban: " + error.message(in: shared.language))
            throw ExitCode(2)
        }
        var worker = Worker(settings)
        // Nobody is left to be told when the answers are not read any more.
        try? worker.run(input: STDIN_FILENO, output: STDOUT_FILENO)
    }
}
