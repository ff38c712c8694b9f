import Foundation
import Testing
import VanBanExport
import VanBanModel

/// A Python with the package `openpyxl`, which reads workbooks that others wrote.
enum WorkbookReader {
    static let python: [String]? = {
        let prepared = Repository.root.appending(path: ".build/schema-venv/bin/python").path
        return [[prepared], ["/usr/bin/env", "python3"]].first { command in
            FileManager.default.isExecutableFile(atPath: command[0])
                && (try? SchemaValidator.run(command + ["-c", "import openpyxl"]))?.status == 0
        }
    }()

    /// Sheet by sheet: `# title`, then each cell as `A1|type|value|comment`, and each row's height as `^ title 2 15.0`.
    static let script = """
        import sys, openpyxl
        for sheet in openpyxl.load_workbook(sys.argv[1]):
            print("#", sheet.title, sheet.freeze_panes, sheet.auto_filter.ref)
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.value is None: continue
                    kind = "date" if cell.is_date else {"n": "number", "s": "text", "f": "formula"}.get(cell.data_type, cell.data_type)
                    value = cell.value.date().isoformat() if cell.is_date else cell.value
                    print(f"{cell.coordinate}|{kind}|{value}|{cell.comment.text if cell.comment else ''}")
            for number, row in sheet.row_dimensions.items():
                print(f"^ {sheet.title} {number} {row.height}")
        """

    static func lines(of path: String) throws -> [String] {
        let result = try SchemaValidator.run((python ?? []) + ["-c", script, path])
        try #require(result.status == 0, "\(result.output)")
        return result.output.split(separator: "\n").map { String($0) }
    }
}

@Suite("A workbook", .enabled(if: WorkbookReader.python != nil, "no Python with the package 'openpyxl'"))
struct WorkbookTests {
    private let path = FileManager.default.temporaryDirectory.appending(path: "vanban-\(UUID().uuidString).xlsx").path

    private func write(_ record: Record, language: Language = .english) throws -> [String] {
        try RecordOutput(.xlsx, language: language).write([.init(record)], toFile: path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try WorkbookReader.lines(of: path)
    }

    @Test("has a sheet for each kind of record, its header still and with filters")
    func sheets() throws {
        let lines = try write(SampleRecords.full())
        let heads = lines.filter { $0.hasPrefix("# ") }
        #expect(heads.count == SheetKind.allCases.count)
        #expect(heads.contains("# Tasks A2 A1:Y2"))
    }

    @Test("dates are dates, numbers numbers, and a row's first cell says where it was read")
    func types() throws {
        let lines = try write(SampleRecords.full())
        #expect(lines.contains("T2|date|2024-06-30|"))
        #expect(lines.contains("I2|number|4.8918|"))
        #expect(lines.contains("A2|text|kế hoạch.html|kế hoạch.html, line 8, /html/body/p[300]"))
    }

    @Test("a text is a text, whatever it begins with")
    func formulas() throws {
        var record = SampleRecords.full()
        record.tasks[0].task = "=1+1"
        #expect(try write(record).contains("I2|text|=1+1|"))
    }

    @Test("a text longer than a cell is cut, and the row says so")
    func longTexts() throws {
        var record = SampleRecords.full()
        record.tasks[0].task = String(repeating: "ố", count: SheetXLSX.longestText + 1)
        let lines = try write(record)
        let cut = try #require(lines.first { $0.hasPrefix("I2|text|ố") })
        #expect(cut.unicodeScalars.count == SheetXLSX.longestText + "I2|text||".count)
        #expect(lines.contains { $0.hasPrefix("A2|text|kế hoạch.html|") && $0.contains("was cut") })
    }

    @Test("a row is as tall as its texts are when wrapped, up to what Excel allows")
    func heights() throws {
        var record = SampleRecords.full()
        record.tasks[0].task = "một"
        record.tasks[0].outputs = "hai"
        let short = try write(record).filter { $0.hasPrefix("^ Tasks 2 ") }
        // 143 letters, where the column has 60 figures.
        record.tasks[0].task = Array(repeating: "năm chữ", count: 18).joined(separator: " ")
        let long = try write(record).filter { $0.hasPrefix("^ Tasks 2 ") }
        #expect(short != long)
        #expect(long == ["^ Tasks 2 45.0"])
        record.tasks[0].task = Array(repeating: "năm chữ", count: 1000).joined(separator: " ")
        #expect(try write(record).contains("^ Tasks 2 409.0"))
    }

    @Test("is headed in the reader's language")
    func language() throws {
        #expect(try write(SampleRecords.full(), language: .vietnamese).contains("# Nhiệm vụ A2 A1:Y2"))
    }

    @Test("the same records give the same bytes")
    func deterministic() throws {
        var files: [Data] = []
        for _ in 0..<2 {
            try RecordOutput(.xlsx).write([.init(SampleRecords.full())], toFile: path)
            files.append(try Data(contentsOf: URL(filePath: path)))
        }
        try FileManager.default.removeItem(atPath: path)
        #expect(files[0] == files[1])
    }

    @Test("what could not be written leaves nothing behind")
    func failure() throws {
        #expect(throws: OutputError.self) {
            try RecordOutput(.xlsx).write([.init(SampleRecords.full())], toFile: "/nowhere/at/all.xlsx")
        }
    }
}
