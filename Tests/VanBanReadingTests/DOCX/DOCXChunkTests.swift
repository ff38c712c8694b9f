import Testing
import VanBanModel

@testable import VanBanReading

@Suite("Other documents within Word documents")
struct DOCXChunkTests {
    private func package(
        _ text: String, _ file: String, _ type: String, before: String = p("trước"), after: String = p("sau")
    ) -> WordPackage {
        package(Array(text.utf8), file, type, before: before, after: after)
    }

    private func package(
        _ bytes: [UInt8], _ file: String, _ type: String, before: String = p("trước"), after: String = p("sau")
    ) -> WordPackage {
        var package = WordPackage(before + "<w:altChunk r:id=\"c1\"/>" + after)
        package.chunks = [("c1", file, type, bytes)]
        return package
    }

    private let page =
        "<html><body><p>Đoạn <b>đậm</b></p><table><tr><th>TT</th><th colspan=2>Nội dung</th></tr>"
        + "<tr><td rowspan=2>1</td><td>a<br>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr></table></body></html>"

    @Test("a page is read where it stands, its tables and bold letters too")
    func html() throws {
        let document = try read(package(page, "chunk.html", "text/html"))
        #expect(
            document.lines
                == ["trước", "Đoạn đậm", "TT | Nội dung | ", "1 | a b | c", "^ | d | e", "sau"])
        #expect(document.text.bold.map { document.text.string(keepingMarks: $0) } == ["đậm", "TT", "Nội dung"])
        #expect(document.blocks[2].grid?.wide == [.init(column: 1, columns: 2)])
        #expect(document.path(1) == "word/chunk.html/html/body/p[1]")
        #expect(document.path(5) == "word/document.xml/w:p[2]")
        #expect(document.diagnostics.isEmpty)
    }

    @Test("text, web archives and Word documents are read by their content, and by what the package calls them")
    func kinds() throws {
        #expect(try read(package("một\nhai", "a.txt", "text/plain")).lines == ["trước", "một", "hai", "sau"])
        #expect(try read(package("một <b>hai</b>", "a.bin", "text/html")).lines == ["trước", "một hai", "sau"])
        let archive =
            "MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+YTwvcD4=\r\n"
        #expect(try read(package(archive, "a.mht", "message/rfc822")).lines == ["trước", "a", "sau"])
        let inner = WordPackage(
            p("trong", listed(1)), numbering: abstract(0, level(0, "decimal", "%1.")) + list(1, of: 0))
        let document = try read(package(inner.bytes, "a.docx", "application/x"))
        #expect(document.lines == ["trước", "1. trong", "sau"])
        #expect(document.path(1) == "word/a.docx/document.xml/w:p[1]")
    }

    @Test("a chunk stands in a cell as its text does")
    func cell() throws {
        let table = "<w:tbl><w:tr><w:tc>\(p("a"))<w:altChunk r:id=\"c1\"/></w:tc><w:tc>\(p("c"))</w:tc></w:tr></w:tbl>"
        #expect(try read(package("b", "a.txt", "text/plain", before: table, after: "")).lines.first == "a b | c")
    }

    @Test("what is not read is named, and is no silence")
    func unread() throws {
        let document = try read(package("{\\rtf1 chữ}", "chunk.rtf", "application/rtf"))
        #expect(document.lines == ["trước", "sau"])
        #expect(document.diagnostic(.unreadPart)?.arguments == ["word/chunk.rtf"])
        #expect(document.diagnostic(.unreadPart)?.severity == .error)
        var missing = package("a", "a.txt", "text/plain")
        missing.chunks[0].id = "c2"
        #expect(try read(missing).diagnostic(.unreadPart) != nil)
        #expect(try read(package(" \n ", "a.txt", "text/plain")).diagnostics.isEmpty)
    }

    @Test("documents within documents end, and all that is laid down counts")
    func nesting() throws {
        var inner = WordPackage(p("0"))
        for depth in 1...6 {
            var outer = WordPackage(p("\(depth)") + "<w:altChunk r:id=\"c1\"/>")
            outer.chunks = [("c1", "a.docx", "application/x", inner.bytes)]
            inner = outer
        }
        let document = try read(inner)
        #expect(document.lines == ["6", "5", "4", "3", "2"])
        #expect(document.diagnostic(.unreadPart) != nil)
        var package = WordPackage(String(repeating: "<w:altChunk r:id=\"c1\"/>", count: 1_000))
        package.chunks = [("c1", "a.txt", "text/plain", Array(String(repeating: "chữ ", count: 100).utf8))]
        var limits = ReadingLimits()
        limits.packageBytes = 100_000
        #expect(throws: ReadingError.beyondLimit(.packageBytes, limit: 100_000)) { try read(package, limits) }
    }

    @Test("what the reader of a chunk tells is told of the document")
    func findings() throws {
        let document = try read(package("e\u{0302}\u{0323}\u{200B}x", "a.txt", "text/plain"))
        #expect(document.diagnostic(.invisibleCharacters) != nil)
    }
}
