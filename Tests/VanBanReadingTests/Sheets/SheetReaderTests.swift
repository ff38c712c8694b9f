import Testing
import VanBanModel

@testable import VanBanReading

@Suite("numbers as spreadsheets show them")
struct CellFormatTests {
    @Test(
        "a format says what is shown",
        arguments: [
            ("General", 12.0, "12"), ("General", 0.5, "0,5"), ("0", 12.6, "13"), ("0.00", 3.14159, "3,14"),
            ("#,##0", 1_234_567.0, "1.234.567"), ("#,##0.0#", 1234.5, "1.234,5"), ("0%", 0.256, "26%"),
            ("00", 7.0, "07"), ("dd/mm/yyyy", 45_488.0, "15/07/2024"), ("d/m/yy", 45_488.0, "15/7/24"),
            ("\"Tháng\" m/yyyy", 45_488.0, "Tháng 7/2024"), ("h:mm", 0.75, "18:00"), ("h:mm AM/PM", 0.75, "6:00 PM"),
            ("#,##0;(#,##0)", -1500.0, "(1.500)"), ("0;-0;\"–\"", 0.0, "–"),
            ("[Red]#,##0 \"đồng\"", 80_000.0, "80.000 đồng"),
            ("#,##0,", 1_500_000.0, "1.500"), ("@", 5.0, "5"), ("[$-42A]dd mmmm yyyy;@", 1.0, "01 01 1900"),
        ])
    func shown(code: String, number: Double, text: String) {
        #expect(CellFormat(code: code).text(of: number) == text)
    }

    @Test("days are counted from 1900, or from 1904")
    func days() {
        #expect(CellFormat(number: 14).text(of: 61) == "01/03/1900")
        #expect(CellFormat(number: 14).text(of: 44_026, startsIn1904: true) == "15/07/2024")
    }
}

@Suite("workbooks")
struct SheetReaderTests {
    private let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    private func workbook(_ rows: String, more: String = "", columns: String = "", hidden: Bool = false) -> [UInt8] {
        let space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"\(relations)\""
        let second = hidden ? "<sheet name=\"Ẩn\" sheetId=\"2\" state=\"hidden\" r:id=\"r2\"/>" : ""
        return Zip.archive([
            (
                "_rels/.rels",
                Array(
                    "<Relationships><Relationship Id=\"a\" Type=\"\(relations)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                        .utf8)
            ),
            (
                "xl/workbook.xml",
                Array(
                    "<workbook \(space)><sheets><sheet name=\"Phụ lục\" sheetId=\"1\" r:id=\"r1\"/>\(second)</sheets></workbook>"
                        .utf8)
            ),
            (
                "xl/_rels/workbook.xml.rels",
                Array(
                    ("<Relationships><Relationship Id=\"r1\" Type=\"\(relations)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                        + "<Relationship Id=\"r2\" Type=\"\(relations)/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>")
                        .utf8)
            ),
            (
                "xl/sharedStrings.xml",
                Array("<sst \(space)><si><t>Nhiệm vụ</t></si><si><r><t>Hạn </t></r><r><t>xong</t></r></si></sst>".utf8)
            ),
            (
                "xl/styles.xml",
                Array(
                    ("<styleSheet \(space)><fonts><font/><font><b/></font></fonts><borders><border/><border><left style=\"thin\"/></border></borders>"
                        + "<cellXfs><xf numFmtId=\"0\" fontId=\"0\" borderId=\"0\"/><xf numFmtId=\"14\" fontId=\"0\" borderId=\"1\"/></cellXfs></styleSheet>")
                        .utf8)
            ),
            (
                "xl/worksheets/sheet1.xml",
                Array("<worksheet \(space)>\(columns)<sheetData>\(rows)</sheetData>\(more)</worksheet>".utf8)
            ),
        ])
    }

    private func row(_ number: Int, _ cells: [String], hidden: Bool = false) -> String {
        let texts = cells.enumerated().map { column, text -> String in
            let name = "\(["A", "B", "C", "D"][column])\(number)"
            return text.isEmpty ? "" : "<c r=\"\(name)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
        }
        return "<row r=\"\(number)\"\(hidden ? " hidden=\"1\"" : "")>" + texts.joined() + "</row>"
    }

    private func read(_ file: [UInt8]) throws -> ReadDocument { try FileReader().read(file, name: "a") }

    @Test("a sheet is a table with its captions above")
    func table() throws {
        let file = workbook(
            row(1, ["PHỤ LỤC"]) + row(2, ["TT", "Việc", "Ai"]) + row(3, ["1", "Rà soát", "Sở Nội vụ"])
                + row(4, ["2", "Báo cáo", "Sở Y tế"]) + row(5, ["Ghi chú: không"]))
        #expect(FileReader.format(of: file) == .xlsx)
        let document = try read(file)
        #expect(document.source.format == .xlsx)
        #expect(document.blocks.map(\.kind) == [.paragraph, .row, .row, .row, .paragraph])
        #expect(document.lines[0] == "PHỤ LỤC")
        #expect(document.blocks[1].cells.map { document.text.string($0) } == ["TT", "Việc", "Ai"])
        #expect(document.text.paths?.path(at: document.blocks[2].cells[1].lowerBound) == "/sheet[1]/row[3]/c[2]")
    }

    @Test("cells are shown as their formats say, texts by their numbers")
    func values() throws {
        let document = try read(
            workbook(
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\"><v>2.5</v></c></row>"
                    + "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" s=\"1\"><v>45488</v></c><c r=\"C2\" t=\"b\"><v>1</v></c></row>"
            ))
        #expect(document.blocks[0].cells.map { document.text.string($0) } == ["Nhiệm vụ", "Hạn xong", "2,5"])
        #expect(document.blocks[1].cells.map { document.text.string($0) } == ["1", "15/07/2024", "TRUE"])
    }

    @Test("merged cells reach over columns and down over rows")
    func merges() throws {
        let document = try read(
            workbook(
                row(1, ["TT", "Việc", "", "Ai"]) + row(2, ["1", "a", "b", "c"]) + row(3, ["", "d", "e", "f"]),
                more: "<mergeCells><mergeCell ref=\"B1:C1\"/><mergeCell ref=\"A2:A3\"/></mergeCells>"))
        #expect(document.blocks[0].grid?.wide == [.init(column: 1, columns: 2)])
        #expect(document.blocks[2].grid?.covered == [0])
        #expect(document.blocks[2].cells.count == 4)
    }

    @Test("what is hidden is left out and told")
    func hidden() throws {
        let document = try read(
            workbook(
                row(1, ["a", "b", "c", "d"]) + row(2, ["x", "x", "x", "x"], hidden: true)
                    + row(3, ["e", "f", "g", "h"]),
                columns: "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>", hidden: true))
        #expect(
            document.blocks.map { $0.cells.map { document.text.string($0) } } == [
                ["a", "c", "d"], ["e", "g", "h"],
            ])
        #expect(document.diagnostics.first { $0.code == .hiddenCells }?.arguments == ["1", "1", "1"])
    }

    @Test("a workbook whose sheets say too much of themselves is refused")
    func limits() {
        #expect(throws: ReadingError.self) { try read(workbook("<row r=\"99999999\"><c><v>1</v></c></row>")) }
        #expect(throws: ReadingError.empty) { try read(workbook("")) }
    }

    @Test("a sheet of OpenDocument is read as it shows its cells")
    func openDocument() throws {
        let content = """
            <office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"><office:automatic-styles>
            <style:style style:name="h"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
            <office:body><table:table table:name="A"><table:table-row><table:table-cell table:number-columns-spanned="3"><text:p>PHỤ LỤC</text:p>
            </table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>
            <table:table-row><table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell><text:p>Rà<text:s/>soát</text:p>
            <text:p>lại</text:p></table:table-cell><table:table-cell><text:p>15/07/2024</text:p></table:table-cell></table:table-row>
            <table:table-row table:visibility="collapse"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>
            <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            </table:table><table:table table:name="B" table:style-name="h"><table:table-row><table:table-cell><text:p>y</text:p>
            </table:table-cell></table:table-row></table:table></office:body></office:document-content>
            """
        let file = Zip.archive([
            ("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8)),
            ("content.xml", Array(content.utf8)),
        ])
        let document = try FileReader().read(file, name: "a", from: .ods)
        #expect(document.lines[0] == "PHỤ LỤC")
        #expect(
            document.blocks[1].cells.map { document.text.string($0) } == ["1", "Rà soát lại", "15/07/2024"])
        #expect(document.blocks.count == 2)
        #expect(document.diagnostics.first { $0.code == .hiddenCells }?.arguments == ["1", "1", "0"])
    }
}
