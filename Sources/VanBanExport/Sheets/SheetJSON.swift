import VanBanModel

/// A sheet as JSON: an array of objects, one row a line, under the columns' keys. Days are ISO 8601; nothing is `null`.
///
/// Pages of one sheet are written one after the other, and ``end(to:)`` closes them.
package struct SheetJSON: Sendable {
    private var hasRows = false
    private var isOpen = false

    package init() {}

    /// Writes the rows of a page.
    /// - Throws: the sink's ``OutputError``.
    package mutating func write(_ sheet: Sheet, to sink: inout some OutputSink) throws(OutputError) {
        var page: [UInt8] = []
        if !isOpen { page.append(UInt8(ascii: "[")) }
        isOpen = true
        for row in sheet.rows {
            if hasRows { page.append(UInt8(ascii: ",")) }
            page += "\n  ".utf8
            hasRows = true
            page += JSONWriter.bytes(layout: .compact) { json in
                json.object { json in
                    for (column, value) in zip(sheet.columns, row.values) { json.field(named: column.key, value) }
                }
            }
        }
        try sink.write(page)
    }

    /// Closes the array, and opens it first where nothing was written.
    /// - Throws: the sink's ``OutputError``.
    package mutating func end(to sink: inout some OutputSink) throws(OutputError) {
        try sink.write(Array(((isOpen ? "" : "[") + (hasRows ? "\n]\n" : "]\n")).utf8))
        self = SheetJSON()
    }
}

extension SheetValue: JSONWritable {
    package func write(to json: inout JSONWriter) {
        switch self {
        case .none: json.null()
        case .text(let text): json.string(text)
        case .integer(let integer): json.number(integer)
        case .number(let number): json.number(number)
        case .date(let date): date.write(to: &json)
        }
    }
}
