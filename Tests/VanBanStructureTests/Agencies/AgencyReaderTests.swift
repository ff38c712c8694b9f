import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

@Suite struct AgencyReaderTests {
    private func read(_ cell: String) -> (agencies: [Agency], diagnostics: [Diagnostic]) {
        let text = SourceText.literal(cell)
        return AgencyReader(gazetteer: .standard).read(Stretch(0..<text.bytes.count), in: text)
    }

    private func texts(_ cell: String) -> [String] { read(cell).agencies.map(\.text) }

    @Test(
        "commas and dashes inside a known name do not cut it",
        arguments: [
            "Sở Văn hóa, Thể thao và Du lịch", "Sở Tài nguyên và Môi trường", "Sở Lao động - Thương binh và Xã hội",
            "Trung tâm Thông tin, Văn phòng UBND tỉnh", "Văn phòng HĐND và UBND huyện",
            "Giám đốc Sở Văn hóa, Thể thao và Du lịch", "Thanh tra Sở Nội vụ", "Ban Quản lý các khu công nghiệp",
            "Văn phòng Đoàn ĐBQH và HĐND tỉnh", "Văn phòng Đoàn ĐBQH & HĐND tỉnh",
            "VP Đoàn đại biểu Quốc hội và HĐND tỉnh",
            "Văn phòng Đoàn ĐBQH và HĐND tỉnh Sơn La", "Văn phòng Đoàn ĐBQH, HĐND tỉnh", "VP ĐĐBQH và HĐND tỉnh",
            "Văn phòng Đoàn ĐBQH và HĐND",
            "Văn phòng Đoàn ĐBQH-HĐND tỉnh",
        ])
    func wholeName(_ name: String) { #expect(texts(name) == [name]) }

    @Test(
        "a collective stays whole",
        arguments: [
            "Các sở, ban, ngành", "các sở, ban, ngành, đoàn thể", "Các Sở, Ban, Ngành", "UBND các huyện, thành phố",
            "UBND xã, phường, thị trấn", "các cơ quan, đơn vị có liên quan", "Các cấp, các ngành",
            "Các cơ quan tiến hành tố tụng cấp tỉnh, cấp huyện", "Các ban ngành, đoàn thể xã, bản",
            "Các ngành, đơn vị, đoàn thể xã", "Sở, ban, ngành tỉnh",
        ])
    func collective(_ name: String) {
        let (agencies, diagnostics) = read(name)
        #expect(agencies.map(\.text) == [name])
        #expect(agencies.map(\.collective) == [true])
        #expect(diagnostics.isEmpty)
    }

    @Test("semicolons, commas between agencies, và and bullets cut")
    func cuts() {
        #expect(texts("Sở Y tế; Công an tỉnh.") == ["Sở Y tế", "Công an tỉnh"])
        #expect(texts("Sở Y tế,Sở Tư pháp và các trường") == ["Sở Y tế", "Sở Tư pháp", "các trường"])
        #expect(texts("- Các ban, ngành xã; - Công an xã;") == ["Các ban, ngành xã", "Công an xã"])
        #expect(
            texts("Các sở, ban, ngành, UBND cấp huyện, Các doanh nghiệp viễn thông")
                == ["Các sở, ban, ngành", "UBND cấp huyện", "Các doanh nghiệp viễn thông"])
        #expect(texts("- Các ngành, đơn vị xã - CC Tư pháp") == ["Các ngành, đơn vị xã", "CC Tư pháp"])
        #expect(texts("Sở Y tế/Công an tỉnh") == ["Sở Y tế", "Công an tỉnh"])
        #expect(texts("1. Sở Y tế 2. Công an tỉnh") == ["Sở Y tế", "Công an tỉnh"])
        #expect(
            texts("Ban Quản lý các KCN tỉnh/Sở Công Thương") == ["Ban Quản lý các KCN tỉnh", "Sở Công Thương"])
        #expect(texts("BQL các KCN / Sở Công Thương") == ["BQL các KCN", "Sở Công Thương"])
        #expect(texts("Ban Quản lý Khu kinh tế/Sở Công Thương") == ["Ban Quản lý Khu kinh tế", "Sở Công Thương"])
        #expect(texts("Ban Quản lý KCN tỉnh/Sở Công Thương") == ["Ban Quản lý KCN tỉnh", "Sở Công Thương"])
        #expect(texts("Các sở/ban/ngành") == ["Các sở/ban/ngành"])
        #expect(texts("Ban Quản lý các khu công nghiệp tỉnh/UBND huyện/Công an tỉnh").count == 3)
    }

    @Test("an unknown name behind a comma after a complete agency is an agency of its own")
    func unknownBehindComma() {
        let (agencies, diagnostics) = read("Sở Y tế, Quỹ Vì trẻ em")
        #expect(agencies.map(\.text) == ["Sở Y tế", "Quỹ Vì trẻ em"])
        #expect(diagnostics.map(\.code) == [.unknownAgency])
        #expect(agencies.last?.id == nil)
    }

    @Test("two agencies with nothing between them are two")
    func nothingBetween() {
        #expect(texts("UBND cấp xã UBND cấp huyện") == ["UBND cấp xã", "UBND cấp huyện"])
        #expect(texts("Các cơ quan, đơn vị Sở Y tế") == ["Các cơ quan, đơn vị", "Sở Y tế"])
        #expect(texts("Văn phòng UBND huyện") == ["Văn phòng UBND huyện"])
        #expect(texts("Các công chức chuyên môn thuộc UBND xã").count == 1)
    }

    @Test("a line break cuts before a new agency and not inside a name")
    func lineBreaks() {
        #expect(texts("Sở Tài nguyên\u{0B}và Môi trường") == ["Sở Tài nguyên và Môi trường"])
        #expect(texts("Sở Y tế\u{0B}Sở Tư pháp") == ["Sở Y tế", "Sở Tư pháp"])
        #expect(texts("- Sở Y tế\u{0B}- Các trường") == ["Sở Y tế", "Các trường"])
    }

    @Test("a name cut by a page break is one name")
    func pageBreak() {
        let text = SourceText.literal("Sở Giáo dục\n\n12\n\nvà Đào tạo")
        let bytes = text.bytes
        let first = 0..<"Sở Giáo dục".utf8.count
        let second = (bytes.count - "và Đào tạo".utf8.count)..<bytes.count
        let agencies = AgencyReader(gazetteer: .standard).read(Stretch(first, [second]), in: text).agencies
        #expect(agencies.map(\.text) == ["Sở Giáo dục và Đào tạo"])
        #expect(agencies.first?.id == "so-gddt")
    }

    @Test("an elliptical head is written out")
    func ellipsis() {
        #expect(texts("UBND cấp huyện, cấp xã") == ["UBND cấp huyện", "UBND cấp xã"])
        #expect(texts("Các sở, ngành; UBND cấp huyện; cấp xã") == ["Các sở, ngành", "UBND cấp huyện", "UBND cấp xã"])
        #expect(
            texts("UBND huyện Mai Sơn, Yên Châu, thành phố Sơn La")
                == ["UBND huyện Mai Sơn", "UBND huyện Yên Châu", "UBND thành phố Sơn La"])
        #expect(
            texts("Ủy ban MTTQ Việt Nam tỉnh, cấp huyện và cấp xã")
                == ["Ủy ban MTTQ Việt Nam tỉnh", "Ủy ban MTTQ Việt Nam cấp huyện", "Ủy ban MTTQ Việt Nam cấp xã"])
        #expect(texts("UBND tỉnh, huyện, xã") == ["UBND tỉnh", "UBND huyện", "UBND xã"])
        #expect(
            texts("Sở Nội vụ, Kế hoạch và Đầu tư, Tài chính")
                == ["Sở Nội vụ", "Sở Kế hoạch và Đầu tư", "Sở Tài chính"])
        #expect(
            texts("UBND các huyện, thành phố, các xã, phường")
                == ["UBND các huyện, thành phố", "UBND các xã, phường"])
        #expect(texts("Các Sở: Y tế, Công Thương") == ["Sở Y tế", "Sở Công Thương"])
        #expect(texts("UBND các huyện: Sông Mã, Vân Hồ") == ["UBND huyện Sông Mã", "UBND huyện Vân Hồ"])
    }

    @Test("a word that is no place is not written out under a district's head")
    func noInventedPlace() {
        #expect(texts("UBND huyện Mai Sơn, Agribank").contains("UBND huyện Agribank") == false)
    }

    @Test("brackets go to the note, role words to the role")
    func notesAndRoles() throws {
        let (first, _) = read("Sở Nội vụ (phụ trách chung) - Công an tỉnh (nếu có)")
        #expect(first.map(\.text) == ["Sở Nội vụ", "Công an tỉnh"])
        #expect(first.map(\.note) == ["phụ trách chung", "nếu có"])

        let (second, _) = read("Sở Y tế chủ trì, phối hợp với Sở Tư pháp, Công an tỉnh; Sở Xây dựng")
        #expect(second.map(\.text) == ["Sở Y tế", "Sở Tư pháp", "Công an tỉnh", "Sở Xây dựng"])
        #expect(second.map(\.role) == ["chủ trì", "phối hợp", "phối hợp", nil])

        let (third, _) = read("Sở Y tế chủ trì; Công an tỉnh phối hợp về an ninh")
        #expect(third.map(\.role) == ["chủ trì", "phối hợp"])
        #expect(third.last?.note == "về an ninh")

        let (fourth, _) = read("Chủ trì: Sở Y tế; Phối hợp: Công an tỉnh, các trường")
        #expect(fourth.map(\.text) == ["Sở Y tế", "Công an tỉnh", "các trường"])
        #expect(fourth.map(\.role) == ["chủ trì", "phối hợp", "phối hợp"])

        let (bracketed, _) = read("Sở Y tế (chủ trì); các sở, ngành (phối hợp)")
        #expect(bracketed.map(\.role) == ["chủ trì", "phối hợp"])
        #expect(bracketed.map(\.note) == [nil, nil])

        let (single, _) = read("Công an tỉnh (chủ trì.)")
        #expect(single.map(\.text) == ["Công an tỉnh"])
        #expect(single.map(\.role) == ["chủ trì"])
        #expect(single.map(\.note) == [nil])

        let (wordy, _) = read("Công an tỉnh (Cơ quan chủ trì), Sở Y tế (phối hợp); Sở Nội vụ (chủ trì, tháng 5)")
        #expect(wordy.map(\.role) == ["chủ trì", "phối hợp", nil])
        #expect(wordy.map(\.note) == [nil, nil, "chủ trì, tháng 5"])

        let (labelled, _) = read("Phối hợp: Công an tỉnh (chủ trì), Sở Y tế")
        #expect(labelled.map(\.role) == ["chủ trì", "phối hợp"])

        let (fifth, _) = read("Công chức Tư pháp tham mưu Kế hoạch, Báo cáo trên địa bàn")
        #expect(fifth.map(\.text) == ["Công chức Tư pháp"])
        #expect(fifth.first?.note == "tham mưu Kế hoạch, Báo cáo trên địa bàn")
    }

    @Test("a product in the column of agencies is no agency and is pointed at")
    func product() {
        let (agencies, diagnostics) = read("Sở Y tế; Thông báo kết quả, giải quyết kiến nghị")
        #expect(agencies.map(\.text) == ["Sở Y tế"])
        #expect(diagnostics.map(\.code) == [.unknownAgency])
    }

    @Test("an agency says where it stands")
    func location() {
        let cell = "Sở Y tế; UBND cấp huyện, cấp xã"
        let locations = read(cell).agencies.compactMap(\.location)
        let found = locations.map { String(decoding: Array(cell.utf8)[$0.start..<$0.end], as: UTF8.self) }
        #expect(found == ["Sở Y tế", "UBND cấp huyện", "cấp xã"])
    }

    @Test("any words in any order are read without end or loss of order")
    func anyWords() {
        let words = [
            "Sở", "Nội vụ", "UBND", "các", "huyện", ",", ";", "và", "-", "(", ")", ":", "chủ trì", "phối hợp", "với",
            "cấp",
            "xã", "Sơn La", "12", ".", "\u{0B}", "Báo cáo", "/", "tham mưu", "“", "đoàn thể", "ban",
        ]
        var state: UInt64 = 20_240_526
        for _ in 0..<3_000 {
            var cell = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                cell += words[Int(state >> 33) % words.count] + ((state >> 60) & 1 == 0 ? " " : "")
            }
            let starts = read(cell).agencies.compactMap { $0.location?.start }
            #expect(starts == starts.sorted())
            let text = SourceText.literal(cell)
            let items = OutputItemReader.items(of: Stretch(0..<text.bytes.count), in: text)
            #expect(!items.contains(""))
        }
    }

    @Test(
        "rooms, faculties and persons with an initial are no items of a list",
        arguments: ["P. Đào tạo", "K. CNTT", "A. Dương"])
    func initials(name: String) { #expect(texts(name) == [name]) }

    @Test("groups of companies are cut like other bodies")
    func companies() {
        #expect(
            texts("Tập đoàn Hóa chất Đức Giang, Tập đoàn Hóa chất Việt Nam")
                == ["Tập đoàn Hóa chất Đức Giang", "Tập đoàn Hóa chất Việt Nam"])
    }

    @Test("`các đơn vị phối hợp` are units that coordinate")
    func coordinatingUnits() {
        let agencies = read("Sở Nội vụ chủ trì, các đơn vị phối hợp").agencies
        #expect(agencies.map(\.text) == ["Sở Nội vụ", "các đơn vị"])
        #expect(agencies.map(\.role) == ["chủ trì", "phối hợp"])
    }

    @Test("an office that could be anybody's is no commune's where no commune speaks")
    func anybodys() {
        let agency = read("Văn phòng").agencies.first
        #expect(agency?.text == "Văn phòng")
        #expect(agency?.level == nil)
        #expect(agency?.name == nil)
    }
}
