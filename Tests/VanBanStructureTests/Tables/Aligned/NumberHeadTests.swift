import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// What pages that LibreOffice made of plans at random showed.
@Suite("aligned tables of narrow columns")
struct NumberHeadTests {
    private static let rows = """
         1   Rà soát quy trình nội bộ          Sở Nội vụ       Kế hoạch        Tháng 3/2024
         2   Số hóa hồ sơ còn hiệu lực         Sở Tư pháp      Báo cáo         Tháng 6/2024
         3   Tập huấn công chức cấp xã         Sở Y tế         Hội nghị        Quý IV/2024
        """

    @Test(
        "the head of the numbers may be broken over lines",
        arguments: [
            """
            STT  Nhiệm vụ                          Chủ trì         Sản phẩm        Thời hạn
            """,
            """
             ST                                    Đơn vị                          Thời
                 Nhiệm vụ                                          Sản phẩm
             T                                     chủ trì                         hạn
            """,
            """
             S                                                                     Thời
             ố                                     Đơn vị                          gian
                 Nhiệm vụ                                          Sản phẩm
             T                                     chủ trì                         hoàn
             T                                                                     thành
            """,
        ])
    func broken(_ head: String) throws {
        let record = try Documents.appendix(lines: head + "\n" + Self.rows)
        #expect(record.tasks.map(\.number) == ["1", "2", "3"])
        #expect(record.tasks.map(\.lead) == ["Sở Nội vụ", "Sở Tư pháp", "Sở Y tế"])
        #expect(record.tasks.map(\.outputs) == ["Kế hoạch", "Báo cáo", "Hội nghị"])
        #expect(record.tasks.map(\.deadline) == ["Tháng 3/2024", "Tháng 6/2024", "Quý IV/2024"])
    }

    @Test("a name may end on «trực thuộc», other cells end on no word that leads on")
    func subordinate() {
        func leadsOn(_ words: String) -> Bool {
            let text = SourceText.literal(words)
            let tokens = TokenText(0..<text.bytes.count, in: text)
            return CellWords.leadsOn(in: tokens, at: tokens.tokens.count - 1)
        }
        #expect(!leadsOn("Các đơn vị trực thuộc"))
        #expect(leadsOn("Các đơn vị thuộc"))
        #expect(leadsOn("Sở Nông nghiệp và"))
    }
}
