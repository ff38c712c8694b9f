import Testing

@testable import VanBanValidation

@Suite struct AgencyAbolishedTests {
    @Test("a department that was merged a year before")
    func fires() throws {
        let text = try Documents.right(with: [
            ("Sở Nội vụ\tVăn phòng UBND tỉnh", "Sở Thông tin và Truyền thông\tVăn phòng UBND tỉnh"),
            ("UBND cấp huyện", "UBND cấp xã"),
            ("2024", "2026"),
        ])
        let found = try Documents.findings(of: AgencyAbolished.self, in: text)
        #expect(
            found.map { Array($0.arguments[..<3]) } == [["Sở Thông tin và Truyền thông", "28/02/2025", "08/04/2026"]])
    }

    @Test("the same department in its time")
    func isSilent() throws {
        let text = try Documents.right(with: [
            ("Sở Nội vụ\tVăn phòng UBND tỉnh", "Sở Thông tin và Truyền thông\tVăn phòng UBND tỉnh")
        ])
        #expect(try Documents.findings(of: AgencyAbolished.self, in: text).isEmpty)
    }
}
