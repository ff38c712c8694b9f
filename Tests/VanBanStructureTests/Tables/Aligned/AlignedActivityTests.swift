import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// Tables whose rows are activities of a field: number and field are merged over them.
@Suite("activities in tables aligned by spaces")
struct AlignedActivityTests {
    private static let header = """
        TT   Nội dung           Nhiệm vụ             Sản phẩm          Chủ trì         Phối hợp        Thời gian

        """
    private static let rows = """
        1    Công tác chỉ       1.1. Ban hành kế     Kế hoạch          Các sở, ban,    Sở Nội vụ       Tháng 01/2026
             đạo, điều hành     hoạch                                  ngành
             của tỉnh           1.2. Kiểm tra        Kế hoạch kiểm     Sở Nội vụ       Văn phòng       Quý II/2026
                                công tác tại         tra;                              UBND tỉnh
                                các đơn vị:          Thông báo kết
                                - Theo kế hoạch;     luận
                                - Đột xuất.
        2    Cải cách thể chế   2.1. Rà soát văn     Báo cáo           Sở Tư pháp      Các sở, ban,    Tháng 11/2026
                                bản                                                    ngành
                                2.2. Tập huấn        02 lớp tập huấn   Sở Tư pháp      Sở Tài chính    Quý III/2026
                                nghiệp vụ

        """

    private static let head =
        "QUYẾT ĐỊNH\nVề việc giao nhiệm vụ\n\nĐiều 1. Giao nhiệm vụ.\n\nPhụ lục\nDANH MỤC NHIỆM VỤ\n\n"

    private func record(_ text: String) throws -> Record {
        try DocumentConverter().convert(Array((Self.head + text).utf8), name: "a.txt").record
    }

    @Test("rows are told by the numbers of activities in the tasks' column")
    func activities() throws {
        let tasks = try record(Self.header + Self.rows).tasks
        #expect(tasks.map(\.number) == ["1.1", "1.2", "2.1", "2.2"])
        #expect(tasks[1].task == "Kiểm tra công tác tại các đơn vị: - Theo kế hoạch; - Đột xuất.")
        #expect(tasks.map(\.lead) == ["Các sở, ban, ngành", "Sở Nội vụ", "Sở Tư pháp", "Sở Tư pháp"])
        #expect(tasks.map(\.deadline) == ["Tháng 01/2026", "Quý II/2026", "Tháng 11/2026", "Quý III/2026"])
    }

    @Test("a field's name is one, however many of its rows it stands beside")
    func fields() throws {
        let record = try record(Self.header + Self.rows)
        #expect(record.tasks.map { $0.group?.label } == ["1", "1", "2", "2"])
        #expect(record.tasks.first?.group?.title == "Công tác chỉ đạo, điều hành của tỉnh")
        #expect(record.parts.last?.tables.first?.rows[0][1].rowSpan == 2)
        #expect(record.coverage.unaccounted == 0)
    }

    @Test("an activity goes on below a page break, and its field with it")
    func pageBreak() throws {
        let cut = Self.rows.replacing(
            "                        công tác", with: "\u{0C}                        công tác")
        let tasks = try record(Self.header + cut).tasks
        #expect(tasks.map(\.number) == ["1.1", "1.2", "2.1", "2.2"])
        #expect(tasks[1].task?.hasPrefix("Kiểm tra công tác tại các đơn vị:") == true)
        #expect(tasks[1].coordinating == "Văn phòng UBND tỉnh")
    }

    @Test("an amount at the beginning of a line is no activity")
    func amount() throws {
        let amount = Self.rows.replacing("các đơn vị:     ", with: "1.500 đơn vị:   ")
        #expect(try record(Self.header + amount).tasks.map(\.number) == ["1.1", "1.2", "2.1", "2.2"])
    }
}
