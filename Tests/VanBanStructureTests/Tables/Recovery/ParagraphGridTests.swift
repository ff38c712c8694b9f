import Foundation
import Testing
import VanBanModel

@testable import VanBanReading
@testable import VanBanStructure

@Suite struct ParagraphGridTests {
    // MARK: Cells

    @Test("several paragraphs make one cell")
    func severalParagraphs() throws {
        let read = try Self.read([
            "1", "Ban hành Kế hoạch tuyên truyền năm 2026", "- Kế hoạch của Giám đốc Sở;",
            "- Báo cáo tổng hợp số liệu.", "Sở Nội vụ", "- Các sở, ban, ngành;", "- UBND cấp xã.",
            "- Ban hành kế hoạch tháng 01/2026", "- Báo cáo hằng quý, năm",
        ])
        #expect(
            read.rows == [
                [
                    "1", "Ban hành Kế hoạch tuyên truyền năm 2026",
                    "- Kế hoạch của Giám đốc Sở; - Báo cáo tổng hợp số liệu.", "Sở Nội vụ",
                    "- Các sở, ban, ngành; - UBND cấp xã.",
                    "- Ban hành kế hoạch tháng 01/2026 - Báo cáo hằng quý, năm",
                ]
            ])
        #expect(read.diagnostics.isEmpty)
    }

    @Test("a line of no-break spaces is an empty cell")
    func emptyCell() throws {
        let read = try Self.read([
            "1", "Rà soát thủ tục hành chính", "\u{A0}", "Sở Tư pháp", "\u{A0}", "Quý I/2026",
            "2", "Cập nhật cơ sở dữ liệu quốc gia", "Báo cáo", "Sở Nội vụ", "Các sở, ban, ngành", "\u{A0}",
        ])
        #expect(
            read.rows == [
                ["1", "Rà soát thủ tục hành chính", "", "Sở Tư pháp", "", "Quý I/2026"],
                ["2", "Cập nhật cơ sở dữ liệu quốc gia", "Báo cáo", "Sở Nội vụ", "Các sở, ban, ngành", ""],
            ])
    }

    @Test("a row without its number is a row")
    func missingRowNumber() throws {
        let read = try Self.read([
            "1", "Thành lập các tổ công tác cấp tỉnh", "Quyết định", "Sở Nội vụ", "Các sở, ngành liên quan",
            "Tháng 3/2026",
            "\u{A0}", "Thành lập các tổ công tác cấp xã", "Quyết định", "Sở Nội vụ", "Các sở, ngành liên quan",
            "Tháng 3/2026",
            "2", "Giao biên chế công chức", "Quyết định", "Sở Nội vụ", "Các sở, ngành liên quan", "Tháng 4/2026",
        ])
        #expect(read.rows.map { $0[0] } == ["1", "", "2"])
        #expect(read.rows[1][1] == "Thành lập các tổ công tác cấp xã")
        #expect(read.rows[1][5] == "Tháng 3/2026")
    }

    @Test("a cell that is not printed at all leaves its column empty, and that is said")
    func missingCell() throws {
        let read = try Self.read([
            "1", "Ban hành Kế hoạch cải cách hành chính", "Kế hoạch", "Sở Nội vụ", "Các sở, ban, ngành", "Quý I/2026",
            "2", "Tổ chức kiểm tra công vụ tại các đơn vị", "Báo cáo", "Sở Nội vụ", "Quý II/2026",
            "3", "Tổng hợp kết quả thực hiện Kế hoạch", "Báo cáo", "Sở Nội vụ", "Các sở, ban, ngành", "Quý IV/2026",
        ])
        #expect(read.rows.count == 3)
        #expect(read.rows[1].last == "Quý II/2026")
        #expect(read.diagnostics.contains { $0.code == .raggedRow && $0.arguments == ["2", "5", "6"] })
    }

    @Test("a number in the middle of a cell starts no row")
    func strayNumber() throws {
        let read = try Self.read([
            "1", "Xây dựng phần mềm theo dõi", "Phần mềm", "Sở Nội vụ", "Các sở, ban, ngành", "Quý I/2026",
            "2", "Số điểm giao dịch phải đạt:", "7", "điểm trên toàn tỉnh", "Báo cáo", "Sở Tài chính",
            "Các sở, ban, ngành", "Quý II/2026",
            "3", "Báo cáo tổng kết năm", "Báo cáo", "Sở Nội vụ", "Các sở, ban, ngành", "Quý IV/2026",
        ])
        #expect(read.rows.map { $0[0] } == ["1", "2", "3"])
        #expect(read.rows[1][1] == "Số điểm giao dịch phải đạt: 7 điểm trên toàn tỉnh")
    }

    @Test("the number of a page stands in no cell")
    func pageNumber() throws {
        let read = try Self.read([
            "1", "Xây dựng phần mềm theo dõi", "Phần mềm", "Sở Nội vụ", "\u{C}14", "Các sở, ban, ngành", "Quý I/2026",
            "2", "Báo cáo tổng kết năm", "Báo cáo", "Sở Nội vụ", "Các sở, ban, ngành", "Quý IV/2026",
        ])
        #expect(read.rows.map { $0[0] } == ["1", "2"])
        #expect(read.rows[0][4] == "Các sở, ban, ngành")
        #expect(read.furniture == ["14"])
    }

    @Test("where a paragraph may belong to two cells alike, it is said")
    func uncertain() throws {
        let read = try Self.read(
            [
                "1", "Rà soát quy trình nội bộ", "Niêm yết công khai tại trụ sở", "Sổ theo dõi tại trụ sở",
                "Sở Nội vụ",
            ], columns: ["TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì"])
        #expect(read.rows.count == 1)
        #expect(read.rows[0][3] == "Sở Nội vụ")
        let doubt = try #require(read.diagnostics.first { $0.code == .uncertainCell })
        #expect(doubt.arguments[0] == "1")
        // Both readings, and the place of the other cell.
        #expect(Set(doubt.arguments.suffix(2)).isSubset(of: ["Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì"]))
        #expect(doubt.arguments[2] != doubt.arguments[3])
        #expect(doubt.related.count == 1)
    }

    // MARK: Groups

    @Test("a group row has a label, a title and empty cells")
    func groupRow() throws {
        let read = try Self.read([
            "I", "CẢI CÁCH THỂ CHẾ", "\u{A0}", "\u{A0}", "\u{A0}", "\u{A0}",
            "1", "Rà soát văn bản", "Báo cáo", "Sở Tư pháp", "Các sở, ban, ngành", "Quý I/2026",
            "II", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH", "\u{A0}", "\u{A0}", "\u{A0}", "\u{A0}",
            "1", "Công bố danh mục thủ tục", "Quyết định", "Sở Tư pháp", "Các sở, ban, ngành", "Quý II/2026",
        ])
        #expect(read.rows.map { $0[0] } == ["I", "1", "II", "1"])
        #expect(read.kinds == [.group, .task, .group, .task])
    }

    @Test("a group row may be one merged cell")
    func mergedGroupRow() throws {
        let read = try Self.read([
            "I", "CẢI CÁCH THỂ CHẾ",
            "1", "Rà soát văn bản", "Báo cáo", "Sở Tư pháp", "Các sở, ban, ngành", "Quý I/2026",
            "II. CẢI CÁCH THỦ TỤC HÀNH CHÍNH",
            "1", "Công bố danh mục thủ tục", "Quyết định", "Sở Tư pháp", "Các sở, ban, ngành", "Quý II/2026",
        ])
        #expect(read.kinds == [.group, .task, .group, .task])
        #expect(read.rows[2][1] == "II. CẢI CÁCH THỦ TỤC HÀNH CHÍNH")
        #expect(read.diagnostics.isEmpty)
    }

    // MARK: Headers

    @Test("the numbers of the columns are no row")
    func columnNumbers() throws {
        let read = try Self.read([
            "(1)", "(2)", "(3)", "(4)", "(5)", "(6)",
            "1", "Rà soát văn bản", "Báo cáo", "Sở Tư pháp", "Các sở, ban, ngành", "Quý I/2026",
        ])
        #expect(read.rows.map { $0[0] } == ["1"])
        #expect(read.columnNumbers == ["(1) (2) (3) (4) (5) (6)"])
    }

    @Test("a header that a page break repeats is no row")
    func repeatedHeader() throws {
        let read = try Self.read(
            ["1", "Rà soát văn bản", "Báo cáo", "Sở Tư pháp", "Các sở, ban, ngành", "Quý I/2026"] + Self.columns + [
                "2", "Công bố danh mục thủ tục", "Quyết định", "Sở Tư pháp", "Các sở, ban, ngành", "Quý II/2026",
            ])
        #expect(read.rows.map { $0[0] } == ["1", "2"])
        #expect(read.diagnostics.map(\.code) == [.repeatedHeader])
    }

    @Test("a header may take several lines")
    func headerOfSeveralLines() throws {
        let read = try Self.read(
            ["1", "Rà soát văn bản", "Sở Tư pháp", "Quý I/2026"],
            columns: ["STT", "Nội dung công việc", "Đơn vị", "chủ trì", "Thời hạn", "hoàn thành"])
        #expect(read.headers == ["STT", "Nội dung công việc", "Đơn vị chủ trì", "Thời hạn hoàn thành"])
        #expect(read.rows == [["1", "Rà soát văn bản", "Sở Tư pháp", "Quý I/2026"]])
    }

    @Test("numbers without a header of their own are a column")
    func numbersWithoutHeader() throws {
        let read = try Self.read(
            [
                "1", "Rà soát văn bản", "Sở Tư pháp", "Quý I/2026", "2", "Công bố danh mục thủ tục", "Sở Tư pháp",
                "Quý II/2026",
            ], columns: ["Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"])
        #expect(read.headers == ["", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"])
        #expect(read.rows.map { $0[0] } == ["1", "2"])
    }

    @Test("two columns without numbers are read by what stands in them")
    func twoColumns() throws {
        let read = try Self.read(
            [
                "Rà soát văn bản quy phạm pháp luật", "Sở Tư pháp", "Công bố danh mục thủ tục", "Sở Tư pháp",
                "Sở Nội vụ",
                "Tổ chức kiểm tra công vụ", "Thanh tra tỉnh",
            ], columns: ["Nhiệm vụ", "Cơ quan chủ trì"])
        #expect(
            read.rows == [
                ["Rà soát văn bản quy phạm pháp luật", "Sở Tư pháp"],
                ["Công bố danh mục thủ tục", "Sở Tư pháp Sở Nội vụ"], ["Tổ chức kiểm tra công vụ", "Thanh tra tỉnh"],
            ])
    }

    @Test("an outline that speaks of tasks, agencies and times is no table")
    func outlineIsNoTable() {
        let text = Self.text([
            "I. MỤC TIÊU", "Nhiệm vụ", "1. Ban hành kế hoạch của tỉnh trong quý I năm 2026.", "Tổ chức thực hiện",
            "Các sở, ban, ngành báo cáo kết quả thực hiện về Sở Nội vụ.", "Thời gian thực hiện: năm 2026.",
        ])
        let lines = LineClassifier(text).lines(of: Self.blocks(of: text))
        #expect(ParagraphGrid.header(in: lines.map { Paragraph($0, in: text) }, from: 0, text: text) == nil)
        #expect(ParagraphGrid.regions(in: lines, text: text).isEmpty)
    }

    // MARK: The end

    @Test("the frame of the web page is no cell")
    func siteChrome() throws {
        let read = try Self.read([
            "1", "Rà soát văn bản", "Báo cáo", "Sở Tư pháp", "Các sở, ban, ngành", "Quý I/2026", "\u{A0}",
            "HIỆU LỰC VĂN BẢN", "Quyết định 12/QĐ-UBND", "Số hiệu: 12/QĐ-UBND",
        ])
        #expect(read.rows.count == 1)
        #expect(read.next == "HIỆU LỰC VĂN BẢN")
    }

    @Test("running text below a table is no row")
    func runningText() throws {
        let read = try Self.read([
            "1", "Rà soát văn bản", "Báo cáo", "Sở Tư pháp", "Các sở, ban, ngành", "Quý I/2026",
            "2", "Công bố danh mục thủ tục", "Quyết định", "Sở Tư pháp", "Các sở, ban, ngành", "Quý II/2026",
            "Trên đây là Kế hoạch thực hiện của tỉnh, đề nghị các đơn vị nghiêm túc triển khai.",
            "Trong quá trình thực hiện, nếu có vướng mắc thì các đơn vị phản ánh về Sở Nội vụ để tổng hợp, báo cáo.",
        ])
        #expect(read.rows.count == 2)
        #expect(read.next?.hasPrefix("Trên đây") == true)
    }

    // MARK: Before lines are joined

    @Test("a region of lines is found, and what joined its lines does not matter")
    func regions() throws {
        let lines =
            [
                "PHỤ LỤC", "DANH MỤC NHIỆM VỤ",
            ] + Self.columns + [
                "1", "Rà soát văn bản thuộc phạm vi quản lý của các ngành trên địa bàn tỉnh", "báo cáo kết quả rà soát",
                "Sở Tư pháp", "các sở, ban, ngành", "Quý I/2026", "HIỆU LỰC VĂN BẢN",
            ]
        let text = Self.text(lines)
        let classified = LineClassifier(text).lines(of: Self.blocks(of: text))
        #expect(ParagraphGrid.regions(in: classified, text: text) == [2..<14])
        // The heads that pages repeat are no table.
        var repeated = classified
        for index in repeated.indices { repeated[index].kind = .runningHead }
        #expect(ParagraphGrid.regions(in: repeated, text: text).isEmpty)
        var joiner = ParagraphJoiner(text, lines: classified)
        let paragraphs = joiner.paragraphs(of: classified)
        #expect(paragraphs.count < lines.count)
        let header = try #require(ParagraphGrid.header(in: paragraphs, from: 0, text: text))
        var grid = ParagraphGrid(paragraphs, header: header, part: 1, in: text)
        let row = try #require(grid.read().table.rows.first)
        #expect(text.string(row.cells[2]) == "báo cáo kết quả rà soát")
        #expect(text.string(row.cells[4]) == "các sở, ban, ngành")
    }

    // MARK: A whole document

    @Test("a table of 95 tasks in seven groups is read whole", .enabled(if: Corpus.seed("004_") != nil))
    func wholeDocument() throws {
        let seed = try #require(Corpus.seed("004_"))
        let document = try TextReader().read(seed.bytes, name: seed.name)
        let lines = LineClassifier(document.text).lines(of: document.blocks)
        var joiner = ParagraphJoiner(document.text, lines: lines)
        let paragraphs = joiner.paragraphs(of: lines)
        let header = try #require(ParagraphGrid.header(in: paragraphs, from: 0, text: document.text))
        var grid = ParagraphGrid(paragraphs, header: header, part: 1, in: document.text)
        let read = grid.read()
        #expect(read.table.rows.count { $0.kind == .task } == 95)
        #expect(read.table.rows.count { $0.kind == .group } == 7)
        #expect(read.diagnostics.isEmpty)
        #expect(grid.isPlausible)
    }

    // MARK: -

    private static let columns = [
        "TT", "Nhiệm vụ cụ thể", "Sản phẩm đầu ra", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành",
    ]

    private struct Result {
        var headers: [String]
        var rows: [[String]]
        var kinds: [Table.RowKind]
        var columnNumbers: [String]
        var furniture: [String]
        var diagnostics: [Diagnostic]
        /// The first paragraph not taken.
        var next: String?
    }

    private static func text(_ lines: [String]) -> SourceText {
        SourceText.literal(lines.joined(separator: "\n\n") + "\n")
    }

    private static func blocks(of text: SourceText) -> [Block] { LineSplitter.blocks(of: text) }

    private static func read(_ cells: [String], columns: [String] = columns) throws -> Result {
        let text = text(columns + cells)
        let lines = LineClassifier(text).lines(of: blocks(of: text))
        let paragraphs = lines.map { Paragraph($0, in: text) }
        let header = try #require(ParagraphGrid.header(in: paragraphs, from: 0, text: text))
        var grid = ParagraphGrid(paragraphs, header: header, part: 1, in: text)
        let read = grid.read()
        return Result(
            headers: read.table.columns.map { text.string($0.header) },
            rows: read.table.rows.map { $0.cells.map { text.string($0) } }, kinds: read.table.rows.map(\.kind),
            columnNumbers: read.table.columnNumbers.map { text.string($0) },
            furniture: grid.furniture.map { text.string($0.stretch) },
            diagnostics: read.diagnostics
                + read.rivals.filter { $0.loss <= CellRival.close }.map { $0.doubt.diagnostic(in: text) },
            next: read.end < paragraphs.count ? text.string(paragraphs[read.end].stretch) : nil)
    }
}
