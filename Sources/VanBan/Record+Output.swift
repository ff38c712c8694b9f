internal import VanBanExport
public import VanBanModel

/// The forms in which a record is written as text.
public enum TextFormat: Hashable, Sendable {
    /// The whole record (`Schemas/vanban-1.schema.json`), laid out for people.
    case json
    /// The whole record on one line.
    case line
    /// One kind of rows, a line each below a line of headings (RFC 4180).
    case csv(RowKind)
    /// A document for people.
    case markdown
    /// The deadlines as a calendar (RFC 5545).
    case calendar
}

/// The kinds of rows that a record holds.
public enum RowKind: String, Hashable, Sendable, CaseIterable {
    case documents, parts, sections, tasks, agencies, deadlines, scores, targets, references, diagnostics
}

extension Record {
    /// The record as text. The same record gives the same bytes everywhere.
    /// - Parameters:
    ///   - format: its form.
    ///   - language: of headings and words for people; keys are English everywhere.
    public func text(as format: TextFormat, in language: Language = .vietnamese) -> String {
        var collected = ByteCollector()
        // What collects bytes refuses none.
        try? Self.output(format, language).write(RecordOutput.Item(self), isContinued: false, to: &collected)
        return collected.text
    }

    /// Writes the record to a file, which is there whole or not at all.
    /// - Parameters:
    ///   - format: its form.
    ///   - path: the file.
    ///   - language: of headings and words for people.
    /// - Throws: `DocumentError` where it cannot be written.
    public func write(
        _ format: TextFormat, to path: String, in language: Language = .vietnamese
    ) throws(DocumentError) {
        try Self.write([self], Self.output(format, language), to: path)
    }

    private static func output(_ format: TextFormat, _ language: Language) -> RecordOutput {
        switch format {
        case .json: RecordOutput(.json, language: language)
        case .line: RecordOutput(.ndjson, language: language)
        case .csv(let kind): RecordOutput(.csv, language: language, sheets: [kind.sheet])
        case .markdown: RecordOutput(.markdown, language: language)
        case .calendar: RecordOutput(.ics, language: language)
        }
    }

    /// Writes records as one workbook (.xlsx), a sheet a kind of rows, days as days and numbers as numbers.
    /// - Parameters:
    ///   - records: the records, one after the other in each sheet.
    ///   - path: the file.
    ///   - kinds: the sheets, in this order; none for all.
    ///   - language: of headings and words for people.
    /// - Throws: `DocumentError` where it cannot be written.
    public static func writeWorkbook(
        _ records: [Record], to path: String, _ kinds: [RowKind] = [], in language: Language = .vietnamese
    ) throws(DocumentError) {
        try write(records, RecordOutput(.xlsx, language: language, sheets: kinds.map(\.sheet)), to: path)
    }

    private static func write(_ records: [Record], _ output: RecordOutput, to path: String) throws(DocumentError) {
        do throws(OutputError) {
            try output.write(records.map { RecordOutput.Item($0) }, toFile: path)
        } catch {
            throw DocumentError(error)
        }
    }
}

extension RowKind {
    var sheet: SheetKind { SheetKind(rawValue: rawValue) ?? .tasks }
}
