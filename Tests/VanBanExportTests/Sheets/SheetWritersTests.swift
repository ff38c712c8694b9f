import Foundation
import Testing
import VanBanExport
import VanBanModel

struct SheetWritersTests {
    private let sheet = Sheet(
        name: "x", title: BilingualText("x", "x"),
        columns: [
            SheetColumn("name", called: BilingualText("Name", "Tên"), width: 30),
            SheetColumn("score", called: BilingualText("Score", "Điểm"), .number),
            SheetColumn("day", called: BilingualText("Day", "Ngày"), .date),
            SheetColumn("none", called: BilingualText("None", "Trống")),
        ],
        rows: [
            SheetRow([.text("Sở \"Nội vụ\""), .number(43.5), SheetValue(CalendarDate(iso: "2024-06-30")), .none]),
            SheetRow([.text("UBND"), .number(4), .none, .none]),
        ])

    private func json(_ pages: [Sheet]) throws -> String {
        var collected = ByteCollector()
        var writer = SheetJSON()
        for page in pages { try writer.write(page, to: &collected) }
        try writer.end(to: &collected)
        return collected.text
    }

    @Test("JSON has an object a row with numbers as numbers, however many pages there are")
    func pages() throws {
        let text = try json([sheet])
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
        #expect(rows.count == 2)
        #expect(rows[0]["name"] as? String == "Sở \"Nội vụ\"")
        #expect(rows[0]["score"] as? Double == 43.5)
        #expect(rows[0]["day"] as? String == "2024-06-30")
        #expect(rows[1]["none"] is NSNull)
        var (one, other, empty) = (sheet, sheet, sheet)
        one.rows.removeLast()
        other.rows.removeFirst()
        empty.rows = []
        #expect(try json([one, other, empty]) == text)
        #expect(try json([empty]) == "[]\n")
        #expect(try json([]) == "[]\n")
    }

    private func table(_ sheet: Sheet, width: Int, language: Language = .english) throws -> String {
        var collected = ByteCollector()
        try SheetText(width: width, language: language).write(sheet, to: &collected)
        return collected.text
    }

    @Test("a table has its headings in the language asked for, numbers at the right, and no empty columns")
    func columns() throws {
        #expect(
            try table(sheet, width: 80, language: .vietnamese) == """
                Tên          Điểm  Ngày
                -----------  ----  ----------
                Sở "Nội vụ"  43.5  2024-06-30
                UBND            4

                """)
    }

    @Test("letters of two parts are as wide as those of one, and lines stay within the width", arguments: [24, 32, 60])
    func widths(width: Int) throws {
        var long = sheet
        long.rows[1].values[0] = .text(
            "Ủy ban nhân dân các huyện và thành phố".decomposedStringWithCanonicalMapping)
        for line in try table(long, width: width).split(separator: "\n") {
            #expect(DisplayWidth.of(line) <= width, "\(line)")
        }
    }

    @Test("where columns do not fit each row is a block of lines")
    func blocks() throws {
        let text = try table(sheet, width: 20)
        #expect(text.contains("Name   Sở \"Nội vụ\"\nScore  43.5\n"))
        #expect(text.components(separatedBy: "\n\n").count == 2)
    }

    @Test("what would command a terminal is shown, not obeyed")
    func commands() throws {
        var evil = sheet
        evil.rows[0].values[0] = .text("a\u{1B}[2Jb")
        #expect(!(try table(evil, width: 80)).contains("\u{1B}"))
    }

    @Test("nothing is written of a sheet without rows")
    func empty() throws {
        var empty = sheet
        empty.rows = []
        #expect(try table(empty, width: 80).isEmpty)
    }
}
