import Testing

@testable import VanBanValidation

@Suite struct ReferenceAfterDocumentTests {
    @Test("a basis that is younger than the decision")
    func fires() throws {
        let text = try Documents.right(with: [("ngày 02 tháng 4 năm 2024", "ngày 12 tháng 4 năm 2024")])
        let found = try Documents.findings(of: ReferenceAfterDocument.self, in: text)
        #expect(found.map { $0.arguments } == [["41/TTr-SNV", "12/04/2024", "08/04/2024"]])
    }

    @Test("a basis of the same day passes")
    func isSilent() throws {
        let text = try Documents.right(with: [("ngày 02 tháng 4 năm 2024", "ngày 08 tháng 4 năm 2024")])
        #expect(try Documents.findings(of: ReferenceAfterDocument.self, in: text).isEmpty)
    }
}
