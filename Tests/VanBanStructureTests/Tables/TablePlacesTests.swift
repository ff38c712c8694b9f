import Testing
import VanBanModel

@testable import VanBanStructure

/// Where tables stand and how they go on, in each form of writing them.
@Suite struct TablePlacesTests {
    enum Form: CaseIterable { case tabs, pipes, drawn }

    private static let header = ["TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Thời gian"]

    private static func row(_ number: Int) -> [String] {
        [String(number), "Nhiệm vụ số \(number)", "Báo cáo", "Phòng Nội vụ", "Quý II/2024"]
    }

    private static func written(_ rows: [[String]], _ form: Form) -> String {
        switch form {
        case .tabs: return rows.map { $0.joined(separator: "\t") }.joined(separator: "\n")
        case .pipes: return rows.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
        case .drawn:
            let count = rows.map(\.count).max() ?? 0
            let widths = (0..<count).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
            let rule = "+" + widths.map { String(repeating: "-", count: $0 + 2) + "+" }.joined()
            let lines = rows.map { row in
                "|"
                    + widths.indices.map { column in
                        let cell = column < row.count ? row[column] : ""
                        return " " + cell + String(repeating: " ", count: widths[column] - cell.count) + " |"
                    }.joined()
            }
            return rule + "\n" + lines.joined(separator: "\n" + rule + "\n") + "\n" + rule
        }
    }

    private static func record(_ text: String) throws -> Record {
        let converted = try Documents.converted(text)
        #expect(Account.faults(of: converted, bytes: Array(text.utf8)).isEmpty)
        return converted.record
    }

    @Test("every appendix has its own tables, and tasks are counted through", arguments: Form.allCases)
    func appendices(_ form: Form) throws {
        let record = try Self.record(
            """
            KẾ HOẠCH
            Thực hiện công tác thử năm 2024

            I. MỤC ĐÍCH

            Nâng cao kết quả công tác.

            PHỤ LỤC I
            DANH MỤC NHIỆM VỤ

            \(Self.written([Self.header, Self.row(1), Self.row(2)], form))

            PHỤ LỤC II
            DANH MỤC NHIỆM VỤ CỦA CÁC XÃ

            \(Self.written([Self.header, Self.row(1)], form))

            Các xã còn lại:

            \(Self.written([Self.header, Self.row(1)], form))
            """)
        #expect(record.tasks.map(\.part) == ["part-2", "part-2", "part-3", "part-3"])
        #expect(record.tasks.map(\.table) == ["table-1", "table-1", "table-2", "table-3"])
        #expect(record.tasks.map(\.sequence) == [1, 2, 3, 4])
    }

    @Test("a table may stand between the paragraphs of an article", arguments: Form.allCases)
    func inArticle(_ form: Form) throws {
        let decision = Documents.decision().replacing(
            "\n\nĐiều 2.",
            with: "\n\nDanh mục nhiệm vụ như sau:\n\n\(Self.written([Self.header, Self.row(1)], form))\n\n"
                + "Các xã báo cáo kết quả trước ngày 15 hằng tháng.\n\nĐiều 2.")
        let record = try Self.record(decision)
        #expect(record.tasks.map(\.part) == ["part-1"])
        #expect(
            record.outline.compactMap(\.label) == ["Điều 1", "Điều 2"]
                || record.outline.compactMap(\.label) == ["1", "2"])
        #expect(record.parts.first?.signature?.name == "Lò Văn Minh")
    }

    @Test("a row of a number, a title and empty cells opens a group", arguments: Form.allCases)
    func unmergedGroup(_ form: Form) throws {
        let record = try Documents.appendix(
            lines: Self.written(
                [
                    Self.header, ["I", "Tuyên truyền", "", "", ""], Self.row(1), ["II", "Kiểm tra", "", "", ""],
                    Self.row(2),
                ],
                form))
        #expect(record.tasks.map { $0.group?.label } == ["I", "II"])
        #expect(record.tasks.map { $0.group?.title } == ["Tuyên truyền", "Kiểm tra"])
    }

    @Test("rows below a paragraph go on with the columns above it", arguments: Form.allCases)
    func goesOn(_ form: Form) throws {
        let record = try Documents.appendix(
            lines: Self.written([Self.header, Self.row(1), Self.row(2)], form)
                + "\n\nCác nhiệm vụ sau đây thực hiện khi có kinh phí:\n\n"
                + Self.written([Self.row(3), Self.row(4)], form))
        #expect(record.tasks.map(\.number) == ["1", "2", "3", "4"])
        #expect(record.tasks.allSatisfy { $0.lead == "Phòng Nội vụ" && $0.deadline == "Quý II/2024" })
    }

    @Test("rows on the next page go on without their header", arguments: Form.allCases)
    func nextPage(_ form: Form) throws {
        let record = try Documents.appendix(
            lines: Self.written([Self.header, Self.row(1), Self.row(2)], form) + "\n\u{0C}"
                + Self.written([Self.row(3), Self.row(4)], form))
        #expect(record.tasks.map(\.number) == ["1", "2", "3", "4"])
        #expect(record.tasks.allSatisfy { $0.lead == "Phòng Nội vụ" })
    }

    @Test("two header rows are one header", arguments: Form.allCases)
    func twoHeaderRows(_ form: Form) throws {
        let record = try Documents.appendix(
            lines: Self.written(
                [
                    ["TT", "Nhiệm vụ", "Phân công", "", "Thời gian"], ["", "", "Chủ trì", "Phối hợp", ""],
                    ["1", "Kiểm tra công vụ", "Phòng Nội vụ", "Các xã", "Quý II/2024"],
                ], form))
        #expect(record.tasks.map(\.lead) == ["Phòng Nội vụ"])
        #expect(record.tasks.map(\.coordinating) == ["Các xã"])
        #expect(record.tasks.map(\.number) == ["1"])
    }
}
