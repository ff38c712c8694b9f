/// What of a table stands on a page: cells with their lines.
struct PageTable: Sendable {
    struct Cell: Sendable {
        var column: Int
        var columnSpan: Int
        var rowSpan: Int
        var lines: [TextLine]
    }

    struct Row: Sendable {
        var top: Double
        var bottom: Double
        /// The cells that begin in it, from left to right.
        var cells: [Cell]
        var isDoubtful = false

        var isEmpty: Bool { cells.allSatisfy(\.lines.isEmpty) }
    }

    var page: Int
    /// Where its columns end, from left to right in points: one more than columns.
    var columns: [Double]
    var rows: [Row]
    /// Whether no lines are ruled between its cells.
    var isInferred = false

    var top: Double { rows.first?.top ?? 0 }
    var bottom: Double { rows.last?.bottom ?? 0 }

    /// The table that ruled lines draw, with the words that stand in it.
    /// - Returns: nil where no word does.
    init?(_ grid: PageGrid, words: [PageWord], page: Int) {
        guard !words.isEmpty else { return nil }
        self.page = page
        columns = grid.columns
        rows = zip(grid.rows, grid.rows.dropFirst()).map { Row(top: $0, bottom: $1, cells: []) }
        let owners = CellMap(grid)
        var contents = [[PageWord]](repeating: [], count: grid.cells.count)
        for word in words {
            if let cell = owners.cell(atX: word.box.centerX, y: word.box.centerY) { contents[cell].append(word) }
        }
        let padding = Self.padding(of: grid, contents)
        for (index, cell) in grid.cells.enumerated() {
            let box = grid.box(of: cell)
            let lines = LineBuilder.lines(
                of: contents[index], page: page, left: box.left + padding, right: box.right - padding)
            rows[cell.row].cells.append(
                Cell(column: cell.column, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan, lines: lines))
        }
    }

    init(page: Int, columns: [Double], rows: [Row], isInferred: Bool) {
        self.page = page
        self.columns = columns
        self.rows = rows
        self.isInferred = isInferred
    }

    /// What stands free beside a cell's border: the least that any word leaves to its left.
    private static func padding(of grid: PageGrid, _ contents: [[PageWord]]) -> Double {
        var spaces: [Double] = []
        for (index, cell) in grid.cells.enumerated() {
            let left = grid.columns[cell.column]
            if let least = contents[index].map({ $0.box.left - left }).min(), least > 0 { spaces.append(least) }
        }
        spaces.sort()
        guard !spaces.isEmpty else { return 2 }
        return min(8, spaces[spaces.count / 10])
    }
}

/// Finds the cell of a grid that a point lies in.
private struct CellMap {
    private let columns: [Double]
    private let rows: [Double]
    private var owners: [Int]

    init(_ grid: PageGrid) {
        columns = grid.columns
        rows = grid.rows
        owners = Array(repeating: -1, count: grid.columnCount * grid.rowCount)
        for (index, cell) in grid.cells.enumerated() {
            for row in cell.row..<(cell.row + cell.rowSpan) {
                for column in cell.column..<(cell.column + cell.columnSpan) {
                    owners[row * grid.columnCount + column] = index
                }
            }
        }
    }

    func cell(atX x: Double, y: Double) -> Int? {
        let column = columns.partitioningIndex { $0 > x } - 1
        let row = rows.partitioningIndex { $0 > y } - 1
        guard column >= 0, column < columns.count - 1, row >= 0, row < rows.count - 1 else { return nil }
        let owner = owners[row * (columns.count - 1) + column]
        return owner >= 0 ? owner : nil
    }
}
