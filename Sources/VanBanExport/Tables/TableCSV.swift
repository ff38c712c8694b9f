import VanBanModel

/// Tables as comma-separated values (RFC 4180: lines end with CR LF, UTF-8), one below the other.
///
/// Each table has a line of headers and, after the first, an empty line above it. Before a row's cells stand `file`,
/// `table`, `row` (from 1 in the table), `kind` (`task`, `group`, `other`), `task` (its sequence in the record), `line` (of
/// the source) and `doubts` (the codes of its errors and warnings). A merged cell stands in every row that it reaches
/// into.
package struct TableCSV: Sendable {
    /// Whether texts that a spreadsheet would take for formulas begin with an apostrophe.
    package var escapesFormulas: Bool

    package init(escapesFormulas: Bool = false) { self.escapesFormulas = escapesFormulas }

    private static let fixed = ["file", "table", "row", "kind", "task", "line", "doubts"]

    /// Writes tables.
    /// - Parameters:
    ///   - file: the document's name.
    ///   - isFirst: whether nothing was written above; else an empty line comes first.
    /// - Throws: the sink's ``OutputError``.
    package func write(
        _ sheets: [TableSheet], of file: String, isFirst: Bool = true, to sink: inout some OutputSink
    ) throws(OutputError) {
        for (index, sheet) in sheets.enumerated() {
            var page: [UInt8] = index == 0 && isFirst ? [] : [0x0D, 0x0A]
            CSVLine.append(Self.fixed + sheet.columns.map { text($0.header) }, to: &page)
            for row in sheet.rows {
                var codes: [String] = []
                for mark in sheet.marks(row: row.number) where mark.isDoubt {
                    let code = mark.diagnostic.code.rawValue
                    if !codes.contains(code) { codes.append(code) }
                }
                CSVLine.append(
                    [
                        text(file), sheet.table.id, String(row.number), row.kind.rawValue,
                        row.sequence.map { String($0) } ?? "",
                        row.place.map { String($0.line) } ?? "", codes.joined(separator: " "),
                    ] + row.cells.map { text($0.text) }, to: &page)
                if page.count > 1 << 16 {
                    try sink.write(page)
                    page.removeAll(keepingCapacity: true)
                }
            }
            try sink.write(page)
        }
    }

    private func text(_ text: String) -> String { escapesFormulas ? CSVLine.withoutFormula(text) : text }
}
