import ArgumentParser
import VanBanCorrections
import VanBanExport
import VanBanModel
import VanBanPages
import VanBanReading
import VanBanReview
import VanBanStructure

struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Make a page on which people check documents and put right what was read wrong.",
        discussion: """
            The page has the document on the left and its record on the right; each shows its place in the other, doubts \
            are walked by keys, and what is put right is saved as NAME.corrections.json, for --corrections of the other \
            commands. It is one file that needs no network and works from a file share. --corrections lets work that was \
            saved go on.
            """)

    @Argument(help: ArgumentHelp("Documents; - reads standard input.", valueName: "file"))
    var files: [String]

    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp("File to write the page to instead of standard output.", valueName: "path"))
    var output: String?

    @Option(help: "Language of the page: vi or en (default: vi).")
    var lang: Language = .vietnamese

    @OptionGroup var corrections: CorrectionOption
    @OptionGroup var reading: ReadingOptions

    func run() throws {
        try OutputGuard(inputs: files + [reading.agencies, corrections.path], lang).check(output)
        let agencies = try reading.agencyList(lang)
        let store = try corrections.store(lang)
        var choices: [ReviewAgency] = []
        var documents: [ReviewDocument] = []
        var couldNotRead = false
        for file in files {
            do throws(InputDocument.Failure) {
                let (converted, bytes) = try InputDocument(path: file).convertKeepingBytes(
                    reading, ReadingLists(agencies: agencies), lang)
                documents.append(document(converted, bytes, store))
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
            StandardError.print("vanban: \(output ?? "standard output"): \(error.message(in: lang))")
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
        _ converted: ConvertedDocument, _ bytes: [UInt8], _ store: CorrectionStore?
    ) -> ReviewDocument {
        let source = converted.record.source
        var document = ReviewDocument(
            record: converted.record,
            stretches: converted.entries().map {
                ReviewDocument.Stretch(location: $0.location, owner: $0.owner, text: $0.text)
            },
            corrections: store?.files(sha256: source.sha256, name: source.name, isOnly: files.count == 1) ?? [])
        if source.format == .pdf, let pages = converted.record.pages {
            let last = document.stretches.compactMap { pages.spot(of: $0.location.start..<$0.location.end)?.page }.max()
            document.pictures = PagePictures.pictures(ofPDF: bytes, pages: last ?? 0).map {
                ReviewDocument.Picture(number: $0.number, width: $0.width, height: $0.height, bytes: $0.bytes)
            }
        }
        return document
    }
}
