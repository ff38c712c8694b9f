import Testing

@testable import VanBanValidation

@Suite struct MissingLegalBasisTests {
    @Test("a decision that names no basis")
    func fires() throws {
        let text = try Documents.right(with: [
            ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;\n\n", ""),
            ("Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ;\n\n", ""),
            ("Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 41/TTr-SNV ngày 02 tháng 4 năm 2024.\n\n", ""),
        ])
        let found = try Documents.findings(of: MissingLegalBasis.self, in: text)
        #expect(found.count == 1)
    }

    @Test("one basis is enough")
    func isSilent() throws {
        let text = try Documents.right(with: [
            ("Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ;\n\n", "")
        ])
        #expect(try Documents.findings(of: MissingLegalBasis.self, in: text).isEmpty)
    }
}
