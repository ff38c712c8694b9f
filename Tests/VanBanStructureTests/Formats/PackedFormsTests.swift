import Foundation
import Testing
import VanBanModel

@testable import VanBanReading
@testable import VanBanStructure

@Suite("The samples packed in other files")
struct PackedFormsTests {
    static let pages = SampleFormsTests.forms.filter { $0.name.hasSuffix(".html") }
    static let documents = SampleFormsTests.forms.filter { $0.name.hasSuffix(".word.docx") }

    private func expectSame(_ bytes: [UInt8], _ form: SampleFormsTests.Form) throws {
        let expected = try DocumentConverter().convert(form.bytes, name: form.name).record
        let found = try DocumentConverter().convert(bytes, name: form.name).record
        let difference = try SampleFormsTests.difference(
            SampleFormsTests.plain(expected), SampleFormsTests.plain(found), at: "")
        #expect(difference == nil)
        #expect(found.coverage.unaccounted == 0)
    }

    @Test("a page gives its record as a web archive, too", arguments: pages)
    func archive(_ form: SampleFormsTests.Form) throws {
        try expectSame(Self.archive(of: form.bytes), form)
    }

    @Test(
        "a page or Word file gives its record where it is all that a Word file takes over", arguments: pages + documents
    )
    func chunk(_ form: SampleFormsTests.Form) throws {
        try expectSame(Self.package(around: form.bytes), form)
    }

    @Test("a Word file gives its record in the XML of Word 2003", arguments: documents)
    func word2003(_ form: SampleFormsTests.Form) throws {
        try expectSame(try Word2003Form(form.bytes).bytes, form)
    }

    /// A web archive in quoted-printable lines.
    private static func archive(of page: [UInt8]) -> [UInt8] {
        var body = ""
        var width = 0
        for byte in page {
            let isPlain = byte >= 0x20 && byte < 0x7F && byte != 0x3D
            let sign = isPlain ? String(UnicodeScalar(byte)) : String(format: "=%02X", byte)
            if width + sign.count > 75 {
                body += "=\r\n"
                width = 0
            }
            body += sign
            width += sign.count
        }
        let head =
            "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b1\"\r\n\r\n--b1\r\nContent-Type: text/html\r\n"
        return Array((head + "Content-Transfer-Encoding: quoted-printable\r\n\r\n\(body)\r\n--b1--\r\n").utf8)
    }

    /// Word's flat XML that takes over another document.
    private static func package(around document: [UInt8]) -> [UInt8] {
        let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        func part(_ name: String, _ content: String) -> String {
            "<pkg:part pkg:name=\"\(name)\">\(content)</pkg:part>"
        }
        func links(_ id: String, _ type: String, _ target: String) -> String {
            "<pkg:xmlData><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"\(id)\" Type=\"\(relations)/\(type)\" Target=\"\(target)\"/></Relationships></pkg:xmlData>"
        }
        let body =
            "<pkg:xmlData><w:document xmlns:w=\"\(main)\" xmlns:r=\"\(relations)\"><w:body><w:altChunk r:id=\"c\"/>"
            + "</w:body></w:document></pkg:xmlData>"
        let data = Data(document).base64EncodedString(options: .lineLength76Characters)
        let parts =
            part("/_rels/.rels", links("r", "officeDocument", "word/document.xml"))
            + part("/word/_rels/document.xml.rels", links("c", "aFChunk", "chunk.dat"))
            + part("/word/document.xml", body) + part("/word/chunk.dat", "<pkg:binaryData>\(data)</pkg:binaryData>")
        return Array(
            "<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">\(parts)</pkg:package>".utf8
        )
    }
}

/// Writes a Word file in the elements of Word 2003: one file, lists under other names, changes in annotations.
private struct Word2003Form {
    let bytes: [UInt8]

    init(_ file: [UInt8]) throws {
        let archive = try ZipArchive(file, limits: ReadingLimits())
        func part(_ name: String) -> String {
            guard let entry = archive.entries.first(where: { $0.name == name }),
                let input = archive.input(entry, limits: ReadingLimits(), budget: 1 << 28)
            else { return "" }
            return String(decoding: input.readAll(), as: UTF8.self)
        }
        func inner(_ xml: String, _ root: String) -> String {
            guard let start = xml.range(of: "<\(root)"), let open = xml[start.upperBound...].firstIndex(of: ">"),
                let end = xml.range(of: "</\(root)>", options: .backwards)
            else { return "" }
            return String(xml[xml.index(after: open)..<end.lowerBound])
        }
        let formats = [
            "decimal": 0, "upperRoman": 1, "lowerRoman": 2, "upperLetter": 3, "lowerLetter": 4, "bullet": 23,
            "none": 255,
        ]
        var lists = inner(part("word/numbering.xml"), "w:numbering")
        for (name, code) in formats {
            lists = lists.replacing("<w:numFmt w:val=\"\(name)\"/>", with: "<w:nfc w:val=\"\(code)\"/>")
        }
        for (new, old) in [
            ("<w:abstractNum ", "<w:listDef "), ("</w:abstractNum>", "</w:listDef>"),
            ("<w:abstractNumId ", "<w:ilst "), ("w:abstractNumId=", "w:listDefId="), ("<w:num ", "<w:list "),
            ("</w:num>", "</w:list>"), ("w:numId=", "w:ilfo="),
        ] {
            lists = lists.replacing(new, with: old)
        }
        var body = inner(part("word/document.xml"), "w:body")
        var styles = inner(part("word/styles.xml"), "w:styles")
        for (new, old) in [
            ("<w:numPr>", "<w:listPr>"), ("</w:numPr>", "</w:listPr>"), ("<w:numId ", "<w:ilfo "),
            ("<w:vMerge", "<w:vmerge"), ("w:hAnsi=", "w:h-ansi="),
            ("</w:ins>", "</aml:content></aml:annotation>"), ("</w:del>", "</aml:content></aml:annotation>"),
        ] {
            body = body.replacing(new, with: old)
            styles = styles.replacing(new, with: old)
        }
        for (element, type) in [("ins", "Insertion"), ("del", "Deletion")] {
            let start = "<aml:annotation w:type=\"Word.\(type)\">"
            // On paragraphs' marks they stand without content.
            body = body.replacingOccurrences(
                of: "<w:\(element) [^>]*/>", with: "<aml:annotation w:type=\"Word.\(type)\"/>",
                options: .regularExpression)
            body = body.replacingOccurrences(
                of: "<w:\(element)( [^>]*)?>", with: start + "<aml:content>", options: .regularExpression)
        }
        let spaces =
            "xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\" xmlns:aml=\"http://schemas.microsoft.com/aml/2001/core\" "
            + "xmlns:w14=\"x:1\" xmlns:w15=\"x:2\" xmlns:r=\"x:3\" xmlns:mc=\"x:4\" xmlns:wp=\"x:5\" xmlns:v=\"x:6\" xmlns:o=\"x:7\""
        bytes = Array(
            "<w:wordDocument \(spaces)><w:lists>\(lists)</w:lists><w:styles>\(styles)</w:styles><w:body>\(body)</w:body></w:wordDocument>"
                .utf8)
    }
}
