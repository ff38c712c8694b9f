import VanBanModel

/// A sheet as comma-separated values (RFC 4180: lines end with CR LF; UTF-8), a line of keys first.
///
/// Days are ISO 8601, decimals have a point, nothing is nothing. A text that a spreadsheet would take for a formula (`=`,
/// `+`, `@` first, or a minus before anything but a number) stays as the document has it for programs; for whoever opens
/// the file in a spreadsheet ``escapesFormulas`` sets an apostrophe before it. In XLSX text is text.
package struct SheetCSV: Hashable, Sendable {
    /// Whether the bytes begin with U+FEFF: Excel takes a file without it for the system's legacy encoding.
    package var hasByteOrderMark: Bool

    /// Whether texts that a spreadsheet would take for formulas begin with an apostrophe.
    package var escapesFormulas: Bool

    package init(hasByteOrderMark: Bool = false, escapesFormulas: Bool = false) {
        self.hasByteOrderMark = hasByteOrderMark
        self.escapesFormulas = escapesFormulas
    }

    /// Writes keys and rows.
    /// - Parameter isContinued: whether rows of the same columns stand above: then neither mark nor keys are written.
    /// - Throws: the sink's ``OutputError``.
    package func write(_ sheet: Sheet, isContinued: Bool = false, to sink: inout some OutputSink) throws(OutputError) {
        var page: [UInt8] = []
        if !isContinued {
            if hasByteOrderMark { page += [0xEF, 0xBB, 0xBF] }
            CSVLine.append(sheet.columns.lazy.map(\.key), to: &page)
        }
        for row in sheet.rows {
            CSVLine.append(row.values.lazy.map(text), to: &page)
            if page.count > 1 << 16 {
                try sink.write(page)
                page.removeAll(keepingCapacity: true)
            }
        }
        try sink.write(page)
    }

    private func text(of value: SheetValue) -> String {
        guard escapesFormulas, case .text(let text) = value else { return value.text }
        return CSVLine.withoutFormula(text)
    }
}
