import Foundation
import Testing

/// A Python with the package `openpyxl`, which reads workbooks that others wrote.
private enum SheetValues {
    static let python: URL? = {
        let prepared = Program.root.appending(path: ".build/schema-venv/bin/python")
        guard FileManager.default.isExecutableFile(atPath: prepared.path),
            let run = try? Program.run("-c", "import openpyxl", executable: prepared), run.status == 0
        else { return nil }
        return prepared
    }()

    static let script = Program.root.appending(path: "Tests/Scripts/sheet_values.py").path

    /// Header and rows of a kind in a file, as texts.
    static func rows(of file: String, _ title: String) throws -> [[String]] {
        let run = try #require(try Program.run(script, file, title, executable: python))
        try #require(run.status == 0, "\(file): \(run.errors)")
        return try #require(try JSONSerialization.jsonObject(with: run.output) as? [[String]])
    }
}

@Suite(
    "Values are the same wherever they are written",
    .enabled(if: Program.built != nil && SheetValues.python != nil, "no program, or no Python with 'openpyxl'"))
struct SameValuesTests {
    private static let kinds = [("tasks", "Tasks"), ("scores", "Scores"), ("references", "References")]
    private static let formats = [("csv", "csv"), ("xlsx", "xlsx"), ("markdown", "md")]

    private let folder: Folder

    init() throws { folder = try Folder() }

    /// The file of a kind that each command makes of a document, by command.
    private func files(of input: String, _ kind: String, _ format: String, _ ending: String) throws -> [String: String]
    {
        let converted = folder.path("converted.\(kind).\(ending)")
        let asked = folder.path("asked.\(kind).\(ending)")
        let batched = folder.path("batched-\(format)")
        let database = folder.path("a.sqlite")
        let runs = [
            format == "csv"
                ? try Program.run("convert", "-q", input, "--format", format, "--sheet", kind, "-o", converted)
                : try Program.run("convert", "-q", input, "--format", format, "-o", converted),
            try Program.run(
                "batch", input, "--database", database, "-o", batched, "--format", format, "--progress", "none"),
            try Program.run(
                "query", "records", "--database", database, "--sheet", kind, "--format", format, "-o", asked),
        ]
        for run in runs { #expect(run?.status == 0, "\(run?.errors ?? "")") }
        let all = FileManager.default.enumerator(atPath: batched)?.compactMap { $0 as? String } ?? []
        let ends = format == "csv" ? ".\(kind).csv" : "." + ending
        let file = try #require(all.first { $0.hasSuffix(ends) }, "\(all)")
        return ["convert": converted, "batch": batched + "/" + file, "query": asked]
    }

    @Test(
        "whichever command and format they are had from",
        arguments: ["provincial-papi-plan.txt", "commune-plan-2026.word.docx", "provincial-reform-plan.html"])
    func same(sample: String) throws {
        let input = Program.root.appending(path: "Samples/" + sample).path
        for (kind, title) in Self.kinds {
            var expected: [[String]]?
            for (format, ending) in Self.formats {
                for (command, file) in try files(of: input, kind, format, ending).sorted(by: { $0.key < $1.key }) {
                    let isEmpty = expected.map { $0.count == 1 } ?? false
                    // A table without rows is left out of a page.
                    if format == "markdown", isEmpty { continue }
                    // The first column names the document: the file for one command, its path for the others.
                    let rows = try SheetValues.rows(of: file, title).map { Array($0.dropFirst()) }
                    guard let known = expected else {
                        expected = rows
                        continue
                    }
                    let fitting = try same(format, rows, known, input, kind, title)
                    #expect(fitting, "\(sample): \(command) \(format) \(kind)")
                }
            }
        }
    }

    /// Whether rows of a format are those of the CSV. Workbooks and pages have headings for people; pages leave columns out
    /// that are for programs.
    private func same(
        _ format: String, _ rows: [[String]], _ known: [[String]], _ input: String, _ kind: String, _ title: String
    ) throws -> Bool {
        switch format {
        case "csv": return rows == known
        case "xlsx": return Array(rows.dropFirst()) == Array(known.dropFirst())
        default:
            let workbook = try SheetValues.rows(of: folder.path("converted.\(kind).xlsx"), title)
            let columns = try rows[0].map { heading in
                try #require(workbook[0].dropFirst().firstIndex(of: heading), "\(heading)") - 1
            }
            return rows.dropFirst().elementsEqual(known.dropFirst().map { row in columns.map { row[$0] } })
        }
    }

    @Test("and they are those of the record")
    func asInTheRecord() throws {
        let input = Program.sample
        let record = try JSONSerialization.jsonObject(
            with: try #require(try Program.run("convert", "-q", input)).output)
        let tasks = try #require((record as? [String: Any])?["tasks"] as? [[String: Any]])
        let file = folder.path("tasks.xlsx")
        _ = try Program.run("convert", "-q", input, "--format", "xlsx", "--sheet", "tasks", "-o", file)
        let rows = try SheetValues.rows(of: file, "Tasks")
        for (heading, key) in [("Task", "task"), ("Lead as printed", "lead"), ("Deadline as printed", "deadline")] {
            let column = try #require(rows[0].firstIndex(of: heading))
            #expect(rows.dropFirst().map { $0[column] } == tasks.map { $0[key] as? String ?? "" }, "\(key)")
        }
        let due = try #require(rows[0].firstIndex(of: "Due"))
        for (row, task) in zip(rows.dropFirst(), tasks) {
            let deadlines = try #require(task["deadlines"] as? [[String: Any]])
            let ends = deadlines.map { $0["end"] as? String }
            #expect(row[due] == (ends.contains(nil) ? "" : ends.compactMap { $0 }.max() ?? ""))
        }
    }
}
