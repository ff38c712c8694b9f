import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// Rows whose cells touch: nothing but one space stands between them.
@Suite("cells that touch in tables aligned by spaces")
struct AlignedTouchingTests {
    private static let head =
        "QUYẾT ĐỊNH\nVề việc giao nhiệm vụ\n\nĐiều 1. Giao nhiệm vụ.\n\nPhụ lục\nDANH MỤC NHIỆM VỤ\n\n"
    private static let above = """
        TT   Nhiệm vụ                   Sản phẩm             Cơ quan chủ trì      Cơ quan phối hợp       Thời gian

        1    Rà soát thủ tục nội bộ     Báo cáo              Sở Nội vụ            Sở Tư pháp             Quý I/2026
        2    Công khai dự toán          Bảng công khai       Sở Tài chính         UBND cấp huyện         Tháng 3/2026

        """
    private static let below = """
        4    Kiểm tra công vụ           Kết luận kiểm tra    Thanh tra tỉnh       Sở Nội vụ              Quý II/2026
        5    Tổng kết việc thực hiện    Báo cáo tổng kết     Sở Nội vụ            Các sở, ban, ngành     Tháng 12/2026

        """

    private func record(_ rows: String) throws -> Record {
        try DocumentConverter().convert(Array((Self.head + Self.above + rows + Self.below).utf8), name: "a.txt").record
    }

    @Test("a numbered line without a gap between its cells is a row, and no group's name")
    func row() throws {
        let record = try record(
            """
            3    Giám sát việc góp ý của dân Kế hoạch giám sát Ủy ban MTTQ Việt Nam Các tổ chức chính trị Tháng 5/2026
                 đối với quy hoạch                               tỉnh                 - xã hội

            """)
        #expect(record.tasks.map(\.number) == ["1", "2", "3", "4", "5"])
        let task = try #require(record.tasks.first { $0.number == "3" })
        #expect(task.group == nil)
        #expect(task.task == "Giám sát việc góp ý của dân đối với quy hoạch")
        #expect(task.outputs == "Kế hoạch giám sát")
        #expect(task.lead == "Ủy ban MTTQ Việt Nam tỉnh")
        #expect(task.coordinating == "Các tổ chức chính trị - xã hội")
        #expect(task.deadline == "Tháng 5/2026")
        #expect(record.coverage.unaccounted == 0)
    }

    @Test("the names of agencies tell where a cell ends that goes on below")
    func names() throws {
        let record = try record(
            """
            3    Mở chuyên mục hỏi đáp      Chuyên mục hằng tuần Sở Y tế; Đài Phát Sở Nội vụ; Sở Tư Thường xuyên
                 trên báo và sóng                                thanh và Truyền hình pháp
                 phát thanh                                      tỉnh

            """)
        let task = try #require(record.tasks.first { $0.number == "3" })
        #expect(task.outputs == "Chuyên mục hằng tuần")
        #expect(task.leadAgencies.map(\.text) == ["Sở Y tế", "Đài Phát thanh và Truyền hình tỉnh"])
        #expect(task.coordinatingAgencies.map(\.text) == ["Sở Nội vụ", "Sở Tư pháp"])
    }

    @Test("a line right below the beginnings of cells is theirs, though all of it hangs together")
    func middle() throws {
        let record = try record(
            """
            3    Cắt giảm ít nhất 20%       Quyết định của       Sở Tài nguyên và     Văn phòng              Quý IV/2026
                 thời gian giải quyết       Chủ tịch             Môi trường;          HĐND và UBND;
                                            Ủy ban nhân dân tỉnh Sở Xây dựng và Sở Tư UBND cấp huyện
                 thủ tục                                         pháp

            """)
        let task = try #require(record.tasks.first { $0.number == "3" })
        #expect(record.tasks.compactMap(\.group).isEmpty)
        #expect(task.task == "Cắt giảm ít nhất 20% thời gian giải quyết thủ tục")
        #expect(task.outputs == "Quyết định của Chủ tịch Ủy ban nhân dân tỉnh")
        #expect(task.coordinating == "Văn phòng HĐND và UBND; UBND cấp huyện")
    }
}
