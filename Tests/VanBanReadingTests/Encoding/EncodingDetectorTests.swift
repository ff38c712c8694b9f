import Foundation
import Testing
import VanBanModel

@testable import VanBanReading

@Suite struct EncodingDetectorTests {
    private func file(_ seen: String) -> [UInt8] { seen.unicodeScalars.map { UInt8($0.value) } }

    private static let short: [(String, LegacyEncoding)] = [
        ("QuyÕt ®Þnh ban hµnh kÕ ho¹ch", .tcvn3), ("Ñoäc laäp - Töï do - Haïnh phuùc", .vni),
        ("Quy\u{AA}t ð\u{B8}nh ban hành k\u{AA} ho\u{D5}ch", .viscii), ("Quyêìt ðiònh ban haÌnh", .windows1258),
        ("Quy\u{89}t \u{C7}\u{CE}nh ban hành k\u{89} ho\u{E5}ch c\u{E4}i cách", .vps),
    ]

    @Test("a line is enough to tell an encoding from bytes", arguments: short)
    func bytes(seen: String, encoding: LegacyEncoding) throws {
        let decoded = try TextDecoder.decode(file(seen))
        #expect(decoded.encoding == encoding.rawValue)
        #expect(decoded.replaced.isEmpty)
    }

    @Test("a line is enough to tell an encoding from characters", arguments: short)
    func characters(seen: String, encoding: LegacyEncoding) throws {
        #expect(try TextDecoder.decode(Array(seen.utf8)).encoding == encoding.rawValue)
        #expect(try TextDecoder.decode(utf16(Array(seen.utf16), bigEndian: true)).encoding == encoding.rawValue)
    }

    @Test(
        "Unicode is taken as it is",
        arguments: [
            "Quyết định số 12 của Ủy ban nhân dân", "The quick brown fox", "© 2024 – “Sở Nội vụ” ® µm ¶ ¥ ¢",
            "Le café où l’été déjà passé, ça va", "Straße für Müller, schöne Grüße aus Köln",
            "São Paulo, Brasília, ações",
            "Świętokrzyskie, Łódź", "El niño añadió su corazón", "Ångström, smörgåsbord på hög nivå", "日本語",
            "på den samme manualside, så er det navnet på å", "acest lucru nu se face în timp ce într-o î",
            "Sở Nội vụ và São Tomé, Curaçao, Århus, Malmö ký kết thỏa thuận", "ñ", "ö ø æ ñ", "QĐ–HĐND §",
        ])
    func unicode(text: String) throws {
        let document = try read(text)
        #expect(document.source.encoding == "utf-8")
        #expect(document.diagnostics.isEmpty)
        #expect(String(decoding: document.text.bytes, as: UTF8.self) == text)
    }

    @Test(
        "Latin-1 of other languages is no Vietnamese",
        arguments: ["caf\u{E9} na\u{EF}ve \u{E0} c\u{F4}t\u{E9}", "f\u{FC}r M\u{FC}ller", "a\u{F1}o ni\u{F1}o"])
    func latin(seen: String) throws {
        #expect(try TextDecoder.decode(file(seen)).encoding == "utf-8")
    }

    @Test("spoilt UTF-8 stays UTF-8, and only the spoilt bytes are lost")
    func spoilt() throws {
        var bytes = Array("Quyết định ban hành Kế hoạch cải cách hành chính".utf8)
        bytes[3] = 0xFF
        let decoded = try TextDecoder.decode(bytes)
        #expect(decoded.encoding == "utf-8")
        #expect(decoded.replaced.map(\.sourceLength) == [3])
    }

    @Test("UTF-16 without a mark is read", arguments: [true, false])
    func utf16WithoutMark(bigEndian: Bool) throws {
        let text = "Quyết định ban hành Kế hoạch"
        let decoded = try TextDecoder.decode(Array(utf16(Array(text.utf16), bigEndian: bigEndian).dropFirst(2)))
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
        #expect(decoded.encoding == (bigEndian ? "utf-16be" : "utf-16le"))
    }

    @Test("what was recognised is told with its first place, in the decoded text")
    func told() throws {
        let document = try TextReader().read(file("Sè 1\r\nQuyÕt ®Þnh ban hµnh"), name: "a")
        let found = try #require(document.diagnostic(.legacyEncoding))
        #expect(found.arguments == ["TCVN3 (ABC)"])
        #expect(found.location == Location(start: 1, end: 4, line: 1))
        #expect(document.diagnostic(.uncertainEncoding) == nil)
        #expect(document.text.string(0..<document.text.bytes.count) == "Số 1 Quyết định ban hành")
    }

    @Test("a passage of an old document among Unicode is read, and keeps its place in the file")
    func passage() throws {
        let source =
            "Sở Nội vụ chủ trì, phối hợp với các đơn vị trình\r\nUû ban nh©n d©n tØnh quyÕt ®Þnh\r\nKế hoạch cải cách"
        let document = try read(source)
        let text = document.text
        #expect(document.source.encoding == "utf-8")
        #expect(
            text.string(0..<text.bytes.count)
                == "Sở Nội vụ chủ trì, phối hợp với các đơn vị trình Uỷ ban nhân dân tỉnh quyết định Kế hoạch cải cách")
        for (words, seen) in [("Uỷ ban", "Uû ban"), ("quyết", "quyÕt"), ("Kế hoạch", "Kế hoạch"), ("dân t", "d©n t")] {
            let place = text.location(of: try #require(range(of: words, in: text)))
            #expect(Array(source.utf8)[place.start..<place.end].elementsEqual(seen.utf8), "\(words)")
        }
        let found = try #require(document.diagnostic(.legacyEncoding))
        #expect(found.location.line == 2)
        #expect(text.sourceOffset(of: text.bytes.count) == source.utf8.count)
    }

    @Test("a cell of an old document among cells of Unicode is read", arguments: ["\t", " | "])
    func cell(between: String) throws {
        let rows = [["1", "Rà soát thủ tục", "Phoøng Kinh teá"], ["2", "XÃ¢y dá»±ng káº¿ hoáº¡ch", "Phòng Nội vụ"]]
        let text = try read(rows.map { $0.joined(separator: between) }.joined(separator: "\n")).text
        #expect(
            text.string(0..<text.bytes.count).split(whereSeparator: \.isWhitespace).filter { $0 != "|" }.joined(
                separator: " ")
                == "1 Rà soát thủ tục Phòng Kinh tế 2 Xây dựng kế hoạch Phòng Nội vụ")
    }

    @Test("marks and line ends in a passage shift nothing")
    func passageWithMarkup() throws {
        let source =
            "Sở Nội vụ chủ trì, phối hợp với các đơn vị\n"
            + "**Uû ban** nh©n d©n <b>tØnh</b> &amp; quyÕt\u{200B} ®Þnh\nhết e\u{301}"
        let text = try read(source).text
        for (words, seen) in [("tỉnh", "tØnh"), ("định", "®Þnh"), ("hết", "hết"), ("é", "e\u{301}")] {
            let place = text.location(of: try #require(range(of: words, in: text)))
            #expect(Array(source.utf8)[place.start..<place.end].elementsEqual(seen.utf8), "\(words)")
        }
    }

    @Test("a line of Unicode in an old document stays")
    func unicodeLine() throws {
        let old = "Uû ban nh©n d©n tØnh quyÕt ®Þnh\nCéng hoµ x· héi chñ nghÜa\n"
        let text = try read(old + "Sở Nội vụ trình Ủy ban").text
        #expect(text.string(0..<text.bytes.count).hasSuffix("nghĩa Sở Nội vụ trình Ủy ban"))
        let bytes = try TextReader().read(file(old) + Array("Sở Nội vụ trình Ủy ban".utf8), name: "a")
        #expect(bytes.source.encoding == "tcvn3")
        #expect(bytes.text.string(0..<bytes.text.bytes.count).hasSuffix("nghĩa Sở Nội vụ trình Ủy ban"))
    }

    @Test("two encodings that are about as likely are told")
    func uncertain() throws {
        // F3 is ú in TCVN3, ó in VISCII, and ĩ in VNI.
        let found = try TextReader().read(file("ch\u{F3} nh\u{F3} th\u{F3}"), name: "a").diagnostics
        #expect(found.map(\.code) == [.legacyEncoding, .uncertainEncoding])
        #expect(found.last?.arguments.count == 2)
        #expect(found.last?.severity == .warning)
    }

    @Test("characters that the encoding lacks are told and kept")
    func outside() throws {
        let document = try TextReader().read(file("Sè 1\nQuyÕt ®Þnh ban hµnh kÕ ho¹ch\nz\u{C4}b z\u{81}b"), name: "a")
        #expect(document.diagnostic(.outsideEncoding)?.arguments == ["1", "TCVN3 (ABC)"])
        #expect(document.diagnostic(.outsideEncoding)?.location.line == 3)
        #expect(document.diagnostic(.invalidBytes)?.arguments == ["1"])
    }

    @Test("an encoding that is told is taken, be it bytes or characters", arguments: TextEncoding.allCases)
    func override(encoding: TextEncoding) throws {
        #expect(TextEncoding(name: encoding.name.uppercased()) == encoding)
        let decoded = try TextDecoder.decode(
            utf16(Array("ab".utf16), bigEndian: encoding == .utf16BigEndian),
            as: encoding == .utf8 ? .utf16LittleEndian : encoding)
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == "ab")
        #expect(try TextDecoder.decode(Array("abcd".utf8), as: encoding).encoding == encoding.name)
    }

    @Test("one word in an encoding that is told is read")
    func overrideWord() throws {
        func text(_ bytes: [UInt8], _ encoding: LegacyEncoding) throws -> String {
            String(decoding: try TextDecoder.decode(bytes, as: .legacy(encoding)).bytes, as: UTF8.self)
        }
        #expect(try text(file("nh©n"), .tcvn3) == "nhân")
        #expect(try text(Array("\u{FEFF}nh©n".utf8), .tcvn3) == "nhân")
        #expect(try text(Array("NHÃ‚N".utf8), .doubleUTF8) == "NHÂN")
        #expect(try text([0x53, 0xEA, 0xEC], .windows1258) == "Sế")
        #expect(TextEncoding(name: "tcvn3-capitals") == nil)
        #expect(TextEncoding(name: "latin1") == nil)
    }

    @Test("a large file is told by its beginning and pieces of the rest")
    func large() throws {
        var bytes: [UInt8] = []
        let line = file("Uû ban nh©n d©n tØnh quyÕt ®Þnh ban hµnh kÕ ho¹ch\n")
        while bytes.count < 1_000_000 { bytes += line }
        let decoded = try TextDecoder.decode(bytes)
        #expect(decoded.encoding == "tcvn3")
        #expect(decoded.bytes.suffix(8).elementsEqual("hoạch\n".utf8))
    }
}
