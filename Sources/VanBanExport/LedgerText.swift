/// The ledger of a document as lines for people and for `grep`: byte range, line, owner, text, with tabs between.
package enum LedgerText {
    package struct Line: Sendable, Hashable {
        package var start: Int
        package var end: Int
        package var line: Int
        package var owner: String
        package var text: String
        package var alsoClaimedBy: String?

        package init(start: Int, end: Int, line: Int, owner: String, text: String, alsoClaimedBy: String?) {
            self.start = start
            self.end = end
            self.line = line
            self.owner = owner
            self.text = text
            self.alsoClaimedBy = alsoClaimedBy
        }
    }

    /// Writes the lines.
    /// - Throws: the sink's ``OutputError``.
    package static func write(_ lines: [Line], to sink: inout some OutputSink) throws(OutputError) {
        var buffer = ""
        for line in lines {
            buffer += "\(line.start)-\(line.end)\t\(line.line)\t\(line.owner)"
            if let other = line.alsoClaimedBy { buffer += " !\(other)" }
            buffer += "\t\(line.text)\n"
            if buffer.utf8.count > 1 << 16 {
                try flush(&buffer, to: &sink)
            }
        }
        try flush(&buffer, to: &sink)
    }

    private static func flush(_ buffer: inout String, to sink: inout some OutputSink) throws(OutputError) {
        let bytes = Array(buffer.utf8)
        buffer.removeAll(keepingCapacity: true)
        if !bytes.isEmpty { try sink.write(bytes) }
    }
}
