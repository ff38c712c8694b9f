import Testing
import VanBanExport
import VanBanModel

struct SheetTests {
    private let sheets = RecordSheets(SampleRecords.full(), document: "hồ sơ/kế hoạch.html")

    private func value(_ key: String, of kind: SheetKind, row: Int = 0) throws -> SheetValue {
        let sheet = sheets.sheet(kind)
        let column = try #require(sheet.columns.firstIndex { $0.key == key }, "\(kind) has no column \(key)")
        return sheet.rows[row].values[column]
    }

    @Test("every row has a value for each column of its sheet", arguments: SheetKind.allCases, Sample.allCases)
    func widths(kind: SheetKind, sample: Sample) {
        let sheet = RecordSheets(sample.record).sheet(kind)
        #expect(sheet.rows.allSatisfy { $0.values.count == sheet.columns.count })
        #expect(Set(sheet.columns.map(\.key)).count == sheet.columns.count)
    }

    @Test("a record without anything has a row for the document and none else", arguments: SheetKind.allCases)
    func empty(kind: SheetKind) {
        #expect(RecordSheets(SampleRecords.empty()).rows(kind).count == (kind == .documents ? 1 : 0))
    }

    @Test("a task's row has its cells as printed and its values as read")
    func task() throws {
        #expect(try value("document", of: .tasks) == .text("hồ sơ/kế hoạch.html"))
        #expect(try value("lead", of: .tasks) == .text("Sở Nội vụ"))
        #expect(try value("outputItems", of: .tasks) == .text("Báo cáo; kế hoạch"))
        #expect(try value("due", of: .tasks) == .date(#require(CalendarDate(iso: "2024-06-30"))))
        #expect(try value("otherCells", of: .tasks) == .text("Ký hiệu: x"))
        #expect(try value("line", of: .tasks) == .integer(8))
        #expect(try value("path", of: .tasks) == .text("/html/body/p[300]"))
    }

    @Test("a task whose deadlines are not all days has no last day")
    func openDeadline() throws {
        var record = SampleRecords.full()
        record.tasks[0].deadlines.append(Deadline(text: "Thường xuyên", kind: .recurring))
        let sheet = RecordSheets(record).sheet(.tasks)
        let due = try #require(sheet.columns.firstIndex { $0.key == "due" })
        #expect(sheet.rows[0].values[due] == .none)
    }

    @Test("doubts stand at the task whose row they lie in")
    func doubts() throws {
        var record = SampleRecords.full()
        let inside = Location(start: 305, end: 306, line: 8)
        record.diagnostics = [
            Diagnostic(.missingLead, at: inside), Diagnostic(.missingLead, at: inside),
            Diagnostic(.missingNumber, at: Location(start: 900, end: 901, line: 20)),
        ]
        let sheet = RecordSheets(record).sheet(.tasks)
        let doubts = try #require(sheet.columns.firstIndex { $0.key == "doubts" })
        #expect(sheet.rows[0].values[doubts] == .text("missingLead"))
    }

    @Test("agencies, deadlines and the outline have a row each")
    func children() throws {
        #expect(sheets.rows(.agencies).count == 2)
        #expect(try value("duty", of: .agencies, row: 1) == .text("coordinating"))
        #expect(try value("frequency", of: .deadlines) == .text("quarterly; annual"))
        #expect(try value("parent", of: .sections, row: 1) == .text("section-1"))
        #expect(try value("depth", of: .sections, row: 1) == .integer(2))
    }

    @Test("what else is known of agencies, deadlines, documents cited and targets has its column")
    func furtherColumns() throws {
        #expect(try value("dimensionCode", of: .tasks) == .text("PAPI-1"))
        #expect(try value("kind", of: .agencies) == .text("department"))
        #expect(try value("person", of: .agencies) == .text("Nguyễn Văn A"))
        #expect(try value("place", of: .agencies) == .text("Sóc Trăng"))
        #expect(try value("successorId", of: .agencies) == .text("so-nv"))
        #expect(try value("offset", of: .deadlines) == .text("P15D"))
        #expect(try value("workingDays", of: .deadlines) == .integer(1))
        #expect(try value("reference", of: .deadlines) == .text("reference-1"))
        #expect(try value("symbol", of: .references) == .text("QĐ-UBND"))
        #expect(try value("relations", of: .references) == .text("amends part-1 (planned)"))
        #expect(try value("task", of: .targets) == .integer(1))
        #expect(try value("comparator", of: .targets) == .text("between"))
        #expect(try value("upper", of: .targets) == .number(98))
        #expect(try value("endDate", of: .targets) == .date(#require(CalendarDate(iso: "2024-12-31"))))
    }

    @Test("CSV quotes what needs it, ends lines with CR LF and has its keys once")
    func csv() throws {
        var sheet = Sheet(
            name: "x", title: BilingualText("x", "x"),
            columns: [
                SheetColumn("a", called: BilingualText("A", "A")),
                SheetColumn("b", called: BilingualText("B", "B"), .number),
            ])
        sheet.rows = [SheetRow([.text("một, \"hai\"\nba"), .number(43.5)]), SheetRow([.none, .integer(-1)])]
        var collected = ByteCollector()
        try SheetCSV().write(sheet, to: &collected)
        #expect(collected.text == "a,b\r\n\"một, \"\"hai\"\"\nba\",43.5\r\n,-1\r\n")
        try SheetCSV().write(sheet, isContinued: true, to: &collected)
        #expect(collected.text.components(separatedBy: "a,b").count == 2)
    }

    @Test("CSV begins with a byte order mark where one is wanted, and only once")
    func byteOrderMark() throws {
        var collected = ByteCollector()
        let writer = SheetCSV(hasByteOrderMark: true)
        try writer.write(sheets.sheet(.tasks), to: &collected)
        try writer.write(sheets.sheet(.tasks), isContinued: true, to: &collected)
        #expect(collected.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(collected.text.unicodeScalars.count { $0 == "\u{FEFF}" } == 1)
    }
}
