import Foundation
import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// Running text whose words stand where they stood on the page: letterhead and signature side by side, first lines
/// indented, titles centred.
@Suite("text aligned by spaces")
struct AlignedTextTests {
    /// A decision of the samples, as it is put out from its printed page.
    private static let page = """
              UBND TỈNH PHÚ THỌ                  CỘNG HÒA XÃ HỘI CHỦ NGHĨA
                  SỞ NỘI VỤ                                  VIỆT NAM
                      -------                       Độc lập - Tự do - Hạnh phúc
                 Số: 87/QĐ-SNV                               ---------------
                                                  Phú Thọ, ngày 05 tháng 7 năm 2024


                                      QUYẾT ĐỊNH
                Về việc cử công chức đầu mối theo dõi Chỉ số PAPI năm 2024
                          GIÁM ĐỐC SỞ NỘI VỤ TỈNH PHÚ THỌ
             Căn cứ Luật Cán bộ, công chức ngày 13 tháng 11 năm 2008; Luật sửa đổi, bổ
        sung một số điều của Luật Cán bộ, công chức và Luật Viên chức ngày 25 tháng 11
        năm 2019;
             Căn cứ Quyết định số 1245/QĐ-UBND ngày 14 tháng 6 năm 2024 của Chủ
        tịch Ủy ban nhân dân tỉnh Phú Thọ ban hành Kế hoạch cải thiện Chỉ số Hiệu quả
        Quản trị và Hành chính công cấp tỉnh (PAPI) của tỉnh Phú Thọ năm 2024;
            Theo đề nghị của Trưởng phòng Cải cách hành chính.
                                        QUYẾT ĐỊNH:
            Điều 1. Cử bà Đỗ Thu Hằng, chuyên viên Phòng Cải cách hành chính, làm
        công chức đầu mối theo dõi, tổng hợp kết quả thực hiện các nhiệm vụ cải thiện Chỉ
        số PAPI năm 2024 do Sở Nội vụ chủ trì.
             Điều 2. Công chức được cử có trách nhiệm báo cáo tiến độ với Giám đốc Sở
        vào ngày 25 hằng tháng và chuẩn bị dự thảo báo cáo tổng hợp trước ngày 15 tháng
        11 năm 2024.
            Điều 3. Chánh Văn phòng Sở, Trưởng phòng Cải cách hành chính và bà Đỗ
        Thu Hằng chịu trách nhiệm thi hành Quyết định này./.
        Nơi nhận:                                            GIÁM ĐỐC
        - Như Điều 3;
        - Ban Giám đốc Sở;
        - Lưu: VT, CCHC.
                                                            Trần Văn Lâm
        """

    @Test("a decision from its printed page is the decision as it was typed")
    func decision() throws {
        let samples = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../../Samples")
        let typed = try Data(contentsOf: samples.appending(path: "minimal-decision.txt").standardizedFileURL)
        let expected = try #require(DocumentConverter().convert(Array(typed), name: "a.txt").record.parts.first)
        let read = try DocumentConverter().convert(Array(Self.page.utf8), name: "a.txt").record
        let found = try #require(read.parts.first)
        #expect(found.issuer == expected.issuer)
        #expect(found.letterhead == expected.letterhead)
        #expect(found.number == expected.number)
        #expect(found.title == expected.title)
        #expect(found.legalBases.map(\.text) == expected.legalBases.map(\.text))
        #expect(found.sections.map(\.text) == expected.sections.map(\.text))
        #expect(found.recipients == expected.recipients)
        #expect(found.signature?.name == expected.signature?.name)
        #expect(read.coverage.unaccounted == 0)
    }

    @Test("an indent begins a paragraph, a line at the margin goes on, whatever it opens with")
    func indents() throws {
        let paragraphs = """
                 1. Sở Nội vụ theo dõi việc thực hiện Kế hoạch này và báo cáo kết quả với
            Số: tổng hợp là của cơ quan đầu mối trong toàn tỉnh hằng quý và hằng năm
                 2. Sở Tài chính bố trí kinh phí thực hiện theo quy định của pháp luật và
            Thông tư về ngân sách.
                 3. Sở Tư pháp tuyên truyền đến từng khu dân cư về Kế hoạch này trong năm
            (có Phụ lục kèm theo).
                 4. Các sở, ban, ngành căn cứ nhiệm vụ được giao tổ chức thực hiện và gửi
            Sở Nội vụ kết quả.

            """
        let text = "QUYẾT ĐỊNH\nVề việc giao nhiệm vụ\n\n" + paragraphs
        let sections = try #require(DocumentConverter().convert(Array(text.utf8), name: "a.txt").record.parts.first)
            .sections
        #expect(sections.map(\.label) == ["1", "2", "3", "4"])
        #expect(sections.last?.text?.hasSuffix("gửi Sở Nội vụ kết quả.") == true)
    }

    @Test("recipients beside the signature end with their page")
    func recipients() throws {
        let text = """
            QUYẾT ĐỊNH
            Về việc giao nhiệm vụ

            Điều 1. Giao nhiệm vụ cho Sở Nội vụ.

            Nơi nhận:                                     KT. CHỦ TỊCH
            - Như Điều 1;                                PHÓ CHỦ TỊCH
            - Thường trực HĐND tỉnh
            (b/c);
            - Lưu: VT.                                   Nguyễn Minh Quân
                                                         2
            \u{0C}   ỦY BAN NHÂN DÂN             CỘNG HÒA XÃ HỘI CHỦ NGHĨA
                 TỈNH PHÚ THỌ                      VIỆT NAM
                                           Độc lập - Tự do - Hạnh phúc

            KẾ HOẠCH
            Giao nhiệm vụ

            I. MỤC ĐÍCH
            """
        let parts = try DocumentConverter().convert(Array(text.utf8), name: "a.txt").record.parts
        #expect(parts.first?.recipients == ["Như Điều 1", "Thường trực HĐND tỉnh (b/c)", "Lưu: VT"])
        #expect(parts.first?.signature?.name == "Nguyễn Minh Quân")
        #expect(parts.first?.signature?.authority == "KT. CHỦ TỊCH")
        #expect(parts.last?.issuer == "ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ")
    }
}

/// Two columns of a letterhead that have lines of their own.
@Suite("letterheads of columns that are not of one height")
struct LetterheadColumnTests {
    private static let page = """
        ỦY BAN NHÂN DÂN                             CỘNG HÒA XÃ HỘI CHỦ NGHĨA
                                                    VIỆT NAM
        TỈNH LẠNG SƠN
                                                    Độc lập - Tự do - Hạnh phúc
        -------
                                                    ---------------

        Số: 86/QĐ-UBND                              Lạng Sơn, ngày 15 tháng 01 năm 2026

        QUYẾT ĐỊNH

        Ban hành Kế hoạch cải cách hành chính nhà nước tỉnh Lạng Sơn năm 2026

        Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính.

        """

    @Test("a line alone belongs to the column that it stands in")
    func columns() throws {
        let record = try DocumentConverter().convert(Array(Self.page.utf8), name: "a.txt").record
        let part = try #require(record.parts.first)
        #expect(part.letterhead.first == "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN")
        #expect(part.formulas.first?.text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        #expect(part.number == "86/QĐ-UBND")
        #expect(record.coverage.unaccounted == 0)
    }

    @Test("the title below the letterhead belongs to neither column")
    func title() throws {
        let page = Self.page.replacing("---------------\n\n", with: "---------------\n").replacing(
            "năm 2026\n\nQUYẾT ĐỊNH", with: "năm 2026\nQUYẾT ĐỊNH")
        let record = try DocumentConverter().convert(Array(page.utf8), name: "a.txt").record
        #expect(record.parts.first?.kind.rawValue == "decision")
        #expect(record.parts.first?.letterhead.first == "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN")
    }
}
