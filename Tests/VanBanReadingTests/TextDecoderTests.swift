import Testing

@testable import VanBanReading

@Suite struct TextDecoderTests {
    private func text(_ file: [UInt8]) throws -> String {
        String(decoding: try TextDecoder.decode(file).bytes, as: UTF8.self)
    }

    @Test("UTF-8 is taken as it is")
    func utf8() throws {
        let decoded = try TextDecoder.decode(Array("Điều 1. 𠀋".utf8))
        #expect(decoded.bytes == Array("Điều 1. 𠀋".utf8))
        #expect(decoded.encoding == "utf-8")
        #expect(decoded.markLength == 0)
        #expect(decoded.replaced.isEmpty)
    }

    @Test("a byte-order mark of UTF-8 is measured, not removed")
    func utf8Mark() throws {
        let decoded = try TextDecoder.decode(Array("\u{FEFF}Số".utf8))
        #expect(decoded.markLength == 3)
        #expect(decoded.bytes.count == 3 + "Số".utf8.count)
    }

    @Test("UTF-16 is read in both byte orders", arguments: [true, false])
    func utf16BothOrders(bigEndian: Bool) throws {
        let words = "Ủy ban, m² – 𠀋\r\n"
        let decoded = try TextDecoder.decode(utf16(Array(words.utf16), bigEndian: bigEndian))
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == words)
        #expect(decoded.encoding == (bigEndian ? "utf-16be" : "utf-16le"))
        #expect(decoded.replaced.isEmpty)
    }

    @Test("half of a surrogate pair is one unreadable character", arguments: [true, false])
    func loneSurrogates(bigEndian: Bool) throws {
        #expect(try text(utf16([0x61, 0xD840, 0x62], bigEndian: bigEndian)) == "a\u{FFFD}b")
        #expect(try text(utf16([0x61, 0xDC0B, 0x62], bigEndian: bigEndian)) == "a\u{FFFD}b")
        #expect(try text(utf16([0xD840, 0xD840, 0xDC0B], bigEndian: bigEndian)) == "\u{FFFD}𠀋")
        #expect(try text(utf16([0x61, 0xD840], bigEndian: bigEndian)) == "a\u{FFFD}")
    }

    @Test("an odd byte at the end of UTF-16 is one unreadable character")
    func oddByte() throws {
        #expect(try text(utf16([0x61], bigEndian: false) + [0x62]) == "a\u{FFFD}")
        #expect(try text(utf16([0x61, 0xD840], bigEndian: true) + [0x62]) == "a\u{FFFD}\u{FFFD}")
    }

    @Test(
        "a broken sequence is one unreadable character, and what follows is read",
        arguments: [
            ([0xFF], 1), ([0x80], 1), ([0xE1, 0xBB], 2), ([0xC3], 1), ([0xC0, 0xAF], 2), ([0xE0, 0x80, 0x80], 3),
            ([0xED, 0xA0, 0x80], 3), ([0xF4, 0x90, 0x80, 0x80], 4), ([0xF0, 0x9F, 0x98], 3), ([0xF8, 0x88, 0x80], 3),
        ] as [([UInt8], Int)])
    func brokenSequences(bytes: [UInt8], length: Int) throws {
        let decoded = try TextDecoder.decode(Array("ấ".utf8) + bytes + Array("ộ".utf8))
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == "ấ\u{FFFD}ộ")
        #expect(decoded.replaced == [.init(offset: 3, sourceLength: length)])
    }

    @Test("a sequence that is broken by a letter costs only itself")
    func brokenByLetter() throws {
        #expect(try text([0xE1, 0xC3, 0xA9, 0xE1, 0xBB, 0x78]) == "\u{FFFD}é\u{FFFD}x")
    }

    @Test("a last character that was cut off is one unreadable character", arguments: 1...2)
    func truncated(missing: Int) throws {
        #expect(try text(Array("Sở ộ".utf8.dropLast(missing))) == "Sở \u{FFFD}")
    }

    @Test("many bad bytes are no text, and the first of them is named")
    func manyBadBytes() {
        let file = Array("abc".utf8) + [UInt8](repeating: 0xFF, count: 30)
        #expect(throws: ReadingError.notText(offset: 3)) { try TextDecoder.decode(file) }
        let units = [UInt16](repeating: 0x61, count: 3) + [UInt16](repeating: 0xDC00, count: 30)
        #expect(throws: ReadingError.notText(offset: 8)) { try TextDecoder.decode(utf16(units, bigEndian: true)) }
    }

    @Test("a NUL among few bytes makes a file no text; one among many, and those at the end, are nothing that is seen")
    func nul() throws {
        #expect(throws: ReadingError.notText(offset: 2)) { try TextDecoder.decode([0x61, 0x62, 0, 0x63]) }
        #expect(throws: ReadingError.notText(offset: 1)) { try TextDecoder.decode([0x61, 0, 0xFF, 0x62]) }
        #expect(throws: ReadingError.notText(offset: 4)) {
            try TextDecoder.decode(utf16([0x61, 0, 0x62], bigEndian: false))
        }
        let long = String(repeating: "Kế hoạch;", count: 30)
        let document = try TextReader().read(Array("a\0\(long)\0\0".utf8), name: "a.txt")
        #expect(document.text.string(0..<document.text.bytes.count) == "a\(long)")
        #expect(document.diagnostics.map(\.code) == [.invisibleCharacters])
    }
}

@Suite struct FileSignatureTests {
    @Test(
        "what is no plain text is told by its first bytes",
        arguments: [
            (Array("%PDF-1.7".utf8), "PDF"), (Array("PK\u{03}\u{04}…".utf8), "ZIP"), (Array("{\\rtf1".utf8), "RTF"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], ".doc"), ([0x89, 0x50, 0x4E, 0x47, 0x0D], "PNG"),
            ([0xFF, 0xD8, 0xFF, 0xE0], "JPEG"), (Array("GIF89a".utf8), "GIF"), ([0x1F, 0x8B, 0x08], "gzip"),
            (Array("<!DOCTYPE html><p>a".utf8), "HTML"), (Array("\u{FEFF} \n<HTML>".utf8), "HTML"),
            (Array("<?xml version='1.0'?>".utf8), "XML"),
            (utf16(Array("<html><body>a".utf16), bigEndian: false), "HTML"),
        ] as [([UInt8], String)])
    func kinds(file: [UInt8], kind: String) {
        do throws(ReadingError) {
            _ = try TextReader().read(file, name: "a")
            Issue.record("read as text")
        } catch {
            guard case .unsupported(let found) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(found.contains(kind))
        }
    }

    @Test("a text that begins with a tag of the body, or speaks of PDF, is text")
    func text() {
        #expect(FileSignature.kind(of: Array("<b>QUYẾT ĐỊNH</b>".utf8)) == nil)
        #expect(FileSignature.kind(of: Array("PDF".utf8)) == nil)
        #expect(FileSignature.kind(of: []) == nil)
    }
}
