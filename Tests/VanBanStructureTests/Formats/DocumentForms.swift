import VanBanModel

@testable import VanBanReading
@testable import VanBanStructure

/// Writes a document that was read from plain text in other formats: its lines as paragraphs, its tables as real tables
/// with merged cells.
struct DocumentForms {
    private enum Block {
        /// The lines of a paragraph.
        case paragraph([String])
        case table([[Cell]], headers: Int)
    }

    private struct Cell {
        var lines: [String]
        var columns = 1
        /// How many rows it reaches over; 0 where a cell above covers it.
        var rows = 1
    }

    private let converted: ConvertedDocument
    private var blocks: [Block] = []
    /// How words are set in the fonts of an old encoding; nil for Unicode.
    var setting: LegacySetting?
    /// What the page says of its encoding.
    var charset: String? = "utf-8"
    /// Whether an empty line stands between nearly all lines, and means nothing.
    private let isDoubleSpaced: Bool

    init(_ converted: ConvertedDocument) {
        self.converted = converted
        isDoubleSpaced = converted.record.source.tables.contains { $0.layout == .wrapped }
        let tables = converted.record.parts.flatMap(\.tables).sorted { $0.location.start < $1.location.start }
        let layouts = Dictionary(
            uniqueKeysWithValues: converted.record.source.tables.map { ($0.table, $0.layout) })
        var start = 0
        for table in tables {
            let begin = offset(ofSource: table.location.start)
            addLines(start..<begin)
            add(table, layout: layouts[table.id] ?? .tabs)
            start = max(start, offset(ofSource: table.location.end))
            for footnote in converted.record.parts.flatMap(\.footnotes)
            where table.location.start < footnote.location.start && footnote.location.start < table.location.end {
                addLines(offset(ofSource: footnote.location.start)..<offset(ofSource: footnote.location.end))
            }
        }
        addLines(start..<converted.text.bytes.count)
    }

    /// Where in the text a byte of the source stands.
    private func offset(ofSource source: Int) -> Int {
        var low = 0
        var high = converted.text.bytes.count
        while low < high {
            let middle = (low + high) / 2
            if converted.text.sourceOffset(of: middle) < source { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Lines without an empty one between them are lines of one paragraph.
    private mutating func addLines(_ range: Range<Int>) {
        var lines: [String] = []
        var emptyLines = 0
        var start = range.lowerBound
        func line(_ end: Int) -> String {
            String(decoding: converted.text.bytes[converted.text.trimmed(start..<end)], as: UTF8.self)
        }
        for offset in range where [0x0A, 0x0C].contains(converted.text.bytes[offset]) {
            let words = line(offset)
            if words.isEmpty {
                emptyLines += 1
                guard emptyLines > 1 || !isDoubleSpaced else {
                    start = offset + 1
                    continue
                }
                if !lines.isEmpty { blocks.append(.paragraph(lines)) }
                lines = []
            } else {
                emptyLines = 0
                lines.append(words)
            }
            start = offset + 1
        }
        if start < range.upperBound, !line(range.upperBound).isEmpty { lines.append(line(range.upperBound)) }
        if !lines.isEmpty { blocks.append(.paragraph(lines)) }
    }

    // MARK: Tables

    private mutating func add(_ table: Table, layout: TableReading.Layout) {
        var rows: [[Cell]] = []
        if table.columns.contains(where: { !$0.header.isEmpty }) {
            rows.append(table.columns.map { Cell(lines: [$0.header]) })
        }
        let headers = rows.count
        let starts = Set(converted.record.tasks.map(\.location.start))
        for row in table.rows {
            var cells = row.map { Cell(lines: lines(of: $0, layout)) }
            let filled = row.indices.filter { !row[$0].text.isEmpty }
            let isTask = row.contains { $0.location.map { starts.contains($0.start) } ?? false }
            // A row that is no task's is a number and a title, or a title alone, as wide as the table.
            if !isTask, let last = filled.last, filled.count <= 2, last <= 1 {
                cells.removeSubrange((last + 1)...)
                cells[last].columns = row.count - last
            }
            rows.append(cells)
        }
        merge(&rows, headers: headers, table)
        blocks.append(.table(rows, headers: headers))
    }

    /// The cells of a field's number and name reach over all of its rows.
    private func merge(_ rows: inout [[Cell]], headers: Int, _ table: Table) {
        guard let group = table.columns.firstIndex(where: { $0.role == .group }) else { return }
        let number = table.columns.firstIndex { $0.role == .number }
        for column in [group, number].compactMap({ $0 }) {
            var top: Int?
            for row in rows.indices where row >= headers && rows[row].count > max(group, number ?? 0) {
                if !rows[row][column].lines.isEmpty || !rows[row][group].lines.isEmpty {
                    top = row
                } else if let top {
                    rows[top][column].rows += 1
                    rows[row][column].rows = 0
                }
            }
        }
    }

    private func lines(of cell: Table.Cell, _ layout: TableReading.Layout) -> [String] {
        guard !cell.text.isEmpty, let location = cell.location else { return [] }
        let range = offset(ofSource: location.start)..<offset(ofSource: location.end)
        guard layout == .tabs || layout == .paragraphs, converted.text.string(range) == cell.text else {
            return [cell.text]
        }
        let bytes = converted.text.bytes[converted.text.trimmed(range)]
        return bytes.split { $0 == 0x0A || $0 == 0x0B }.map { String(decoding: $0, as: UTF8.self) }
            .filter { $0.contains { !$0.isWhitespace } }
    }

    // MARK: HTML

    func html() -> [UInt8] {
        let meta = charset.map { "<meta charset=\"\($0)\">" } ?? ""
        var page = "<!DOCTYPE html>\n<html lang=\"vi\"><head>\(meta)<title>a</title></head><body>\n"
        for block in blocks {
            switch block {
            case .paragraph(let lines):
                page += "<p>" + lines.map(words).joined(separator: "<br>\n") + "</p>\n"
            case .table(let rows, let headers):
                page += "<table border=\"1\">\n"
                for (index, row) in rows.enumerated() {
                    page += "<tr>"
                    let tag = index < headers ? "th" : "td"
                    for cell in row where cell.rows > 0 {
                        page += "<\(tag)"
                        if cell.columns > 1 { page += " colspan=\"\(cell.columns)\"" }
                        if cell.rows > 1 { page += " rowspan=\"\(cell.rows)\"" }
                        page += ">" + cell.lines.map { "<p>\(words($0))</p>" }.joined() + "</\(tag)>"
                    }
                    page += "</tr>\n"
                }
                page += "</table>\n"
            }
        }
        return Array((page + "</body></html>\n").utf8)
    }

    private func words(_ line: String) -> String {
        guard let setting else { return Self.escaped(line) }
        return setting.runs(of: line).map { "<font face=\"\($0.font)\">\(Self.escaped($0.text))</font>" }.joined()
    }

    // MARK: WordprocessingML

    /// The document's main part, as it stands in a DOCX package.
    func documentXML() -> [UInt8] {
        var xml = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
            """
        for block in blocks {
            switch block {
            case .paragraph(let lines): xml += paragraph(lines)
            case .table(let rows, let headers):
                xml += "<w:tbl><w:tblPr/>"
                for (index, row) in rows.enumerated() {
                    xml += "<w:tr>" + (index < headers ? "<w:trPr><w:tblHeader/></w:trPr>" : "")
                    for cell in row {
                        xml += "<w:tc><w:tcPr>"
                        if cell.columns > 1 { xml += "<w:gridSpan w:val=\"\(cell.columns)\"/>" }
                        if cell.rows > 1 { xml += "<w:vMerge w:val=\"restart\"/>" }
                        if cell.rows == 0 { xml += "<w:vMerge/>" }
                        xml += "</w:tcPr>"
                        xml += cell.lines.isEmpty ? "<w:p/>" : cell.lines.map { paragraph([$0]) }.joined()
                        xml += "</w:tc>"
                    }
                    xml += "</w:tr>"
                }
                xml += "</w:tbl>"
            }
        }
        return Array((xml + "<w:sectPr/></w:body></w:document>").utf8)
    }

    private func paragraph(_ lines: [String]) -> String {
        let runs = lines.map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map { self.run(String($0)) }
                .joined(separator: "<w:r><w:tab/></w:r>")
        }
        return "<w:p>" + runs.joined(separator: "<w:r><w:br/></w:r>") + "</w:p>"
    }

    private func run(_ text: String) -> String {
        guard let setting else { return "<w:r><w:t xml:space=\"preserve\">\(Self.escaped(text))</w:t></w:r>" }
        return setting.runs(of: text).map { run in
            // Word and LibreOffice take this letter for the soft hyphen that it is elsewhere.
            let pieces = run.text.split(separator: "\u{AD}", omittingEmptySubsequences: false)
                .map { "<w:t xml:space=\"preserve\">\(Self.escaped(String($0)))</w:t>" }
            return "<w:r><w:rPr><w:rFonts w:ascii=\"\(run.font)\" w:hAnsi=\"\(run.font)\"/></w:rPr>"
                + pieces.joined(separator: "<w:softHyphen/>") + "</w:r>"
        }.joined()
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\u{0B}": escaped += " "
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}
