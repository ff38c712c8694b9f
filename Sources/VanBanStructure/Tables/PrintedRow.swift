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
