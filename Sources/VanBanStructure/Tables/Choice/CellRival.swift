/// Another reading of some words of a row, by the reader that put them where they are, and how much worse it finds that.
///
/// Whether it is told is decided over all that is known of the row (``RowTrust``).
struct CellRival {
    /// What the other reading does otherwise, and so on which scale its loss is.
    enum Source: String, CaseIterable, Sendable {
        /// It puts a line, or a piece of one, of a wrapped table into another cell, or parts the rows elsewhere.
        case piece, row
        /// It puts a line of a table of paragraphs into another cell.
        case paragraph
        /// It parts a line of an aligned table between other words.
        case word
        /// It puts a line of an aligned table into the row above or below.
        case line
        /// It has the cells of an aligned table stand otherwise in their rows: at the top, or in the middle.
        case placing
        /// A row that has no number may be the rest of the one above.
        case unnumbered
        /// A task seems to begin anew inside of a row.
        case restart
        /// The columns of a page stand under other heads by their places.
        case shift
        /// A cell looks like another column's.
        case place
        /// Another reader has it.
        case reader

        /// Whether it is told however likely the row is: what the layout says against the reading cannot be weighed.
        var isTold: Bool {
            switch self {
            case .placing, .unnumbered, .shift, .place: true
            case .piece, .row, .paragraph, .word, .line, .restart, .reader: false
            }
        }
    }

    var doubt: CellDoubt
    var source: Source
    /// How much worse the other reading is, by the reader's own measure: 0 where it is as good, 1 where it is hardly to be
    /// told apart.
    var loss: Double

    /// Rivals that are nearer than this make a reader less sure of its table.
    static let close = 1.0
    /// Those that are farther are none.
    static let reach = 4.0
}
