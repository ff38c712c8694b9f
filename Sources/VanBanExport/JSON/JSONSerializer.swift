import VanBanModel

/// Turns records into JSON as `Schemas/vanban-1.schema.json` describes it.
///
/// Every field of the model is written, in the contract's order and under its property's name, so that `JSONDecoder`
/// reads a `Record` back. The same record gives the same bytes on every machine.
///
/// ```swift
/// var output = FileHandleSink.standardOutput
/// let lines = JSONSerializer(layout: .compact)
/// for record in records { try lines.write(record, to: &output) }  // NDJSON
/// ```
package struct JSONSerializer: Hashable, Sendable {
    /// Pretty for people, compact for NDJSON.
    package var layout: JSONLayout

    package init(layout: JSONLayout) { self.layout = layout }

    /// Writes a record and one line feed, in chunks of at most 64 KiB: memory does not grow with the record.
    ///
    /// - Throws: the sink's ``OutputError``.
    package func write(_ record: Record, to sink: inout some OutputSink) throws(OutputError) {
        try JSONWriter.write(to: &sink, layout: layout) { json in
            record.write(to: &json)
            json.endLine()
        }
    }

    /// The same as one string, its line feed included.
    package func string(_ record: Record) -> String {
        let bytes = JSONWriter.bytes(layout: layout) { json in
            record.write(to: &json)
            json.endLine()
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
