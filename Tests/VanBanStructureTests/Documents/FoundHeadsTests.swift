import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

@Suite("heads, ends and names as they are found")
struct FoundHeadsTests {
    @Test("recipients behind their head on one line are recipients; the words in a sentence are none")
    func recipients() throws {
        let text = """
            ỦY BAN NHÂN DÂN
            TỈNH AN LẠC
            Số: 12/QĐ-UBND
            An Lạc, ngày 03 tháng 5 năm 2024
            QUYẾT ĐỊNH
            Về việc công nhận xã văn hóa
            Điều 1. Công nhận xã Bình Minh.
            Điều 2. Hồ sơ ghi rõ nơi gửi,
            nơi nhận của văn bản.
            Điều 3. Giám đốc Sở Nội vụ thi hành.

            Nơi nhận: Như Điều 3; Sở Nội vụ; Lưu: VT.
            """
        let record = try Documents.record(of: text)
        #expect(record.parts[0].recipients == ["Như Điều 3", "Sở Nội vụ", "Lưu: VT"])
        #expect(record.coverage.unaccounted == 0)
    }

    @Test("strokes that were read as H are Roman numbers where these go on")
    func strokes() throws {
        let record = try Documents.plan(
            "I. MỤC TIÊU\n\nNâng cao.\n\nII. NHIỆM VỤ\n\nRà soát.\n\nHI. TỔ CHỨC THỰC HIỆN\n\nCác sở thi hành.")
        let labels = record.parts[0].sections.map(\.label)
        #expect(labels.count == 3)
        #expect(record.parts[0].sections.last?.heading?.contains("TỔ CHỨC THỰC HIỆN") == true)
    }

    @Test(
        "bodies outside the administration stand by themselves",
        arguments: [
            ("Sở Nội vụ, doanh nghiệp", ["Sở Nội vụ", "doanh nghiệp"]),
            ("cơ sở đào tạo, doanh nghiệp", ["cơ sở đào tạo", "doanh nghiệp"]),
            ("các sở, ban, ngành, doanh nghiệp", ["các sở, ban, ngành, doanh nghiệp"]),
            ("Từng cơ quan, đơn vị", ["Từng cơ quan, đơn vị"]),
            ("VPUB/SNV/STP", ["VPUB", "SNV", "STP"]),
            ("Bộ Công an, DN", ["Bộ Công an", "DN"]),
        ])
    func bodies(cell: String, names: [String]) throws {
        let record = try Documents.appendix([
            ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"], ["1", "Rà soát hồ sơ", cell, "Tháng 5/2024"],
        ])
        #expect(record.tasks.first?.leadAgencies.map(\.text) == names)
    }

    @Test("who helps behind a semicolon is said in one bracket for all")
    func helpers() throws {
        let record = try Documents.appendix([
            ["TT", "Nhiệm vụ", "Cơ quan thực hiện", "Thời hạn"],
            ["1", "Rà soát hồ sơ", "Sở Nội vụ (chủ trì); Sở Tài chính, Sở Tư pháp (phối hợp)", "Tháng 5/2024"],
        ])
        #expect(record.tasks.first?.leadAgencies.map(\.text) == ["Sở Nội vụ"])
        #expect(record.tasks.first?.coordinatingAgencies.map(\.text) == ["Sở Tài chính", "Sở Tư pháp"])
    }
}
