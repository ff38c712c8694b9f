/// What a reader hands over: a piece of the document that stands on its own in the source.
///
/// A reader knows nothing of plans; it says what it sees. The text reader gives lines, the readers of richer formats
/// paragraphs and tables.
package struct Block: Sendable {
    package enum Kind: Sendable, Hashable {
        /// A physical line; a paragraph may run over several.
        case line
        /// A whole paragraph.
        case paragraph
        /// A line whose cells are separated (``cells``).
        case row
    }

    package var kind: Kind
    /// Trimmed range of the text.
    package var range: Range<Int>
    /// The cells of a row, each trimmed; empty for other kinds.
    package var cells: [Range<Int>]
    /// Empty lines right before this block.
    package var blankLinesBefore: Int
    /// Whether a page ends right before this block.
    package var pageBreakBefore: Bool
    /// Whether all of it stands in bold.
    package var isBold: Bool
    /// Spaces at the beginning of the line.
    package var indent: Int
    /// What the format itself says of a row; nil where cells are only told by signs in the text.
    package var grid: GridRow?
    /// Whether it belongs to the web site around the document: a menu, a form, an advertisement.
    package var isSite = false
    /// Whether the format itself says that it stands at the head or foot of pages.
    package var isRunningHead: Bool

    package init(
        kind: Kind, range: Range<Int>, cells: [Range<Int>] = [], blankLinesBefore: Int = 0,
        pageBreakBefore: Bool = false, isBold: Bool = false, indent: Int = 0, grid: GridRow? = nil,
        isRunningHead: Bool = false
    ) {
        self.kind = kind
        self.range = range
        self.cells = cells
        self.blankLinesBefore = blankLinesBefore
        self.pageBreakBefore = pageBreakBefore
        self.isBold = isBold
        self.indent = indent
        self.grid = grid
        self.isRunningHead = isRunningHead
    }
}

/// A row of a table whose cells the source itself delimits (HTML, DOCX, a drawn or piped table).
///
/// The block's ``Block/cells`` stand by column: a column that a wide cell to the left or a high cell above covers has an
/// empty range.
package struct GridRow: Sendable, Hashable {
    /// A cell over several columns.
    package struct Wide: Sendable, Hashable {
        package var column: Int
        package var columns: Int

        package init(column: Int, columns: Int) {
            self.column = column
            self.columns = columns
        }
    }

    /// Rows of one table share its number.
    package var table: Int
    /// Whether the source marks it as a row of the head (`thead`, `w:tblHeader`, above a rule of dashes).
    package var isHeader: Bool
    /// Columns that a cell of a row above covers, ascending.
    package var covered: [Int]
    package var wide: [Wide]
    /// Whether nothing but the places of words parts its cells: no line, no mark of the format.
    package var isInferred = false
    /// Whether it is doubtful that the row begins, ends and is parted as it is.
    package var isDoubtful = false

    package init(table: Int, isHeader: Bool = false, covered: [Int] = [], wide: [Wide] = []) {
        self.table = table
        self.isHeader = isHeader
        self.covered = covered
        self.wide = wide
    }
}
