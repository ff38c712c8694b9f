import Foundation
import Testing

/// The package's samples, and the real documents that may lie beside the package.
enum Corpus {
    struct Document: CustomTestStringConvertible, Sendable {
        var name: String
        var bytes: [UInt8]
        var testDescription: String { name }
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Beside the package, or where the environment's VANBAN_SHARED says.
    static let shared =
        ProcessInfo.processInfo.environment["VANBAN_SHARED"].map { URL(filePath: $0) }
        ?? root.appending(path: "../shared").standardizedFileURL

    static let samples: [Document] = documents(in: root.appending(path: "Samples"))
    static let seeds: [Document] = documents(in: shared.appending(path: "seeds"))
    /// What a careful reader wrote down of some of them, a folder each; empty where it is not there.
    static let gold: [URL] = {
        let folder = shared.appending(path: "gold")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().map { folder.appending(path: $0) }.filter {
            FileManager.default.fileExists(atPath: $0.appending(path: "tasks.jsonl").path)
        }
    }()
    static func seed(_ prefix: String) -> Document? { seeds.first { $0.name.hasPrefix(prefix) } }
    static var all: [Document] { samples + seeds }

    private static func documents(in folder: URL) -> [Document] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
            (try? Data(contentsOf: folder.appending(path: name))).map { Document(name: name, bytes: Array($0)) }
        }
    }
}
