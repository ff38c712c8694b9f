import VanBanExport
import VanBanModel

/// Findings as JSON: one document for each file, `{"file", "findings": [...], "errors", "warnings", "notes"}`.
package struct FindingJSON: Sendable {
    private let layout: JSONLayout
    private let language: Language

    /// - Parameters:
    ///   - layout: pretty for people, compact for one document a line (NDJSON).
    ///   - language: of the messages and hints.
    package init(layout: JSONLayout, language: Language = .english) {
        self.layout = layout
        self.language = language
    }

    /// Writes one document and a line feed.
    /// - Throws: the sink's ``OutputError``.
    package func write(_ file: CheckedFile, to sink: inout some OutputSink) throws(OutputError) {
        try JSONWriter.write(to: &sink, layout: layout) { json in
            json.object { json in
                json.field("file", file.path)
                json.field("findings", file.findings.map { Written(finding: $0, file: file, language: language) })
                json.field("errors", file.count(.error))
                json.field("warnings", file.count(.warning))
                json.field("notes", file.count(.info))
            }
            json.endLine()
        }
    }

    private struct Written: JSONWritable {
        var finding: Finding
        var file: CheckedFile
        var language: Language

        func write(to json: inout JSONWriter) {
            json.object { json in
                json.field("code", finding.code)
                json.field("severity", finding.severity)
                json.field("message", finding.message(in: language))
                json.field("hint", finding.hint(in: language))
                json.field("part", file.part(of: finding)?.id)
                json.field("place", file.places.name(of: finding.location, in: language))
                json.field("location", place(finding.location))
                json.field("related", finding.related.map(place))
                json.field("alike", finding.alike.map(place))
                json.field("arguments", finding.arguments)
            }
        }

        private func place(_ location: Location) -> Place {
            let places = file.lines.places(of: location)
            return Place(
                location: location, line: places.start.line, column: places.start.column,
                path: file.path(of: location))
        }
    }

    private struct Place: JSONWritable {
        var location: Location
        var line: Int
        var column: Int
        var path: String?

        func write(to json: inout JSONWriter) {
            json.object(onOneLine: true) { json in
                json.field("start", location.start)
                json.field("end", location.end)
                json.field("line", line)
                json.field("column", column)
                json.field("path", path)
            }
        }
    }
}
