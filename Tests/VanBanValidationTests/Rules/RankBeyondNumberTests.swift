import Testing

@testable import VanBanValidation

@Suite struct RankBeyondNumberTests {
    @Test("a rank that the list does not have")
    func fires() throws {
        let text = try Documents.right(with: [
            (
                Documents.firstEnd,
                Documents.firstEnd + " Năm 2022, Chỉ số PAPI của tỉnh đạt 42,85 điểm, xếp thứ 63/63 tỉnh, thành phố."
            )
        ])
        // As it may stand in a record that was corrected by hand.
        var document = try Documents.convert(text)
        let index = try #require(document.record.indexScores.firstIndex { $0.rank?.position == 63 })
        document.record.indexScores[index].rank?.position = 65
        let found = RankBeyondNumber.findings(in: ValidatedDocument(document))
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
