import Testing
import VanBanModel

@testable import VanBanReading

@Suite struct TextReaderTests {
    @Test(
        "a file without text is empty",
        arguments: ["", " \r\n\t", "\u{FEFF}", "\u{FEFF}\n", "\u{A0}\n\u{200B}", "\u{0C}", "<p></p>"])
    func empty(source: String) {
        #expect(throws: ReadingError.empty) { try read(source) }
    }

    @Test("a UTF-16 file of a mark alone is empty")
    func emptyUTF16() {
        #expect(throws: ReadingError.empty) { try TextReader().read([0xFF, 0xFE], name: "a") }
    }

    @Test("a file over the limit is refused, one at the limit is read")
    func limit() throws {
        #expect(throws: ReadingError.tooLarge(bytes: 4, limit: 3)) {
            try TextReader(limit: 3).read(Array("abcd".utf8), name: "a")
        }
        #expect(try TextReader(limit: 3).read(Array("abc".utf8), name: "a").blocks.count == 1)
    }

    @Test("the source says what was read")
    func source() throws {
        let source = try TextReader().read(utf16(Array("Số".utf16), bigEndian: true), name: "a.txt").source
        #expect(source.name == "a.txt")
        #expect(source.format == .text)
        #expect(source.encoding == "utf-16be")
        #expect(source.bytes == 6)
        #expect(source.sha256.count == 64)
    }

    @Test("bad bytes are told with their place in the file, and what follows keeps its own")
    func badBytes() throws {
        let file =
            Array("Sở\r\nNộ".utf8) + [0xFF] + Array("i \u{FFFD} ".utf8) + [0xE1, 0xBB] + Array("\nvụ".utf8) + [0xC3]
        let document = try TextReader().read(file, name: "a")
        let text = document.text
        #expect(text.string(0..<text.bytes.count) == "Sở Nộ\u{FFFD}i \u{FFFD} \u{FFFD} vụ\u{FFFD}")
        let diagnostic = try #require(document.diagnostic(.invalidBytes))
        #expect(diagnostic.arguments == ["3"])
        #expect(diagnostic.location == Location(start: 10, end: 11, line: 2))
        #expect(diagnostic.related == [Location(start: 17, end: 19, line: 2), Location(start: 24, end: 25, line: 3)])
        let words = text.location(of: try #require(range(of: "vụ", in: text)))
        #expect(words == Location(start: 20, end: 24, line: 3))
        #expect(text.location(of: try #require(range(of: "i ", in: text))).start == 11)
        #expect(text.sourceOffset(of: text.bytes.count) == file.count)
    }

    @Test("bad bytes inside and before markup shift nothing")
    func badBytesAndMarkup() throws {
        let file = Array("<!-- ".utf8) + [0xFF] + Array(" -->*a*".utf8) + [0xFF, 0xCC, 0x81] + Array("*b* c".utf8)
        let text = try TextReader().read(file, name: "a").text
        #expect(text.location(of: try #require(range(of: "c", in: text))).start == file.count - 1)
        #expect(text.omissions.map(\.source) == [0..<10, 10..<11, 12..<13, 16..<17, 18..<19])
    }

    @Test("locations of UTF-16 count in the decoded text")
    func utf16Locations() throws {
        let file = utf16(Array("Ủy".utf16) + [0xD800] + Array(" ban".utf16), bigEndian: false)
        let document = try TextReader().read(file, name: "a")
        #expect(document.diagnostic(.invalidBytes)?.location == Location(start: 4, end: 7, line: 1))
        #expect(document.text.location(of: try #require(range(of: "ban", in: document.text))).start == 8)
    }

    @Test(
        "only different line ends are mixed",
        arguments: [
            ("a\nb\n", false), ("a\r\nb\r\n", false), ("a\rb\r", false), ("a\r\nb\n", true), ("a\rb\n", true),
            ("a\r\nb\r", true),
            ("a\r\nb\u{2029}c", false),
        ])
    func mixedLineEnds(source: String, isMixed: Bool) throws {
        #expect((try read(source).diagnostic(.mixedLineEnds) != nil) == isMixed)
    }

    @Test("decomposed text is told with the place of its first letter")
    func decomposed() throws {
        #expect(
            try read("Sở\nNô\u{323}i vu\u{323}").diagnostic(.decomposedText)?.location
                == Location(start: 6, end: 10, line: 2))
        #expect(try read("Sở Nội vụ").diagnostics.isEmpty)
    }

    @Test("invisible characters are counted and told with the place of the first")
    func invisible() throws {
        let diagnostic = try #require(try read("a\r\n\u{200B}b\u{AD}c\n\u{FEFF}").diagnostic(.invisibleCharacters))
        #expect(diagnostic.arguments == ["3"])
        #expect(diagnostic.location == Location(start: 3, end: 6, line: 2))
    }

    @Test("a byte-order mark at the beginning is nothing to tell")
    func mark() throws {
        let document = try read("\u{FEFF}a")
        #expect(document.diagnostics.isEmpty)
        #expect(document.text.omissions.map(\.kind) == [.byteOrderMark])
    }
}
