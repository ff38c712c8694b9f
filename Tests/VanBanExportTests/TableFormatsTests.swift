import Foundation
import Testing
import VanBanModel

@testable import VanBanExport

@Suite struct TableCSVTests {
    private func csv(_ record: Record, doubtful: Bool = false) throws -> String {
        var output = ByteCollector()
        try TableCSV().write(TableSheet.sheets(of: record, doubtful: doubtful), of: "a,b.txt", to: &output)
        return output.text
    }

    @Test("a line of headers, then a line a row with its kind, task and doubts; merged cells stand in every row")
    func lines() throws {
        #expect(
            try csv(TableRecords.small)
                == [
                    "file,table,row,kind,task,line,doubts,TT,Nhiệm vụ,Cơ quan chủ trì,Ghi chú",
                    "\"a,b.txt\",table-1,1,group,,10,,I,Công tác chỉ đạo,,",
                    "\"a,b.txt\",table-1,2,task,1,11,,1,\"Ban hành kế hoạch, \"\"kịp thời\"\"\",Sở Nội vụ,Năm <2024>",
                    "\"a,b.txt\",table-1,3,task,2,12,missingLead,2,Tuyên truyền & tập huấn,,Năm <2024>",
                    "\"a,b.txt\",table-1,4,other,,13,,Cộng,,,", "",
                ].joined(separator: "\r\n"))
    }

    @Test("line ends and quotation marks within a cell are kept", arguments: ["a\nb", "a\r\nb", "\"", "x,y", "“”"])
    func quoting(text: String) throws {
        let record = TableRecords.record([("A", nil)], [(.other, [text])])
        let field = text == "“”" ? text : "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
        #expect(try csv(record).hasSuffix("," + field + "\r\n"))
    }

    @Test("tables are parted by an empty line, and every table has its headers")
    func several() throws {
        var record = TableRecords.small
        var second = record.parts[0].tables[0]
        second.id = "table-2"
        record.parts[0].tables.append(second)
        let text = try csv(record, doubtful: true)
        #expect(text.components(separatedBy: "\r\n\r\n").count == 2)
        #expect(text.components(separatedBy: "file,table,row").count == 3)
    }
}

@Suite struct TableSheetJSONTests {
    private func json(_ record: Record, doubtful: Bool = false, layout: JSONLayout = .compact) throws -> [String: Any] {
        var output = ByteCollector()
        try TableSheetJSON(layout: layout).write(
            TableSheet.sheets(of: record, doubtful: doubtful), of: record, to: &output)
        #expect(output.text.hasSuffix("\n"))
        return try #require(try JSONSerialization.jsonObject(with: Data(output.bytes)) as? [String: Any])
    }

    @Test(
        "a document holds the file and its tables with their readings and diagnostics", arguments: JSONLayout.allCases)
    func document(layout: JSONLayout) throws {
        let document = try json(TableRecords.small, layout: layout)
        #expect(document["file"] as? String == "kế hoạch.txt")
        let entry = try #require((document["tables"] as? [[String: Any]])?.first)
        #expect((entry["reading"] as? [String: Any])?["layout"] as? String == "wrapped")
        #expect(entry["rowNumbers"] as? [Int] == [1, 2, 3, 4])
        #expect((entry["taskSequences"] as? [Any])?.map { $0 as? Int } == [nil, 1, 2, nil])
        let diagnostics = try #require(entry["diagnostics"] as? [[String: Any]])
        #expect(diagnostics.map { $0["row"] as? Int } == [nil, 2, 3])
        #expect(diagnostics.map { $0["column"] as? Int } == [4, 3, 3])
        #expect((diagnostics[2]["diagnostic"] as? [String: Any])?["code"] as? String == "missingLead")
    }

    @Test("the table is the record's, byte for byte")
    func table() throws {
        var output = ByteCollector()
        try TableSheetJSON(layout: .compact).write(
            TableSheet.sheets(of: TableRecords.small), of: TableRecords.small, to: &output)
        let own = String(
            decoding: JSONWriter.bytes(layout: .compact) { TableRecords.small.parts[0].tables[0].write(to: &$0) },
            as: UTF8.self)
        #expect(output.text.contains("{\"table\":" + own + ","))
    }

    @Test("rows that are left out leave their numbers behind")
    func doubtful() throws {
        let entry = try #require((try json(TableRecords.small, doubtful: true)["tables"] as? [[String: Any]])?.first)
        #expect(entry["rowNumbers"] as? [Int] == [3])
        let table = try #require(entry["table"] as? [String: Any])
        #expect((table["rows"] as? [Any])?.count == 1 && table["rowKinds"] as? [String] == ["task"])
    }

    @Test("an independent validator accepts the tables", .enabled(if: SchemaValidator.python != nil))
    func validates() throws {
        var output = ByteCollector()
        try TableSheetJSON(layout: .compact).write(
            TableSheet.sheets(of: TableRecords.small), of: TableRecords.small, to: &output)
        let document = try #require(try JSONSerialization.jsonObject(with: Data(output.bytes)) as? [String: Any])
        let tables = try #require(document["tables"] as? [[String: Any]]).compactMap { $0["table"] }
        // In the place of those of a record.
        let whole = Data(JSONSerializer(layout: .compact).string(SampleRecords.full()).utf8)
        var record = try #require(try JSONSerialization.jsonObject(with: whole) as? [String: Any])
        var parts = try #require(record["parts"] as? [[String: Any]])
        parts[0]["tables"] = tables
        record["parts"] = parts
        let text = String(decoding: try JSONSerialization.data(withJSONObject: record), as: UTF8.self)
        let result = try SchemaValidator.validate(text)
        #expect(result.status == 0, "\(result.output)")
    }
}

@Suite struct TableHTMLTests {
    private func html(_ record: Record, language: Language = .english) throws -> String {
        var output = ByteCollector()
        let sheets = TableSheet.sheets(of: record) { place in
            SourcePassage(lines: place.line...(place.line + 1), text: "dòng <\(place.start)>\ntiếp")
        }
        try TableHTML(language: language).write(sheets, of: "<kế hoạch> & \"x\".txt", to: &output)
        return output.text
    }

    @Test("text of the document is escaped wherever it stands")
    func escaping() throws {
        let page = try html(TableRecords.small)
        #expect(page.contains("Tables of &lt;kế hoạch&gt; &amp; &quot;x&quot;.txt</title>"))
        #expect(page.contains("Năm &lt;2024&gt;") && !page.contains("<2024>"))
        #expect(page.contains("title=\"“Sở &lt;Nội&gt; vụ” is no agency of the gazetteer.\""))
        #expect(page.contains("<pre lang=\"vi\">dòng &lt;"))
        #expect(TableHTML.escaped("a\u{0}\u{1B}\u{202E}'\n") == "a\u{FFFD}\u{FFFD}\u{FFFD}&#39;\n")
    }

    @Test("each row stands beside its source, doubtful cells are set off and explained")
    func rows() throws {
        let page = try html(TableRecords.small)
        #expect(page.contains("<small>lines 12-13</small>"))
        #expect(page.contains("<td lang=\"vi\" class=\"empty warning\" title=\"Row 2 names no lead agency.\">"))
        #expect(
            page.contains("<li id=\"table-1-mark-3\" class=\"warning\"><b>?3</b> <a href=\"#table-1-row-3\">row 3</a>"))
        #expect(page.contains("<td lang=\"vi\" colspan=\"3\">Công tác chỉ đạo</td>"))
    }

    @Test("the page needs nothing from elsewhere and says its language", arguments: Language.allCases)
    func whole(language: Language) throws {
        let page = try html(TableRecords.small, language: language)
        #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
        for word in ["<script", "http:", "https:", "src=", "<link", "@import", "url("] { #expect(!page.contains(word)) }
        #expect(page.contains("color-scheme: light dark"))
    }

    @Test("every element is closed", .enabled(if: SchemaValidator.python != nil))
    func balanced() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "vanban-\(UUID().uuidString).html")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(try html(TableRecords.small).utf8).write(to: file)
        let program = """
            import html.parser, sys
            class Page(html.parser.HTMLParser):
                open = []
                def handle_starttag(self, tag, attributes):
                    if tag not in ('meta', 'br'): self.open.append(tag)
                def handle_endtag(self, tag):
                    assert self.open and self.open.pop() == tag, (tag, self.getpos())
            page = Page()
            page.feed(open(sys.argv[1], encoding='utf-8').read())
            assert not page.open, page.open
            """
        let result = try SchemaValidator.run((SchemaValidator.python ?? []) + ["-c", program, file.path])
        #expect(result.status == 0, "\(result.output)")
    }
}
