import Testing

@testable import VanBanValidation

@Suite struct MissingArchiveLineTests {
    @Test("recipients that do not say where the document is kept")
    func fires() throws {
        let text = try Documents.right(with: [("- Lưu: VT, NC.", "- Báo Bắc Giang.")])
        let found = try Documents.findings(of: MissingArchiveLine.self, in: text)
        #expect(found.map { Documents.words(at: $0, in: text) } == ["- Báo Bắc Giang."])
    }

    @Test("the archive alone is enough")
    func isSilent() throws {
        let text = try Documents.right(with: [("- Lưu: VT, NC.", "- Lưu: VT.")])
        #expect(try Documents.findings(of: MissingArchiveLine.self, in: text).isEmpty)
    }
}
