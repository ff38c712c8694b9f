import Testing
import VanBanModel

@testable import VanBanStructure

@Suite struct TabTableTests {
    private static func row(_ number: String, _ task: String) -> [String] {
        [number, task, "Báo cáo", "Phòng Nội vụ", "Các xã", "Quý II/2024"]
    }

    @Test("each row is a task with its cells in their fields")
    func plain() throws {
        let record = try Documents.tasks(Self.row("1", "Kiểm tra công vụ"), Self.row("2", "Rà soát thủ tục"))
        #expect(record.tasks.map(\.number) == ["1", "2"])
        #expect(record.tasks.map(\.sequence) == [1, 2])
        #expect(record.tasks.map(\.task) == ["Kiểm tra công vụ", "Rà soát thủ tục"])
        #expect(record.tasks.first?.outputs == "Báo cáo")
        #expect(record.tasks.first?.lead == "Phòng Nội vụ")
        #expect(record.tasks.first?.coordinating == "Các xã")
        #expect(record.tasks.first?.deadline == "Quý II/2024")
        #expect(record.tasks.allSatisfy { $0.part == "part-2" && $0.table == "table-1" && $0.group == nil })
        #expect(record.parts.last?.tables.first?.rows.count == 2)
    }

    @Test("a row of a Roman number and a title opens a group")
    func romanGroups() throws {
        let record = try Documents.tasks(
            ["I", "Tuyên truyền", "", "", "", ""], Self.row("1", "Phát tờ rơi"), Self.row("2", "Mở lớp"),
            ["II", "Kiểm tra"], Self.row("1", "Kiểm tra công vụ"))
        #expect(record.tasks.map { $0.group?.label } == ["I", "I", "II"])
        #expect(record.tasks.map { $0.group?.title } == ["Tuyên truyền", "Tuyên truyền", "Kiểm tra"])
        #expect(record.tasks.map(\.number) == ["1", "2", "1"])
        #expect(!record.codes.contains(.rowNumberingRepeat))
    }

    @Test("a row of a letter and a title opens a group")
    func letterGroups() throws {
        let record = try Documents.tasks(
            ["A", "Tuyên truyền", "", "", "", ""], Self.row("1", "Phát tờ rơi"), ["B", "Kiểm tra", "", "", "", ""],
            Self.row("2", "Kiểm tra công vụ"))
        #expect(record.tasks.map { $0.group?.label } == ["A", "B"])
    }

    @Test(
        "one merged cell with a label and a title opens a group",
        arguments: ["I. Tuyên truyền", "I. Tuyên truyền\t\t\t\t\t"])
    func mergedGroup(_ cell: String) throws {
        let record = try Documents.tasks([cell], Self.row("1", "Phát tờ rơi"))
        #expect(record.tasks.map { $0.group?.label } == ["I"])
        #expect(record.tasks.map { $0.group?.title } == ["Tuyên truyền"])
    }

    @Test("a numbered title above rows of letters opens a group")
    func numberedGroups() throws {
        let record = try Documents.tasks(
            ["1", "Tuyên truyền", "", "", "", ""], Self.row("a", "Phát tờ rơi"), Self.row("b", "Mở lớp"),
            ["2", "Kiểm tra", "", "", "", ""], Self.row("a", "Kiểm tra công vụ"))
        #expect(record.tasks.map { $0.group?.label } == ["1", "1", "2"])
        #expect(record.tasks.map(\.number) == ["a", "b", "a"])
    }

    @Test("a header that a page break repeated is no task")
    func repeatedHeader() throws {
        let header = ["TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"]
        let record = try Documents.tasks(Self.row("1", "Kiểm tra công vụ"), header, Self.row("2", "Rà soát thủ tục"))
        #expect(record.tasks.map(\.number) == ["1", "2"])
        #expect(record.codes.contains(.repeatedHeader))
        #expect(record.parts.last?.tables.count == 1)
    }

    @Test(
        "a row that numbers the columns is no task",
        arguments: [["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"], ["1", "2", "3", "4", "5", "6"]])
    func columnNumbers(_ numbers: [String]) throws {
        let record = try Documents.tasks(numbers, Self.row("1", "Kiểm tra công vụ"))
        #expect(record.tasks.map(\.task) == ["Kiểm tra công vụ"])
        #expect(record.parts.last?.tables.first?.rows.count == 1)
        #expect(record.coverage.furniture > 0)
    }

    @Test("a row that a page break cut is one task, joined cell by cell")
    func cutRow() throws {
        let record = try Documents.tasks(
            [
                "1", "Kiểm tra việc chấp hành kỷ luật của", "Báo cáo kết quả", "Phòng Nội vụ", "Các xã,",
                "6 tháng (trước",
            ],
            ["", "cán bộ, công chức", "kiểm tra", "", "thị trấn", "30/6)"], Self.row("2", "Rà soát thủ tục"))
        #expect(record.tasks.map(\.number) == ["1", "2"])
        #expect(record.tasks.first?.task == "Kiểm tra việc chấp hành kỷ luật của cán bộ, công chức")
        #expect(record.tasks.first?.outputs == "Báo cáo kết quả kiểm tra")
        #expect(record.tasks.first?.coordinating == "Các xã, thị trấn")
        #expect(record.tasks.first?.deadline == "6 tháng (trước 30/6)")
        #expect(record.diagnostic(.joinedRow)?.arguments == ["1"])
    }

    @Test("a row cut at a repeated header is one task")
    func cutRowAtHeader() throws {
        let header = ["TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"]
        let record = try Documents.tasks(
            ["1", "Kiểm tra việc chấp hành kỷ luật của", "Báo cáo", "Phòng Nội vụ", "", "Quý II"], header,
            ["", "cán bộ, công chức", "", "", "", ""], Self.row("2", "Rà soát thủ tục"))
        #expect(
            record.tasks.map(\.task) == ["Kiểm tra việc chấp hành kỷ luật của cán bộ, công chức", "Rà soát thủ tục"])
    }

    @Test("a cell broken over lines is one cell")
    func brokenCell() throws {
        let record = try Documents.tasks(
            ["1", "Kiểm tra công vụ", "Báo cáo", "Phòng Nội vụ", "Các xã", "Quý II và\nquý IV"],
            Self.row("2", "Rà soát"))
        #expect(record.tasks.first?.deadline == "Quý II và quý IV")
        #expect(record.tasks.count == 2)
    }

    @Test("a whole row without a number is a task without one, and that is said")
    func withoutNumber() throws {
        let record = try Documents.tasks(Self.row("1", "Kiểm tra công vụ."), Self.row("", "Rà soát thủ tục."))
        #expect(record.tasks.map(\.number) == ["1", nil])
        #expect(record.codes.contains(.missingRowNumber))
    }

    @Test("a number inside the task's cell is the task's number")
    func numberInCell() throws {
        let record = try Documents.appendix([
            ["Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Thời gian"],
            ["1.1. Kiểm tra công vụ", "Báo cáo", "Phòng Nội vụ", "Quý II/2024"],
            ["1.2. Rà soát thủ tục", "Báo cáo", "Phòng Tư pháp", "Quý III/2024"],
        ])
        #expect(record.tasks.map(\.number) == ["1.1", "1.2"])
        #expect(record.tasks.map(\.task) == ["Kiểm tra công vụ", "Rà soát thủ tục"])
    }

    @Test("a row with more cells than columns is ragged and loses nothing")
    func tooManyCells() throws {
        let record = try Documents.tasks(Self.row("1", "Kiểm tra công vụ") + ["Đợt 1"])
        #expect(record.tasks.count == 1)
        #expect(record.diagnostic(.raggedRow)?.arguments == ["1", "7", "6"])
        #expect(record.tasks.first?.deadline == "Quý II/2024 Đợt 1")
        #expect(record.coverage.unaccounted == 0)
    }

    @Test("a row with fewer cells than columns is ragged, its last cells empty")
    func tooFewCells() throws {
        let record = try Documents.tasks(
            ["1", "Kiểm tra công vụ", "Báo cáo", "Phòng Nội vụ"], Self.row("2", "Rà soát"))
        #expect(record.tasks.first?.lead == "Phòng Nội vụ")
        #expect(record.tasks.first?.deadline == "")
        #expect(record.diagnostic(.raggedRow)?.arguments == ["1", "4", "6"])
    }

    @Test("a ragged row is called by the number that its task's cell begins with")
    func raggedByTask() throws {
        let record = try Documents.tasks(
            ["1", "1.1. Kiểm tra công vụ", "Báo cáo", "Phòng Nội vụ", "Các xã", "Quý II/2024"],
            ["", "1.2. Rà soát thủ tục", "Báo cáo", "Phòng Tư pháp", "Các xã"])
        #expect(record.diagnostic(.raggedRow)?.arguments.first == "1.2")
    }

    @Test("a table of prices is a table and gives no tasks")
    func prices() throws {
        let record = try Documents.appendix([
            ["STT", "Tên hàng", "Đơn vị tính", "Số lượng", "Đơn giá"], ["1", "Giấy A4", "ram", "20", "70.000"],
            ["2", "Bút bi", "hộp", "5", "60.000"],
        ])
        #expect(record.tasks.isEmpty)
        #expect(record.parts.last?.tables.first?.rows.count == 3 || record.parts.last?.tables.first?.rows.count == 2)
        #expect(record.parts.last?.tables.first?.rows.last?.map(\.text) == ["2", "Bút bi", "hộp", "5", "60.000"])
        #expect(record.codes.contains(.tableWithoutTasks))
        #expect(record.coverage.unaccounted == 0)
    }

    @Test("cells say where they stand in the source")
    func cellLocations() throws {
        let text =
            "KẾ HOẠCH\nCông tác thử năm 2024\n\nTT\tNhiệm vụ\tCơ quan chủ trì\tThời gian\n1\tKiểm tra\tPhòng Nội vụ\tQuý II\n"
        let record = try Documents.record(of: text)
        let cell = try #require(record.parts.first?.tables.first?.rows.first?[2])
        let place = try #require(cell.location)
        #expect(cell.text == "Phòng Nội vụ")
        #expect(String(decoding: Array(text.utf8)[place.start..<place.end], as: UTF8.self) == "Phòng Nội vụ")
        #expect(place.line == 5)
    }

    @Test("tables of two appendices are numbered on, and so are their tasks")
    func twoTables() throws {
        let table = "TT\tNhiệm vụ\tCơ quan chủ trì\tThời gian\n1\tKiểm tra\tPhòng Nội vụ\tQuý II/2024"
        let record = try Documents.record(
            of:
                "KẾ HOẠCH\nCông tác thử năm 2024\n\n1. Mục đích.\n\nPHỤ LỤC I\nVIỆC MỘT\n\n\(table)\n\nPHỤ LỤC II\nVIỆC HAI\n\n\(table)\n"
        )
        #expect(record.tasks.map(\.id) == ["task-1", "task-2"])
        #expect(record.tasks.map(\.table) == ["table-1", "table-2"])
        #expect(record.tasks.map(\.part) == ["part-2", "part-3"])
        #expect(!record.codes.contains(.rowNumberingRepeat))
    }

    @Test("a cell's paragraphs on lines of their own are one cell")
    func paragraphsOnLines() throws {
        let record = try Documents.appendix([
            ["TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Thời gian"],
            [
                "1", "Kiểm tra công vụ:\n- Theo kế hoạch;\n- Đột xuất.", "Kế hoạch kiểm tra;\nThông báo kết luận",
                "Phòng Nội vụ", "Quý II/2024",
            ],
            ["2", "Rà soát thủ tục", "Báo cáo", "Phòng Tư pháp", "Quý III/2024"],
        ])
        #expect(record.tasks.map(\.task) == ["Kiểm tra công vụ: - Theo kế hoạch; - Đột xuất.", "Rà soát thủ tục"])
        #expect(record.tasks.first?.outputItems == ["Kế hoạch kiểm tra", "Thông báo kết luận"])
        #expect(record.tasks.map(\.number) == ["1", "2"])
    }
}
