import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// Doubts name the words, the cell that these were put into and the other cell that they may belong to.
@Suite("what is said of doubtful cells")
struct CellDoubtTests {
    private func doubts(_ record: Record) -> [Diagnostic] {
        record.diagnostics.filter { $0.code == .uncertainCell || $0.code == .uncertainRow }
    }

    private static let header = ["TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"]
    private static let whole = ["1", "Phát tờ rơi", "Tờ rơi", "Phòng Nội vụ", "Các xã", "Quý II/2024"]

    @Test("of two agencies' columns with one agency between them, both are named")
    func missingCell() throws {
        let record = try Documents.tasks(Self.whole, ["2", "Rà soát hồ sơ", "Báo cáo", "Sở Y tế", "Quý II/2024"])
        // It stays as far to the left as it was printed, whole.
        #expect(record.tasks.map(\.lead) == ["Phòng Nội vụ", "Sở Y tế"])
        #expect(record.tasks.map(\.deadline) == ["Quý II/2024", "Quý II/2024"])
        let doubt = try #require(doubts(record).first)
        #expect(doubts(record).count == 1)
        #expect(doubt.arguments == ["2", "Sở Y tế", "Cơ quan chủ trì", "Cơ quan phối hợp"])
        #expect(
            doubt.message
                == "Row 2: “Sở Y tế” was read as “Cơ quan chủ trì”; it may belong to “Cơ quan phối hợp”.")
        #expect(
            doubt.text(in: .vietnamese).message
                == "Hàng 2: “Sở Y tế” được đọc vào cột “Cơ quan chủ trì”; có thể thuộc cột “Cơ quan phối hợp”.")
        // The other cell is empty: its head shows where it would be.
        #expect(doubt.related.count == 1)
        #expect(doubt.related.first.map { $0.end < doubt.location.start } ?? false)
    }

    @Test("cells that moved to the left are put back by what they hold, and no doubt is made up")
    func shiftedLeft() throws {
        let record = try Documents.tasks(
            Self.whole, ["2", "Rà soát hồ sơ", "Phòng Nội vụ", "Các xã, thị trấn", "Quý II/2024"])
        #expect(record.tasks.last?.outputs == "")
        #expect(record.tasks.last?.lead == "Phòng Nội vụ")
        #expect(record.tasks.last?.coordinating == "Các xã, thị trấn")
        #expect(record.codes.contains(.raggedRow))
    }

    @Test("a row that an empty cell pushed to the right is put back, and that is said")
    func shiftedRight() throws {
        let record = try Documents.tasks(
            Self.whole, ["", "2", "Rà soát hồ sơ", "Báo cáo", "Sở Y tế", "Các xã", "Quý III/2024"])
        #expect(record.tasks.map(\.number) == ["1", "2"])
        #expect(record.tasks.last?.task == "Rà soát hồ sơ")
        #expect(record.tasks.last?.deadline == "Quý III/2024")
        #expect(record.codes.contains(.raggedRow))
        #expect(record.coverage.unaccounted == 0)
    }

    @Test("a time that fell into the products' cell stands in its own, and both are named")
    func joinedValues() throws {
        let record = try Documents.tasks(
            ["1", "Đo lường sự hài lòng", "Báo cáo kết quả Tháng 12/2024", "Sở Nội vụ", "Các xã", ""])
        #expect(record.tasks.first?.outputs == "Báo cáo kết quả")
        #expect(record.tasks.first?.deadline == "Tháng 12/2024")
        let doubt = try #require(doubts(record).first)
        #expect(doubt.arguments == ["1", "Tháng 12/2024", "Thời gian", "Sản phẩm"])
    }

    @Test("a lone text below a page break may be the row's above: both rows are named")
    func loneText() throws {
        let record = try Documents.tasks(
            ["1", "Kiểm tra việc chấp hành kỷ luật", "Báo cáo", "Phòng Nội vụ", "Các xã", "Quý II/2024"],
            Self.header,
            ["", "Ủy ban nhân dân các xã", "", "", "", ""])
        let doubt = try #require(doubts(record).first)
        #expect(doubt.code == .uncertainRow)
        #expect(doubt.arguments == ["–", "Ủy ban nhân dân các xã", "1"])
        #expect(doubt.related.count == 1)
    }

    @Test("a lone text that ends with a colon leads on to what is below it")
    func leadingText() throws {
        let record = try Documents.tasks(
            ["1", "Kiểm tra việc chấp hành kỷ luật của", "Báo cáo", "Phòng Nội vụ", "Các xã", "Quý II/2024"],
            Self.header,
            ["", "Kiểm tra các cơ quan, gồm:", "", "", "", ""])
        #expect(doubts(record).isEmpty)
    }

    @Test("a column without a head of its own is called by its number")
    func names() {
        let text = SourceText.literal("Cơ quan chủ trì")
        let columns = [
            TableDraft.Column(header: Stretch(0..<text.bytes.count), role: .lead),
            TableDraft.Column(header: Stretch(0..<0), role: nil),
        ]
        #expect(columns.name(0, in: text) == "Cơ quan chủ trì")
        #expect(columns.name(1, in: text) == "(2)")
    }

    @Test("words between equally good borders go whole to the cell that surely has words on the line")
    func equalBorders() {
        #expect(LineCells.border(4, among: [3, 4, 5], within: 2..<8) == 5)
        #expect(LineCells.border(3, among: [2, 3], within: 2..<8) == 2)
        #expect(LineCells.border(4, among: [4], within: 2..<8) == 4)
    }

    @Test("row numbers above a thousand are numbers only where they follow on others")
    func largeNumbers() {
        let text = SourceText.literal("1000")
        let tokens = TokenText(0..<text.bytes.count, in: text)
        #expect(ParagraphGrid.RowNumber(tokens)?.arabic == nil)
        #expect(ParagraphGrid.RowNumber(tokens, limit: 1002)?.arabic == 1000)
    }

    @Test("a sentence below a group's name introduces the group")
    func introduction() throws {
        let record = try Documents.tasks(
            ["I", "Tuyên truyền", "", "", "", ""], ["", "Tập trung vào các việc sau:", "", "", "", ""], Self.whole)
        #expect(record.tasks.map { $0.group?.label } == ["I"])
        #expect(record.tasks.map { $0.group?.title } == ["Tuyên truyền"])
        #expect(record.coverage.unaccounted == 0)
    }
}
