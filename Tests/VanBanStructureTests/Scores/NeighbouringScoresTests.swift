import Testing
import VanBanModel

@testable import VanBanStructure

@Suite("figures belong to the index that a sentence says, and to no other")
struct NeighbouringScoresTests {
    @Test("a rank before the name of its index is that index's")
    func rankBefore() {
        let told = ToldScores(
            "Chỉ số PAR INDEX năm 2021 của tỉnh đạt 91,43%; đứng thứ 12/63 về Chỉ số SIPAS; đứng thứ 20/63 về Chỉ số PCI."
        )
        #expect(told.scores.map(\.index) == ["PAR INDEX", "SIPAS", "PCI"])
        #expect(told.scores.map { $0.rank?.position } == [nil, 12, 20])
        #expect(told.scores.map(\.percent) == [91.43, nil, nil])
    }

    @Test("what another measure is in the next sentence is not the index's")
    func otherMeasure() throws {
        let told = ToldScores(
            "Chỉ số PAR INDEX năm 2021 của tỉnh đạt 91,43%. Tỷ lệ hồ sơ đúng hạn đạt 99,2%, đứng thứ 8 cả nước.")
        let score = try #require(told.scores.first)
        #expect(told.scores.count == 1)
        #expect(score.percent == 91.43)
        #expect(score.rank == nil)
    }

    @Test(
        "an average is nobody's score",
        arguments: [
            "Điểm tổng hợp PAPI trung bình chung các tỉnh, thành phố năm 2022 đạt 42,34 điểm.",
            "Giá trị DTI quốc gia năm 2021 là 0,6326.", "Điểm trung bình cả nước Chỉ số PCI năm 2021 đạt 64,74 điểm.",
        ])
    func average(words: String) { #expect(ToldScores(words).scores.isEmpty) }

    @Test(
        "the place that is reached is the rank, and the way to it the change",
        arguments: [
            "Chỉ số PAPI năm 2021 tăng từ thứ hạng 51 lên thứ hạng 31.",
            "Chỉ số PAPI năm 2021 tăng từ hạng 51 lên hạng 31.",
        ])
    func course(words: String) {
        #expect(ToldScores(words).scores.map(\.rank) == [.init(position: 31, of: nil, change: 20)])
    }

    @Test("a comparison ends at its comma; places and points may be won together; a group may stand in quotation marks")
    func clauses() {
        let compared = ToldScores("Chỉ số SIPAS năm 2021 đạt 84,02%, thấp hơn năm 2020 (86,1%), đứng thứ 45.").scores
        #expect(compared.map { $0.rank?.position } == [45])
        #expect(compared.map { $0.previous?.score } == [86.1])
        let won = ToldScores("Năm 2021, chỉ số PCI xếp hạng 16 với 66,96 điểm, tăng 5 bậc và 2,94 điểm.").scores
        #expect(won.map { $0.rank?.change } == [5])
        #expect(won.map { $0.change?.amount } == [2.94])
        let grouped = ToldScores("Chỉ số PCI năm 2021 đạt 66,64 điểm, thuộc nhóm “tốt”.").scores
        #expect(grouped.map(\.groupText) == ["tốt"])
    }
}
