/// A paragraph while it is read.
struct StoryParagraph {
    var element: Int32
    var style: Int?
    var numId: Int?
    var level: Int?
    var breaksPage: Bool?
    /// What the paragraph's mark itself is set in.
    var mark = RunFacts()
    /// Whether the mark is gone in the view at hand, so that the paragraph goes on in the next.
    var isMarkGone = false
    /// Whether its label, if any, has been laid down.
    var isBegun = false
    /// Whether it is being recorded, to stand before what comes in the next paragraph.
    var isHeld = false
    var isSectionEnd = false
    /// How much had been laid down when its first word came.
    var writtenBefore = 0
    /// The level of its last field that numbers.
    var fieldLevel: Int?
    /// Text boxes anchored in it.
    var boxes: [FlowTape] = []
}

/// A run while it is read.
struct StoryRun {
    var facts = RunFacts()
    var style: Int?
    /// Whether what it holds is the mark of a note that has one of its own.
    var isNoteMark = false
    /// Whether it names a style of its own.
    var isStyled = false
    /// Whether it was noted as struck out.
    var isNoted = false
    /// How it is set; made when it first has text.
    var format: RunFormat?
}

/// A table while it is read.
struct StoryTable {
    var element: Int32
    var rows = 0
    var row = Row()
    /// Columns at which a merge downwards stood in the row above.
    var merges: [Int] = []
    /// Where the columns of its grid stand among those that are wide enough to hold a word.
    var grid = ColumnGrid()

    struct Row {
        var element: Int32 = -1
        var cells = 0
        var column = 0
        /// Columns at the end of the row in which no cell stands.
        var columnsAfter = 0
        var isHeader = false
        /// Deleted, or not there yet, in the view at hand.
        var isGone = false
        var isHidden = false
        var isBegun = false
        var merges: [Int] = []
        var cell: Cell?
    }

    struct Cell {
        var element: Int32
        var columns = 1
        var vertical = Merge.none
        var horizontal = Merge.none
        var isBegun = false
        /// Deleted, or not there yet, in the view at hand.
        var isGone = false
        /// Whether it goes on with the cell above it.
        var isCovered = false
        /// Tables that it holds.
        var tables: Int32 = 0
    }

    enum Merge { case none, restart, goesOn }
}

/// The columns of a table's grid. A border that one row has beside that of the others, by less than a character, makes a
/// column of its own, which is none.
struct ColumnGrid {
    /// For every border from the left, the number of its column; empty where all columns are as they are.
    private var columns: [Int] = []
    private var border = 0
    private var isPlain = true

    /// In twentieths of a point.
    private static let narrowest = 130

    mutating func add(width: Int?) {
        if columns.isEmpty { columns = [0] }
        border += 1
        if let width, width < Self.narrowest {
            isPlain = false
            columns.append(columns[border - 1])
        } else {
            columns.append(columns[border - 1] + 1)
        }
    }

    /// The column that begins at a border of the grid.
    func column(at border: Int) -> Int {
        guard !isPlain, border > 0, let last = columns.last else { return border }
        return border < columns.count ? columns[border] : last + border - columns.count + 1
    }
}

/// What paragraphs and tables stand in: the body, a content control, a text box, a note.
struct StoryContainer {
    var element: Int32
    var paragraphs: Int32 = 0
    var tables: Int32 = 0
    var controls: Int32 = 0
}

/// All that a text box puts aside while it is read.
struct StoryContext {
    var containers: [StoryContainer]
    var paragraph: StoryParagraph?
    var run = StoryRun()
    var fields: [StoryField] = []
    var tables: [StoryTable] = []
    /// Content controls, innermost last: whether each opened a container.
    var controls: [Bool] = []
    /// The control, by its number among those that are open, that shows only what may be put into it.
    var placeholder: Int?
    var isPlaceholder: Bool { placeholder != nil }
    /// The properties that are being read, by the paragraph's, run's, row's or cell's element.
    var properties: [XMLName] = []
    /// Paragraphs whose marks are gone, to stand before the next.
    var held: FlowTape?
    /// Boxes of such paragraphs.
    var heldBoxes: [FlowTape] = []
    /// Whether the next paragraph of a cell has to say anew where it stands.
    var marksAgain = false
    var isRaised = false
    /// What stands above a base of letters, to follow it.
    var ruby: FlowTape?
    var isInRuby = false
    /// What the characters that come now are in.
    var font = FontMark.none
}

/// Which state of a document with tracked changes is read.
package enum RevisionView: String, Sendable, Hashable, CaseIterable {
    /// All changes taken.
    case final
    /// As it was before them.
    case original
}
