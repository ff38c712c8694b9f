import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// What stands between rows, above them and beside them in tables that are text: marks of pages, heads of two levels,
/// cells that stand in the middle of their rows.
@Suite("turns and heads of tables in text")
struct TableTurnsTests {
    private static let head = ["STT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn"]
    private static let rows = [
        ["1", "Khảo sát chợ dân sinh", "Sở Công Thương", "Sở Nội vụ", "6/2026"],
        ["2", "Tập huấn hòa giải viên", "Sở Tư pháp", "Công an tỉnh", "9/2026"],
        ["3", "Tổng kết năm", "Sở Y tế", "Sở Tài chính", "12/2026"],
    ]
    private static let widths = [7, 29, 20, 20, 14]

    private func line(_ cells: [String]) -> String {
        zip(cells, Self.widths).map { $0 + String(repeating: " ", count: max(2, $1 - $0.count)) }.joined()
    }

    private func appendix(_ lines: [String]) throws -> Record {
        try Documents.appendix(lines: lines.joined(separator: "\n"))
    }

    // MARK: Between rows

    @Test(
        "what a turn leaves between rows is in no cell of a table that has a cell a line",
        arguments: ["(tiếp theo)", "Bảng phân công (tiếp)\nSTT", "DỰ THẢO LẦN 2", "\u{c}BCĐ Công tác gia đình"])
    func stackedTurns(mark: String) throws {
        let isHead = mark.hasSuffix("STT")
        let between = isHead ? mark.split(separator: "\n").map(String.init) + Self.head.dropFirst() : [mark]
        let lines = Self.head + Self.rows[0] + between + Self.rows[1] + between + Self.rows[2]
        let record = try appendix(lines)
        #expect(record.tasks.map(\.deadline) == Self.rows.map { $0[4] })
        #expect(record.tasks.allSatisfy { $0.group == nil })
        #expect(record.coverage.unaccounted == 0)
    }

    @Test("what a turn leaves between rows of aligned text is in no cell")
    func alignedTurns() throws {
        for mark in ["            Bảng phân công nhiệm vụ (tiếp)", "BCĐ Công tác gia đình tỉnh"] {
            var lines = [line(Self.head)]
            for (index, row) in Self.rows.enumerated() {
                if index > 0 { lines.append("\u{c}" + mark) }
                lines.append(line(row))
                lines.append(line(["", "của tỉnh", "", "", ""]))
            }
            let record = try appendix(lines)
            #expect(record.tasks.map(\.task) == Self.rows.map { $0[1] + " của tỉnh" })
            #expect(record.tasks.map(\.lead) == Self.rows.map { $0[2] })
            #expect(record.tasks.allSatisfy { $0.group == nil })
        }
    }

    @Test("a cell that says that it goes on keeps its words")
    func ownBracket() throws {
        var rows = Self.rows
        rows[1][1] = "Xây dựng đề án (tiếp theo)"
        #expect(try appendix(Self.head + rows.joined()).tasks.map(\.task) == rows.map { $0[1] })
        #expect(try appendix([line(Self.head)] + rows.map(line)).tasks.map(\.task) == rows.map { $0[1] })
    }

    // MARK: In rows

    @Test("a year alone on the last line of a table is its cell's, a page's number is none")
    func lastLine() throws {
        func table(_ rest: String) -> [String] {
            [line(Self.head)] + Self.rows[..<2].map(line)
                + [
                    line(["3", "Tổng kết năm", "Sở Y tế", "Sở Tài chính", "Ngày 15/8 năm"]),
                    line(["", "", "", "", rest]),
                ]
        }
        #expect(try appendix(table("2026")).tasks.last?.deadline == "Ngày 15/8 năm 2026")
        #expect(try appendix(table("17")).tasks.last?.deadline == "Ngày 15/8 năm")
    }

    @Test("cells may stand in the middle of their rows", arguments: [0, 1])
    func centred(blank: Int) throws {
        var lines = [line(Self.head)]
        for row in Self.rows {
            if blank > 0 { lines.append("") }
            lines.append(line(["", "Tổ chức các hoạt động", row[2] + " của", row[3] + ",", ""]))
            lines.append(line([row[0], "truyền thông hằng năm", "tỉnh ta", "UBND các xã", row[4]]))
            lines.append(line(["", "tại các xã", "", "", ""]))
        }
        let tasks = try appendix(lines).tasks
        #expect(tasks.map(\.number) == ["1", "2", "3"])
        #expect(tasks.allSatisfy { $0.task == "Tổ chức các hoạt động truyền thông hằng năm tại các xã" })
        #expect(tasks.map(\.deadline) == Self.rows.map { $0[4] })
    }

    @Test("lines that may be the row's above or the row's below are told")
    func eitherRow() throws {
        let lines = [
            line(Self.head), line(["1", "Khảo sát", "Sở Y tế", "Công an tỉnh", "6/2026"]),
            line(["", "", "Sở Tư pháp", "Sở Nội vụ", ""]), line(["", "", "", "Hội Nông dân tỉnh", ""]),
            line(["2", "Tập huấn cho các xã", "Sở Văn hóa, Thể", "Sở Nội vụ", "9/2026"]),
            line(["", "", "thao và Du lịch", "", ""]), line(["3", "Tổng kết", "Sở Y tế", "Sở Tài chính", "12/2026"]),
        ]
        let record = try appendix(lines)
        let bodies = record.tasks.map { $0.coordinatingAgencies.map(\.text) }
        #expect(
            bodies.first == ["Công an tỉnh", "Sở Nội vụ", "Hội Nông dân tỉnh"]
                || record.diagnostics.contains { $0.code == .uncertainRow })
    }

    // MARK: Heads

    @Test("heads that are repeated over rows and columns are one header, with signs or tabs")
    func repeatedHeads() throws {
        let heads = [
            ["TT", "Nội dung công việc", "Cơ quan thực hiện", "Cơ quan thực hiện", "Thời gian"],
            ["TT", "Nội dung công việc", "Chủ trì", "Phối hợp", "Thời gian"],
        ]
        let piped = [heads[0], ["---", "---", "---", "---", "---"], heads[1]] + Self.rows
        for lines in [
            piped.map { "| " + $0.joined(separator: " | ") + " |" },
            (heads + Self.rows).map { $0.joined(separator: "\t") },
        ] {
            let record = try appendix(lines)
            #expect(record.tasks.map(\.lead) == Self.rows.map { $0[2] })
            #expect(record.tasks.map(\.coordinating) == Self.rows.map { $0[3] })
            #expect(record.coverage.unaccounted == 0)
        }
    }

    @Test("a head with nothing beside it stands over those below")
    func spanningHead() throws {
        let lines =
            [["TT", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian", ""], ["", "", "", "Bắt đầu", "Kết thúc"]]
            + [
                ["1", "Khảo sát vùng trồng", "Sở Công Thương", "01/6/2026", "30/6/2026"],
                ["2", "Lập bản đồ đất", "Sở Y tế", "01/7/2026", "30/9/2026"],
            ]
        let tasks = try appendix(lines.map { $0.joined(separator: "\t") }).tasks
        #expect(tasks.map(\.number) == ["1", "2"])
        #expect(tasks.map { $0.deadlines.first?.end?.description } == ["2026-06-30", "2026-09-30"])
    }

    @Test("a row without a number is no level of the header")
    func rowBelowHeads() throws {
        let lines =
            [["TT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn"]]
            + [["", "Khảo sát vùng trồng", "Sở Công Thương", "Sở Y tế", "30/6/2026"]] + Self.rows
        #expect(try appendix(lines.map { $0.joined(separator: "\t") }).tasks.count == 4)
    }

    @Test("beside the column of who leads, one that names bodies and persons is another")
    func contacts() throws {
        let head = TokenText("Đơn vị chủ trì")
        let other = TokenText("Phòng, đơn vị chủ trì")
        #expect(ColumnRoles.roles(of: [head, other]) == [.lead, nil])
        #expect(ColumnHead(other)[.lead] <= ColumnHead(head)[.lead])
    }

    @Test("a telephone's number among bodies is told")
    func telephones() throws {
        var rows = Self.rows
        rows[1][3] = "Công an tỉnh, SĐT 0900000000"
        let record = try appendix(([Self.head] + rows).map { $0.joined(separator: "\t") })
        #expect(record.diagnostics.filter { $0.code == .cellOfOtherColumn }.map { $0.arguments.first } == ["2"])
    }

    // MARK: Merged cells

    private static let merging = [
        "STT", "Nội dung công việc", "Kết quả", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn",
    ]

    /// Lines of rows that begin at their top, those of one column taken out and put in the middle of all.
    private func merged(_ column: Int, _ value: [String]) -> [String] {
        let widths = [7, 22, 18, 18, 18, 14]
        let rows = [
            [
                ["1", "Khảo sát, cập nhật", "Bản đồ số", "Sở Tư pháp", "Công an tỉnh", "Tháng 5/2026"],
                ["", "bản đồ các điểm", "", "", "", ""], ["", "sạt lở", "", "", "", ""],
            ],
            [
                ["2", "Cắm biển cảnh báo", "46 biển", "Sở Y tế", "Sở Nội vụ", "Tháng 6/2026"],
                ["", "tại đoạn bờ đặc", "", "", "", ""], ["", "biệt nguy hiểm", "", "", "", ""],
            ],
            [
                ["3", "Lập dự án kè", "Báo cáo", "Sở Xây dựng", "Sở Tài chính", "Quý III/2026"],
                ["", "chống sạt lở", "", "", "", ""], ["", "cửa sông", "", "", "", ""],
            ],
        ].joined()
        var lines = rows.map { $0 }
        for index in lines.indices { lines[index][column] = "" }
        for (index, words) in value.enumerated() { lines[4 + index][column] = words }
        return ([Self.merging] + lines).map { cells in
            zip(cells, widths).map { $0 + String(repeating: " ", count: max(2, $1 - $0.count)) }.joined()
        }
    }

    @Test("a cell that stands in the middle of rows without one is that of each", arguments: 2...5)
    func mergedCells(column: Int) throws {
        let value =
            [2: ["Báo cáo chung"], 3: ["Sở Công Thương"], 4: ["Hội Nông dân"], 5: ["Tháng 9/2026"]][column] ?? []
        let tasks = try appendix(merged(column, value)).tasks
        #expect(tasks.map(\.number) == ["1", "2", "3"])
        for task in tasks {
            let cells = [2: task.outputs, 3: task.lead, 4: task.coordinating, 5: task.deadline]
            #expect(cells[column] == value.joined(separator: " "))
        }
    }

    @Test("a deadline that stands beside two rows in the middle of more is one")
    func mergedAcrossRows() throws {
        var lines = merged(5, [])
        lines[6] += "Trước ngày"
        lines[7] += "15/8/2026"
        let tasks = try appendix(lines).tasks
        #expect(tasks.count == 3)
        #expect(Set(tasks.map { $0.deadline ?? "" }).count == 1 || tasks.contains { ($0.deadline ?? "").isEmpty })
    }

    @Test("a cell at the top of its row is its own")
    func ownCell() throws {
        var lines = merged(4, [])
        lines[1] = lines[1].replacing("Sở Tư pháp        ", with: "Sở Tư pháp        Công an tỉnh").replacing(
            "tỉnhTháng", with: "tỉnh  Tháng")
        let tasks = try appendix(lines).tasks
        #expect(tasks.dropFirst().allSatisfy { ($0.coordinating ?? "").isEmpty })
    }

    // MARK: Rows

    @Test("a month below a torn deadline is no count of pages")
    func tornMonth() throws {
        var rows = Self.rows
        rows[1][4] = "Tháng"
        rows.insert(["", "", "", "", "10/2026"], at: 2)
        let record = try appendix(
            ([Self.head, ["---", "---", "---", "---", "---"]] + rows).map { "| " + $0.joined(separator: " | ") + " |" })
        #expect(record.tasks.map(\.deadline) == ["6/2026", "Tháng 10/2026", "12/2026"])
    }

    @Test("what a browser prints between rows is no row, tabs or not")
    func printed() throws {
        var lines = ([Self.head] + Self.rows).map { $0.joined(separator: "\t") }
        lines.insert("12/1/26, 3:07 PM\tKế hoạch số 12/KH-TT - Thuế tỉnh", at: 3)
        let tasks = try appendix(lines).tasks
        #expect(tasks.map(\.number) == ["1", "2", "3"] && tasks.allSatisfy { $0.group == nil })
    }

    @Test("a code and a title with a time for all rows below is a group", arguments: ["WP", "M", "CT"])
    func codedGroups(code: String) throws {
        let rows = [
            [code + "1", "THỦ TỤC PHÁP LÝ", "", "", "Quý II/2026"],
            ["1.1", "Soạn công văn", "Phòng Kế toán", "Văn phòng", "6/2026"],
            [code + "2", "KHẢO SÁT", "", "", "Quý III/2026"],
            ["2.1", "Gửi phiếu", "Văn phòng", "Phòng Kế toán", "9/2026"],
        ]
        let tasks = try appendix(([Self.head] + rows).map { $0.joined(separator: "\t") }).tasks
        #expect(tasks.map(\.number) == ["1.1", "2.1"])
        #expect(tasks.map(\.group?.title) == ["THỦ TỤC PHÁP LÝ", "KHẢO SÁT"])
    }

    @Test("days have the year of the month in a column of its own")
    func monthColumn() throws {
        let head = ["Tháng", "Thời gian", "Nội dung công việc", "Đơn vị thực hiện"]
        let rows = [
            ["9/2026", "05/09", "Khai giảng năm học", "Văn phòng, các khoa"],
            ["01/2027", "15/01", "Xét tốt nghiệp đợt một", "Phòng Đào tạo"],
            ["02/2027", "06–16/02", "Nghỉ Tết cho sinh viên", "Các khoa"],
        ]
        let record = try appendix(([head] + rows).map { $0.joined(separator: "\t") })
        #expect(
            record.tasks.map { $0.deadlines.last?.end?.description } == ["2026-09-05", "2027-01-15", "2027-02-16"])
    }

    // MARK: A cell a line

    @Test("two numbers at the beginning of rows, and a head of two levels above them")
    func twoNumbers() throws {
        let heads = ["Stt", "TT", "Tên nhiệm vụ", "Chi tiết", "Đơn vị chủ trì"]
        let rows = [
            ["1", "a)", "Dữ liệu đầu tư công", "Sở Tài chính"], ["2", "b)", "Dữ liệu đất đai", "Sở Xây dựng"],
            ["3", "c)", "Dữ liệu y tế", "Sở Y tế"],
        ]
        let record = try appendix(heads + rows.joined())
        #expect(record.tasks.map(\.task) == rows.map { $0[2] })
        #expect(record.tasks.map(\.lead) == rows.map { $0[3] })
        #expect(!record.diagnostics.contains { $0.code == .raggedRow })
    }

    @Test("the title of a table above its heads is none of them")
    func titleAboveHeads() throws {
        let rows = Self.rows.joined()
        let record = try appendix(["TT"] + Self.head + rows)
        #expect(record.tasks.map(\.lead) == Self.rows.map { $0[2] })
    }

    @Test("what would be a column's only cell in small letters goes on with the cell before it")
    func onlySmall() throws {
        let head = ["TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn"]
        var lines = head
        for number in 1...12 {
            lines += [String(number), "Rà soát, đơn giản hóa thủ tục hành", "chính lĩnh vực đất đai"]
            if number != 7 { lines += ["Báo cáo kết quả rà", "soát"] }
            lines += ["Sở Công Thương", "Sở Tư pháp", "Quý IV/2026"]
        }
        let tasks = try appendix(lines).tasks
        #expect(tasks.count == 12)
        #expect(tasks.allSatisfy { $0.task == "Rà soát, đơn giản hóa thủ tục hành chính lĩnh vực đất đai" })
        #expect(tasks.count { ($0.outputs ?? "").isEmpty } == 1)
    }
}
