import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// Heads that stand a space apart, and not over their columns.
@Suite("heads that touch in tables aligned by spaces")
struct TouchingHeadsTests {
    private static let head =
        "QUYẾT ĐỊNH\nVề việc giao nhiệm vụ\n\nĐiều 1. Giao nhiệm vụ.\n\nPhụ lục\nDANH MỤC NHIỆM VỤ\n\n"
    private static let rows = """
        1     Ban hành kế hoạch        Kế hoạch        Sở Nội vụ      Sở Tài chính    Tháng
              năm 2026                                                                01/2026
        2     Tập huấn nghiệp vụ       02 lớp tập      Sở Tư pháp     UBND các xã,    Quý
              cho công chức            huấn                           phường          III/2026
        3     Rà soát văn bản          Báo cáo rà      Sở Tư pháp     Các sở, ban,    Trước ngày
                                       soát                           ngành           15/12/2026

        """

    private func cells(_ lines: [String]) throws -> [String]? {
        let document = try TextReader().read(Array(lines.joined(separator: "\n").utf8), name: "a.txt")
        let rows = LineClassifier(document.text).lines(of: document.blocks).enumerated().map {
            AlignedLine($1, at: $0, in: document.text)
        }
        return TouchingHeads.cells(of: rows, in: document.text)?.map { document.text.string($0.stretch) }
    }

    @Test(
        "the words of every line go to the heads in their order, wherever they stand",
        arguments: [[28, 44, 60], [34, 49, 64], [24, 36, 70], [44, 60, 75]])
    func order(places: [Int]) throws {
        let below = zip(places, ["chủ trì", "phối hợp", "hoàn thành"]).reduce("") { line, word in
            line + String(repeating: " ", count: max(1, word.0 - line.count)) + word.1
        }
        let heads = try cells(["TT    Nhiệm vụ Sản phẩm Cơ quan Cơ quan Thời gian", below])
        #expect(
            heads == [
                "TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành",
            ])
    }

    @Test("heads with room between them are left alone")
    func apart() throws {
        #expect(
            try cells(["TT    Nhiệm vụ    Sản phẩm   Chủ trì    Phối hợp", "                        (đơn vị)"]) == nil)
    }

    @Test("the columns are where the cells are, though the heads were moved away from them")
    func moved() throws {
        let header = """
            TT    Nhiệm vụ Sản phẩm Cơ quan Cơ quan Thời gian
                                                       chủ trì        phối hợp        hoàn thành

            """
        let record = try DocumentConverter().convert(Array((Self.head + header + Self.rows).utf8), name: "a.txt").record
        #expect(record.tasks.map(\.outputs) == ["Kế hoạch", "02 lớp tập huấn", "Báo cáo rà soát"])
        #expect(record.tasks.map(\.lead) == ["Sở Nội vụ", "Sở Tư pháp", "Sở Tư pháp"])
        #expect(record.tasks.map(\.coordinating) == ["Sở Tài chính", "UBND các xã, phường", "Các sở, ban, ngành"])
        #expect(record.tasks.map(\.deadline) == ["Tháng 01/2026", "Quý III/2026", "Trước ngày 15/12/2026"])
        #expect(record.coverage.unaccounted == 0)
    }
}
