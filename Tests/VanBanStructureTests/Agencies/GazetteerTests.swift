import Testing
import VanBanModel
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
        let gazetteer = AgencyGazetteer.standard
        #expect(gazetteer.find(name).entry.map(gazetteer.id) == id)
    }

    @Test("what is not in the table is not guessed")
    func unknown() {
        #expect(AgencyGazetteer.standard.find("Công ty Hoa Ban") == .unknown)
        #expect(AgencyGazetteer.standard.find("Sở Nội vụ huyện Mai Sơn") == .unknown)
        #expect(AgencyGazetteer.standard.find("BCT") != .unknown)
        #expect(AgencyGazetteer.standard.find("BCT").entry == nil)
    }

    @Test("an agency's row carries its level, its last day and its successors")
    func validity() throws {
        let sheet = AgencyGazetteer.standard.sheet
        let row = try #require(sheet.position(of: "so-tttt"))
        #expect(sheet.entry(at: row).level == .province)
        #expect(sheet.validTo(at: row) == CalendarDate(year: 2025, month: 2, day: 28))
        #expect(sheet.successors(at: row).first == "so-khcn")
    }

    @Test("every id stands once, every day is one, every successor is there and every row says where it is from")
    func rowsAreWhole() {
        let table = CSVTable(PackageResources.agencies_csv)
        let ids = table.rows.map { $0["id"] }
        #expect(Set(ids).count == ids.count)
        for row in table.rows {
            #expect(row.count == table.header.count && !row["name"].isEmpty && !row["kind"].isEmpty, "\(row["id"])")
            #expect(["seen", "verified", "single-source", "unverified"].contains(row["status"]), "\(row["id"])")
            #expect(row["status"] != "verified" || !row["source"].isEmpty, "\(row["id"])")
            for successor in row.values("successor") { #expect(ids.contains(successor), "\(row["id"])") }
            for column in ["valid_from", "valid_to"] where !row[column].isEmpty {
                #expect(CalendarDate(iso: row[column]) != nil, "\(row["id"])")
            }
            let level = row["level"]
            #expect(level.isEmpty || level == "collective" || Agency.Level(rawValue: level) != nil, "\(row["id"])")
        }
    }

    @Test("districts stand in the order of their words, and each is found")
    func districts() {
        let table = CSVTable(PackageResources.districts_csv)
        let keys = table.rows.map { Array($0["key"].utf8) }
        #expect(zip(keys, keys.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) })
        for row in table.rows {
            let words = WordKeys.joined(row["name"]).split(separator: " ").map { String($0) }
            #expect(words.joined(separator: " ") == row["key"], "\(row["name"])")
            #expect(DistrictTable.standard.rows(of: words).contains { $0.code == row["gso_code"] }, "\(row["name"])")
        }
        #expect(DistrictTable.standard.rows(of: ["khOng", "cO1"]).isEmpty)
        #expect(DistrictTable.standard.rows(of: []).isEmpty)
        #expect(PlaceGazetteer.standard.districts(Phrase("Châu Thành").keys, in: nil).count > 3)
        #expect(PlaceGazetteer.standard.districts(Phrase("Châu Thành").keys, in: "Sóc Trăng").map(\.code) == ["942"])
    }

    @Test("a province is that of the day: before and after the mergers of 1 July 2025")
    func provinces() {
        let places = PlaceGazetteer.standard
        let keys = Phrase("Bắc Ninh").keys
        #expect(places.province(keys, on: CalendarDate(year: 2025, month: 6, day: 30))?.code == "27")
        #expect(places.province(keys, on: CalendarDate(year: 2025, month: 7, day: 1))?.code == "24")
        #expect(places.province(Phrase("Hà Giang").keys, on: nil)?.successor == "Tuyên Quang")
        #expect(places.province(Phrase("Hà Giang").keys, on: CalendarDate(year: 2026, month: 1, day: 1))?.code == "02")
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
