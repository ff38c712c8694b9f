import Testing
import VanBanModel

@testable import VanBanReading

@Suite("Blocks of a page")
struct HTMLBlockTests {
    @Test("a block element ends the paragraph, an inline one and an unknown one do not")
    func blocks() throws {
        #expect(
            try page("<div>Một <i>hai</i> <x-y>ba</x-y><p>bốn</p>năm</div>sáu") == ["Một hai ba", "bốn", "năm", "sáu"])
    }

    @Test("white space collapses over the ends of inline elements")
    func collapses() throws {
        #expect(try page("<p>\n Kế <b> hoạch\n</b> <i>\t</i>năm<span> 2024</span>\n</p>") == ["Kế hoạch năm 2024"])
        #expect(try page("<p>Kế<b>hoạch</b></p>") == ["Kếhoạch"])
    }

    @Test("a line break ends a line; the last of a block ends nothing more")
    func lineBreaks() throws {
        let read = try ReadPage("<p>QUYẾT ĐỊNH<br>Về việc<br/></p><p>Sau</p>")
        #expect(read.lines == ["QUYẾT ĐỊNH", "Về việc", "Sau"])
        #expect(read.blocks.map(\.kind) == [.line, .paragraph, .paragraph])
        #expect(read.blocks.map(\.blankLinesBefore) == [0, 0, 0])
    }

    @Test("two line breaks, an empty paragraph with a no-break space or a break are an empty line")
    func emptyLines() throws {
        let read = try ReadPage("<p>a<br><br>b</p><p>&nbsp;</p><p>c</p><p><br></p>d<p></p><p>e")
        #expect(read.lines == ["a", "b", "c", "d", "e"])
        #expect(read.blocks.map(\.blankLinesBefore) == [0, 1, 1, 1, 0])
    }

    @Test("lines of pre are kept, of pre-line too, spaces only of pre")
    func preformatted() throws {
        let read = try ReadPage("<pre>\nSố:   1\n\nHai</pre><p style='white-space: pre-line'>a   b\nc</p>")
        #expect(read.lines == ["Số:   1", "Hai", "a b", "c"])
        #expect(read.blocks[1].blankLinesBefore == 1)
    }

    @Test("what browsers don't show is not read")
    func hidden() throws {
        let html = """
            <head><title>t</title><style>p{}</style></head><script>if (a</b) "</p>"</script><noscript>n</noscript>
            <template><p>x</template><p hidden>h</p><div style="display:none"><p>d</p>d</div><p>Thấy
            <span style='mso-hide:all'>w</span><select><option>o</select><input type=hidden value=v><img alt=i
            src=s><span class="sr-only">s</span></p><style>.off { display: none }</style><p class="x off">c</p>
            """
        #expect(try page(html) == ["Thấy"])
    }

    @Test("bold comes from elements, styles and style sheets")
    func bold() throws {
        let html = """
            <style><!-- .b { font-weight: 700 } p.c, li.c { font-weight: bold } --></style><p><b>a</b> x
            <strong>b</strong></p><p><span style="font-weight:bold">c</span> <span class=b>d</span></p><p class=c>e</p>
            <div class=c>f</div><h2>g</h2><b style="font-weight:normal">h</b>
            """
        #expect(try ReadPage(html).bold == ["a", "b", "c", "d", "e", "g"])
    }

    @Test("bold that its author closed behind the paragraph lasts to there")
    func boldAcrossBlocks() throws {
        #expect(try ReadPage("<b>a<p>b</p></b><p>c").bold == ["a", "b"])
        #expect(try ReadPage("<p><b>a<p>b</b> c<p>d").bold == ["a", "b"])
    }

    @Test("capitals by style are laid down as they are seen")
    func capitals() throws {
        #expect(try page("<p style='text-transform:uppercase'>kế hoạch</p>") == ["KẾ HOẠCH"])
    }

    @Test("a place has the path of its element, html and body without a number")
    func paths() throws {
        let read = try ReadPage("<html><body><div>a</div><div><p>b<p><i>c</i></div></body></html>")
        #expect(read.paths == ["/html/body/div[1]", "/html/body/div[2]/p[1]", "/html/body/div[2]/p[2]"])
    }

    @Test("tag soup: stray ends, misnested and unclosed elements lose no word")
    func soup() throws {
        let html = "</td></b><p>a <b>b <i>c</b> d</i></div><p>e<td>f<div>g<span>h</p></span></table>i<"
        #expect(try page(html).joined(separator: " ") == "a b c d e f gh i<")
    }
}

@Suite("Characters of a page")
struct HTMLCharacterTests {
    @Test("names and numbers of characters, with and without a semicolon, old and new")
    func entities() throws {
        let html =
            "<p>&agrave;&#7853;&#x1EA1; &abreve;&Dstrok; &lt;b&gt; &amp;agrave; A&amp B &nbsp x &lpar;1&rpar; &#150; &x;"
        #expect(try page(html) == ["àậạ ăĐ <b> à A& B \u{A0} x (1) – &x;"])
    }

    @Test(
        "without its semicolon the longest old name at the beginning of a word counts, as browsers have it",
        arguments: [
            ("L&agraveo Cai", "Lào Cai"), ("R&agrave so&aacutet h&agravenh", "Rà soát hành"), ("&agravenh;", "ành;"),
            ("&Agraveộc", "Àộc"), ("x&notin;y&notit;", "x∉y¬it;"), ("R&D, A&Dstrok B&x", "R&D, A&Dstrok B&x"),
            ("&copy2026", "©2026"), ("&copy.", "©."), ("&CounterClockwiseContourIntegral;", "∳"), ("a&", "a&"),
        ])
    func bareNames(markup: String, text: String) throws {
        #expect(try page("<p>\(markup)</p>") == [text])
    }

    @Test("a vertical tab, which the parser drops, parts words")
    func verticalTab() throws {
        #expect(try page("<p>Một\u{0B}<b>hai</b></p><p>ba") == ["Một hai", "ba"])
    }

    @Test("a quotation has the marks that browsers set around it")
    func quotations() throws {
        #expect(try page("<p>Gọi là <q>bộ phận <q>một cửa</q></q>.") == ["Gọi là “bộ phận ‘một cửa’”."])
    }

    @Test(
        "the line ends of Unicode end lines outside of cells",
        arguments: ["\u{2028}", "\u{2029}", "\u{85}"])
    func lineEnds(sign: String) throws {
        #expect(try page("<p>Một\(sign)<b>hai</b></p><p>ba") == ["Một", "hai", "ba"])
        #expect(try page("<table><tr><td>a\(sign)b<td>c</table>") == ["a / b|c"])
    }

    @Test("a letter and its mark from two elements are one letter")
    func composes() throws {
        #expect(try page("<p>Ke<b>&#770;</b>&#769; hoạch") == ["Kế hoạch"])
    }

    @Test("long text goes past the parser and comes out whole")
    func longText() throws {
        let words = String(repeating: "Căn cứ Luật ", count: 20_000)
        let lines = try page("<p>Trước <b>\(words)</b> giữa &amp; \(words)</p><p>Sau</p>")
        #expect(lines.count == 2)
        #expect(lines[0] == "Trước \(words)giữa & \(words.dropLast())")
        #expect(lines[1] == "Sau")
    }
}
