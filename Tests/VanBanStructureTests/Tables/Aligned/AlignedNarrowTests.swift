import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// Aligned tables whose columns are hardly wider than a word: nothing traps, and every character has an owner.
@Suite struct AlignedNarrowTests {
    private static let words =
        "Rà soát quy trình nội bộ Sở Nội vụ Tài chính UBND các xã Quý II/2026 Báo cáo kết quả Kế hoạch Tháng 5"
        .split(separator: " ").map(String.init)
    private static let heads = ["TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"]

    /// Rows of a few words a cell and line, some cells empty, some stretched, none minding the width of its column.
    private static func table(_ random: inout SeededGenerator) -> String {
        var places = [0]
        for _ in heads.dropFirst() {
            places.append((places.last ?? 0) + Int.random(in: places.count == 1 ? 4...6 : 9...16, using: &random))
        }
        func line(_ cells: [String]) -> String {
            var line = ""
            for (place, cell) in zip(places, cells) where !cell.isEmpty {
                line += String(repeating: " ", count: max(line.isEmpty ? 0 : 1, place - line.count)) + cell
            }
            return line
        }
        var lines = [line(heads)]
        for number in 1...Int.random(in: 2...5, using: &random) {
            for row in 0..<Int.random(in: 1...4, using: &random) {
                var cells = [row == 0 ? String(number) : ""]
                for _ in heads.dropFirst() {
                    let count = Int.random(in: 0...3, using: &random)
                    let gap = String(repeating: " ", count: Int.random(in: 0..<4, using: &random) == 0 ? 3 : 1)
                    cells.append(
                        (0..<count).compactMap { _ in words.randomElement(using: &random) }.joined(separator: gap))
                }
                lines.append(line(cells))
            }
        }
        return lines.joined(separator: "\n")
    }

    @Test("cells that run into the next columns, at random", arguments: 0..<20)
    func random(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<3 { _ = try Documents.appendix(lines: Self.table(&random)) }
    }

    @Test("a word that might stand two columns away is doubted as one of the column beside it")
    func twoColumnsAway() throws {
        let lines = """
            TT   Nhiệm vụ  Sản phẩm   Cơ quan chủ trì Thời gian
            1    quy       Nội kết    bộ   Tháng   xã 5   quy   Kế
                 quả       nội tập Rà vụ          trình Tài UBND
            2              II/2026    UBND hướng  hướng   đánh
                 trình   bộ Nội dẫn
            3    nội soát Tháng bộ                Văn   hướng   cán
            """
        _ = try Documents.appendix(lines: lines)
    }

    @Test(
        "words that a border's other place would move are those of one cell",
        arguments: [
            (cut: 4, other: 1, column: 2, words: 2..<4), (cut: 4, other: 3, column: 2, words: 3..<4),
            (cut: 4, other: 6, column: 1, words: 4..<5), (cut: 5, other: 9, column: 1, words: 5..<8),
        ])
    func doubts(cut: Int, other: Int, column: Int, words: Range<Int>) throws {
        let reading = LineCells.Reading(cells: [0..<2, 2..<4, 4..<5, 5..<5, 5..<8])
        let doubt = try #require(reading.doubt(ofBorder: 1, at: cut, or: other))
        #expect(doubt.column == column)
        #expect(doubt.words == words)
    }

    @Test("a table whose end moves up when its last lines are left out keeps those as text")
    func movingEnd() throws {
        let lines = """
            2.TT    Nhiệm vụ             Sản phẩm    chủ trì
            N 023 đạt 7,4893 điểm, trung bình thấp, giảm   h
            Đ với vùng đồng bằng ven biển phía Nam:
            ểm hòa giải”, “Công khai kinh phí trong năm
            Những đơn vị gồm nhiều cơ sở   khPhụ lục
            """
        _ = try Documents.appendix(lines: lines)
    }
}
