import Testing

@testable import VanBanValidation

@Suite struct MissingAttachmentTests {
    @Test("a decision issues a plan that the file does not have")
    func fires() throws {
        let text = String(
            Documents.right.prefix(upTo: try #require(Documents.right.firstRange(of: "KẾ HOẠCH\n")).lowerBound))
        let found = try Documents.findings(of: MissingAttachment.self, in: text)
        #expect(found.map(\.arguments) == [["Kế hoạch"]])
    }

    @Test("the plan that is issued is there")
    func isSilent() throws {
        #expect(try Documents.findings(of: MissingAttachment.self, in: Documents.right).isEmpty)
    }
}
