import VanBanModel
import VanBanReading

/// The rows of one run of marked lines.
struct MarkedPiece {
    /// Lines of the document.
    var lines: Range<Int>
    var rows: [PrintedRow]
    var columns: Int
    /// The signs, and what stands between pieces.
    var furniture: [(stretch: Stretch, kind: Ledger.Furniture)]
    var layout: TableReading.Layout
    /// How sure it is that this is a table, and that its rows are these.
    var confidence = 1.0
    /// A rule stands below the header, or rules around the rows.
    var isRuled = false
    /// Rows begin and end with a sign.
    var isFramed = false
    /// Rows that have all their cells.
    var isRegular = true

    /// No table has more columns; what looks so is no table.
    static let columnLimit = 100

    /// A row; what stands between its cells is not in its stretch.
    static func row(_ cells: [Stretch], at offset: Int, grid: GridRow) -> PrintedRow {
        var stretch = Stretch(offset..<offset)
        for cell in cells where !cell.isEmpty { stretch.append(cell) }
        return PrintedRow(cells: cells, stretch: stretch, grid: grid)
    }
}

/// Whether a cell is a row's number: `1`, `1.`, `I`, `a)`, `1.2`.
enum RowNumber {
    static func fills(_ cell: Range<Int>, in text: SourceText) -> Bool {
        guard !cell.isEmpty, cell.count <= 10 else { return false }
        if let label = OutlineLabel.at(cell, in: text), label.series != .bullet, label.series != .plus {
            return text.trimmed(label.range.upperBound..<cell.upperBound).isEmpty
        }
        let name = PartReader.trimmingSigns(text.string(cell))
        if name.isEmpty { return false }
        return Int(name) != nil || RomanNumeral.value(name) != nil || OutlineLabel.pointLetters.contains(name)
            || name.count == 1 && name.allSatisfy(\.isLetter)
    }
}
