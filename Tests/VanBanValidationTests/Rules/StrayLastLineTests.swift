import Testing

@testable import VanBanValidation

@Suite struct StrayLastLineTests {
    @Test("words in capitals behind the last table")
    func fires() throws {
        let text = try Documents.right(with: [
            (Documents.secondRow, Documents.secondRow + "\n\nTÔ CẦM SỞ")
        ])
        let found = try Documents.findings(of: StrayLastLine.self, in: text)
        #expect(found.map(\.arguments) == [["TÔ CẦM SỞ"]])
    }

    @Test("a remark behind the last table")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (Documents.secondRow, Documents.secondRow + "\n\nGhi chú: Các cơ quan chủ động thực hiện.")
        ])
        #expect(try Documents.findings(of: StrayLastLine.self, in: text).isEmpty)
    }
}
