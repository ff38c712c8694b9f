import Testing
import VanBanModel

@testable import VanBanStructure

/// Columns are told by their heads and by their cells together.
@Suite("what columns hold")
struct ColumnAssignmentTests {
    private static let tasks = [
        "Xây dựng kho dữ liệu dùng chung", "Mở lớp tập huấn kỹ năng số", "Rà soát thủ tục hành chính",
    ]
    private static let bodies = ["Sở Nội vụ", "Sở Tư pháp", "Sở Y tế"]
    private static let times = ["30/6/2026", "Quý III/2026", "Tháng 11/2026"]
    private static let products = ["Báo cáo", "Kế hoạch", "Danh mục"]

    /// A table by its columns.
    private func record(_ columns: [(head: Elements.Cell, cells: [String])]) throws -> Record {
        let rows = Self.tasks.indices.map { row in columns.map { Elements.Cell(stringLiteral: $0.cells[row]) } }
        return try Elements.appendix([columns.map(\.head)] + rows)
    }

    private func roles(_ record: Record) -> [ColumnRole?] {
        record.parts.last?.tables.first?.columns.map(\.role) ?? []
    }

    @Test(
        "a noun before the word for a task makes it something else",
        arguments: [
            ("Mã nhiệm vụ", "Tên nhiệm vụ", ["NV.01", "NV.02", "NV.03"]),
            ("Số hiệu nhiệm vụ", "Tên công việc", ["01/NV", "02/NV", "03/NV"]),
            ("Ký hiệu", "Nhiệm vụ", ["A1", "A2", "B1"]),
            ("Nhóm nhiệm vụ", "Nhiệm vụ", ["Hạ tầng", "Nhân lực", "Thể chế"]),
            ("Lĩnh vực", "Nội dung", ["Cán bộ", "Tiền lương", "Đào tạo"]),
            ("Mục tiêu", "Nhiệm vụ", ["90% hồ sơ", "80% cán bộ", "Giảm 20%"]),
            ("Chỉ tiêu", "Nhiệm vụ", ["90%", "95%", "100%"]),
            (
                "Văn bản giao nhiệm vụ", "Nhiệm vụ được giao",
                ["Công văn số 12/UBND-KT", "Công văn số 13/UBND-KT", "Thông báo số 4/TB-UBND"]
            ),
            (
                "Nguồn giao nhiệm vụ", "Nội dung nhiệm vụ",
                ["Công văn số 12/UBND-KT", "Công văn số 13/UBND-KT", "Thông báo số 4/TB-UBND"]
            ),
            ("Căn cứ giao", "Nội dung công việc", ["Nghị quyết số 5", "Nghị quyết số 6", "Nghị quyết số 7"]),
        ])
    func nounBeforeTask(_ first: String, _ second: String, _ cells: [String]) throws {
        let record = try record([
            ("TT", ["1", "2", "3"]), (.init(first), cells), (.init(second), Self.tasks), ("Chủ trì", Self.bodies),
            ("Thời hạn", Self.times),
        ])
        #expect(roles(record) == [.number, nil, .task, .lead, .deadline])
        #expect(record.tasks.map(\.number) == ["1", "2", "3"])
        #expect(record.tasks.map(\.task) == Self.tasks)
        #expect(record.tasks.allSatisfy { $0.group == nil })
        #expect(record.tasks.map { $0.otherCells[first] } == cells)
        #expect(!record.codes.contains(.uncertainColumn))
    }

    @Test("of two columns of times the one that says when it is to be done")
    func twoTimes() throws {
        let progress = try record([
            ("TT", ["1", "2", "3"]), ("Nhiệm vụ", Self.tasks),
            ("Tiến độ hiện tại", ["Đã khởi công ngày 07/5/2026", "Đang làm", "Tháng 01/2026 đã xong"]),
            ("Chủ trì", Self.bodies), ("Thời hạn", Self.times),
        ])
        #expect(roles(progress) == [.number, .task, nil, .lead, .deadline])
        let empty = try record([
            ("TT", ["1", "2", "3"]), ("Nhiệm vụ", Self.tasks), ("Tiến độ (nếu có)", ["", "", ""]),
            ("Chủ trì", Self.bodies), ("Thời gian nhận", ["05/01/2026", "05/01/2026", "06/01/2026"]),
            ("Thời gian hoàn thành", Self.times),
        ])
        #expect(roles(empty) == [.number, .task, nil, .lead, nil, .deadline])
    }

    @Test("a head that promises two things is settled by the cells")
    func twoPromises() throws {
        func role(of cells: [String]) throws -> ColumnRole? {
            let record = try record([
                ("TT", ["1", "2", "3"]), ("Nhiệm vụ", Self.tasks), ("Chủ trì", Self.bodies),
                ("Thời gian, kết quả hoàn thành", cells),
            ])
            #expect(!record.codes.contains(.uncertainColumn))
            return roles(record)[3]
        }
        #expect(try role(of: Self.times) == .deadline)
        #expect(try role(of: Self.products) == .outputs)
        #expect(try role(of: ["Quý II/2026, báo cáo", "Tháng 6/2026; kế hoạch", "31/8/2026 - danh mục"]) == .deadline)
    }

    @Test("products go before results that are to be reached")
    func results() throws {
        let record = try record([
            ("TT", ["1", "2", "3"]), ("Nhiệm vụ", Self.tasks), ("Chủ trì", Self.bodies),
            ("Kết quả cần đạt (Định lượng)", ["100% hồ sơ", "90% cán bộ", "80% thủ tục"]),
            ("Sản phẩm đầu ra", Self.products),
        ])
        #expect(roles(record) == [.number, .task, .lead, nil, .outputs])
    }

    @Test(
        "numbers have heads in one language or two, broken or none",
        arguments: ["T T", "S TT", "TT No.", "Số", "", "#1"])
    func numberHeads(_ head: String) throws {
        let record = try record([
            (.init(head == "#1" ? "STT No" : head), ["1", "2", "3"]), ("Nhiệm vụ", Self.tasks),
            ("Chủ trì", Self.bodies),
            ("Thời hạn", Self.times),
        ])
        #expect(roles(record) == [.number, .task, .lead, .deadline])
        #expect(record.tasks.map(\.number) == ["1", "2", "3"])
    }

    @Test("the field's cells that hold for rows below make groups, numbered or not")
    func fields() throws {
        let merged = try Elements.appendix([
            ["TT", "Lĩnh vực", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
            ["1", "Đất đai", "Xây dựng kho dữ liệu", "Sở Nội vụ", "30/6/2026"],
            ["2", .covered, "Mở lớp tập huấn", "Sở Tư pháp", "31/7/2026"],
            ["3", "Y tế", "Rà soát thủ tục", "Sở Y tế", "31/8/2026"],
        ])
        #expect(roles(merged) == [.number, .group, .task, .lead, .deadline])
        #expect(merged.tasks.map(\.number) == ["1", "2", "3"])
        #expect(merged.tasks.map { $0.group?.title } == ["Đất đai", "Đất đai", "Y tế"])
        #expect(merged.tasks.allSatisfy { $0.group?.label == nil })
        let counted = try Elements.appendix([
            ["TT", "Nội dung", "Hoạt động", "Chủ trì", "Thời hạn"],
            ["1", "Đất đai", "Xây dựng kho dữ liệu", "Sở Nội vụ", "30/6/2026"],
            [.covered, .covered, "Mở lớp tập huấn", "Sở Tư pháp", "31/7/2026"],
        ])
        #expect(counted.tasks.map { $0.group?.label } == ["1", "1"])
    }

    @Test("columns without head and cells are none")
    func emptyColumns() throws {
        let record = try record([
            ("TT", ["1", "2", "3"]), ("Nhiệm vụ", Self.tasks), ("Chủ trì", Self.bodies), ("Thời hạn", Self.times),
            ("", ["", "", ""]), ("", ["", "", ""]),
        ])
        #expect(record.tasks.allSatisfy { $0.otherCells.headers.isEmpty })
    }

    @Test("comments and those who made them are no tasks")
    func comments() throws {
        let record = try record([
            ("STT", ["1", "2", "3"]), ("Nội dung góp ý", ["Đề nghị bổ sung nhiệm vụ", "Đề nghị giảm", "Đề nghị bỏ"]),
            ("Đơn vị góp ý", Self.bodies), ("Tiếp thu, giải trình", ["Tiếp thu", "Không tiếp thu", "Tiếp thu"]),
        ])
        #expect(record.tasks.isEmpty)
    }

    @Test("instruments to be amended are what is to be done, where somebody drafts them")
    func instruments() throws {
        let record = try record([
            ("STT", ["1", "2", "3"]),
            (
                "Các luật, nghị định cần sửa đổi",
                ["Luật Thử nghiệm số 1/2020/QH14", "Nghị định số 17/2025/NĐ-CP", "Nghị định số 61/2025/NĐ-CP"]
            ),
            ("Điều, khoản cần sửa đổi", ["Điều 5", "Khoản 2 Điều 7", "Khoản 5 Điều 32"]),
            ("Cơ quan chủ trì soạn thảo", ["Bộ Quốc phòng", "Bộ Nội vụ", "Bộ Y tế"]),
        ])
        #expect(roles(record) == [.number, .task, nil, .lead])
        #expect(record.tasks.count == 3)
    }

    @Test("heads that stand over other cells than they say are told with what these look like")
    func contradiction() throws {
        let record = try record([
            ("TT", ["1", "2", "3"]), ("Cơ quan chủ trì", Self.tasks), ("Nhiệm vụ", Self.bodies),
            ("Thời gian", Self.times),
        ])
        let doubt = try #require(record.diagnostic(.uncertainColumn))
        #expect(doubt.arguments == ["Nhiệm vụ", "task", "lead"])
        #expect(doubt.message == "The column “Nhiệm vụ” was read as the task; it may also be who leads.")
        #expect(
            doubt.text(in: .vietnamese).message
                == "Cột “Nhiệm vụ” được hiểu là nhiệm vụ; cũng có thể là cơ quan chủ trì.")
    }

    @Test("every row of the words of heads has a meaning that is read")
    func lexicon() {
        for row in CSVTable(PackageResources.column_heads_csv).rows {
            #expect(HeadLexicon.meaning(row["meaning"]) != nil, "\(row["phrase"])")
            #expect(Double(row["weight"]) != nil)
        }
    }
}
