import Testing

@testable import VanBanValidation

@Suite struct EmptyTaskTests {
    @Test("a row with agencies and a deadline that says no task")
    func fires() throws {
        let text = try Documents.right(with: [
            (
                Documents.secondRow,
                Documents.secondRow + "\n3\t\tBáo cáo\tSở Tư pháp\tUBND cấp huyện\tQuý IV/2024" + Documents.fourthRow
            )
        ])
        let found = try Documents.findings(of: EmptyTask.self, in: text)
        #expect(found.map(\.arguments) == [["3"]])
    }

    @Test("rows that say their tasks")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (Documents.secondRow, Documents.secondRow + Documents.thirdRow)
        ])
        #expect(try Documents.findings(of: EmptyTask.self, in: text).isEmpty)
    }
}
