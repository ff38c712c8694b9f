import Testing

@testable import VanBanValidation

@Suite struct SignatureAuthorityTests {
    @Test("the chairman decides, so nobody signs on behalf of the committee")
    func fires() throws {
        let text = try Documents.right(with: [("CHỦ TỊCH\n\n\n\nNguyễn", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\n\nNguyễn")]
        )
        let found = try Documents.findings(of: SignatureAuthority.self, in: text)
        #expect(found.count == 1)
    }

    @Test("the committee decides, and the chairman signs on its behalf")
    func isSilent() throws {
        let text = try Documents.right(with: [
            ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\nCăn", "ỦY BAN NHÂN DÂN TỈNH\n\nCăn"),
            ("CHỦ TỊCH\n\n\n\nNguyễn", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\n\nNguyễn"),
        ])
        #expect(try Documents.findings(of: SignatureAuthority.self, in: text).isEmpty)
    }
}
