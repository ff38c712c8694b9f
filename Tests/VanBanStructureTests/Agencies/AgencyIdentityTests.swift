import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

@Suite struct AgencyIdentityTests {
    private static func province(_ name: String, _ code: String, noun: String = "tỉnh") -> AgencyPlace {
        AgencyPlace(name: name, level: .province, noun: noun, code: code)
    }

    private static let sonLa = Speaker(
        day: CalendarDate(year: 2024, month: 5, day: 6), level: .province, province: province("Sơn La", "14"))
    private static let commune = Speaker(
        day: CalendarDate(year: 2026, month: 1, day: 9), level: .commune, province: province("Sơn La", "14"),
        commune: AgencyPlace(name: "Nậm Sơn", level: .commune, noun: "xã"))

    private func read(_ cell: String, for speaker: Speaker = sonLa) -> (agencies: [Agency], diagnostics: [Diagnostic]) {
        let text = SourceText.literal(cell)
        return AgencyReader(gazetteer: .standard, speaker: speaker).read(Stretch(0..<text.bytes.count), in: text)
    }

    private func one(_ cell: String, for speaker: Speaker = sonLa) throws -> Agency {
        let agencies = read(cell, for: speaker).agencies
        try #require(agencies.count == 1, "\(agencies.map(\.text))")
        return agencies[0]
    }

    // MARK: Collectives

    @Test(
        "words that say which of a collective are meant leave it what it is",
        arguments: [
            ("Các cơ quan, đơn vị thực hiện giải quyết thủ tục hành chính", "cac-cq-dv"),
            ("UBND các xã, phường, thị trấn được kiểm tra", "ubnd-cap-xa"), ("Các cơ quan khác", "cac-cq-khac"),
        ])
    func chosen(_ name: String, _ id: String) throws {
        let agency = try one(name)
        #expect(agency.id == id && agency.text == name && agency.collective)
    }

    @Test("what is one in each of many territories is a collective, and the speaker's own is none")
    func ofLevel() throws {
        let below = try one("Ủy ban MTTQ Việt Nam cấp xã")
        #expect(below.collective && below.place?.name == "Sơn La")
        #expect(try !one("Ủy ban MTTQ Việt Nam cấp xã", for: Self.commune).collective)
        #expect(try !one("Ủy ban MTTQ Việt Nam tỉnh").collective)
    }

    @Test("a collective that the gazetteer does not have says at least that it is one")
    func unknownCollective() throws {
        let agency = try one("Các tổ chức hội có tính chất đặc thù")
        #expect(agency.id == nil && agency.collective && agency.kind == "collective")
    }

    // MARK: Kind, place and time

    @Test("an agency says its kind, and when it was followed by which")
    func successor() throws {
        let agency = try one("Sở LĐTBXH")
        #expect(agency.kind == "department" && agency.level == .province)
        #expect(agency.validTo == CalendarDate(year: 2025, month: 2, day: 28))
        #expect(agency.successor?.id == "so-noi-vu")
        #expect(agency.successor?.name == "Sở Nội vụ")
        #expect(agency.successor?.since == CalendarDate(year: 2025, month: 3, day: 1))
        #expect(agency.successor?.sharedWith.contains("so-y-te") == true)
        #expect(try one("Sở Tư pháp").successor == nil)
    }

    @Test("an agency without a place stands in the territory of whose document it is")
    func speakersPlace() throws {
        let agency = try one("UBND tỉnh")
        #expect(agency.place?.name == "Sơn La" && agency.place?.code == "14" && agency.place?.printed == false)
        #expect(try one("Công an xã", for: Self.commune).place?.name == "Nậm Sơn")
        #expect(try one("Công an xã").place == nil)
        #expect(try one("Bộ Nội vụ").place == nil)
        #expect(try one("Tỉnh đoàn").place?.name == "Sơn La")
    }

    @Test("a place that the name prints is the agency's")
    func printedPlace() throws {
        let district = try one("UBND huyện Sông Mã")
        #expect(district.place?.level == .district && district.place?.code == "126" && district.place?.printed == true)
        #expect(try one("Công an Hà Giang").place?.code == "02")
        #expect(try one("UBND thành phố Sơn La").place?.level == .district)
        #expect(try one("UBND thành phố Hải Phòng").place?.level == .province)
        #expect(try one("UBND phường 7").place?.name == "7")
        #expect(try one("UBND xã Chiềng Khoa").place?.level == .commune)
    }

    @Test("a province that was merged says into which")
    func mergedProvince() throws {
        let place = try one("UBND tỉnh Sóc Trăng").place
        #expect(place?.code == "94")
        #expect(place?.successor?.name == "Cần Thơ" && place?.successor?.code == "92")
        #expect(place?.successor?.since == CalendarDate(year: 2025, month: 7, day: 1))
        // One that only grew goes on.
        #expect(try one("UBND tỉnh Phú Thọ").place?.successor == nil)
    }

    @Test("a collective stands within the territory that holds all of it")
    func collectivePlace() throws {
        #expect(try one("UBND cấp xã").place?.name == "Sơn La")
        #expect(try one("các ban, ngành xã", for: Self.commune).place?.name == "Nậm Sơn")
        #expect(try one("UBND cấp xã", for: Self.commune).place?.name == "Sơn La")
        #expect(try one("các cơ quan, đơn vị có liên quan").place == nil)
    }

    @Test("a name of two agencies is the one that there is on the day, or on the speaker's level")
    func twoAgencies() throws {
        #expect(try one("Phòng Kinh tế", for: Self.commune).id == "phong-kinh-te-xa")
        var district = Self.sonLa
        district.level = .district
        #expect(try one("Phòng Kinh tế", for: district).id == "phong-kinh-te-huyen")
        #expect(try one("Trung tâm Phục vụ hành chính công", for: Self.commune).id == "ttpvhcc-xa")
        #expect(try one("Trung tâm Phục vụ hành chính công").id == "ttpvhcc-tinh")
        let (unsure, diagnostics) = read("Hội Nông dân", for: Speaker())
        #expect(unsure.first?.id == nil && diagnostics.map(\.code) == [.unknownAgency])
    }

    @Test("in a city under the centre its own agencies are the city's")
    func cityOfCentre() throws {
        let city = Speaker(
            day: nil, level: .province, province: Self.province("Đà Nẵng", "48", noun: "thành phố"))
        #expect(try one("UBND thành phố", for: city).id == "ubnd-tinh")
        #expect(try one("UBND Thành phố", for: city).place?.name == "Đà Nẵng")
        #expect(try one("UBND thành phố").id == "ubnd-tp-tinh")
    }

    @Test("words that choose among a collective leave it known")
    func chosenCollective() throws {
        #expect(try one("UBND các huyện, thành phố liên quan").id == "ubnd-cap-huyen")
        #expect(try one("Trạm Y tế các xã").id == "tram-y-te")
        #expect(try one("Chủ tịch UBND các xã, phường").id == "ct-ubnd-xa")
        #expect(try one("Hiệp hội doanh nghiệp tỉnh").collective == false)
    }

    @Test("what the last of a list says of its territory holds for those before it")
    func sharedTail() {
        let agencies = read("Tỉnh ủy, HĐND, UBND tỉnh").agencies
        #expect(agencies.map(\.text) == ["Tỉnh ủy", "HĐND tỉnh", "UBND tỉnh"])
        #expect(agencies.map(\.id) == ["tinh-uy", "hdnd-tinh", "ubnd-tinh"])
        #expect(read("Tỉnh ủy, HĐND, UBND tỉnh").diagnostics.isEmpty)
        #expect(read("HĐND; UBND tỉnh").agencies.first?.text == "HĐND")
    }

    // MARK: Persons

    @Test(
        "a person in an agency's place keeps the words, the name and the office",
        arguments: [
            ("Đồng chí Vũ Thị Lan, Phó Chủ tịch UBND tỉnh", "Vũ Thị Lan", "pct-ubnd-tinh"),
            ("ông Lò Văn Ín - Giám đốc Sở Nội vụ", "Lò Văn Ín", "gd-so-noi-vu"),
            ("Phó Chủ tịch UBND tỉnh Đinh Quốc Việt", "Đinh Quốc Việt", "pct-ubnd-tinh"),
            ("Nguyễn Thị Hồng Nga, Chánh Văn phòng UBND tỉnh", "Nguyễn Thị Hồng Nga", "chanh-vp-ubnd"),
        ])
    func personWithOffice(_ cell: String, _ person: String, _ id: String) throws {
        let agency = try one(cell)
        #expect(agency.text == cell && agency.person == person && agency.id == id && agency.kind == "title")
        #expect(read(cell).diagnostics.isEmpty)
    }

    @Test("a person without an office is a person")
    func personAlone() throws {
        let agency = try one("bà Quàng Thị Sương")
        #expect(agency.kind == "person" && agency.person == "Quàng Thị Sương" && agency.id == nil)
        let (pair, diagnostics) = read("Sở Nội vụ (đồng chí Lê Văn Tám); bà Hà Thị Nga")
        #expect(pair.map(\.person) == ["Lê Văn Tám", "Hà Thị Nga"])
        #expect(pair.map(\.note) == [nil, nil])
        #expect(diagnostics.isEmpty)
    }

    @Test("an office behind a form of address is the office")
    func addressedOffice() throws {
        let agency = try one("đồng chí Chánh Văn phòng")
        #expect(agency.id == "chanh-vp-ubnd" && agency.text == "đồng chí Chánh Văn phòng" && agency.person == nil)
    }

    @Test("a place with a surname's word is no person")
    func placeWithSurname() throws {
        #expect(try one("Chủ tịch UBND huyện Mai Sơn").person == nil)
        #expect(try one("Chủ tịch UBND phường Lê Lợi").place?.name == "Lê Lợi")
    }

    // MARK: Spelling

    @Test(
        "a misspelt name is matched with the one that it comes near to, and said",
        arguments: [
            ("Sờ Nội vụ", "so-noi-vu"), ("UBND tinh", "ubnd-tinh"), ("Uỷ ban nhản dân tỉnh", "ubnd-tinh"),
            ("Vàn phòng UBND tỉnh", "vp-ubnd-tinh"), ("Sở Tài nguyên và Mội trường", "so-tnmt"),
            ("Uỷ ban nhản dân các huyện", "ubnd-cap-huyen"), ("Thanh tra tinh Sơn La", "thanh-tra-tinh"),
        ])
    func misspelt(_ name: String, _ id: String) throws {
        let agency = try one(name)
        #expect(agency.id == id && agency.text == name)
        let diagnostics = read(name).diagnostics
        #expect(diagnostics.map(\.code) == [.misspeltAgency])
        #expect(diagnostics.first?.arguments.first == name)
    }

    @Test(
        "a name that comes near to none, or to several, stays unknown",
        arguments: ["Sở Công nghệ", "Hội Nước mắm", "Ban Điều hành", "Công ty Hoa Ban", "Phòng Hòa giải"])
    func notGuessed(_ name: String) throws {
        #expect(try one(name).id == nil)
        #expect(read(name).diagnostics.map(\.code) == [.unknownAgency])
    }
}
