import Testing

@testable import VanBanValidation

@Suite struct AttachmentIssuerDiffersTests {
    @Test("the plan says that the committee issued it, but the chairman did")
    func fires() throws {
        let text = try Documents.right(with: [
            ("của Chủ tịch Ủy ban nhân dân tỉnh)\n\nI.", "của UBND tỉnh Bắc Giang)\n\nI.")
        ])
        let found = try Documents.findings(of: AttachmentIssuerDiffers.self, in: text)
        #expect(found.map { $0.arguments[1] } == ["UBND tỉnh Bắc Giang"])
    }

    @Test("the chairman of the committee in both places")
    func isSilent() throws {
        let text = try Documents.right(with: [
            ("của Chủ tịch Ủy ban nhân dân tỉnh)\n\nI.", "của Chủ tịch UBND tỉnh)\n\nI.")
        ])
        #expect(try Documents.findings(of: AttachmentIssuerDiffers.self, in: text).isEmpty)
    }
}
