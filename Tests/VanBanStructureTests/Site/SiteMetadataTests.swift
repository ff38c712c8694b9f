import Testing
import VanBanModel

@testable import VanBanStructure

/// The list in which a web site says what it knows of a document.
@Suite struct SiteMetadataTests {
    private static let list = """
        Số hiệu: 12/QĐ-UBND
        Loại văn bản: Quyết định
        Nơi ban hành: Huyện Mường La
        Người ký: Lò Văn Minh
        Ngày ban hành: 05/03/2024
        Ngày hiệu lực: 05/03/2024
        Ngày công báo: Đang cập nhật
        Số công báo: Đang cập nhật
        Tình trạng: Còn hiệu lực
        """

    private func expectWhole(_ record: Record) throws {
        let publication = try #require(record.publication)
        #expect(publication.number == "12/QĐ-UBND")
        #expect(publication.type == "Quyết định")
        #expect(publication.issuer == "Huyện Mường La")
        #expect(publication.signer == "Lò Văn Minh")
        #expect(publication.issuedOn == CalendarDate(year: 2024, month: 3, day: 5))
        #expect(publication.effectiveOn == CalendarDate(year: 2024, month: 3, day: 5))
        #expect(publication.gazetteDate == nil)
        #expect(publication.gazetteNumber == nil)
        #expect(publication.status == "Còn hiệu lực")
        #expect(publication.fields.count == 9)
        #expect(record.coverage.unaccounted == 0)
        #expect(!record.codes.contains(.metadataMismatch))
        #expect(!record.codes.contains(.strayText))
        #expect(record.parts.first?.signature?.name == "Lò Văn Minh")
    }

    private static func cells(_ separator: String) -> String {
        list.split(separator: "\n").map { $0.replacing(": ", with: separator) }.joined(separator: "\n")
    }

    @Test(
        "label and value stand on one line, behind a bullet, in two cells or on two lines",
        arguments: [
            list, list.split(separator: "\n").map { "  • " + $0 }.joined(separator: "\n"), cells(":\t"), cells("\t"),
            cells(":\n"), cells("\n"), cells(":\n\n"), list.replacing("\n", with: "\n\n"),
        ])
    func layouts(_ list: String) throws {
        try expectWhole(try Documents.record(of: Documents.decision(end: "\n\n" + list + "\n")))
        try expectWhole(try Documents.record(of: list + "\n\n" + Documents.decision()))
    }

    @Test("several fields stand on one line")
    func sideBySide() throws {
        let list = """
            Số hiệu: 12/QĐ-UBND   Loại văn bản: Quyết định
            Nơi ban hành:\tHuyện Mường La\t\tNgười ký:\tLò Văn Minh
            Ngày ban hành: 05/03/2024 Ngày hiệu lực: 05/03/2024
            Ngày công báo: Đang cập nhật\tSố công báo: Đang cập nhật
            Tình trạng: Còn hiệu lực
            """
        try expectWhole(try Documents.record(of: list + "\n\n" + Documents.decision()))
    }

    @Test("the state's data base puts body, post and name behind one label")
    func combined() throws {
        let list =
            "Số ký hiệu\t12/QĐ-UBND\tNgày ban hành\t05/03/2024\nLoại văn bản\tQuyết định\tNgày có hiệu lực\t05/03/2024\n"
            + "Ngành\tNội vụ\tLĩnh vực\tCông vụ\n"
            + "Cơ quan ban hành/ Chức danh / Người ký\tUBND huyện Mường La\tChủ tịch\tLò Văn Minh\nPhạm vi\tHuyện\n"
        let record = try Documents.record(of: list + "\n" + Documents.decision())
        let publication = try #require(record.publication)
        #expect(publication.issuer == "UBND huyện Mường La")
        #expect(publication.position == "Chủ tịch")
        #expect(publication.signer == "Lò Văn Minh")
        #expect(publication.fields.map(\.label).contains("Phạm vi"))
        #expect(record.diagnostics.isEmpty)
    }

    @Test("the site's name of the document is the list's title")
    func title() throws {
        let name = "Quyết định 12/QĐ-UBND năm 2024 về Kế hoạch kiểm tra công vụ"
        let below = try Documents.record(of: Documents.decision(end: "\nHIỆU LỰC VĂN BẢN\n\n\(name)\n\n" + Self.list))
        #expect(below.publication?.title == name)
        let above = try Documents.record(of: "\(name)\n\n\(Self.list)\n\n" + Documents.decision())
        #expect(above.publication?.title == name)
        #expect(above.parts.first?.title == "Ban hành Kế hoạch kiểm tra công vụ năm 2024")
    }

    @Test("the subject that a site gives is its title; a wrapped one is one")
    func subject() throws {
        let list = Self.list + "\nTrích yếu: Ban hành Kế hoạch kiểm tra\ncông vụ năm 2024"
        let record = try Documents.record(of: list + "\n\n" + Documents.decision())
        #expect(record.publication?.title == "Ban hành Kế hoạch kiểm tra công vụ năm 2024")
    }

    // MARK: Against the document

    @Test(
        "what the list says otherwise than the document is told with both places",
        arguments: [
            ("12/QĐ-UBND", "13/QĐ-UBND", "12/QĐ-UBND"), ("05/03/2024", "06/03/2024", "2024-03-05"),
            ("Lò Văn Minh", "Cầm Văn Thanh", "Lò Văn Minh"), ("Huyện Mường La", "Huyện Sốp Cộp", "CHỦ TỊCH"),
            ("Quyết định", "Kế hoạch", "QUYẾT ĐỊNH"),
        ])
    func mismatch(_ right: String, _ wrong: String, _ printed: String) throws {
        let list = Self.list.replacing(right, with: wrong, maxReplacements: 1)
        let record = try Documents.record(of: Documents.decision(end: "\n\n" + list))
        let found = try #require(record.diagnostic(.metadataMismatch))
        #expect(found.arguments[1] == wrong)
        #expect(found.arguments[2].hasPrefix(printed))
        #expect(found.related.count == 1)
        #expect(found.location.start > (found.related.first?.start ?? .max))
        #expect(record.parts.first?.number == "12/QĐ-UBND")
        #expect(record.parts.first?.issuedOn == CalendarDate(year: 2024, month: 3, day: 5))
        #expect(record.parts.first?.signature?.name == "Lò Văn Minh")
    }

    @Test(
        "bodies are named in many ways",
        arguments: ["UBND huyện Mường La", "Ủy ban nhân dân huyện Mường La", "Mường La"])
    func sameIssuer(_ name: String) throws {
        let list = Self.list.replacing("Huyện Mường La", with: name)
        let record = try Documents.record(of: Documents.decision(end: "\n\n" + list))
        #expect(!record.codes.contains(.metadataMismatch))
    }

    @Test("what the document leaves blank is the list's, and is said to be")
    func filled() throws {
        let silent = Documents.decision(
            number: "Số:       /QĐ-UBND", date: "Mường La, ngày      tháng 3 năm 2024", end: "\n\n" + Self.list)
        let record = try Documents.record(of: silent)
        let part = try #require(record.parts.first)
        #expect(part.number == "12/QĐ-UBND")
        #expect(part.issuedOn == CalendarDate(year: 2024, month: 3, day: 5))
        let told = record.diagnostics.filter { $0.code == .filledFromMetadata }
        #expect(told.map { $0.arguments[0] } == ["Số hiệu", "Ngày ban hành"])
        #expect(!record.codes.contains(.missingNumber))
        #expect(!record.codes.contains(.missingDate))
    }

    @Test("a signer that the document does not name is the list's")
    func signer() throws {
        let record = try Documents.record(
            of: Documents.decision(end: "\n\n" + Self.list).replacing("    Lò Văn Minh\n", with: "").replacing(
                "CHỦ TỊCH\n\n\n\nLò Văn Minh", with: "CHỦ TỊCH\n"))
        #expect(record.parts.first?.signature?.name == "Lò Văn Minh")
        #expect(record.parts.first?.signature?.position == "CHỦ TỊCH")
        #expect(record.codes.contains(.filledFromMetadata))
    }

    @Test("what is printed of a blank number or date is not overruled")
    func halfPrinted() throws {
        let record = try Documents.record(
            of: Documents.decision(
                number: "Số:       /QĐ-SNV", date: "Mường La, ngày      tháng 4 năm 2024", end: "\n\n" + Self.list))
        #expect(record.parts.first?.number == nil)
        #expect(record.parts.first?.issuedOn == nil)
        #expect(record.diagnostics.filter { $0.code == .metadataMismatch }.count == 1)
        #expect(!record.codes.contains(.filledFromMetadata))
    }

    @Test("the list of a decision fills nothing in the plan that was issued with it")
    func attachment() throws {
        let plan =
            "KẾ HOẠCH\nKiểm tra công vụ năm 2024\n(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/3/2024 của UBND huyện)\n\n"
            + "I. MỤC ĐÍCH\n\nLàm đúng hạn./.\n\n"
        let record = try Documents.record(of: plan + Self.list)
        #expect(record.parts.first?.number == nil)
        #expect(!record.codes.contains(.filledFromMetadata))
        #expect(!record.codes.contains(.metadataMismatch))
        let other = try Documents.record(of: plan + Self.list.replacing("12/QĐ", with: "21/QĐ"))
        #expect(other.codes.contains(.metadataMismatch))
    }

    // MARK: No list

    @Test(
        "labels in a document are no site's list",
        arguments: [
            "Số hiệu: ………\nLoại văn bản: ………\nNgày ban hành: ………\nNgười ký: ………",
            "Số ký hiệu\tNgày ban hành\tLoại văn bản\tTrích yếu\n12/QĐ-UBND\t05/3/2024\tQuyết định\tVề việc kiểm tra",
            "1. Lĩnh vực: Nội vụ.\n2. Phạm vi: toàn huyện.\n3. Ngày ban hành: trước 05/3/2024.",
            "Người ký: Chủ tịch.\nChức vụ: công chức.",
        ])
    func none(_ text: String) throws {
        let record = try Documents.plan(
            "I. MỤC ĐÍCH\n\nLàm đúng hạn.\n\n\(text)\n\nII. TỔ CHỨC THỰC HIỆN\n\nCác phòng thực hiện./.")
        #expect(record.publication == nil)
        #expect(record.coverage.furniture == 0)
        #expect(record.coverage.unaccounted == 0)
    }

    @Test("no cell goes on across a list that was taken out")
    func brokenTable() throws {
        let rows = ["1", "Rà soát văn bản", "Báo cáo", "Phòng Tư pháp", "Các phòng", "Quý I/2024"]
        let text = Documents.decision(
            end: "\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\n"
                + (["TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"] + rows).joined(
                    separator: "\n\n") + "\n\n" + Self.list
                + "\n\nMột dòng nữa\n\nPHỤ LỤC II\nDANH MỤC KHÁC\n\nNội dung khác.\n")
        let converted = try Documents.converted(text)
        #expect(Account.faults(of: converted, bytes: Array(text.utf8)) == [])
        #expect(converted.record.tasks.count == 1)
        #expect(converted.record.publication?.fields.count == 9)
    }
}
