import Foundation
import Testing
import VanBanMessages
import VanBanModel
import VanBanValidation

@Suite(.enabled(if: Program.built != nil, "the program was not built"))
struct OtherCommandsTests {
    @Test("the help names every command and the exit statuses")
    func help() throws {
        let run = try #require(try Program.run("--help"))
        #expect(run.status == 0)
        for word in ["convert", "validate", "tables", "ledger", "schema", "explain", "Exit status", "64"] {
            #expect(run.text.contains(word))
        }
        #expect(try Program.run("--version")?.text.hasPrefix("vanban ") == true)
    }

    @Test("each command's help shows its options")
    func commandHelp() throws {
        let convert = try #require(try Program.run("convert", "--help")).text
        for option in ["--format", "--output", "--fail-on", "--quiet", "--lang"] {
            #expect(convert.contains(option))
        }
        #expect(try Program.run("ledger", "--help")?.text.contains("--only") == true)
    }

    @Test(
        "every command can be told to be quiet",
        arguments: [
            "convert", "validate", "tables", "review", "corrections report", "batch", "query tasks", "report", "ledger",
            "schema", "explain", "doctor",
        ])
    func quiet(command: String) throws {
        let words = command.split(separator: " ").map(String.init)
        let help = try #require(try Program.run(["vanban"] + words + ["--help"])).text
        #expect(help.contains("-q, --quiet"))
    }

    @Test("the ledger's lines cover every character of the file")
    func ledger() throws {
        let run = try #require(try Program.run("ledger", Program.sample))
        let bytes = Array(try Data(contentsOf: URL(filePath: Program.sample)))
        var isCovered = [Bool](repeating: false, count: bytes.count)
        for line in run.text.split(separator: "\n") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            #expect(fields.count >= 4)
            let ends = fields[0].split(separator: "-").compactMap { Int($0) }
            guard ends.count == 2, ends[0] <= ends[1], ends[1] <= bytes.count else {
                Issue.record("no range within the file: \(line)")
                continue
            }
            for offset in ends[0]..<ends[1] { isCovered[offset] = true }
            #expect(!fields[2].contains("!") && fields[2] != "unaccounted", "\(line)")
        }
        let missed = bytes.indices.filter { !isCovered[$0] && ![0x20, 0x09, 0x0A, 0x0D].contains(bytes[$0]) }
        #expect(missed.isEmpty)
        #expect(run.errors.contains("0 unaccounted"))
    }

    @Test("the ledger can be asked for some owners only")
    func ledgerOnly() throws {
        let run = try #require(try Program.run("ledger", Program.sample, "--only", "furniture"))
        let lines = run.text.split(separator: "\n")
        #expect(!lines.isEmpty)
        #expect(lines.allSatisfy { $0.contains("\tfurniture:") })
    }

    @Test(
        "a list of agencies is taken by convert, tables and ledger, and one with a fault ends them with 2 and its line")
    func agencies() throws {
        let folder = try Folder()
        let list = try folder.file("agencies.csv", "id,name\nquy-xanh,Quỹ Xanh\n")
        let faulty = try folder.file("faulty.csv", "id,name\nquy-xanh,\n")
        let plan = try folder.file(
            "plan.txt",
            """
            KẾ HOẠCH
            Kiểm tra công vụ năm 2024

            PHỤ LỤC
            DANH MỤC NHIỆM VỤ

            TT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian
            1\tKiểm tra công vụ\tBáo cáo\tQuỹ Xanh\tSở Nội vụ\tQuý II/2024
            """)
        let run = try #require(try Program.run("convert", plan, "--agencies", list))
        #expect(run.status == 0 && run.text.contains("\"quy-xanh\"") && !run.errors.contains("unknownAgency"))
        for command in ["convert", "tables", "ledger"] {
            #expect(try Program.run(command, plan, "--agencies", list)?.status == 0, "\(command)")
            let refused = try #require(try Program.run(command, plan, "--agencies", faulty))
            #expect(refused.status == 2 && refused.output.isEmpty, "\(command)")
            #expect(refused.errors.contains("faulty.csv: line 2: the name is empty"), "\(command)")
        }
        #expect(try Program.run("convert", plan, "--agencies", folder.path("none.csv"))?.status == 2)
    }

    @Test("the ledger of a file that cannot be read ends with 2")
    func ledgerMissing() throws {
        #expect(try Program.run("ledger", "no-such-file.txt")?.status == 2)
    }

    @Test("the schema is the JSON Schema that the package ships")
    func schema() throws {
        let run = try #require(try Program.run("schema"))
        let schema = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        #expect(try Data(contentsOf: Program.root.appending(path: "Schemas/vanban-1.schema.json")) == run.output)
    }

    @Test("every code is explained, in both languages", arguments: Language.allCases)
    func explain(_ language: Language) throws {
        let run = try #require(try Program.run("explain", "--lang", language.rawValue))
        for check in Check.all {
            let severity = Messages.text("severity." + check.severity.rawValue, in: language)
            #expect(run.text.contains("\(check.code) (\(severity))\n  \(check.message(in: language))"))
        }
    }

    @Test("one code is explained alone")
    func explainOne() throws {
        let run = try #require(try Program.run("explain", "raggedRow"))
        #expect(run.status == 0)
        #expect(run.text.hasPrefix("raggedRow (warning)\n"))
        #expect(run.text.split(separator: "\n").count == 3)
    }
}

/// The documents that people read.
@Suite(.enabled(if: Program.built != nil, "the program was not built"))
struct DocumentationTests {
    @Test("the pages of commands, codes and fields are what the program says, and links lead somewhere")
    func reference() throws {
        let program = try #require(Program.built).executable.path
        let script = Program.root.appending(path: "Documentation/reference.py").path
        let run = try #require(try Program.run(["python3", "-B", script, program, "--check"]))
        if run.status == 127 {
            print("Skipped: python3 was not found.")
            return
        }
        #expect(run.status == 0, "\(run.text)\(run.errors)")
    }

    @Test(
        "each code is explained in a row of its own, in the words of the program",
        arguments: [("codes.md", Language.english), ("codes.vi.md", .vietnamese)])
    func codes(_ file: String, _ language: Language) throws {
        let page = try String(contentsOf: Program.root.appending(path: "Documentation/" + file), encoding: .utf8)
        #expect(page.hasSuffix(Check.markdown(in: language) + "\n"))
        let rows = page.split(separator: "\n")
        for code in Check.all {
            let severity = Messages.text("severity." + code.severity.rawValue, in: language)
            #expect(rows.count { $0.hasPrefix("| `\(code.code)` | \(severity) |") } == 1, "\(code.code)")
        }
    }

    @Test("the library's pages build without a warning")
    func library() throws {
        let built = try #require(Program.built).executable.deletingLastPathComponent().path
        let folder = try Folder()
        let script = "command -v docc swift >/dev/null || exit 77; cd '\(Program.root.path)' && Documentation/docc.sh"
        let run = try #require(
            try Program.run(["bash", "-c", script + " '\(built)' '\(folder.path("docs"))'"]))
        if run.status == 77 {
            print("Skipped: docc was not found.")
            return
        }
        #expect(run.status == 0, "\(run.text)\(run.errors)")
        #expect(FileManager.default.fileExists(atPath: folder.path("docs/data/documentation/vanban.json")))
    }

    @Test("who comes new reads no more than 250 lines", arguments: ["README.md", "README.vi.md"])
    func short(_ file: String) throws {
        let text = try String(contentsOf: Program.root.appending(path: file), encoding: .utf8)
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 251)
        #expect(text.contains("make demo") && text.contains("make test") && text.contains(".png)"))
    }
}
