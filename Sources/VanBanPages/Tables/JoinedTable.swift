/// A table put together from what stands of it on its pages.
struct JoinedTable: Sendable {
    struct Cell: Sendable {
        var column: Int
        var columnSpan: Int
        /// Whether a cell above goes on here.
        var isCovered: Bool
        var lines: [TextLine]
    }

    struct Row: Sendable {
        var cells: [Cell]
        var isHeader = false
        var isDoubtful = false
        var page: Int

        func cell(at column: Int) -> Cell? {
            cells.first { $0.column <= column && column < $0.column + $0.columnSpan }
        }
    }

    private(set) var columnCount: Int
    private(set) var rows: [Row] = []
    /// The rows of the head that pages repeat.
    private(set) var repeatedHeads: [TextLine] = []
    var isInferred: Bool

    /// - Parameter pieces: at least one, in the order of pages.
    init(_ pieces: [PageTable]) {
        let columns = ColumnMatch(pieces)
        columnCount = columns.count
        isInferred = pieces.contains(where: \.isInferred)
        for (index, piece) in pieces.enumerated() {
            var own = Self.rows(of: piece, columns.places[index], covered: index > 0 ? openColumns : [])
            if index > 0 {
                takeRepeatedHeads(&own)
                let verdict = own.first.map { RowMender(rows, columnCount).verdict(on: $0) } ?? .no
                if verdict == .unlikely, piece.isInferred {
                    own[0].isDoubtful = true
                } else if verdict == .likely || verdict == .plainly {
                    mend(with: own.removeFirst())
                    if verdict == .likely, let last = rows.indices.last { rows[last].isDoubtful = true }
                }
            }
            rows += own
        }
        for column in (1..<max(1, columnCount)).reversed() where isStroke(column) { drop(column) }
    }

    /// Whether a column comes from a border that only some rows have, a letter's stroke in a head: no cell that begins there
    /// holds words, and more rows reach over it than have the border.
    private func isStroke(_ column: Int) -> Bool {
        let own = rows.flatMap(\.cells).filter { $0.column == column }
        guard own.allSatisfy({ $0.lines.isEmpty && !$0.isCovered }) else { return false }
        return rows.count { ($0.cell(at: column)?.column ?? column) < column } > own.count
    }

    private mutating func drop(_ column: Int) {
        columnCount -= 1
        for row in rows.indices {
            for index in rows[row].cells.indices.reversed() {
                let cell = rows[row].cells[index]
                if cell.column <= column, column < cell.column + cell.columnSpan {
                    rows[row].cells[index].columnSpan -= 1
                    if cell.columnSpan == 1 { rows[row].cells.remove(at: index) }
                } else if cell.column > column {
                    rows[row].cells[index].column -= 1
                }
            }
        }
    }

    // MARK: Rows of a page

    private static func rows(of piece: PageTable, _ places: [Int], covered: Set<Int>) -> [Row] {
        var rows: [Row] = []
        /// By column, how many more rows a cell above covers.
        var open: [Int: (rows: Int, span: Int)] = [:]
        for (index, row) in piece.rows.enumerated() {
            var cells: [Cell] = []
            for cell in row.cells {
                let start = places[cell.column]
                let end = places[cell.column + cell.columnSpan]
                guard end > start else {
                    // A border that other pages don't have.
                    if !cell.lines.isEmpty, let last = cells.indices.last { cells[last].lines += cell.lines }
                    continue
                }
                let goesOn = index == 0 && cell.lines.isEmpty && covered.contains(start)
                cells.append(Cell(column: start, columnSpan: end - start, isCovered: goesOn, lines: cell.lines))
                if cell.rowSpan > 1 { open[start] = (cell.rowSpan, end - start) }
            }
            for (column, entry) in open.sorted(by: { $0.key < $1.key })
            where !cells.contains(where: { $0.column == column }) {
                cells.append(Cell(column: column, columnSpan: entry.span, isCovered: true, lines: []))
            }
            for column in open.keys {
                open[column]?.rows -= 1
                if open[column]?.rows == 0 { open[column] = nil }
            }
            cells.sort { $0.column < $1.column }
            rows.append(Row(cells: cells, isDoubtful: row.isDoubtful, page: piece.page))
        }
        return rows
    }

    /// Columns in which a cell over several rows reaches the end of the page: it may go on over it.
    private var openColumns: Set<Int> {
        guard let last = rows.last else { return [] }
        return Set(last.cells.filter(\.isCovered).map(\.column))
    }

    // MARK: Heads that pages repeat

    /// Rows above a repeated head that a table has only once: a caption within it.
    private static let mostAbove = 3
    private static let mostHeads = 6

    private mutating func takeRepeatedHeads(_ own: inout [Row]) {
        for start in 0..<min(Self.mostAbove, rows.count) {
            var count = 0
            while count < min(Self.mostHeads, own.count - 1, rows.count - start),
                Self.isSame(own[count], rows[start + count])
            {
                count += 1
            }
            guard count > 0 else { continue }
            for row in start..<(start + count) { rows[row].isHeader = true }
            for row in own[..<count] { repeatedHeads += row.cells.flatMap(\.lines) }
            own.removeFirst(count)
            return
        }
    }

    private static func isSame(_ left: Row, _ right: Row) -> Bool {
        let (left, right) = (key(of: left), key(of: right))
        guard !left.isEmpty, left.count == right.count else { return false }
        // Programs cut a head that they repeat where its rows are lower than its words.
        let cut = zip(left, right).filter { $0 != $1 }
        return cut.count * 2 < left.count && cut.allSatisfy { $0.hasPrefix($1) || $1.hasPrefix($0) }
    }

    private static func key(of row: Row) -> [String] {
        row.cells.map { cell in
            cell.lines.map(\.text).joined().lowercased().filter { $0.isLetter || $0.isNumber }
        }.filter { !$0.isEmpty }
    }

    // MARK: Rows that pages cut

    private mutating func mend(with rest: Row) {
        guard let last = rows.indices.last else { return }
        for cell in rest.cells where !cell.lines.isEmpty {
            if let index = rows[last].cells.firstIndex(where: {
                $0.column <= cell.column && cell.column < $0.column + $0.columnSpan
            }) {
                if rows[last].cells[index].isCovered {
                    extendCovering(cell, above: last)
                } else {
                    rows[last].cells[index].lines += cell.lines
                }
            } else {
                rows[last].cells.append(cell)
                rows[last].cells.sort { $0.column < $1.column }
            }
        }
    }

    /// What goes on in a cell over several rows belongs to the row that it begins in.
    private mutating func extendCovering(_ cell: Cell, above last: Int) {
        for row in (0..<last).reversed() {
            guard let index = rows[row].cells.firstIndex(where: { $0.column == cell.column }) else { return }
            guard rows[row].cells[index].isCovered else {
                rows[row].cells[index].lines += cell.lines
                return
            }
        }
    }
}

/// Matches the columns of a table's pages by where they stand: borders move by a point or two, and a page on which cells
/// are merged has fewer.
struct ColumnMatch {
    /// Borders no farther apart are one, in points.
    private static let reach = 7.0
    /// By page, for each of its borders the number that it has in the whole table.
    private(set) var places: [[Int]] = []
    private(set) var count = 0

    init(_ pieces: [PageTable]) {
        var borders: [(place: Double, piece: Int, index: Int)] = []
        for (piece, table) in pieces.enumerated() {
            for (index, place) in table.columns.enumerated() { borders.append((place, piece, index)) }
        }
        borders.sort { ($0.place, $0.piece, $0.index) < ($1.place, $1.piece, $1.index) }
        places = pieces.map { Array(repeating: 0, count: $0.columns.count) }
        var cluster = -1
        var members: Set<Int> = []
        var start = -Double.infinity
        for border in borders {
            if border.place - start > Self.reach || members.contains(border.piece) {
                cluster += 1
                members = []
                start = border.place
            }
            members.insert(border.piece)
            places[border.piece][border.index] = cluster
        }
        count = max(0, cluster)
    }

    /// Whether what stands on two pages may be one table: the borders of the one with fewer are among the other's.
    static func isLikely(_ above: PageTable, _ below: PageTable) -> Bool {
        let (few, many) = above.columns.count <= below.columns.count ? (above, below) : (below, above)
        guard let left = few.columns.first, let right = few.columns.last, let otherLeft = many.columns.first,
            let otherRight = many.columns.last, abs(left - otherLeft) < 12, abs(right - otherRight) < 12
        else { return false }
        let found = few.columns.filter { place in many.columns.contains { abs($0 - place) <= reach } }
        return found.count * 10 >= few.columns.count * 7
    }
}
