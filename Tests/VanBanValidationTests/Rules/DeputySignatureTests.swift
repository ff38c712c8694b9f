import Testing

@testable import VanBanValidation

@Suite struct DeputySignatureTests {
    @Test("a deputy who does not sign for the head")
    func fires() throws {
        let text = try Documents.right(with: [("CHỦ TỊCH\n\n\n\nNguyễn", "PHÓ CHỦ TỊCH\n\n\n\nNguyễn")])
        let found = try Documents.findings(of: DeputySignature.self, in: text)
        #expect(found.map { $0.arguments.last } == ["CHỦ TỊCH"])
    }

    @Test("a deputy who signs for the head")
    func isSilent() throws {
        let text = try Documents.right(with: [("CHỦ TỊCH\n\n\n\nNguyễn", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\n\nNguyễn")])
        #expect(try Documents.findings(of: DeputySignature.self, in: text).isEmpty)
    }
}
