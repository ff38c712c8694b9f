import FoundationEssentials
import VanBanCorrections
import VanBanReading

/// An archive's database in which documents stand as people put them right, to be asked in place of the one that a batch
/// made without their corrections, which is left as it is.
///
/// Documents whose corrections the batch knew are taken as they are; the others are read again from their files into a copy.
package struct CorrectedArchive {
    /// The database to be asked.
    package let path: String
    /// Documents that could not be read again: their file is gone, or another one now.
    package private(set) var unread: [String] = []
    private let folder: URL?

    /// - Parameters:
    ///   - database: that of ``ArchiveReader``.
    /// - Throws: ``ArchiveStoreError``, also where there is no such file.
    ///   - reader: reads documents again.
    package init(
        database: String, corrections: CorrectionStore, reader files: FileReader
    ) throws(ArchiveStoreError) {
        let reader = try ArchiveReader(path: database)
        let stale = try Self.stale(in: reader, corrections)
        guard !stale.isEmpty else {
            path = database
            folder = nil
            return
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "vanban-\(UUID().uuidString)")
        self.folder = folder
        path = folder.appending(path: "archive.sqlite").path
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw .database(path: path, reason: "system.database.cannotOpen")
        }
        try reader.copy(to: path)
        var work = Worker.Settings(reader: files, keepsRecords: true)
        work.store = try ArchiveStore(path: path)
        work.corrections = corrections
        var worker = Worker(work)
        for (number, document) in stale.enumerated() {
            if !Self.read(document, number, by: &worker) { unread.append(document.name) }
        }
        work.store?.settle()
    }

    /// Takes the copy away.
    package func remove() {
        if let folder { try? FileManager.default.removeItem(at: folder) }
    }

    private struct Document {
        var name: String
        var item: InputItem
        var sha256: String
    }

    /// Documents that people put right and that the batch read without it, or with what they had put right before.
    private static func stale(
        in database: ArchiveReader, _ corrections: CorrectionStore
    ) throws(ArchiveStoreError) -> [Document] {
        let root = try database.root()
        var stale: [Document] = []
        for (name, entry) in try database.entries() where !entry.isFailure {
            guard let sha256 = entry.sha256 else { continue }
            let item = InputItem(name: name.text, root: root)
            let list = corrections.corrections(sha256: sha256, name: item.fileName)
            if list.isEmpty || entry.version.hasSuffix(" corrections " + list.digest) { continue }
            stale.append(Document(name: name.text, item: item, sha256: sha256))
        }
        return stale.sorted { $0.name < $1.name }
    }

    private static func read(_ document: Document, _ number: Int, by worker: inout Worker) -> Bool {
        var request = WorkRequest(number: number, item: document.item)
        // Another content is not the one that was asked for; its rows stay as they are.
        guard let bytes = worker.bytes(of: request), FileDigest.sha256(of: bytes) == document.sha256 else {
            return false
        }
        request.known = nil
        return worker.answer(request).0.outcome == .converted
    }
}
