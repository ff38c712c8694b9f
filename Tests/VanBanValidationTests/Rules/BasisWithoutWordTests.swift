import Testing

@testable import VanBanValidation

@Suite struct BasisWithoutWordTests {
    @Test("a basis that begins with the document’s name")
    func fires() throws {
        let text = try Documents.right(with: [
            ("Căn cứ Nghị quyết số 76", "Nghị quyết số 76")
        ])
        let found = try Documents.findings(of: BasisWithoutWord.self, in: text)
        #expect(found.map(\.arguments) == [["Nghị quyết số 76/NQ-CP …"]])
    }

    @Test("bases that begin with Căn cứ, Thực hiện or Theo đề nghị")
    func isSilent() throws {
        let text = try Documents.right(with: [
            ("Căn cứ Nghị quyết số 76", "Thực hiện Nghị quyết số 76")
        ])
        #expect(try Documents.findings(of: BasisWithoutWord.self, in: text).isEmpty)
    }
}
