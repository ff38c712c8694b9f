import Testing
import VanBanModel

@testable import VanBanStructure

@Suite("Tables whose cells the source delimits")
struct GridTableTests {
    private static let header: [Elements.Cell] = [
        "TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian",
    ]

    @Test("each row is a task, and a cell's paragraphs are one text and several outputs")
    func plain() throws {
        let record = try Elements.appendix([
            Self.header,
            [
                "1", "Kiểm tra công vụ", .init("- Kế hoạch", "- Báo cáo"), "Sở Nội vụ", "Các sở, ban, ngành",
                "Quý II/2024",
            ],
        ])
        #expect(record.tasks.map(\.outputs) == ["- Kế hoạch - Báo cáo"])
        #expect(record.tasks.first?.outputItems == ["Kế hoạch", "Báo cáo"])
        #expect(record.source.tables == [TableReading(table: "table-1", layout: .grid, confidence: 1)])
        #expect(record.coverage.unaccounted == 0)
    }

    @Test("a cell merged over rows counts for each of them, and is there once in the coverage")
    func rowSpan() throws {
        let record = try Elements.appendix([
            Self.header,
            ["1", "Mở lớp", "Lớp học", "Sở Nội vụ", "Sở Tài chính", "Quý II/2024"],
            ["2", "Phát tờ rơi", "Tờ rơi", .covered, .covered, "Quý III/2024"],
        ])
        #expect(record.tasks.map(\.lead) == ["Sở Nội vụ", "Sở Nội vụ"])
        #expect(record.tasks.map { $0.coordinatingAgencies.map(\.text) } == [["Sở Tài chính"], ["Sở Tài chính"]])
        #expect(record.parts.last?.tables.first?.rows[0].map(\.rowSpan) == [1, 1, 1, 2, 2, 1])
        #expect(record.coverage.unaccounted == 0)
    }

    @Test("a row in one wide cell is a group, and so is a number beside a title as wide as the rest")
    func groups() throws {
        let record = try Elements.appendix([
            Self.header,
            [.init("I. Tuyên truyền", columns: 6)],
            ["1", "Mở lớp", "Lớp học", "Sở Nội vụ", "", "Quý II/2024"],
            ["2", .init("Kiểm tra", columns: 5)],
            ["3", "Kiểm tra công vụ", "Báo cáo", "Thanh tra tỉnh", "", "Quý III/2024"],
        ])
        #expect(record.tasks.map { $0.group?.label } == ["I", "2"])
        #expect(record.tasks.map { $0.group?.title } == ["Tuyên truyền", "Kiểm tra"])
        #expect(record.tasks.map(\.number) == ["1", "3"])
    }

    @Test("a head over two columns has their heads below it")
    func twoHeaderRows() throws {
        let record = try Elements.appendix([
            ["TT", "Nhiệm vụ", .init("Phân công thực hiện", columns: 2), "Thời gian"],
            [.covered, .covered, "Cơ quan chủ trì", "Cơ quan phối hợp", .covered],
            ["1", "Mở lớp", "Sở Nội vụ", "Sở Tài chính", "Quý II/2024"],
        ])
        let table = try #require(record.parts.last?.tables.first)
        #expect(table.columns.map(\.role) == [.number, .task, .lead, .coordinating, .deadline])
        #expect(table.spanningHeaders == ["Phân công thực hiện"])
        #expect(record.tasks.map(\.coordinating) == ["Sở Tài chính"])
    }

    @Test("a table cut by hand goes on in the next, with or without its header, and a row cut with it is one task")
    func cutByHand() throws {
        let record = try Elements.appendix(
            [Self.header, ["1", "Mở lớp cho", "Lớp học", "Sở Nội vụ", "", "Quý II/2024"]],
            [["", "công chức cấp xã", "", "", "", ""], ["2", "Phát tờ rơi", "Tờ rơi", "Sở Y tế", "", "Quý I/2024"]],
            [Self.header, ["3", "Kiểm tra", "Báo cáo", "Thanh tra tỉnh", "", "Năm 2024"]])
        #expect(record.tasks.map(\.task) == ["Mở lớp cho công chức cấp xã", "Phát tờ rơi", "Kiểm tra"])
        #expect(record.parts.last?.tables.count == 1)
        #expect(record.codes.contains(.joinedRow))
        #expect(record.codes.contains(.repeatedHeader))
    }

    @Test("two tables with headers of their own are two")
    func twoTables() throws {
        let record = try Elements.appendix(
            [Self.header, ["1", "Mở lớp", "Lớp học", "Sở Nội vụ", "", "Quý II/2024"]],
            [["TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch"], ["1", "Tỷ lệ hồ sơ", "%", "95"]])
        #expect(record.tasks.count == 1)
        #expect(record.parts.last?.tables.count == 2)
    }

    @Test("the letterhead and the recipients beside the signature are no tables")
    func layoutTables() throws {
        var elements = Elements()
        elements.table([
            [
                .init("ỦY BAN NHÂN DÂN", "TỈNH PHÚ THỌ"),
                .init("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
            ],
            ["Số: 12/QĐ-UBND", "Phú Thọ, ngày 05 tháng 3 năm 2024"],
        ])
        for line in [
            "QUYẾT ĐỊNH", "Ban hành Kế hoạch kiểm tra công vụ năm 2024", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH",
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;", "QUYẾT ĐỊNH:",
            "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch kiểm tra công vụ năm 2024.",
        ] {
            elements.paragraph(line)
        }
        elements.table([
            [
                .init("Nơi nhận:", "- Như Điều 1;", "- Lưu: VT."),
                .init("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Minh Quân"),
            ]
        ])
        let record = try elements.record()
        let part = try #require(record.parts.first)
        #expect(part.tables.isEmpty)
        #expect(part.letterhead == ["ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ"])
        #expect(part.number == "12/QĐ-UBND")
        #expect(part.issuedOn == CalendarDate(year: 2024, month: 3, day: 5))
        #expect(part.recipients == ["Như Điều 1", "Lưu: VT"])
        #expect(part.signature?.position == "PHÓ CHỦ TỊCH")
        #expect(part.signature?.name == "Nguyễn Minh Quân")
        #expect(record.coverage.unaccounted == 0)
    }

    @Test("a ministry's name over two lines of a letterhead's cell is one name")
    func nameOverLines() throws {
        var elements = Elements()
        elements.table([
            [
                .init("BỘ VĂN HÓA, THỂ THAO", "VÀ DU LỊCH", "-------"),
                .init("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
            ],
            ["Số: 784/QĐ-BVHTTDL", "Hà Nội, ngày 12 tháng 3 năm 2020"],
        ])
        for line in ["QUYẾT ĐỊNH", "Phê duyệt Kế hoạch tuyên truyền", "Điều 1. Phê duyệt Kế hoạch tuyên truyền."] {
            elements.paragraph(line)
        }
        #expect(try elements.record().parts.first?.letterhead == ["BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH"])
    }

    @Test("text below a table is no part of it")
    func textBelow() throws {
        var elements = Elements()
        elements.paragraph("KẾ HOẠCH")
        elements.paragraph("Thực hiện công tác thử năm 2024")
        elements.table([Self.header, ["1", "Mở lớp", "Lớp học", "Sở Nội vụ", "", "Quý II/2024"]])
        elements.paragraph("các cơ quan báo cáo kết quả theo quy định.")
        let record = try elements.record()
        #expect(record.tasks.map(\.deadline) == ["Quý II/2024"])
        #expect(record.parts[0].sections.contains { $0.text?.contains("các cơ quan báo cáo") == true })
    }
}
