import VanBanModel

/// Tables as one page for a browser: each row beside what stands in the source, doubtful cells set off.
///
/// The page is whole in itself: it asks the network for nothing and runs no scripts.
package struct TableHTML: Sendable {
    package let language: Language
    private let words: TableWords

    package init(language: Language = .english) {
        self.language = language
        words = TableWords(language: language)
    }

    /// Writes the page.
    /// - Parameter file: the document's name.
    /// - Throws: the sink's ``OutputError``.
    package func write(
        _ sheets: [TableSheet], of file: String, to sink: inout some OutputSink
    ) throws(OutputError) {
        var page = """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(Self.escaped(words("tablesOf") + " " + file))</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <h1>\(words("tablesOf")) <span lang="vi">\(Self.escaped(file))</span></h1>

            """
        if sheets.isEmpty { page += "<p>\(words("noTables"))</p>\n" }
        if sheets.count > 1 { contents(sheets, &page) }
        for sheet in sheets {
            page += "<section id=\"\(Self.escaped(sheet.table.id))\">\n"
            describe(sheet, &page)
            head(sheet, &page)
            for row in sheet.rows {
                draw(row, of: sheet, &page)
                if page.utf8.count > 1 << 16 {
                    try sink.write(Array(page.utf8))
                    page = ""
                }
            }
            page += "</tbody>\n</table>\n</div>\n"
            explain(sheet, &page)
            page += "</section>\n"
        }
        page += "</body>\n</html>\n"
        try sink.write(Array(page.utf8))
    }

    // MARK: What is known of a table

    private func contents(_ sheets: [TableSheet], _ page: inout String) {
        page += "<nav><ul>\n"
        for sheet in sheets {
            let id = Self.escaped(sheet.table.id)
            page +=
                "<li><a href=\"#\(id)\">\(id)</a>: <span lang=\"vi\">\(Self.escaped(sheet.table.caption ?? "–"))</span>"
            page += " (\(Self.escaped(words.counts(of: sheet.marks))))</li>\n"
        }
        page += "</ul></nav>\n"
    }

    private func describe(_ sheet: TableSheet, _ page: inout String) {
        page += "<h2>\(Self.escaped(sheet.table.id))"
        if let caption = sheet.table.caption { page += ": <span lang=\"vi\">\(Self.escaped(caption))</span>" }
        page += "</h2>\n<p>"
        var facts: [String] = []
        if let part = sheet.part {
            let name = [part.typeName, part.number].compactMap { $0 }.joined(separator: " ")
            facts.append("\(part.id), \(part.kind.rawValue)" + (name.isEmpty ? "" : ", \(name)"))
        }
        facts.append(words.lines(sheet.lines) + (sheet.path.map { ", " + $0 } ?? ""))
        if let reading = sheet.reading {
            facts.append(
                words.name(of: reading.layout) + ", " + words("confidence") + " "
                    + words.percent(reading.confidence))
        }
        facts.append(words.counts(of: sheet.table))
        facts.append(words.counts(of: sheet.marks))
        page += facts.map(Self.escaped).joined(separator: "<br>\n") + "</p>\n"
        if !sheet.table.spanningHeaders.isEmpty {
            page += "<p>\(words("headsOverSeveralColumnsOf")): <span lang=\"vi\">"
            page += Self.escaped(sheet.table.spanningHeaders.joined(separator: "; ")) + "</span></p>\n"
        }
    }

    private func head(_ sheet: TableSheet, _ page: inout String) {
        page += "<div class=\"wide\">\n<table>\n<thead><tr><th scope=\"col\">\(words("row"))</th>"
        for (column, entry) in sheet.columns.enumerated() {
            let marks = sheet.marks(header: column)
            page += "<th scope=\"col\"\(attributes(of: marks, classes: []))><span lang=\"vi\">"
            page += Self.escaped(entry.header) + "</span>\(signs(marks))<br><small>"
            page += Self.escaped(entry.role.map(words.name) ?? words.noRole) + "</small></th>"
        }
        page += "<th scope=\"col\">\(words("source"))</th></tr></thead>\n<tbody>\n"
    }

    // MARK: Rows

    private func draw(_ row: TableSheet.Row, of sheet: TableSheet, _ page: inout String) {
        let marks = sheet.marks(row: row.number, column: nil)
        page += "<tr id=\"\(Self.escaped(sheet.table.id))-row-\(row.number)\" class=\"\(row.kind.rawValue)\">"
        page += "<th scope=\"row\"\(attributes(of: marks, classes: []))>\(row.number)<br><small>"
        page += row.sequence.map { words("task") + " \($0)" } ?? words.name(of: row.kind)
        page += "</small>\(signs(marks))</th>"
        for span in TableGrid.spans(of: row) {
            let column = span.lowerBound
            let cell = row.cells[column]
            let marks = span.flatMap { sheet.marks(row: row.number, column: $0) }
            var classes: [String] = []
            if row.covered.contains(column) {
                classes.append("covered")
            } else if cell.text.isEmpty {
                classes.append("empty")
            }
            page += "<td lang=\"vi\"\(span.count > 1 ? " colspan=\"\(span.count)\"" : "")"
            page += "\(attributes(of: marks, classes: classes))>\(Self.escaped(cell.text))"
            page += cell.rowSpan > 1 ? " <small>(\(words("rowsOf", String(cell.rowSpan))))</small>" : ""
            page += "\(signs(marks))</td>"
        }
        page += "<td class=\"source\">"
        if let passage = row.passage {
            page += "<small>\(Self.escaped(words.lines(passage.lines)))</small>"
            page += "<pre lang=\"vi\">\(Self.escaped(passage.text))</pre>"
        } else if let place = row.place {
            page += "<small>\(Self.escaped(words.lines(place.line...place.line)))</small>"
        }
        page += "</td></tr>\n"
    }

    private func attributes(of marks: [TableMark], classes: [String]) -> String {
        let worst = marks.map(\.diagnostic.severity).max()
        let all = classes + (worst.map { [$0.rawValue] } ?? [])
        var written = all.isEmpty ? "" : " class=\"\(all.joined(separator: " "))\""
        if !marks.isEmpty {
            let title = marks.map { $0.diagnostic.text(in: language).message }.joined(separator: "\n")
            written += " title=\"\(Self.escaped(title))\""
        }
        return written
    }

    private func signs(_ marks: [TableMark]) -> String {
        marks.map { " <a class=\"mark\" href=\"#\($0.anchor)\">\($0.sign)</a>" }.joined()
    }

    private func explain(_ sheet: TableSheet, _ page: inout String) {
        guard !sheet.marks.isEmpty else { return }
        page += "<ul class=\"doubts\">\n"
        for mark in sheet.marks {
            let diagnostic = mark.diagnostic
            let text = diagnostic.text(in: language)
            page += "<li id=\"\(mark.anchor)\" class=\"\(diagnostic.severity.rawValue)\"><b>\(mark.sign)</b> "
            if let row = mark.row {
                page += "<a href=\"#\(Self.escaped(sheet.table.id))-row-\(row)\">\(words("row")) \(row)</a>, "
            }
            page += "\(words("line")) \(diagnostic.location.line): "
            page += "\(words.name(of: diagnostic.severity)) <code>\(diagnostic.code.rawValue)</code>: "
            page += Self.escaped(text.message + " " + text.hint) + "</li>\n"
        }
        page += "</ul>\n"
    }

    /// Text as it may stand in an element or in an attribute; characters that HTML does not allow are replaced.
    static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            case "\n", "\t": escaped.append(scalar)
            default: escaped.append(DisplayWidth.isCommand(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return String(escaped)
    }

    private static let style = """
        :root { color-scheme: light dark; --line: #8888; --faint: #8882; --warn: #fd08; --bad: #f338; --info: #39f3; }
        body { font: 15px/1.4 system-ui, sans-serif; margin: 1rem 1.5rem; }
        h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; min-width: 100%; }
        th, td { border: 1px solid var(--line); padding: .3rem .45rem; text-align: left; vertical-align: top; }
        thead th { background: Canvas; box-shadow: inset 0 -2px var(--line); }
        tr.group td, tr.group th { font-weight: 600; background: var(--faint); }
        tr.other td { font-style: italic; }
        td.empty::before { content: "∅"; opacity: .5; }
        td.covered { opacity: .65; } td.covered::before { content: "″ "; }
        .info { background: var(--info); } .warning { background: var(--warn); } .error { background: var(--bad); }
        ul.doubts li { background: none; } small { opacity: .75; font-weight: normal; }
        td.source { min-width: 22rem; font-weight: normal; }
        pre { margin: .2rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; font: 13px/1.35 ui-monospace, monospace; tab-size: 4; }
        a.mark { text-decoration: none; font-weight: 700; }
        :target { outline: 2px solid Highlight; }
        """
}
