import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

@Suite("tables beside the usual ones")
struct NeighbouringTablesTests {
    private static let rows = [
        ["1", "Rà soát hồ sơ tồn đọng", "Sở Nội vụ", "Sở Tài chính", "Quý II/2024"],
        ["2", "Tập huấn nghiệp vụ một cửa", "Sở Tư pháp", "Sở Nội vụ", "Tháng 6/2024"],
        ["3", "Khảo sát mức độ hài lòng", "Văn phòng UBND tỉnh", "Sở Nội vụ", "15/12/2024"],
    ]
    private static let head = ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"]

    private func lines(_ head: [String], _ rows: [[String]], _ sign: String) -> String {
        ([head] + rows).map { $0.joined(separator: sign) }.joined(separator: "\n")
    }

    private func html(_ rows: [String]) throws -> Record {
        let text =
            "<html><body><p>PHỤ LỤC</p><p>DANH MỤC NHIỆM VỤ</p><table>"
            + rows.map { "<tr>\($0)</tr>" }.joined() + "</table></body></html>"
        return try DocumentConverter().convert(Array(text.utf8), name: "test.html").record
    }

    private func cells(_ row: [String], _ tag: String = "td") -> String {
        row.map { "<\(tag)>\($0)</\(tag)>" }.joined()
    }

    @Test("a first head that nobody knows does not hide a table", arguments: [" | ", "\t"])
    func unknownFirstHead(sign: String) throws {
        for first in ["Lĩnh vực", "Địa bàn", "Nhóm"] {
            let record = try Documents.appendix(
                lines: lines(
                    [first, "Nhiệm vụ", "Đơn vị thực hiện", "Thời gian"],
                    Self.rows.map { ["Xã Tân Lập"] + $0[1...2] + [$0[4]] }, sign))
            #expect(record.tasks.map(\.lead) == Self.rows.map { $0[2] }, "\(first)")
        }
    }

    @Test("rows that end in a number are no table of contents")
    func rowsWithFigures() throws {
        for last in [["2024", "2024", "2025"], ["100", "200", "300"], ["1", "2", "3"]] {
            let rows = zip(Self.rows, last).map { $0 + [$1] }
            let record = try Documents.appendix(lines: lines(Self.head + ["Ghi chú"], rows, "\t"))
            #expect(record.tasks.map(\.note) == last)
        }
    }

    @Test("a row whose mark as head has no reason is a row of the table above")
    func continuedHeads() throws {
        let rule = "|" + String(repeating: "---|", count: 5)
        func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        let text = [row(Self.head), rule, row(Self.rows[0]), row(Self.rows[1]), "", row(Self.rows[2]), rule]
        #expect(
            try Documents.appendix(lines: text.joined(separator: "\n")).tasks.map(\.number) == ["1", "2", "3"])
        let found = try html(
            [
                cells(Self.head, "th"), cells(Self.rows[0]),
                cells(Self.rows[1]) + "</tr></table><table><tr>"
                    + cells(Self.rows[2], "th"),
            ])
        #expect(found.tasks.map(\.number) == ["1", "2", "3"])
    }

    @Test(
        "a head with a misread sign above or below a letter is the head",
        arguments: [(2, "Cơ quan chủ tri"), (3, "Cơ quan phổi hợp"), (4, "Thời gían hoàn thành")])
    func misreadHeads(column: Int, printed: String) throws {
        var head = Self.head
        head[column] = printed
        let record = try Documents.appendix([head] + Self.rows)
        #expect(record.tasks.map(\.lead) == Self.rows.map { $0[2] })
        #expect(record.tasks.map(\.coordinating) == Self.rows.map { $0[3] })
        #expect(record.tasks.map(\.deadline) == Self.rows.map { $0[4] })
    }

    @Test("two levels of a head on one line: the lower one counts", arguments: [": ", " - "])
    func levels(sign: String) throws {
        var head = Self.head
        head[2] = "Trách nhiệm thực hiện\(sign)Chủ trì"
        head[3] = "Trách nhiệm thực hiện\(sign)Phối hợp"
        let record = try Documents.appendix([head] + Self.rows)
        #expect(record.tasks.map(\.lead) == Self.rows.map { $0[2] })
        #expect(record.tasks.map(\.coordinating) == Self.rows.map { $0[3] })
    }

    @Test("the one column of bodies whose head says nothing is who leads, and told")
    func byContent() throws {
        var head = Self.head
        head[2] = "Nơi làm"
        let record = try Documents.appendix([head] + Self.rows)
        #expect(record.tasks.map(\.lead) == Self.rows.map { $0[2] })
        #expect(record.codes.contains(.uncertainColumn))
    }

    @Test("values separated by commas or semicolons, with groups, with and without numbers", arguments: [",", ";"])
    func separatedValues(sign: String) throws {
        let group = ["A. NHIỆM VỤ CHUNG", "", "", "", ""]
        let numbered = try Documents.appendix(lines: lines(Self.head, [group] + Self.rows, sign))
        #expect(numbered.tasks.map(\.number) == ["1", "2", "3"])
        #expect(numbered.tasks.map { $0.group?.label } == ["A", "A", "A"])
        let plain = try Documents.appendix(
            lines: lines(Array(Self.head.dropFirst()), Self.rows.map { Array($0.dropFirst()) }, sign))
        #expect(plain.tasks.map(\.task) == Self.rows.map { $0[1] })
    }

    @Test(
        "what a program prints over a table's width is no group",
        arguments: ["Trang 2/5", "2/5", "12/02/2024, 08:15", "KH_215_2024.docx", "vanthu_12/02/2024 08:15:30"])
    func marksInRows(mark: String) throws {
        let record = try html(
            [
                cells(Self.head), cells(Self.rows[0]), "<td colspan=5>\(mark)</td>", cells(Self.rows[1]),
                cells(Self.rows[2]),
            ])
        #expect(record.tasks.map(\.number) == ["1", "2", "3"])
        #expect(record.tasks.allSatisfy { $0.group == nil })
    }

    @Test("who made a table, in a cell over several columns below it, is nobody's words of the last row")
    func makers() throws {
        let record = try html(
            [cells(Self.head)] + Self.rows.map { cells($0) } + ["<td colspan=3></td><td colspan=2>NGƯỜI LẬP BIỂU</td>"])
        #expect(record.tasks[2].coordinating == Self.rows[2][3])
        #expect(record.tasks[2].lead == Self.rows[2][2])
    }

    @Test("procedures are no tasks")
    func procedures() throws {
        let record = try Documents.appendix(
            [["TT", "Tên thủ tục hành chính", "Lĩnh vực", "Cơ quan thực hiện", "Thời hạn giải quyết"]]
                + Self.rows.map { [$0[0], $0[1], "Xây dựng", $0[2], "05 ngày làm việc"] })
        #expect(record.tasks.isEmpty)
    }

    @Test("in aligned text a Roman number or a bracketed figure at the left edge of a cell ends the cell")
    func lastWords() throws {
        let text = """
            TT          Nhiệm vụ                        Chủ trì                 Phối hợp            Thời gian hoàn thành

            1         Triển khai mạng truyền            Sở Nội vụ              Sở Tài chính        Tháng 6/2024
                      số liệu dùng riêng cấp
                      II

            2         Phủ sóng tại trung tâm            Sở Nội vụ              Sở Tài chính        Quý IV/2024
                      các xã

            3         Tổng kết kế hoạch                 Sở Nội vụ              Sở Tài chính        Tháng 12/2024
            """
        let record = try Documents.appendix(lines: text)
        #expect(record.tasks.first?.task == "Triển khai mạng truyền số liệu dùng riêng cấp II")
        #expect(record.tasks.allSatisfy { $0.group == nil })
    }

    @Test("in aligned text a column of amounts holds nothing else")
    func amounts() throws {
        let text = """
            TT   Nhiệm vụ            Cơ quan chủ trì   Thời gian  Kinh phí
            1    Rà soát hồ sơ       Sở Nội vụ         Tháng 3,  10
                 tồn đọng                              4/2024
            2    Tập huấn về         Sở Tư pháp        Tháng     20
                 một cửa                               6/2024
            3    Khảo sát sự         Sở Nội vụ         Tháng     5
                 hài lòng                              9/2024
            """
        let record = try Documents.appendix(lines: text)
        #expect(record.tasks.map(\.funding) == ["10", "20", "5"])
        #expect(record.tasks.first?.deadline == "Tháng 3, 4/2024")
    }
}
