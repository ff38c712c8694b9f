import Testing
import VanBanModel

@testable import VanBanStructure

@Suite("lines of a title")
struct TitleLinesTests {
    @Test(
        "a line that opens with a figure or a period goes on with the subject",
        arguments: [
            ("Thực hiện Chương trình giai đoạn", "2026 - 2030 trên địa bàn xã"),
            ("Triển khai phong trào", "60 ngày đêm số hóa dữ liệu"),
            ("Khảo sát ý kiến của người dân,", "Tổ chức về chất lượng phục vụ"),
            ("Phân công giảng dạy", "Năm học 2026 - 2027"),
        ])
    func lines(first: String, second: String) throws {
        let record = try Documents.record(
            of: "KẾ HOẠCH\n\(first)\n\(second)\n\nI. MỤC ĐÍCH\n\n1. Nâng cao chất lượng.\n")
        #expect(record.parts.first?.title == first + " " + second)
    }

    @Test("a kind of document that ends a heading opens no part")
    func heading() throws {
        let record = try Documents.plan(
            "I. CƠ SỞ LẬP\nKẾ HOẠCH\n\n1. Nghị quyết của cấp trên.\n\nII. NHIỆM VỤ\n\nViệc.")
        #expect(record.parts.count == 1)
        #expect(record.outline.map(\.heading) == ["CƠ SỞ LẬP KẾ HOẠCH", "NHIỆM VỤ"])
    }

    @Test("the heading of a part below its label")
    func partition() throws {
        let record = try Documents.plan(
            "Phần I\nRà soát số liệu về trường lớp\nTổng số lớp: 20.\n\nPhần II\nNhiệm vụ\nDạy tốt.")
        #expect(record.outline.map(\.heading) == ["Rà soát số liệu về trường lớp", "Nhiệm vụ"])
    }

    @Test("the session of a council is no part of its name")
    func session() throws {
        let record = try Documents.record(
            of: Documents.decision().replacing(
                "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN\n\nCăn cứ",
                with: "HỘI ĐỒNG NHÂN DÂN HUYỆN MƯỜNG LA\nKHÓA XX, KỲ HỌP THỨ BA\n\nCăn cứ"))
        #expect(record.parts.first?.issuer == "HỘI ĐỒNG NHÂN DÂN HUYỆN MƯỜNG LA")
    }

    @Test(
        "a number whose word is misread is read and told",
        arguments: ["Sổ: 12/QĐ-UBND", "Sô: 12/QĐ-UBND", "Số; 12/QĐ-UBND"])
    func number(line: String) throws {
        let record = try Documents.record(of: Documents.decision(number: line))
        #expect(record.parts.first?.number == "12/QĐ-UBND")
        #expect(record.codes.contains(.misreadFigure))
    }

    @Test("a line right above who decides goes on with the title, whatever its words")
    func aboveIssuer() throws {
        let record = try Documents.record(
            of: """
                SỞ NỘI VỤ
                Số: 12/QĐ-SNV
                Hà Nội, ngày 24 tháng 10 năm 2024
                QUYẾT ĐỊNH
                Phê duyệt 08 quy trình
                Theo Kế hoạch số 7/KH-SNV ngày 14/12/2022 -
                GIÁM ĐÓC SỞ NỘI VỤ
                Căn cứ Luật Cán bộ, công chức ngày 13 tháng 11 năm 2008;
                QUYẾT ĐỊNH:
                Điều 1. Phê duyệt.
                """)
        #expect(
            record.parts.first?.title == "Phê duyệt 08 quy trình Theo Kế hoạch số 7/KH-SNV ngày 14/12/2022")
        #expect(record.parts.first?.legalBases.count == 1)
    }

    @Test(
        "the kind is the kind in letters that stand apart, printed twice or with the word for joint ones",
        arguments: [
            ("K Ế  H O Ạ C H", "KẾ HOẠCH"), ("KẾ HOẠCH\nKẾ HOẠCH", "KẾ HOẠCH"),
            ("KẾ HOẠCH LIÊN TỊCH", "KẾ HOẠCH LIÊN TỊCH"),
        ])
    func kinds(line: String, name: String) throws {
        let record = try Documents.record(
            of:
                "SỞ NỘI VỤ\nSố: 12/KH-SNV\nHà Nội, ngày 24 tháng 10 năm 2024\n\n\(line)\nKiểm tra năm 2024\n\nI. VIỆC CHUNG\n\n1. Làm."
        )
        #expect(record.parts.map(\.kind.rawValue) == ["plan"])
        #expect(record.parts.first?.typeName == name)
        #expect(record.parts.first?.title == "Kiểm tra năm 2024")
    }

    @Test("the misread head of an appendix that the text promises opens it behind a page's turn")
    func misreadAppendix() throws {
        let record = try Documents.plan(
            "1. Làm đúng hạn.\n(Có phụ lục kèm theo)\n\nNơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n\n2\ncPhụlục\nDANH MỤC VIỆC CHUNG\n\n1. Việc chung."
        )
        #expect(record.parts.map(\.kind.rawValue) == ["plan", "appendix"])
        #expect(record.codes.contains(.misreadKind))
        #expect(!record.codes.contains(.missingAppendix))
    }
}
