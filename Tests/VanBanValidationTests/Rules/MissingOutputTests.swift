import Testing

@testable import VanBanValidation

@Suite struct MissingOutputTests {
    @Test("one row of four without a product")
    func fires() throws {
        let text = try Documents.right(with: [
            (
                Documents.secondRow,
                Documents.secondRow + Documents.thirdRow + Documents.fourthRow.replacing("Báo cáo", with: "")
            )
        ])
        let found = try Documents.findings(of: MissingOutput.self, in: text)
        #expect(found.map { $0.arguments[0] } == ["4"])
    }

    @Test("a column that many rows leave empty")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (
                Documents.secondRow,
                Documents.secondRow + Documents.thirdRow.replacing("Báo cáo", with: "")
                    + Documents.fourthRow.replacing("Báo cáo", with: "")
            )
        ])
        #expect(try Documents.findings(of: MissingOutput.self, in: text).isEmpty)
    }
}
