import Testing
import VanBanModel

@testable import VanBanReading

/// Tables that stand in a text as HTML.
@Suite("HTML tables inside a text")
struct MarkupTableTests {
    private func rows(_ text: String) throws -> [Block] { try read(text).blocks.filter { $0.kind == .row } }

    private func cells(_ text: String) throws -> [[String]] {
        let document = try read(text)
        return document.blocks.filter { $0.kind == .row }.map { row in row.cells.map { document.text.string($0) } }
    }

    @Test(
        "rows and cells are read, on one line or on many",
        arguments: [
            "Trước <table><tr><td>TT</td><td>Nhiệm vụ</td></tr><tr><td>1</td><td>Rà soát</td></tr></table> sau",
            "Trước\n<table border=\"1\">\n<tr>\n<td>TT</td>\n<td>Nhiệm vụ</td>\n</tr>\n<tr><td>1<td>Rà\nsoát</table>\nsau",
            "Trước\n<TABLE><TBODY><TR><TD>TT</TD><TD>Nhiệm vụ</TD></TR><TR><TD>1</TD><TD>Rà soát</TD></TR></TBODY></TABLE>\nsau",
        ])
    func grid(text: String) throws {
        #expect(try cells(text) == [["TT", "Nhiệm vụ"], ["1", "Rà soát"]])
        let document = try read(text)
        #expect(document.blocks.filter { $0.kind != .row }.map { document.text.string($0.range) } == ["Trước", "sau"])
        #expect(try rows(text).allSatisfy { $0.grid?.table == 1 })
    }

    @Test("a caption and words outside of cells are lines where they stand")
    func outsideOfCells() throws {
        func lines(_ text: String) throws -> [String] {
            let document = try read(text)
            return document.blocks.map { block in
                block.cells.isEmpty
                    ? document.text.string(block.range)
                    : block.cells.map { document.text.string($0) }.joined(separator: "|")
            }
        }
        #expect(
            try lines("x\n<table>\n<caption>Bảng 1</caption>\n<tr><td>a</td><td>b</td></tr>\n</table>\ny") == [
                "x", "Bảng 1", "a|b", "y",
            ])
        #expect(try lines("VIỆT NAM<table >t</table>") == ["VIỆT NAM", "t"])
        #expect(
            try lines("<table>k<tr>l<td>a</td>m<td>b</td></tr>n<tr><td>c</td></tr>o\np</table>") == [
                "k", "l", "a m|b", "n", "c", "o", "p",
            ])
        #expect(try lines("<table><table><tr><td>a</td></tr></table></table>") == ["a"])
    }

    @Test("heads and spans are known")
    func spans() throws {
        let found = try rows(
            """
            <table><thead><tr><th rowspan="2">TT</th><th colspan="2">Phân công</th></tr>
            <tr><th>Chủ trì</th><th>Phối hợp</th></tr></thead>
            <tr><td rowspan=2>1</td><td>A</td><td>B</td></tr><tr><td>C</td><td>D</td></tr></table>
            """)
        #expect(found.map { $0.grid?.isHeader } == [true, true, false, false])
        #expect(found.map { $0.grid?.covered } == [[], [0], [], [0]])
        #expect(found[0].grid?.wide == [.init(column: 1, columns: 2)])
        #expect(found.map(\.cells.count) == [3, 3, 3, 3])
    }

    @Test("a place is that of the file, behind tags and all")
    func places() throws {
        let text = "Một\n<table><tr><td>TT</td><td>Nhiệm vụ</td></tr></table>\n\nHai"
        let document = try read(text)
        let cell = try #require(document.blocks.first { $0.kind == .row }?.cells.last)
        let place = document.text.location(of: cell)
        #expect(String(decoding: Array(text.utf8)[place.start..<place.end], as: UTF8.self) == "Nhiệm vụ")
        #expect(place.line == 2)
        let last = try #require(document.blocks.last?.range)
        #expect(document.text.location(of: last).line == 4)
    }

    @Test("a table in a cell gives that cell its words")
    func nested() throws {
        #expect(
            try cells("<table><tr><td>A<table><tr><td>x</td><td>y</td></tr></table></td><td>B</td></tr></table>").map {
                $0.map { String($0.filter { !$0.isWhitespace }) }
            } == [["Axy", "B"]])
    }

    @Test("where no table is closed, its tag is a word; an empty table is none")
    func none() throws {
        #expect(try read("Thẻ <table> mở bảng").blocks.map(\.kind) == [.line])
        #expect(try read("Trước <table></table> sau").blocks.allSatisfy { $0.kind == .line })
        #expect(try rows("<tr><td>a</td></tr> </table>").isEmpty)
    }

    @Test("absurd spans do no harm")
    func absurd() throws {
        let row = "<tr>" + String(repeating: #"<td rowspan="99999" colspan="99999">a</td>"#, count: 40) + "</tr>"
        let found = try rows("<table>" + String(repeating: row, count: 40) + "</table>")
        #expect(found.count == 40)
        #expect(found.reduce(0) { $0 + $1.cells.count } < 3_000_000)
    }
}
