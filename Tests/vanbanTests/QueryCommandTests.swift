import Foundation
import Testing

@Suite(.enabled(if: Program.built != nil, "the program was not built"))
struct QueryCommandTests {
    private let folder: Folder
    private let database: String

    init() throws {
        folder = try Folder()
        database = folder.path("a.sqlite")
        _ = try Program.run("batch", Program.sample, Program.minimal, "--database", database, "--progress", "none")
    }

    private func query(_ arguments: String...) throws -> Program.Run {
        switch arguments.count {
        case 1: return try #require(try Program.run("query", arguments[0], "--database", database))
        case 2: return try #require(try Program.run("query", arguments[0], arguments[1], "--database", database))
        default:
            return try #require(
                try Program.run(
                    "query", arguments[0], arguments[1], arguments[2], "--database", database, "--format", "csv"))
        }
    }

    @Test(
        "every question is answered, and says how many rows there are",
        arguments: ["tasks", "scores", "documents", "duplicates", "diagnostics", "files"])
    func answers(question: String) throws {
        let run = try query(question)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.text.hasSuffix("rows\n") || run.text.hasSuffix("1 row\n"))
    }

    @Test("what is late is reckoned from the day given")
    func overdue() throws {
        let before = try Program.run(
            "query", "tasks", "--due", "overdue", "--today", "2024-01-01", "--database", database, "--format", "json")
        #expect(before?.text == "[]\n")
        let after = try Program.run(
            "query", "tasks", "--due", "overdue", "--today", "2026-01-01", "--database", database, "--format", "json")
        let rows = try JSONSerialization.jsonObject(with: try #require(after).output) as? [[String: Any]]
        #expect(try #require(rows).count > 5)
    }

    @Test("passages and citations are found")
    func found() throws {
        #expect(try query("search", "luat can bo").text.contains("minimal-decision.txt"))
        #expect(try query("citing", "76/NQ-CP").text.contains("provincial-papi-plan.txt"))
    }

    @Test("each format can be had, in a file that is whole")
    func formats() throws {
        for format in ["csv", "json", "markdown", "xlsx", "table"] {
            let file = folder.path("answer." + format)
            let run = try Program.run(
                "query", "tasks", "--database", database, "--format", format, "-o", file)
            #expect(run?.status == 0)
            let bytes = try Data(contentsOf: URL(filePath: file))
            #expect(bytes.count > 500)
            if format == "xlsx" { #expect(bytes.starts(with: [0x50, 0x4B])) }
        }
        #expect(try Program.run("query", "tasks", "--database", database, "--format", "xlsx")?.status == 64)
    }

    @Test("columns are written as they are asked for, and one that is not there is said")
    func columns() throws {
        let run = try query("documents", "--columns", "number,document")
        #expect(run.text.hasPrefix("number,document\r\n"))
        let wrong = try query("documents", "--columns", "nummer")
        #expect(wrong.status == 64)
        #expect(wrong.errors.contains("nummer"))
    }

    @Test("wrong questions end with 64, a database that is not there with 2")
    func statuses() throws {
        #expect(try query("tasks", "--due", "soon").status == 64)
        #expect(try query("search", "!").status == 64)
        let missing = folder.path("missing.sqlite")
        let run = try #require(try Program.run("query", "tasks", "--database", missing))
        #expect(run.status == 2)
        #expect(run.errors.contains(missing))
        #expect(!FileManager.default.fileExists(atPath: missing))
        let file = folder.path("answer.csv")
        _ = try Program.run("query", "tasks", "--database", missing, "-o", file)
        #expect(!FileManager.default.fileExists(atPath: file))
    }
}
