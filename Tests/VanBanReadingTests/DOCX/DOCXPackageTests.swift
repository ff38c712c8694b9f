import Testing
import VanBanModel

@testable import VanBanReading

@Suite("Packages of Word documents")
struct DOCXPackageTests {
    private func error(_ bytes: [UInt8], _ limits: ReadingLimits = ReadingLimits()) -> ReadingError? {
        do throws(ReadingError) {
            _ = try FileReader(limits: limits).read(bytes, name: "a")
            return nil
        } catch {
            return error
        }
    }

    @Test("the main part is found by its relationship, whatever its name")
    func mainPart() throws {
        var package = WordPackage(p("a"))
        package.mainName = "van-ban"
        #expect(FileReader.format(of: package.bytes) == .docx)
        #expect(try read(package).path(0) == "word/van-ban.xml/w:p[1]")
    }

    @Test("strict files, bare main parts and Word's flat XML are read")
    func forms() throws {
        let package = WordPackage(p("chữ"))
        let strict = package.document.replacing(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            with: "http://purl.oclc.org/ooxml/wordprocessingml/main")
        let parts = package.entries.dropFirst().map { entry in
            let xml = String(decoding: entry.bytes, as: UTF8.self).replacing(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", with: "")
            return "<pkg:part pkg:name=\"/\(entry.name)\"><pkg:xmlData>\(xml)</pkg:xmlData></pkg:part>"
        }
        let flat =
            "<?xml version=\"1.0\"?><pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">"
            + parts.joined() + "</pkg:package>"
        for form in [strict, package.document, flat] {
            let document = try FileReader().read(Array(form.utf8), name: "a.xml")
            #expect(document.source.format == .docx)
            #expect(document.lines == ["chữ"])
            #expect(document.path(0) == "word/document.xml/w:p[1]")
        }
    }

    @Test("a package that was cut off is read from its entries")
    func cutOff() throws {
        let bytes = WordPackage(p("đầu") + p("cuối")).bytes
        let document = try FileReader().read(Array(bytes.dropLast(300)), name: "a")
        #expect(document.lines == ["đầu", "cuối"])
        #expect(document.diagnostic(.damagedFile) != nil)
        #expect(error(Array(bytes.prefix(60))) == .damaged(part: "") || error(Array(bytes.prefix(60))) != nil)
    }

    @Test("a wrong checksum is told, and what is there is read")
    func checksum() throws {
        var bytes = WordPackage(p("chữ cái")).bytes
        let place = try #require((0..<bytes.count).first { bytes[$0...].starts(with: "cái".utf8) })
        bytes[place] = 0x74
        let document = try FileReader().read(bytes, name: "a")
        #expect(document.lines == ["chữ tái"])
        #expect(document.diagnostic(.damagedFile)?.arguments == ["word/document.xml"])
    }

    @Test("malformed XML is read as far as it goes, NULs and all")
    func malformed() throws {
        var package = WordPackage(p("a\0b") + "<w:p><w:r><w:t>mất")
        let document = try read(package)
        #expect(document.lines == ["a b", "mất"])
        #expect(document.diagnostic(.damagedFile) != nil)
        package.body = "<w:p"
        #expect(error(package.bytes) == .damaged(part: "word/document.xml"))
    }

    @Test("entities that a file declares stand for nothing")
    func entities() throws {
        let bombs = (1...9).map { "<!ENTITY b\($0) \"\(String(repeating: "&b\($0 - 1);", count: 10))\">" }.joined()
        let head = "<!DOCTYPE x [<!ENTITY b0 \"ha\"><!ENTITY f SYSTEM \"file:///etc/passwd\">\(bombs)]>"
        let xml = WordPackage(p("a&b9;&f;b")).document.replacing("<w:document", with: head + "<w:document")
        let document = try DOCXReader().read(Array(xml.utf8), name: "a.xml")
        #expect(document.lines == ["ab"])
        #expect(document.diagnostic(.damagedFile) != nil)
    }

    @Test("missing and repeated parts are told")
    func parts() throws {
        var package = WordPackage(p("a", listed(1)), numbering: "")
        var entries = package.entries.filter { $0.name != "word/numbering.xml" }
        let document = try FileReader().read(Zip.archive(entries), name: "a")
        #expect(document.lines == ["a"])
        #expect(document.diagnostic(.missingPart)?.arguments == ["word/numbering.xml"])
        package.body = p("b")
        entries.append(("word/document.xml", Array(package.document.utf8)))
        let repeated = try FileReader().read(Zip.archive(entries), name: "a")
        #expect(repeated.lines == ["b"])
        #expect(repeated.diagnostic(.duplicatePart) != nil)
    }

    @Test("other kinds of files are called by their names")
    func otherKinds() {
        var package = WordPackage(p("a"))
        package.mainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
        #expect(error(package.bytes) == .unsupported(FileKind.workbook))
        let open: [(name: String, bytes: [UInt8])] = [("mimetype", [0x61]), ("content.xml", [0x61])]
        #expect(error(Zip.archive(open)) == .unsupported(FileKind.openDocument))
        #expect(error(Zip.archive([("a.txt", [0x61])])) == .unsupported(FileKind.archive))
        let container: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        let name = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
        #expect(error(container + [UInt8](repeating: 0, count: 120) + name) == .encrypted)
    }

    @Test("blank lines and messages before an archive are passed over, those that say something are told")
    func junk() throws {
        let bytes = WordPackage(p("chữ")).bytes
        let blank = try FileReader().read(Array("\r\n\r\n".utf8) + bytes, name: "a.docx")
        #expect(blank.lines == ["chữ"])
        #expect(blank.diagnostics.isEmpty)
        let message = try FileReader().read(Array("Warning: x in y on line 3\n".utf8) + bytes, name: "a.docx")
        #expect(message.lines == ["chữ"])
        #expect(message.diagnostic(.damagedFile) != nil)
        // The archive of another file, which holds one.
        #expect(FileReader.format(of: [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 508) + bytes) != .docx)
    }

    @Test("a part over the limit is refused by what the archive says, and by what it is where that is a lie")
    func declaredSizes() throws {
        var limits = ReadingLimits()
        limits.partBytes = 5_000
        let bytes = WordPackage(p(String(repeating: "a", count: 6_000))).bytes
        #expect(error(bytes, limits) == .beyondLimit(.partBytes, limit: 5_000))
        limits.partBytes = 1 << 20
        limits.packageBytes = 5_000
        #expect(error(bytes, limits) == .beyondLimit(.packageBytes, limit: 5_000))
        // The list says 100 bytes, or a hundred million, of what is a few thousand.
        for lie in [100, 100_000_000] {
            var lying = bytes
            let list = try #require((0..<bytes.count).last { bytes[$0...].starts(with: "word/document.xml".utf8) }) - 46
            for (index, byte) in [lie, lie >> 8, lie >> 16, lie >> 24].enumerated() {
                lying[list + 24 + index] = UInt8(truncatingIfNeeded: byte)
            }
            do throws(ReadingError) {
                let document = try FileReader().read(lying, name: "a.docx")
                #expect(document.diagnostic(.damagedFile) != nil)
            } catch {
                if case .damaged = error { continue }
                Issue.record("\(error)")
            }
        }
    }

    @Test("limits are met with words for them")
    func limits() {
        var limits = ReadingLimits()
        limits.partBytes = 100
        #expect(error(WordPackage(p("a")).bytes, limits) == .beyondLimit(.partBytes, limit: 100))
        limits = ReadingLimits()
        limits.elementDepth = 5
        #expect(
            error(WordPackage(p("a") + "<w:a><w:a><w:a><w:a/></w:a></w:a></w:a>").bytes, limits)
                == .beyondLimit(.elementDepth, limit: 5))
        limits = ReadingLimits()
        limits.entries = 3
        #expect(error(WordPackage(p("a")).bytes, limits) == .beyondLimit(.entries, limit: 3))
        let wide =
            "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"999999999\"/></w:tcPr>\(p("a"))</w:tc></w:tr></w:tbl>"
        #expect(error(WordPackage(wide).bytes) == .beyondLimit(.tableColumns, limit: 1024))
    }
}
