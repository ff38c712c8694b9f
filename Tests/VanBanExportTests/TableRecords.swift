import VanBanExport
import VanBanModel

/// Records with one small table, whose source is made of the cells in their order.
enum TableRecords {
    /// - Parameters:
    ///   - rows: kind and cells; an empty text has no place in the source.
    static func record(
        _ columns: [(String, ColumnRole?)], _ rows: [(Table.RowKind, [String])],
        adjust: (inout Table) -> Void = { _ in }, diagnostics: (Table) -> [Diagnostic] = { _ in [] }
    ) -> Record {
        var offset = 100
        var table = Table(
            id: "table-1", part: "part-1", caption: "Phụ lục", columns: columns.map { .init(header: $0.0, role: $0.1) },
            rowKinds: rows.map(\.0), location: Location(start: 90, end: 90, line: 9))
        for (number, row) in rows.enumerated() {
            table.rows.append(
                row.1.map { text in
                    guard !text.isEmpty else { return .init(text: "", location: nil) }
                    defer { offset += text.utf8.count + 1 }
                    return .init(
                        text: text,
                        location: Location(start: offset, end: offset + text.utf8.count, line: 10 + number))
                })
        }
        table.location.end = offset
        adjust(&table)
        var part = Part(id: "part-1", kind: .appendix, location: table.location)
        part.typeName = "Phụ lục"
        part.tables = [table]
        var tasks: [VanBanModel.Task] = []
        for kind in table.rowKinds where kind == .task {
            tasks.append(SampleRecords.task(sequence: tasks.count + 1))
        }
        return Record(
            source: Source(
                name: "kế hoạch.txt", format: .text, encoding: "utf-8", bytes: 1,
                sha256: String(repeating: "0", count: 64),
                tables: [TableReading(table: "table-1", layout: .wrapped, confidence: 0.876)]),
            parts: [part], tasks: tasks, diagnostics: diagnostics(table))
    }

    static let columns: [(String, ColumnRole?)] = [
        ("TT", .number), ("Nhiệm vụ", .task), ("Cơ quan chủ trì", .lead), ("Ghi chú", nil),
    ]

    /// A group, two tasks of which the second has no lead and shares its last cell with the first, and a sum.
    static let small = record(
        columns,
        [
            (.group, ["I", "Công tác chỉ đạo", "", ""]),
            (.task, ["1", "Ban hành kế hoạch, \"kịp thời\"", "Sở Nội vụ", "Năm <2024>"]),
            (.task, ["2", "Tuyên truyền & tập huấn", "", "Năm <2024>"]),
            (.other, ["Cộng", "", "", ""]),
        ],
        adjust: { table in
            table.rows[1][3].rowSpan = 2
            table.rows[2][3].location = table.rows[1][3].location
        },
        diagnostics: { table in
            guard let lead = table.rows[1][2].location, let number = table.rows[2][0].location,
                let task = table.rows[2][1].location
            else { return [] }
            return [
                Diagnostic(.missingNumber, at: Location(start: 0, end: 5, line: 1), arguments: ["plan"]),
                Diagnostic(.columnWithoutRole, at: Location(start: 92, end: 95, line: 9), arguments: ["Ghi chú"]),
                Diagnostic(.unknownAgency, at: lead, arguments: ["Sở <Nội> vụ"]),
                Diagnostic(
                    .missingLead, at: Location(start: number.start, end: task.end, line: number.line), arguments: ["2"]),
            ]
        })

    static func text(
        _ record: Record, width: Int = 80, language: Language = .english, ascii: Bool = false, color: Bool = false,
        doubtful: Bool = false
    ) throws -> [String] {
        var output = ByteCollector()
        try TableText(width: width, language: language, ascii: ascii, color: color)
            .write(TableSheet.sheets(of: record, doubtful: doubtful), of: record.source.name, to: &output)
        return output.text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    }

    /// The lines of the grid alone.
    static func grid(_ record: Record, width: Int = 60, ascii: Bool = true) throws -> [String] {
        try text(record, width: width, ascii: ascii).filter {
            $0.hasPrefix("|") || $0.hasPrefix("+") || $0.hasPrefix("=")
        }
    }
}
