import VanBanReading

/// The head and body of a table, whichever of its rows the reader took for the head.
struct MeasureGrid {
    /// For each column its heads, the outermost first.
    var heads: [[TokenText]]
    var rows: [TableDraft.Row]

    private static let mostHeads = 4

    init(_ table: TableDraft, in text: SourceText) {
        let count = max(table.columns.count, table.rows.map(\.cells.count).max() ?? 0)
        var levels: [[Stretch]] = []
        if !table.headRows.isEmpty {
            for (index, row) in table.headRows.enumerated() {
                levels.append(
                    Self.spread(
                        row, isLast: index + 1 == table.headRows.count,
                        below: index + 1 < table.headRows.count ? table.headRows[index + 1].cells : []))
            }
        } else if table.columns.contains(where: { !$0.header.isEmpty }) {
            levels.append(table.columns.map(\.header))
        }
        var first = 0
        while first + 1 < table.rows.count, levels.count < Self.mostHeads,
            Self.isHead(table.rows[first], isFirst: levels.isEmpty, text)
        {
            let below = first + 1 < table.rows.count ? table.rows[first + 1] : nil
            levels.append(Self.spread(table.rows[first], below: below, text))
            first += 1
        }
        while first < table.rows.count, Self.isColumnNumbers(table.rows[first], text) { first += 1 }
        for level in levels.indices.dropLast() { Self.align(&levels[level], with: levels[level + 1], text) }
        rows = Array(table.rows[first...])
        heads = (0..<count).map { column in
            var path: [TokenText] = []
            var last: Stretch?
            for level in levels where column < level.count && !level[column].isEmpty {
                if let last, last.first == level[column].first { continue }
                last = level[column]
                path.append(TokenText(level[column], in: text))
            }
            return path
        }
    }

    /// A row of words and years above the first row with a value.
    private static func isHead(_ row: TableDraft.Row, isFirst: Bool, _ text: SourceText) -> Bool {
        let filled = row.cells.indices.filter { !row.cells[$0].isEmpty }
        guard filled.count >= 2 || !row.columnSpans.isEmpty && isFirst else { return false }
        if !isFirst, let cell = row.cells.first, !cell.isEmpty, !row.covered.contains(0) { return false }
        return filled.allSatisfy { column in
            let cell = row.cells[column]
            guard cell.length < 160 else { return false }
            let tokens = TokenText(cell, in: text)
            return isHeadWord(tokens)
        }
    }

    private static func isHeadWord(_ tokens: TokenText) -> Bool {
        guard let first = tokens.tokens.first else { return true }
        if first.kind == .number {
            guard let year = first.value else { return false }
            return (1990...2100).contains(year) && tokens.tokens.allSatisfy { $0.kind != .word }
        }
        return tokens.tokens.contains { $0.kind == .word }
    }

    /// `(1) (2) (3)`
    private static func isColumnNumbers(_ row: TableDraft.Row, _ text: SourceText) -> Bool {
        var marks = ColumnMarks()
        return row.cells.allSatisfy { $0.isEmpty || marks.take(cell: TokenText($0, in: text)) } && marks.areMarks
    }

    // MARK: Units over the columns that repeat

    /// Units stand over as many columns each as the heads below them repeat, wherever a converter put them:
    /// `| | Nội dung | Tỉnh A | Tỉnh B | | |` over `| TT | | Điểm | Hạng | Điểm | Hạng |`.
    private static func align(_ heads: inout [Stretch], with below: [Stretch], _ text: SourceText) {
        var units: [Stretch] = []
        for head in heads where !head.isEmpty && head.first != units.last?.first {
            let words = TokenText(head, in: text)
            if !words.tokens.isEmpty, UnitNames.end(at: 0, in: words) == words.tokens.count { units.append(head) }
        }
        guard units.count >= 2, let last = below.lastIndex(where: { !$0.isEmpty }) else { return }
        let keys = below.map { head in TokenText(head, in: text).tokens.map(\.key) }
        let width = ((last + 1) / units.count)
        guard width >= 1 else { return }
        for period in (1...width).reversed() {
            let start = last + 1 - period * units.count
            let repeats = (start..<(last + 1)).allSatisfy { column in
                !keys[column].isEmpty && keys[column] == keys[start + (column - start) % period]
            }
            guard repeats else { continue }
            while heads.count <= last { heads.append(Stretch(0..<0)) }
            for column in start...last { heads[column] = units[(column - start) / period] }
            return
        }
    }

    // MARK: Heads over several columns

    private static func spread(_ row: PrintedRow, isLast: Bool, below: [Stretch]) -> [Stretch] {
        var cells = row.cells
        if let grid = row.grid {
            for wide in grid.wide {
                for column in wide.column..<min(cells.count, wide.column + wide.columns) {
                    cells[column] = cells[wide.column]
                }
            }
            return cells
        }
        return isLast ? cells : carried(cells, below)
    }

    private static func spread(_ row: TableDraft.Row, below: TableDraft.Row?, _ text: SourceText) -> [Stretch] {
        var cells = row.cells
        for (column, span) in row.columnSpans {
            for other in column..<min(cells.count, column + span) { cells[other] = cells[column] }
        }
        guard row.columnSpans.isEmpty, let below, isHead(below, isFirst: false, text) else { return cells }
        return carried(cells, below.cells)
    }

    /// Where the source cannot say how wide a head is, it reaches over the empty places that have a head below.
    private static func carried(_ cells: [Stretch], _ below: [Stretch]) -> [Stretch] {
        var cells = cells
        for column in cells.indices.dropFirst()
        where cells[column].isEmpty && column < below.count && !below[column].isEmpty && !below[column - 1].isEmpty {
            cells[column] = cells[column - 1]
        }
        return cells
    }
}
