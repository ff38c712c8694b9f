import ArgumentParser
import VanBanExport
import VanBanModel
import VanBanStructure

struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "List every stretch of a document with its owner.",
        discussion: """
            One line a stretch: byte range in the source, line, owner, text. The owner is a field of the record \
            (part-1.title, task-7.deadline), furniture (furniture:ruler), or unaccounted. A stretch that an earlier \
            owner claims, too, is marked with !.
            """)

    @Argument(help: ArgumentHelp("A document; - reads standard input.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("Only owners that begin with this: furniture, unaccounted, task-3.", valueName: "owner"))
    var only: String?

    @OptionGroup var reading: ReadingOptions
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
        let coverage = converted.record.coverage
        switch language {
        case .english:
            StandardError.print(
                "\(file): \(coverage.characters) characters: \(coverage.recorded) recorded, \(coverage.furniture) furniture, "
                    + "\(coverage.unaccounted) unaccounted")
        case .vietnamese:
            StandardError.print(
                "\(file): \(coverage.characters) ký tự: \(coverage.recorded) trong bản ghi, \(coverage.furniture) phụ trợ, "
                    + "\(coverage.unaccounted) chưa xếp vào đâu")
        }
    }

    private func line(_ entry: ConvertedDocument.Entry) -> LedgerText.Line {
        LedgerText.Line(
            start: entry.location.start, end: entry.location.end, line: entry.location.line, owner: entry.owner,
            text: entry.text, alsoClaimedBy: entry.alsoClaimedBy)
    }
}
