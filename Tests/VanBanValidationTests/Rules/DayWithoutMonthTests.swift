import Testing

@testable import VanBanValidation

@Suite struct DayWithoutMonthTests {
    @Test("a day of a quarter, without its month")
    func fires() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, "ở các xã, báo cáo trước ngày 15 của quý; gửi trước 3 tháng cuối quý.")
        ])
        let found = try Documents.findings(of: DayWithoutMonth.self, in: text)
        #expect(found.map(\.arguments) == [["trước ngày 15 của quý"], ["trước 3 tháng cuối quý"]])
    }

    @Test("days whose month is named")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, "ở các xã, báo cáo trước ngày 15 của tháng cuối quý; 3 tháng cuối năm.")
        ])
        #expect(try Documents.findings(of: DayWithoutMonth.self, in: text).isEmpty)
    }
}
