import VanBanModel

/// A sheet for the terminal: columns side by side under their headings, long texts wrapped, a line between rows that take
/// more than one. Columns without any value are left out. Where the columns do not fit, each row is written as a block.
package struct SheetText: Sendable {
    /// In columns of the terminal.
    package var width: Int
    package var language: Language

    package init(width: Int, language: Language) {
        self.width = width
        self.language = language
    }

    /// Writes head and rows; nothing for none.
    /// - Throws: the sink's ``OutputError``.
    package func write(_ sheet: Sheet, to sink: inout some OutputSink) throws(OutputError) {
        let sheet = sheet.told(in: language)
        let columns = sheet.columns.indices.filter { column in
            sheet.rows.contains { $0.values[column] != .none && $0.values[column] != .text("") }
        }
        guard !columns.isEmpty else { return }
        let titles = columns.map { sheet.columns[$0].title(in: language) }
        if let widths = widths(of: columns, titles, in: sheet) {
            try sink.write(Array(line(titles, widths, sheet, columns).utf8))
            try sink.write(
                Array((widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ") + "\n").utf8))
            var isTall = false
            for row in sheet.rows {
                let text = line(columns.map { row.values[$0].text }, widths, sheet, columns)
                let isTallNow = text.utf8.count { $0 == 0x0A } > 1
                try sink.write(Array(((isTall ? "\n" : "") + text).utf8))
                isTall = isTallNow
            }
        } else {
            for (index, row) in sheet.rows.enumerated() {
                try sink.write(Array(((index > 0 ? "\n" : "") + block(row, columns, titles)).utf8))
            }
        }
    }

    /// As wide as the cells need, at most as the sheet says; narrowed from the widest on until all fit, but not so far
    /// that words are cut.
    private func widths(of columns: [Int], _ titles: [String], in sheet: Sheet) -> [Int]? {
        var widths: [Int] = []
        var least: [Int] = []
        for (column, title) in zip(columns, titles) {
            var widest = DisplayWidth.of(title)
            var word = WrappedText.widestWord(of: title)
            for row in sheet.rows {
                let text = row.values[column].text
                widest = max(widest, DisplayWidth.of(text))
                word = max(word, WrappedText.widestWord(of: text))
            }
            least.append(min(word, 16, max(widest, 1)))
            widths.append(max(min(widest, max(sheet.columns[column].width, word)), least[least.count - 1]))
        }
        var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - width
        while excess > 0 {
            let spare = widths.indices.filter { widths[$0] > least[$0] }
            guard let widest = spare.max(by: { (widths[$0], $1) < (widths[$1], $0) }) else { return nil }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    private func line(_ cells: [String], _ widths: [Int], _ sheet: Sheet, _ columns: [Int]) -> String {
        let wrapped = zip(cells, widths).map { WrappedText.lines(of: $0, width: $1) }
        var text = ""
        for index in 0..<(wrapped.map(\.count).max() ?? 1) {
            var line = ""
            for (place, cell) in wrapped.enumerated() {
                let words = index < cell.count ? cell[index] : ""
                let space = String(repeating: " ", count: max(0, widths[place] - DisplayWidth.of(words)))
                switch sheet.columns[columns[place]].kind {
                case .integer, .number: line += space + words
                case .text, .date: line += words + space
                }
                line += "  "
            }
            while line.hasSuffix(" ") { line.removeLast() }
            text += line + "\n"
        }
        return text
    }

    private func block(_ row: SheetRow, _ columns: [Int], _ titles: [String]) -> String {
        let indent = min(24, titles.map { DisplayWidth.of($0) }.max() ?? 0) + 2
        var text = ""
        for (column, title) in zip(columns, titles) where !row.values[column].text.isEmpty {
            let lines = WrappedText.lines(of: row.values[column].text, width: max(20, width - indent))
            for (index, line) in lines.enumerated() {
                let head = index == 0 ? title : ""
                text += head + String(repeating: " ", count: max(1, indent - DisplayWidth.of(head))) + line + "\n"
            }
        }
        return text
    }
}
