import Foundation
import Testing

/// Whole archives, made from the samples by `Tests/Scripts/corpus.py`, through the program and through the examples.
@Suite(.enabled(if: Program.built != nil, "the program was not built"), .serialized)
struct ArchiveTrialTests {
    // Without optimization everything takes longer.
    #if DEBUG
        private static let files = "60"
        private static let large = "700"
    #else
        private static let files = "200"
        private static let large = "3000"
    #endif

    private func run(_ program: String, _ arguments: [String]) throws -> Program.Run {
        try #require(try Program.run(["env", program] + arguments))
    }

    private func script(_ path: String) -> String { Program.root.appending(path: path).path }

    private var program: String {
        get throws { try #require(Program.built).executable.path }
    }

    @Test(
        "every record of a batch is convert's, every broken file is told, and runs that are killed or interrupted end with the same content",
        .timeLimit(.minutes(15)))
    func disturbed() throws {
        let found = try run(
            "python3",
            [
                "-B", script("Tests/Scripts/archive.py"), try program, "--files", Self.files, "--kills", "3", "--jobs",
                "2", "--large", Self.large,
            ])
        if found.status == 127 {
            print("Skipped: python3 was not found.")
            return
        }
        #expect(found.status == 0, "\(found.text)\(found.errors)")
        #expect(found.text.contains("All is well"))
    }

    @Test(
        "the example with Apache Spark writes the rows of the database to Parquet, also on a cluster that loses a worker",
        .timeLimit(.minutes(15)))
    func spark() throws {
        let prepared = script(".build/spark-venv/bin/python")
        let python = FileManager.default.isExecutableFile(atPath: prepared) ? prepared : "python3"
        let found = try run(python, ["-B", script("Examples/spark/test_convert_archive.py"), try program])
        if found.status == 77 || found.status == 127 {
            print(found.status == 77 ? found.text : "Skipped: python3 was not found.", terminator: "\n")
            return
        }
        #expect(found.status == 0, "\(found.text)\(found.errors)")
        for table in [
            "documents", "tasks", "agencies", "deadlines", "scores", "targets", "references", "diagnostics", "failures",
        ] {
            for way in ["paths", "content", "cluster"] { #expect(found.text.contains("\(way) \(table): ")) }
        }
        #expect(!found.text.contains("OTHERS"))
    }

    @Test("the example with GNU parallel gives what one program gives, in the same order")
    func parallel() throws {
        guard try run("parallel", ["--version"]).status == 0 else {
            print("Skipped: GNU parallel was not found.")
            return
        }
        let folder = try Folder()
        #expect(
            try run("python3", ["-B", script("Tests/Scripts/corpus.py"), folder.path("in"), "--files", "60"]).status
                == 0)
        // A program whose path has a space is one word all the same.
        let spaced = folder.path("the program")
        try FileManager.default.createSymbolicLink(atPath: spaced, withDestinationPath: try program)
        let found = try run(
            "bash", [script("Examples/parallel/convert.sh"), spaced, folder.path("out"), folder.path("in")])
        #expect(found.status == 1, "\(found.errors)")
        #expect(FileManager.default.contents(atPath: folder.path("out/answers.part")) == nil)
        let listed = try #require(try Program.run("batch", folder.path("in"), "--list"))
        let alone = try #require(try Program.run("convert", "--stdin-protocol", input: listed.output))
        let lines = alone.text.split(separator: "\n").map { String($0) }
        #expect(lines.count == 60)
        func written(_ name: String) throws -> [String] {
            try String(contentsOfFile: folder.path("out/" + name), encoding: .utf8).split(separator: "\n")
                .map { String($0) }
        }
        #expect(try written("records.ndjson") == lines.filter { !$0.hasPrefix(#"{"error":"#) })
        #expect(try written("failures.ndjson") == lines.filter { $0.hasPrefix(#"{"error":"#) })
        #expect(try written("failures.ndjson").count >= 9)
    }
}
