import VanBanModel
import VanBanReading

/// Rows that a line break inside a cell cut into several lines: a line with too few cells, and a line below it that
/// completes the row and has no number of its own.
struct BrokenRows {
    private let text: SourceText
    private let columns: Int

    init(_ text: SourceText, columns: Int) {
        self.text = text
        self.columns = columns
    }

    func joined(_ paragraphs: [Paragraph], from start: Int) -> [Paragraph] {
        guard start < paragraphs.count, columns > 2 else { return paragraphs }
        var joined = Array(paragraphs[..<start])
        joined.reserveCapacity(paragraphs.count)
        var index = start
        while index < paragraphs.count {
            var row = paragraphs[index]
            index += 1
            while index < paragraphs.count, let whole = join(row, paragraphs[index]) {
                row = whole
                index += 1
            }
            joined.append(row)
        }
        return joined
    }

    private func join(_ row: Paragraph, _ below: Paragraph) -> Paragraph? {
        let count = row.cells.count
        guard count >= 2, count < columns, below.blankLinesBefore == 0, !below.pageBreakBefore,
            row.stretch.more.isEmpty, below.stretch.more.isEmpty,
            let first = row.cells.first, !first.isEmpty, !row.cells[count - 1].isEmpty
        else { return nil }
        let cells = below.cells.isEmpty ? [below.stretch.first] : below.cells
        guard count + cells.count - 1 <= columns, let head = cells.first, !head.isEmpty, !isNumber(head) else {
            return nil
        }
        // What is short of the whole must go on below, or look like a cell's own next line.
        guard count + cells.count - 1 == columns || below.cells.isEmpty || isItem(head) else { return nil }
        if below.cells.isEmpty, !isItem(head), !LetterCase.startsLower(head, in: text) { return nil }
        var whole = row
        whole.cells[count - 1] = row.cells[count - 1].lowerBound..<head.upperBound
        whole.cells += cells.dropFirst()
        whole.stretch = Stretch(row.stretch.first.lowerBound..<below.stretch.first.upperBound)
        whole.content = whole.stretch
        whole.lineCount += below.lineCount
        return whole
    }

    private func isItem(_ cell: Range<Int>) -> Bool {
        let series = OutlineLabel.at(cell, in: text)?.series
        return series == .bullet || series == .plus
    }

    /// Whether a cell is a row's number.
    private func isNumber(_ cell: Range<Int>) -> Bool {
        guard cell.count <= 8 else { return false }
        if let label = OutlineLabel.at(cell, in: text) { return label.range.upperBound >= cell.upperBound }
        return text.string(cell).allSatisfy { $0.isNumber || "IVXLCDM.-".contains($0) } || cell.count <= 2
    }
}
