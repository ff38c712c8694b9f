import Testing
import VanBanModel

@testable import VanBanStructure

@Suite("ranks, earlier years and components that a text tells")
struct ScoreRankTests {
    @Test(
        "national and regional ranks are kept apart in either order",
        arguments: [
            "Chỉ số PCI đứng thứ 3/14 tỉnh trung du và miền núi phía Bắc và thứ 31/61 tỉnh, thành phố.",
            "Chỉ số PCI đứng thứ 31/61 tỉnh, thành phố và thứ 3/14 tỉnh trung du và miền núi phía Bắc.",
            "Chỉ số PCI xếp thứ 31/61 cả nước; trong khu vực trung du và miền núi phía Bắc, xếp thứ 3/14.",
        ])
    func regions(words: String) throws {
        let told = ToldScores(words)
        try #require(told.scores.count == 2)
        #expect(told.scores[0].rank == .init(position: 31, of: 61, change: nil))
        #expect(told.scores[0].region == nil)
        #expect(told.scores[1].rank == .init(position: 3, of: 14, change: nil))
        #expect(told.scores[1].region == "trung du và miền núi phía Bắc")
        #expect(told.scores.map(\.index) == ["PCI", "PCI"])
    }

    @Test(
        "a rank may stand before the score",
        arguments: [
            ("Chỉ số PCI xếp hạng thứ 4/63, đạt 69,75 điểm.", 4, 69.75),
            ("DTI xếp thứ 17/63 tỉnh, thành phố với giá trị 0,4212.", 17, 0.4212),
            ("ICT Index ở vị trí thứ 17/63, giá trị 0,4212", 17, 0.4212),
        ])
    func rankFirst(words: String, position: Int, score: Double) {
        let told = ToldScores(words)
        #expect(told.points == [score])
        #expect(told.scores.first?.rank == .init(position: position, of: 63, change: nil))
    }

    @Test("a rank alone gives a row, and places won or lost belong to it")
    func rankOnly() {
        let told = ToldScores("Năm 2022, Chỉ số SIPAS tăng 5 bậc, xếp thứ 20/63.")
        #expect(told.scores.first?.rank == .init(position: 20, of: 63, change: 5))
        #expect(told.points == [nil])
        #expect(ToldScores("Chỉ số PCI xếp thứ 30/63, tụt 3 bậc.").scores.first?.rank?.change == -3)
    }

    @Test(
        "the earlier year's result",
        arguments: [
            "Năm 2023 Chỉ số PAPI đạt 43 điểm, năm 2022 là 42,3 điểm.",
            "Năm 2023 Chỉ số PAPI đạt 43 điểm (năm 2022 là 42,3 điểm).",
            "Năm 2023 Chỉ số PAPI đạt 43 điểm (năm 2022 xếp thứ 30/61; 42,3 điểm).",
            "Năm 2023 Chỉ số PAPI đạt 43 điểm, tăng so với năm 2022 (42,3 điểm, xếp thứ 4).",
            "Năm 2023 Chỉ số PAPI đạt 43 điểm (từ 42,3 điểm năm 2022 lên 43).",
            "Năm 2023 Chỉ số PAPI tăng (từ 42,3 điểm năm 2022 lên 43).",
        ])
    func previous(words: String) throws {
        let told = ToldScores(words)
        #expect(told.points == [43])
        let score = try #require(told.scores.first)
        #expect(score.year == 2023)
        #expect(score.previous == .init(year: 2022, score: 42.3, group: nil))
        #expect(score.rank == nil)
    }

    @Test("two years one after the other are two rows")
    func twoYears() {
        let told = ToldScores("Chỉ số PAPI năm 2021 đạt 41 điểm, năm 2022 đạt 42,3 điểm.")
        #expect(told.points == [41, 42.3])
        #expect(told.scores.map(\.year) == [2021, 2022])
    }

    @Test("a slight fall is a change, and it is compared with the two scores")
    func slightChange() {
        let told = ToldScores("Năm 2023 Chỉ số PAPI đạt 42,3 điểm, giảm nhẹ 0,02 điểm so với năm 2022 (42,4 điểm).")
        #expect(told.scores.first?.change == .init(direction: .decrease, amount: 0.02))
        #expect(told.diagnostics.map(\.code) == [.changeMismatch])
    }

    @Test("counted components are compared only with a list of names")
    func components() {
        let part = ToldScores(
            "Năm 2023 Chỉ số nội dung 2 đạt 5,1 điểm. Có 2/4 nội dung thành phần tăng điểm là “A”, “B”.")
        #expect(part.scores.first?.componentsUp == ["A", "B"])
        #expect(part.diagnostics.isEmpty)
        let none = ToldScores(
            "Năm 2023 PCI đạt 65,1 điểm. Trong 10 chỉ số thành phần có 4 chỉ số thành phần tăng, 6 chỉ số thành phần giảm."
        )
        #expect(none.points == [65.1])
        #expect(none.diagnostics.isEmpty)
        let few = ToldScores(
            "Năm 2023 Chỉ số nội dung 2 đạt 5,1 điểm. Có 03 nội dung thành phần tăng điểm là “A”, “B”.")
        #expect(few.diagnostics.map(\.code) == [.componentCountMismatch])
    }

    @Test("components that fell are told without a count, too")
    func uncounted() {
        let told = ToldScores("Năm 2023 Chỉ số nội dung 2 đạt 5,1 điểm; các nội dung thành phần giảm điểm: “A” và “B”.")
        #expect(told.scores.first?.componentsDown == ["A", "B"])
        #expect(told.diagnostics.isEmpty)
    }

    @Test("the first line of an item is read though it counts as its heading, and items are no dimensions")
    func items() throws {
        let text = """
            ỦY BAN NHÂN DÂN TỈNH SƠN LA

            KẾ HOẠCH
            Nâng cao các chỉ số của tỉnh

            I. MỤC TIÊU

            1. Năm 2024, Chỉ số PAPI đạt 50 điểm

            II. KẾT QUẢ NĂM 2023

            1. Chỉ số PCI đạt 65,12 điểm

            2. Chỉ số PAPI

            - “Cung ứng dịch vụ công” đạt 7,5 điểm.
            """
        let scores = try DocumentConverter().convert(Array(text.utf8), name: "a.txt").record.indexScores
        #expect(scores.map(\.index) == ["PCI", "PAPI"])
        #expect(scores.map(\.score) == [65.12, 7.5])
        #expect(scores.map(\.year) == [2023, 2023])
        #expect(scores.map { $0.dimension?.number } == [nil, "6"])
    }

    @Test(
        "the whole of which a rank is one may be told in words",
        arguments: ["xếp hạng thứ 15 trong 34 tỉnh", "đứng thứ 15 trên tổng số 34 tỉnh, thành phố"])
    func wholeInWords(words: String) {
        #expect(
            ToldScores("Chỉ số PAPI đạt 42,15 điểm, \(words).").scores.map(\.rank) == [
                .init(position: 15, of: 34, change: nil)
            ])
    }

    @Test("ranks and results of dimensions whose names stand in small letters, the province between")
    func smallNames() throws {
        let ranks = try Documents.plan(
            "I. KẾT QUẢ\n\nChỉ số chuyển đổi số (DTI) năm 2023 xếp vị trí thứ 21/63. Trong đó, chính quyền số ở vị trí thứ 12, "
                + "kinh tế số ở vị trí thứ 13 và xã hội số ở vị trí thứ 14.")
        #expect(ranks.indexScores.map(\.rank?.position) == [21, 12, 13, 14])
        let results = try Documents.plan(
            "I. KẾT QUẢ\n\nNăm 2022, Chỉ số chuyển đổi số (DTI) của tỉnh đạt 0,6077 điểm. Chính quyền số Trà Vinh đạt 0,6683 điểm; "
                + "kinh tế số đạt 0,6647 điểm.")
        #expect(results.indexScores.map(\.score) == [0.6077, 0.6683, 0.6647])
    }

    @Test("a rank of something else in a plan for an index is not the index's, and is told")
    func otherRank() throws {
        let record = try Documents.plan(
            "I. KẾT QUẢ\n\nTỉnh xếp hạng 25/63 tỉnh, thành phố cả nước về chuyển đổi số năm 2022.",
            title: "Nâng cao Chỉ số PAR INDEX năm 2024")
        #expect(record.indexScores.isEmpty)
        #expect(record.codes.contains(.uncertainScore))
    }
}
