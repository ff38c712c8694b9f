import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// Readings of one table compete on one measure, whichever layout they took it for.
@Suite("readings of a table compete")
struct TableContestTests {
    private static let heads = [
        "TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành",
    ]
    private static let tasks = [
        ["Rà soát quy chế làm việc của các phòng chuyên môn", "Báo cáo rà soát", "Sở Nội vụ", "UBND cấp xã"],
        ["Lấy ý kiến người dân về chất lượng khám bệnh tại trạm", "Báo cáo khảo sát", "Sở Y tế", "UBND cấp xã"],
        ["Mở lớp nghiệp vụ cho công chức tư pháp cấp xã", "Lớp tập huấn", "Sở Tư pháp", "Sở Nội vụ"],
        ["Thay phần mềm theo dõi công việc của huyện", "", "Sở Tài chính", "Sở Nội vụ"],
        ["Kiểm tra việc giải quyết hồ sơ đất đai tại các xã", "Thông báo kết luận", "Thanh tra tỉnh", "Sở Tư pháp"],
    ]

    /// Words on lines that are no longer than a width.
    private func lines(_ cell: String, _ width: Int) -> [String] {
        var lines: [String] = []
        for word in cell.split(separator: " ") {
            if let last = lines.last, last.count + word.count < width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    @Test("the lines of wrapped cells are the same table at every width", arguments: [24, 28, 32, 36, 40])
    func width(_ width: Int) throws {
        var text = Self.heads
        for number in 1...12 {
            let row = Self.tasks[(number - 1) % Self.tasks.count]
            text.append(String(number))
            text += lines(row[0], width) + lines(row[1], 18) + lines(row[2], 22) + lines(row[3], 22)
            text.append("Quý \(["I", "II", "III", "IV"][number % 4])/2024")
        }
        let record = try Documents.appendix(lines: text.joined(separator: "\n"))
        let expected = (0..<12).map { Self.tasks[$0 % Self.tasks.count] }
        #expect(record.tasks.map(\.task) == expected.map { $0[0] })
        #expect(record.tasks.map(\.outputs) == expected.map { $0[1] })
        #expect(record.tasks.map(\.lead) == expected.map { $0[2] })
        #expect(record.tasks.map(\.coordinating) == expected.map { $0[3] })
    }

    @Test(
        "a task is not cut inside its line to fill an empty column",
        arguments: [
            "Thay mới Trang thông tin điện tử của huyện", "Đánh giá Chi cục Thủy lợi",
            "Sắp xếp lại Văn phòng Đăng ký đất đai",
            "Giám sát Ban Quản lý dự án của xã", "Mở rộng Trung tâm Phục vụ hành chính công",
        ], ["Sở Tư pháp", "Thanh tra tỉnh", "UBND cấp xã"])
    func cut(_ task: String, _ lead: String) throws {
        let text =
            Self.heads + [
                "1", "Rà soát quy chế làm việc của các phòng", "Báo cáo rà soát", "Sở Nội vụ", "Quý II/2024",
                "2", task, lead, "Quý IV/2024",
            ]
        let record = try Documents.appendix(lines: text.joined(separator: "\n"))
        #expect(record.tasks.map(\.task).last == task)
        #expect(record.tasks.map(\.lead).last == lead)
        #expect(record.tasks.map(\.coordinating) == ["", ""])
        #expect(record.tasks.map(\.deadline) == ["Quý II/2024", "Quý IV/2024"])
    }

    // MARK: The measure

    /// The value of a row of one line a cell.
    private func value(_ cells: [String], _ roles: [ColumnRole]) -> Double {
        var stretches: [Stretch] = []
        var bytes = 0
        for cell in cells {
            stretches.append(Stretch(bytes..<(bytes + cell.utf8.count)))
            bytes += cell.utf8.count + 1
        }
        let text = SourceText.literal(cells.joined(separator: "\n"))
        let table = TableDraft(
            part: 1, columns: roles.map { TableDraft.Column(header: Stretch(0..<0), role: $0) },
            rows: [TableDraft.Row(kind: .task, cells: stretches, hull: 0..<bytes)], hull: 0..<bytes, holdsTasks: true)
        var measure = TableMeasure(text, agencies: .standard)
        return measure.rows(of: table).reduce(0) { $0 + $1.value }
    }

    private static let roles: [ColumnRole] = [.number, .task, .outputs, .lead, .deadline]

    @Test("a reading with a bare agency, a bare time or half a sentence in a cell is worth less")
    func worth() {
        let whole = value(["1", "Rà soát quy chế làm việc", "Báo cáo", "Sở Nội vụ", "Quý II/2024"], Self.roles)
        #expect(whole > value(["1", "Rà soát quy chế làm", "việc Báo cáo", "Sở Nội vụ", "Quý II/2024"], Self.roles))
        #expect(whole > value(["1", "Rà soát quy chế làm việc", "Báo cáo", "Quý II/2024", "Sở Nội vụ"], Self.roles))
        #expect(
            whole > value(["1", "Rà soát quy chế làm việc của", "Báo cáo", "Sở Nội vụ", "Quý II/2024"], Self.roles))
        #expect(whole > value(["1", "Sở Nội vụ", "Báo cáo", "Rà soát quy chế làm việc", "Quý II/2024"], Self.roles))
    }

    @Test("every weight is that of a kind of cell and of a trait that there are")
    func weights() {
        for row in CSVTable(PackageResources.table_traits_csv).rows {
            #expect(CellKind(rawValue: row["kind"]) != nil)
            #expect(CellTrait(rawValue: row["trait"]) != nil)
            #expect(Double(row["weight"]) != nil)
        }
    }
}
