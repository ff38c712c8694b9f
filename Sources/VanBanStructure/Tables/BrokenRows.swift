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

    func joined(_ rows: [PrintedRow], from start: Int) -> [PrintedRow] {
        guard start < rows.count, columns > 2, rows[start].grid == nil else { return rows }
        var joined = Array(rows[..<start])
        joined.reserveCapacity(rows.count)
        var index = start
        while index < rows.count {
            if let whole = completed(rows, from: index) {
                joined.append(whole.row)
                index = whole.end
                continue
            }
            var row = rows[index]
            index += 1
            while index < rows.count, let whole = join(row, rows[index]) {
                row = whole
                index += 1
            }
            joined.append(row)
        }
        return joined
    }

    /// A row whose cells hold several paragraphs, a line each: its lines together have just the cells of a row, and none
    /// below the first opens as a row does.
    private func completed(_ rows: [PrintedRow], from start: Int) -> (row: PrintedRow, end: Int)? {
        var whole = rows[start]
        guard whole.cells.count >= 2, whole.cells.count < columns, whole.grid == nil, whole.stretch.more.isEmpty,
            let last = whole.cells.last, !last.isEmpty
        else { return nil }
        var end = start + 1
        while end < rows.count, end - start < Self.lineLimit, whole.cells.count < columns {
            let below = rows[end]
            let cells = below.cells.isEmpty ? [below.stretch] : below.cells
            guard below.blankLinesBefore == 0, !below.pageBreakBefore, below.stretch.more.isEmpty,
                whole.cells.count + cells.count - 1 <= columns, let head = cells.first, !head.isEmpty, !opensRow(head)
            else { return nil }
            let open = whole.cells.count - 1
            whole.cells[open] = grown(whole.cells[open], by: head)
            whole.cells += cells.dropFirst()
            whole.stretch = Stretch(whole.stretch.first.lowerBound..<below.stretch.first.upperBound)
            end += 1
        }
        return whole.cells.count == columns && end > start + 1 ? (whole, end) : nil
    }

    /// More lines than this no cell has.
    private static let lineLimit = 60

    private func opensRow(_ head: Stretch) -> Bool {
        if isNumber(head) { return true }
        switch OutlineLabel.at(head.first, in: text)?.series {
        case nil, .bullet, .plus, .point: return false
        default: return true
        }
    }

    private func join(_ row: PrintedRow, _ below: PrintedRow) -> PrintedRow? {
        let count = row.cells.count
        guard count >= 2, count < columns, below.blankLinesBefore == 0, !below.pageBreakBefore,
            row.stretch.more.isEmpty, below.stretch.more.isEmpty,
            let first = row.cells.first, !first.isEmpty, !row.cells[count - 1].isEmpty, row.grid == nil,
            below.grid == nil
        else { return nil }
        let cells = below.cells.isEmpty ? [below.stretch] : below.cells
        guard count + cells.count - 1 <= columns, let head = cells.first, !head.isEmpty, !isNumber(head) else {
            return nil
        }
        // What is short of the whole must go on below, or look like a cell's own next line.
        guard count + cells.count - 1 == columns || below.cells.isEmpty || isItem(head) else { return nil }
        if below.cells.isEmpty, !isItem(head), !LetterCase.startsLower(head.first, in: text) { return nil }
        var whole = row
        whole.cells[count - 1] = grown(row.cells[count - 1], by: head)
        whole.cells += cells.dropFirst()
        whole.stretch = Stretch(row.stretch.first.lowerBound..<below.stretch.first.upperBound)
        return whole
    }

    /// A cell with what goes on with it below; a page's number between the two is none of its words.
    private func grown(_ cell: Stretch, by below: Stretch) -> Stretch {
        var ranges = cell.ranges + below.ranges
        let seam = cell.ranges.count
        if text.trimmed(ranges[seam - 1].upperBound..<ranges[seam].lowerBound).isEmpty {
            ranges[seam - 1] = ranges[seam - 1].lowerBound..<ranges[seam].upperBound
            ranges.remove(at: seam)
        }
        return Stretch(ranges[0], Array(ranges.dropFirst()))
    }

    private func isItem(_ cell: Stretch) -> Bool {
        let series = OutlineLabel.at(cell.first, in: text)?.series
        return series == .bullet || series == .plus
    }

    /// Whether a cell is a row's number.
    private func isNumber(_ cell: Stretch) -> Bool {
        guard cell.length <= 8 else { return false }
        if let label = OutlineLabel.at(cell.first, in: text) { return label.range.upperBound >= cell.hull.upperBound }
        return text.string(cell).allSatisfy { $0.isNumber || "IVXLCDM.-".contains($0) } || cell.length <= 2
    }
}
