import Foundation
import Testing

@testable import VanBanReading

@Suite struct LineEndTests {
    @Test("every kind of line end becomes a line feed", arguments: ["\n", "\r\n", "\r", "\u{85}", "\u{2029}"])
    func lineEnds(end: String) {
        #expect(plain("a\(end)b\(end)\(end)c") == "a\nb\n\nc")
    }

    @Test("mixed line ends are each one line end")
    func mixed() {
        #expect(plain("a\r\n\rb\n\r\nc\r") == "a\n\nb\n\nc\n")
    }

    @Test("U+2028 and a vertical tab break a line inside a paragraph, a form feed ends a page")
    func softBreaks() {
        #expect(plain("a\u{2028}b\u{0B}c\u{0C}d") == "a\u{0B}b\u{0B}c\u{0C}d")
    }
}

@Suite struct InvisibleCharacterTests {
    @Test(
        "characters that nobody sees are left out",
        arguments: [
            "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{2060}", "\u{2066}", "\u{2069}", "\u{202C}", "\u{AD}",
            "\u{FEFF}", "\u{01}", "\u{1F}", "\u{7F}", "\u{90}",
        ])
    func invisible(character: String) {
        let text = normalized("Sở\(character) Nội")
        #expect(String(decoding: text.bytes, as: UTF8.self) == "Sở Nội")
        #expect(text.omissions.map(\.kind) == [.invisible])
        #expect(text.omissions.map(\.characters) == [0])
        #expect(text.omissions.map(\.source) == [4..<(4 + character.utf8.count)])
    }

    @Test("Word's cell ends part cells within a line, and are nothing where each cell has its line")
    func cellMarks() {
        #expect(
            plain("1\u{7}Rà soát\u{7}Sở Nội vụ\u{7}\n\u{7}hồ sơ\u{7}tỉnh") == "1\tRà soát\tSở Nội vụ\n\thồ sơ\ttỉnh")
        #expect(plain("1\r\n\u{7}Rà soát\r\n\u{7}Sở Nội vụ\r\n\u{7}") == "1\nRà soát\nSở Nội vụ\n")
    }

    @Test("Word's hyphen that no line ends at is a hyphen")
    func wordHyphen() { #expect(plain("2025\u{1E}2026") == "2025-2026") }

    @Test("a no-break space stays, and is white space")
    func noBreakSpace() {
        let text = normalized("a\u{A0}\u{A0} b")
        #expect(String(decoding: text.bytes, as: UTF8.self) == "a\u{A0}\u{A0} b")
        #expect(text.string(0..<text.bytes.count) == "a b")
        #expect(text.characterCount(in: 0..<text.bytes.count) == 2)
    }

    @Test("the marks of a dash, a quote, and an ellipsis stay")
    func punctuation() {
        #expect(plain("“a” – b… ‰ \u{FFFD} ﬁ") == "“a” – b… ‰ \u{FFFD} ﬁ")
    }
}

@Suite struct CompositionTests {
    /// All letters of Vietnamese, with and without marks.
    private static let letters: [String] = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "đ"].flatMap {
        base in
        let marks = base == "đ" ? [""] : ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
        return marks.flatMap { mark in
            let letter = (base + mark).precomposedStringWithCanonicalMapping
            return [letter, letter.uppercased()]
        }
    }

    private func same(_ text: String, as expected: String) -> Bool { plain(text).utf8.elementsEqual(expected.utf8) }

    /// A letter in NFC; a tone before the hat of its vowel makes the same letter as behind it.
    private func composed(_ letter: String) -> String {
        var parts = Array(letter.decomposedStringWithCanonicalMapping.unicodeScalars)
        if parts.count == 3 {
            parts.swapAt(1, 2)
            var swapped = ""
            swapped.unicodeScalars.append(contentsOf: parts)
            let seen = swapped.precomposedStringWithCanonicalMapping
            if seen.unicodeScalars.count == 1, ["\u{302}", "\u{306}"].contains(parts[1]) { return seen }
        }
        return letter.precomposedStringWithCanonicalMapping
    }

    @Test("every letter is composed from its parts, in any order of the marks")
    func everyLetter() {
        #expect(Self.letters.count == 146)
        for letter in Self.letters {
            let parts = Array(letter.decomposedStringWithCanonicalMapping.unicodeScalars)
            var orders = [parts]
            if parts.count == 3 { orders.append([parts[0], parts[2], parts[1]]) }
            for order in orders {
                var text = ""
                text.unicodeScalars.append(contentsOf: order)
                let expected = composed(text)
                #expect(same(text, as: expected), "\(letter)")
                #expect(same("x" + text + text + " ", as: "x" + expected + expected + " "), "\(letter)")
            }
        }
    }

    @Test("half-composed letters are composed: a mark on â or ạ, the tone before the hat")
    func halfComposed() {
        for letter in Self.letters {
            for mark in [
                "\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{306}", "\u{309}", "\u{31B}", "\u{323}", "\u{341}",
            ] {
                let text = letter + mark
                #expect(same(text, as: composed(text)), "\(letter) \(mark.unicodeScalars)")
            }
        }
    }

    @Test("ệ, ữ and ẫ come from two marks", arguments: ["ệ", "ữ", "ẫ"])
    func twoMarks(letter: String) {
        #expect(same(letter.decomposedStringWithCanonicalMapping, as: letter))
    }

    @Test("a mark finds its letter behind something invisible, markup, or an entity")
    func markBehindOmission() {
        #expect(same("e\u{200B}\u{302}\u{AD}\u{323}x", as: "ệx"))
        #expect(same("<i>e</i>\u{301}", as: "é"))
        #expect(same("&#101;\u{301}", as: "é"))
        #expect(same("e&#769;", as: "é"))
        #expect(normalized("ae\u{200B}\u{301}b").sourceRange(of: 1..<3) == 1..<7)
    }

    @Test("a mark without a letter stays")
    func loneMark() {
        #expect(same("\u{301}a", as: "\u{301}a"))
        #expect(same("a\n\u{301}", as: "a\n\u{301}"))
        #expect(same("q\u{301}", as: "q\u{301}"))
    }

    @Test("signs that NFC writes as letters are letters")
    func singletons() {
        #expect(same("10 \u{212A}, \u{2126}, \u{212B}", as: "10 K, Ω, Å"))
    }
}

@Suite struct InlineMarkupTests {
    @Test(
        "tags go, line-breaking tags become breaks",
        arguments: [
            ("<i>Căn cứ</i> Luật", "Căn cứ Luật"), ("a<br>b<br/>c<BR />d", "a\u{0B}b\u{0B}c\u{0B}d"),
            ("<p>a</p>", "\u{0B}a\u{0B}"),
            ("<ul style=\"margin: 0; padding:0\"><li>a</li></ul>", "\u{0B}\u{0B}a\u{0B}\u{0B}"),
            ("<font color=red size='2'>a</font>", "a"), ("a<!-- page 2 -->b", "ab"), ("a<!---->b", "ab"),
            ("<span\nclass=\"x\">a</span>", "a"),
        ])
    func tags(source: String, expected: String) {
        #expect(plain(source) == expected)
    }

    @Test(
        "what only looks like a tag stays",
        arguments: [
            "a < b", "x<y", "<tag>", "<x-y>", "<", "<>", "</", "<!", "<!--", "<!-- a", "<b", "<b class", "<i và j> k",
            "a <b and c> d", "<b\tx=\"1\">", "<a href=\"x>", "<!DOCTYPE>", "1 <= 2 >= 0", "< b>", "<12:30>", "<a:b>",
            "<ghi chú: x@y>",
        ])
    func notTags(source: String) {
        #expect(plain(source) == source)
    }

    @Test("a comment that is not closed before the next is text, the next is not")
    func openComment() {
        #expect(plain("<!-- a <!-- b -->c") == "<!-- a c")
    }

    @Test("raised digits become superscripts", arguments: [("m<sup>2</sup> 3", "m² 3"), ("a<sup>10</sup>", "a¹⁰")])
    func raised(source: String, expected: String) {
        #expect(plain(source) == expected)
    }

    @Test("a raised digit that is never lowered again ends with its paragraph")
    func unendedRaise() {
        #expect(plain("a<sup>1 b2\n\n3") == "a¹ b²\n\n3")
    }

    @Test("an address loses its brackets and nothing else")
    func autolinks() {
        #expect(plain("x <http://a.vn/b_c_d?e=*&amp;f=*> y") == "x http://a.vn/b_c_d?e=*&f=* y")
        #expect(plain("<ubnd@phutho.gov.vn>") == "ubnd@phutho.gov.vn")
        #expect(plain("<www.phutho.gov.vn>") == "www.phutho.gov.vn")
        #expect(plain("<http://a.\u{200B}vn>") == "http://a.vn")
        #expect(normalized("a <x@y> b").omissions.map(\.source) == [2..<3, 6..<7])
    }

    @Test(
        "entities are characters",
        arguments: [
            ("a &amp; b", "a & b"), ("&lt;b&gt;", "<b>"), ("&#272;i&#x1EC1;u", "Điều"), ("a&nbsp;b", "a\u{A0}b"),
            ("a&shy;b&#8203;c", "abc"), ("T&agrave;i ch&iacute;nh &Yacute;", "Tài chính Ý"), ("A&B; &;", "A&B; &;"),
            ("&#10; &#x; &#xD800; &#0;", "&#10; &#x; &#xD800; &#0;"),
            ("R&D", "R&D"), ("&unknown;", "&unknown;"),
        ])
    func entities(source: String, expected: String) {
        #expect(plain(source) == expected)
    }

    @Test(
        "a backslash before a mark goes, and the mark is no markup",
        arguments: [
            ("\\*a\\*", "*a*"), ("1\\. b", "1. b"), ("\\- c", "- c"), ("\\# d", "# d"), ("a\\_b\\_", "a_b_"),
            ("\\a\\", "\\a\\"),
            ("*a\\* b*", "a* b"), ("\\(1\\) \\[2\\]", "(1) [2]"),
        ])
    func escapes(source: String, expected: String) {
        #expect(plain(source) == expected)
    }

    @Test("a heading loses its marks and stands in bold to the end of its line, whatever else it holds")
    func headings() {
        #expect(plain("# Điều 1\nx") == " Điều 1\nx")
        #expect(boldPieces("# **A** &amp; B\nx **y**") == [" A & B", "A", "y"])
        #expect(blocks("# **A** &amp; B\nx").map(\.isBold) == [true, false])
        #expect(blocks("a\r## b\rc").map(\.isBold) == [false, true, false])
        #expect(blocks("a\u{0C}# b").map(\.isBold) == [false, true])
        #expect(plain("a\r# b") == "a\n b")
        #expect(boldPieces("# a") == [" a"])
    }

    @Test("a heading after a byte-order mark is a heading")
    func headingAfterMark() throws {
        let document = try read("\u{FEFF}# Điều 1")
        #expect(document.text.string(document.blocks[0].range) == "Điều 1")
        #expect(document.blocks[0].isBold)
    }

    @Test("a number sign elsewhere is text", arguments: ["#a", "a # b", "####### a", "#", "a\n#", "C#"])
    func noHeadings(source: String) {
        #expect(plain(source) == source)
    }
}
