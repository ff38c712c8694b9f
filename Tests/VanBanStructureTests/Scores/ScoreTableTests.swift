import Testing
import VanBanModel

@testable import VanBanStructure

@Suite("results of indexes that a table holds")
struct ScoreTableTests {
    private func record(_ body: String, title: String = "Nâng cao Chỉ số PAPI năm 2026") throws -> Record {
        let page = "<html><body><p>KẾ HOẠCH</p><p>\(title)</p><p>I. KẾT QUẢ</p>\(body)</body></html>"
        return try DocumentConverter().convert(Array(page.utf8), name: "test.html").record
    }

    private func table(_ rows: [String]...) -> String {
        "<table>" + rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined() + "</table>"
    }

    @Test("years side by side give a result each, the later with its change and the year before")
    func years() throws {
        let scores = try record(
            table(
                ["STT", "Nội dung", "Năm 2023", "Năm 2024", "Tăng/giảm"],
                ["1", "Tham gia của người dân ở cấp cơ sở", "4,8", "5.1", "+0,3"],
                ["2", "Quản trị điện tử", "3,2", "3,1", "-0,1"])
        ).indexScores
        #expect(scores.map(\.year) == [2023, 2024, 2023, 2024])
        #expect(scores.map(\.score) == [4.8, 5.1, 3.2, 3.1])
        #expect(scores.map { $0.change?.direction } == [nil, .increase, nil, .decrease])
        #expect(scores.map { $0.previous?.score } == [nil, 4.8, nil, 3.2])
        #expect(scores.map { $0.dimension?.code } == ["PAPI-1", "PAPI-1", "PAPI-8", "PAPI-8"])
    }

    @Test("heads of two levels say what a value is and of which year")
    func levels() throws {
        let scores = try record(
            "<table><tr><td rowspan=2>TT</td><td rowspan=2>Chỉ số</td><td colspan=2>Điểm số</td><td colspan=2>Xếp hạng</td></tr>"
                + "<tr><td>2023</td><td>2024</td><td>2023</td><td>2024</td></tr>"
                + "<tr><td>I</td><td>PAPI</td><td>42,5</td><td>43,2</td><td>30/61</td><td>25/61</td></tr>"
                + "<tr><td>1</td><td>Quản trị môi trường</td><td>3,1</td><td>3,2</td><td>40</td><td>35</td></tr></table>"
        ).indexScores
        #expect(scores.map(\.score) == [42.5, 43.2, 3.1, 3.2])
        #expect(scores.map { $0.rank?.position } == [30, 25, 40, 35])
        #expect(scores.map { $0.rank?.of } == [61, 61, nil, nil])
        #expect(scores.map { $0.dimension?.number } == [nil, nil, "I/1", "I/1"])
    }

    @Test("provinces side by side have their results each")
    func provinces() throws {
        let scores = try record(
            table(["Nội dung", "Lào Cai", "Điện Biên"], ["Thủ tục hành chính công", "7,1", "7,3"])
        ).indexScores
        #expect(scores.map(\.unit) == ["Lào Cai", "Điện Biên"])
        #expect(scores.map(\.score) == [7.1, 7.3])
    }

    @Test("a ranking of communes gives each commune its points, rank and class")
    func ranking() throws {
        let scores = try record(
            "<p>Bảng xếp hạng Chỉ số cải cách hành chính các xã năm 2025</p>"
                + table(
                    ["STT", "Đơn vị", "Điểm", "Xếp hạng", "Xếp loại"], ["1", "Xã Mường A", "89,5", "1", "Tốt"],
                    ["2", "Phường Bản B", "88", "2", "Khá"])
        ).indexScores
        #expect(scores.map(\.index) == ["PAR INDEX", "PAR INDEX"])
        #expect(scores.map(\.unit) == ["Xã Mường A", "Phường Bản B"])
        #expect(scores.map { $0.rank?.position } == [1, 2])
        #expect(scores.map(\.groupText) == ["Tốt", "Khá"])
        #expect(scores.map(\.year) == [2025, 2025])
    }

    @Test("attainable points and per cent stand by the score; an own estimate is none")
    func maximum() throws {
        let scores = try record(
            "<p>Chấm điểm Chỉ số PAR INDEX năm 2024</p>"
                + table(
                    ["STT", "Lĩnh vực", "Điểm tối đa", "Điểm tự đánh giá", "Điểm đạt được", "Tỷ lệ % đạt"],
                    ["1", "Công tác chỉ đạo, điều hành CCHC", "10", "9,5", "9", "90"],
                    ["1.1", "Kế hoạch", "2", "2", "1,5", "75"])
        ).indexScores
        #expect(scores.map(\.score) == [9, 1.5])
        #expect(scores.map(\.maximum) == [10, 2])
        #expect(scores.map(\.percent) == [90, 75])
        #expect(scores.map { $0.dimension?.number } == ["1", "1.1"])
    }

    @Test("a blank form and shares of other things give no result")
    func none() throws {
        let form = table(["STT", "Lĩnh vực", "Điểm chuẩn", "Điểm thẩm định"], ["1", "Quản trị điện tử", "10", ""])
        #expect(try record(form).indexScores.isEmpty)
        let files = table(
            ["STT", "Đơn vị", "Tổng số hồ sơ", "Đúng hạn", "Tỷ lệ (%)"], ["1", "Xã Mường A", "1200", "1190", "99,2"],
            ["2", "Xã Bản B", "900", "880", "97,8"])
        #expect(try record(files).indexScores.isEmpty)
    }

    @Test("a change that may be one of points or of places is said and not taken")
    func doubt() throws {
        let record = try record(
            "<p>Chỉ số SIPAS năm 2024</p>"
                + table(
                    ["TT", "Yếu tố", "Tỷ lệ hài lòng (%)", "Xếp hạng", "Tăng/giảm"],
                    ["1", "Tiếp cận dịch vụ", "84,1", "20", "2"]))
        #expect(record.indexScores.map(\.percent) == [84.1])
        #expect(record.indexScores.map(\.change) == [nil])
        #expect(record.diagnostics.contains { $0.code == .uncertainScore })
    }

    @Test("several units in a sentence keep their names, the document's own alone has none")
    func units() throws {
        let several = try Documents.plan(
            "I. KẾT QUẢ\n\n1. Năm 2024, Chỉ số PAPI tỉnh Lào Cai đạt 43,5 điểm, tỉnh Lai Châu đạt 42,1 điểm.")
        #expect(several.indexScores.map(\.unit) == ["tỉnh Lào Cai", "tỉnh Lai Châu"])
        let own = try Documents.plan(
            "I. KẾT QUẢ\n\n1. Năm 2024, Chỉ số PAPI tỉnh Lào Cai đạt 43,5 điểm.",
            title: "Công tác tỉnh Lào Cai năm 2025")
        #expect(own.indexScores.map(\.unit) == [nil])
    }

    @Test("a number and a name that do not belong together are said, and give no code")
    func mismatch() throws {
        let record = try Documents.plan(
            "I. KẾT QUẢ\n\n1. Năm 2024, Chỉ số nội dung 3 “Kiểm soát tham nhũng” của Chỉ số PAPI đạt 6,1 điểm.",
            title: "Nâng cao Chỉ số PAPI năm 2025")
        #expect(record.indexScores.map { $0.dimension?.code } == [nil])
        #expect(record.diagnostics.contains { $0.code == .dimensionNameMismatch })
    }

    @Test("where a sentence names another index than the title, its numbers are not the title's")
    func otherIndex() throws {
        let record = try Documents.plan(
            "I. KẾT QUẢ\n\n1. Huyện A đạt 88,5 điểm, xếp thứ nhất trong bảng xếp hạng Chỉ số DDCI năm 2023.",
            title: "Nâng cao Chỉ số PAPI năm 2025")
        #expect(!record.indexScores.contains { $0.index == "PAPI" })
    }

    @Test("a rank among all provinces compares no years")
    func rankAmongAll() throws {
        let record = try Documents.plan(
            """
            I. KẾT QUẢ CHỈ SỐ PCI

            | Năm | Điểm số | Kết quả xếp hạng so với cả nước |
            |---|---|---|
            | 2016 | 56,36 | 54 |
            | 2017 | 59,83 | 51 |
            """)
        #expect(record.indexScores.map { $0.rank?.position } == [54, 51])
        #expect(record.indexScores.allSatisfy { $0.rank?.change == nil })
    }

    @Test(
        "points of units without ranks, where the title names the index",
        arguments: ["CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2024", "KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2024"])
    func unitsWithoutRanks(title: String) throws {
        let page =
            "<html><body><p>KẾ HOẠCH</p><p>Kiểm tra công vụ năm 2025</p><p>I. NHIỆM VỤ</p><p>Các sở thực hiện.</p>"
            + "<p>PHỤ LỤC</p><p>\(title)</p>"
            + table(
                ["TT", "Cơ quan, đơn vị", "Điểm đạt được"], ["1", "Sở Xây dựng", "90,5"], ["2", "Sở Nội vụ", "88,25"])
            + "</body></html>"
        let scores = try DocumentConverter().convert(Array(page.utf8), name: "test.html").record.indexScores
        #expect(scores.map(\.unit) == ["Sở Xây dựng", "Sở Nội vụ"])
        #expect(scores.map(\.score) == [90.5, 88.25])
        #expect(scores.map(\.year) == [2024, 2024])
    }
}
