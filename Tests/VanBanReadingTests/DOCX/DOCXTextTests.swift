import Testing
import VanBanModel

@testable import VanBanReading

@Suite("Text of Word documents")
struct DOCXTextTests {
    private func lines(_ body: String, styles: String? = nil) throws -> [String] {
        try read(WordPackage(body, styles: styles)).lines
    }

    @Test("a paragraph has its place in the tree, one in a content control within that")
    func paths() throws {
        let document = try read(
            WordPackage(
                p("a") + p("") + "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>\(p("b"))</w:sdtContent></w:sdt>"
                    + p("c")))
        #expect(document.lines == ["a", "b", "c"])
        #expect(document.path(0) == "word/document.xml/w:p[1]")
        #expect(document.path(1) == "word/document.xml/w:sdt[1]/w:p[1]")
        #expect(document.path(2) == "word/document.xml/w:p[3]")
    }

    @Test("a line break ends a line, a page break a page, a hyphen that nothing breaks at is a hyphen")
    func breaks() throws {
        let body =
            "<w:p><w:r><w:t>một</w:t><w:br/><w:t>hai</w:t><w:noBreakHyphen/><w:t>ba</w:t><w:softHyphen/><w:t>n</w:t>"
            + "<w:br w:type=\"page\"/><w:t>bốn</w:t></w:r></w:p>"
        let document = try read(WordPackage(body))
        #expect(document.lines == ["một", "hai-ban", "bốn"])
        #expect(document.blocks.map(\.kind) == [.line, .paragraph, .paragraph])
        #expect(document.blocks.map(\.pageBreakBefore) == [false, false, true])
    }

    @Test("what a form's field shows is read, though no result is stored")
    func formFields() throws {
        let list =
            "<w:ffData><w:ddList><w:result w:val=\"1\"/><w:default w:val=\"0\"/><w:listEntry w:val=\"Cao\"/>"
            + "<w:listEntry w:val=\"Thấp\"/></w:ddList></w:ffData>"
        let box = { (state: String) in
            "<w:ffData><w:checkBox><w:size w:val=\"20\"/><w:default w:val=\"0\"/>\(state)</w:checkBox></w:ffData>"
        }
        #expect(try lines("<w:p>\(r("Mức: "))\(field("FORMDROPDOWN", form: list))</w:p>") == ["Mức: Thấp"])
        #expect(
            try lines(
                "<w:p>\(field("FORMCHECKBOX", form: box("<w:checked/>")))\(r(" có "))\(field("FORMCHECKBOX", form: box("")))\(r(" không"))</w:p>"
            )
                == ["☒ có ☐ không"])
        #expect(try lines("<w:p>\(field("MACROBUTTON NoMacro [Nhập tên]"))</w:p>") == ["[Nhập tên]"])
        #expect(try lines("<w:p>\(field("SYMBOL 183 \\f \"Symbol\""))\(r(" a"))</w:p>") == ["• a"])
        #expect(try lines("<w:p>\(r("a"))\(field("PRIVATE x"))\(r("b"))</w:p>") == ["ab"])
    }

    @Test("a reading above letters follows them in brackets")
    func ruby() throws {
        let ruby =
            "<w:r><w:ruby><w:rubyPr/><w:rt>\(r("trên"))</w:rt><w:rubyBase>\(r("dưới"))</w:rubyBase></w:ruby></w:r>"
        #expect(try lines("<w:p>\(r("a "))\(ruby)\(r(" b"))</w:p>") == ["a dưới (trên) b"])
    }

    @Test(
        "raised digits call a note; those of anything else that is raised stay digits",
        arguments: [
            ("9", "⁹"), ("12, 13", "¹², ¹³"), ("(9)", "(9)"), ("[10]", "[10]"), ("2a", "2a"), ("-3", "-3"),
            ("n+1", "n+1"), ("1*", "¹*"),
        ])
    func raised(_ text: String, _ seen: String) throws {
        let raised = "<w:vertAlign w:val=\"superscript\"/>"
        #expect(try lines("<w:p>\(r("chữ"))\(r(text, raised))\(r(" sau"))</w:p>") == ["chữ\(seen) sau"])
        let pieces = text.map { r(String($0), raised + "<w:b/>") }.joined()
        let document = try read(WordPackage("<w:p>\(r("chữ"))\(pieces)\(r(" sau"))</w:p>"))
        #expect(document.lines == ["chữ\(seen) sau"])
        #expect(document.text.bold.map { document.text.string(keepingMarks: $0) } == [seen])
    }

    @Test("white space at the ends of a text counts only where it is preserved")
    func space() throws {
        #expect(try lines("<w:p><w:r><w:t>\n  a &amp; b \n</w:t></w:r><w:r><w:t>c</w:t></w:r></w:p>") == ["a & bc"])
        #expect(try lines("<w:p>\(r("a "))\(r("b"))</w:p>") == ["a b"])
    }

    @Test("capitals are laid down as they are shown, bold by styles is told")
    func formats() throws {
        let styles =
            "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:rPr><w:b/></w:rPr></w:style>"
            + "<w:style w:type=\"character\" w:styleId=\"C\"><w:rPr><w:b/></w:rPr></w:style>"
        let style = "<w:pStyle w:val=\"A\"/>"
        let document = try read(
            WordPackage(
                p("kế hoạch", style, run: "<w:caps/>") + p("b", style, run: "<w:b w:val=\"0\"/>")
                    + p("c", style, run: "<w:rStyle w:val=\"C\"/>"), styles: styles))
        #expect(document.lines == ["KẾ HOẠCH", "b", "c"])
        // Two styles' switches cancel each other out.
        #expect(document.blocks.map(\.isBold) == [true, false, false])
    }

    @Test("raised digits are superscript digits, signs of symbol fonts what is seen")
    func signs() throws {
        let body =
            "<w:p>\(r("m"))\(r("2", "<w:vertAlign w:val=\"superscript\"/>"))<w:r><w:sym w:font=\"Wingdings\" "
            + "w:char=\"F0FC\"/></w:r></w:p>"
        #expect(try lines(body) == ["m²✓"])
    }

    @Test("of a field the result is read, not the instruction, also where fields nest")
    func fields() throws {
        func sign(_ kind: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(kind)\"/></w:r>" }
        let body =
            "<w:p>\(r("Trang "))\(sign("begin"))<w:r><w:instrText>IF </w:instrText></w:r>\(sign("begin"))"
            + "<w:r><w:instrText>REF x</w:instrText></w:r>\(sign("separate"))\(r("ẩn"))\(sign("end"))\(sign("separate"))"
            + "\(r("năm"))\(sign("end"))<w:fldSimple w:instr=\"DATE\">\(r(" nay"))</w:fldSimple></w:p>"
        #expect(try lines(body) == ["Trang năm nay"])
    }

    @Test("a field that never ends hides nothing behind its paragraph")
    func brokenField() throws {
        #expect(try lines("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>" + p("còn")) == ["còn"])
    }

    @Test("a text box is read once, behind the paragraph that it hangs on")
    func textBoxes() throws {
        let box = "<w:txbxContent>\(p("hộp"))</w:txbxContent>"
        let body =
            "<w:p>\(r("trước"))<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>\(box)</wps:txbx>"
            + "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>\(box)</v:textbox></w:pict></mc:Fallback>"
            + "</mc:AlternateContent></w:r>\(r(" sau"))</w:p>" + p("tiếp")
        let document = try read(WordPackage(body))
        #expect(document.lines == ["trước sau", "hộp", "tiếp"])
        #expect(document.path(1) == "word/document.xml/w:p[1]/w:txbxContent[1]/w:p[1]")
    }

    @Test(
        "a number that was stamped behind a colon is a word of its paragraph",
        arguments: [("46", "Số: 46/KH"), ("Số", nil)])
    func stampedNumber(words: String, line: String?) throws {
        let box = "<w:txbxContent>\(p(words))</w:txbxContent>"
        let body =
            "<w:p><w:r><w:t xml:space=\"preserve\">Số: </w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">"
            + "<w:drawing><wps:txbx>\(box)</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>\(box)"
            + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>\(r("/KH"))</w:p>"
        #expect(try read(WordPackage(body)).lines == (line.map { [$0] } ?? ["Số: /KH", words]))
    }

    @Test("tracked changes: the final text, or the original one on demand")
    func changes() throws {
        let package = WordPackage(
            "<w:p>\(r("a"))<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins>\(r("mới"))</w:ins></w:p>"
                + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>\(r("nối "))</w:p>" + p("liền"))
        let document = try read(package)
        #expect(document.lines == ["amới", "nối liền"])
        #expect(document.diagnostic(.trackedChanges)?.arguments == ["1", "2", "final"])
        #expect(try read(package, view: .original).lines == ["acũ", "nối", "liền"])
    }

    @Test("hidden text is left out, and said")
    func hidden() throws {
        let document = try read(WordPackage(p("thấy") + p("ẩn đi", run: "<w:vanish/>")))
        #expect(document.lines == ["thấy"])
        #expect(document.diagnostic(.hiddenText)?.arguments == ["4"])
    }

    @Test("formulas are text, a fraction with its line")
    func formulas() throws {
        let body =
            "<w:p><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></w:p>"
        #expect(try lines(body) == ["1/2"])
    }

    @Test("heads stand behind the text as such; page numbers alone are nothing")
    func heads() throws {
        var package = WordPackage(
            p("a") + "<w:sectPr><w:headerReference r:id=\"rId1\"/><w:footerReference r:id=\"rId2\"/></w:sectPr>")
        let page = "<w:fldSimple w:instr=\" PAGE \">\(r("7"))</w:fldSimple>"
        package.parts = [
            ("header1", "<w:hdr \(WordPackage.namespaces)>\(p("KẾ HOẠCH"))</w:hdr>"),
            ("footer1", "<w:ftr \(WordPackage.namespaces)><w:p>\(r("- "))\(page)\(r(" -"))</w:p></w:ftr>"),
        ]
        let document = try read(package)
        #expect(document.lines == ["a", "KẾ HOẠCH"])
        #expect(document.blocks.map(\.isRunningHead) == [false, true])
        #expect(document.path(1) == "word/header1.xml/w:p[1]")
    }
}
