import VanBanModel

/// Tables as text for a terminal: what is known of each, its grid in drawn lines, and what is doubtful in it.
///
/// ```swift
/// var output = FileHandleSink.standardOutput
/// let sheets = TableSheet.sheets(of: record)
/// try TableText(width: 120, language: .vietnamese).write(sheets, of: record.source.name, to: &output)
/// ```
package struct TableText: Sendable {
    /// What a line takes up at the most, in columns of the terminal; 20 at the least.
    package let width: Int
    package let language: Language
    private let usesColor: Bool
    private let signs: TableSigns
    private let words: TableWords

    /// - Parameters:
    ///   - ascii: draw with ASCII only. The document's text stays as it is.
    ///   - color: set doubts off with the terminal's colours.
    package init(width: Int = 120, language: Language = .english, ascii: Bool = false, color: Bool = false) {
        self.width = max(20, width)
        self.language = language
        usesColor = color
        signs = ascii ? .ascii : .box
        words = TableWords(language: language)
    }

    /// Writes the tables of a document, and below them what the signs mean.
    /// - Parameter file: the document's name.
    /// - Throws: the sink's ``OutputError``.
    package func write(
        _ sheets: [TableSheet], of file: String, to sink: inout some OutputSink
    ) throws(OutputError) {
        for sheet in sheets {
            var page = ""
            describe(sheet, of: file, &page)
            if sheet.isFiltered, sheet.rows.isEmpty {
                page += "  " + words("noDoubtfulRows") + "\n"
            } else if let grid = TableGrid(sheet, width: width, signs: signs, paint: paint) {
                grid.draw { page += $0 + "\n" }
            } else {
                list(sheet, &page)
            }
            explain(sheet, &page)
            page += "\n"
            try sink.write(Array(page.utf8))
        }
        guard !sheets.isEmpty else { return }
        try sink.write(Array(legend(sheets).utf8))
    }

    private func paint(_ text: String, _ style: TerminalStyle) -> String { usesColor ? style.paint(text) : text }

    // MARK: Above the grid

    private func describe(_ sheet: TableSheet, of file: String, _ page: inout String) {
        for line in WrappedText.lines(of: "\(sheet.table.id) (\(file))", width: width) {
            page += paint(line, .bold) + "\n"
        }
        var facts: [(String, String)] = []
        if let part = sheet.part {
            let name = [part.typeName, part.number].compactMap { $0 }.joined(separator: " ")
            facts.append(
                (words("part"), part.id + ", " + part.kind.rawValue + (name.isEmpty ? "" : ", " + name)))
        }
        facts.append((words("caption"), sheet.table.caption ?? signs.empty))
        facts.append((words("place"), words.lines(sheet.lines) + (sheet.path.map { ", " + $0 } ?? "")))
        if let reading = sheet.reading {
            facts.append(
                (
                    words("layout"),
                    words.name(of: reading.layout) + ", " + words("confidence") + " "
                        + words.percent(reading.confidence)
                ))
        }
        facts.append((words("rows"), words.counts(of: sheet.table)))
        facts.append((words("columns"), columns(of: sheet)))
        if !sheet.table.spanningHeaders.isEmpty {
            facts.append(
                (
                    words("headsOverSeveralColumns"),
                    sheet.table.spanningHeaders.joined(separator: "; ")
                ))
        }
        facts.append((words("doubts"), words.counts(of: sheet.marks)))
        let indent = 2 + (facts.map { DisplayWidth.of($0.0) }.filter { $0 <= 10 }.max() ?? 0) + 2
        for (name, text) in facts { page += fact(name, text, indent: min(indent, width / 2)) }
    }

    private func columns(of sheet: TableSheet) -> String {
        sheet.columns.enumerated().map { position, column in
            let header = column.header.isEmpty ? signs.empty : column.header
            return "\(position + 1) \(header) (\(column.role.map(words.name) ?? words.noRole))"
        }.joined(separator: "; ")
    }

    /// A name and, beside it, its text in lines of their own.
    private func fact(_ name: String, _ text: String, indent: Int) -> String {
        let lines = WrappedText.lines(of: text, width: width - indent)
        let label = "  " + name
        let space = indent - DisplayWidth.of(label)
        var page = ""
        if space < 1 {
            for line in WrappedText.lines(of: name, width: width - 2) { page += "  " + paint(line, .faint) + "\n" }
            page += String(repeating: " ", count: indent) + lines[0] + "\n"
        } else {
            page += "  " + paint(name, .faint) + String(repeating: " ", count: space) + lines[0] + "\n"
        }
        for line in lines.dropFirst() { page += String(repeating: " ", count: indent) + line + "\n" }
        return page
    }

    // MARK: A terminal too narrow for the grid

    private func list(_ sheet: TableSheet, _ page: inout String) {
        for row in sheet.rows {
            let marks = sheet.marks(row: row.number, column: nil).map(\.sign)
            let name = ([TableGrid.name(of: row, signs)] + marks).joined(separator: " ")
            let rule = String(repeating: signs.horizontal, count: max(0, min(width, 60) - DisplayWidth.of(name) - 1))
            page += paint(name, .bold) + " " + rule + "\n"
            for column in sheet.columns.indices {
                let cell = row.cells[column]
                let isCovered = row.covered.contains(column)
                if row.kind == .group, cell.text.isEmpty { continue }
                let marks = sheet.marks(row: row.number, column: column)
                let text = marks.map { $0.sign + " " }.joined() + (isCovered ? signs.ditto + " " : "")
                let header = sheet.columns[column].header
                page += fact(
                    header.isEmpty ? "\(column + 1)" : header, text + (cell.text.isEmpty ? signs.empty : cell.text),
                    indent: 4)
            }
        }
    }

    // MARK: Below the grid

    private func explain(_ sheet: TableSheet, _ page: inout String) {
        for mark in sheet.marks {
            let diagnostic = mark.diagnostic
            let text = diagnostic.text(in: language)
            var place: [String] = []
            if let row = mark.row { place.append(words("row") + " \(row)") }
            if let column = mark.column {
                let header = sheet.columns[column].header
                place.append(words("column") + " " + (header.isEmpty ? "\(column + 1)" : header))
            }
            place.append(words("line") + " \(diagnostic.location.line)")
            let told =
                place.joined(separator: ", ") + ": " + words.name(of: diagnostic.severity) + " "
                + diagnostic.code.rawValue + ": " + text.message + " " + text.hint
            let sign = "  " + mark.sign + " "
            let indent = min(7, width / 2)
            for (number, line) in WrappedText.lines(of: told, width: width - indent).enumerated() {
                let head = number == 0 ? sign : ""
                let style: TerminalStyle =
                    diagnostic.severity == .error ? .error : diagnostic.severity == .warning ? .warning : .faint
                page += (head.isEmpty ? "" : paint(head, style))
                page += String(repeating: " ", count: max(0, indent - head.count)) + line + "\n"
            }
        }
    }

    /// What those signs mean that were drawn.
    private func legend(_ sheets: [TableSheet]) -> String {
        let rows = sheets.flatMap(\.rows)
        let severities = Set(sheets.flatMap(\.marks).map(\.diagnostic.severity))
        var entries: [String] = []
        if let task = rows.first(where: { $0.sequence != nil }) {
            entries.append(
                TableGrid.name(of: task, signs)
                    + " " + words("rowTask", String(task.number), String(task.sequence ?? 0)))
        }
        if rows.contains(where: { $0.kind == .group }) {
            entries.append(signs.group + " " + words.name(of: Table.RowKind.group))
        }
        if rows.contains(where: { $0.kind == .other }) {
            entries.append(signs.other + " " + words.name(of: Table.RowKind.other))
        }
        if rows.contains(where: { $0.cells.contains { $0.text.isEmpty } }) {
            entries.append(signs.empty + " " + words("empty"))
        }
        if rows.contains(where: { !$0.covered.isEmpty }) {
            entries.append(signs.ditto + " " + words("oneCellWithTheOneAbove"))
        }
        if severities.contains(.error) { entries.append("!1 " + words.name(of: Severity.error)) }
        if severities.contains(.warning) { entries.append("?1 " + words("doubtful")) }
        if severities.contains(.info) { entries.append("*1 " + words.name(of: Severity.info)) }
        guard !entries.isEmpty else { return "" }
        return WrappedText.lines(of: entries.joined(separator: "; "), width: width)
            .map { paint($0, .faint) + "\n" }.joined()
    }
}
