import Foundation
import Testing
import VanBanReading

@testable import VanBanExport

/// Somebody else's sheet filled: `convert --template`.
@Suite(.enabled(if: Program.built != nil, "the program was not built"))
struct TemplateTests {
    private static let folder = Program.root.appending(path: "Examples/import")
    private static let template = folder.appending(path: "sheet.xlsx").path
    private static let units = folder.appending(path: "units.csv").path
    private let folder: Folder

    init() throws { folder = try Folder() }

    private func convert(_ arguments: String..., language: String = "en") throws -> Program.Run {
        try #require(
            try Program.run(
                ["vanban", "convert", Program.sample, "--template", Self.template, "--lang", language] + arguments))
    }

    /// The cells of a workbook as the program itself reads them: its only table, the headings first.
    private func rows(_ path: String) throws -> [[String]] {
        let run = try #require(try Program.run("convert", path, "--any", "--quiet"))
        let record = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
        let parts = try #require(record["parts"] as? [[String: Any]])
        let tables = parts.flatMap { $0["tables"] as? [[String: Any]] ?? [] }
        let table = try #require(tables.first)
        return (table["rows"] as? [[[String: Any]]] ?? []).map { $0.map { $0["text"] as? String ?? "" } }
    }

    private func template(_ isKnown: (String) -> Bool = { ImportHeads.field(of: $0) != nil }) throws -> WorkbookTemplate
    {
        try WorkbookTemplate(
            [UInt8](try Data(contentsOf: URL(filePath: Self.template))), limits: ReadingLimits(), isKnown: isKnown)
    }

    @Test("a template is read with its headings, widths, and what may be entered")
    func reading() throws {
        let template = try template()
        #expect(template.sheetName == "NhapNhiemVu" && template.firstRow == 5 && template.columns.count == 13)
        let lead = template.columns[4]
        #expect(lead.heading == "Đơn vị chủ trì Mã (*)" && lead.isRequired && lead.width == 10)
        if case .list(let codes)? = lead.rule {
            #expect(codes.count == 19 && codes[0] == "H46.01")
        } else {
            Issue.record("no list of codes")
        }
        #expect(template.columns[3].rule == .length(nil, 500) && template.columns[7].rule == .day)
        #expect(template.columns[10].rule == .list(["Chưa thực hiện", "Đang thực hiện", "Hoàn thành"]))
        #expect(template.columns[11].rule == .number(0, 100, isWhole: true))
        #expect(template.heads.filter { !$0.isHeading }.count == 2)
    }

    @Test(
        "headings are known by their words",
        arguments: [
            ("STT", "number"), ("Nội dung nhiệm vụ (*)", "task"), ("Mã đơn vị chủ trì", "leadCode"),
            ("Tên đơn vị", "lead"), ("Hạn hoàn thành", "due"), ("Thời gian thực hiện", "deadline"),
            ("SỐ VĂN BẢN", "documentNumber"), ("Trạng thái", "office"), ("% hoàn thành", "office"),
            ("Sản phẩm đầu ra", "outputs"), ("Cơ quan phối hợp", "coordinating"), ("Lời tựa", nil),
        ] as [(String, String?)])
    func heads(_ heading: String, _ field: String?) { #expect(ImportHeads.field(of: heading)?.rawValue == field) }

    @Test("a task is a row under the template's own headings; what the office adds stays empty")
    func filling() throws {
        let output = folder.path("import.xlsx")
        let run = try convert("--agencies", Self.units, "-o", output)
        #expect(run.status == 0 && run.output.isEmpty, "\(run.errors)")
        #expect(run.errors.contains("import.xlsx: 45 rows"))
        let written = try WorkbookTemplate(
            [UInt8](try Data(contentsOf: URL(filePath: output))), limits: ReadingLimits(),
            isKnown: { ImportHeads.field(of: $0) != nil })
        let template = try template()
        #expect(written.columns.map(\.heading) == template.columns.map(\.heading))
        #expect(written.columns.map(\.width).filter { $0 == nil }.isEmpty && written.firstRow == template.firstRow)
        let rows = try rows(output)
        let first = try #require(rows.first { $0.first == "1" })
        #expect(
            first.prefix(9) == [
                "1", "1245/QĐ-UBND", "14/06/2024",
                "Ban hành kế hoạch tuyên truyền Luật Thực hiện dân chủ ở cơ sở đến từng khu dân cư", "H46.02",
                "Sở Tư pháp",
                "Sở Nội vụ; Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh; UBND cấp huyện", "31/07/2024", "Tháng 7/2024",
            ])
        #expect(rows.filter { Int($0.first ?? "") != nil }.count == 45)
        #expect(first.dropFirst(10).allSatisfy { $0.isEmpty })
        // The same bytes of the same.
        let again = folder.path("again.xlsx")
        _ = try convert("--agencies", Self.units, "-o", again)
        let (one, other) = (URL(filePath: output), URL(filePath: again))
        #expect(try Data(contentsOf: one) == Data(contentsOf: other))
    }

    @Test("what the target would refuse is told row by row, in both languages", arguments: ["en", "vi"])
    func checking(_ language: String) throws {
        let run = try convert("--agencies", Self.units, "--check", language: language)
        #expect(run.status == 1)
        let lines = run.text.split(separator: "\n")
        let noDay = lines.filter { $0.contains("“Hạn hoàn thành (*)”") }
        #expect(
            !noDay.isEmpty && noDay.allSatisfy { $0.contains(language == "en" ? "is no day" : "không phải là ngày") })
        // Collective agencies and the farmers' union have no code in the list.
        #expect(lines.contains { $0.contains("Hội Nông dân tỉnh") && $0.contains("“Đơn vị chủ trì Mã (*)”") })
        #expect(lines.allSatisfy { $0.contains(language == "en" ? ", table 1, no. " : ", bảng 1, TT ") })
        #expect(run.errors.contains("\(lines.count) "))
    }

    @Test("each agency that leads has a row of its own, and files have at most so many rows, where that is asked for")
    func parts() throws {
        let output = folder.path("import.xlsx")
        let run = try convert(
            "--agencies", Self.units, "--one-row-per-lead", "--rows-per-file", "20", "-o", output, "--check")
        #expect(folder.names == ["import-1.xlsx", "import-2.xlsx", "import-3.xlsx"], "\(folder.names)")
        let counts = try folder.names.map { try rows(folder.path($0)).filter { Int($0.first ?? "") != nil }.count }
        #expect(counts == [20, 20, 17])
        // A list of codes is met by one code alone.
        #expect(!run.text.contains("not among"))
        #expect(run.text.contains("import-3.xlsx: row "))
    }

    @Test("a mapping says what columns hold, what they demand, and what stands in all of their cells")
    func mapping() throws {
        let output = folder.path("out") + "/"
        let mapping = try folder.file(
            "map.json",
            #"{"Trạng thái": {"text": "Chưa thực hiện"}, "Người theo dõi": {"field": "signer", "required": true}, "Sản phẩm": {"field": "outputs", "maxLength": 5}}"#
        )
        let run = try convert("--mapping", mapping, "-o", output, "--check")
        #expect(run.status == 1 && run.text.contains("“Sản phẩm”") && run.text.contains("at most 5 are taken"))
        let first = try #require(try rows(folder.path("out/sheet.xlsx")).first { $0.first == "1" })
        #expect(first[10] == "Chưa thực hiện" && !first[12].isEmpty)
    }

    @Test(
        "what cannot be taken is told, and ends with 2",
        arguments: [
            (#"["due"]"#, "no JSON"), (#"{"Sản phẩm": "product"}"#, "there is no field 'product'"),
            (#"{"Hạn": "due"}"#, "no column “hạn”"), (#"{"Sản phẩm": {"field": "outputs", "size": 3}}"#, "'size'"),
        ])
    func refused(_ mapping: String, _ words: String) throws {
        let run = try convert("--mapping", try folder.file("map.json", mapping), "--check")
        #expect(run.status == 2 && run.errors.contains(words), "\(run.errors)")
        let other = try #require(
            try Program.run("convert", Program.sample, "--template", Program.minimal, "--check"))
        #expect(other.status == 2 && other.errors.contains("no .xlsx workbook"))
    }

    @Test("options of templates want a template, and a file to write or a check")
    func usage() throws {
        for arguments in [
            ["--check"], ["--rows-per-file", "3"], ["--template", Self.template],
            ["--template", Self.template, "--format", "csv", "--check"],
            ["--template", Self.template, "--check", "--rows-per-file", "0"],
        ] {
            let run = try #require(try Program.run(["vanban", "convert", Program.sample] + arguments))
            #expect(run.status == 64, "\(arguments)")
        }
        // A template is no output.
        #expect(try convert("-o", Self.template).status == 64)
    }
}
