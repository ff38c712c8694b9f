import Testing

@testable import VanBanValidation

@Suite struct ReferenceKindMismatchTests {
    @Test("a plan's letters on what is called a resolution")
    func fires() throws {
        let text = try Documents.right(with: [("Nghị quyết số 76/NQ-CP", "Nghị quyết số 76/KH-UBND")])
        let found = try Documents.findings(of: ReferenceKindMismatch.self, in: text)
        #expect(found.map { $0.arguments[2] } == ["KH"])
    }

    @Test("letters without a kind are left alone")
    func isSilent() throws {
        let text = try Documents.right(with: [("Nghị quyết số 76/NQ-CP", "Công văn số 76/SNV-CCHC")])
        #expect(try Documents.findings(of: ReferenceKindMismatch.self, in: text).isEmpty)
    }
}
