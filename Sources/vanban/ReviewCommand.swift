import ArgumentParser
import VanBanCorrections
import VanBanExport
import VanBanModel
import VanBanPages
import VanBanReading
import VanBanRecognition
import VanBanReview
import VanBanStructure

struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: told("help.review"),
        discussion: told("help.review.more"))

    @Argument(help: .told("help.documents", value: "file"))
    var files: [String]

    @Option(
        name: [.short, .customLong("output")],
        help: .told("help.review.output", value: "path"))
    var outputPath: OutputPath?

    private var output: String? { outputPath?.file }

    @Option(help: .told("help.review.lang", value: "language"))
    var lang: Language = .vietnamese

    @OptionGroup var quietness: QuietOption

    @OptionGroup(visibility: .hidden) var corrections: CorrectionOption
    @OptionGroup(visibility: .hidden) var reading: ReadingOptions

    func run() throws {
        try OutputGuard(inputs: files + [reading.agencies, corrections.path], lang).check(output)
        let agencies = try reading.agencyList(lang)
        let store = try corrections.store(lang)
        var choices: [ReviewAgency] = []
        var documents: [ReviewDocument] = []
        var couldNotRead = false
        let inputs = InputDocument.all(files, reading, lang, &couldNotRead)
        for input in inputs {
            do throws(InputDocument.Failure) {
                let (converted, bytes) = try input.convertKeepingBytes(
                    reading, ReadingLists(agencies: agencies), lang)
                documents.append(document(converted, bytes, store, isOnly: inputs.count == 1))
                if choices.isEmpty {
                    choices = converted.agencyChoices.map {
                        ReviewAgency(id: $0.id, name: $0.name, abbreviations: $0.abbreviations)
                    }
                }
            } catch {
                StandardError.print("vanban: " + error.message)
                couldNotRead = true
            }
        }
        guard !documents.isEmpty else { throw ExitCode(2) }
        do throws(OutputError) {
            try write(documents, choices)
        } catch .readerGone {
            throw ExitCode.success
        } catch {
            StandardError.print("vanban: \(output ?? told("output.standard")): \(error.message(in: lang))")
            throw ExitCode(2)
        }
        if couldNotRead { throw ExitCode(2) }
    }

    private func write(_ documents: [ReviewDocument], _ agencies: [ReviewAgency]) throws(OutputError) {
        let page = ReviewPage(language: lang, agencies: agencies)
        if let output {
            try AtomicFile.write(to: output) { sink throws(OutputError) in try page.write(documents, to: &sink) }
        } else {
            var sink = FileHandleSink.standardOutput
            try page.write(documents, to: &sink)
        }
    }

    private func document(
        _ converted: ConvertedDocument, _ bytes: [UInt8], _ store: CorrectionStore?, isOnly: Bool
    ) -> ReviewDocument {
        let source = converted.record.source
        var document = ReviewDocument(
            record: converted.record,
            stretches: converted.entries().map {
                ReviewDocument.Stretch(location: $0.location, owner: $0.owner, text: $0.marked ?? $0.text)
            },
            corrections: store?.files(sha256: source.sha256, name: source.name, isOnly: isOnly) ?? [])
        let file: [UInt8]? =
            switch source.format {
            case .pdf: bytes
            case .image: PictureReader.pdf(of: bytes)
            default: nil
            }
        if let file, let pages = converted.record.pages {
            let last = document.stretches.compactMap { pages.spot(of: $0.location.start..<$0.location.end)?.page }.max()
            document.pictures = PagePictures.pictures(ofPDF: file, pages: last ?? 0).map {
                ReviewDocument.Picture(number: $0.number, width: $0.width, height: $0.height, bytes: $0.bytes)
            }
        }
        return document
    }
}
