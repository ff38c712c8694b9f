import Testing

@testable import VanBanReading

@Suite("Tables and notes of Word documents")
struct DOCXTableTests {
    private func cell(_ text: String, _ properties: String = "") -> String {
        "<w:tc><w:tcPr>\(properties)</w:tcPr>\(p(text))</w:tc>"
    }

    private func row(_ cells: String..., properties: String = "") -> String {
        "<w:tr><w:trPr>\(properties)</w:trPr>\(cells.joined())</w:tr>"
    }

    @Test("cells stand by column; wide, high and missing ones are told")
    func spans() throws {
        let goesOn = "<w:vMerge/>"
        let table =
            row(cell("TT"), cell("Nội dung", "<w:gridSpan w:val=\"2\"/>"), properties: "<w:tblHeader/>")
            + row(cell("1", "<w:vMerge w:val=\"restart\"/>"), cell("a"), cell("b"))
            + row(cell("", goesOn), cell("c"), cell("d"))
            + row(cell("e"), properties: "<w:gridBefore w:val=\"1\"/>")
        let document = try read(WordPackage("<w:tbl>\(table)</w:tbl>" + p("sau")))
        #expect(document.lines == ["TT | Nội dung | ", "1 | a | b", "^ | c | d", " | e", "sau"])
        #expect(document.blocks[0].grid == GridRow(table: 0, isHeader: true, wide: [.init(column: 1, columns: 2)]))
        #expect(
            document.text.paths?.path(at: document.blocks[2].cells[1].lowerBound)
                == "word/document.xml/w:tbl[1]/w:tr[3]/w:tc[2]")
        #expect(document.path(4) == "word/document.xml/w:p[1]")
    }

    @Test("a row that leaves out cells before and after stands at its columns, the others empty")
    func omittedCells() throws {
        let table =
            row(cell("TT"), cell("Nội dung"), cell("Chủ trì"), cell("Hạn"))
            + row(cell("a"), cell("b"), properties: "<w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/>")
            + row(cell("c", "<w:gridSpan w:val=\"2\"/>"), properties: "<w:gridAfter w:val=\"2\"/>")
        let document = try read(WordPackage("<w:tbl>\(table)</w:tbl>"))
        #expect(document.lines == ["TT | Nội dung | Chủ trì | Hạn", " | a | b | ", "c |  |  | "])
        #expect(document.blocks[2].grid == GridRow(table: 0, wide: [.init(column: 0, columns: 2)]))
        var limits = ReadingLimits()
        limits.tableColumns = 3
        #expect(throws: ReadingError.beyondLimit(.tableColumns, limit: 3)) {
            try read(WordPackage("<w:tbl>\(row(cell("a"), properties: "<w:gridAfter w:val=\"9\"/>"))</w:tbl>"), limits)
        }
    }

    @Test("a merge that goes on from nothing begins there, one to the side widens the cell before")
    func merges() throws {
        let table =
            row(
                cell("a", "<w:vMerge/>"), cell("b", "<w:hMerge w:val=\"restart\"/>"), cell("", "<w:hMerge/>"), cell("c")
            )
        let document = try read(WordPackage("<w:tbl>\(table)</w:tbl>"))
        #expect(document.lines == ["a | b |  | c"])
        #expect(document.blocks[0].grid == GridRow(table: 0, wide: [.init(column: 1, columns: 2)]))
    }

    @Test("a deleted cell is out, one that was put in is not there before")
    func trackedCells() throws {
        let deleted = "<w:cellDel w:id=\"1\" w:author=\"a\"/>"
        let inserted = "<w:cellIns w:id=\"2\" w:author=\"a\"/>"
        let table =
            row(cell("1"), cell("cũ", deleted), cell("a")) + row(cell("2"), cell("b"), cell("mới", inserted))
        let package = WordPackage("<w:tbl>\(table)</w:tbl>")
        let final = try read(package)
        #expect(final.lines == ["1 | a", "2 | b | mới"])
        #expect(final.diagnostic(.trackedChanges)?.arguments == ["1", "1", "final"])
        #expect(try read(package, view: .original).lines == ["1 | cũ | a", "2 | b"])
    }

    @Test("a deleted row is out")
    func deletedRow() throws {
        let table = row(cell("a"), cell("b")) + row(cell("x"), cell("y"), properties: "<w:del/>")
        #expect(try read(WordPackage("<w:tbl>\(table)</w:tbl>")).lines == ["a | b"])
    }

    @Test("a footnote follows the paragraph or the table that calls it, under the same mark")
    func footnotes() throws {
        func call(_ id: Int) -> String { "<w:r><w:footnoteReference w:id=\"\(id)\"/></w:r>" }
        let notes = (2...3).map {
            "<w:footnote w:id=\"\($0)\"><w:p><w:r><w:footnoteRef/></w:r>\(r(" Chú thích \($0)."))</w:p></w:footnote>"
        }
        let separator = "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
        let table =
            "<w:tbl><w:tr><w:tc><w:p>\(r("ô"))\(call(2))</w:p></w:tc><w:tc>\(p("x"))</w:tc></w:tr>\(row(cell("y"), cell("z")))</w:tbl>"
        let document = try read(
            WordPackage(
                table + "<w:p>\(r("chữ"))\(call(3))\(r(" sau"))</w:p>" + p("hết"), footnotes: separator + notes.joined()
            ))
        #expect(
            document.lines == ["ô¹ | x", "y | z", "¹ Chú thích 2.", "chữ² sau", "² Chú thích 3.", "hết"])
        #expect(document.path(2) == "word/footnotes.xml/w:footnote[1]")
    }

    /// The marks that are printed for the notes of a document, by the number in the text.
    private func printedMarks(_ body: String, settings: String = "", endnotes: Int = 0) throws -> ReadDocument {
        let note = { (kind: String, id: Int) in "<w:\(kind) w:id=\"\(id)\">\(p("Chú thích."))</w:\(kind)>" }
        var package = WordPackage(body, footnotes: (1...4).map { note("footnote", $0) }.joined())
        package.parts.append(
            (
                "endnotes",
                "<w:endnotes \(WordPackage.namespaces)>\(note("endnote", 1))\(note("endnote", 2))</w:endnotes>"
            ))
        package.parts.append(("settings", "<w:settings \(WordPackage.namespaces)>\(settings)</w:settings>"))
        return try read(package)
    }

    private func call(_ id: Int, _ kind: String = "footnote") -> String {
        "<w:p>\(r("a"))<w:r><w:\(kind)Reference w:id=\"\(id)\"/></w:r></w:p>"
    }

    private func section(_ rules: String) -> String { "<w:p><w:pPr><w:sectPr>\(rules)</w:sectPr></w:pPr></w:p>" }

    @Test("notes are told by the marks that Word prints: their format, their start, anew in each section")
    func noteMarks() throws {
        #expect(try printedMarks(call(1) + call(2)).text.printedMarks == [:])
        #expect(
            try printedMarks(call(1) + call(1, "endnote") + call(2, "endnote")).text.printedMarks == [
                "5": "i", "6": "ii",
            ])
        let letters = "<w:footnotePr><w:numFmt w:val=\"lowerLetter\"/><w:numStart w:val=\"3\"/></w:footnotePr>"
        let lettered = try printedMarks(call(1) + call(2), settings: letters)
        #expect(lettered.text.printedMarks == ["1": "c", "2": "d"])
        #expect(lettered.lines.first == "a¹")
        let anew = "<w:footnotePr><w:numRestart w:val=\"eachSect\"/></w:footnotePr>"
        let signs = "<w:footnotePr><w:numFmt w:val=\"chicago\"/><w:numRestart w:val=\"eachSect\"/></w:footnotePr>"
        let sections = try printedMarks(
            call(1) + call(2) + section(anew) + call(3) + section(anew) + call(4) + "<w:sectPr>\(signs)</w:sectPr>")
        #expect(sections.text.printedMarks == ["3": "1", "4": "*"])
        #expect(sections.diagnostics.isEmpty)
    }

    @Test("notes that Word counts anew on each page are counted through, and that is told")
    func notesByPage() throws {
        let rules = "<w:footnotePr><w:numRestart w:val=\"eachPage\"/></w:footnotePr>"
        let document = try printedMarks(call(1) + call(2), settings: rules)
        #expect(document.text.printedMarks == [:])
        #expect(document.diagnostics.map(\.code) == [.notesNumberedByPage])
        #expect(try printedMarks(p("không"), settings: rules).diagnostics.isEmpty)
    }

    @Test("a note's paragraphs are one block; a mark of its own is told beside its number")
    func noteForms() throws {
        let notes =
            "<w:footnote w:id=\"1\">\(p("một"))\(p("hai"))</w:footnote><w:footnote w:id=\"2\">\(p("* ba"))</w:footnote>"
        let body =
            "<w:p>\(r("a"))<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>"
            + "<w:p>\(r("b"))<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"2\"/><w:t>*</w:t></w:r></w:p>"
        let document = try read(WordPackage(body, footnotes: notes))
        #expect(document.lines == ["a¹", "¹một hai", "b³", "³* ba"])
        #expect(document.text.printedMarks == ["3": "*"])
    }

    @Test("a border that a row has less than a character beside the others makes no column")
    func shiftedBorder() throws {
        func cell(_ text: String, _ columns: Int) -> String {
            "<w:tc><w:tcPr><w:gridSpan w:val=\"\(columns)\"/></w:tcPr>\(p(text))</w:tc>"
        }
        let grid = [700, 4000, 100, 3000].map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
        let table =
            "<w:tbl><w:tblGrid>\(grid)</w:tblGrid><w:tr>\(cell("1", 1))\(cell("Họp", 2))\(cell("A", 1))</w:tr>"
            + "<w:tr>\(cell("2", 1))\(cell("Rà soát", 1))\(cell("B", 2))</w:tr></w:tbl>"
        #expect(try read(WordPackage(table)).lines == ["1 | Họp | A", "2 | Rà soát | B"])
    }

    @Test("a picture where a sentence calls for a table is told")
    func picturedTable() throws {
        let picture = "<w:p><w:r><w:pict><v:imagedata/></w:pict></w:r></w:p>"
        #expect(try read(WordPackage(p("Theo bảng sau:") + picture)).diagnostics.map(\.code) == [.tableNotRead])
        #expect(try read(WordPackage(p("Theo sơ đồ sau:") + picture)).diagnostics.isEmpty)
    }

    @Test("what a control asks for, a page's number alone and struck words are no text; an unknown choice is not taken")
    func unseen() throws {
        let placeholder =
            "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/><w:date/></w:sdtPr><w:sdtContent><w:r><w:rPr>"
            + "<w:rStyle w:val=\"PlaceholderText\"/></w:rPr><w:t>Nhập ngày</w:t></w:r></w:sdtContent></w:sdt>\(r("a"))</w:p>"
        #expect(try read(WordPackage(placeholder)).lines == ["a"])
        func field(_ before: String) -> String {
            "<w:p>\(before)<w:fldSimple w:instr=\" PAGE \">\(r("2"))</w:fldSimple></w:p>"
        }
        #expect(
            try read(WordPackage(p("a") + field("") + field(r("Trang ")))).lines.filter { !$0.isEmpty } == [
                "a", "Trang 2",
            ])
        let struck = "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>cũ</w:t></w:r>\(r("mới"))</w:p>"
        #expect(try read(WordPackage(struck)).lines == ["mới"])
        #expect(try read(WordPackage(struck)).diagnostics.map(\.code) == [.trackedChanges])
        let choice =
            "<w:p><mc:AlternateContent><mc:Choice Requires=\"q7\">\(r("b"))</mc:Choice><mc:Fallback>\(r("c"))</mc:Fallback>"
            + "</mc:AlternateContent></w:p>"
        #expect(try read(WordPackage(choice)).lines == ["c"])
    }
}
