import Testing

@testable import VanBanValidation

@Suite struct RankBeyondNumberTests {
    @Test("a rank that the list does not have")
    func fires() throws {
        let text = try Documents.right(with: [
            (
                Documents.firstEnd,
                Documents.firstEnd + " Năm 2022, Chỉ số PAPI của tỉnh đạt 42,85 điểm, xếp thứ 65/63 tỉnh, thành phố."
            )
        ])
        let found = try Documents.findings(of: RankBeyondNumber.self, in: text)
        #expect(found.map(\.arguments) == [["PAPI", "65", "63"]])
    }

    @Test("the last rank of all")
    func isSilent() throws {
        let text = try Documents.right(with: [
            (
                Documents.firstEnd,
                Documents.firstEnd + " Năm 2022, Chỉ số PAPI của tỉnh đạt 42,85 điểm, xếp thứ 63/63 tỉnh, thành phố."
            )
        ])
        #expect(try Documents.findings(of: RankBeyondNumber.self, in: text).isEmpty)
    }
}
