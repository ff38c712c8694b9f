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

    @Test("a note's paragraphs are one block; a mark of its own stands as written")
    func noteForms() throws {
        let notes =
            "<w:footnote w:id=\"1\">\(p("một"))\(p("hai"))</w:footnote><w:footnote w:id=\"2\">\(p("* ba"))</w:footnote>"
        let body =
            "<w:p>\(r("a"))<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>"
            + "<w:p>\(r("b"))<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"2\"/><w:t>*</w:t></w:r></w:p>"
        #expect(try read(WordPackage(body, footnotes: notes)).lines == ["a¹", "¹một hai", "b*", "* ba"])
    }
}
