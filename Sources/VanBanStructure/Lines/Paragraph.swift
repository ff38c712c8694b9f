import VanBanReading

/// A paragraph: one or more lines that belong together.
struct Paragraph: Sendable {
    var kind: Line.Kind
    var stretch: Stretch
    /// The stretch without the label.
    var content: Stretch
    var label: OutlineLabel?
    var isCapitals: Bool
    var isBold: Bool
    var blankLinesBefore: Int
    var pageBreakBefore: Bool
    /// Of a row.
    var cells: [Range<Int>]
    /// Of a row whose cells the source itself delimits.
    var grid: GridRow?
    /// Physical lines that went into it.
    var lineCount: Int
    /// The form to fill in that it belongs to, counted from 1; nil outside of forms.
    var form: Int?

    init(_ line: Line, in text: SourceText) {
        kind = line.kind
        stretch = Stretch(line.range)
        content = stretch
        label = line.label
        if let label = line.label { content = Stretch(text.trimmed(label.range.upperBound..<line.range.upperBound)) }
        isCapitals = line.isCapitals
        isBold = line.isBold
        blankLinesBefore = line.blankLinesBefore
        pageBreakBefore = line.pageBreakBefore
        cells = line.cells
        grid = line.grid
        lineCount = 1
    }

    /// The last piece of the paragraph.
    var lastRange: Range<Int> { stretch.more.last ?? stretch.first }
}
