import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// Rows that lack a cell are put under the columns that their cells look like; the grammar of deadlines says what a time is.
@Suite("rows that are short of a cell")
struct ShortRowTests {
    private static let header = ["TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"]
    private static let whole = ["1", "Rà soát thủ tục", "Báo cáo", "Sở Nội vụ", "Sở Y tế", "Quý I/2026"]

    /// Every phrase that leads to a time, and times of other kinds.
    static let times =
        TimeOperator.printed.map { $0.phrase + " 30/6/2026" } + [
            "Xong trước 30/6/2026", "Hoàn thành trước ngày 30/6/2026", "Quý III/2026", "Tháng 9 năm 2026", "Năm 2026",
            "Thường xuyên", "Hằng năm", "Hàng quý", "Định kỳ hằng tháng", "Cả năm", "Giai đoạn 2026-2030",
            "Từ tháng 3 đến tháng 6/2026", "15/9/2026", "6 tháng đầu năm 2026",
        ]

    @Test("a time goes to the deadline through tabs, pipes and a grid", arguments: times)
    func time(_ time: String) throws {
        let short = ["2", "Khảo sát sự hài lòng của người dân", "Báo cáo khảo sát", "Sở Tư pháp", time]
        let rows = [Self.header, Self.whole, short]
        let piped = rows.map { "| " + $0.joined(separator: " | ") + " |" }
        let grid = try Elements.appendix(rows.map { $0.map(Elements.Cell.init(stringLiteral:)) })
        for record in [
            try Documents.appendix(rows),
            try Documents.appendix(
                lines: ([piped[0], "|---|---|---|---|---|---|"] + piped[1...]).joined(separator: "\n")),
            grid,
        ] {
            let task = try #require(record.tasks.last)
            #expect(task.deadline == time)
            #expect(task.lead == "Sở Tư pháp")
            #expect(task.coordinating == "")
        }
    }

    @Test("deeds and things that begin like a body are none")
    func noBodies() {
        let text = { (words: String) in SourceText.literal(words) }
        for words in ["Ban hành kế hoạch", "Tổ chức tập huấn", "Các lớp tập huấn", "Hội nghị tổng kết", "Bộ tiêu chí"] {
            let source = text(words)
            let cell = CellLikeness(source, agencies: .standard)
            #expect(!cell.features(of: Stretch(0..<source.bytes.count)).isAgency, "\(words)")
        }
        for words in [
            "Sở Nội vụ", "Các phòng chuyên môn", "Ban Dân tộc", "UBND các xã", "Chủ tịch UBND xã", "Các bộ, ngành",
        ] {
            let source = text(words)
            let cell = CellLikeness(source, agencies: .standard)
            #expect(cell.features(of: Stretch(0..<source.bytes.count)).isAgency, "\(words)")
        }
    }
}
