import Testing
import VanBanModel

@testable import VanBanStructure

@Suite("what a result is about, and of which year") struct ScoreMeaningTests {
    private func record(_ page: String) throws -> Record {
        try DocumentConverter().convert(Array("<html><body>\(page)</body></html>".utf8), name: "test.html").record
    }

    private func table(_ rows: [String]...) -> String {
        "<table>" + rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined() + "</table>"
    }

    private var ranking: String {
        table(
            ["Hạng", "Đơn vị", "Điểm tối đa", "Điểm đạt được", "Xếp loại"], ["1", "Sở Tư pháp", "89,5", "82,5", "Tốt"],
            ["2", "Sở Nội vụ", "87", "78", "Tốt"])
    }

    @Test(
        "the year stands in the title, in that of the document, or above the unit line",
        arguments: [
            "<p>Phụ lục I</p><p>BẢNG XẾP HẠNG CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025</p>",
            "<p>QUYẾT ĐỊNH</p><p>Công bố kết quả Chỉ số cải cách hành chính năm 2025</p><p>Điều 1. Công bố.</p><p>PHỤ LỤC</p><p>BẢNG XẾP HẠNG CHỈ SỐ CẢI CÁCH HÀNH CHÍNH</p><p>(Kèm theo Quyết định số 12/QĐ-UBND)</p>",
            "<p>BÁO CÁO</p><p>Kết quả thử</p><p>I. KẾT QUẢ</p><p>Bảng 1. Chỉ số cải cách hành chính năm 2025</p><p>(Đơn vị tính: điểm)</p>",
        ])
    func year(_ head: String) throws {
        let scores = try record(head + ranking).indexScores
        #expect(scores.map(\.unit) == ["Sở Tư pháp", "Sở Nội vụ"])
        #expect(scores.map(\.year) == [2025, 2025])
        #expect(scores.map(\.maximum) == [89.5, 87])
    }

    @Test("what is planned for a year was not reached in it")
    func plannedYear() throws {
        let scores = try record(
            "<p>KẾ HOẠCH</p><p>Cải thiện Chỉ số cải cách hành chính năm 2026</p><p>I. KẾT QUẢ</p>" + ranking
        )
        .indexScores
        #expect(scores.allSatisfy { $0.year == nil })
    }

    @Test("points out of a decimal maximum, and the row of the whole that spans number and name")
    func maximum() throws {
        let record = try record(
            "<p>BÁO CÁO</p><p>Kết quả thử</p><p>I. CHỈ SỐ CẢI CÁCH HÀNH CHÍNH (PAR INDEX) NĂM 2024</p><table>"
                + "<tr><td>STT</td><td>Nội dung</td><td>Điểm số</td><td>Thứ hạng</td></tr>"
                + "<tr><td>1</td><td>Cải cách thể chế</td><td>9,25/ 9,5</td><td>12/63</td></tr>"
                + "<tr><td colspan=2>CHỈ SỐ CHUNG</td><td>83,1/ 100</td><td>32/63</td></tr></table>")
        #expect(record.indexScores.map(\.score) == [9.25, 83.1])
        #expect(record.indexScores.map(\.maximum) == [9.5, 100])
        #expect(record.indexScores.map { $0.dimension?.number } == ["1", nil])
        #expect(!record.diagnostics.contains { $0.code == .uncertainScore })
    }

    @Test("an index that nobody knows keeps its printed name, and its points are no other's")
    func unknownIndex() throws {
        let scores = try record(
            "<p>BÁO CÁO</p><p>Kết quả thử</p><p>I. CHỈ SỐ CẢI CÁCH HÀNH CHÍNH (PAR INDEX)</p><p>Năm 2024 Chỉ số PAR INDEX đạt 88,5 điểm.</p>"
                + "<p>II. CHỈ SỐ HẠNH PHÚC CẤP TỈNH</p><p>Năm 2024, tỉnh đạt 25,4 điểm, xếp thứ 12/63.</p>"
        ).indexScores
        #expect(scores.map(\.index) == ["PAR INDEX", "CHỈ SỐ HẠNH PHÚC CẤP TỈNH"])
        #expect(scores.map(\.score) == [88.5, 25.4])
    }

    @Test("units over repeated columns, whatever places a converter gave them")
    func shiftedUnits() throws {
        let scores = try record(
            "<p>BÁO CÁO</p><p>Kết quả Chỉ số PAPI năm 2024</p><p>I. KẾT QUẢ</p>"
                + table(
                    ["TT", "Nội dung", "Lào Cai", "Điện Biên", "", ""], ["", "", "Điểm", "Hạng", "Điểm", "Hạng"],
                    ["1", "Thủ tục hành chính công", "7,1", "12", "7,3", "10"])
        ).indexScores
        #expect(scores.map(\.unit) == ["Lào Cai", "Điện Biên"])
        #expect(scores.map(\.score) == [7.1, 7.3])
        #expect(scores.map { $0.rank?.position } == [12, 10])
    }

    @Test(
        "the group of the result, and none of those that are only listed",
        arguments: [
            "Năm 2024, PAPI chia làm 04 nhóm: (1) Nhóm đạt điểm cao nhất (16 tỉnh); (2) Nhóm đạt điểm trung bình cao (15 tỉnh); (3) Nhóm đạt điểm thấp nhất (30 tỉnh), trong đó tỉnh đạt 37 điểm, được xếp vào nhóm các tỉnh đạt điểm trung bình cao.",
            "Năm 2024, Chỉ số PAPI đạt 37 điểm; trong các nhóm gồm nhóm cao nhất, nhóm trung bình cao và nhóm thấp nhất, tỉnh thuộc nhóm trung bình cao.",
            "Năm 2024, Chỉ số PAPI đạt 37 điểm, được xếp vào nhóm các tỉnh, thành phố đạt điểm trung bình cao.",
        ])
    func group(_ words: String) {
        let told = ToldScores(words)
        #expect(told.points == [37])
        #expect(told.scores.first?.group == .highAverage)
    }

    @Test("places lost are told where the rank is not")
    func places() {
        let told = ToldScores("Năm 2024, Chỉ số PAPI đạt 40,5 điểm, tăng 1,5 điểm nhưng giảm 7 bậc so với năm 2023.")
        #expect(told.scores.first?.rank?.change == -7)
        #expect(told.scores.first?.rank?.position == nil)
        #expect(told.scores.first?.change?.amount == 1.5)
    }

    @Test("what holds under a condition is no result")
    func condition() {
        #expect(ToldScores("Năm 2024, nếu tỷ lệ dưới 95% thì Chỉ số PAPI đạt 0 điểm.").points.isEmpty)
    }
}
