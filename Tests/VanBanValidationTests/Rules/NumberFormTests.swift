import Testing

@testable import VanBanValidation

@Suite struct NumberFormTests {
    @Test("a number below 10 needs a 0")
    func fires() throws {
        let text = try Documents.right(with: [("318/QĐ-UBND", "7/QĐ-UBND")])
        let found = try Documents.findings(of: NumberForm.self, in: text)
        #expect(found.map { $0.arguments } == [["7/QĐ-UBND", "07/QĐ-UBND"]])
    }

    @Test("a number with its 0 passes")
    func isSilent() throws {
        let text = try Documents.right(with: [("318/QĐ-UBND", "07/QĐ-UBND")])
        #expect(try Documents.findings(of: NumberForm.self, in: text).isEmpty)
    }
}
