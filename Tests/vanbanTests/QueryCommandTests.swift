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
        arguments: ["tasks", "scores", "documents", "files", "records"])
    func answers(question: String) throws {
        let run = try query(question)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.text.hasSuffix("rows\n") || run.text.hasSuffix("1 row\n"))
    }

    @Test("a question without an answer says on standard error what nothing fits")
    func noAnswer() throws {
        let run = try query("tasks", "--lead=so khong co")
        #expect(run.status == 0)
        #expect(run.text.isEmpty)
        #expect(run.errors.contains("--lead 'so khong co'"))
        #expect(run.errors.contains("2 document(s)"))
        let both = try #require(
            try Program.run(
                "query", "tasks", "--lead", "STP", "--text", "bầu trưởng khu dân cư", "--database", database,
                language: "vi_VN.UTF-8"))
        #expect(both.errors.contains("đồng thời"))
        #expect(try query("documents", "--from", "2031-01-01").errors.contains("nothing fits --from 2031-01-01"))
        #expect(try query("duplicates").errors.contains("no row"))
    }

    @Test("an archive becomes one workbook, or a folder of CSV files")
    func records() throws {
        let workbook = folder.path("all.xlsx")
        #expect(
            try Program.run("query", "records", "--database", database, "--format", "xlsx", "-o", workbook)?.status == 0
        )
        #expect(try Data(contentsOf: URL(filePath: workbook)).starts(with: [0x50, 0x4B]))
        let tables = folder.path("tables")
        try FileManager.default.createDirectory(atPath: tables, withIntermediateDirectories: false)
        #expect(
            try Program.run("query", "records", "--database", database, "--format", "csv", "-o", tables)?.status == 0)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: tables).sorted() == [
                "references.csv", "scores.csv", "tasks.csv",
            ])
        let run = try Program.run(
            "query", "records", "--database", database, "--format", "csv", "--sheet", "tasks", "--sheet", "scores")
        #expect(run?.status == 64)
    }

    @Test("tasks can be counted, scores laid side by side")
    func summaries() throws {
        let counts = try query("tasks", "--by=dimension")
        #expect(counts.text.contains("PAPI") || counts.text.contains("Quản trị điện tử"))
        #expect(counts.text.contains("Overdue"))
        let scores = try query("scores", "--across=year")
        #expect(scores.text.contains("2022") && scores.text.contains("2023"))
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
        #expect(try files("search", "luat can bo").contains("minimal-decision.txt"))
        #expect(try files("citing", "76/NQ-CP") == ["provincial-papi-plan.txt"])
    }

    /// The names of the files in an answer's rows; from its JSON, since a table breaks long paths.
    private func files(_ question: String, _ asked: String) throws -> [String] {
        let run = try Program.run("query", question, asked, "--database", database, "--format", "json")
        let rows = try JSONSerialization.jsonObject(with: try #require(run).output) as? [[String: Any]]
        return try #require(rows).compactMap { ($0["document"] as? String).map { URL(filePath: $0).lastPathComponent } }
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
        let compared = try query("scores", "--across=year", "--columns=2023,dimensionCode")
        #expect(compared.text.hasPrefix("2023,dimensionCode\r\n"))
        #expect(try query("scores", "--across=year", "--columns=1999").status == 64)
    }

    @Test("wrong questions end with 64, a database that is not there with 2")
    func statuses() throws {
        #expect(try query("tasks", "--due", "soon").status == 64)
        #expect(try query("search", "!").status == 64)
        let missing = folder.path("missing.sqlite")
        let run = try #require(try Program.run("query", "tasks", "--database", missing))
        #expect(run.status == 2)
        #expect(run.errors.contains(missing) && run.errors.contains("batch"))
        let other = try folder.file("other.sqlite", "no database")
        #expect(try Program.run("query", "tasks", "--database", other)?.status == 2)
        #expect(!FileManager.default.fileExists(atPath: missing))
        let file = folder.path("answer.csv")
        _ = try Program.run("query", "tasks", "--database", missing, "-o", file)
        #expect(!FileManager.default.fileExists(atPath: file))
    }
}
