import Testing
import VanBanModel

@testable import VanBanStructure

@Suite struct LookalikeTableTests {
    @Test(
        "a table that only looks like one of tasks gives none, and it is said",
        arguments: [
            [
                ["TT", "Đơn vị", "Thời gian kiểm tra", "Thành phần"], ["1", "Xã Chiềng Lao", "Ngày 05/5/2024", "Tổ 1"],
                ["2", "Xã Mường Bú", "Ngày 06/5/2024", "Tổ 2"],
            ],
            [
                ["TT", "Đơn vị", "Nội dung kiểm tra", "Thời gian kiểm tra", "Thành phần"],
                ["1", "Xã Chiềng Lao", "Kiểm tra công vụ", "Ngày 05/5/2024", "Tổ 1"],
                ["2", "Xã Mường Bú", "Kiểm tra công vụ", "Ngày 06/5/2024", "Tổ 2"],
            ],
            [
                ["Bước", "Nội dung công việc", "Trách nhiệm thực hiện", "Thời gian thực hiện"],
                ["B1", "Tiếp nhận hồ sơ", "Bộ phận Một cửa", "04 giờ"], ["B2", "Thẩm định", "Công chức", "0,5 ngày"],
            ],
            [
                ["TT", "Nội dung công việc", "Đơn vị", "Thời gian thực hiện"],
                ["1", "Tiếp nhận hồ sơ", "Bộ phận Một cửa", "04 giờ"], ["2", "Thẩm định", "Công chức", "8 giờ"],
            ],
            [
                ["TT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện", "Đơn vị chịu trách nhiệm"],
                ["1", "Tỷ lệ hồ sơ đúng hạn", "%", "95", "96,5", "Văn phòng"],
            ],
            [
                ["TT", "Nội dung chỉ tiêu", "ĐVT", "Kế hoạch 2024", "Đơn vị chủ trì"],
                ["1", "Tỷ lệ hồ sơ đúng hạn", "%", "95", "Văn phòng"], ["2", "Số lớp", "Lớp", "12", "Phòng Nội vụ"],
            ],
            [
                ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian", "Kết quả"], ["1", "…", "…", "....", "___"],
                ["2", "......", "", "", ""],
            ],
            [["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian", "Kết quả"], ["1", "", "", "", ""]],
            [
                ["TT", "Nội dung chi", "Đơn vị tính", "Số lượng", "Đơn giá", "Thành tiền"],
                ["1", "In tờ rơi", "Tờ", "1.000", "500", "500.000"],
            ],
            [
                ["TT", "Nội dung", "Đơn vị thực hiện", "Số lượng", "Đơn giá", "Thành tiền"],
                ["1", "In tờ rơi", "Phòng Nội vụ", "1.000", "500", "500.000"],
            ],
            [
                ["TT", "Đơn vị", "Điểm năm 2023", "Điểm năm 2024", "Xếp hạng"],
                ["1", "Xã Chiềng Lao", "80,5", "85,1", "1"],
            ],
            [
                ["TT", "Họ và tên", "Chức vụ", "Đơn vị", "Điện thoại"],
                ["1", "Lò Văn Minh", "Chủ tịch", "UBND xã Mường Bú", "0912345678"],
            ],
            [
                ["TT", "Họ và tên", "Chức vụ", "Đơn vị", "Nhiệm vụ"],
                ["1", "Lò Văn Minh", "Chủ tịch", "UBND xã Mường Bú", "Trưởng ban"],
            ],
        ])
    func lookalikes(_ rows: [[String]]) throws {
        let tabbed = try Documents.appendix(rows)
        let piped = try Documents.appendix(
            lines: rows.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n"))
        for record in [tabbed, piped] {
            #expect(record.tasks.isEmpty)
            #expect(record.parts.last?.tables.count == 1)
            #expect(record.codes.contains(.tableWithoutTasks))
        }
    }

    @Test(
        "a table of tasks under an unusual header stays one",
        arguments: [
            [
                ["Nội dung", "Đơn vị thực hiện", "Thời gian"], ["Kiểm tra công vụ", "Phòng Nội vụ", "Quý II/2024"],
                ["Mở lớp tập huấn", "Phòng Nội vụ", "Quý III/2024"],
            ],
            [
                ["TT", "Nội dung công việc", "Phân công thực hiện", "Thời gian"],
                ["1", "Kiểm tra công vụ", "Phòng Nội vụ", "05 ngày làm việc kể từ ngày ban hành Kế hoạch"],
                ["2", "Mở lớp tập huấn", "Phòng Nội vụ", "Quý III/2024"],
            ],
            [
                ["TT", "Nhiệm vụ", "Điểm", "Cơ quan chủ trì", "Thời gian hoàn thành"],
                ["1", "Kiểm tra công vụ", "0,5", "Phòng Nội vụ", "Quý II/2024"],
                ["2", "Mở lớp tập huấn", "1", "Phòng Nội vụ", "Quý III/2024"],
            ],
            [
                ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian", "Địa điểm"],
                ["1", "Kiểm tra công vụ", "Phòng Nội vụ", "Quý II/2024", "Huyện"],
                ["2", "Mở lớp tập huấn", "Phòng Nội vụ", "Quý III/2024", "Xã"],
            ],
        ])
    func unusual(_ rows: [[String]]) throws {
        let record = try Documents.appendix(rows)
        #expect(record.tasks.count == 2)
        #expect(!record.codes.contains(.tableWithoutTasks))
        #expect(!record.codes.contains(.uncertainTaskTable))
    }

    @Test("where it is uncertain, both readings are told")
    func uncertain() throws {
        let targets = try Documents.appendix([
            ["TT", "Nhiệm vụ", "ĐVT", "Kế hoạch", "Cơ quan chủ trì", "Thời gian"],
            ["1", "Mở lớp tập huấn", "Lớp", "12", "Phòng Nội vụ", "Quý II/2024"],
            ["2", "Kiểm tra công vụ", "Cuộc", "5", "Phòng Nội vụ", "Quý III/2024"],
        ])
        #expect(targets.tasks.count == 2)
        #expect(targets.diagnostic(.uncertainTaskTable)?.arguments.dropFirst() == ["2", "0"])
        let program = try Documents.appendix([
            ["STT", "Việc cần làm trong năm", "Nơi lo", "Bao giờ xong"],
            ["1", "Kiểm tra công vụ tại các xã", "Phòng Nội vụ", "Quý II/2024"],
            ["2", "Mở lớp tập huấn cho công chức", "Phòng Nội vụ", "Quý III/2024"],
        ])
        #expect(program.tasks.isEmpty)
        #expect(program.diagnostic(.uncertainTaskTable)?.arguments.dropFirst() == ["0", "2"])
        #expect(program.codes.contains(.tableWithoutTasks))
    }
}
