/// The cells that ruled lines make on a page: whoever puts words into them need not know whether these were printed or
/// recognised.
package struct PageGrid: Hashable, Sendable {
    package struct Cell: Hashable, Sendable {
        package var row: Int
        package var column: Int
        package var rowSpan: Int
        package var columnSpan: Int
    }

    /// Where its columns end, from left to right in points: one more than columns.
    package var columns: [Double]
    /// Where its rows end, from top to bottom in points: one more than rows.
    package var rows: [Double]
    /// Row by row; what a cell spans has none of its own.
    package var cells: [Cell]

    package init(columns: [Double], rows: [Double], cells: [Cell]) {
        self.columns = columns
        self.rows = rows
        self.cells = cells
    }

    package var columnCount: Int { max(0, columns.count - 1) }
    package var rowCount: Int { max(0, rows.count - 1) }

    package var box: PageBox {
        PageBox(left: columns.first ?? 0, top: rows.first ?? 0, right: columns.last ?? 0, bottom: rows.last ?? 0)
    }

    /// Where a cell is on the page.
    package func box(of cell: Cell) -> PageBox {
        PageBox(
            left: columns[cell.column], top: rows[cell.row], right: columns[cell.column + cell.columnSpan],
            bottom: rows[cell.row + cell.rowSpan])
    }
}
