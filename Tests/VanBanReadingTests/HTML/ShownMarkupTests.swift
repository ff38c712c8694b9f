import Testing
import VanBanModel

@testable import VanBanReading

/// What browsers show though it stands in no text, and what is seen otherwise than it is written.
@Suite("what browsers show")
struct ShownMarkupTests {
    private func row(_ cell: String) -> String {
        "<table><tr><th>TT</th><th>Việc</th><th>Hạn</th></tr><tr><td>1</td><td>Họp</td><td>\(cell)</td></tr></table>"
    }

    @Test(
        "fields of a form and the words for a picture that fill a cell",
        arguments: [
            ("<input type=text value='Tháng 5'>", "Tháng 5"), ("<p><input value=\"Tháng 5\"></p>", "Tháng 5"),
            ("<select><option>A<option selected>Tháng 5</option></select>", "Tháng 5"),
            ("<img src=x.png alt=\"Tháng 5\">", "Tháng 5"), ("<input type=hidden value='Tháng 5'>", ""),
            ("<img src=x.png alt=logo>", ""), ("NaN", ""), ("#REF!", ""), ("<select><option>A<option>B</select>", ""),
        ])
    func fields(cell: String, words: String) throws {
        #expect(try ReadPage(row(cell)).lines.last == "1|Họp|\(words)")
    }

    @Test("a frame's own page, and markup that was escaped as a whole")
    func frames() throws {
        let table = "<table><tr><td>1</td><td>Rà soát</td><td>A</td></tr></table>"
        let escaped = table.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        #expect(
            try ReadPage("<p>a</p><iframe srcdoc=\"\(escaped)\"></iframe><p>b</p>").lines == ["a", "1|Rà soát|A", "b"])
        #expect(try ReadPage("<p>a</p><div>\(escaped)</div>").lines == ["a", "1|Rà soát|A"])
        #expect(try ReadPage("<p>a &lt;b&gt; c</p>").lines == ["a <b> c"])
    }

    @Test(
        "a picture behind the first letter of a word parts it not, wherever the source's lines end",
        arguments: [
            ("T<img src=a.gif align=left>\nỈNH", "TỈNH"), ("S<img src=a.gif>ố", "Số"), ("A<img src=a.gif>\nB", "A B"),
            ("Quý<img src=a.gif> IV", "Quý IV"),
        ])
    func pictures(markup: String, words: String) throws {
        #expect(try ReadPage("<p>\(markup)</p>").lines == [words])
    }

    @Test("words with a line through them are deleted ones")
    func struck() throws {
        let sheet = "<style>.x{text-decoration:underline line-through}</style>"
        let page = try ReadPage(
            "\(sheet)<p>Hạn <span style='text-decoration-line: line-through'>A</span> <b class=x>B</b>C</p>")
        #expect(page.lines == ["Hạn C"])
        #expect(page.diagnostic(.trackedChanges)?.arguments == ["0", "2", "final"])
    }

    @Test("numbers of a style sheet, of an empty item, and signs of a font")
    func signs() throws {
        #expect(try ReadPage("<style>.m:before{content:'I. '}</style><p class=m>MỤC ĐÍCH</p>").lines == ["I. MỤC ĐÍCH"])
        #expect(try ReadPage("<style>.m::before{content:'\\f101'}</style><p class=m>a</p>").lines == ["a"])
        #expect(
            try ReadPage("<table><tr><td><ol start=2><li></li></ol></td><td>Họp</td></tr></table>").lines == ["2.|Họp"])
        #expect(try ReadPage("<p>Đạt <span style='font-family:Symbol'>³</span> 98%</p>").lines == ["Đạt ≥ 98%"])
    }

    @Test("a picture where a sentence calls for a table is told")
    func pictures() throws {
        #expect(try ReadPage("<p>Theo bảng sau:</p><p><img src=a.png></p><p>b</p>").diagnostic(.tableNotRead) != nil)
        #expect(try ReadPage("<p>Chia sẻ:</p><p><img src=a.png></p>").diagnostic(.tableNotRead) == nil)
        #expect(try ReadPage("<p>Bảng sau:</p><img src=a.png>\(row("A"))").diagnostic(.tableNotRead) == nil)
    }

    @Test("a border that one row has a little beside the others makes no column")
    func borders() throws {
        let html = """
            <table><tr><th>TT</th><th>Việc</th><th colspan=2>Sở</th><th>Hạn</th></tr>
            <tr><td>1</td><td>Họp</td><td>A</td><td colspan=2>Tháng 5</td></tr>
            <tr><td>2</td><td>Rà soát</td><td colspan=2>B</td><td>Tháng 6</td></tr></table>
            """
        #expect(try ReadPage(html).lines == ["TT|Việc|Sở|Hạn", "1|Họp|A|Tháng 5", "2|Rà soát|B|Tháng 6"])
    }
}
