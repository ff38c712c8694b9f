import Foundation
import Testing

@Suite(.enabled(if: Program.built != nil, "the program was not built"))
struct BatchCommandTests {
    private let folder: Folder
    private let input: String
    private let output: String

    init() throws {
        folder = try Folder()
        input = folder.path("in")
        output = folder.path("out")
        try FileManager.default.createDirectory(atPath: input, withIntermediateDirectories: true)
        for (name, sample) in [("a.txt", Program.minimal), ("b.txt", Program.sample)] {
            try FileManager.default.copyItem(atPath: sample, toPath: input + "/" + name)
        }
    }

    private struct Line: Decodable {
        var document: String?
        var outcome: String?
        var reason: String?
        var converted: Int?
        var unchanged: Int?
        var failed: Int?
        var complete: Bool?
    }

    /// Runs a batch, and gives its status and its report: by documents' names, and the sum.
    private func batch(_ more: [String] = ["--output"]) throws -> (status: Int32, lines: [String: Line], sum: Line) {
        let report = folder.path("report.ndjson")
        let process = Process()
        process.executableURL = Program.built?.executable
        process.arguments =
            ["batch", input] + (more == ["--output"] ? ["--output", output] : more)
            + ["--report", report, "--progress", "none", "--jobs", "1"]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        var lines: [String: Line] = [:]
        var sum = Line()
        for text in try String(contentsOfFile: report, encoding: .utf8).split(separator: "\n") {
            let line = try JSONDecoder().decode(Line.self, from: Data(text.utf8))
            if let document = line.document {
                lines[URL(filePath: document).lastPathComponent] = line
            } else {
                sum = line
            }
        }
        return (process.terminationStatus, lines, sum)
    }

    private func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(filePath: input + "/" + name))
    }

    private var outputs: [String] {
        let all = FileManager.default.enumerator(atPath: output)?.compactMap { $0 as? String } ?? []
        return all.map { URL(filePath: $0).lastPathComponent }.filter { $0.hasSuffix(".json") }.sorted()
    }

    @Test("good documents are converted though others are bad, and the status says that some were")
    func goodAndBad() throws {
        try write("bad.txt", "Chiều nay trời mưa.")
        try write("empty.txt", "")
        let (status, lines, sum) = try batch()
        #expect(status == 1)
        #expect(lines["a.txt"]?.outcome == "converted")
        #expect(lines["bad.txt"]?.outcome == "failed")
        #expect(lines["bad.txt"]?.reason == "notAdministrative")
        #expect(lines["empty.txt"]?.outcome == "failed")
        #expect(sum.converted == 2 && sum.failed == 2 && sum.complete == true)
        #expect(outputs == ["a.txt.json", "b.txt.json"])
    }

    @Test("a second run leaves out what is unchanged, and redoes what changed or whose output is gone")
    func again() throws {
        let first = try batch()
        #expect(first.status == 0)
        #expect(first.sum.converted == 2)
        let second = try batch()
        #expect(second.status == 0)
        #expect(second.sum.unchanged == 2 && second.sum.converted == 0)
        try write("a.txt", try String(contentsOfFile: Program.minimal, encoding: .utf8) + "\n")
        #expect(try batch().lines.mapValues(\.outcome) == ["a.txt": "converted", "b.txt": "unchanged"])
        let all = FileManager.default.enumerator(atPath: output)?.compactMap { $0 as? String } ?? []
        let gone = try #require(all.first { $0.hasSuffix("b.txt.json") })
        try FileManager.default.removeItem(atPath: output + "/" + gone)
        #expect(try batch().lines.mapValues(\.outcome) == ["a.txt": "unchanged", "b.txt": "converted"])
        #expect(outputs == ["a.txt.json", "b.txt.json"])
    }

    @Test("what failed and did not change fails again without being tried, its output of before gone")
    func failsAgain() throws {
        _ = try batch()
        try write("a.txt", "Chiều nay trời mưa.")
        for _ in 0..<2 {
            let (status, lines, _) = try batch()
            #expect(status == 1)
            #expect(lines["a.txt"]?.reason == "notAdministrative")
            #expect(outputs == ["b.txt.json"])
        }
    }

    @Test("a database is one file when the batch is done, and none of something else is written to")
    func oneFile() throws {
        let database = folder.path("a.sqlite")
        #expect(try batch(["--database", database]).status == 0)
        #expect(!FileManager.default.fileExists(atPath: database + "-wal"))
        let other = try folder.file("other.sqlite", "no database")
        #expect(try Program.run("batch", input, "--database", other)?.status == 2)
        #expect(try String(contentsOfFile: other, encoding: .utf8) == "no database")
    }

    @Test("CSV has the kinds that are asked for and a byte order mark, and another choice is made anew")
    func choice() throws {
        _ = try batch(["--output", output, "--format", "csv"])
        let again = try batch(["--output", output, "--format", "csv", "--sheet", "deadlines", "--bom"])
        #expect(again.sum.converted == 2)
        let all = FileManager.default.enumerator(atPath: output)?.compactMap { $0 as? String } ?? []
        let file = try #require(all.first { $0.hasSuffix("b.txt.deadlines.csv") })
        #expect(try Data(contentsOf: URL(filePath: output + "/" + file)).starts(with: [0xEF, 0xBB, 0xBF]))
    }

    @Test("what could not be written is tried again, though nothing changed in the document")
    func notWritten() throws {
        let path = output + "/a.txt.json/in the way"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        #expect(try batch().lines["a.txt"]?.reason == "notWritten")
        try FileManager.default.removeItem(atPath: output + "/a.txt.json")
        #expect(try batch().lines.mapValues(\.outcome) == ["a.txt": "converted", "b.txt": "unchanged"])
        #expect(outputs == ["a.txt.json", "b.txt.json"])
    }

    @Test("a batch without any place for results is refused")
    func nowhere() throws {
        #expect(try Program.run("batch", input)?.status == 64)
    }
}
