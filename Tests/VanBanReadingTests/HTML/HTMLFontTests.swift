import Testing
import VanBanModel

@testable import VanBanReading

@Suite("Pages in the fonts and bytes of old encodings")
struct HTMLFontTests {
    @Test("fonts of elements, styles, classes and lists of fonts tell what letters are")
    func fonts() throws {
        #expect(try page("<p><font face='.VnTime'>Uû ban nh©n d©n</font> xã") == ["Uỷ ban nhân dân xã"])
        #expect(try page("<p style=\"font-family:'.VnTimeH'\">ñy Ban <b>Nh©n</b> D©n") == ["ỦY BAN NHÂN DÂN"])
        #expect(
            try page("<style>p.x { font-family: VNI-Times, serif }</style><p class=x>Quye<i>át</i> ñònh<p>của")
                == ["Quyết định", "của"])
        #expect(try page("<font face=.VnTime><p>nh­ n­íc&shy;m<p>v&#239;ng") == ["như nướcưm", "vùng"])
        #expect(
            try page("<p style='font-family:.VnTime;text-transform:uppercase'>nh©n d©n</p>") == ["NHÂN DÂN"])
    }

    @Test("text in Unicode that is set in a legacy font stays")
    func unicode() throws {
        #expect(try page("<font face=.VnTime><p>Ủy ban có của") == ["Ủy ban có của"])
    }

    @Test("signs of lists, tabs and raised numbers are no letters of the font")
    func signs() throws {
        #expect(
            try page("<font face='.VnTimeH'><ol type=a><li>®Êt<sup>2</sup></ol>") == ["a. ĐẤT²"])
    }

    /// `Uỷ ban nhân dân, căn cứ Luật Tổ chức, hướng dẫn` in TCVN3.
    private let words: [UInt8] =
        [0x55, 0xFB] + Array(" ban nh".utf8) + [0xA9] + Array("n d".utf8) + [0xA9] + Array("n, c".utf8) + [0xA8]
        + Array("n c".utf8) + [0xF8] + Array(" Lu".utf8) + [0xCB] + Array("t T".utf8) + [0xE6] + Array(" ch".utf8)
        + [0xF8] + Array("c, h".utf8) + [0xAD, 0xED] + Array("ng d".utf8) + [0xC9, 0x6E]

    @Test("bytes of an old encoding are read as such, whatever the page declares")
    func bytes() throws {
        for head in [
            "<p>", "<meta charset=iso-8859-1><p>", "<meta charset=x-user-defined><p>", "<meta charset=utf-8><p>",
        ] {
            let read = try ReadPage(bytes: Array(head.utf8) + words + Array("</p>".utf8))
            #expect(read.lines == ["Uỷ ban nhân dân, căn cứ Luật Tổ chức, hướng dẫn"])
            #expect(read.document.source.encoding == "tcvn3")
            #expect(read.diagnostic(.legacyEncoding)?.arguments == ["TCVN3 (ABC)"])
        }
    }

    @Test("bytes in the font that they were typed in are the page's own, and the font's letters")
    func bytesInFonts() throws {
        let read = try ReadPage(bytes: Array("<font face='.VnTimeH'><p>".utf8) + words)
        #expect(read.lines == ["UỶ BAN NHÂN DÂN, CĂN CỨ LUẬT TỔ CHỨC, HƯỚNG DẪN"])
        #expect(read.document.source.encoding == "windows-1252")
    }

    @Test("an encoding that is told goes before all others")
    func told() throws {
        let bytes: [UInt8] = Array("<p>Quy".utf8) + [0xD5, 0x74]
        func read(_ bytes: [UInt8], _ encoding: TextEncoding?) throws -> String {
            let document = try FileReader(encoding: encoding).read(bytes, name: "a", from: .html)
            return document.text.string(document.blocks[0].range)
        }
        #expect(try read(bytes, nil) == "QuyÕt")
        #expect(try read(bytes, .legacy(.tcvn3)) == "Quyết")
        #expect(try read(Array("<p>QuyÕt".utf8), .legacy(.tcvn3)) == "Quyết")
        #expect(try read(Array("<p>Quyết".utf8), .utf8) == "Quyết")
    }

    @Test("text in a font of VPS is read")
    func vps() throws {
        let read = try ReadPage("<p><font face='VPS Times'>Quy‰t ÇÎnh</font>")
        #expect(read.lines == ["Quyết định"])
        #expect(read.diagnostic(.legacyEncoding)?.arguments == ["VPS"])
    }

    @Test("a font of an encoding that is not read is told")
    func unread() throws {
        let read = try ReadPage("<p><font face='VNtimes new roman'>Quy‰t ÇÎnh</font>")
        #expect(read.diagnostic(.unreadFont)?.arguments == ["VNtimes new roman", "Vietware X"])
    }

    @Test(
        "a large page, whose bytes are forgotten as they are read, is read as a small one",
        arguments: [
            "Uû ban nh©n d©n, c¨n cø LuËt Tæ chøc, h­íng dÉn",
            "Uû ban nh&copy;n d&copy;n, c&#168;n c&#xF8; Lu&Euml;t T&aelig; ch&oslash;c, h&shy;&iacute;ng d&Eacute;n",
            "Ủy ban nhân dân, căn cứ&nbsp;Luật &amp; hướng dẫn",
            "U\u{309}y ban nha\u{302}n da\u{302}n, ca\u{306}n cu\u{31B}\u{301} h\u{B0}",
            "<font face=.VnTime>Uû ban nh©n d©n</font> xã",
        ])
    func large(words: String) throws {
        let filler = "<!-- " + String(repeating: "chú thích ", count: 200_000) + "-->"
        for page in ["<p>\(words)</p><p>Nơi nhận", "<ol reversed><li>\(words)<li>Hai</ol><![if !x]>Ba<![endif]>"] {
            let small = try ReadPage(page)
            for whole in [filler + page, page + filler] {
                let large = try ReadPage(whole)
                #expect(large.lines == small.lines)
                #expect(large.document.diagnostics.map(\.code) == small.document.diagnostics.map(\.code))
            }
        }
    }
}
