import VanBanModel

/// Tables as comma-separated values (RFC 4180: lines end with CR LF, UTF-8), one below the other.
///
/// Each table has a line of headers and, after the first, an empty line above it. Before a row's cells stand `file`,
/// `table`, `row` (from 1 in the table), `kind` (`task`, `group`, `other`), `task` (its sequence in the record), `line` (of
/// the source) and `doubts` (the codes of its errors and warnings). A merged cell stands in every row that it reaches
/// into.
public struct TableCSV: Sendable {
    public init() {}

    private static let fixed = ["file", "table", "row", "kind", "task", "line", "doubts"]

    /// Writes tables.
    /// - Parameters:
    ///   - file: the document's name.
    ///   - isFirst: whether nothing was written above; else an empty line comes first.
    /// - Throws: the sink's ``OutputError``.
    public func write(
        _ sheets: [TableSheet], of file: String, isFirst: Bool = true, to sink: inout some OutputSink
    ) throws(OutputError) {
        for (index, sheet) in sheets.enumerated() {
            var page = index == 0 && isFirst ? "" : "\r\n"
            page += Self.line(Self.fixed + sheet.columns.map(\.header))
            for row in sheet.rows {
                var codes: [String] = []
                for mark in sheet.marks(row: row.number) where mark.isDoubt {
                    let code = mark.diagnostic.code.rawValue
                    if !codes.contains(code) { codes.append(code) }
                }
                page += Self.line(
                    [
                        file, sheet.table.id, String(row.number), row.kind.rawValue,
                        row.sequence.map { String($0) } ?? "",
                        row.place.map { String($0.line) } ?? "", codes.joined(separator: " "),
                    ] + row.cells.map(\.text))
                if page.utf8.count > 1 << 16 {
                    try sink.write(Array(page.utf8))
                    page = ""
                }
            }
            try sink.write(Array(page.utf8))
        }
    }

    private static func line(_ fields: [String]) -> String {
        fields.map(quoted).joined(separator: ",") + "\r\n"
    }

    /// A field, in quotation marks where it holds a comma, a quotation mark or a line end.
    private static func quoted(_ field: String) -> String {
        let needsMarks = field.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
        guard needsMarks else { return field }
        var quoted = "\""
        for scalar in field.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
