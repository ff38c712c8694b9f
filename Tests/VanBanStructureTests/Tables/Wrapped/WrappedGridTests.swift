import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// Small tables of wrapped lines, one for each thing that such a table does.
@Suite("tables of wrapped lines")
struct WrappedGridTests {
    static let header = """
        TT
        Nhiệm vụ
        Cơ quan chủ trì
        Cơ quan phối hợp
        Thời gian hoàn thành

        """

    static func read(_ body: String, header: String = Self.header) throws -> WrappedGridReading {
        let document = try TextReader().read(Array((header + body).utf8), name: "made-up.txt")
        return try #require(WrappedGridReading(document))
    }

    static func cells(_ body: String, header: String = Self.header) throws -> [[String]] {
        let read = try read(body, header: header)
        return read.table.rows.map { row in row.cells.map { read.text.string($0) } }
    }

    // MARK: The header

    @Test("the header's cells are told apart by their capitals, two on a line too")
    func headerCells() throws {
        let read = try Self.read(
            "1\nLập danh mục\nSở Y tế\n",
            header: "TT Nhiệm vụ, giải\npháp\nSản phẩm\nđầu ra Cơ quan chủ trì\nThời\ngian\n")
        #expect(read.table.columns.map(\.role) == [.number, .task, .outputs, .lead, .deadline])
        #expect(
            read.table.columns.map { read.text.string($0.header) } == [
                "TT", "Nhiệm vụ, giải pháp", "Sản phẩm đầu ra", "Cơ quan chủ trì", "Thời gian",
            ])
    }

    @Test("the numbers' head of two words is one head, alone on its line or beside another")
    func numberHead() throws {
        for header in ["Số TT\nNhiệm vụ\nĐơn vị chủ trì\nThời hạn\n", "Số TT Nhiệm vụ\nĐơn vị chủ trì\nThời hạn\n"] {
            let read = try Self.read("1\nLập danh mục\nSở Y tế\nQuý I/2026\n", header: header)
            #expect(read.table.columns.map(\.role) == [.number, .task, .lead, .deadline])
        }
    }

    @Test("columns under a head of their own stand where the head stands")
    func spanningHead() throws {
        let read = try Self.read(
            "1\nLập danh mục\nSở Y tế\n",
            header: "TT\nNội dung công việc\nPhân công thực hiện\nThời hạn\nGhi chú\nĐơn vị chủ trì\nĐơn vị phối hợp\n")
        #expect(read.table.columns.map(\.role) == [.number, .task, .lead, .coordinating, .deadline, .note])
        #expect(read.grid.spanningHeads.map { read.text.string($0) } == ["Phân công thực hiện"])
    }

    @Test("a title above the header is none of its cells, and running text is no header")
    func noHeader() throws {
        let titled = try Self.read("1\nLập danh mục\nSở Y tế\n", header: "PHÂN CÔNG NHIỆM VỤ\n" + Self.header)
        #expect(titled.table.columns.map { titled.text.string($0.header) }.first == "TT")
        let prose = "Nhiệm vụ của các cơ quan\nCơ quan chủ trì có trách nhiệm báo cáo;\nthời gian theo quy định.\n"
        let document = try TextReader().read(Array(prose.utf8), name: "made-up.txt")
        #expect(WrappedGridReading(document) == nil)
    }

    @Test("a row that numbers the columns is no row of the table")
    func columnNumbers() throws {
        let read = try Self.read("(1)\n(2)\n(3)\n(4)\n(5)\n1\nLập danh mục hồ sơ\nSở Y tế\nSở Nội vụ\nQuý I\n")
        #expect(read.table.rows.count == 1)
        #expect(read.table.columnNumbers.map { read.text.string($0) } == ["(1)", "(2)", "(3)", "(4)", "(5)"])
    }

    // MARK: Cells

    @Test("a cell ends where another agency, or a time, begins")
    func plainRows() throws {
        let rows = try Self.cells(
            """
            1
            Rà soát quy trình tiếp nhận hồ sơ
            của người dân tại bộ phận một cửa
            Sở Y tế
            Các sở, ban,
            ngành; UBND
            cấp huyện
            Quý
            III/2025
            2
            Công khai kết quả giải quyết hồ sơ
            Sở Tài chính
            Sở Nội vụ
            Thường
            xuyên
            """)
        #expect(
            rows == [
                [
                    "1", "Rà soát quy trình tiếp nhận hồ sơ của người dân tại bộ phận một cửa", "Sở Y tế",
                    "Các sở, ban, ngành; UBND cấp huyện", "Quý III/2025",
                ],
                ["2", "Công khai kết quả giải quyết hồ sơ", "Sở Tài chính", "Sở Nội vụ", "Thường xuyên"],
            ])
    }

    @Test("a line may hold a label and a task, or an agency and a time")
    func twoCellsOnOneLine() throws {
        let rows = try Self.cells(
            """
            1 Công khai kết quả giải quyết hồ sơ
            Sở Tài chính
            Sở Nội vụ Năm 2025
            2 100% hồ sơ được số hóa
            Sở Y tế
            Văn phòng UBND tỉnh Thường xuyên
            """)
        #expect(rows[0] == ["1", "Công khai kết quả giải quyết hồ sơ", "Sở Tài chính", "Sở Nội vụ", "Năm 2025"])
        #expect(rows[1] == ["2", "100% hồ sơ được số hóa", "Sở Y tế", "Văn phòng UBND tỉnh", "Thường xuyên"])
    }

    @Test("bullets and brackets stay in their cell")
    func bulletsAndBrackets() throws {
        let rows = try Self.cells(
            """
            1
            Tổ chức các lớp tập huấn:
            - Lớp cho cán bộ cấp huyện;
            - Lớp cho cán bộ cấp xã
            Sở Nội vụ (sau khi
            có văn bản của
            Bộ Nội vụ)
            - Các sở, ban, ngành;
            - UBND các xã.
            Quý II/2025
            """)
        #expect(
            rows[0] == [
                "1", "Tổ chức các lớp tập huấn: - Lớp cho cán bộ cấp huyện; - Lớp cho cán bộ cấp xã",
                "Sở Nội vụ (sau khi có văn bản của Bộ Nội vụ)", "- Các sở, ban, ngành; - UBND các xã.", "Quý II/2025",
            ])
    }

    @Test("an empty cell is left out and the time goes to its own column")
    func emptyCell() throws {
        let rows = try Self.cells("1\nBáo cáo kết quả thực hiện\nSở Nội vụ\nTrước ngày\n15/12/2025\n")
        #expect(rows[0] == ["1", "Báo cáo kết quả thực hiện", "Sở Nội vụ", "", "Trước ngày 15/12/2025"])
    }

    @Test("irregular empty lines show where cells end")
    func emptyLines() throws {
        let body = """
            1

            Khảo sát ý kiến của người dân tại


            Sở Y tế

            UBND cấp xã

            Quý I


            2

            Báo cáo kết quả khảo sát

            Sở Y tế

            Sở Nội vụ

            Quý II
            """
        let header = Self.header.split(separator: "\n").joined(separator: "\n\n") + "\n\n"
        let rows = try Self.cells(body, header: header)
        #expect(rows[0] == ["1", "Khảo sát ý kiến của người dân tại", "Sở Y tế", "UBND cấp xã", "Quý I"])
    }

    // MARK: Rows

    @Test("numbered groups with lettered rows begin their letters anew")
    func groups() throws {
        let read = try Self.read(
            """
            I
            Lĩnh vực “Tiếp cận thông tin của người dân ở cơ sở”
            a
            Công khai danh sách hộ nghèo
            UBND cấp xã
            Sở Nội vụ
            Quý I
            b
            Công khai ngân sách hằng năm
            UBND cấp xã
            Sở Tài chính
            Quý II
            II
            Lĩnh vực “Dịch vụ”
            a
            Nâng cấp trạm y tế
            Sở Y tế
            UBND cấp xã
            Năm 2025
            """)
        #expect(read.table.rows.map(\.kind) == [.group, .task, .task, .group, .task])
        #expect(read.tasks.map(\.number) == ["a", "b", "a"])
        #expect(read.tasks.map { $0.group?.label } == ["I", "I", "II"])
        #expect(read.tasks.last?.group?.title == "Lĩnh vực “Dịch vụ”")
    }

    @Test("a number that does not follow in the sequence is text")
    func numbersInText() throws {
        let rows = try Self.cells(
            "1\nBáo cáo trước ngày\n30\ntháng 6 về kết quả\nSở Y tế\nSở Nội vụ\nQuý I\n2\nLập danh mục\nSở Y tế\n")
        #expect(rows.map(\.first) == ["1", "2"])
        #expect(rows[0][1] == "Báo cáo trước ngày 30 tháng 6 về kết quả")
    }

    @Test("the table ends where the recipients are named")
    func end() throws {
        let read = try Self.read("1\nLập danh mục\nSở Y tế\nSở Nội vụ\nQuý I\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n")
        #expect(read.text.string(read.lines[read.end].range) == "Nơi nhận:")
        #expect(read.table.rows.count == 1)
    }

    @Test("the header of another table ends a table")
    func nextTable() throws {
        let read = try Self.read(
            """
            1
            Lập danh mục
            Sở Y tế
            Sở Nội vụ
            Quý I
            STT
            Nội dung công việc
            Đơn vị chủ trì
            Thời hạn
            1
            Báo cáo
            Sở Y tế
            Quý II
            """)
        #expect(read.text.string(read.lines[read.end].range) == "STT")
        #expect(read.table.rows.count == 1)
        let next = try #require(WrappedGrid.header(in: read.lines, from: read.end, text: read.text))
        var grid = WrappedGrid(read.lines, header: next, part: 1, in: read.text)
        #expect(grid.read().table.rows.count == 1)
    }

    @Test("what might stand in either of two cells is said")
    func doubt() throws {
        let read = try Self.read(
            """
            1
            Rà soát hồ sơ
            Sở Y tế
            Sở Nội vụ
            Sở Tư pháp
            Quý I
            """)
        let doubts = read.diagnostics.filter { $0.code == .uncertainCell }
        let doubt = try #require(doubts.first { $0.arguments[0] == "1" })
        // Both readings by their columns' heads.
        let heads = ["Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp"]
        #expect(heads.contains(doubt.arguments[2]) && heads.contains(doubt.arguments[3]))
        #expect(doubt.arguments[2] != doubt.arguments[3])
        #expect(read.text.string(doubt.location.start..<doubt.location.end) == doubt.arguments[1])
        #expect(doubt.related.count == 1)
    }

    /// Rows of which some have a product.
    private static let products = """
        1
        Xây dựng kế hoạch cải cách hành
        chính năm 2025 của tỉnh
        Kế hoạch
        Sở Nội vụ
        Các sở, ban, ngành
        Quý I
        2
        Tổ chức kiểm tra việc chấp hành
        kỷ luật, kỷ cương
        Sở Nội vụ
        Các sở, ban, ngành
        Quý II
        3
        Rà soát danh mục thủ tục hành
        chính nội bộ
        Sở Tư pháp
        Các sở, ban, ngành
        Quý II
        4
        Đo lường sự hài lòng của người
        dân
        Báo cáo
        Sở Nội vụ
        Các sở, ban, ngành
        Quý IV

        """
    private static let productHeader =
        "TT\nNhiệm vụ\nSản phẩm\nCơ quan chủ trì\nCơ quan phối hợp\nThời gian\n"

    @Test("a cell that may be the rest of the one before is said, where it may as well be empty")
    func emptiedCell() throws {
        let body = """
            5
            Tổ chức triển khai hiệu quả
            Chương trình “Cà phê doanh
            nhân”, hoạt động kỷ niệm ngày
            Doanh nhân Việt Nam
            Sở Nội vụ
            Các sở, ban, ngành
            Quý IV
            """
        let read = try Self.read(Self.products + body, header: Self.productHeader)
        let rivals = read.rivals.filter { $0.doubt.row == "5" }.sorted { $0.loss < $1.loss }
        let doubt = try #require(rivals.first).doubt.diagnostic(in: read.text)
        #expect(Set(doubt.arguments.suffix(2)) == ["Nhiệm vụ", "Sản phẩm"])
        // As much as a message holds, in whole words.
        #expect(doubt.arguments[1] == "Chương trình “Cà phê doanh nhân”, hoạt động kỷ niệm ngày Doanh nhân…")
    }

    @Test("the number that was to come next may open a row, also where it was read as words of a cell")
    func labelInside() throws {
        let body = """
            5
            Đo lường sự hài lòng của người
            dân đối với dịch vụ công trong
            tỉnh

            6

            Đo lường chất lượng giải quyết
            thủ tục
            Báo cáo
            Sở Nội vụ
            Các sở, ban, ngành
            Quý IV
            """
        let read = try Self.read(Self.products + body, header: Self.productHeader)
        #expect(read.table.rows.map { row in read.text.string(row.cells[0]) } == ["1", "2", "3", "4", "5"])
        let doubt = try #require(read.diagnostics.first { $0.code == .uncertainRow })
        #expect(doubt.arguments == ["5", "6", "6"])
        #expect(read.text.string(doubt.location.start..<doubt.location.end) == "6")
    }

    @Test("a table without rows, and one of signs alone, are read without harm")
    func nothing() throws {
        #expect(try Self.read("").table.rows.isEmpty)
        #expect(try Self.read("1\n-----\n…\n(\n)\n").confidence <= 0.5)
        #expect(try Self.read(".\n.\n;\n").confidence < 0.5)
    }

    @Test("the mark of a note between two heads is no head of its own", arguments: ["\n", "\n\n"])
    func markBetweenHeads(gap: String) throws {
        let cells = [
            "TT", "Nhiệm vụ", "¹", "Chủ trì", "Thời gian", "1", "Kiểm tra công vụ", "Sở Nội vụ", "Quý I", "2",
            "Báo cáo kết quả",
            "Sở Tư pháp", "Quý II", "3", "Họp", "Sở Y tế", "Quý III",
        ]
        let record = try Documents.appendix(lines: cells.joined(separator: gap))
        let table = try #require(record.parts.flatMap(\.tables).first)
        #expect(table.columns.map(\.header) == ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"])
        #expect(table.spanningHeaders == [])
        #expect(record.diagnostics.contains { $0.code == .callWithoutFootnote })
    }
}
