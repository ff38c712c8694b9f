import Testing
import VanBanModel

@testable import VanBanReading

@Suite("Web archives")
struct MHTMLReaderTests {
    private func archive(
        _ body: String, encoding: String = "quoted-printable", type: String = "text/html; charset=\"utf-8\"",
        before: String = "", after: String = "", head: String = ""
    ) -> [UInt8] {
        Array(
            """
            \(head)MIME-Version: 1.0
            Content-Type: multipart/related;
             type="text/html"; boundary="----=_Next"

            This is a web archive.
            \(before)
            ------=_Next
            Content-Type: \(type)
            Content-Transfer-Encoding: \(encoding)
            Content-Location: file:///C:/a.htm

            \(body)
            \(after)
            ------=_Next--
            """.utf8)
    }

    @Test("the page of an archive is read, whatever its bytes are packed in")
    func encodings() throws {
        let quoted = "<p>S=E1=BB=9F N=E1=BB=\n=99i v=E1=BB=A5 x =3D 1</p>"
        let document = try FileReader().read(archive(quoted), name: "a.doc")
        #expect(document.lines == ["Sở Nội vụ x = 1"])
        #expect(document.source.format == .html)
        #expect(document.source.bytes == archive(quoted).count)
        #expect(document.source.sha256 == FileDigest.sha256(of: archive(quoted)))
        #expect(
            try FileReader().read(archive("PHA+U+G7nyBO\n4buZaTwvcD4=", encoding: "BASE64"), name: "a").lines
                == ["Sở Nội"])
        #expect(try FileReader().read(archive("<p>Sở</p>", encoding: "8bit"), name: "a").lines == ["Sở"])
        let windows = "<p>C=E3n =F0=F3ng</p>"
        #expect(
            try FileReader().read(archive(windows, type: "text/html; charset=windows-1258"), name: "a").lines
                == ["Căn đóng"])
    }

    @Test("the page is the part that is named the start, or the page of alternatives")
    func root() throws {
        let other = "\n------=_Next\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n"
        #expect(try FileReader().read(archive("<p>a</p>", before: other, after: other), name: "a").lines == ["a"])
        let alternatives = """
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain

            chữ
            --b
            Content-Type: text/html

            <p>trang</p>
            --b--
            """
        #expect(try FileReader().read(Array(alternatives.utf8), name: "a").lines == ["trang"])
    }

    @Test("pages within the page are told, Word's own page of heads is not")
    func frames() throws {
        func part(_ location: String) -> String {
            "\n------=_Next\nContent-Type: text/html\nContent-Location: \(location)\n\n<p>khung</p>\n"
        }
        let framed = try FileReader().read(archive("<p>a</p>", after: part("http://x/khung.htm")), name: "a")
        #expect(framed.diagnostic(.unreadPart)?.arguments == ["http://x/khung.htm"])
        #expect(
            try FileReader().read(archive("<p>a</p>", after: part("a_files/header.htm")), name: "a").diagnostics.isEmpty
        )
    }

    @Test("an archive that was cut off is read as far as it goes, nested ones end")
    func damaged() throws {
        let whole = archive("<p>a</p><p>b</p>")
        #expect(try FileReader().read(Array(whole.dropLast(20)), name: "a").lines == ["a", "b"])
        let nested = String(repeating: "Content-Type: multipart/related; boundary=b\n\n--b\n", count: 5_000)
        #expect(throws: ReadingError.self) {
            try FileReader().read(Array(("MIME-Version: 1.0\n" + nested).utf8), name: "a")
        }
    }

    @Test("a letter is none, and a text with colons is text")
    func others() {
        let mail = archive("<p>a</p>", head: "To: a@b.vn\nMessage-ID: <1>\n")
        #expect(MHTMLReader(mail) == nil)
        #expect(ForeignFile.kind(of: mail)?.name == ForeignFile.mail.name)
        #expect(MHTMLReader(Array("Số: 1/KH-UBND\nNơi nhận: a\n\nb".utf8)) == nil)
        #expect(FileReader.format(of: Array("So: 1\nContent-Type: x\n\nb".utf8)) == .text)
    }
}
