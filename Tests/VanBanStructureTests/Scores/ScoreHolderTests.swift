import Testing
import VanBanModel

@testable import VanBanStructure

@Suite("whose result a sentence tells")
struct ScoreHolderTests {
    private func scores(_ words: String) throws -> [IndexScore] {
        let text = """
            ỦY BAN NHÂN DÂN
            TỈNH LÀO CAI

            Số: 9/KH-UBND

            Lào Cai, ngày 05 tháng 3 năm 2026

            KẾ HOẠCH
            Nâng cao chất lượng phục vụ người dân năm 2026

            I. KẾT QUẢ

            \(words)

            II. TỔ CHỨC THỰC HIỆN

            Các sở thực hiện.
            """
        return try Documents.record(of: text).indexScores
    }

    @Test(
        "what a mean, the best or the worst have reached is nobody's",
        arguments: [
            "Chỉ số PAPI bình quân các tỉnh đạt 42,5 điểm; tỉnh Lào Cai đạt 40,25 điểm.",
            "Chỉ số PAPI trung bình cả nước là 42,5 điểm, của tỉnh Lào Cai là 40,25 điểm.",
            "Điểm cao nhất của Chỉ số PAPI là 46,5 điểm, điểm thấp nhất là 38,5 điểm; tỉnh Lào Cai đạt 40,25 điểm.",
            "Tỉnh Lào Cai đạt 40,25 điểm Chỉ số PAPI, thấp hơn mức trung bình cả nước (42,5 điểm).",
            "Địa phương dẫn đầu Chỉ số PAPI đạt 46,5 điểm; tỉnh Lào Cai đạt 40,25 điểm.",
        ])
    func nobody(words: String) throws {
        let scores = try scores("Năm 2025: " + words)
        #expect(scores.map(\.score) == [40.25])
        #expect(scores.map(\.unit) == [nil])
    }

    @Test("each unit keeps its own score and rank")
    func units() throws {
        let scores = try scores(
            "Năm 2025, Lào Cai đạt 41,5 điểm Chỉ số PAPI, xếp thứ 21/34; Sơn La đạt 43,5 điểm, xếp thứ 9/34.")
        #expect(scores.map(\.unit) == ["Lào Cai", "Sơn La"])
        #expect(scores.map(\.score) == [41.5, 43.5])
        #expect(scores.map { $0.rank?.position } == [21, 9])
    }

    @Test("a list of units with their points")
    func list() throws {
        let scores = try scores("Chỉ số PCI năm 2025: Cao Bằng 60,5 điểm, Điện Biên 61,25 điểm; Lào Cai 66,5 điểm.")
        #expect(scores.map(\.score) == [60.5, 61.25, 66.5])
        #expect(scores.map(\.unit) == ["Cao Bằng", "Điện Biên", "Lào Cai"])
    }

    @Test("figures before the name of an index are its own")
    func before() throws {
        let scores = try scores(
            "Chỉ số PAR INDEX năm 2025 của tỉnh đạt 88,5%; xếp thứ 17/34 về Chỉ số SIPAS; xếp thứ 25/34 về Chỉ số PCI.")
        #expect(scores.map(\.index) == ["PAR INDEX", "SIPAS", "PCI"])
        #expect(scores.map { $0.rank?.position } == [nil, 17, 25])
    }

    @Test("what another measure has reached in the next sentence is no index's")
    func otherMeasure() throws {
        let scores = try scores(
            "Chỉ số PAR INDEX năm 2025 của tỉnh đạt 88,5%. Tỷ lệ hồ sơ số hóa đạt 97,5%, tăng 2,5% so với năm 2024, xếp thứ 5 cả nước."
        )
        #expect(scores.map(\.percent) == [88.5])
        #expect(scores.map { $0.rank?.position } == [nil])
        #expect(scores.first?.change == nil)
    }

    @Test(
        "the group reached is told, the one left is not",
        arguments: [
            ("tăng từ nhóm thấp nhất lên nhóm trung bình cao", IndexScore.Group?.some(.highAverage)),
            ("thoát khỏi nhóm thấp nhất, vào nhóm trung bình thấp", .lowAverage),
            ("rơi từ nhóm cao nhất xuống nhóm thấp nhất", .low), ("nhưng chưa vào nhóm cao nhất", nil),
            ("giữ nguyên không đổi trong nhóm thấp nhất", .low),
        ])
    func groups(words: String, group: IndexScore.Group?) throws {
        #expect(try scores("Năm 2025, Chỉ số PAPI của tỉnh đạt 40,5 điểm, \(words).").map(\.group) == [group])
    }

    @Test(
        "a rank and of how many, however they are told",
        arguments: [
            ("xếp thứ 7 trên 34 tỉnh", Int?.some(7), Int?.some(34)), ("xếp hạng 7 trên tổng số 34 tỉnh", 7, 34),
            ("đứng thứ 7 trong 34 tỉnh, thành phố", 7, 34), ("từ vị trí thứ 18 lên vị trí thứ 7", 7, nil),
            ("từ hạng 18 lên hạng 7", 7, nil), ("đứng thứ 7 trong năm", 7, nil),
        ])
    func ranks(words: String, position: Int?, of: Int?) throws {
        let scores = try scores("Năm 2025, Chỉ số PAPI của tỉnh đạt 40,5 điểm, \(words).")
        #expect(scores.map { $0.rank?.position } == [position])
        #expect(scores.map { $0.rank?.of } == [of])
    }

    @Test("what a score has fallen to is the score")
    func fallen() throws {
        #expect(try scores("Chỉ số PAPI năm 2025 giảm còn 40,5 điểm.").map(\.score) == [40.5])
    }

    @Test("several results in turn are told and not guessed")
    func inTurn() throws {
        let record = try Documents.plan(
            "I. KẾT QUẢ\n\nTrong hai năm 2024, 2025, Chỉ số PAPI lần lượt đạt 40,5 điểm và 41,5 điểm.")
        #expect(record.indexScores.isEmpty)
        #expect(record.codes.contains(.uncertainScore))
    }

    @Test("what a region has reached is not the document's own, and is told")
    func regions() throws {
        let record = try Documents.plan(
            "I. KẾT QUẢ\n\nNăm 2023, Chỉ số PAR INDEX tăng; xếp vị trí thứ 2 là vùng Đông Nam Bộ, đạt 87,79%.")
        #expect(record.indexScores.isEmpty)
        #expect(record.codes.contains(.uncertainScore))
    }

    @Test("a figure behind two indexes that were announced together is told, one that names its own is read")
    func announced() throws {
        let announced = "I. KẾT QUẢ\n\nBộ Nội vụ công bố Chỉ số PAR INDEX và Chỉ số SIPAS năm 2023. "
        let unnamed = try Documents.plan(announced + "Theo đó, tỉnh đạt 87,32%, xếp thứ 29/63.")
        #expect(unnamed.indexScores.isEmpty)
        #expect(unnamed.codes.contains(.uncertainScore))
        let named = try Documents.plan(announced + "Về PAR INDEX, tỉnh đạt 87,32%, xếp thứ 29/63.")
        #expect(named.indexScores.map(\.index) == ["PAR INDEX"])
        #expect(!named.codes.contains(.uncertainScore))
    }

    @Test("the points of a criterion are its dimension's or nobody's, never the whole index's")
    func criteria() throws {
        let known = try Documents.plan(
            "I. KẾT QUẢ\n\nTiêu chí cải cách thể chế được 8,5/10 điểm, đạt 85% trong PAR INDEX năm 2025.")
        #expect(known.indexScores.map(\.dimension?.number) == ["2"])
        #expect(known.indexScores.map(\.maximum) == [10])
        let unknown = try Documents.plan(
            "I. KẾT QUẢ\n\nTiêu chí theo dõi kế hoạch được 8,5/10 điểm, đạt 85% trong PAR INDEX năm 2025.")
        #expect(unknown.indexScores.isEmpty)
        #expect(unknown.codes.contains(.uncertainScore))
    }
}
