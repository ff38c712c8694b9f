import Testing

@testable import VanBanValidation

@Suite struct ToneLostTests {
    @Test("syllables that cannot be without a tone")
    func fires() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, "ở các xã đã được phê duyêt, theo quy đinh, công viêc và phê duyet.")
        ])
        let found = try Documents.findings(of: ToneLost.self, in: text)
        #expect(found.map { $0.arguments[0] } == ["duyêt", "viêc", "duyet"])
    }

    @Test("words of other languages, and names")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, "ở các xã qua internet, website, chatbot, robot, YouTube, cước, Đắk Lắk.")
        ])
        #expect(try Documents.findings(of: ToneLost.self, in: text).isEmpty)
    }
}
