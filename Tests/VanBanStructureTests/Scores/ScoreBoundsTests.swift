import Testing
import VanBanModel

@testable import VanBanStructure

/// Results that none can be, and results that stand where goals are set.
@Suite("bounds of scores")
struct ScoreBoundsTests {
    @Test(
        "more than all, and places behind the last one, are told and no values",
        arguments: [
            "Chỉ số PAR INDEX năm 2023 đạt 8812%.", "Năm 2023, chỉ số PCI xếp thứ 71/63 tỉnh, thành phố.",
        ])
    func bounds(sentence: String) throws {
        let record = try Documents.plan("I. KẾT QUẢ\n\n\(sentence)")
        #expect(record.indexScores.isEmpty)
        #expect(record.diagnostics.contains { $0.code == .uncertainScore })
    }

    @Test("what else a result has stays", arguments: [("88,12%", 88.12), ("100%", 100.0), ("0,5%", 0.5)])
    func within(percent: String, value: Double) throws {
        let record = try Documents.plan("I. KẾT QUẢ\n\nChỉ số PAR INDEX năm 2023 đạt \(percent), xếp thứ 70/63.")
        #expect(record.indexScores.map(\.percent) == [value])
        #expect(record.indexScores.allSatisfy { $0.rank == nil })
    }

    @Test("results of earlier years are results under goals, too", arguments: ["MỤC TIÊU", "CHỈ TIÊU", "YÊU CẦU"])
    func underGoals(heading: String) throws {
        let record = try Documents.plan(
            "I. \(heading)\n\nNăm 2023, chỉ số PAPI của tỉnh đạt 41,88 điểm, xếp hạng 39/63.\n\n"
                + "Năm 2024, chỉ số PAPI của tỉnh phấn đấu đạt từ 43 điểm trở lên.")
        #expect(record.indexScores.map(\.score) == [41.88])
        #expect(record.targets.allSatisfy { $0.year != 2023 })
    }

    @Test("an earlier year that a goal is compared with makes it no result")
    func baseline() throws {
        let record = try Documents.plan(
            "I. MỤC TIÊU\n\nNăm 2024, giảm ít nhất 20% thời gian giải quyết so với năm 2022.\n\n"
                + "Chỉ số PAPI tăng 02 bậc so với năm 2023.")
        #expect(record.indexScores.isEmpty)
        #expect(!record.targets.isEmpty)
    }
}
