import Testing
import VanBanModel

@testable import VanBanExport

@Suite struct DisplayWidthTests {
    @Test(
        "Vietnamese is as wide as it has letters, composed or decomposed; wide letters are two, marks nothing",
        arguments: [
            ("Quyết định", 10), ("Quye\u{302}\u{301}t di\u{323}nh", 10), ("đ", 1), ("Ủy ban", 6), ("", 0),
            ("\u{200B}a\u{200D}\u{FEFF}", 1), ("漢字", 4), ("ｶ", 1), ("Ａ", 2), ("😀", 2), ("“…”", 3), ("a\u{AD}b", 2),
        ])
    func width(_ text: String, _ columns: Int) { #expect(DisplayWidth.of(text) == columns) }
}

@Suite struct WrappedTextTests {
    @Test("text is cut between words, and no line is wider than it may be")
    func words() {
        #expect(
            WrappedText.lines(of: "Ủy ban nhân dân tỉnh", width: 8) == ["Ủy ban", "nhân dân", "tỉnh"])
        #expect(WrappedText.lines(of: "", width: 8) == [""])
        #expect(WrappedText.lines(of: " a \n b ", width: 8) == ["a b"])
    }

    @Test("a word wider than the line is cut behind a sign, else where it must be, never within a letter")
    func longWords() {
        #expect(WrappedText.lines(of: "27/KH-UBND", width: 7) == ["27/KH-", "UBND"])
        #expect(WrappedText.lines(of: "nghiêng", width: 4) == ["nghi", "êng"])
        #expect(WrappedText.lines(of: "ne\u{302}\u{301}u", width: 2) == ["ne\u{302}\u{301}", "u"])
        #expect(WrappedText.lines(of: "漢字漢", width: 3) == ["漢", "字", "漢"])
    }

    @Test("nothing of a text is lost by wrapping", arguments: 2...20)
    func keepsAll(width: Int) {
        let text = "Kế hoạch số 27/KH-UBND ngày 05/02/2024 của 漢字 ne\u{302}\u{301}u \u{301} https://vidu.gov.vn/van-ban"
        let lines = WrappedText.lines(of: text, width: width)
        let kept = String(lines.joined().unicodeScalars.filter { $0 != " " })
        #expect(kept.utf8.elementsEqual(String(text.unicodeScalars.filter { $0 != " " }).utf8))
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
    }

    @Test("a document cannot steer the terminal")
    func commands() {
        #expect(WrappedText.lines(of: "a\u{1B}[31m\u{202E}b\u{7}", width: 20) == ["a\u{FFFD}[31m\u{FFFD}b\u{FFFD}"])
    }
}

@Suite struct TableTextTests {
    @Test("the grid shows groups across, merged and empty cells, and each doubt at its cell")
    func grid() throws {
        let drawn = """
            +----+------+------------------------+-----------+---------+
            |    | TT   | Nhiệm vụ               | Cơ quan   | *1 Ghi  |
            |    |      |                        | chủ trì   | chú     |
            +====+======+========================+===========+=========+
            |1 > | I    | Công tác chỉ đạo                             |
            +----+------+------------------------+-----------+---------+
            |2 #1| 1    | Ban hành kế hoạch,     | *2 Sở Nội | Năm     |
            |    |      | "kịp thời"             | vụ        | <2024>  |
            +----+------+------------------------+-----------+         |
            |3 #2| 2    | Tuyên truyền & tập     | ?3 ()     | "       |
            |    |      | huấn                   |           |         |
            +----+------+------------------------+-----------+---------+
            |4 - | Cộng | ()                     | ()        | ()      |
            +----+------+------------------------+-----------+---------+
            """
        #expect(try TableRecords.grid(TableRecords.small).joined(separator: "\n") == drawn)
    }

    @Test("a row's number, its task and what is no task stand at the left")
    func gutter() throws {
        let grid = try TableRecords.grid(TableRecords.small)
        for head in ["|1 > |", "|2 #1|", "|3 #2|", "|4 - |"] {
            #expect(grid.contains { $0.hasPrefix(head) }, "\(head)")
        }
    }

    @Test("a group's title reaches over the empty columns behind it")
    func group() throws {
        let row = try #require(try TableRecords.grid(TableRecords.small).first { $0.hasPrefix("|1 > |") })
        #expect(row.filter { $0 == "|" }.count == 4)
        #expect(row.contains("| Công tác chỉ đạo  "))
    }

    @Test("a cell that reaches down has no line under it, and a ditto mark where it goes on")
    func merged() throws {
        let grid = try TableRecords.grid(TableRecords.small)
        let row = try #require(grid.firstIndex { $0.hasPrefix("|3 #2|") })
        #expect(grid[row - 1].hasSuffix(" +") == false && grid[row - 1].hasSuffix(" |"))
        #expect(grid[row].contains("\"") && !grid[row].contains("2024"))
    }

    @Test("a wide cell is drawn over its columns, and never over text")
    func wide() throws {
        let record = TableRecords.record(
            TableRecords.columns, [(.task, ["1", "Cả hai cột", "", "x"]), (.task, ["2", "Cả hai", "cột", "y"])],
            adjust: { table in
                table.rows[0][1].columnSpan = 2
                table.rows[1][1].columnSpan = 2
            })
        let grid = try TableRecords.grid(record)
        let wide = try #require(grid.first { $0.hasPrefix("|1 #1|") })
        let own = try #require(grid.first { $0.hasPrefix("|2 #2|") })
        #expect(wide.filter { $0 == "|" }.count == 5)
        #expect(own.filter { $0 == "|" }.count == 6 && own.contains("cột"))
    }

    @Test("empty cells are seen")
    func empty() throws {
        let row = try #require(try TableRecords.grid(TableRecords.small).first { $0.hasPrefix("|3 #2|") })
        #expect(row.contains("?3 ()"))
    }

    @Test("doubts stand at the cell that they speak of, and are explained below in the reader's language")
    func doubts() throws {
        let english = try TableRecords.text(TableRecords.small, width: 200)
        #expect(english.contains { $0.contains("*2 Sở Nội vụ") })
        #expect(english.contains { $0.contains("*1 Ghi chú") })
        #expect(
            english.contains(
                "  ?3   row 3, column Cơ quan chủ trì, line 12: warning missingLead: Row 2 names no lead agency. Add the lead agency."
            ))
        let vietnamese = try TableRecords.text(TableRecords.small, width: 200, language: .vietnamese)
        #expect(
            vietnamese.contains { $0.contains("hàng 3, cột Cơ quan chủ trì, dòng 12: cảnh báo missingLead: Hàng 2") })
        // What is said of other places of the document is not the table's.
        #expect(!english.contains { $0.contains("missingNumber") })
    }

    @Test("what is known of the table stands above it")
    func description() throws {
        let text = try TableRecords.text(TableRecords.small, width: 200).joined(separator: "\n")
        for words in [
            "table-1 (kế hoạch.txt)", "part-1, appendix, Phụ lục", "lines 9-13", "wrapped lines, confidence 87%",
            "4 rows: 2 tasks, 1 group, 1 no task", "2 Nhiệm vụ (task); 3 Cơ quan chủ trì (lead); 4 Ghi chú (no role)",
            "1 doubt, 2 notes",
        ] { #expect(text.contains(words), "\(words)") }
        let vietnamese = try TableRecords.text(TableRecords.small, width: 200, language: .vietnamese)
            .joined(separator: "\n")
        for words in [
            "các dòng bị ngắt liền nhau, độ tin cậy 87%", "3 Cơ quan chủ trì (chủ trì)", "1 nghi vấn, 2 ghi chú",
        ] {
            #expect(vietnamese.contains(words), "\(words)")
        }
    }

    @Test("no line is wider than it may be, at any width", arguments: [20, 30, 40, 52, 60, 77, 80, 120, 200])
    func width(_ width: Int) throws {
        for record in SampleRecords.all + [TableRecords.small] {
            for ascii in [true, false] {
                let lines = try TableRecords.text(record, width: width, ascii: ascii)
                #expect(
                    lines.allSatisfy { DisplayWidth.of($0) <= width }, "\(lines.filter { DisplayWidth.of($0) > width })"
                )
            }
        }
    }

    @Test("every line of a grid is as wide as the others")
    func straight() throws {
        for width in [60, 80, 120] {
            let widths = Set(try TableRecords.grid(TableRecords.small, width: width).map { DisplayWidth.of($0) })
            #expect(widths.count == 1)
        }
    }

    @Test("where the columns do not fit side by side, rows are listed cell by cell, and nothing is left out")
    func narrow() throws {
        let lines = try TableRecords.text(TableRecords.small, width: 24, ascii: true)
        #expect(!lines.contains { $0.hasPrefix("+") || $0.hasPrefix("|") })
        let words = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
        #expect(words.contains("Nhiệm vụ Tuyên truyền & tập huấn Cơ quan chủ trì ?3 ()"))
        #expect(words.contains("Ghi chú \" Năm <2024>"))
    }

    @Test("lines are drawn with ASCII where that is wanted")
    func ascii() throws {
        let record = TableRecords.record(
            [("TT", .number), ("Task", .task)], [(.task, ["1", ""]), (.group, ["I", "A"])])
        let lines = try TableRecords.text(record, ascii: true).filter { !$0.contains("Phụ lục") && !$0.contains("kế") }
        #expect(lines.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
    }

    @Test("colours are there only when asked for, and change no text")
    func color() throws {
        let plain = try TableRecords.text(TableRecords.small).joined(separator: "\n")
        let colored = try TableRecords.text(TableRecords.small, color: true).joined(separator: "\n")
        #expect(!plain.contains("\u{1B}"))
        var stripped = ""
        var isSign = false
        for character in colored {
            if character == "\u{1B}" { isSign = true }
            if !isSign { stripped.append(character) }
            if isSign, character == "m" { isSign = false }
        }
        #expect(stripped == plain)
        #expect(colored.contains("\u{1B}[33m?3 ∅\u{1B}[0m"))
    }

    @Test("with doubtful rows alone, a merged cell whose beginning is not shown shows its text")
    func doubtful() throws {
        let lines = try TableRecords.text(TableRecords.small, width: 100, ascii: true, doubtful: true)
        #expect(lines.contains { $0.hasPrefix("|3 #2|") && $0.contains("\" Năm <2024>") })
        #expect(!lines.contains { $0.hasPrefix("|2 #1|") })
        #expect(!lines.contains { $0.contains("unknownAgency") })
        let clean = TableRecords.record(TableRecords.columns, [(.task, ["1", "A", "B", "C"])])
        #expect(try TableRecords.text(clean, doubtful: true).contains("  no doubtful rows"))
    }
}

@Suite struct TableMarkTests {
    /// The place of the only mark that a diagnostic gives on the table, as row and column from 1.
    private func place(_ diagnostic: (Table) -> Diagnostic) -> [Int?] {
        let record = TableRecords.record(
            TableRecords.columns,
            [(.task, ["1", "Ban hành", "Sở A", "x"]), (.task, ["", "Tuyên truyền", "Sở B", "y"])],
            diagnostics: { [diagnostic($0)] })
        let marks = TableSheet.sheets(of: record).flatMap(\.marks)
        return marks.count == 1 ? [marks[0].row, marks[0].column.map { $0 + 1 }] : []
    }

    private func row(_ table: Table, _ number: Int) -> Location {
        let cells = table.rows[number - 1].compactMap(\.location)
        return cells.dropFirst().reduce(cells[0]) { $0.joined($1) }
    }

    @Test("a diagnostic within a cell marks that cell")
    func cell() { #expect(place { Diagnostic(.assumedYear, at: $0.rows[1][2].location ?? $0.location) } == [2, 3]) }

    @Test("one of a whole row marks the row, or the column that its code is about")
    func wholeRow() {
        #expect(place { Diagnostic(.raggedRow, at: row($0, 1)) } == [1, nil])
        #expect(place { Diagnostic(.missingRowNumber, at: row($0, 2)) } == [2, 1])
        #expect(place { Diagnostic(.missingLead, at: row($0, 2)) } == [2, 3])
    }

    @Test("one of the table marks neither")
    func wholeTable() { #expect(place { Diagnostic(.tableWithoutTasks, at: $0.location) } == [nil, nil]) }

    @Test("one elsewhere is not the table's")
    func elsewhere() { #expect(place { _ in Diagnostic(.strayText, at: Location(start: 1, end: 5, line: 1)) } == []) }
}
