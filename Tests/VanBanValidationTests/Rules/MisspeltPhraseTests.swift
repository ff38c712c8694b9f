import Testing

@testable import VanBanValidation

@Suite struct MisspeltPhraseTests {
    @Test("set phrases with a mark lost or changed")
    func fires() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, "ở các xã; theo dõi, đơn đốc giải quyết hổ sơ."),
            (
                Documents.secondRow,
                "2\tTiếp nhận phản ánh, kiên nghị của người dân\tBáo cáo\tSở Nội vụ\tUBND cấp huyện\tQuý IV/2024"
            ),
        ])
        let found = try Documents.findings(of: MisspeltPhrase.self, in: text)
        #expect(
            found.map(\.arguments) == [
                ["đơn đốc", "đôn đốc"], ["hổ sơ", "hồ sơ"], ["phản ánh, kiên nghị", "phản ánh, kiến nghị"],
            ])
    }

    @Test("phrases written right, tones on either vowel, other words with these letters, and names")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (
                Documents.firstEnd,
                "ở các xã; đôn đốc việc trả hồ sơ; sống đơn độc; mỗi trường một bản; ông Trần Công Vũ."
            )
        ])
        #expect(try Documents.findings(of: MisspeltPhrase.self, in: text).isEmpty)
    }
}
