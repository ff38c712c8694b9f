import Testing

@testable import VanBanValidation

@Suite struct SignatureIncompleteTests {
    @Test("a post without a name under it")
    func fires() throws {
        let text = try Documents.right(with: [("CHỦ TỊCH\n\n\n\nNguyễn Thu Trang", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH")])
        // Of what has its number and its day the reading tells it itself.
        #expect(try Documents.findings(of: SignatureIncomplete.self, in: text).isEmpty)
        let draft = text.replacing("Số: 318/QĐ-UBND", with: "Số:    /QĐ-UBND")
        let found = try Documents.findings(of: SignatureIncomplete.self, in: draft)
        #expect(found.map { $0.arguments.first } == ["name"])
    }

    @Test("post and name are a whole signature")
    func isSilent() throws {
        let text = try Documents.right(with: [])
        #expect(try Documents.findings(of: SignatureIncomplete.self, in: text).isEmpty)
    }
}
