import Testing
import VanBanReading

@testable import VanBanStructure

@Suite struct GazetteerTests {
    @Test("a CSV cell in quotation marks holds commas, quotation marks and line ends")
    func csv() {
        let table = CSVTable(Array("a,b,c\n1,\"x, \"\"y\"\"\nz\",p|q\r\n2\n".utf8))
        #expect(table.header == ["a", "b", "c"])
        #expect(table.rows.map { $0["b"] } == ["x, \"y\"\nz", ""])
        #expect(table.rows.first?.values("c") == ["p", "q"])
        #expect(table.rows.last?["nowhere"] == "")
    }

    @Test(
        "an agency is found however it is written",
        arguments: [
            ("Uỷ ban nhân dân tỉnh", "ubnd-tinh"), ("UBND TỈNH", "ubnd-tinh"), ("UBND tỉnh Sơn La", "ubnd-tinh"),
            ("UBND thành phố Hà Nội", "ubnd-tinh"), ("UBND huyện Sông Mã", "ubnd-huyen"),
            ("UBND TP. Sơn La", "ubnd-tp-tinh"), ("UBND xã Chiềng Sơn", "ubnd-xa"), ("UBND phường Tô Hiệu", "ubnd-xa"),
            ("Bảo hiểm xã hội tỉnh Sơn La", "bhxh-tinh"), ("Công an Sơn La", "cong-an-tinh"),
            ("Sở Nội vụ tỉnh Sơn La", "so-noi-vu"), ("Tỉnh uỷ Sơn La", "tinh-uy"), ("Sở NN&PTNT", "so-nnptnt"),
            ("Đài PT-TH tỉnh", "dai-ptth"), ("Đài Phát thanh–Truyền hình tỉnh", "dai-ptth"),
            ("Sở Lao động – Thương binh & Xã hội", "so-ldtbxh"), ("các UBND huyện, thành phố", "ubnd-cap-huyen"),
            ("Phòng Nội vụ huyện Mai Sơn", "phong-noi-vu"), ("Bộ Công an", "bo-cong-an"),
            ("UBND các xã, phường", "ubnd-cap-xa"), ("Ủy ban nhân dân các huyện", "ubnd-cap-huyen"),
        ])
    func findsAgency(_ name: String, _ id: String) {
        #expect(AgencyGazetteer.standard.find(name).entry?.id == id)
    }

    @Test("what is not in the table is not guessed")
    func unknown() {
        #expect(AgencyGazetteer.standard.find("Công ty Hoa Ban") == .unknown)
        #expect(AgencyGazetteer.standard.find("Sở Nội vụ huyện Mai Sơn") == .unknown)
        #expect(AgencyGazetteer.standard.find("BCT") == .ambiguous)
    }

    @Test("an agency's row carries its level, its last day and its successors")
    func validity() {
        let entry = AgencyGazetteer.standard.entry(id: "so-tttt")
        #expect(entry?.level == .province)
        #expect(entry?.validTo == "2025-02-28")
        #expect(entry?.successors.contains("so-khcn") == true)
        let gazetteer = AgencyGazetteer.standard
        let lost = gazetteer.entries.flatMap(\.successors).filter { gazetteer.entry(id: $0) == nil }
        #expect(lost.isEmpty)
    }

    @Test("a line that is a kind's name gives the kind")
    func documentKinds() {
        let kinds = DocumentKindGazetteer.standard
        let expected = [
            "QUYẾT ĐỊNH": "decision", "Kế hoạch": "plan", "CHƯƠNG TRÌNH": "programme", "Nghị quyết": "resolution",
            "Chỉ thị": "directive", "Báo cáo": "report", "TỜ TRÌNH": "submission", "Công văn": "officialLetter",
            "Bộ luật": "code", "Luật": "law", "Nghị định": "decree", "Thông tư liên tịch": "jointCircular",
        ]
        for (name, kind) in expected { #expect(kinds.kind(named: Phrase(name).keys)?.kind == kind) }
        #expect(kinds.kind(named: Phrase("Quyết định số 1").keys) == nil)
        let odd = kinds.kinds.filter { $0.kind.isEmpty || $0.name.contains("(") }
        #expect(odd.isEmpty)
        #expect(kinds.kind(sign: "CTr")?.kind == "programme")
        #expect(kinds.kind(sign: "CT")?.kind == "directive")
    }

    @Test("the longest kind is found in running text")
    func kindInText() {
        let source = SourceText.literal("theo thông tư liên tịch số 55")
        let text = TokenText(0..<source.bytes.count, in: source)
        let found = DocumentKindGazetteer.standard.kind(in: text, at: 1)
        #expect(found?.kind.name == "Thông tư liên tịch")
        #expect(found?.length == 4)
        #expect(DocumentKindGazetteer.standard.kind(in: text, at: 0) == nil)
    }

    @Test("places are told by their names")
    func places() {
        let places = PlaceGazetteer.standard
        #expect(places.isProvince(Phrase("Sơn La").keys))
        #expect(places.isProvince(Phrase("Bà Rịa Vũng Tàu").keys))
        #expect(places.isCentralCity(Phrase("Hải Phòng").keys))
        #expect(!places.isCentralCity(Phrase("Sơn La").keys))
        #expect(places.isDistrict(Phrase("SÔNG MÃ").keys))
        #expect(!places.isProvince(Phrase("Sông Mã").keys))
    }
}
