import Testing
import VanBanModel

@testable import VanBanStructure

@Suite("heads of several rows, second numbers, rows over others")
struct HeadRowTests {
    private static let spanned: [[Elements.Cell]] = [
        [.init("Stt", columns: 2), "Nhiệm vụ", .init("Cơ quan thực hiện", columns: 2), "Thời hạn"],
        ["TT", "Chi tiết", .covered, "Chủ trì", "Phối hợp", .covered],
    ]

    @Test("a head of two rows is a head again where it is repeated, in one table and in the next")
    func repeated() throws {
        let first: [[Elements.Cell]] = [
            ["1", "a)", "Dữ liệu đất đai", "Sở Xây dựng", "Sở Nội vụ", "30/8/2026"],
            ["2", "b)", "Dữ liệu y tế", "Sở Y tế", "Sở Nội vụ", "30/8/2026"],
        ]
        let last: [[Elements.Cell]] = [["3", "c)", "Dữ liệu giáo dục", "Sở Nội vụ", "Sở Y tế", "30/9/2026"]]
        for record in [
            try Elements.appendix(Self.spanned + first + Self.spanned + last),
            try Elements.appendix(Self.spanned + first, Self.spanned + last),
        ] {
            #expect(record.tasks.map(\.number) == ["1", "2", "3"])
            #expect(record.tasks.map(\.lead) == ["Sở Xây dựng", "Sở Y tế", "Sở Nội vụ"])
            #expect(record.tasks.map(\.coordinating) == ["Sở Nội vụ", "Sở Nội vụ", "Sở Y tế"])
            #expect(record.tasks.map { $0.otherCells["Chi tiết"] } == ["a)", "b)", "c)"])
            #expect(record.coverage.unaccounted == 0)
        }
    }

    @Test(
        "a number's head may be written with signs, in a table of two rows, too",
        arguments: ["S.T.T", "T.T", "T/T", "#", "№", "TT (1)", "Sô TT"])
    func numberHeads(head: String) throws {
        let record = try Elements.appendix([
            [.init(head), "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn"],
            ["1", "Dữ liệu đất đai", "Sở Xây dựng", "Sở Nội vụ", "30/8/2026"],
            ["2", "Dữ liệu y tế", "Sở Y tế", "Sở Nội vụ", "30/8/2026"],
        ])
        #expect(record.tasks.map(\.number) == ["1", "2"])
    }

    @Test("one column for who leads and who helps, by what its head says")
    func sharedColumns() throws {
        let rows: [[Elements.Cell]] = [["1", "Rà soát thủ tục", "Phòng Kinh tế (Công an xã)", "30/8/2026"]]
        let bracketed = try Elements.appendix(
            [["TT", "Nhiệm vụ", "Đơn vị chủ trì (phối hợp)", "Thời hạn"]] + rows)
        #expect(bracketed.tasks.map { $0.leadAgencies.map(\.text) } == [["Phòng Kinh tế"]])
        #expect(bracketed.tasks.map { $0.coordinatingAgencies.map(\.text) } == [["Công an xã"]])
        let labelled = try Elements.appendix([
            ["TT", "Nhiệm vụ", "Đơn vị thực hiện/phối hợp", "Thời hạn"],
            ["1", "Rà soát thủ tục", "Chủ trì: Phòng Kinh tế; phối hợp: Công an xã", "30/8/2026"],
        ])
        #expect(labelled.tasks.map { $0.leadAgencies.map(\.text) } == [["Phòng Kinh tế"]])
        #expect(labelled.tasks.map { $0.coordinatingAgencies.map(\.text) } == [["Công an xã"]])
    }

    @Test("a Roman row with a time for all of its rows is their group")
    func groupsWithTimes() throws {
        let record = try Elements.appendix([
            ["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn"],
            ["I", "Cải cách thể chế", "", "", "2026 - 2027"],
            ["1", "Rà soát văn bản", "Phòng Kinh tế", "Công an xã", "Quý I/2026"],
            ["II", "Cải cách thủ tục", "", "", "2026 - 2027"],
            ["2", "Niêm yết thủ tục", "Phòng Kinh tế", "Công an xã", "Quý II/2026"],
        ])
        #expect(record.tasks.map { $0.group?.title } == ["Cải cách thể chế", "Cải cách thủ tục"])
    }

    @Test("a row whose second number stands over those below it is their group, whatever else it holds")
    func parents() throws {
        let record = try Elements.appendix([
            ["TT", "Mục", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
            ["", "1", "Làm sạch dữ liệu:", "", "Theo thời hạn cụ thể sau đây"],
            ["1", "a)", "Dữ liệu đất đai", "Sở Xây dựng", "30/8/2026"],
            ["2", "b)", "Dữ liệu y tế", "Sở Y tế", "30/8/2026"],
            ["", "2", "Hoàn thiện bản đồ", "Sở Nội vụ", "Năm 2026"],
            ["3", "a)", "Thửa đất đã đo", "Sở Nội vụ", "30/7/2026"], ["4", "3", "Tổng kết", "Sở Nội vụ", "30/12/2026"],
        ])
        #expect(record.tasks.map(\.number) == ["1", "2", "3", "4"])
        #expect(
            record.tasks.map { $0.group?.title } == [
                "Làm sạch dữ liệu:", "Làm sạch dữ liệu:", "Hoàn thiện bản đồ", nil,
            ])
        #expect(record.tasks.map { $0.group?.label } == ["1", "1", "2", nil])
    }

    @Test("a group row with a code is a group, and a row with nothing but a code for a number lacks none")
    func codes() throws {
        let record = try Elements.appendix([
            ["STT", "Mã nhiệm vụ", "Tên nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"], ["I", "NV", "Hạ tầng số", "", ""],
            ["", "NV.01", "Xây dựng kho dữ liệu", "Sở Nội vụ", "30/6/2026"],
            ["1", "NV.02", "Mở lớp tập huấn", "Sở Tư pháp", "31/7/2026"],
        ])
        #expect(record.tasks.map { $0.group?.title } == ["Hạ tầng số", "Hạ tầng số"])
        #expect(record.tasks.map(\.number) == [nil, "1"])
        #expect(!record.codes.contains(.missingRowNumber))
    }

    @Test("a number that is merged over rows is not repeated")
    func mergedNumber() throws {
        let record = try Elements.appendix([
            ["TT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Thời hạn"],
            ["1", "Lập kế hoạch", "Kế hoạch", "Sở Y tế", "Quý I/2026"],
            ["2", "Kiểm tra công vụ", "Kế hoạch kiểm tra", "Sở Y tế", "Quý II/2026"],
            [.covered, .covered, "Báo cáo kiểm tra", "Sở Y tế", "Quý III/2026"],
        ])
        #expect(record.tasks.map(\.number) == ["1", "2", "2"])
        #expect(!record.codes.contains(.rowNumberingRepeat))
    }

    @Test("a row without number, lead and deadline goes on with a task that stops in the middle")
    func cutRows() throws {
        let record = try Documents.appendix(
            lines: """
                | TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn |
                |---|---|---|---|---|
                | **I** | **Nhận thức** | | | |
                | 1 | Liên thông sổ khám bệnh; | Sở Y tế | Công an tỉnh | Quý I/2026 |
                |  | Kết quả xét nghiệm được khai thác | | | |
                | 2 | Đo chuẩn đầu ra của | Sở Nội vụ | | Quý II/2026 |
                |  | CTĐT ở thời điểm tốt nghiệp | | | |
                | **II** | **Nhân lực** | | | năm tiếp theo |
                | 3 | Mở lớp tập huấn | Sở Nội vụ | Sở Y tế | Quý III/2026 |
                """)
        #expect(
            record.tasks.map(\.task) == [
                "Liên thông sổ khám bệnh; Kết quả xét nghiệm được khai thác",
                "Đo chuẩn đầu ra của CTĐT ở thời điểm tốt nghiệp", "Mở lớp tập huấn",
            ])
        #expect(record.tasks.map { $0.group?.title } == ["Nhận thức", "Nhận thức", "Nhân lực"])
    }
}
