import Testing

@testable import VanBanValidation

@Suite struct CellOfOtherColumnTests {
    @Test("a row whose cells have moved")
    func fires() throws {
        let text = try Documents.right(with: [
            (
                Documents.secondRow,
                Documents.secondRow + Documents.thirdRow
                    + "\n4\tRà soát hồ sơ quá hạn của các cơ quan\tBáo cáo\tQuý II/2024\tSở Tài chính\tSở Tư pháp"
            )
        ])
        let found = try Documents.findings(of: CellOfOtherColumn.self, in: text)
        #expect(
            found.map(\.arguments) == [
                ["4", "Cơ quan chủ trì", "Quý II/2024"], ["4", "Thời gian hoàn thành", "Sở Tư pháp"],
            ])
    }

    @Test("agencies that are not known, and deadlines in words")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (
                Documents.secondRow,
                Documents.secondRow + Documents.thirdRow
                    + "\n4\tRà soát hồ sơ quá hạn của các cơ quan\tBáo cáo\tTổ công tác số 3\tSở Tài chính\tSau khi có kinh phí"
            )
        ])
        #expect(try Documents.findings(of: CellOfOtherColumn.self, in: text).isEmpty)
    }
}
