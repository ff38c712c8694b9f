import Testing
import VanBanModel
import VanBanReading

@testable import VanBanStructure

/// Names of groups in tables whose cells are wrapped lines with empty lines between them, as `pdftotext` writes merged
/// cells: right above the number of the row below.
@Suite("names of groups above the numbers of wrapped rows")
struct GroupTitleTests {
    private static let head =
        "KẾ HOẠCH\nNăm học 2025 - 2026\n\nPhụ lục\nLịch trình đào tạo\n\n"
        + "TT\n\nThời gian thực hiện\n\nNội dung công việc\n\nĐơn vị chủ trì\n\nĐơn vị phối hợp\n\n"

    private func row(_ number: Int) -> String {
        """
        \(number)

        Tháng \(number)/2026

        Tổ chức đợt rà soát thứ \(number) cho sinh viên các
        lớp của trường

        Phòng Đào tạo

        Các Khoa


        """
    }

    @Test("a name above the first row is none of the heads, and one above a later row is no cell", arguments: 2..<6)
    func titles(second: Int) throws {
        var text = Self.head
        for number in 1...9 {
            if number == 1 { text += "Học kỳ 1\n" }
            if number == second { text += "Học kỳ 2\n" }
            text += row(number)
        }
        let document = try TextReader().read(Array(text.utf8), name: "a.txt")
        let lines = LineClassifier(document.text).lines(of: document.blocks)
        let table = try #require(WrappedTables.tables(in: lines, text: document.text, agencies: .standard).first).table
            .table
        var printed = (1...9).map {
            "\($0) | Tổ chức đợt rà soát thứ \($0) cho sinh viên các lớp của trường | Các Khoa"
        }
        printed.insert(" | Học kỳ 2 | ", at: second - 1)
        printed.insert(" | Học kỳ 1 | ", at: 0)
        #expect(
            table.rows.map { row in
                [0, 2, 4].map { document.text.string(row.cells[$0]) }.joined(separator: " | ")
            } == printed)
    }
}
