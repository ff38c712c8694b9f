import Foundation
import VanBanArchive
import VanBanModel
import VanBanStructure

/// The documents of the repository's folder of samples.
enum Samples {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Samples")

    static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    static func record(_ name: String) throws -> VanBanModel.Record { try record(of: try text(name), name: name) }

    static func record(of text: String, name: String) throws -> VanBanModel.Record {
        try DocumentConverter().convert(Array(text.utf8), name: name).record
    }

    static func reply(_ outcome: WorkReply.Outcome = .converted, reason: String? = nil) -> WorkReply {
        WorkReply(number: 0, outcome: outcome, sha256: "00", bytes: 1, reason: reason)
    }

    /// An archive with records under their documents' names.
    static func archive(
        _ records: [(String, VanBanModel.Record)], in folder: TemporaryFolder
    ) throws -> ArchiveReader {
        let path = folder.path + "/archive.sqlite"
        let store = try ArchiveStore(path: path)
        for (name, record) in records { try store.keep(record, of: name, reply(), version: "1") }
        return try ArchiveReader(path: path)
    }
}
