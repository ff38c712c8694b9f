import Foundation
import Testing

/// No input is written over, and no output takes another's place.
@Suite(.enabled(if: Program.built != nil, "the program was not built"))
struct OutputSafetyTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        for name in ["a", "b", "out"] {
            try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: true)
        }
    }

    private func input(_ name: String, _ sample: String = Program.minimal) throws -> String {
        try FileManager.default.copyItem(atPath: sample, toPath: folder.path(name))
        return folder.path(name)
    }

    private func shell(_ command: String) throws -> Program.Run {
        let program = try #require(Program.built).executable.path
        return try #require(
            try Program.run(["env", "bash", "-c", "cd \"$1\" && V=$2 && \(command)", "-", folder.url.path, program]))
    }

    private var outputs: [String] {
        let all = FileManager.default.enumerator(atPath: folder.path("out"))?.compactMap { $0 as? String } ?? []
        return all.filter { $0.hasSuffix(".json") }.sorted()
    }

    private func sources(_ text: String) throws -> [[String: Any]] {
        try text.split(separator: "\n").map { line in
            let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return try #require(record?["source"] as? [String: Any])
        }
    }

    @Test("inputs of one name are named apart by their endings, or by their folders")
    func namedApart() throws {
        for name in ["a/qd.txt", "b/qd.txt", "a/kh.txt", "a/kh.text", "a/alone.txt"] { _ = try input(name) }
        let run = try shell("$V convert -q a/qd.txt b/qd.txt a/kh.txt a/kh.text a/alone.txt -o out")
        #expect(run.status == 0, "\(run.errors)")
        #expect(outputs == ["a/qd.txt.json", "alone.json", "b/qd.txt.json", "kh.text.json", "kh.txt.json"])
        for (file, path) in [("a/qd.txt.json", "a/qd.txt"), ("b/qd.txt.json", "b/qd.txt")] {
            let written = try Data(contentsOf: URL(filePath: folder.path("out/" + file)))
            let record = try JSONSerialization.jsonObject(with: written)
            let source = (record as? [String: Any])?["source"] as? [String: Any]
            #expect(source?["path"] as? String == path)
        }
    }

    @Test(
        "a dash is standard output",
        arguments: [
            "convert -q", "tables -q", "validate --format json", "review -q", "report -q --today 2026-01-01",
        ])
    func dash(_ command: String) throws {
        _ = try input("a/qd.txt", Program.sample)
        let plain = try shell("$V \(command) a/qd.txt")
        let run = try shell("$V \(command) a/qd.txt -o -")
        #expect(run.status == plain.status, "\(run.errors)")
        #expect(!run.output.isEmpty)
        #expect(run.output == plain.output)
        #expect(!FileManager.default.fileExists(atPath: folder.path("-")))
    }

    @Test("a batch has no standard output for its records; its report has")
    func dashOfBatch() throws {
        _ = try input("a/qd.txt")
        for option in ["--output -", "--database -"] {
            let run = try shell("$V batch a \(option) --lang en")
            #expect(run.status == 64)
            #expect(run.errors.contains("instead of a dash"))
        }
        let run = try shell("$V batch a --output out --report - --progress none")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.text.split(separator: "\n").count == 2)
        #expect(run.text.contains("\"summary\":true"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("-")))
    }

    @Test("what cannot be named apart is refused before anything is written")
    func refused() throws {
        _ = try input("a/qd.txt")
        for files in ["a/qd.txt a/qd.txt", "a/qd.txt ./a//qd.txt"] {
            let run = try shell("$V convert -q \(files) -o out --lang en")
            #expect(run.status == 64)
            #expect(run.errors.contains("one output"))
        }
        #expect(try shell("$V convert -q a/qd.txt a/qd.txt -o out --lang vi").errors.contains("chung một kết quả"))
        #expect(outputs.isEmpty)
    }

    @Test("the path tells records of several files apart, in rows where the name does not, and standard input has none")
    func path() throws {
        _ = try input("a/qd.txt", Program.sample)
        _ = try input("b/qd.txt", Program.sample)
        let records = try shell("$V convert -q a/qd.txt ./b/qd.txt --format ndjson")
        #expect(try sources(records.text).map { $0["path"] as? String } == ["a/qd.txt", "./b/qd.txt"])
        #expect(try sources(records.text).map { $0["name"] as? String } == ["qd.txt", "qd.txt"])
        let piped = try shell("$V convert -q - --format ndjson < a/qd.txt")
        #expect(try sources(piped.text).first?["path"] is NSNull)
        let rows = try shell("$V convert -q a/qd.txt b/qd.txt --format csv").text
        #expect(rows.contains("\r\na/qd.txt,") && rows.contains("\r\nb/qd.txt,"))
        #expect(try shell("$V convert -q a/qd.txt --format csv").text.contains("\r\nqd.txt,"))
    }

    @Test(
        "an input is never written over, whatever name or link leads to it",
        arguments: [
            "convert a/qd.txt -o a/qd.txt", "convert a/qd.txt -o a/../a/qd.txt", "convert a/qd.txt -o link",
            "convert link -o a/qd.txt", "convert a/qd.txt -o hard", "convert - -o a/qd.txt < a/qd.txt",
            "tables a/qd.txt -o a/qd.txt", "validate a/qd.txt -o link", "convert b/qd.txt --agencies a/qd.json -o a",
            "convert b/qd.txt --agencies a/qd.txt -o a/qd.txt", "batch a --database x.sqlite --report a/qd.txt",
            "batch b --database x.sqlite --agencies a/qd.txt --report a/qd.txt",
            "batch b --database new.sqlite --report ./new.sqlite",
        ])
    func inputIsKept(command: String) throws {
        for name in ["a/qd.txt", "a/qd.json", "b/qd.txt"] { _ = try input(name) }
        try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "a/qd.txt")
        try FileManager.default.linkItem(atPath: folder.path("a/qd.txt"), toPath: folder.path("hard"))
        let run = try shell("$V \(command) --lang en")
        #expect(run.status == 64 || command.contains("--agencies") && run.status == 2, "\(run.errors)")
        let original = FileManager.default.contents(atPath: Program.minimal)
        for name in ["a/qd.txt", "hard", "link", "a/qd.json"] {
            #expect(FileManager.default.contents(atPath: folder.path(name)) == original)
        }
    }

    @Test("a database is not written over by the answer to a question")
    func database() throws {
        _ = try input("a/qd.txt")
        #expect(try shell("$V batch a --database x.sqlite --progress none").status == 0)
        let before = FileManager.default.contents(atPath: folder.path("x.sqlite"))
        let run = try shell("$V query tasks --database x.sqlite --format csv -o x.sqlite --lang vi")
        #expect(run.status == 64)
        #expect(run.errors.contains("tệp đầu vào"))
        #expect(FileManager.default.contents(atPath: folder.path("x.sqlite")) == before)
    }

    @Test("a pipe that nobody writes to is refused at once, one that the shell made is read")
    func pipes() throws {
        _ = try input("a/qd.txt")
        let run = try shell("mkfifo pipe && timeout 20 $V convert pipe --lang en")
        #expect(run.status == 2)
        #expect(run.errors.contains("pipe: is no file"))
        #expect(try shell("$V convert -q /dev/null --lang vi").errors.contains("không phải tệp"))
        #expect(try shell("$V convert -q <(cat a/qd.txt)").status == 0)
        #expect(try shell("cat a/qd.txt | $V convert -q /dev/stdin").status == 0)
        #expect(try shell("$V convert -q /dev/fd/0 < a/qd.txt").status == 0)
    }

    @Test("a file beyond the process's limit is told, and leaves nothing behind")
    func fileLimit() throws {
        _ = try input("a/qd.txt", Program.sample)
        let run = try shell("ulimit -f 16; $V convert -q a/qd.txt -o out/x.json")
        #expect(run.status == 2, "\(run.errors)")
        #expect(run.errors.contains("out/x.json"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("out")).isEmpty)
    }

    @Test("control characters of a name reach no terminal")
    func names() throws {
        _ = try input("a/\u{1B}[2J\nx.txt")
        for command in [
            "convert a/*", "convert a/*gone", "validate a/*none", "batch a/gone* --database x.sqlite",
            "convert a -\u{1B}x",
        ] {
            let run = try shell("$V \(command)")
            #expect(!run.errors.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        }
        #expect(try shell("$V convert a/*").errors.contains(#"a/\x1B[2J\x0Ax.txt: "#))
    }

    @Test("formulas in CSV are kept for programs, and texts where a spreadsheet reads the file or it is asked for")
    func formulas() throws {
        let text = """
            KẾ HOẠCH
            Nâng cao Chỉ số PAPI năm 2024

            I. NHIỆM VỤ
            - Rà soát thủ tục hành chính.
            =HYPERLINK("http://x","y") là công thức.

            """
        _ = try folder.file("kh.txt", text)
        func sections(_ options: String) throws -> String {
            try shell("$V convert -q kh.txt --format csv --sheet sections \(options)").text
        }
        #expect(!(try sections("")).contains("'="))
        #expect(try sections("").contains("=HYPERLINK") && !sections("--csv-formulas keep --bom").contains("'="))
        #expect(try sections("--bom").contains("'="))
        #expect(try sections("--csv-formulas escape").contains("'="))
        #expect(try shell("$V convert kh.txt --csv-formulas perhaps").status == 64)
    }

    @Test(
        "a question without a word is a mistake of usage",
        arguments: [
            "tasks --text ''", "tasks --text '!'", "tasks --document ''", "tasks --dimension ''", "tasks --lead ' '",
            "scores --unit ''", "scores --dimension '-'", "documents --issuer ''", "citing ''", "citing 1 --issuer ''",
            "records --document ''", "search ''",
        ])
    func noWord(question: String) throws {
        _ = try input("a/qd.txt")
        _ = try shell("$V batch a --database x.sqlite --progress none")
        let run = try shell("$V query \(question) --database x.sqlite")
        #expect(run.status == 64)
        #expect(run.text.isEmpty)
    }
}
