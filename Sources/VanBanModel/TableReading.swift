/// How a table's cells were told apart in the source: the same table may be laid out in many ways.
public struct TableReading: Hashable, Codable, Sendable {
    /// The ways in which text holds a table.
    public enum Layout: String, Hashable, Codable, Sendable, CaseIterable {
        /// The source delimits the cells itself: HTML, DOCX.
        case grid
        /// Cells between tabs, a row a line.
        case tabs
        /// Cells between `|`, as Markdown writes tables; with or without a rule under the header.
        case pipes
        /// Cells within drawn lines (`+--+`, `┌──┐`).
        case drawn
        /// Cells side by side, aligned by spaces, as `pdftotext -layout` writes them.
        case aligned
        /// One or more paragraphs a cell, one under the other.
        case paragraphs
        /// The lines of the cells one after the other, without any separator.
        case wrapped
    }

    /// Id of the table.
    public var table: String
    public var layout: Layout
    /// How sure the reading is, from 0 to 1; 1 where the source itself delimits the cells.
    public var confidence: Double

    public init(table: String, layout: Layout, confidence: Double) {
        self.table = table
        self.layout = layout
        self.confidence = confidence
    }
}
