import Testing
import VanBanModel

@testable import VanBanReading

@Suite("Files that are no documents")
struct ForeignFileTests {
    /// A binary Office file with a stream of a name in its directory.
    private func compound(_ stream: String) -> [UInt8] {
        var file: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 1_016)
        let name = stream.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        file.replaceSubrange(640..<(640 + name.count), with: name)
        file[640 + 64] = UInt8(name.count + 2)
        file[640 + 66] = 2
        return file
    }

    private func words(_ bytes: [UInt8], name: String = "a", in language: Language) -> String? {
        do throws(ReadingError) {
            _ = try FileReader().read(bytes, name: name)
            return nil
        } catch {
            return error.message(in: language)
        }
    }

    @Test(
        "a binary Office file is named by what is in it",
        arguments: [
            ("WordDocument", "(.doc)", "DOCX"), ("Workbook", "(.xls)", "HTML"), ("Book", "(.xls)", "HTML"),
            ("PowerPoint Document", "(.ppt)", "DOCX"), ("__properties_version1.0", "(.msg)", "attached"),
            ("Catalog", "(Thumbs.db)", "leave it out"), ("Contents", "binary Office file", "DOCX"),
        ])
    func compounds(_ stream: String, _ kind: String, _ advice: String) throws {
        let message = try #require(words(compound(stream), in: .english))
        #expect(message.contains(kind))
        #expect(message.contains(advice))
    }

    @Test(
        "others are named by their first bytes, with advice that fits",
        arguments: [
            ([0x52, 0x61, 0x72, 0x21, 0x1A, 7, 1, 0], "RAR", "unpack"),
            ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4], "7-Zip", "unpack"),
            ([0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69, 0x63], "HEIC", "OCR"),
            ([0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6F, 0x6D], "video", "leave it out"),
            ([0xFF, 0xD8, 0xFF, 0xE1], "JPEG", "OCR"), ([0x42, 0x4D, 1, 2, 3, 4, 0, 0, 0, 0], "BMP", "OCR"),
            ([0x4C, 0, 0, 0, 1, 0x14, 2, 0], "shortcut", "points to"),
            (Array("[InternetShortcut]\nURL=http://x".utf8), "shortcut", "points to"),
            (
                Array("Received: by x\nSubject: y\nMIME-Version: 1.0\nContent-Type: text/plain\n\nz".utf8), ".eml",
                "attached"
            ),
        ] as [([UInt8], String, String)])
    func signatures(_ bytes: [UInt8], _ kind: String, _ advice: String) throws {
        let message = try #require(words(bytes, in: .english))
        #expect(message.contains(kind))
        #expect(message.contains(advice))
    }

    @Test("a lock file is told by its name and by what is in it")
    func locks() throws {
        let name = Array("Nguyen Van A".utf8)
        var lock: [UInt8] = [UInt8(name.count)] + name
        lock += [UInt8](repeating: 0x20, count: 54 - lock.count) + [UInt8(name.count), 0] + name.flatMap { [$0, 0] }
        lock += [UInt8](repeating: 0, count: 162 - lock.count)
        #expect(try #require(words(lock, in: .english)).contains("~$"))
        #expect(try #require(words(lock, in: .vietnamese)).contains("tệp khóa"))
        #expect(try #require(words([0x41, 0x42], name: "~$ke-hoach.docx", in: .english)).contains("lock file"))
        let text = Array((String(repeating: "a", count: 161) + "\n").utf8)
        #expect(words(text, in: .english) == nil)
    }

    @Test("every kind is called by a name of its own in both languages")
    func names() {
        for kind in [ForeignFile.lock, .mail, .outlook, .word, .excel, .slides, .thumbnails, .compound] {
            let names = Language.allCases.map(kind.name(in:))
            #expect(ForeignFile.named(kind.name)?.name(in: .vietnamese) == kind.name(in: .vietnamese))
            #expect(names[0] != names[1] && !names.contains { $0.hasPrefix("foreign.") })
        }
        #expect(ForeignFile.named(FileKind.workbook)?.advice == .sheet)
    }

    @Test("texts that begin like something else are texts")
    func texts() {
        for text in ["ID3 là mã số", "BM 01: Biểu mẫu", "RIFF là gì", "Rar thì giải nén", "MZ: mã vùng"] {
            #expect(ForeignFile.kind(of: Array(text.utf8)) == nil)
        }
    }
}
