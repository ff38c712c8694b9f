/// What a reader hands over: a piece of the document that stands on its own in the source.
///
/// A reader knows nothing of plans; it says what it sees. The text reader gives lines, the readers of richer formats
/// paragraphs and tables.
public struct Block: Sendable {
    public enum Kind: Sendable, Hashable {
        /// A physical line; a paragraph may run over several.
        case line
        /// A whole paragraph.
        case paragraph
        /// A line whose cells are separated (``cells``).
        case row
    }

    public var kind: Kind
    /// Trimmed range of the text.
    public var range: Range<Int>
    /// The cells of a row, each trimmed; empty for other kinds.
    public var cells: [Range<Int>]
    /// Empty lines right before this block.
    public var blankLinesBefore: Int
    /// Whether a page ends right before this block.
    public var pageBreakBefore: Bool
    /// Whether all of it stands in bold.
    public var isBold: Bool
    /// Spaces at the beginning of the line.
    public var indent: Int

    public init(
        kind: Kind, range: Range<Int>, cells: [Range<Int>] = [], blankLinesBefore: Int = 0,
        pageBreakBefore: Bool = false, isBold: Bool = false, indent: Int = 0
    ) {
        self.kind = kind
        self.range = range
        self.cells = cells
        self.blankLinesBefore = blankLinesBefore
        self.pageBreakBefore = pageBreakBefore
        self.isBold = isBold
        self.indent = indent
    }
}
