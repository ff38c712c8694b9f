import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// Tables as printers and converters leave them, which were lost or misread.
@Suite("tables as converters leave them")
struct FoundTablesTests {
    private static let head = ["TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn"]
    private static let rows = [
        ["1", "Rà soát quy hoạch chợ", "Báo cáo rà soát", "Sở Công Thương", "Sở Xây dựng", "Tháng 5/2024"],
        ["2", "Tu bổ nhà văn hóa thôn", "Biên bản nghiệm thu", "Sở Xây dựng", "Sở Nội vụ", "Tháng 8/2024"],
        ["3", "Khen thưởng cuối năm", "Quyết định", "Sở Nội vụ", "Sở Tài chính", "Tháng 12/2024"],
    ]

    private func padded(_ rows: [[String]], _ widths: [Int]) -> [String] {
        rows.map { row in
            zip(row, widths).map { $0 + String(repeating: " ", count: max(2, $1 - $0.count)) }.joined()
        }
    }

    private func appendix(_ lines: [String]) throws -> Record {
        try Documents.appendix(lines: lines.joined(separator: "\n"))
    }

    // MARK: Marks under heads

    @Test(
        "marks under the heads are no row, whatever counts them",
        arguments: [
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"], ["A", "B", "1", "2", "3", "4"], ["1", "2", "3", "4", "5", "6"],
            ["A", "B", "C", "1", "2", "3=1+2"], ["a", "b", "c", "d", "đ", "e"],
        ])
    func marks(_ marks: [String]) throws {
        let lines = ([Self.head, marks] + Self.rows).map { $0.joined(separator: "\t") }
        #expect(try appendix(lines).tasks.map(\.number) == ["1", "2", "3"])
        var counted = ColumnMarks()
        for mark in marks {
            let isTaken = counted.take(cell: TokenText(mark))
            #expect(isTaken, "\(mark)")
        }
        #expect(counted.areMarks)
    }

    @Test("a row of figures, or of groups' letters, is none of marks")
    func noMarks() {
        for cells in [["1", "2"], ["2", "3", "4"], ["A", "Nhóm một"], ["1", "120", "3"], ["A", "C", "1"]] {
            var marks = ColumnMarks()
            let areTaken = cells.allSatisfy { marks.take(cell: TokenText($0)) }
            #expect(!areTaken || !marks.areMarks, "\(cells)")
        }
    }

    // MARK: Gaps

    @Test(
        "cells with gaps between them, each row on a line, need not stand below each other",
        arguments: ["     ", "        "])
    func gaps(gap: String) throws {
        let lines = ([Self.head] + Self.rows).map { $0.joined(separator: gap) }
        let tasks = try appendix(lines).tasks
        #expect(tasks.map(\.task) == Self.rows.map { $0[1] })
        #expect(tasks.map(\.deadline) == Self.rows.map { $0[5] })
    }

    // MARK: Results

    private func scores(_ table: [String], caption: String) throws -> [IndexScore] {
        let body = "I. KẾT QUẢ\n\n\(caption)\n\n" + table.joined(separator: "\n") + "\n\nII. TỔ CHỨC THỰC HIỆN"
        return try Documents.plan(body).indexScores
    }

    @Test("results of several units, aligned or a cell a line")
    func results() throws {
        let head = ["TT", "Đơn vị", "Chỉ số (%)", "Xếp hạng"]
        let rows = [
            ["1", "Phường Tân An", "91,25", "1"], ["2", "Xã Hòa Lạc", "88,40", "2"], ["3", "Xã Phú Mỹ", "79,05", "3"],
        ]
        let caption = "Kết quả Chỉ số cải cách hành chính của các xã, phường năm 2024:"
        for table in [padded([head] + rows, [6, 24, 16, 10]), (head + rows.joined())] {
            let found = try scores(table, caption: caption)
            #expect(found.map(\.unit) == rows.map { $0[1] })
            #expect(found.map(\.percent) == [91.25, 88.4, 79.05])
            #expect(found.compactMap { $0.rank?.position } == [1, 2, 3])
            #expect(found.allSatisfy { $0.year == 2024 })
        }
    }

    @Test("a table of figures where no index is spoken of gives no results, and none of its words is lost")
    func noResults() throws {
        let table = padded(
            [
                ["TT", "Loại đất", "Diện tích (ha)", "Tỷ lệ (%)"], ["1", "Đất lúa", "120,5", "60,2"],
                ["2", "Đất rừng", "79,5", "39,8"],
            ],
            [6, 24, 18, 10])
        let body = "I. HIỆN TRẠNG\n\nCơ cấu sử dụng đất:\n\n" + table.joined(separator: "\n")
        let record = try Documents.plan(body)
        #expect(record.indexScores.isEmpty && record.tasks.isEmpty)
        #expect(record.coverage.unaccounted == 0)
    }

    // MARK: Aligned groups

    private static let widths = [6, 28, 24, 20, 18, 14]

    @Test(
        "names of groups in aligned text stand where they will",
        arguments: ["      A. TRUYỀN THÔNG CHUNG", "TRUYỀN THÔNG CHUNG", "                         TRUYỀN THÔNG CHUNG"])
    func groups(line: String) throws {
        let table = padded([Self.head] + Self.rows, Self.widths)
        let tasks = try appendix([table[0], line] + table[1...]).tasks
        #expect(tasks.map(\.task) == Self.rows.map { $0[1] })
        #expect(tasks.allSatisfy { $0.group?.title == "TRUYỀN THÔNG CHUNG" })
    }

    @Test("a row without a number that fills its columns is a row of its own")
    func withoutNumber() throws {
        var rows = Self.rows
        rows.insert(["", "- In tờ gấp", "Tờ gấp", "Sở Tư pháp", "Sở Y tế", "Tháng 6/2024"], at: 1)
        let tasks = try appendix(padded([Self.head] + rows, Self.widths)).tasks
        #expect(tasks.map(\.lead) == rows.map { $0[3] })
        #expect(tasks.map(\.deadline) == rows.map { $0[5] })
    }

    // MARK: Pages

    @Test(
        "what a page's turn leaves between rows is no group and no cell",
        arguments: [
            "DANH MỤC VIỆC CẦN LÀM", "DANH MỤC VIỆC CẦN LÀM (tiếp)", "(tiếp theo)", "[2]", "##### Page 2 #####",
            "SAO Y BẢN CHÍNH", "LuatSo.vn - Tra cứu văn bản", "~ .",
        ])
    func turns(line: String) throws {
        let rows = ([Self.head] + Self.rows).map { $0.joined(separator: "\t") }
        let record = try appendix(["DANH MỤC VIỆC CẦN LÀM"] + rows[..<3] + [line] + rows[3...])
        #expect(record.tasks.map(\.number) == ["1", "2", "3"])
        #expect(record.tasks.allSatisfy { $0.group == nil })
        #expect(record.coverage.unaccounted == 0)
    }

    @Test("a last cell that rows share is none of a page's marks")
    func sharedCells() throws {
        let cells = Self.rows.map { Array($0[..<5]) + ["Quý IV năm 2024"] }
        let tasks = try appendix(Self.head + cells.joined()).tasks
        #expect(tasks.map(\.deadline) == cells.map { $0[5] })
    }

    // MARK: What gives tasks

    @Test("steps with days and leads may be tasks, what money is spent on is none")
    func verdicts() throws {
        let steps =
            [["TT", "Công việc", "Các bước thực hiện", "Bộ phận phụ trách", "Thời gian hoàn thành"]]
            + Self.rows.map { [$0[0], $0[1], "Lấy ý kiến, trình ký", $0[3], $0[5]] }
        let read = try appendix(steps.map { $0.joined(separator: "\t") })
        #expect(read.tasks.map(\.lead) == Self.rows.map { $0[3] })
        #expect(read.diagnostics.contains { $0.code == .uncertainTaskTable })
        let spending =
            [["TT", "Nội dung chi", "Đơn vị thực hiện", "Kinh phí (triệu đồng)"]]
            + Self.rows.map { [$0[0], $0[1], $0[3], "12.500"] }
        #expect(try appendix(spending.map { $0.joined(separator: "\t") }).tasks.isEmpty)
    }
}
