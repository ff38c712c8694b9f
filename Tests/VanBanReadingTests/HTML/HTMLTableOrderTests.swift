import Testing
import VanBanModel

@testable import VanBanReading

/// Tables as browsers show them, whatever their authors wrote.
@Suite("The order of tables")
struct HTMLTableOrderTests {
    @Test("what stands in a table outside of its cells is shown above it and moves no cell")
    func outsideOfCells() throws {
        let html = "<table><tr>rơi<td>TT<td>Việc</tr><tr>lạc<td>1<td>a</tr><b>đậm</b></table>sau"
        #expect(try page(html) == ["rơilạcđậm", "TT|Việc", "1|a", "sau"])
        #expect(try page("<p>x</p><table><p>Bảng 1</p><tr><td>a</table>") == ["x", "Bảng 1", "a"])
        let nested = try page("<table><tr><td>a<table>lạc<tr><td>b</table>c</table>").joined(separator: " ")
        #expect(nested.split { " /|".contains($0) } == ["alạc", "b", "c"])
        #expect(try page("trước<table>t</table>") == ["trướct"])
    }

    @Test("words beside a cell that holds a table are not lost")
    func besideInnerTable() throws {
        let html = "<table><tr>lạc<td>a<table><tr><td>b</td></tr></table></td></tr></table>"
        #expect(try page(html) == ["lạc", "a", "b"])
    }

    @Test(
        "the head is shown first and the foot last",
        arguments: [
            "<thead><tr><th>TT<th>Việc</thead><tfoot><tr><td colspan=2>Cộng</tfoot><tbody><tr><td>1<td>a</tbody>",
            "<tfoot><tr><td colspan=2>Cộng</tfoot><tr><td>1<td>a</tr><thead><tr><th>TT<th>Việc</thead>",
            "<tbody><tr><td>1<td>a<tfoot><tr><td colspan=2>Cộng<thead><tr><th>TT<th>Việc",
        ])
    func sections(rows: String) throws {
        let read = try ReadPage("<table>\(rows)</table>")
        #expect(read.lines == ["TT|Việc", "1|a", "Cộng|"])
        #expect(read.blocks.map(\.grid?.isHeader) == [true, false, false])
    }

    @Test("a second head or foot is rows like others, and tables in cells keep their own")
    func secondSections() throws {
        let html = """
            <table><tbody><tr><td>1<table><tbody><tr><td>x<td>y<thead><tr><th>X<th>Y</table></tbody>
            <thead><tr><th>A</thead><tbody><tr><td>2</tbody><thead><tr><th>B</thead></table>
            """
        #expect(try page(html) == ["A", "1", "X|Y", "x|y", "2", "B"])
    }

    @Test("a caption stands above the table wherever it is written")
    func caption() throws {
        #expect(try page("<table><tr><td>a<td>b</tr><caption>Bảng <b>1</b></table>") == ["Bảng 1", "a|b"])
    }

    @Test("cells without a row open one, and the end of a row ends it")
    func rows() throws {
        #expect(try page("<table><td>a<td>b</tr><td>1<td>2</tr><tr><td>3<td>4</table>") == ["a|b", "1|2", "3|4"])
    }

    @Test("a table that begins between the rows of another ends that")
    func unclosed() throws {
        let read = try ReadPage("<table><tr><td>a<td>b</tr><table><tr><td>c<td>d</tr></table><p>sau")
        #expect(read.lines == ["a|b", "c|d", "sau"])
        #expect(read.blocks[0].grid?.table != read.blocks[1].grid?.table)
    }

    @Test("tables in order are left as they are", arguments: ["", "</td></tr></tbody></table>"])
    func untouched(end: String) {
        let html = """
            <div><table border="1>"><!-- <td> --><caption>x</caption><colgroup><col></colgroup><thead><tr><th>a</th></tr>
            </thead> <tbody><tr><td>b<table><tr><td>c<td>d</table><script>"<td>"</script>\(end)
            """
        #expect(TableMarkup.settled(Array(html.utf8)) == Array(html.utf8))
    }

    @Test("thousands of tables within one another, and of moved words, take their time and no more")
    func deep() throws {
        let html = String(repeating: "<table><tr>x<td>", count: 20_000)
        let read = try ReadPage(html + "y")
        #expect(read.lines.joined().count { $0 == "x" } == 20_000)
    }

    @Test("no mixture of a table's tags loses a word", arguments: 0..<40)
    func mixtures(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let tags = [
            "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th rowspan=2>", "<thead>", "</thead>", "<tbody>",
            "</tbody>", "<tfoot>", "</tfoot>", "<p>", "</p>", "<div>", "</div>", "<b>",
            "</b>",
            "<!-->", "<!-- x -->", "<!DOCTYPE html>", "<br>", "<form>",
            "</form>",
        ]
        for _ in 0..<10 {
            var html = ""
            var wanted: [String] = []
            for index in 0..<30 {
                guard let tag = tags.randomElement(using: &random) else { continue }
                html += tag
                if Bool.random(using: &random) {
                    html += "w\(index) "
                    wanted.append("w\(index)")
                }
            }
            let found = (try? page(html + "<p>ende")) ?? []
            let words = Set(
                found.joined(separator: " ").split { " |/".contains($0) }.flatMap { word in
                    word.split(separator: "w").map { "w" + $0 }
                })
            let lost = wanted.filter { !words.contains($0) }
            #expect(lost.isEmpty, "\(html)")
        }
    }
}
