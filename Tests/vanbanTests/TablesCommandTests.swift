import Foundation
import Testing
import VanBanExport

@Suite(.enabled(if: Program.built != nil, "the program was not built"))
struct TablesCommandTests {
    private static let commune = Program.root.appending(path: "Samples/commune-plan-2026.txt").path

    @Test("text keeps to the width that it is given, on every sample", arguments: [20, 50, 80, 120, 200])
    func width(_ width: Int) throws {
        for file in [Program.sample, Self.commune, Program.minimal] {
            let run = try #require(try Program.run("tables", file, "--width", "\(width)"))
            #expect(run.status == 0)
            let wide = run.text.split(separator: "\n").filter { DisplayWidth.of($0) > width }
            #expect(wide.isEmpty, "\(wide)")
        }
    }

    @Test("piped text has no colours and is 120 columns wide; colours can be had")
    func piped() throws {
        let run = try #require(try Program.run("tables", Self.commune))
        #expect(!run.text.contains("\u{1B}"))
        #expect(run.text.split(separator: "\n").map { DisplayWidth.of($0) }.max() == 120)
        #expect(run.text.contains("│12 #9 │") && run.text.contains("ngày"))
        #expect(run.errors.isEmpty)
        #expect(try Program.run("tables", Self.commune, "--color", "always")?.text.contains("\u{1B}[1m") == true)
        #expect(try Program.run("tables", Self.commune, "--color", "never")?.text == run.text)
    }

    @Test("lines are ASCII where the locale is not UTF-8, or when asked for")
    func ascii() throws {
        let plain = try #require(try Program.run("tables", Self.commune, language: "C")).text
        #expect(!plain.contains("│") && plain.contains("|12 #9 |"))
        #expect(try Program.run("tables", Self.commune, "--ascii")?.text == plain)
    }

    @Test("the reader's language is used", arguments: [("en", "tab-delimited"), ("vi", "ngăn cách bằng dấu tab")])
    func language(_ code: String, _ words: String) throws {
        #expect(try Program.run("tables", Self.commune, "--lang", code)?.text.contains(words) == true)
    }

    @Test("JSON is one document for a file, and a line for each of several")
    func json() throws {
        let one = try #require(try Program.run("tables", Self.commune, "--format", "json"))
        let document = try #require(try JSONSerialization.jsonObject(with: one.output) as? [String: Any])
        #expect(document["file"] as? String == "commune-plan-2026.txt")
        #expect((document["tables"] as? [Any])?.count == 1)
        let several = try #require(try Program.run("tables", Self.commune, Program.minimal, "--format", "json"))
        let lines = several.text.split(separator: "\n")
        #expect(lines.count == 2)
        for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    }

    @Test("CSV of several files has an empty line between tables, and none before the first")
    func csv() throws {
        let run = try #require(
            try Program.run("tables", Program.minimal, Self.commune, Program.sample, "--format", "csv"))
        #expect(run.text.hasPrefix("file,table,row,kind,task,line,doubts,"))
        #expect(run.text.components(separatedBy: "\r\n\r\n").count == 2)
        #expect(run.errors == "\(Program.minimal): the document has no tables\n")
        let folder = try Folder()
        _ = try Program.run(
            "tables", Program.minimal, Self.commune, Program.sample, "--format", "csv", "-o", folder.path("tables.csv"))
        #expect(try Data(contentsOf: URL(filePath: folder.path("tables.csv"))) == run.output)
    }

    @Test("a page is written whole to its file")
    func html() throws {
        let folder = try Folder()
        let run = try #require(
            try Program.run("tables", Self.commune, "--format", "html", "-o", folder.path("page.html")))
        #expect(run.status == 0 && run.output.isEmpty)
        #expect(folder.names == ["page.html"])
        let page = try String(contentsOf: URL(filePath: folder.path("page.html")), encoding: .utf8)
        #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
        // The source as it stands, tabs and all.
        #expect(page.contains("<pre lang=\"vi\">1\tBan hành quy định"))
    }

    @Test("a table that is not there ends with 2, and leaves an old file as it was")
    func missingTable() throws {
        let folder = try Folder()
        let old = try folder.file("old.csv", "old")
        let run = try #require(
            try Program.run("tables", Self.commune, "--table", "2", "--format", "csv", "-o", old))
        #expect(run.status == 2)
        #expect(run.errors.contains("there is no table 2; the document has 1"))
        #expect(try String(contentsOf: URL(filePath: old), encoding: .utf8) == "old")
        #expect(try Program.run("tables", Self.commune, "--table", "1")?.status == 0)
    }

    @Test("what cannot be read is said, the rest is shown, and the status is 2")
    func unreadable() throws {
        let run = try #require(try Program.run("tables", "no-such-file.txt", Self.commune))
        #expect(run.status == 2)
        #expect(run.text.hasPrefix("table-1 (commune-plan-2026.txt)"))
        #expect(run.errors.contains("no-such-file.txt"))
    }

    @Test("standard input is read")
    func input() throws {
        let run = try #require(
            try Program.run("tables", "-", input: try Data(contentsOf: URL(filePath: Self.commune))))
        #expect(run.status == 0 && run.text.hasPrefix("table-1 (-)"))
    }

    @Test(
        "a wrong command line ends with 64",
        arguments: [
            ["--width", "19"], ["--table", "0"], ["--color", "blue"], ["--format", "pdf"],
            ["--format", "html", "x.txt"],
        ])
    func usage(_ options: [String]) throws {
        let arguments = ["tables", Self.commune] + options
        let run = try #require(
            options.count == 3
                ? try Program.run(arguments[0], arguments[1], arguments[2], arguments[3], arguments[4])
                : try Program.run(arguments[0], arguments[1], arguments[2], arguments[3]))
        #expect(run.status == 64 && run.output.isEmpty)
    }

    @Test(
        "the example of the documents is what the program prints",
        arguments: [("usage.md", "en"), ("usage.vi.md", "vi")])
    func shown(_ file: String, _ language: String) throws {
        let text = try String(contentsOf: Program.root.appending(path: "Documentation/" + file), encoding: .utf8)
        let start = try #require(text.range(of: "<!-- tables -->\n```text\n"))
        let end = try #require(text.range(of: "…\n```\n<!-- /tables -->"))
        let run = try #require(try Program.run("tables", Program.sample, "--width", "88", "--lang", language))
        #expect(run.text.hasPrefix(text[start.upperBound..<end.lowerBound]))
    }
}
