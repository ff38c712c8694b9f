import Testing

@testable import VanBanValidation

@Suite struct TextStopsMidwayTests {
    @Test("a plan that ends in the middle of a sentence")
    func fires() throws {
        let text = try Documents.right(with: [
            (
                "2. Gửi báo cáo kết quả trước ngày 15 tháng 11 năm 2024./.",
                "2. Sở Nội vụ theo dõi, tổng hợp kết quả thực hiện Kế hoạch này, báo cáo Ủy ban nhân dân"
            )
        ])
        let found = try Documents.findings(of: TextStopsMidway.self, in: text)
        #expect(found.map { $0.arguments[0] } == ["KẾ HOẠCH"])
    }

    @Test("a full stop is an end, too")
    func isSilent() throws {
        let text = try Documents.right(with: [("năm 2024./.", "năm 2024.")])
        #expect(try Documents.findings(of: TextStopsMidway.self, in: text).isEmpty)
    }
}
