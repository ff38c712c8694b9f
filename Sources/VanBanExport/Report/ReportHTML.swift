import VanBanModel

/// A report as one web page that prints on one or two sheets of A4.
package struct ReportHTML: Sendable {
    package init() {}

    /// - Throws: the sink's ``OutputError``.
    package func write(_ report: ReportDocument, to sink: inout some OutputSink) throws(OutputError) {
        var html = """
            <!DOCTYPE html>
            <html lang="\(report.language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(Self.escaped(report.title))</title>
            <style>
            @page { size: A4; margin: 15mm }
            body { font: 11pt/1.35 "Times New Roman", "Liberation Serif", serif; max-width: 180mm; margin: 1em auto; padding: 0 1em }
            h1 { font-size: 15pt; text-align: center; margin: 0 0 .8em }
            h2 { font-size: 12pt; margin: 1.1em 0 .3em; border-bottom: 1px solid #888 }
            p { margin: .2em 0 }
            table { border-collapse: collapse; width: 100%; font-size: 10pt; break-inside: auto }
            tr { break-inside: avoid }
            th, td { border: 1px solid #999; padding: 2px 5px; text-align: left; vertical-align: top }
            th { background: #eee }
            .n { text-align: right; white-space: nowrap }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .1em 1em; margin: 0 }
            dt { color: #444 } dd { margin: 0 }
            </style>
            </head>
            <body>
            <h1>\(Self.escaped(report.title))</h1>

            """
        for block in report.blocks { html += Self.html(of: block) + "\n" }
        try sink.write(Array((html + "</body>\n</html>\n").utf8))
    }

    private static func html(of block: ReportDocument.Block) -> String {
        switch block {
        case .heading(let text): return "<h2>\(escaped(text))</h2>"
        case .line(let text): return "<p>\(escaped(text))</p>"
        case .facts(let facts):
            return "<dl>" + facts.map { "<dt>\(escaped($0.name))</dt><dd>\(escaped($0.value))</dd>" }.joined() + "</dl>"
        case .table(let head, let rows):
            let kinds = head.indices.map { ReportDocument.isNumeric($0, of: rows) ? " class=\"n\"" : "" }
            let heads = zip(head, kinds).map { "<th scope=\"col\"\($1)>\(escaped($0))</th>" }.joined()
            let body = rows.map { row in
                "<tr>" + zip(row, kinds).map { "<td\($1)>\(escaped($0))</td>" }.joined() + "</tr>"
            }
            return
                "<table>\n<thead><tr>\(heads)</tr></thead>\n<tbody>\n\(body.joined(separator: "\n"))\n</tbody>\n</table>"
        }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
