import Testing

@testable import VanBanValidation

@Suite struct MissingRecipientsTests {
    @Test("a signed decision without recipients")
    func fires() throws {
        let text = try Documents.right(with: [
            ("Nơi nhận:\n- Như Điều 3;\n- Thường trực Tỉnh ủy;\n- Lưu: VT, NC.\n\n", "")
        ])
        let found = try Documents.findings(of: MissingRecipients.self, in: text)
        #expect(found.map(\.arguments) == [["QUYẾT ĐỊNH"]])
    }

    @Test("a plan issued with a decision has the decision's recipients")
    func isSilent() throws {
        let text = try Documents.right(with: [])
        #expect(try Documents.findings(of: MissingRecipients.self, in: text).isEmpty)
    }
}
