import Foundation
import Testing

/// Whole documents against what a careful reader wrote down, where that lies beside the package.
@Suite struct GoldTests {
    private static let names: [String] = {
        guard let gold = Shared.gold else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: gold.path)) ?? []
        return names.filter { $0.first?.isNumber == true }.sorted()
    }()

    @Test(
        "an annotated document is read without a fault", .enabled(if: !names.isEmpty && Program.built != nil),
        arguments: names)
    func annotated(_ name: String) throws {
        let gold = try #require(Shared.gold)
        let folder = try Folder()
        let source = Shared.root.appending(path: "seeds/\(name).txt").path
        #expect(try Program.run("convert", source, "-o", folder.path("record.json"), "--quiet")?.status == 0)
        let run = try #require(
            try Program.run(
                gold.appending(path: "score.py").path, folder.path("record.json"), gold.appending(path: name).path,
                "--details", executable: try #require(Shared.python)))
        let lines = run.text.split(separator: "\n").filter { $0.hasSuffix("%") }
        #expect(lines.count > 5)
        for line in lines { #expect(line.hasSuffix(" 100.00%"), "\(line)") }
    }
}
