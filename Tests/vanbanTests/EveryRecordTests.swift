import Foundation
import Testing

/// Every record that the program makes of a document that is at hand: the package's own, and those that may lie beside it.
@Suite("Every record at hand", .enabled(if: Program.built != nil, "the program was not built"))
struct EveryRecordTests {
    /// Beside the package, or where the environment's VANBAN_SHARED says.
    private static let shared =
        ProcessInfo.processInfo.environment["VANBAN_SHARED"].map { URL(filePath: $0) }
        ?? Program.root.appending(path: "../shared").standardizedFileURL
    private static let folders = ["eval/cases", "eval/documents", "seeds", "real"].map {
        shared.appending(path: $0).path
    }
    .filter { FileManager.default.fileExists(atPath: $0) }
    private static let samples = Program.root.appending(path: "Samples").path

    /// A Python with the package `jsonschema`.
    private static let python: URL? = {
        let prepared = Program.root.appending(path: ".build/schema-venv/bin/python")
        guard FileManager.default.isExecutableFile(atPath: prepared.path),
            (try? Program.run("-c", "import jsonschema", executable: prepared))??.status == 0
        else { return nil }
        return prepared
    }()

    @Test(
        "is valid against the schema, by a validator that is not ours",
        .enabled(if: python != nil, "no Python with the package 'jsonschema'"), arguments: [samples] + folders)
    func isValid(_ source: String) throws {
        let folder = try Folder()
        let output = folder.path("records")
        // Documents that are refused are no matter here.
        _ = try Program.run("batch", source, "--output", output, "--format", "ndjson", "--progress", "none")
        let records = FileManager.default.enumerator(atPath: output)?.compactMap { $0 as? String } ?? []
        let files = records.filter { $0.hasSuffix(".ndjson") }.sorted()
        try #require(!files.isEmpty)
        let all = folder.path("all.ndjson")
        var text = Data()
        for file in files { text += try Data(contentsOf: URL(filePath: output + "/" + file)) }
        try text.write(to: URL(filePath: all))
        let run = try #require(
            try Program.run(
                Program.root.appending(path: "Tests/validate-records.py").path,
                Program.root.appending(path: "Schemas/vanban-1.schema.json").path, all, executable: Self.python))
        #expect(run.status == 0, "\(source): \(run.errors)")
    }

    @Test("holds every word of its source, by another program's count", arguments: [samples, samples + "/layouts"])
    func isComplete(_ source: String) throws {
        let program = try #require(Program.built).executable.path
        let names = try FileManager.default.contentsOfDirectory(atPath: source).sorted()
        let files = names.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".html") || $0.hasSuffix(".docx") }
        let run = try #require(
            try Program.run(
                ["python3", "-B", Program.root.appending(path: "Tests/Scripts/independent_count.py").path, program]
                    + files.map { source + "/" + $0 }))
        if run.status == 127 {
            print("Skipped: python3 was not found.")
            return
        }
        #expect(run.status == 0, "\(run.text)\(run.errors)")
        #expect(run.text == "\(files.count) counted\n")
    }

    @Test("a word that is lost is named by that count")
    func countNotices() throws {
        let folder = try Folder()
        let record = try #require(try Program.run("convert", Program.minimal, "--quiet"))
        // A program that loses a word of every document.
        let text = record.text.replacingOccurrences(of: "Cán bộ, công chức", with: "Cán bộ")
        _ = try folder.file("record.json", text)
        let program = try folder.file(
            "loses", "#!/bin/sh\nif [ \"$1\" = convert ]; then cat '\(folder.path("record.json"))'; fi\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        let run = try #require(
            try Program.run([
                "python3", "-B", Program.root.appending(path: "Tests/Scripts/independent_count.py").path, program,
                Program.minimal,
            ]))
        if run.status == 127 { return }
        #expect(run.status == 1)
        #expect(run.text.contains("in no string of the record: ") && run.text.contains("chức ("), "\(run.text)")
    }
}
