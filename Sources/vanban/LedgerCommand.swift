import ArgumentParser
import VanBanExport
import VanBanMessages
import VanBanModel
import VanBanStructure

struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: told("help.ledger"),
        discussion: told("help.ledger.more"))

    @Argument(help: .told("help.document", value: "file"))
    var file: String

    @Option(help: .told("help.ledger.only", value: "owner"))
    var only: String?

    @OptionGroup(visibility: .hidden) var reading: ReadingOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        let language = shared.language
        let agencies = try reading.agencyList(language)
        let converted: ConvertedDocument
        do {
            converted = try InputDocument(path: file).convert(reading, ReadingLists(agencies: agencies), language)
        } catch {
            StandardError.print("vanban: " + error.message)
            throw ExitCode(2)
        }
        var sink = FileHandleSink.standardOutput
        do {
            try LedgerText.write(
                converted.entries().filter { only == nil || $0.owner.hasPrefix(only ?? "") }.map(line), to: &sink)
        } catch OutputError.readerGone {
            return
        } catch {
            StandardError.print("vanban: " + error.message(in: language))
            throw ExitCode(2)
        }
        guard !shared.quiet else { return }
        let coverage = converted.record.coverage
        let counts = [coverage.characters, coverage.recorded, coverage.furniture, coverage.unaccounted]
        StandardError.print(Messages.text("ledger.sum", in: language, [file] + counts.map { String($0) }))
    }

    private func line(_ entry: ConvertedDocument.Entry) -> LedgerText.Line {
        LedgerText.Line(
            start: entry.location.start, end: entry.location.end, line: entry.location.line, owner: entry.owner,
            text: entry.text, alsoClaimedBy: entry.alsoClaimedBy)
    }
}
