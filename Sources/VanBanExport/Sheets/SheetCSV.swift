import VanBanModel

/// A sheet as comma-separated values (RFC 4180: lines end with CR LF; UTF-8), a line of keys first.
///
/// Days are ISO 8601, decimals have a point, nothing is nothing. A cell that a spreadsheet would take for a formula
/// (`=`, `+`, `@` first, or a minus before anything but a number) stays as the document has it; whoever opens the file
/// in a spreadsheet and doesn't trust the document uses XLSX, where text is text.
public struct SheetCSV: Hashable, Sendable {
    /// Whether the bytes begin with U+FEFF: Excel takes a file without it for the system's legacy encoding.
    public var hasByteOrderMark: Bool

    public init(hasByteOrderMark: Bool = false) { self.hasByteOrderMark = hasByteOrderMark }

    /// Writes keys and rows.
    /// - Parameter isContinued: whether rows of the same columns stand above: then neither mark nor keys are written.
    /// - Throws: the sink's ``OutputError``.
    public func write(_ sheet: Sheet, isContinued: Bool = false, to sink: inout some OutputSink) throws(OutputError) {
        var page: [UInt8] = []
        if !isContinued {
            if hasByteOrderMark { page += [0xEF, 0xBB, 0xBF] }
            CSVLine.append(sheet.columns.lazy.map(\.key), to: &page)
        }
        for row in sheet.rows {
            CSVLine.append(row.values.lazy.map(\.text), to: &page)
            if page.count > 1 << 16 {
                try sink.write(page)
                page.removeAll(keepingCapacity: true)
            }
        }
        try sink.write(page)
    }
}
