import Foundation
import Testing

/// Whole documents against what a careful reader wrote down, where that lies beside the package.
@Suite struct GoldTests {
    /// Beside the package, or where the environment's VANBAN_SHARED says.
    private static let shared =
        ProcessInfo.processInfo.environment["VANBAN_SHARED"].map { URL(filePath: $0) }
        ?? Program.root.appending(path: "../shared").standardizedFileURL
    private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test("an annotated document is read without a fault")
    func annotated() throws {
        let gold = Self.shared.appending(path: "gold")
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: gold.path)) ?? []
        guard let python = Self.python, let name = folders.sorted().first(where: { $0.hasPrefix("000_") }),
            Program.built != nil, FileManager.default.fileExists(atPath: gold.appending(path: "score.py").path)
        else {
            print("Skipped: no annotated documents beside the package, or no python3.")
            return
        }
        let folder = try Folder()
        let source = Self.shared.appending(path: "seeds/\(name).txt").path
        #expect(try Program.run("convert", source, "-o", folder.path("record.json"), "--quiet")?.status == 0)
        let run = try #require(
            try Program.run(
                gold.appending(path: "score.py").path, folder.path("record.json"), gold.appending(path: name).path,
                "--details",
                executable: URL(filePath: python)))
        let lines = run.text.split(separator: "\n").filter { $0.hasSuffix("%") }
        #expect(lines.count > 5)
        for line in lines { #expect(line.hasSuffix(" 100.00%"), "\(line)") }
    }
}
