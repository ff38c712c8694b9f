import Testing

@testable import VanBanValidation

@Suite struct DuplicateTaskTests {
    @Test("one task in two rows")
    func fires() throws {
        let text = try Documents.right(with: [
            (
                Documents.secondRow,
                Documents.secondRow + Documents.thirdRow + Documents.thirdRow.replacing("\n3", with: "\n4")
            )
        ])
        let found = try Documents.findings(of: DuplicateTask.self, in: text)
        #expect(found.map { Array($0.arguments[..<2]) } == [["4", "3"]])
    }

    @Test("the same task of two agencies")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (
                Documents.secondRow,
                Documents.secondRow + Documents.thirdRow
                    + Documents.thirdRow.replacing("\n3", with: "\n4").replacing("Tư pháp", with: "Y tế")
            )
        ])
        #expect(try Documents.findings(of: DuplicateTask.self, in: text).isEmpty)
    }
}
