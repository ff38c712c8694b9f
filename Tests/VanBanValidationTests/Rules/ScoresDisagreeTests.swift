import Testing

@testable import VanBanValidation

@Suite struct ScoresDisagreeTests {
    @Test("one year's points, given twice and not alike")
    func fires() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, Documents.firstEnd + " Năm 2023, Chỉ số PAPI của tỉnh đạt 42,85 điểm."),
            (Documents.secondEnd, Documents.secondEnd + " Năm 2023, Chỉ số PAPI của tỉnh đạt 43,85 điểm."),
        ])
        let found = try Documents.findings(of: ScoresDisagree.self, in: text)
        #expect(found.map(\.arguments) == [["PAPI", "2023", "43,85", "42,85"]])
    }

    @Test("the same points with more decimals")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (Documents.firstEnd, Documents.firstEnd + " Năm 2023, Chỉ số PAPI của tỉnh đạt 42,85 điểm."),
            (Documents.secondEnd, Documents.secondEnd + " Năm 2023, Chỉ số PAPI của tỉnh đạt 42,8512 điểm."),
        ])
        #expect(try Documents.findings(of: ScoresDisagree.self, in: text).isEmpty)
    }
}
