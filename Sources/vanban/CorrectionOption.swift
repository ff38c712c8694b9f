import ArgumentParser
import VanBanCorrections
import VanBanModel
import VanBanStructure

/// What people put right before, for commands that read documents.
struct CorrectionOption: ParsableArguments {
    @Option(
        name: .customLong("corrections"),
        help: .told("help.corrections.option", value: "path"))
    var path: String?

    /// The corrections, or nil where none are given; a file that cannot be taken ends the program with 2.
    func store(_ language: Language) throws -> CorrectionStore? {
        guard let path else { return nil }
        do throws(CorrectionError) {
            let store = try CorrectionStore(path: path)
            for problem in store.problems {
                StandardError.print("vanban: \(problem.path): \(problem.error.message(in: language))")
            }
            return store
        } catch {
            StandardError.print("vanban: \(path): \(error.message(in: language))")
            throw ExitCode(2)
        }
    }

    /// The arguments that give this option again.
    var arguments: [String] { path.map { ["--corrections", $0] } ?? [] }
}

/// What documents are read with besides the options: lists of agencies, and what people put right.
struct ReadingLists {
    var agencies: AgencyList?
    var corrections: CorrectionStore?
    /// Whether one document is read alone, so that a file of corrections is for it, whatever its content is now.
    var isOnly = false

    init(agencies: AgencyList? = nil) { self.agencies = agencies }

    /// - Parameter count: how many documents are read.
    init(
        _ reading: ReadingOptions, _ corrections: CorrectionOption, count: Int, _ language: Language
    ) throws {
        agencies = try reading.agencyList(language)
        self.corrections = try corrections.store(language)
        isOnly = count == 1
    }

    /// The document as people put it right.
    func corrected(_ document: ConvertedDocument) -> ConvertedDocument {
        guard let corrections else { return document }
        let source = document.record.source
        return CorrectedDocument(
            document, corrections.corrections(sha256: source.sha256, name: source.name, isOnly: isOnly)
        ).document
    }
}
