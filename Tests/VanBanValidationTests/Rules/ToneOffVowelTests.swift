import Testing

@testable import VanBanValidation

@Suite struct ToneOffVowelTests {
    @Test("a tone on the u of qu")
    func fires() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, "ở các xã trong Qúy II năm 2024.")
        ])
        let found = try Documents.findings(of: ToneOffVowel.self, in: text)
        #expect(found.map(\.arguments) == [["Qúy"]])
    }

    @Test("a tone on the vowel")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, "ở các xã trong Quý II năm 2024, quý, cúm, quá.")
        ])
        #expect(try Documents.findings(of: ToneOffVowel.self, in: text).isEmpty)
    }
}
