import Testing

@testable import VanBanValidation

@Suite struct ChangeAgainstScoresTests {
    @Test("a rise that the points elsewhere in the document do not bear out")
    func fires() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, Documents.firstEnd + " Năm 2022, Chỉ số PAPI của tỉnh đạt 40,00 điểm."),
            (
                Documents.secondEnd,
                Documents.secondEnd + " Năm 2023, Chỉ số PAPI của tỉnh đạt 42,85 điểm, tăng 1,85 điểm so với năm 2022."
            ),
        ])
        let found = try Documents.findings(of: ChangeAgainstScores.self, in: text)
        #expect(found.map(\.arguments) == [["PAPI", "tăng 1,85", "40", "42,85"]])
    }

    @Test("a rise that they do bear out")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, Documents.firstEnd + " Năm 2022, Chỉ số PAPI của tỉnh đạt 40,00 điểm."),
            (
                Documents.secondEnd,
                Documents.secondEnd + " Năm 2023, Chỉ số PAPI của tỉnh đạt 42,85 điểm, tăng 2,85 điểm so với năm 2022."
            ),
        ])
        #expect(try Documents.findings(of: ChangeAgainstScores.self, in: text).isEmpty)
    }
}
