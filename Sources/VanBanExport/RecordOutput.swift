import VanBanModel

/// How records are written: the format, and what a format asks for.
///
/// ```swift
/// let output = RecordOutput(.xlsx, language: .vietnamese)
/// try output.write(records, toFile: "nhiem-vu.xlsx")
/// ```
package struct RecordOutput: Hashable, Sendable {
    package enum Format: String, Hashable, Sendable, CaseIterable {
        /// The whole record (`Schemas/vanban-1.schema.json`), laid out for people.
        case json
        /// The whole record on one line.
        case ndjson
        /// One kind of record, ``SheetCSV``.
        case csv
        /// A workbook, one sheet a kind of record, ``SheetXLSX``.
        case xlsx
        /// A document for people, ``RecordMarkdown``.
        case markdown
        /// The deadlines as a calendar, ``SheetICS``.
        case ics

        /// What file names end with, without a dot.
        package var pathExtension: String { self == .markdown ? "md" : rawValue }
    }

    package var format: Format
    /// What headings of workbooks and documents are in; keys are English everywhere.
    package var language: Language
    /// The kinds of records that CSV and XLSX write, where they are chosen.
    package var sheets: [SheetKind]
    /// Whether CSV begins with U+FEFF (see ``SheetCSV``).
    package var hasByteOrderMark: Bool
    /// Whether texts of CSV that a spreadsheet would take for formulas begin with an apostrophe (see ``SheetCSV``).
    package var escapesFormulas: Bool

    package init(
        _ format: Format, language: Language = .english, sheets: [SheetKind] = [], hasByteOrderMark: Bool = false,
        escapesFormulas: Bool = false
    ) {
        self.format = format
        self.language = language
        self.sheets = sheets
        self.hasByteOrderMark = hasByteOrderMark
        self.escapesFormulas = escapesFormulas
    }

    /// A record, and what it is called where it is written.
    package struct Item: Sendable {
        package var record: Record
        /// For the rows of sheets; nil for the file's own name.
        package var document: String?

        package init(_ record: Record, document: String? = nil) {
            self.record = record
            self.document = document
        }
    }

    /// Writes one record to a stream. XLSX has no stream: use ``write(_:toFile:)``.
    /// - Parameter isContinued: whether a record was written to the stream before.
    /// - Throws: the sink's ``OutputError``; `refused` for XLSX.
    package func write(_ item: Item, isContinued: Bool, to sink: inout some OutputSink) throws(OutputError) {
        switch format {
        case .json: try JSONSerializer(layout: .pretty).write(item.record, to: &sink)
        case .ndjson: try JSONSerializer(layout: .compact).write(item.record, to: &sink)
        case .csv:
            let sheet = RecordSheets(item.record, document: item.document).sheet(sheets.first ?? .tasks)
            try SheetCSV(hasByteOrderMark: hasByteOrderMark, escapesFormulas: escapesFormulas)
                .write(sheet, isContinued: isContinued, to: &sink)
        case .markdown:
            try RecordMarkdown(language: language).write(item.record, document: item.document, to: &sink)
        case .ics:
            let calendar = SheetICS(language: language)
            try calendar.write(calendar.events(of: [item]), to: &sink)
        case .xlsx: throw .refused(reason: "system.workbook.stream")
        }
    }

    /// Writes records into one file, which is there whole or not at all.
    /// - Throws: ``OutputError``.
    package func write(_ items: [Item], toFile path: String) throws(OutputError) {
        if format == .ics {
            // One calendar for all.
            let calendar = SheetICS(language: language)
            try AtomicFile.write(to: path) { sink throws(OutputError) in
                try calendar.write(calendar.events(of: items), to: &sink)
            }
            return
        }
        guard format == .xlsx else {
            try AtomicFile.write(to: path) { sink throws(OutputError) in
                var isContinued = false
                for item in items {
                    try write(item, isContinued: isContinued, to: &sink)
                    isContinued = true
                }
            }
            return
        }
        try SheetXLSX.write(to: path, language: language) { workbook throws(OutputError) in
            for kind in sheets.isEmpty ? SheetKind.allCases : sheets { try workbook.append(kind.sheet) }
            for item in items {
                let rows = RecordSheets(item.record, document: item.document, namesPlaces: true)
                for kind in sheets.isEmpty ? SheetKind.allCases : sheets { try workbook.append(rows.sheet(kind)) }
            }
        }
    }

    /// The files that one record takes in a folder: `plan.json`; for CSV one a kind of record, `plan.tasks.csv`.
    package func files(stem: String) -> [(path: String, output: RecordOutput)] {
        guard format == .csv else { return [(stem + "." + format.pathExtension, self)] }
        return (sheets.isEmpty ? [.tasks, .scores, .references] : sheets).map { kind in
            var output = self
            output.sheets = [kind]
            return ("\(stem).\(kind.rawValue).csv", output)
        }
    }
}
