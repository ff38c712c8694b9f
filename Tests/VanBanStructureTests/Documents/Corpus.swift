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
    private static let shared =
        ProcessInfo.processInfo.environment["VANBAN_SHARED"].map { URL(filePath: $0) }
        ?? root.appending(path: "../shared").standardizedFileURL

    static let samples: [Document] = documents(in: root.appending(path: "Samples"))
    static let seeds: [Document] = documents(in: shared.appending(path: "seeds"))
    static var all: [Document] { samples + seeds }

    private static func documents(in folder: URL) -> [Document] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
            (try? Data(contentsOf: folder.appending(path: name))).map { Document(name: name, bytes: Array($0)) }
        }
    }
}
