import Testing

@testable import VanBanValidation

@Suite struct ReferenceIssuerMismatchTests {
    @Test("a decision of the Prime Minister is not a province's")
    func fires() throws {
        let text = try Documents.right(with: [
            (
                "Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ",
                "Quyết định số 76/QĐ-TTg ngày 15 tháng 7 năm 2021 của UBND tỉnh"
            )
        ])
        let found = try Documents.findings(of: ReferenceIssuerMismatch.self, in: text)
        #expect(found.map { $0.arguments[2] } == ["TTg"])
    }

    @Test("the chairman signs with the committee's letters")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (
                "Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ",
                "Quyết định số 76/QĐ-UBND ngày 15 tháng 7 năm 2021 của Chủ tịch UBND tỉnh"
            )
        ])
        #expect(try Documents.findings(of: ReferenceIssuerMismatch.self, in: text).isEmpty)
    }
}
