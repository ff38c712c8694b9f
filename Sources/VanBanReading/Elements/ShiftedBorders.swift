/// Takes out columns of a table's grid that are none: where a border stands a little beside that of the other rows, the
/// grid has a column between the two in which no row has a cell.
enum ShiftedBorders {
    static func settle(_ rows: inout [Block]) {
        guard rows.count >= leastRows, rows.contains(where: { !($0.grid?.wide.isEmpty ?? true) }) else { return }
        let width = rows.reduce(0) { max($0, $1.cells.count) }
        guard width > 2, width <= mostColumns, rows.count * width <= mostPlaces else { return }
        var borders = rows.map { Self.borders(of: $0) }
        for column in (1..<(width - 1)).reversed() where isNone(column, borders) {
            for index in rows.indices {
                remove(column, from: &rows[index], hasBorder: borders[index].contains(column))
                borders[index] = Self.borders(of: rows[index])
            }
        }
    }

    private static let leastRows = 2
    private static let mostColumns = 60
    private static let mostPlaces = 200_000

    /// The columns before which a row has a border.
    private static func borders(of row: Block) -> Set<Int> {
        var borders = Set(0...row.cells.count)
        for wide in row.grid?.wide ?? [] {
            for column in (wide.column + 1)..<max(wide.column + 1, wide.column + wide.columns) {
                borders.remove(column)
            }
        }
        return borders
    }

    /// Whether each row has one of a column's borders at most, and some have the left one, others the right one.
    private static func isNone(_ column: Int, _ borders: [Set<Int>]) -> Bool {
        var left = false
        var right = false
        for borders in borders {
            switch (borders.contains(column), borders.contains(column + 1)) {
            case (true, true): return false
            case (true, false): left = true
            case (false, true): right = true
            case (false, false): break
            }
        }
        return left && right
    }

    private static func remove(_ column: Int, from row: inout Block, hasBorder: Bool) {
        guard column + 1 < row.cells.count || !hasBorder && column < row.cells.count else { return }
        // The words of a wide cell stand in its first column.
        let gone = hasBorder ? column + 1 : column
        row.cells.remove(at: gone)
        guard var grid = row.grid else { return }
        grid.wide = grid.wide.compactMap { wide in
            var wide = wide
            if wide.column > column {
                wide.column -= 1
            } else if wide.column + wide.columns > column {
                wide.columns -= 1
            }
            return wide.columns > 1 ? wide : nil
        }
        grid.covered = grid.covered.compactMap { $0 == gone ? nil : $0 > gone ? $0 - 1 : $0 }
        row.grid = grid
    }
}
