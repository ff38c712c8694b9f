import Foundation
import Testing
import VanBanModel

@testable import VanBanReading

@Suite("Word files in the fonts of old encodings")
struct DOCXFontTests {
    private func run(_ font: String?, _ text: String, _ more: String = "") -> String {
        let fonts = font.map { "<w:rFonts w:ascii=\"\($0)\" w:hAnsi=\"\($0)\"/>" } ?? ""
        return "<w:r><w:rPr>\(fonts)\(more)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
    }

    private func lines(_ runs: String..., styles: String? = nil) throws -> [String] {
        try read(WordPackage("<w:p>\(runs.joined())</w:p>", styles: styles)).lines
    }

    @Test("letters are those of the font, capitals those of a font of capitals")
    func fonts() throws {
        #expect(try lines(run(".VnTime", "Uû ban nh©n d©n")) == ["Uỷ ban nhân dân"])
        #expect(try lines(run(".VnTimeH", "ñy Ban Nh©n D©n nam")) == ["ỦY BAN NHÂN DÂN NAM"])
        #expect(try lines(run("VNI-Times", "QUYEÁT ÑÒNH höôùng daãn")) == ["QUYẾT ĐỊNH hướng dẫn"])
        #expect(try lines(run("VI Times", "Quyªt ð¸nh")) == ["Quyết định"])
    }

    @Test("the letter that Word takes for a soft hyphen is a letter again, in its font only")
    func softHyphen() throws {
        let piece = "<w:t>h</w:t><w:softHyphen/><w:t>íng</w:t><w:noBreakHyphen/><w:t>n­íc</w:t>"
        let fonts = "<w:rPr><w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/></w:rPr>"
        #expect(try lines("<w:r>\(fonts)\(piece)</w:r>") == ["hướng-nước"])
        #expect(try lines("<w:r><w:t>kế</w:t><w:softHyphen/><w:t>toán</w:t></w:r>") == ["kếtoán"])
    }

    @Test("a letter and its mark, and halves of a word, come together over runs, bold or not")
    func runs() throws {
        let document = try read(
            WordPackage(
                "<w:p>\(run("VNI-Times", "Quye", "<w:b/>"))\(run("VNI-Times", "át ñò"))\(run("VNI-Times", "nh"))</w:p>")
        )
        #expect(document.lines == ["Quyết định"])
        #expect(document.text.bold.map { document.text.string($0) } == ["Quyế"])
        #expect(try lines(run(".VnTimeH", "ñ"), run(".VnTime", "y ban "), run(nil, "xã")) == ["Ủy ban xã"])
    }

    @Test("fonts come from the run, its style, the paragraph's style, the theme or the document")
    func inheritance() throws {
        func style(_ id: String, _ type: String, _ font: String) -> String {
            "<w:style w:type=\"\(type)\" w:styleId=\"\(id)\"><w:rPr><w:rFonts w:hAnsi=\"\(font)\"/></w:rPr></w:style>"
        }
        let styles =
            "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/></w:rPr>"
            + "</w:rPrDefault></w:docDefaults>" + style("P", "paragraph", ".VnTimeH")
            + style("C", "character", "VNI-Times")
        func paragraph(_ style: String, _ runs: String) -> String {
            "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>\(runs)</w:p>"
        }
        let body =
            "<w:p>\(run(nil, "quyÕt"))</w:p>" + paragraph("P", run(nil, "quyÕt"))
            + paragraph("P", "<w:r><w:rPr><w:rStyle w:val=\"C\"/></w:rPr><w:t>quyeát</w:t></w:r>")
            + paragraph("P", run("Arial", "quyết"))
        #expect(try read(WordPackage(body, styles: styles)).lines == ["quyết", "QUYẾT", "quyết", "quyết"])
    }

    @Test("text in Unicode that is set in a legacy font stays, and so do its words among others")
    func unicode() throws {
        #expect(try lines(run(".VnTime", "Uỷ ban nhân dân có hai hòm")) == ["Uỷ ban nhân dân có hai hòm"])
        #expect(try lines(run(".VnTime", "Uû ban nh©n d©n cã hai hßm")) == ["Uỷ ban nhân dân có hai hòm"])
        #expect(try lines(run(".VnTime", "Uû ban nh©n d©n của tỉnh")) == ["Uỷ ban nhân dân của tỉnh"])
    }

    @Test("capitals by a rule are made of the letters that are read")
    func capitals() throws {
        #expect(try lines(run(".VnTime", "nh©n d©n", "<w:caps/>")) == ["NHÂN DÂN"])
    }

    @Test("raised numbers are no letters of the font")
    func raised() throws {
        let raised = run(".VnTime", "23", "<w:vertAlign w:val=\"superscript\"/>")
        #expect(try lines(run(".VnTime", "®Êt"), raised, run(".VnTime", "®Êt")) == ["đất²³đất"])
    }

    @Test("one diagnostic tells of each encoding, with its paragraphs")
    func diagnostics() throws {
        let body = ["quyÕt ®Þnh", "a", "nh©n d©n"].map { "<w:p>\(run(".VnTime", $0))</w:p>" }.joined()
        let document = try read(WordPackage(body + "<w:p>\(run("VNI-Times", "quyeát"))</w:p>"))
        let found = document.diagnostics.filter { $0.code == .legacyEncoding }
        #expect(found.map(\.arguments) == [["TCVN3 (ABC)"], ["VNI Windows"]])
        #expect(found.first.map { [$0.location.line] + $0.related.map(\.line) } == [1, 3])
        #expect(document.source.encoding == "utf-8")
        #expect(try read(WordPackage("<w:p>\(run(".VnTime", "ban hành"))</w:p>")).diagnostics.isEmpty)
    }

    @Test("a hyphen that no line ends at stays one in a legacy font, and parts no word from its letters")
    func hyphen() throws {
        let piece =
            "<w:r><w:rPr><w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/></w:rPr>"
            + "<w:t>Q§</w:t><w:noBreakHyphen/><w:t>Uû ban nh©n d©n</w:t></w:r>"
        #expect(try read(WordPackage("<w:p>\(piece)</w:p>")).lines == ["QĐ-Uỷ ban nhân dân"])
    }

    @Test("a font of an encoding that is not read is told once, and its text kept")
    func unread() throws {
        let piece = run("VNtimes new roman", "Quy‰t ÇÎnh")
        let document = try read(
            WordPackage("<w:p>\(piece)</w:p><w:p>\(piece)</w:p><w:p>\(run("SVNtimes new roman", "a"))</w:p>"))
        #expect(document.lines.first == "Quy‰t ÇÎnh")
        #expect(document.diagnostics.map(\.code) == [.unreadFont])
        #expect(document.diagnostics.first?.arguments == ["VNtimes new roman", "Vietware X"])
    }

    @Test("letters that no font explains are read by the words of the whole document")
    func words() throws {
        let body = ["C¨n cø LuËt Tæ chøc ChÝnh phñ;", "Xem xÐt ®Ò nghÞ cña Bé tr­ëng", "h­íng dÉn n­íc"]
            .map { "<w:p>\(run("Times New Roman", $0))</w:p>" }.joined()
        let document = try read(WordPackage(body))
        #expect(
            document.lines == ["Căn cứ Luật Tổ chức Chính phủ;", "Xem xét đề nghị của Bộ trưởng", "hướng dẫn nước"])
        #expect(document.diagnostics.map(\.code) == [.legacyEncoding])
    }

    @Test("a passage in an old encoding among Unicode is read by itself")
    func passage() throws {
        let own = (0..<5).map { _ in "<w:p>\(run(nil, "Ủy ban nhân dân tỉnh ban hành Kế hoạch của tỉnh"))</w:p>" }
            .joined()
        let document = try read(
            WordPackage(own + "<w:p>\(run(nil, "C¨n cø LuËt Tæ chøc ChÝnh phñ n­íc Céng hoµ x· héi"))</w:p>"))
        #expect(document.lines.last == "Căn cứ Luật Tổ chức Chính phủ nước Cộng hoà xã hội")
        #expect(document.lines.first == "Ủy ban nhân dân tỉnh ban hành Kế hoạch của tỉnh")
    }

    @Test("foreign words and signs in a Unicode document stay")
    func foreign() throws {
        #expect(
            try lines(run(nil, "Nhãn hiệu Café® của Đức: Müller und Söhne © 2020")) == [
                "Nhãn hiệu Café® của Đức: Müller und Söhne © 2020"
            ])
    }

    @Test("labels are set in fonts, too, and signs may be letters by their code")
    func labels() throws {
        let numbering =
            "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
            + "<w:lvlText w:val=\"§iÒu %1.\"/><w:rPr><w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/></w:rPr></w:lvl>"
            + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"
        let body =
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
            + "<w:r><w:t>Quy</w:t><w:sym w:font=\".VnTime\" w:char=\"F0D5\"/><w:t>t</w:t></w:r></w:p>"
        #expect(try read(WordPackage(body, numbering: numbering)).lines == ["Điều 1. Quyết"])
    }
}
