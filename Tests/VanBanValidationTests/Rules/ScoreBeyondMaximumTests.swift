import Testing

@testable import VanBanValidation

@Suite struct ScoreBeyondMaximumTests {
    @Test("points above an index's scale")
    func fires() throws {
        let text = try Documents.right(with: [
            (
                Documents.firstEnd,
                Documents.firstEnd
                    + " Năm 2023, Chỉ số PAPI của tỉnh đạt 84,50 điểm.\n\nNăm 2023, Chỉ số nội dung “Thủ tục hành chính công” đạt 12,5 điểm."
            )
        ])
        let found = try Documents.findings(of: ScoreBeyondMaximum.self, in: text)
        #expect(
            found.map(\.arguments) == [
                ["PAPI", "84,5", "80"], ["Thủ tục hành chính công", "12,5", "10"],
            ])
    }

    @Test("points and shares within the scale")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (
                Documents.firstEnd,
                Documents.firstEnd
                    + " Năm 2023, Chỉ số PAPI của tỉnh đạt 44,50 điểm.\n\nNăm 2023, Chỉ số nội dung “Thủ tục hành chính công” đạt 7,5 điểm."
            ),
            (Documents.secondEnd, Documents.secondEnd + " Chỉ số SIPAS năm 2023 đạt 82,5%."),
        ])
        #expect(try Documents.findings(of: ScoreBeyondMaximum.self, in: text).isEmpty)
    }
}
