import VanBanReading

/// A header whose heads stand apart by spaces, right above rows whose cells stand apart by tabs: it is one of them.
struct SpacedHeads {
    private let text: SourceText

    init(_ text: SourceText) { self.text = text }

    func settle(_ blocks: inout [Block]) {
        for index in blocks.indices.dropLast() {
            let row = blocks[index + 1]
            guard row.kind == .row, row.grid == nil, row.cells.count >= 3, row.blankLinesBefore == 0,
                blocks[index].kind == .line, blocks[index].range.count < 400
            else { continue }
            let cells = cells(of: blocks[index].range)
            guard cells.count == row.cells.count,
                ColumnRoles.recognized(in: cells.map { TokenText($0, in: text) }) >= 3
            else { continue }
            blocks[index].kind = .row
            blocks[index].cells = cells
        }
    }

    /// What two and more spaces part.
    private func cells(of range: Range<Int>) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = range.lowerBound
        var spaces = 0
        for offset in range {
            if text.bytes[offset] == 0x20 {
                spaces += 1
                continue
            }
            if spaces >= 2 {
                cells.append(text.trimmed(start..<(offset - spaces)))
                start = offset
            }
            spaces = 0
        }
        cells.append(text.trimmed(start..<range.upperBound))
        return cells
    }
}
