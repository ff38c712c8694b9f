import Testing

@testable import VanBanValidation

@Suite struct AttachmentTitleDiffersTests {
    @Test("the plan has another name than the decision gives it")
    func fires() throws {
        let text = try Documents.right(with: [
            ("KẾ HOẠCH\nNâng cao chất lượng", "KẾ HOẠCH\nCải thiện chất lượng")
        ])
        let found = try Documents.findings(of: AttachmentTitleDiffers.self, in: text)
        #expect(
            found.map(\.arguments) == [
                [
                    "nâng cao chất lượng phục vụ người dân năm 2024", "KẾ HOẠCH",
                    "Cải thiện chất lượng phục vụ người dân năm 2024",
                ]
            ])
    }

    @Test("the same name in capitals, with words in brackets")
    func isSilent() throws {
        let text = try Documents.right(with: [
            ("KẾ HOẠCH\nNâng cao chất lượng phục vụ", "KẾ HOẠCH\nNÂNG CAO CHẤT LƯỢNG (CLPV) PHỤC VỤ")
        ])
        #expect(try Documents.findings(of: AttachmentTitleDiffers.self, in: text).isEmpty)
    }
}
