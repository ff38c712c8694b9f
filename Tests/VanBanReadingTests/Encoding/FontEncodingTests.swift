import Testing
import VanBanReading

@Suite struct FontEncodingTests {
    @Test(
        "a font's name tells the encoding",
        arguments: [
            (".VnTime", .tcvn3), (".VnTimeH", .tcvn3Capitals), (".VNTIMEH", .tcvn3Capitals), (".vntime", .tcvn3),
            (".VnArial", .tcvn3), (".VnArialH", .tcvn3Capitals), (".VnArial NarrowH", .tcvn3Capitals),
            (".VnArialH Bold", .tcvn3Capitals), (".VnTimeH,Bold", .tcvn3Capitals), (".VnTime-BoldItalic", .tcvn3),
            ("ABCDEF+.VnTimeH", .tcvn3Capitals), ("'.VnTime', serif", .tcvn3), ("VnTimeH", .tcvn3Capitals),
            (".VnCommercial Script", .tcvn3), ("VNI-Times", .vni), ("VNI-Helve", .vni), ("vni-helve-condense", .vni),
            ("VNI Times", .vni), ("VniHelvetica", .vni), ("VI Times", .viscii), ("VI Times H", .visciiCapitals),
            ("VPS Times", .vps),
        ] as [(String, LegacyEncoding)])
    func legacy(font: String, encoding: LegacyEncoding) {
        #expect(FontEncoding.encoding(ofFont: font) == encoding)
        #expect(FontEncoding.unreadEncoding(ofFont: font) == nil)
    }

    @Test(
        "fonts of Unicode tell none",
        arguments: [
            "", "Times New Roman", "Arial", "Verdana", "Viner Hand ITC", "Vivaldi", "UTM Avo", "SVN-Gilroy", ".", "+",
            "V",
        ])
    func unicode(font: String) {
        #expect(FontEncoding.encoding(ofFont: font) == nil)
        #expect(FontEncoding.unreadEncoding(ofFont: font) == nil)
    }

    @Test("a font of an encoding that is not read is told by the encoding's name")
    func unread() {
        #expect(FontEncoding.encoding(ofFont: "VNtimes new roman") == nil)
        #expect(FontEncoding.unreadEncoding(ofFont: "VNtimes New Roman") == "Vietware X")
        #expect(FontEncoding.unreadEncoding(ofFont: "SVNtimes new roman") == "Vietware F")
    }
}
