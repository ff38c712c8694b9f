import Testing
import VanBanModel

@testable import VanBanStructure

@Suite struct ScoreProseTests {
    private func record(_ text: String, index: String = "PAPI") throws -> Record {
        try Documents.plan("I. KẾT QUẢ\n\n\(text)", title: "Nâng cao Chỉ số \(index) năm 2024")
    }

    private static let usual =
        "Năm 2023, chỉ số nội dung 1 “Tham gia của người dân ở cấp cơ sở” đạt 4,1234 điểm thuộc nhóm trung bình thấp, "
        + "tăng 0,1 điểm so với năm 2022 (năm 2022 đạt 4,0234 điểm, thuộc nhóm thấp nhất)"

    @Test("score, group, change and the year before are read from one sentence")
    func usualSentence() throws {
        let scores = try record(Self.usual + ".").indexScores
        let score = try #require(scores.first)
        #expect(scores.count == 1)
        #expect(score.index == "PAPI")
        #expect(score.dimension?.number == "1")
        #expect(score.dimension?.code == "PAPI-1")
        #expect(score.dimension?.name == "Tham gia của người dân ở cấp cơ sở")
        #expect(score.year == 2023)
        #expect(score.score == 4.1234)
        #expect(score.group == .lowAverage)
        #expect(score.groupText == "trung bình thấp")
        #expect(score.change == .init(direction: .increase, amount: 0.1))
        #expect(score.previous == .init(year: 2022, score: 4.0234, group: "low"))
        #expect(score.rank == nil)
    }

    @Test(
        "each group has its code and keeps its words",
        arguments: [
            ("cao nhất", IndexScore.Group.high), ("trung bình cao", .highAverage), ("trung bình thấp", .lowAverage),
            ("thấp nhất", .low), ("cao", .high), ("thấp", .low),
        ])
    func groups(_ words: String, _ group: IndexScore.Group) throws {
        let score = try record(
            "Năm 2023, chỉ số nội dung 4 “Kiểm soát tham nhũng trong khu vực công” đạt 6,5 điểm, thuộc nhóm \(words)."
        )
        .indexScores.first
        #expect(score?.group == group)
        #expect(score?.groupText == words)
        #expect(score?.dimension?.number == "4")
    }

    @Test("a fall is a decrease")
    func decrease() throws {
        let record = try record(
            "Năm 2023, chỉ số nội dung 5 “Thủ tục hành chính công” đạt 7,0 điểm, giảm 0,25 điểm so với năm 2022 (năm 2022 đạt 7,25 điểm)."
        )
        #expect(record.indexScores.first?.change == .init(direction: .decrease, amount: 0.25))
        #expect(!record.codes.contains(.changeMismatch))
    }

    @Test("a change that is not the difference of the scores is doubtful")
    func changeMismatch() throws {
        let record = try record(Self.usual.replacing("tăng 0,1 điểm", with: "tăng 0,2 điểm") + ".")
        #expect(
            record.diagnostic(.changeMismatch)?.arguments == ["Tham gia của người dân ở cấp cơ sở", "0,2", "0,1"])
        #expect(record.indexScores.first?.change?.amount == 0.2)
    }

    @Test("a fall that is called a rise is doubtful")
    func wrongDirection() throws {
        let record = try record(Self.usual.replacing("tăng 0,1 điểm", with: "giảm 0,1 điểm") + ".")
        #expect(record.codes.contains(.changeMismatch))
    }

    @Test("components that rose and fell are listed by name")
    func components() throws {
        let record = try record(
            Self.usual + ". Có 02 nội dung thành phần tăng điểm là “Tri thức công dân” và “Cơ hội tham gia”; "
                + "01 nội dung thành phần giảm điểm là “Đóng góp tự nguyện”.")
        #expect(record.indexScores.first?.componentsUp == ["Tri thức công dân", "Cơ hội tham gia"])
        #expect(record.indexScores.first?.componentsDown == ["Đóng góp tự nguyện"])
        #expect(!record.codes.contains(.componentCountMismatch))
    }

    @Test("each direction is counted by its own number, and one number may count both")
    func componentCounts() throws {
        let second = try record(
            Self.usual + ". Có 01 nội dung thành phần tăng điểm là “Tri thức công dân” và 02 nội dung giảm điểm là "
                + "“Cơ hội tham gia”.")
        #expect(second.diagnostic(.componentCountMismatch)?.arguments == ["2", "1"])
        let both = try record(
            Self.usual
                + ". Có 02 nội dung thành phần, tăng điểm là “Tri thức công dân”, giảm điểm là “Cơ hội tham gia”.")
        #expect(!both.codes.contains(.componentCountMismatch))
    }

    @Test("a count that does not fit the names is doubtful")
    func componentCount() throws {
        let record = try record(
            Self.usual + ". Có 03 nội dung thành phần tăng điểm là “Tri thức công dân” và “Cơ hội tham gia”.")
        #expect(record.diagnostic(.componentCountMismatch)?.arguments == ["3", "2"])
    }

    @Test(
        "a goal is no score",
        arguments: [
            "Phấn đấu Chỉ số PAPI năm 2024 đạt 45 điểm trở lên.", "Mục tiêu năm 2024 đạt 45 điểm.",
            "Chỉ tiêu: chỉ số nội dung 1 đạt 5,5 điểm.", "Năm 2024 phấn đấu đạt 45 điểm, thuộc nhóm trung bình cao.",
        ])
    func goals(_ sentence: String) throws {
        #expect(try record(sentence).indexScores.isEmpty)
    }

    @Test("the whole index has no dimension, and its rank says of how many")
    func wholeIndex() throws {
        let record = try record(
            "Năm 2023, Chỉ số PAPI của tỉnh đạt 42,85 điểm, xếp hạng 24/61 tỉnh, thành phố, tăng 3 bậc so với năm 2022."
        )
        let score = try #require(record.indexScores.first)
        #expect(score.dimension == nil)
        #expect(score.score == 42.85)
        #expect(score.year == 2023)
        #expect(score.rank == .init(position: 24, of: 61, change: 3))
        #expect(score.region == nil)
    }

    @Test("a rank within a region is a score of its own")
    func regionalRank() throws {
        let record = try record(
            "Năm 2023, Chỉ số PAPI của tỉnh đạt 42,85 điểm, xếp hạng 24/61 tỉnh, thành phố, xếp thứ 3/13 các tỉnh khu vực Đồng bằng sông Cửu Long."
        )
        #expect(record.indexScores.map(\.region) == [nil, "Đồng bằng sông Cửu Long"])
        #expect(record.indexScores.map { $0.rank?.position } == [24, 3])
        #expect(record.indexScores.map { $0.rank?.of } == [61, 13])
    }

    @Test("a loss of places is a negative change of rank")
    func lostPlaces() throws {
        let record = try record(
            "Năm 2023, Chỉ số PAPI đạt 40,5 điểm, xếp hạng 30/61 tỉnh, thành phố, giảm 5 bậc so với năm 2022.")
        #expect(record.indexScores.first?.rank?.change == -5)
        #expect(record.indexScores.first?.change == nil)
    }

    @Test("dimensions that one sentence sorts into a group are scores each")
    func listedGroups() throws {
        let record = try record(
            "Năm 2023, 02 chỉ số nội dung được xếp trong nhóm Cao nhất (Thủ tục hành chính công và Quản trị điện tử).")
        #expect(record.indexScores.map { $0.dimension?.number } == ["5", "8"])
        #expect(record.indexScores.allSatisfy { $0.group == .high && $0.score == nil && $0.year == 2023 })
    }

    @Test("a dimension is known from the heading that its sentence stands under")
    func headings() throws {
        let record = try record(
            "1. Chỉ số nội dung 6 “Cung ứng dịch vụ công”\n\nNăm 2023 đạt 7,5 điểm, thuộc nhóm trung bình cao.")
        #expect(record.indexScores.first?.dimension?.number == "6")
        #expect(record.indexScores.first?.dimension?.code == "PAPI-6")
        #expect(record.indexScores.first?.dimension?.name == "Cung ứng dịch vụ công")
    }

    @Test("a plan about no index reports no scores")
    func noIndex() throws {
        #expect(try Documents.plan("1. Năm 2023 đội thi đạt 42,5 điểm, thuộc nhóm cao nhất.").indexScores.isEmpty)
    }

    @Test("numbers with a comma are decimals, and identifiers run on")
    func decimals() throws {
        let record = try record(
            "Năm 2023, chỉ số nội dung 1 đạt 4,8918 điểm.\n\nNăm 2023, chỉ số nội dung 2 đạt 5 điểm.\n\nNăm 2023, chỉ số nội dung 3 đạt 4.25 điểm."
        )
        #expect(record.indexScores.map(\.score) == [4.8918, 5, 4.25])
        #expect(record.indexScores.map(\.id) == ["score-1", "score-2", "score-3"])
        #expect(record.indexScores.map { $0.dimension?.number } == ["1", "2", "3"])
    }

    @Test("an unchanged score is unchanged")
    func unchanged() throws {
        let record = try record(
            "Năm 2023, chỉ số nội dung 1 đạt 4,5 điểm, không thay đổi so với năm 2022 (năm 2022 đạt 4,5 điểm).")
        #expect(record.indexScores.first?.change?.direction == .unchanged)
    }

    @Test("words that name no group are kept and doubted")
    func unknownGroup() throws {
        let record = try record("Năm 2023, chỉ số nội dung 1 đạt 4,5 điểm, thuộc nhóm khá.")
        #expect(record.indexScores.first?.group == nil)
        #expect(record.indexScores.first?.groupText == "khá")
        #expect(record.codes.contains(.unknownGroup))
    }

    @Test("an index that is named again with another year tells another result")
    func years() throws {
        let record = try Documents.plan(
            "I. KẾT QUẢ\n\nChỉ số PAPI năm 2025 đạt 43,2 điểm; chỉ số PAPI năm 2024 đạt 41,33 điểm.")
        #expect(record.indexScores.map(\.year) == [2025, 2024])
        #expect(record.indexScores.map(\.score) == [43.2, 41.33])
    }

    @Test("ranks in brackets behind their indexes, and a group that was reached")
    func brackets() throws {
        let record = try Documents.plan(
            "I. KẾT QUẢ\n\nNăm 2022, tỉnh tiến bộ ở SIPAS (xếp thứ 11/63 tỉnh thành, tăng 03 bậc so với năm 2021); "
                + "PAR INDEX (xếp thứ 14/63 tỉnh, thành); Chỉ số PAPI tiếp tục nằm trong nhóm \"Trung bình cao\".")
        #expect(record.indexScores.map(\.index) == ["SIPAS", "PAR INDEX", "PAPI"])
        #expect(record.indexScores.map(\.rank?.position) == [11, 14, nil])
        #expect(record.indexScores.map(\.group) == [nil, nil, .highAverage])
        #expect(record.indexScores.map(\.year) == [2022, 2022, 2022])
    }

    @Test("as many provinces as a group has, or one less, in whatever words")
    func countedGroup() throws {
        let record = try Documents.plan(
            "I. KẾT QUẢ\n\nNăm 2023, chỉ số PAPI của tỉnh đạt 39,9 điểm, thuộc nhóm 14 tỉnh, thành có chỉ số PAPI thấp nhất."
        )
        #expect(record.indexScores.map(\.group) == [.low])
    }

    @Test("a result of a past year under a heading over goals is a result and no target")
    func past() throws {
        let record = try Documents.plan(
            "I. MỤC TIÊU\n\nNăm 2022, Chỉ số PAPI của tỉnh đạt 41,88 điểm, xếp hạng 39/63.\n\nII. VIỆC CHUNG\n\nLàm.")
        #expect(record.indexScores.map(\.score) == [41.88])
        #expect(record.targets.isEmpty)
    }
}
