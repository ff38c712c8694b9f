import Testing

@testable import VanBanValidation

@Suite struct NumberKindMismatchTests {
    @Test("a decision does not have the letters of a plan")
    func fires() throws {
        let text = try Documents.right(with: [("Số: 318/QĐ-UBND", "Số: 318/KH-UBND")])
        let found = try Documents.findings(of: NumberKindMismatch.self, in: text)
        #expect(found.map { $0.arguments } == [["318/KH-UBND", "KH", "QUYẾT ĐỊNH", "QĐ"]])
    }

    @Test("letters that are those of the kind pass")
    func isSilent() throws {
        let text = try Documents.right(with: [("318/QĐ-UBND", "318/2024/QĐ-UBND")])
        #expect(try Documents.findings(of: NumberKindMismatch.self, in: text).isEmpty)
    }
}
