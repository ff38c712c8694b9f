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
