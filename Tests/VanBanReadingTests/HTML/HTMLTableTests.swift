import Testing
import VanBanModel

@testable import VanBanReading

@Suite("Tables of a page")
struct HTMLTableTests {
    @Test("rows and cells with their paths, counted over the whole table")
    func paths() throws {
        let read = try ReadPage(
            "<table><thead><tr><th>TT<th>Nội dung<tbody><tr><td>1<td><p>a</p><p>b</p><tr><td>2<td>c</table>")
        #expect(read.lines == ["TT|Nội dung", "1|a / b", "2|c"])
        #expect(read.blocks.map(\.grid?.isHeader) == [true, false, false])
        let second = try #require(read.blocks.last).cells[1]
        #expect(read.text.paths?.path(at: second.lowerBound) == "/html/body/table[1]/tr[3]/td[2]")
    }

    @Test("a cell over rows keeps its column free below, a cell over columns takes them")
    func spans() throws {
        let read = try ReadPage(
            "<table><tr><td rowspan=2>a<td colspan=2>b<td>c<tr><td>d<td>e<td>f<tr><td>g<td>h<td>i<td>k</table>")
        #expect(read.lines == ["a|b||c", "|d|e|f", "g|h|i|k"])
        #expect(read.blocks[0].grid?.wide == [.init(column: 1, columns: 2)])
        #expect(read.blocks[1].grid?.covered == [0])
    }

    @Test("rowspan 0 lasts to the end of the group, absurd spans end with the table")
    func absurdSpans() throws {
        let read = try ReadPage(
            "<table><tbody><tr><td rowspan=0>a<td rowspan=99999999999>b<tr><td>c<tbody><tr><td>d<td colspan=-3>e</table>"
        )
        #expect(read.lines == ["a|b", "||c", "d|e"])
    }

    @Test("a wide cell is no wider than browsers have it")
    func widest() throws {
        let read = try ReadPage("<table><tr><td colspan=100000>a<td>b</table>")
        #expect(read.blocks[0].cells.count == 1_001)
    }

    @Test("a table with more places than the limit is refused")
    func limit() throws {
        var limits = HTMLLimits()
        limits.cells = 10
        #expect(throws: ReadingError.tableTooLarge(limit: 10)) {
            try ReadPage("<table><tr><td colspan=9>a<tr><td>b<td>c</table>", limits: limits)
        }
    }

    @Test("a caption is a paragraph before the table")
    func caption() throws {
        let read = try ReadPage("<table><caption>Biểu 1</caption><tr><td>a<td>b</table>")
        #expect(read.lines == ["Biểu 1", "a|b"])
        #expect(read.blocks[0].grid == nil)
    }

    @Test("missing tags of rows and cells, and cells closed by the next in spite of a division")
    func missingTags() throws {
        #expect(try page("<table><td>a<td><div>b<td>c<tr><td>d<p>e</table>f") == ["a|b|c", "d / e", "f"])
    }

    @Test("parts of a table outside of one are passed over")
    func noTable() throws {
        #expect(
            try page("<tr><td>a</td> <td>b</td></tr>") == ["a b"]
                || page("<tr><td>a</td> <td>b</td></tr>") == ["a", "b"])
    }

    @Test("a frame around a table gives what it frames")
    func frames() throws {
        #expect(
            try page("<table><tr><td><p>Trước</p><table><tr><td>a<td>b</table><p>Sau</table>") == [
                "Trước", "a|b", "Sau",
            ])
    }

    @Test("a row of headings only is one of the head, a row with a heading of its own is not")
    func headings() throws {
        let read = try ReadPage("<table><tr><th>a<th>b<tr><th>c<td>d</table>")
        #expect(read.blocks.map(\.grid?.isHeader) == [true, false])
    }

    @Test("a line break in a cell stays in the cell")
    func breaks() throws {
        #expect(try page("<table><tr><td>a<br>b<br><br><td>c</table>") == ["a / b|c"])
    }
}
