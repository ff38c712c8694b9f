import VanBanModel
import VanBanReading

/// The tables between a part's paragraphs, whichever way they were found.
extension PartReader {
    mutating func take(_ recovered: RecoveredTable, _ assembly: inout Assembly) {
        closeTable(&assembly)
        state = .body
        var table = recovered.table
        table.part = number
        assembly.tables.append(table)
        assembly.diagnostics += recovered.diagnostics
        for piece in recovered.furniture { assembly.ledger.claim(piece.stretch, for: .furniture(piece.kind)) }
    }

    mutating func addRow(_ index: Int, _ assembly: inout Assembly) { rows.append(index) }

    /// Text without a tab between the rows: the rest of a cell, or a group row in one cell. Nothing else belongs to the
    /// table.
    mutating func addToTable(_ paragraph: Paragraph, at index: Int, _ assembly: inout Assembly) -> Bool {
        guard !rows.isEmpty else { return false }
        let isRest =
            paragraph.blankLinesBefore == 0
            && (LetterCase.startsLower(paragraph.stretch.first, in: text) || paragraph.label?.series == .bullet
                || paragraph.label?.series == .plus)
        if !paragraph.cells.isEmpty || isRest || isGroupLine(paragraph, at: index) {
            rows.append(index)
            return true
        }
        return false
    }

    /// A short line above a row of the same table, with a label of its own or in capitals or opened by a group's word.
    func isGroupLine(_ paragraph: Paragraph, at index: Int) -> Bool {
        guard paragraph.stretch.length < 400, paragraph.kind != .appendixHead, paragraph.kind != .documentKind else {
            return false
        }
        var next = index + 1
        while next < span.body.upperBound,
            [.footnote, .pageNumber, .runningHead, .ruler].contains(paragraphs[next].kind)
        {
            next += 1
        }
        guard next < span.body.upperBound, paragraphs[next].kind == .row else { return false }
        if let label = paragraph.label { return label.series != .bullet && label.series != .plus }
        if paragraph.isCapitals { return true }
        let head = TokenText(text.head(of: paragraph.stretch.first, bytes: 60), in: text)
        return head.firstMatch(Self.groupWords, at: 0) != nil
            || !TerminalSign.ends(paragraph.lastRange, in: text) && paragraph.blankLinesBefore == 0
    }

    static let groupWords = Phrase.list([
        "Nội dung", "Nhóm", "Lĩnh vực", "Phần", "Mục", "Chỉ số", "Trục", "Tiêu chí",
    ])

    mutating func closeTable(_ assembly: inout Assembly) {
        guard !rows.isEmpty else { return }
        var reader = TabTableReader(rows.map { paragraphs[$0] }, part: number, in: text)
        let previous = assembly.tables.last { $0.part == number }
        reader.read(continuing: previous)
        assembly.diagnostics += reader.diagnostics
        if let table = reader.table { assembly.tables.append(table) }
        for paragraph in reader.leftover { outline.add(paragraph, to: &assembly) }
        rows.removeAll()
    }
}
