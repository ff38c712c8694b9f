import ArgumentParser
import FoundationEssentials
import VanBanArchive
import VanBanCorrections
import VanBanExport
import VanBanMessages
import VanBanModel
import VanBanReading

struct CorrectionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corrections", abstract: told("help.corrections"),
        subcommands: [CorrectionsReportCommand.self])
}

struct CorrectionsReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: told("help.corrections.report"),
        discussion: told("help.corrections.report.more"))

    enum OutputFormat: String, WordChoice {
        case text, json
    }

    @Argument(help: .told("help.corrections.path", value: "path"))
    var path: String

    @Option(help: .told("help.corrections.format", value: "format"))
    var format: OutputFormat = .text

    @Option(help: .told("help.corrections.asCases", value: "folder"))
    var asCases: String?

    @Option(
        parsing: .upToNextOption,
        help: .told("help.corrections.documents", value: "file"))
    var documents: [String] = []

    @OptionGroup(visibility: .hidden) var reading: ReadingOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if asCases != nil, documents.isEmpty {
            throw ValidationError(told("usage.asCases"))
        }
    }

    func run() throws {
        let language = shared.language
        var option = CorrectionOption()
        option.path = path
        guard let store = try option.store(language) else { return }
        let report = CorrectionReport(store)
        switch format {
        case .text: print(report.text(in: language), terminator: "")
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(report), as: UTF8.self))
        }
        guard let asCases else { return }
        try writeCases(store, to: asCases, language)
    }

    private func writeCases(_ store: CorrectionStore, to folder: String, _ language: Language) throws {
        guard OutputFolder.make(at: folder) else {
            StandardError.print("vanban: \(folder): " + SystemReason().message(in: language))
            throw ExitCode(2)
        }
        let lists = ReadingLists(agencies: try reading.agencyList(language))
        var couldNotRead = false
        for file in documents {
            do throws(InputDocument.Failure) {
                let document = try InputDocument(path: file).convert(reading, lists, language)
                let source = document.record.source
                let corrected = CorrectedDocument(
                    document, store.corrections(sha256: source.sha256, name: source.name, isOnly: documents.count == 1))
                try write(CorrectionCases(document, corrected: corrected.document.record), to: folder, language)
            } catch {
                StandardError.print("vanban: " + error.message)
                couldNotRead = true
            }
        }
        if couldNotRead { throw ExitCode(2) }
    }

    private func write(
        _ cases: CorrectionCases, to folder: String, _ language: Language
    ) throws(InputDocument.Failure) {
        for entry in cases.cases {
            for (ending, text) in [(entry.ending, entry.input), ("expect.json", entry.expectation)] {
                let path = "\(folder)/\(entry.name).\(ending)"
                do throws(OutputError) {
                    try AtomicFile.write(to: path) { sink throws(OutputError) in try sink.write(Array(text.utf8)) }
                } catch {
                    throw InputDocument.Failure(message: "\(path): \(error.message(in: language))")
                }
            }
        }
    }
}
