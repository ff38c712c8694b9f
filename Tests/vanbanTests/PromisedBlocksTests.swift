import Foundation
import Testing

/// A block of code in one of the documents that people read.
struct PromisedBlock: CustomTestStringConvertible, Sendable {
    var file: String
    var line: Int
    var language: String
    var text: String
    var testDescription: String { "\(file):\(line) (\(language))" }

    static let all: [PromisedBlock] = {
        let documents =
            (try? FileManager.default.contentsOfDirectory(
                atPath: Program.root.appending(path: "Documentation").path)) ?? []
        let files =
            ["README.md", "README.vi.md"]
            + documents.filter { $0.hasSuffix(".md") }.sorted().map { "Documentation/" + $0 }
            + ["VanBan.md", "GettingStarted.md"].map { "Sources/VanBan/VanBan.docc/" + $0 }
        return files.flatMap { file -> [PromisedBlock] in
            let text = (try? String(contentsOf: Program.root.appending(path: file), encoding: .utf8)) ?? ""
            var blocks: [PromisedBlock] = []
            var open: PromisedBlock?
            for (index, line) in text.components(separatedBy: "\n").enumerated() {
                if line.hasPrefix("```") {
                    if let block = open { blocks.append(block) }
                    open =
                        open == nil
                        ? PromisedBlock(file: file, line: index + 1, language: String(line.dropFirst(3)), text: "")
                        : nil
                } else {
                    open?.text += line + "\n"
                }
            }
            return blocks
        }
    }()

    static func all(of languages: String...) -> [PromisedBlock] { all.filter { languages.contains($0.language) } }

    /// The lines of shell blocks that a test can't run, by words of theirs, each with its reason.
    static let notRun = [
        "make demo": "builds the release, which whoever runs the tests may have at work already",
        "make test": "is what runs this test",
        "make install": "builds the release",
        "make deb": "builds the release",
        "make dist": "builds the release",
        "make fuzz": "runs as long as it is told to, and builds everything anew for it",
        "make mutate": "builds the release, and takes minutes",
        "make sanitize": "runs every test twice",
        "make count": "builds the release; the test of the count runs its script",
        "vanban-mutate": "is built for fuzzing alone",
        "--sshlogin": "wants other machines",
        "pip install": "fetches half a gigabyte; `make spark-test` does it",
        "asterocr_lines.py": "wants a recogniser that its user installs",
        "-m venv": "makes a place for a recogniser that its user installs",
        "Examples/spark/convert_archive.py": "wants Apache Spark; `make spark-test` runs it",
        "spark-submit": "wants a cluster",
        "apt install": "installs what is there already",
    ]

    /// The commands of a shell block that are run: without those that can't be, and with folders of this machine's own.
    var script: String {
        let text = text.replacing("\\\n", with: " ")
        var lines: [Substring] = []
        for line in text.split(separator: "\n") {
            // A command that goes on behind a bar is one.
            if let last = lines.last, last.hasSuffix("|") {
                lines[lines.count - 1] = last + " " + line
            } else {
                lines.append(line)
            }
        }
        return lines.filter { line in !Self.notRun.keys.contains { line.contains($0) } }.joined(separator: "\n")
            .replacing("/srv", with: "srv")
    }
}

@Suite("What the documents promise", .enabled(if: Program.built != nil, "the program was not built"))
struct PromisedBlocksTests {
    private let folder: Folder

    /// A folder as the documents speak of: samples, an archive, a document of one's own.
    init() throws {
        folder = try Folder()
        let manager = FileManager.default
        let samples = Program.root.appending(path: "Samples")
        try manager.copyItem(at: samples, to: folder.url.appending(path: "Samples"))
        let examples = folder.url.appending(path: "Examples")
        try manager.createDirectory(at: examples, withIntermediateDirectories: true)
        try manager.copyItem(
            at: Program.root.appending(path: "Examples/import"), to: examples.appending(path: "import"))
        for name in [
            "plan.txt", "incoming/plan.docx", "moi-den/plan.docx", "archive/1.docx", "kho/1.docx", "srv/1.docx",
        ] {
            let file = folder.url.appending(path: name)
            try manager.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            let sample = name.hasSuffix(".txt") ? "minimal-decision.txt" : "minimal-decision.word.docx"
            try manager.copyItem(at: samples.appending(path: sample), to: file)
        }
        let corrections = #"{"schemaVersion":"1.0","document":{"name":"plan.txt","sha256":"0"},"corrections":[]}"#
        for name in ["corrections", "hieu-chinh"] {
            let file = folder.url.appending(path: name + "/plan.txt.corrections.json")
            try manager.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(corrections.utf8).write(to: file)
        }
        try manager.copyItem(
            at: samples.appending(path: "minimal-decision.html"), to: folder.url.appending(path: "2.html"))
        _ = try shell(
            """
            python3 -m zipfile -c archive/more.zip 2.html && cp archive/more.zip more.zip && cp archive/more.zip them.zip
            rm 2.html
            """)
    }

    private func shell(_ script: String) throws -> Program.Run {
        let built = try #require(Program.built).executable.deletingLastPathComponent().path
        let start = "cd '\(folder.url.path)' && export PATH='\(built)':\"$PATH\"\n"
        return try #require(try Program.run(["bash", "-e", "-o", "pipefail", "-c", start + script]))
    }

    @Test("there are blocks of every kind, and none of a kind that nobody checks")
    func kinds() {
        let known: Set = ["sh", "json", "text", "csv", "sql", "swift", "console"]
        for block in PromisedBlock.all { #expect(known.contains(block.language), "\(block.testDescription)") }
        for language in known { #expect(PromisedBlock.all.contains { $0.language == language }, "\(language)") }
    }

    @Test(
        "commands run, each in its block's order", arguments: PromisedBlock.all(of: "sh").filter { !$0.script.isEmpty })
    func commands(_ block: PromisedBlock) throws {
        if block.text.contains("jq "), try shell("command -v jq || true").output.isEmpty {
            print("Skipped: \(block.testDescription) wants jq.")
            return
        }
        let run = try shell(block.script)
        #expect(run.status == 0, "\(block.script)\n\(run.errors)")
    }

    @Test("what make is told to do is a target of it")
    func targets() throws {
        let lines = PromisedBlock.all(of: "sh").flatMap { $0.text.split(separator: "\n") }.filter {
            $0.hasPrefix("make ")
        }
        #expect(lines.count > 4)
        for line in lines {
            let run = try shell("make -n -C '\(Program.root.path)' " + line.dropFirst(5))
            #expect(run.status == 0, "\(line): \(run.errors)")
        }
    }

    @Test("each reason for not running a line is that of a line")
    func reasons() {
        let texts = PromisedBlock.all(of: "sh", "console").map(\.text).joined()
        for words in PromisedBlock.notRun.keys { #expect(texts.contains(words), "\(words)") }
    }

    @Test("commands print what is shown below them", arguments: PromisedBlock.all(of: "console"))
    func shown(_ block: PromisedBlock) throws {
        var command: String?
        var expected = ""
        func check() throws {
            guard let command else { return }
            let run = try shell(command)
            #expect(run.status == 0, "\(command): \(run.errors)")
            #expect(run.text == expected)
        }
        for line in block.text.split(separator: "\n") {
            if line.hasPrefix("$ ") {
                try check()
                command = String(line.dropFirst(2))
                expected = ""
            } else {
                expected += line + "\n"
            }
        }
        try check()
    }

    @Test("JSON is JSON", arguments: PromisedBlock.all(of: "json"))
    func json(_ block: PromisedBlock) throws {
        let value = try #require(try JSONSerialization.jsonObject(with: Data(block.text.utf8)) as? [String: Any])
        guard value["disable"] != nil else { return }
        // Settings are taken as they are shown.
        let settings = try folder.file("settings.json", block.text)
        let run = try #require(try Program.run("validate", Program.minimal, "--config", settings))
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test("the row of JSON that is shown first is what the sample gives", arguments: ["README.md", "README.vi.md"])
    func firstRow(_ file: String) throws {
        let block = try #require(PromisedBlock.all(of: "json").first { $0.file == file && $0.text.contains("task-1") })
        let shown = try #require(try JSONSerialization.jsonObject(with: Data(block.text.utf8)) as? [String: Any])
        let run = try #require(try Program.run("convert", Program.sample, "--quiet"))
        let record = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
        let task = try #require((record["tasks"] as? [[String: Any]])?.first)
        #expect(Self.holds(task, shown), "\(shown)")
    }

    /// Whether a value has all that is shown of it.
    private static func holds(_ value: Any?, _ shown: Any) -> Bool {
        if let shown = shown as? [String: Any] {
            let value = value as? [String: Any]
            return shown.allSatisfy { holds(value?[$0.key], $0.value) }
        }
        if let shown = shown as? [Any] {
            let values = value as? [Any] ?? []
            return shown.count == values.count && zip(values, shown).allSatisfy { holds($0, $1) }
        }
        return value.map { "\($0)" } == "\(shown)"
    }

    @Test("a list of agencies is taken as it is shown", arguments: PromisedBlock.all(of: "csv"))
    func agencies(_ block: PromisedBlock) throws {
        let run = try #require(
            try Program.run("convert", Program.minimal, "--agencies", folder.file("agencies.csv", block.text)))
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test("a query is one of the database, and finds rows", arguments: PromisedBlock.all(of: "sql"))
    func query(_ block: PromisedBlock) throws {
        _ = try folder.file("query.sql", block.text)
        let run = try shell(
            """
            vanban batch Samples/provincial-papi-plan.txt --database archive.sqlite --progress none
            python3 -c 'import sqlite3; print(len(sqlite3.connect("archive.sqlite").execute(open("query.sql").read()).fetchall()))'
            """)
        #expect(run.status == 0, "\(run.errors)")
        #expect((run.text.split(separator: "\n").last.flatMap { Int($0) } ?? 0) > 0, "\(run.text)")
    }

    @Test("text between marks of its own is what the program prints, which other tests compare")
    func printedText() throws {
        for block in PromisedBlock.all(of: "text") {
            let text = try String(contentsOf: Program.root.appending(path: block.file), encoding: .utf8)
            let before = text.components(separatedBy: "\n")[block.line - 2]
            #expect(["<!-- validate -->", "<!-- tables -->"].contains(before), "\(block.testDescription)")
        }
    }

    @Test("programs compile against the library", arguments: PromisedBlock.all(of: "swift"))
    func programs(_ block: PromisedBlock) throws {
        guard try shell("command -v swiftc || true").output.isEmpty == false else {
            print("Skipped: swiftc was not found.")
            return
        }
        let built = try #require(Program.built).executable.deletingLastPathComponent()
        var maps = ["CLibXML2", "CLibZip", "CLibXLSXWriter", "CNettle"].map {
            Program.root.appending(path: "Sources/\($0)/module.modulemap").path
        }
        maps.append(built.appending(path: "CSyllables.build/module.modulemap").path)
        let flags = maps.map { "-Xcc '-fmodule-map-file=\($0)'" }.joined(separator: " ")
        let run = try shell(
            "swiftc -typecheck -swift-version 6 -I '\(built.path)/Modules' $(pkg-config --cflags libxml-2.0) \(flags) '"
                + (try folder.file("main.swift", block.text)) + "'")
        #expect(run.status == 0, "\(run.errors)")
    }
}
