import VanBanModel

/// Tables as JSON: one document for each file, `{"file", "schemaVersion", "tables": [...]}`.
///
/// An entry of `tables` holds the `table` as the record's schema has it, its `reading`, and for each of its rows the
/// `rowNumbers` (from 1) and `taskSequences` (null for what is no task). `diagnostics` are those that fall into the table,
/// each with the `row` and the `column` (from 1) that it speaks of, where it speaks of one.
package struct TableSheetJSON: Sendable {
    private let layout: JSONLayout

    /// - Parameter layout: pretty for people, compact for one document a line (NDJSON).
    package init(layout: JSONLayout) { self.layout = layout }

    /// Writes one document and a line feed.
    /// - Parameter file: what the document is called; nil for its file's name.
    /// - Throws: the sink's ``OutputError``.
    package func write(
        _ sheets: [TableSheet], of record: Record, file: String? = nil, to sink: inout some OutputSink
    ) throws(OutputError) {
        try JSONWriter.write(to: &sink, layout: layout) { json in
            json.paths = record.paths
            json.pages = record.pages
            json.object { json in
                json.field("file", file ?? record.source.name)
                json.field("schemaVersion", record.schemaVersion)
                json.field("tables", sheets)
            }
            json.paths = nil
            json.pages = nil
            json.endLine()
        }
    }
}

extension TableSheet: JSONWritable {
    package func write(to json: inout JSONWriter) {
        var shown = table
        if isFiltered {
            shown.rows = rows.map { table.rows[$0.number - 1] }
            shown.rowKinds = rows.map(\.kind)
        }
        json.object { json in
            json.field("table", shown)
            json.field("reading", reading)
            json.field("rowNumbers", rows.map(\.number))
            json.field("taskSequences", rows.map(\.sequence))
            json.field("diagnostics", marks)
        }
    }
}

extension TableMark: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("row", row)
            json.field("column", column.map { $0 + 1 })
            json.field("diagnostic", diagnostic)
        }
    }
}
