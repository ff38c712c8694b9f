/// The cells that ruled lines make on a page: whoever puts words into them need not know whether these were printed or
/// recognised.
public struct PageGrid: Hashable, Sendable {
    public struct Cell: Hashable, Sendable {
        public var row: Int
        public var column: Int
        public var rowSpan: Int
        public var columnSpan: Int
    }

    /// Where its columns end, from left to right in points: one more than columns.
    public var columns: [Double]
    /// Where its rows end, from top to bottom in points: one more than rows.
    public var rows: [Double]
    /// Row by row; what a cell spans has none of its own.
    public var cells: [Cell]

    public init(columns: [Double], rows: [Double], cells: [Cell]) {
        self.columns = columns
        self.rows = rows
        self.cells = cells
    }

    public var columnCount: Int { max(0, columns.count - 1) }
    public var rowCount: Int { max(0, rows.count - 1) }

    public var box: PageBox {
        PageBox(left: columns.first ?? 0, top: rows.first ?? 0, right: columns.last ?? 0, bottom: rows.last ?? 0)
    }

    /// Where a cell is on the page.
    public func box(of cell: Cell) -> PageBox {
        PageBox(
            left: columns[cell.column], top: rows[cell.row], right: columns[cell.column + cell.columnSpan],
            bottom: rows[cell.row + cell.rowSpan])
    }
}
