import Testing

@testable import VanBanValidation

@Suite struct MissingEnactingFormulaTests {
    @Test("articles that follow the bases without the enacting line")
    func fires() throws {
        let text = try Documents.right(with: [("QUYẾT ĐỊNH:\n\n", "")])
        let found = try Documents.findings(of: MissingEnactingFormula.self, in: text)
        #expect(found.map { Documents.words(at: $0, in: text) } == ["Điều 1."])
    }

    @Test("the enacting line may lack its colon")
    func isSilent() throws {
        let text = try Documents.right(with: [("QUYẾT ĐỊNH:", "QUYẾT ĐỊNH")])
        #expect(try Documents.findings(of: MissingEnactingFormula.self, in: text).isEmpty)
    }
}
