import Testing

@testable import VanBanReading

@Suite struct EmphasisTests {
    @Test(
        "emphasis goes",
        arguments: [
            ("*x*", "x"), ("**x**", "x"), ("***x***", "x"), ("_x_", "x"), ("__x__", "x"), ("a **b** c", "a b c"),
            ("*a\nb*", "a\nb"), ("*a\r\nb*", "a\nb"), ("**a *b* c**", "a b c"), ("(*b*)", "(b)"),
            ("**Căn cứ:**Luật", "Căn cứ:Luật"), ("* *x*", "* x"), ("_Ghi chú:_ x", "Ghi chú: x"), ("_(a)_", "(a)"),
            ("\t*a\n\tb*", "\ta\n\tb"), ("*a*\t**b**", "a\tb"), ("*<a href=\"*\">x</a>*", "x"),
        ])
    func emphasis(source: String, expected: String) {
        #expect(plain(source) == expected)
    }

    @Test(
        "what is no emphasis stays",
        arguments: [
            "*x", "x*", "a * b", "(*)", "2*3*4", "* x\n* y", "***", "* * *", "***\nx\n***", "a_b_c", "____", "_",
            "__ x __", "ngày __/__/____", "tên:__ số:__",
            "****x****", "*a\n\nb*", "*a**", "*a_", "Sở A*, Sở B*", "**a*", "5 * 6 * 7", "*\n*",
        ])
    func noEmphasis(source: String) {
        #expect(plain(source) == source)
    }

    @Test(
        "emphasis never runs over a tab, a row, a heading, or a page",
        arguments: [
            "*a\tb*", "1\t*a\n2\tb*", "*a\n1\tb*", "1\t*a\nb*", "*a\u{0C}b*", "x\t*a\r2\tb*", "x\t*a\u{2029}b*",
        ])
    func limits(source: String) {
        let expected = source.replacing("\r", with: "\n").replacing("\u{2029}", with: "\n")
        #expect(plain(source) == expected)
    }

    @Test("a heading is a unit of its own")
    func heading() {
        #expect(plain("*a\n# b*\nc*") == "*a\n b*\nc*")
    }

    @Test("two marks or more are bold, one is not")
    func bold() {
        #expect(boldPieces("a **b** *c* ***d*** __e__ _f_ <b>g</b> <strong>h</strong>") == ["b", "d", "e", "g", "h"])
    }

    @Test("bold counts in the text without its markup, and does not run on")
    func boldRange() {
        #expect(normalized("*a* **b**c").bold == [2..<3])
        #expect(boldPieces("**a <i>b</i> &amp; c** d") == ["a b & c"])
        #expect(boldPieces("<b>a\n\nb</b>") == [])
    }

    @Test("markup that goes is furniture, character by character")
    func omissions() {
        let text = normalized("**a** <span class=\"x y\">b</span>")
        #expect(text.omissions.map(\.source) == [0..<2, 3..<5, 6..<24, 25..<32])
        #expect(text.omissions.map(\.characters) == [2, 2, 16, 7])
    }
}
