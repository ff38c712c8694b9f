import Testing

@testable import VanBanValidation

@Suite struct ReferenceYearMismatchTests {
    @Test("the number's year and the date's")
    func fires() throws {
        let text = try Documents.right(with: [("Nghị quyết số 76/NQ-CP", "Nghị quyết số 76/2020/NQ-CP")])
        let found = try Documents.findings(of: ReferenceYearMismatch.self, in: text)
        #expect(found.map { $0.arguments } == [["76/2020/NQ-CP", "2020", "2021"]])
    }

    @Test("the same year in both")
    func isSilent() throws {
        let text = try Documents.right(with: [("Nghị quyết số 76/NQ-CP", "Nghị quyết số 76/2021/NQ-CP")])
        #expect(try Documents.findings(of: ReferenceYearMismatch.self, in: text).isEmpty)
    }
}
