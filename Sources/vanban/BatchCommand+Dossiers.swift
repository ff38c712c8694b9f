import ArgumentParser
import VanBanArchive
import VanBanExport
import VanBanMessages
import VanBanModel
import VanBanReading

extension BatchCommand {
    /// Writes one record a dossier where that is asked for, and tells those of which a file could not be read.
    /// - Returns: whether one failed.
    func writeDossiers(
        _ list: InputList, _ root: ArchiveRoot, _ pool: WorkerPool.Settings, _ changed: Set<FileName>,
        _ interruptions: Interruptions
    ) throws -> Bool {
        guard writesDossiers, let database, let output, interruptions.control == .goOn else { return false }
        let language = shared.language
        do {
            let dossiers = try BatchDossiers(
                in: ArchiveReader(path: database), list: list, root: root, folder: output)
            let (written, failures) = try dossiers.write(
                pool, RecordOutput(format, language: language, sheets: sheets), changed: changed,
                control: { interruptions.control })
            for failure in failures {
                StandardError.print("vanban: " + told("batch.dossierFailed", failure.document, failure.message ?? ""))
            }
            if !shared.quiet, written > 0 {
                StandardError.print("vanban: " + told("batch.dossiersWritten", String(written)))
            }
            return !failures.isEmpty
        } catch {
            StandardError.print("vanban: " + Self.words(of: error, language))
        }
        return true
    }

    private static func words(of error: any Error, _ language: Language) -> String {
        switch error {
        case let error as ArchiveStoreError: error.message(in: language)
        case QueryFailure.store(let error): error.message(in: language)
        case QueryFailure.output(let error): error.message(in: language)
        case BatchFailure.store(let error): error.message(in: language)
        case BatchFailure.start(let error): error.message(in: language)
        default: String(describing: error)
        }
    }
}
