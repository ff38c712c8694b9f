import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// What a reading by places is sure of, and what it says where it is not.
@Suite("doubts about tables aligned by spaces")
struct AlignedDoubtTests {
    private static let head =
        "QUYẾT ĐỊNH\nVề việc giao nhiệm vụ\n\nĐiều 1. Giao nhiệm vụ.\n\nPhụ lục\nDANH MỤC NHIỆM VỤ\n\n"

    private func record(_ text: String) throws -> Record {
        try DocumentConverter().convert(Array((Self.head + text).utf8), name: "a.txt").record
    }

    private static let header = """
        TT   Nhiệm vụ                  Sản phẩm        Chủ trì         Phối hợp        Thời gian

        """
    private static let first = """
        1    Ban hành kế hoạch tuyên   Kế hoạch        Sở Tư pháp      Sở Nội vụ       Tháng 7/2024
             truyền pháp luật
        2    Tập huấn kỹ năng cho      05 lớp          Sở Nội vụ       UBND cấp xã     Quý III/2024
             trưởng khu dân cư

        """

    @Test("columns of a page without heads stand under the heads that they look like")
    func shiftedPage() throws {
        // No product on the second page: its column takes no place there.
        let second = """
            \u{0C}3    Kiểm tra việc công khai   Thanh tra tỉnh  Sở Nội vụ       Quý IV/2024
                 dự toán ngân sách
            4    Giám sát việc lấy ý kiến  Sở Tài chính    Các sở, ngành   Tháng 8/2024
                 Nhân dân
            5    Khảo sát người bệnh và    Sở Y tế         Sở Nội vụ       Tháng 9/2024
                 người nhà

            """
        let record = try record(Self.header + Self.first + second)
        #expect(record.tasks.map(\.outputs) == ["Kế hoạch", "05 lớp", "", "", ""])
        #expect(record.tasks.map(\.lead).suffix(3) == ["Thanh tra tỉnh", "Sở Tài chính", "Sở Y tế"])
        #expect(record.tasks.map(\.coordinating).suffix(3) == ["Sở Nội vụ", "Các sở, ngành", "Sở Nội vụ"])
        #expect(record.tasks.map(\.deadline).suffix(3) == ["Quý IV/2024", "Tháng 8/2024", "Tháng 9/2024"])
        #expect(record.diagnostics.contains { $0.code == .uncertainCell })
        #expect(record.coverage.unaccounted == 0)
    }

    private func table(_ text: String) throws -> RecoveredTable? {
        let document = try TextReader().read(Array(text.utf8), name: "bang.txt")
        let lines = LineClassifier(document.text).lines(of: document.blocks)
        return AlignedTables.tables(in: lines, text: document.text).first?.table
    }

    @Test("a cell that is plainly another column's lowers the confidence and is named")
    func misplaced() throws {
        let sure = try #require(try table(Self.header + Self.first))
        #expect(sure.table.confidence == 1)
        let rows = Self.first.replacing("UBND cấp xã     Quý III/2024", with: "Quý III/2024    UBND cấp xã ")
        let unsure = try #require(try table(Self.header + rows))
        #expect(unsure.table.confidence < 0.9)
        #expect(unsure.rivals.contains { $0.source == .place && $0.doubt.row == "2" })
    }

    @Test("a table most of whose cells are other columns' stays text")
    func wrongEverywhere() throws {
        let rows = """
            1    Ban hành kế hoạch tuyên   Sở Tư pháp      Tháng 7/2024    Quý I/2024      Sở Nội vụ
                 truyền pháp luật
            2    Tập huấn kỹ năng cho      Sở Nội vụ       Quý III/2024    Tháng 8/2024    UBND cấp xã
                 trưởng khu dân cư

            """
        #expect(try table(Self.header + rows) == nil)
        #expect(try record(Self.header + rows).coverage.unaccounted == 0)
    }

    @Test("a symbol that a line end cut behind its hyphen is whole again; a dash between words is not")
    func hyphens() throws {
        let rows = """
            1    Triển khai Nghị quyết 07- Kế hoạch        Sở Tư pháp      Sở Lao động -   Tháng 7/2024
                 NQ/TU, Quyết định 05/QĐ-                                  Thương binh và
                 UBND của tỉnh                                             Xã hội
            2    Tập huấn kỹ năng cho      05 lớp          Sở Nội vụ       UBND cấp xã     Quý III/2024
                 trưởng khu dân cư

            """
        let task = try #require(record(Self.header + rows).tasks.first)
        #expect(task.task == "Triển khai Nghị quyết 07-NQ/TU, Quyết định 05/QĐ-UBND của tỉnh")
        #expect(task.coordinating == "Sở Lao động - Thương binh và Xã hội")
    }
}
