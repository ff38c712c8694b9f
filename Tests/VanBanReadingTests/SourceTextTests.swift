import Testing

@testable import VanBanReading

@Suite struct SourceTextTests {
    private func string(_ source: String) -> String {
        let text = normalized(source)
        return text.string(0..<text.bytes.count)
    }

    @Test("white space is one space, and none at the ends")
    func whiteSpace() {
        #expect(string("  a \t\u{A0}\n b\u{3000}\u{2003}c \u{0B}") == "a b c")
        #expect(string("a b") == "a b")
        #expect(string("a  b") == "a b")
        #expect(string(" \n ") == "")
    }

    @Test("note marks are left out, units of area and volume keep theirs")
    func noteMarks() {
        #expect(string("Kế hoạch¹ này² và³ kia⁴") == "Kế hoạch này và kia")
        #expect(string("100 m², 5km², 7 m³, đồng/m², (m²), cm²") == "100 m², 5km², 7 m³, đồng/m², (m²), cm²")
        #expect(string("100\u{A0}m² và 3\u{202F}km²") == "100 m² và 3 km²")
        #expect(string("năm² kèm³ m¹") == "năm kèm m")
        #expect(string("a ¹ b") == "a b")
    }

    @Test("the pieces of a stretch are joined by one space")
    func stretches() {
        let text = normalized("một hai\nba")
        #expect(text.string(Stretch(0..<5, [6..<9, 10..<12])) == "một hai ba")
        #expect(text.string(Stretch(0..<5, [5..<5])) == "một")
    }

    @Test("trimming knows every white space and cuts no character")
    func trimming() {
        let text = normalized("\u{A0}\u{2003} ấ\u{202F}\n")
        #expect(text.trimmed(0..<text.bytes.count) == 6..<9)
        #expect(text.trimmed(0..<6).isEmpty)
    }

    @Test("characters are counted as scalars other than white space")
    func counting() {
        let text = normalized("ấ b\u{A0}𠀋\n")
        #expect(text.characterCount(in: 0..<text.bytes.count) == 3)
    }

    @Test("words lead back to their own bytes, whatever went before them")
    func locations() throws {
        let source = "\u{FEFF}**Sở**\r\n<i>Nô\u{323}i</i> vụ &amp; x\r\n"
        let text = try read(source).text
        func place(_ words: String) throws -> (String, Int) {
            let location = text.location(of: try #require(range(of: words, in: text)))
            return (String(decoding: Array(source.utf8)[location.start..<location.end], as: UTF8.self), location.line)
        }
        #expect(try place("Sở") == ("Sở", 1))
        #expect(try place("Nội") == ("Nô\u{323}i", 2))
        #expect(try place("vụ") == ("vụ", 2))
        #expect(try place("&") == ("&amp;", 2))
        #expect(try place("x") == ("x", 2))
    }

    @Test("markup after a range stays outside of it, an empty range stays empty")
    func edges() {
        let text = normalized("<b>a</b>b")
        #expect(text.sourceRange(of: 0..<1) == 3..<4)
        #expect(text.sourceRange(of: 1..<2) == 8..<9)
        #expect(text.sourceRange(of: 1..<1) == 8..<8)
    }

    @Test("the end of the text is behind its last character")
    func end() {
        #expect(normalized("ae\u{301}").sourceOffset(of: 3) == 4)
        #expect(normalized("ab").sourceOffset(of: 2) == 2)
    }

    @Test("lines are those of the source, those inside markup too")
    func lines() throws {
        let text = normalized("a\r\nb<!-- x\r\ny\nz -->c\rd<br\n/>e")
        func line(_ words: String) throws -> Int { text.location(of: try #require(range(of: words, in: text))).line }
        #expect(try ["a", "b", "c", "d", "e"].map(line) == [1, 2, 4, 5, 6])
    }

    @Test("a text from no file is its own source")
    func literal() {
        let text = SourceText.literal("Điều 1")
        #expect(text.sourceRange(of: 2..<5) == 2..<5)
        #expect(text.line(of: 5) == 1)
        #expect(text.string(0..<text.bytes.count) == "Điều 1")
    }
}
