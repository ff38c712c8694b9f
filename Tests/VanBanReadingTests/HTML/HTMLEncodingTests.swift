import Testing
import VanBanModel

@testable import VanBanReading

@Suite("The encoding of a page")
struct HTMLEncodingTests {
    @Test("UTF-8 that a page declares to be something else is read as what it is, and told")
    func wrongDeclaration() throws {
        let read = try ReadPage("<meta charset=windows-1252><p>Kế hoạch</p>")
        #expect(read.lines == ["Kế hoạch"])
        #expect(read.document.source.encoding == "utf-8")
        #expect(read.diagnostic(.declaredEncodingWrong)?.arguments == ["windows-1252", "utf-8"])
    }

    @Test("a declared UTF-8 whose bytes are not is read as Windows has them, and told")
    func notUTF8() throws {
        let read = try ReadPage(bytes: Array("<meta charset=\"utf-8\"><p>Co".utf8) + [0xF4, 0x20, 0x96, 0x20, 0xE0])
        #expect(read.lines == ["Coô – à"])
        #expect(read.document.source.encoding == "windows-1252")
        #expect(read.diagnostic(.declaredEncodingWrong) != nil)
    }

    @Test("a page in windows-1258 is composed")
    func vietnameseWindows() throws {
        let head = Array("<meta http-equiv=Content-Type content='text/html; charset=windows-1258'><p>K".utf8)
        let read = try ReadPage(bytes: head + [0xEA, 0xEC] + Array(" ho".utf8) + [0x61, 0xF2] + Array("ch".utf8))
        #expect(read.lines == ["Kế hoạch"])
        #expect(read.document.source.encoding == "windows-1258")
        #expect(read.diagnostic(.declaredEncodingWrong) == nil)
    }

    @Test("UTF-16 with and without a mark")
    func wide() throws {
        let units = Array("<p>Kế hoạch</p>".utf16)
        for bigEndian in [true, false] {
            let marked = utf16(units, bigEndian: bigEndian)
            #expect(try ReadPage(bytes: marked).lines == ["Kế hoạch"])
            #expect(try ReadPage(bytes: Array(marked.dropFirst(2))).lines == ["Kế hoạch"])
        }
    }

    @Test("NULs and a few bad bytes don't stop a page, and are told")
    func damaged() throws {
        let words = String(repeating: "Thực hiện kế hoạch. ", count: 20)
        let read = try ReadPage(bytes: Array("<p>a\0b \(words)".utf8) + [0xFF] + Array("</p>".utf8))
        #expect(read.lines[0].hasPrefix("ab Thực hiện"))
        #expect(read.lines[0].hasSuffix("\u{FFFD}"))
        #expect(read.diagnostic(.invalidBytes)?.arguments == ["2"])
    }
}

@Suite("A file's format by its content")
struct FileFormatTests {
    private func format(_ text: String) throws -> Source.Format {
        try FileReader().read(Array(text.utf8), name: "f").source.format
    }

    @Test("pages and fragments of pages are HTML")
    func pages() throws {
        for text in [
            "<!DOCTYPE html><p>a", "\u{FEFF}\n <HTML><body>a", "<?xml version='1.0'?><html><p>a</p></html>",
            "<div class=x>a</div>", "<p>a</p>\n<p>b</p>", "<!-- x --><table><tr><td>a</table>", "<p>a<p>b",
            "Notice: undefined index in line 3\n<!DOCTYPE html><html><body><p>a</body></html>", "----<html><body><p>a",
        ] {
            #expect(try format(text) == .html, "\(text)")
        }
    }

    @Test("text with some tags in it is text")
    func texts() throws {
        for text in [
            "a <b>b</b>", "Thẻ <html> mở trang; thẻ </html> đóng trang.", "<!-- không đóng",
            "<b>KẾ HOẠCH</b>\nCăn cứ Luật",
            "<!-- trang 1 -->\nCăn cứ",
            "<table><tr><td>a</td></tr></table>\n\nCăn cứ Luật Tổ chức chính quyền địa phương", "< 5 %",
            "<p align=center>KẾ HOẠCH</p>\n\nCăn cứ Luật Tổ chức chính quyền địa phương;",
        ] {
            #expect(try format(text) == .text, "\(text)")
        }
    }

    @Test("what is told goes before what is seen")
    func told() throws {
        #expect(try FileReader().read(Array("<div>a</div>".utf8), name: "f", from: .text).source.format == .text)
        #expect(try FileReader().read(Array("a b".utf8), name: "f", from: .html).source.format == .html)
    }
}
