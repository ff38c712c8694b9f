/// A table of a format with elements while it is read: its rows become blocks as they end.
struct FlowTable {
    /// A cell and what stands in it.
    private struct Cell {
        var column: Int
        var columns: Int
        var isCovered: Bool
        var blocks: [Block] = []
    }

    private let number: Int
    private var rows: [Block] = []
    /// Rows with tables in their cells, by their place among the rows.
    private var nested: [Int: [Cell]] = [:]
    private var cells: [Cell] = []
    /// What stands in the row at hand before its first cell.
    private var loose: [Block] = []
    private var isHeader = false
    private var isCellOpen = false
    private var blankLines: Int
    private var pageBreak: Bool

    init(number: Int, blankLines: Int, pageBreak: Bool) {
        self.number = number
        self.blankLines = blankLines
        self.pageBreak = pageBreak
    }

    mutating func add(_ block: Block) {
        // Text between cells is in no cell; it is put into the last.
        if cells.isEmpty { loose.append(block) } else { cells[cells.count - 1].blocks.append(block) }
    }

    /// Text before a row's first cell stands before the table, as browsers show it; between rows it is put into the
    /// first cell, so that the table stays whole.
    private mutating func settleLoose() {
        guard !loose.isEmpty else { return }
        if rows.isEmpty {
            rows += loose
        } else {
            if cells.isEmpty { cells.append(Cell(column: 0, columns: 1, isCovered: false)) }
            cells[0].blocks = loose + cells[0].blocks
        }
        loose.removeAll()
    }

    mutating func beginRow(isHeader: Bool) {
        if !cells.isEmpty || !loose.isEmpty { endRow(pageBreak: false) }
        self.isHeader = isHeader
    }

    mutating func beginCell(column: Int, columns: Int, isCovered: Bool) {
        cells.append(Cell(column: column, columns: max(1, columns), isCovered: isCovered))
        isCellOpen = true
    }

    mutating func widenCell(by columns: Int) {
        if !cells.isEmpty { cells[cells.count - 1].columns += max(0, columns) }
    }

    mutating func endCell() { isCellOpen = false }

    /// Empties the cell at hand where all that it holds stands for no value.
    /// - Returns: where that stands.
    mutating func takeNoValue(in bytes: [UInt8]) -> Range<Int>? {
        guard isCellOpen, let cell = cells.last, cell.blocks.count == 1, cell.blocks[0].grid == nil,
            NoValue.fills(bytes[cell.blocks[0].range])
        else { return nil }
        cells[cells.count - 1].blocks.removeAll()
        return cell.blocks[0].range
    }

    mutating func endRow(
        pageBreak breaks: Bool, isHeader isKnownHeader: Bool = false, isInferred: Bool = false,
        isDoubtful: Bool = false
    ) {
        defer { cells.removeAll(keepingCapacity: true) }
        settleLoose()
        guard !cells.isEmpty else { return }
        var row = Block(kind: .row, range: 0..<0, blankLinesBefore: blankLines, pageBreakBefore: pageBreak || breaks)
        var grid = GridRow(table: number, isHeader: isHeader || isKnownHeader)
        grid.isInferred = isInferred
        grid.isDoubtful = isDoubtful
        var isNested = false
        var isBold = true
        for cell in cells {
            while row.cells.count < cell.column { row.cells.append(0..<0) }
            let range = Self.hull(cell.blocks)
            if row.cells.count == cell.column {
                row.cells.append(range)
            } else if !range.isEmpty {
                // Two cells at one place: the later follows, or takes the place of one that holds nothing.
                if row.cells.indices.contains(cell.column), row.cells[cell.column].isEmpty {
                    row.cells[cell.column] = range
                } else {
                    row.cells.append(range)
                }
            }
            for _ in 1..<cell.columns { row.cells.append(range.upperBound..<range.upperBound) }
            if cell.columns > 1 { grid.wide.append(.init(column: cell.column, columns: cell.columns)) }
            if cell.isCovered { grid.covered += cell.column..<(cell.column + cell.columns) }
            if !range.isEmpty {
                row.range = row.range.isEmpty ? range : row.range.lowerBound..<range.upperBound
                isBold = isBold && cell.blocks.allSatisfy(\.isBold)
            }
            isNested = isNested || cell.blocks.contains { $0.grid != nil }
        }
        row.isBold = isBold
        row.grid = grid
        // A row without a word has nothing to say, but keeps its place where it stands among covered cells.
        guard !row.range.isEmpty else { return }
        if isNested { nested[rows.count] = cells }
        rows.append(row)
        blankLines = 0
        pageBreak = false
    }

    private static func hull(_ blocks: [Block]) -> Range<Int> {
        guard let first = blocks.first, let last = blocks.last else { return 0..<0 }
        return first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound)
    }

    /// The rows as blocks; a frame around other tables gives what it frames, cell by cell.
    consuming func finish(_ bytes: [UInt8]) -> [Block] {
        if !cells.isEmpty || !loose.isEmpty { endRow(pageBreak: false) }
        if nested.isEmpty { ShiftedBorders.settle(&rows) }
        guard !nested.isEmpty, isFrame() else { return rows }
        var blocks: [Block] = []
        for (index, row) in rows.enumerated() {
            if let cells = nested[index] {
                for cell in cells { blocks += cell.blocks }
            } else if row.grid == nil {
                // What stood before the first row.
                blocks.append(row)
            } else {
                blocks += Self.paragraphs(of: row, bytes)
            }
        }
        return blocks
    }

    /// Whether most of what stands in the table stands in tables of its own.
    private func isFrame() -> Bool {
        var inner = 0
        var own = 0
        for (index, row) in rows.enumerated() {
            own += row.range.count
            guard let cells = nested[index] else { continue }
            for cell in cells { for block in cell.blocks where block.grid != nil { inner += block.range.count } }
        }
        let columns = rows.map { row in row.cells.reduce(0) { $0 + ($1.isEmpty ? 0 : 1) } }.max() ?? 0
        return inner * 2 >= own || columns <= 1 || nested.values.contains { $0.contains { $0.blocks.count > 30 } }
    }

    /// What a row holds as paragraphs, cell after cell.
    static func paragraphs(of row: Block, _ bytes: [UInt8]) -> [Block] {
        var blocks: [Block] = []
        for cell in row.cells where !cell.isEmpty {
            var start = cell.lowerBound
            func add(_ end: Int) {
                var range = start..<end
                while let first = range.first, CharacterClass.isSpace(bytes[first]) {
                    range = (first + 1)..<range.upperBound
                }
                while let last = range.last, CharacterClass.isSpace(bytes[last]) { range = range.lowerBound..<last }
                guard !range.isEmpty else { return }
                let isFirst = blocks.isEmpty
                blocks.append(
                    Block(
                        kind: .paragraph, range: range, blankLinesBefore: isFirst ? row.blankLinesBefore : 0,
                        pageBreakBefore: isFirst && row.pageBreakBefore, isBold: row.isBold))
            }
            for offset in cell where bytes[offset] == 0x0B || bytes[offset] == 0x0A {
                add(offset)
                start = offset + 1
            }
            add(cell.upperBound)
        }
        return blocks
    }
}
