import Testing
import VanBanModel

@testable import VanBanReading

/// What stands in a Word document as a picture: sheets, other programs' objects, pictures of tables.
@Suite("objects and pictures in Word documents")
struct DOCXObjectTests {
    private let call = p("Thực hiện tại bảng sau:")

    private func object(_ program: String, _ file: String, _ bytes: [UInt8], kind: String = "package") -> WordPackage {
        let object =
            "<w:p><w:r><w:t>đầu </w:t></w:r><w:r><w:object><o:OLEObject xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
            + "Type=\"Embed\" ProgID=\"\(program)\" r:id=\"c1\"/></w:object></w:r><w:r><w:t>cuối</w:t></w:r></w:p>"
        var package = WordPackage(call + object + p("sau"))
        package.chunkKind = kind
        package.chunks = [("c1", file, "application/octet-stream", bytes)]
        return package
    }

    private var sheet: [UInt8] {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        func cells(_ words: [String], _ row: Int) -> String {
            let cells = zip(["A", "B", "C"], words).map { column, word in
                "<c r=\"\(column)\(row)\" t=\"inlineStr\"><is><t>\(word)</t></is></c>"
            }
            return "<row r=\"\(row)\">\(cells.joined())</row>"
        }
        let rows = cells(["TT", "Việc", "Sở"], 1) + cells(["1", "Họp", "#N/A"], 2)
        let entries: [(String, String)] = [
            (
                "_rels/.rels",
                "<Relationships xmlns=\"\(package)\"><Relationship Id=\"r1\" Type=\"\(relations)/officeDocument\" "
                    + "Target=\"xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"\(package)\"><Relationship Id=\"r1\" Type=\"\(relations)/worksheet\" "
                    + "Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relations)\"><sheets><sheet name=\"A\" sheetId=\"1\" "
                    + "r:id=\"r1\"/></sheets></workbook>"
            ),
            (
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData></worksheet>"
            ),
        ]
        return Zip.archive(entries.map { ($0.0, Array($0.1.utf8)) })
    }

    @Test("a sheet is read where it is shown, and what stands behind it in its paragraph goes on")
    func sheets() throws {
        let document = try read(object("Excel.Sheet.12", "embeddings/a.xlsx", sheet))
        #expect(
            document.lines
                == ["Thực hiện tại bảng sau:", "đầu", "TT | Việc | Sở", "1 | Họp | ", "cuối", "sau"])
        #expect(document.diagnostics.isEmpty)
    }

    @Test(
        "an object that is not read is told by its part's name, drawings and formulas are not",
        arguments: [
            ("Excel.Sheet.12", "package", true), ("Excel.Sheet.8", "oleObject", true),
            ("Word.Document.12", "package", true),
            ("Equation.DSMT4", "oleObject", false), ("Visio.Drawing.15", "package", false),
        ])
    func unread(program: String, kind: String, isTold: Bool) throws {
        let document = try read(object(program, "embeddings/b.bin", Array("x".utf8), kind: kind))
        #expect(document.diagnostic(.unreadPart)?.arguments == (isTold ? ["word/embeddings/b.bin"] : nil))
        #expect(document.lines.last == "sau")
    }

    @Test("a picture where a sentence calls for a table is told")
    func picture() throws {
        let space = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
        let picture =
            "<w:p><w:r><w:drawing><a:graphic \(space)><a:graphicData "
            + "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"/></a:graphic></w:drawing></w:r></w:p>"
        #expect(try read(WordPackage(call + picture + p("sau"))).diagnostic(.tableNotRead) != nil)
        #expect(try read(WordPackage(p("Kính gửi:") + picture + p("sau"))).diagnostic(.tableNotRead) == nil)
    }
}
