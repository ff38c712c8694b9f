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
}
