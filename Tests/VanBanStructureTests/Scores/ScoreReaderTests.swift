import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// What a paragraph tells, with the headings that it stands under.
struct ToldScores {
    var scores: [IndexScore]
    var diagnostics: [Diagnostic]

    init(_ words: String, under headings: [String] = [], index: String? = "PAPI") {
        let whole = (headings + [words]).joined(separator: "\n")
        let text = SourceText.literal(whole)
        var start = 0
        var stretches: [Stretch] = []
        for line in headings + [words] {
            stretches.append(Stretch(start..<(start + line.utf8.count)))
            start += line.utf8.count + 1
        }
        var reader = ScoreReader()
        let paragraph = stretches.removeLast()
        scores = reader.scores(in: paragraph, under: stretches, index: index, of: text)
        diagnostics = reader.diagnostics
    }

    var numbers: [String?] { scores.map { $0.dimension?.number } }
    var points: [Double?] { scores.map(\.score) }
    var percents: [Double?] { scores.map(\.percent) }
    var indexes: [String] { scores.map(\.index) }
}

@Suite("results of indexes that a text tells")
struct ScoreReaderTests {
    @Test(
        "what is to be reached is no result",
        arguments: [
            "Phấn đấu năm 2022, Chỉ số PAR INDEX đạt trên 88%, thuộc nhóm B; Chỉ số PAPI đạt 43,5 điểm.",
            "Mục tiêu năm 2024 là nâng cao chất lượng; Chỉ số PAPI đạt 44 điểm.",
            "Đặt mục tiêu Chỉ số SIPAS đạt 85%.", "Chỉ số PAPI đạt ít nhất 43 điểm.",
            "Chỉ số PAPI đạt tối thiểu 43 điểm.", "Chỉ số SIPAS đạt trên 88%.", "Chỉ số SIPAS đạt từ 90% trở lên.",
            "Cải thiện các nội dung nhằm đạt kết quả cao hơn, Chỉ số PAPI đạt 43 điểm, xếp thứ 20/63.",
            "Đến năm 2025, Chỉ số PAPI đạt 45 điểm.",
        ])
    func goals(words: String) {
        #expect(ToldScores(words).scores.isEmpty)
    }

    @Test("a goal reaches to the end of its sentence, and a quoted name is no goal")
    func goalsEnd() {
        #expect(
            ToldScores("Phấn đấu cải thiện Chỉ số PAPI; giữ vững kết quả. Năm 2023 đạt 43,5 điểm.").points == [43.5])
        #expect(ToldScores("Năm 2023 đạt 43,5 điểm; phấn đấu năm 2024 đạt 45 điểm.").points == [43.5])
        #expect(ToldScores("Nội dung “Chỉ tiêu công khai” tăng; Chỉ số PAPI đạt 43,5 điểm.").points == [43.5])
    }

    @Test("under a heading of goals nothing is a result, under one of results it is")
    func goalHeadings() {
        #expect(
            ToldScores("Năm 2024, Chỉ số PAPI đạt 44 điểm.", under: ["MỤC TIÊU", "Mục tiêu cụ thể"]).scores.isEmpty)
        #expect(ToldScores("Năm 2024 đạt 44 điểm.", under: ["KẾT QUẢ THỰC HIỆN MỤC TIÊU"]).points == [44])
    }

    @Test("each result belongs to the index that was named last")
    func severalIndexes() {
        let told = ToldScores("Chỉ số PAPI tỉnh đạt 42,1 điểm; PAR INDEX đạt 87,5%, xếp thứ 25/63; SIPAS đạt 82,58%")
        #expect(told.indexes == ["PAPI", "PAR INDEX", "SIPAS"])
        #expect(told.points == [42.1, nil, nil])
        #expect(told.percents == [nil, 87.5, 82.58])
        #expect(told.scores.map { $0.rank?.position } == [nil, 25, nil])
    }

    @Test("an index that is not ours takes its result with it")
    func foreignIndex() {
        #expect(ToldScores("Chỉ số PAPI đạt 42,1 điểm; Chỉ số ABX đạt 15,2 điểm.").points == [42.1])
    }

    @Test("the heading's index stands over the part's, the paragraph's over both")
    func nearestIndex() {
        #expect(ToldScores("Năm 2022 đạt 62,5 điểm.", under: ["KẾT QUẢ", "Chỉ số PCI"]).indexes == ["PCI"])
        #expect(ToldScores("Năm 2022 SIPAS đạt 82,5%.", under: ["Chỉ số PCI"]).indexes == ["SIPAS"])
        #expect(ToldScores("Năm 2022 đạt 62,5 điểm.", under: ["Kết quả PCI và PAPI"]).scores.isEmpty)
    }

    @Test("without an index anywhere, points are no result of one")
    func withoutIndex() {
        #expect(ToldScores("Thí sinh đạt 50 điểm, xếp thứ 3/40.", index: nil).scores.isEmpty)
        #expect(ToldScores("Thí sinh đạt 8,5 điểm.", index: "PAPI").scores.isEmpty)
        #expect(ToldScores("Thi nâng ngạch đạt 75 điểm, xếp thứ 3/40.", index: "PAPI").scores.isEmpty)
        #expect(ToldScores("Năm 2022, tỉnh đạt 42,85 điểm, xếp thứ 24/61.", index: "PAPI").points == [42.85])
        #expect(ToldScores("Thí sinh đạt 50 điểm.", under: ["Kết quả thi"], index: nil).scores.isEmpty)
        #expect(ToldScores("Chỉ số PCI đạt 62,5 điểm.", index: nil).indexes == ["PCI"])
        #expect(ToldScores("Chỉ số SIPAS được nâng lên, tỷ lệ hồ sơ đúng hạn đạt 98%.").scores.isEmpty)
    }

    @Test("the year of the line above is the year of its items")
    func yearAbove() {
        let told = ToldScores("Quản trị điện tử đạt 3,2 điểm", under: ["Năm 2022, PAPI tăng so với năm 2021, cụ thể:"])
        #expect(told.scores.map(\.year) == [2022])
    }

    @Test("numbers of the outline are no dimensions, a dimension in the heading is")
    func headingDimension() {
        #expect(ToldScores("Năm 2022 đạt 7,1 điểm.", under: ["Kết quả PAPI"]).scores.map(\.dimension) == [nil])
        let named = [
            "Chỉ số nội dung 5 “Thủ tục hành chính công”", "Nội dung “Thủ tục hành chính công”",
            "Thủ tục hành chính công",
        ]
        for heading in named {
            #expect(ToldScores("Năm 2022, chỉ số nội dung này đạt 7,1 điểm.", under: [heading]).numbers == ["5"])
        }
        #expect(ToldScores("Năm 2022, chỉ số nội dung này đạt 7,1 điểm.", under: ["Kết quả chung"]).scores.isEmpty)
    }

    @Test(
        "a dimension by its number, its quoted name or its name",
        arguments: [
            ("“Cung ứng dịch vụ công” không thay đổi, đạt 7,5 điểm.", "6", 7.5),
            ("Chỉ số nội dung thứ 2: Công khai, minh bạch đạt 5,12/10 điểm.", "2", 5.12),
            ("(1) Tham gia của người dân ở cấp cơ sở đạt 4,82 điểm", "1", 4.82),
            ("Chỉ số nội dung 4: 6,9 điểm, xếp vị trí 15", "4", 6.9),
            ("Quản trị điện tử: 3,2 điểm", "8", 3.2),
        ])
    func dimensions(words: String, number: String, points: Double) {
        let told = ToldScores(words)
        #expect(told.numbers == [number])
        #expect(told.points == [points])
    }

    @Test("a dimension of the index that the sentence or heading names")
    func dimensionsOfOthers() {
        let told = ToldScores(
            "Trong đó, chỉ số Gia nhập thị trường đạt 7,15, chỉ số thành phần “Chi phí thời gian” đạt 6,8 điểm.",
            index: "PCI")
        #expect(told.numbers == ["1", "4"])
        #expect(told.points == [7.15, 6.8])
        let field = ToldScores("Lĩnh vực Cải cách thể chế đạt 8,5/9,5 điểm (89,47%).", under: ["Chỉ số PAR INDEX"])
        #expect(field.numbers == ["2"])
        #expect(field.points == [8.5])
        #expect(field.scores.first?.maximum == 9.5)
        #expect(field.percents == [89.47])
    }

    @Test("what is about one dimension, but not which, is left out")
    func unknownDimension() {
        #expect(ToldScores("Có một chỉ số nội dung đạt 3,1 điểm.").scores.isEmpty)
        #expect(ToldScores("- “Điều gì đó” đạt 3,1 điểm.").scores.isEmpty)
    }

    @Test("what an index other than PAPI calls its groups is kept as printed")
    func ownGroups() {
        let told = ToldScores("Năm 2022, Chỉ số PCI đạt 65,2 điểm, thuộc nhóm khá.")
        #expect(told.scores.first?.groupText == "khá")
        #expect(told.diagnostics.isEmpty)
    }

    @Test("an unchanged result says so")
    func unchanged() {
        let told = ToldScores("“Cung ứng dịch vụ công” không thay đổi, đạt 7,5 điểm.")
        #expect(told.scores.first?.change == .init(direction: .unchanged, amount: nil))
    }
}
