import Testing

@testable import VanBanValidation

@Suite struct LevelMismatchTests {
    @Test("a province's letterhead over a commune's chairman")
    func fires() throws {
        let text = try Documents.right(with: [
            ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\nCăn", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ\n\nCăn")
        ])
        let found = try Documents.findings(of: LevelMismatch.self, in: text)
        #expect(found.map { Documents.words(at: $0, in: text) } == ["CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ"])
    }

    @Test("a city may be of either level, and is left alone")
    func isSilent() throws {
        let text = try Documents.right(with: [("TỈNH BẮC GIANG", "THÀNH PHỐ BẮC GIANG")])
        #expect(try Documents.findings(of: LevelMismatch.self, in: text).isEmpty)
    }
}
