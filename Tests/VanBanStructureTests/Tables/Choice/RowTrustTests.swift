import Testing
import VanBanModel

@testable import VanBanReading
@testable import VanBanStructure

/// Causes of wrong values that nothing told, each as the smallest table that shows it.
@Suite("rows of tables without a grid")
struct RowTrustTests {
    // MARK: Trust

    @Test("every weight is that of a fact that there is")
    func weights() {
        for row in CSVTable(PackageResources.row_trust_csv).rows {
            #expect(RowTrust.Fact(rawValue: row["fact"]) != nil || row["fact"] == "least")
            #expect(Double(row["weight"]) != nil)
        }
    }

    private func row(_ value: Double, least: Double = 3) -> TableMeasure.Row {
        TableMeasure.Row(hull: 0..<1, value: value, isPlain: false, weakest: 0, least: least)
    }

    private func rival(_ loss: Double) -> CellRival {
        CellRival(
            doubt: CellDoubt(row: "1", words: 0..<1, readings: .row("2")), source: .piece, loss: loss)
    }

    @Test("a row is trusted the less, the nearer another reading of it is, and the worse its cells and neighbours are")
    func order() {
        func odds(_ rows: [TableMeasure.Row], _ rivals: [CellRival]) -> Double {
            let facts = RowTrust.facts(
                of: rows, layout: .wrapped, rivals: [rivals] + rows.dropFirst().map { _ in [] })
            return RowTrust.standard.odds(facts[0])
        }
        let plain = odds([row(-0.3), row(-0.3)], [])
        #expect(plain > odds([row(-0.3), row(-0.3)], [rival(2)]))
        #expect(odds([row(-0.3), row(-0.3)], [rival(2)]) > odds([row(-0.3), row(-0.3)], [rival(0.1)]))
        #expect(plain > odds([row(-3, least: -1), row(-0.3)], []))
        #expect(plain > odds([row(-0.3), row(-5)], []))
    }

    // MARK: Wrapped lines

    private func tasks(_ lines: [String]) throws -> [Task] {
        try Documents.appendix(lines: lines.joined(separator: "\n")).tasks
    }

    private static let heads = ["TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Thời gian hoàn thành"]

    @Test(
        "every phrase that the grammar of deadlines knows before a time begins its cell",
        arguments: CellWords.bounds.map { String($0.prefix(1)).uppercased() + $0.dropFirst() })
    func bounds(_ bound: String) throws {
        let cells: [[String]] = [
            ["Lắp đặt camera an ninh tại các nút", "giao thông", "Biên bản nghiệm thu", "Công an xã"],
            ["Sửa chữa đường ống cấp nước của", "khu dân cư", "Hồ sơ hoàn công", "Sở Xây dựng"],
            ["Trồng cây xanh dọc các tuyến đường", "mới mở", "Báo cáo kết quả", "Sở Nội vụ"],
            ["Thu gom rác thải nhựa trên bãi biển", "vào mùa hè", "Báo cáo kết quả", "Sở Y tế"],
        ]
        var lines = Self.heads
        for (index, row) in cells.enumerated() { lines += [String(index + 1)] + row + ["\(bound) 2\(index)/5/2026"] }
        let read = try tasks(lines)
        #expect(read.map(\.lead) == cells.map { $0[3] })
        #expect(read.map(\.deadline) == cells.indices.map { "\(bound) 2\($0)/5/2026" })
    }

    @Test("groups counted by letters go on from D to E, or to Đ")
    func letters() throws {
        for letters in [["A", "B", "C", "D", "E"], ["A", "B", "C", "D", "Đ", "E"]] {
            var lines = Self.heads
            for (index, letter) in letters.enumerated() {
                lines += [letter, "Nhóm việc thứ \(index + 1) của năm", String(index + 1)]
                lines += ["Kiểm kê kho sách của thư viện huyện", "Báo cáo kiểm kê", "Sở Nội vụ", "Tháng 5/2026"]
            }
            #expect(try tasks(lines).map { $0.group?.label } == letters)
        }
    }

    @Test("a column of fields is known by its cells, which rows below each other share, where its head says too little")
    func fields() throws {
        var lines = ["TT", "Lĩnh vực", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian hoàn thành"]
        let works = ["Kiểm kê kho sách", "Mua thêm kệ sách", "Mở phòng đọc tối", "Số hóa bản đồ cổ"]
        for (index, work) in works.enumerated() {
            lines += [
                "\(index / 2 + 1).\(index % 2 + 1)", index < 2 ? "Quản lý thư viện công" : "Phát triển bạn đọc trẻ",
            ]
            lines += [work + " của huyện", "Sở Nội vụ", "Tháng 5/2026"]
        }
        let read = try tasks(lines)
        #expect(
            read.map { $0.group?.title } == [
                "Quản lý thư viện công", "Quản lý thư viện công", "Phát triển bạn đọc trẻ", "Phát triển bạn đọc trẻ",
            ])
        #expect(read.map(\.task) == works.map { $0 + " của huyện" })
    }

    @Test("an amount alone on its line is no word of the body above it")
    func amounts() throws {
        var lines = ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian", "Kinh phí (triệu đồng)"]
        for number in 1...5 {
            lines += [
                String(number), "Thay mới bóng đèn chiếu sáng ở", "khu phố số \(number)", "Sở Xây dựng", "Quý II/2026",
            ]
            lines.append("4.\(number)05")
        }
        let read = try tasks(lines)
        #expect(read.map(\.deadline) == Array(repeating: "Quý II/2026", count: 5))
        #expect(read.map(\.funding) == (1...5).map { "4.\($0)05" })
    }

    // MARK: Heads that pages repeat

    @Test("a repeated head has the columns of the first one, though its heads touch elsewhere")
    func repeatedHead() throws {
        let text = SourceText.literal(
            """
            TT   Nhiệm vụ          Cơ quan       Cơ quan       Thời
                                   chủ trì       phối hợp      gian
            1    Việc một          Sở Y tế       Sở Nội vụ     Quý I
            TT   Nhiệm vụ     Cơ quan Cơ quan Thời
                              chủ trì phối    gian
                                      hợp

            """)
        let lines = LineClassifier(text).lines(of: LineSplitter.blocks(of: text))
        let header = try #require(AlignedHeader.make(0..<2, lines, text))
        let again = (3..<6).map { AlignedLine(lines[$0], at: $0, in: text) }
        let cells = try #require(RepeatedHead.cells(of: again, like: header, in: text))
        #expect(cells.map { text.string($0.stretch) } == header.cells.map { text.string($0.stretch) })
        #expect(cells.map(\.start) == [0, 5, 18, 26, 34])
    }
}
