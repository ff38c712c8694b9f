import Testing

@testable import VanBanValidation

@Suite struct DateFormTests {
    @Test("a day below 10 without its 0 is told with the right form")
    func fires() throws {
        let text = try Documents.right(with: [("Bắc Giang, ngày 08 tháng 4", "Bắc Giang, ngày 8 tháng 4")])
        let found = try Documents.findings(of: DateForm.self, in: text)
        #expect(found.map { $0.arguments } == [["ngày 8 tháng 4 năm 2024", "ngày 08 tháng 4 năm 2024"]])
    }

    @Test("months from March on need no 0, and may have one")
    func isSilent() throws {
        let text = try Documents.right(with: [("Bắc Giang, ngày 08 tháng 4", "Bắc Giang, ngày 08 tháng 04")])
        #expect(try Documents.findings(of: DateForm.self, in: text).isEmpty)
    }
}
