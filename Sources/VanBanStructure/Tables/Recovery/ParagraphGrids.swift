import VanBanModel
import VanBanReading

/// The tables of a part whose cells stand one under the other, found and read once.
struct ParagraphGrids {
    struct Grid {
        /// Paragraphs of the part that the table takes up.
        var paragraphs: Range<Int>
        var table: TableDraft
        var furniture: [ParagraphGrid.Furniture]
        var diagnostics: [Diagnostic]
    }

    private var grids: [Int: Grid] = [:]

    init(_ paragraphs: [Paragraph], part: Int, in text: SourceText) {
        // Such a table was seen among the lines, or there is none.
        guard paragraphs.contains(where: \.isCell) else { return }
        var start = 0
        while let header = ParagraphGrid.header(in: paragraphs, from: start, text: text) {
            var reader = ParagraphGrid(paragraphs, header: header, part: part, in: text)
            let read = reader.read()
            guard reader.isPlausible, read.end > header.lowerBound else {
                start = header.upperBound
                continue
            }
            grids[header.lowerBound] = Grid(
                paragraphs: header.lowerBound..<read.end, table: read.table, furniture: reader.furniture,
                diagnostics: read.diagnostics)
            start = max(read.end, header.upperBound)
        }
    }

    /// The table that begins at a paragraph.
    func grid(at index: Int) -> Grid? { grids[index] }
}
