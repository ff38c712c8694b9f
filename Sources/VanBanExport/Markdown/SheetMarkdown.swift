import VanBanModel

/// A sheet as a table of Markdown, under its columns' headings; columns for programs are left out.
package struct SheetMarkdown: Sendable {
    package var language: Language

    package init(language: Language) { self.language = language }

    /// Writes head and rows.
    /// - Parameter isContinued: whether rows of the same columns stand right above: then the head is not written again.
    /// - Throws: the sink's ``OutputError``.
    package func write(_ sheet: Sheet, isContinued: Bool = false, to sink: inout some OutputSink) throws(OutputError) {
        let sheet = sheet.told(in: language)
        let columns = sheet.columns.indices.filter { !sheet.columns[$0].isTechnical }
        var page = ""
        if !isContinued {
            page += line(columns.map { sheet.columns[$0].title(in: language) })
            page += line(columns.map { Self.rule(sheet.columns[$0].kind) })
        }
        for row in sheet.rows {
            page += line(columns.map { MarkdownText.cell(row.values[$0].text) })
            if page.utf8.count > 1 << 16 {
                try sink.write(Array(page.utf8))
                page = ""
            }
        }
        try sink.write(Array(page.utf8))
    }

    private func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

    private static func rule(_ kind: SheetColumn.Kind) -> String {
        switch kind {
        case .integer, .number: return "---:"
        case .text, .date: return "---"
        }
    }
}
