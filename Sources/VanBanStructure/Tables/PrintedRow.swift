import VanBanReading

/// A row of a table as it was printed, before it is known what its columns are.
struct PrintedRow {
    /// In order; empty where a line of text stands between rows.
    var cells: [Stretch]
    /// All of it.
    var stretch: Stretch
    /// The label that a line of text opens with.
    var label: OutlineLabel?
    /// Whether the layout leaves out what a cell from a row above covers, so that rows are short by rule.
    var leavesOutCovered = false
    var blankLinesBefore = 0
    var pageBreakBefore = false
    /// What the source itself says of the row; its cells then stand by column.
    var grid: GridRow?

    init(cells: [Stretch], stretch: Stretch, grid: GridRow? = nil) {
        self.cells = cells
        self.stretch = stretch
        self.grid = grid
    }

    init(_ paragraph: Paragraph) {
        cells = paragraph.cells.map { Stretch($0) }
        stretch = paragraph.stretch
        label = paragraph.label
        blankLinesBefore = paragraph.blankLinesBefore
        pageBreakBefore = paragraph.pageBreakBefore
        grid = paragraph.grid
    }
}

extension PrintedRow {
    /// What the row takes up. Between the first and the last of cells that go on over lines stand those of other rows, too.
    func words(in text: SourceText) -> Stretch {
        let place = stretch.hull
        guard grid == nil, text.bytes[place].contains(UInt8(ascii: "\n")) else { return stretch }
        let ranges = cells.flatMap(\.ranges).filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
        guard let first = ranges.first else { return stretch }
        return Stretch(first, Array(ranges.dropFirst()))
    }
}
