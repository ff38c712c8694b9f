import Testing
import VanBanModel

@testable import VanBanReading

@Suite("The XML of Word 2003")
struct Word2003Tests {
    private func file(_ body: String, lists: String = "", styles: String = "", settings: String = "") -> [UInt8] {
        Array(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?>
            <w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:v="urn:schemas-microsoft-com:vml" \
            xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" \
            xmlns:o="urn:schemas-microsoft-com:office:office" w:macrosPresent="no">
            <o:DocumentProperties><o:Title>Tên</o:Title></o:DocumentProperties>
            <w:lists>\(lists)</w:lists><w:styles>\(styles)</w:styles><w:docPr>\(settings)</w:docPr>
            <w:body><wx:sect>\(body)</wx:sect></w:body></w:wordDocument>
            """.utf8)
    }

    private func read(_ file: [UInt8], _ view: RevisionView = .final) throws(ReadingError) -> ReadDocument {
        try FileReader(revisions: view).read(file, name: "a.xml")
    }

    @Test("paragraphs and tables are read, merged cells as such")
    func tables() throws {
        func cell(_ text: String, _ properties: String = "") -> String {
            "<w:tc><w:tcPr>\(properties)</w:tcPr>\(p(text))</w:tc>"
        }
        let table =
            "<w:tr>\(cell("1", "<w:vmerge w:val=\"restart\"/>"))\(cell("a", "<w:gridSpan w:val=\"2\"/>"))</w:tr>"
            + "<w:tr>\(cell("", "<w:vmerge/>"))\(cell("b", "<w:hmerge w:val=\"restart\"/>"))\(cell("", "<w:hmerge/>"))</w:tr>"
        let document = try read(file(p("đầu") + "<w:tbl>\(table)</w:tbl>" + p("cuối")))
        #expect(document.source.format == .docx)
        #expect(document.lines == ["đầu", "1 | a | ", "^ | b | ", "cuối"])
        #expect(document.path(0) == "word/document.xml/w:p[1]")
        #expect(document.diagnostics.isEmpty)
    }

    @Test("lists count as in newer files, by the paragraph and by its style")
    func lists() throws {
        func level(_ index: Int, _ format: Int, _ text: String, _ more: String = "") -> String {
            "<w:lvl w:ilvl=\"\(index)\"><w:start w:val=\"1\"/><w:nfc w:val=\"\(format)\"/>\(more)<w:lvlText w:val=\"\(text)\"/></w:lvl>"
        }
        let lists =
            "<w:listDef w:listDefId=\"0\">\(level(0, 1, "%1.", "<w:pStyle w:val=\"A\"/>"))\(level(1, 4, "%2)"))</w:listDef>"
            + "<w:listDef w:listDefId=\"1\">\(level(0, 23, "-", "<w:suff w:val=\"Space\"/>"))</w:listDef>"
            + "<w:list w:ilfo=\"1\"><w:ilst w:val=\"0\"/></w:list><w:list w:ilfo=\"2\"><w:ilst w:val=\"1\"/></w:list>"
            + "<w:list w:ilfo=\"3\"><w:ilst w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride></w:list>"
        let styles =
            "<w:style w:type=\"paragraph\" w:default=\"on\" w:styleId=\"N\"/><w:style w:type=\"paragraph\" w:styleId=\"A\">"
            + "<w:basedOn w:val=\"N\"/><w:pPr><w:listPr><w:ilfo w:val=\"1\"/></w:listPr></w:pPr><w:rPr><w:b/></w:rPr></w:style>"
        func listed(_ list: Int, _ level: Int = 0) -> String {
            "<w:listPr><w:ilvl w:val=\"\(level)\"/><w:ilfo w:val=\"\(list)\"/><wx:t wx:val=\"x\"/></w:listPr>"
        }
        let body =
            p("một", "<w:pStyle w:val=\"A\"/>") + p("hai", listed(1, 1)) + p("ba", listed(2))
            + p("bốn", listed(3)) + p("năm", listed(1))
        let document = try read(file(body, lists: lists, styles: styles))
        #expect(document.lines == ["I. một", "a) hai", "- ba", "VII. bốn", "VIII. năm"])
        #expect(document.blocks.map(\.isBold) == [true, false, false, false, false])
    }

    @Test("notes stand where they are called, heads and feet in the section")
    func notesAndHeads() throws {
        let note =
            "<w:r><w:footnote>\(p("Chú thích."))\(p("Thêm."))</w:footnote></w:r><w:r><w:endnote>\(p("Cuối."))</w:endnote></w:r>"
        let section =
            "<w:sectPr><w:hdr w:type=\"odd\">\(p("ĐẦU TRANG"))</w:hdr><w:ftr w:type=\"odd\">\(p("CHÂN"))</w:ftr></w:sectPr>"
        let document = try read(
            file(
                "<w:p>\(r("Chữ"))\(note)\(r(" sau"))</w:p>" + p("tiếp") + section,
                settings: "<w:footnotePr><w:numFmt w:val=\"lower-letter\"/></w:footnotePr>"))
        #expect(
            document.lines
                == ["Chữ¹ ⁵⁰⁰¹ sau", "¹Chú thích. Thêm.", "⁵⁰⁰¹Cuối.", "tiếp", "ĐẦU TRANG", "CHÂN"])
        #expect(document.text.printedMarks["1"] == "a")
        #expect(document.text.printedMarks["5001"] == "i")
        #expect(document.blocks.map(\.isRunningHead).suffix(3) == [false, true, true])
    }

    @Test("changes are told and read in the state that is asked for; comments are no text")
    func changes() throws {
        func change(_ type: String, _ run: String) -> String {
            "<aml:annotation aml:id=\"1\" w:type=\"Word.\(type)\" aml:author=\"a\"><aml:content>\(run)</aml:content></aml:annotation>"
        }
        let deleted = "<w:r><w:delText>cũ</w:delText></w:r>"
        let comment = "<w:r>" + change("Comment", p("nhận xét")) + "</w:r>"
        let body =
            "<w:p>\(r("a "))\(change("Insertion", r("mới")))\(change("Deletion", deleted))\(comment)"
            + "<aml:annotation aml:id=\"2\" w:type=\"Word.Bookmark.Start\" w:name=\"b\"/>\(r(" z"))</w:p>"
        let final = try read(file(body))
        #expect(final.lines == ["a mới z"])
        #expect(final.diagnostic(.trackedChanges)?.arguments == ["1", "1", "final"])
        #expect(try read(file(body), .original).lines == ["a cũ z"])
        let look = "<w:rPr><w:b/>\(change("Formatting", "<w:rPr><w:vanish/></w:rPr>"))</w:rPr>"
        #expect(try read(file("<w:p><w:r>\(look)<w:t>đậm</w:t></w:r></w:p>")).lines == ["đậm"])
    }

    @Test("text boxes stand behind their paragraph, old fonts are read")
    func boxesAndFonts() throws {
        let box =
            "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>\(p("hộp"))</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        let font = "<w:rPr><w:rFonts w:ascii=\".VnTime\" w:h-ansi=\".VnTime\"/></w:rPr>"
        let body = "<w:p>\(r("ngoài"))\(box)</w:p><w:p><w:r>\(font)<w:t>C«ng b¸o</w:t></w:r></w:p>"
        #expect(try read(file(body)).lines == ["ngoài", "hộp", "Công báo"])
    }
}
