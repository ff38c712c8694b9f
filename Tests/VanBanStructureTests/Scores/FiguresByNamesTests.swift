import Testing
import VanBanModel

@testable import VanBanStructure

@Suite("figures that stand by the names of indexes")
struct FiguresByNamesTests {
    @Test("a figure right behind a name is its result, whatever the name")
    func behindNames() {
        for (name, index) in [("PAPI", "PAPI"), ("Chỉ số PCI", "PCI"), ("Chỉ số xanh (PGI)", "PGI"), ("PII", "PII")] {
            let told = ToldScores("Kết quả năm 2024: \(name) 41,5 điểm (hạng 30/63).", index: nil)
            #expect(told.indexes == [index])
            #expect(told.points == [41.5])
            #expect(told.scores.map { $0.rank?.position } == [30])
        }
        #expect(ToldScores("Chỉ số hài lòng (SIPAS) năm 2024 của tỉnh 84,1%.", index: nil).percents == [84.1])
    }

    @Test(
        "by how much an index is to rise is no result",
        arguments: ["Nâng Chỉ số PAPI 2,5 điểm.", "Tăng PCI 1,5 điểm so với năm 2023.", "PAPI tăng 2,5 điểm."])
    func rises(words: String) {
        #expect(ToldScores(words, index: nil).points.compactMap { $0 }.isEmpty)
    }

    @Test(
        "a bracket or comma behind a result holds its rank",
        arguments: [
            "PAPI đạt 40,9 điểm (hạng 45).", "PAPI đạt 40,9 điểm (thứ hạng 45).", "PAPI đạt 40,9 điểm (thứ 45).",
            "PAPI đạt 40,9 điểm, hạng 45.", "PAPI đạt 40,9 điểm (vị trí 45/63).",
        ])
    func brackets(words: String) {
        let told = ToldScores(words)
        #expect(told.points == [40.9])
        #expect(told.scores.map { $0.rank?.position } == [45])
    }

    @Test("ranks are told by what they are called, for each year")
    func rankHeads() {
        let told = ToldScores("Xếp hạng PCI của tỉnh năm 2022 là 31, năm 2023 là 28, năm 2024: 25/63.", index: nil)
        #expect(told.scores.map { $0.rank?.position } == [31, 28, 25])
        #expect(told.scores.map(\.year) == [2022, 2023, 2024])
        #expect(told.points.compactMap { $0 }.isEmpty)
        let course = ToldScores("Thứ hạng của Chỉ số DTI tăng từ 35 lên 28.", index: nil).scores
        #expect(course.map { $0.rank?.position } == [28])
        #expect(course.map { $0.rank?.change } == [7])
    }

    @Test("a result stands before the name of its index, with a rank between")
    func beforeNames() {
        let told = ToldScores(
            "Năm 2024, Sở Xây dựng đạt 90,5 điểm, xếp thứ nhì khối sở, ban, ngành về Chỉ số cải cách hành chính.",
            index: nil)
        #expect(told.indexes == ["PAR INDEX"])
        #expect(told.points == [90.5])
        #expect(told.scores.map(\.unit) == ["Sở Xây dựng"])
        #expect(told.scores.map { $0.rank?.position } == [2])
        let ministry = ToldScores(
            "Bộ Tư pháp đạt 91,2%, xếp thứ 3/17 bộ, cơ quan ngang bộ trong PAR INDEX 2023.", index: nil)
        #expect(ministry.scores.map(\.unit) == ["Bộ Tư pháp"])
        #expect(ministry.percents == [91.2])
        #expect(ministry.scores.map(\.year) == [2023])
        let several = ToldScores(
            "Năm 2024, tỉnh xếp thứ 21/63 về PAR INDEX, 20/63 về SIPAS và 33/63 về PCI.", index: nil)
        #expect(several.indexes == ["PAR INDEX", "SIPAS", "PCI"])
        #expect(several.scores.map { $0.rank?.position } == [21, 20, 33])
        #expect(
            ToldScores("Tỉnh đạt 42,15 điểm Chỉ số PAPI, 87,61 điểm Chỉ số PAR INDEX.", index: nil).points
                == [42.15, 87.61])
    }

    @Test("a dimension that is named before its index keeps its result")
    func dimensionsBefore() {
        for words in [
            "Chỉ số nội dung 8 “Quản trị điện tử” của PAPI đạt 3,4 điểm.",
            "Năm 2024, chỉ số nội dung “Quản trị điện tử” trong Chỉ số PAPI đạt 3,4 điểm.",
        ] {
            let told = ToldScores(words, index: nil)
            #expect(told.numbers == ["8"], "\(words)")
            #expect(told.points == [3.4], "\(words)")
        }
        #expect(ToldScores("Một chỉ số nội dung của PAPI đạt 3,4 điểm.", index: nil).scores.isEmpty)
    }

    @Test("a bracket that holds a year alone dates the figure before it")
    func dated() {
        for (from, to) in [("(năm 2023)", "(năm 2024)"), ("(2023)", "(2024)")] {
            let told = ToldScores("Chỉ số PAPI tăng từ 40,1 điểm \(from) lên 42,3 điểm \(to).").scores
            #expect(told.map(\.year) == [2024])
            #expect(told.map(\.score) == [42.3])
            #expect(told.map { $0.previous?.score } == [40.1])
        }
        #expect(ToldScores("Chỉ số PAPI đạt 42,3 điểm (năm 2024).").scores.map(\.year) == [2024])
    }

    @Test("years in a row have a result each")
    func years() {
        let told = ToldScores("Điểm PCI năm 2023: 67,4; năm 2022: 65,1; năm 2021: 63,5.", index: nil).scores
        #expect(told.map(\.year) == [2023, 2022, 2021])
        #expect(told.map(\.score) == [67.4, 65.1, 63.5])
        let named = ToldScores("Năm 2024: PAPI đạt 42,1 điểm, xếp thứ 25/63; năm 2023: PAPI đạt 40,1 điểm.").scores
        #expect(named.map(\.year) == [2024, 2023])
    }

    @Test("the groups of provinces, however they are spelled and counted")
    func groups() {
        for words in ["trung bình - cao", "trung bình cao", "Trung bình – Cao", "TB cao"] {
            #expect(ToldScores("PAPI đạt 43 điểm, thuộc nhóm \(words).").scores.map(\.group) == [.highAverage])
        }
        #expect(ToldScores("PAPI đạt 45 điểm, vào nhóm 16 tỉnh đạt điểm cao nhất.").scores.map(\.group) == [.high])
        #expect(ToldScores("PAPI đạt 45 điểm; 3 chỉ số nội dung thuộc nhóm thấp nhất.").scores.map(\.group) == [nil])
    }

    @Test("the pillars of digital transformation are dimensions, in small letters, too")
    func pillars() {
        let told = ToldScores(
            "DTI đạt 0,71 điểm, trong đó chính quyền số đạt 0,75 điểm, xã hội số đạt 0,66 điểm.", index: nil)
        #expect(told.points == [0.71, 0.75, 0.66])
        #expect(told.scores.map { $0.dimension?.code } == [nil, "DTI-P1", "DTI-P3"])
    }

    @Test("what rises in another clause is no change of the index")
    func otherChanges() {
        let told = ToldScores("PCI tăng 01 bậc, đứng thứ 13/63; GRDP tăng 7,07%.", index: nil).scores
        #expect(told.map { $0.rank?.position } == [13])
        #expect(told.map { $0.change?.amount } == [nil])
    }
}
