import Testing
import VanBanModel

@testable import VanBanStructure

/// Text that a program took from a page, with the line breaks of the page's source and a bar behind each cell.
@Suite("text with the line breaks of a page's source")
struct SourceWrappingTests {
    private static let page = """
        ỦY
        BAN NHÂN DÂN
        TỈNH LẠNG SƠN
        -------
        |
        CỘNG HÒA XÃ HỘI
        CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        ---------------
        |
        Số:
        27/KH-UBND
        |
        Lạng
        Sơn, ngày 15 tháng
        3 năm 2022
        |
        KẾ HOẠCH
        KIỂM TRA CÔNG VỤ NĂM
        2022
        Căn cứ Quyết định số 749/QĐ-TTg
        ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ phê duyệt Chương trình Chuyển
        đổi số quốc gia giai đoạn 2021 -
        2025;
        Ủy ban nhân dân tỉnh ban hành
        Kế hoạch như sau:
        I. MỤC
        ĐÍCH
        1. Tiếp
        tục nâng cao chất lượng phục vụ người dân, doanh nghiệp theo Nghị quyết của tỉnh
        Lạng Sơn về cải cách hành chính.
        2. Về chuyển đổi số
        Đưa toàn bộ hồ sơ lên môi trường mạng, bảo đảm thông suốt từ tỉnh đến xã, không
        để gián đoạn.
        II. TỔ CHỨC THỰC HIỆN
        1. Giám đốc
        Sở Nội vụ theo dõi, đôn đốc.
        """

    @Test("lines of the form that were cut are whole, and nothing but the bars and rules is furniture")
    func head() throws {
        let converted = try Documents.converted(Self.page)
        let part = try #require(converted.record.parts.first)
        #expect(part.kind == .plan)
        #expect(part.letterhead == ["ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN"])
        #expect(part.number == "27/KH-UBND")
        #expect(part.place == "Lạng Sơn")
        #expect(part.issuedOn == CalendarDate(year: 2022, month: 3, day: 15))
        #expect(part.title == "KIỂM TRA CÔNG VỤ NĂM 2022")
        #expect(part.formulas.map(\.kind) == [.motto, .motto])
        #expect(Account.faults(of: converted, bytes: Array(Self.page.utf8)).isEmpty)
        #expect(!converted.record.codes.contains(.uncertainSiteText))
    }

    @Test("sentences go on across breaks, recitals and headings end where they end")
    func sentences() throws {
        let part = try #require(try Documents.record(of: Self.page).parts.first)
        #expect(part.legalBases.map(\.text.last) == ["5"])
        #expect(part.sections.shape == "¶ I[1 2] II[1]")
        #expect(part.sections[0].text == "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:")
        #expect(part.sections[1].heading == "MỤC ĐÍCH")
        #expect(part.sections[1].children[0].heading == nil)
        #expect(part.sections[1].children[0].text?.hasSuffix("của tỉnh Lạng Sơn về cải cách hành chính.") == true)
        #expect(part.sections[1].children[1].heading == "Về chuyển đổi số")
        #expect(part.sections[1].children[1].text?.hasSuffix("không để gián đoạn.") == true)
        #expect(part.sections[2].children[0].text == "Giám đốc Sở Nội vụ theo dõi, đôn đốc.")
    }

    @Test("what was done is said once, with the short lines that may be no headings")
    func told() throws {
        let told = try Documents.record(of: Self.page).diagnostics.filter { $0.code == .sourceLineBreaks }
        #expect(told.count == 1)
        #expect(told.first?.arguments == ["1"])
        #expect(told.first.map { $0.location.line } == 32)
    }

    @Test("an entry of the recipients is no heading")
    func recipients() throws {
        let part = try #require(
            try Documents.record(
                of: Self.page + "\nNơi nhận:\n- Ủy ban MTTQ Việt\nNam tỉnh;\n- Các sở, ban;\n- Lưu: VT.\n"
            ).parts.first)
        #expect(part.recipients == ["Ủy ban MTTQ Việt Nam tỉnh", "Các sở, ban", "Lưu: VT"])
    }

    @Test("`số` ends a heading, and does not before a figure")
    func number() throws {
        let record = try Documents.plan(
            """
            I. NHIỆM VỤ

            1. Đẩy mạnh thực hiện các nội dung về chuyển đổi số

            Triển khai dịch vụ công trực tuyến.

            2. Thực hiện đầy đủ, kịp thời các nhiệm vụ được giao tại Quyết định số

            30/QĐ-UBND ngày 01/02/2024.
            """)
        #expect(record.outline[0].children[0].heading == "Đẩy mạnh thực hiện các nội dung về chuyển đổi số")
        #expect(record.outline[0].children[1].text?.contains("Quyết định số 30/QĐ-UBND") == true)
    }

    @Test("text that is wrapped at a width is none of that kind")
    func wrapped() throws {
        let record = try Documents.plan(
            """
            1. Nâng cao chất lượng phục vụ người dân, doanh nghiệp trong giải quyết thủ tục
            hành chính; rõ người, rõ việc, rõ trách nhiệm của từng phòng, ban chuyên môn và
            từng cán bộ, công chức.
            2. Bám sát chỉ đạo của cấp trên, gắn trách nhiệm của người đứng đầu với nhiệm vụ
            được giao trong năm và báo cáo kết quả theo quy định của tỉnh và của trung ương.
            3. Kiểm tra thường xuyên.
            """)
        #expect(!record.codes.contains(.sourceLineBreaks))
        #expect(record.outline.shape == "1 2 3")
    }

    @Test("within an open bracket no label and no letterhead's day begins")
    func brackets() throws {
        let record = try Documents.record(
            of: """
                KẾ HOẠCH
                Thực hiện công tác dân số đến năm 2030 trên
                địa bàn tỉnh Lai Châu
                Căn cứ Nghị quyết số 21-NQ/TW
                ngày 25/10/2017 của Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng (khóa
                XII) về công tác dân số trong tình hình mới;
                Căn cứ Nghị quyết số 137/NQ-CP
                ngày 31/12/2017 của Chính phủ ban hành Chương trình hành động của Chính phủ thực
                hiện Nghị quyết số 21-NQ/TW về công tác dân số;
                I. VIỆC CHUNG
                1. Các sở thực hiện theo chức năng, nhiệm vụ được giao, bảo đảm đúng tiến
                độ và chất lượng của từng việc.
                """)
        #expect(record.parts.first?.legalBases.count == 2)
    }
}
