import VanBanReading

/// What is left of a page's tables in text that a program took from it: a bar behind each cell, on the cell's last line
/// or on a line of its own, and no more rows to see.
///
/// Such bars are taken away where they part no cells of a table that can still be read: a line with one closing bar
/// (`CHỦ TỊCH |`), a bar alone, the rows of a web site's list (`Số hiệu: | 12/QĐ-UBND | Loại văn bản: | … |`). Whole rows
/// of tables are left to ``MarkedTables``.
struct CellEnds {
    private let text: SourceText
    /// The bars that were taken away.
    private(set) var bars: [Range<Int>] = []
    /// Whether bars stood on lines of their own.
    private(set) var hasBarLines = false

    init(_ text: SourceText) { self.text = text }

    private enum Remains {
        case none
        /// A bar and nothing else.
        case bar(Range<Int>)
        /// Words, and a bar behind them or on both sides.
        case cell(Range<Int>, bars: [Range<Int>])
        /// A recipient, and the signing block beside it.
        case signing(Range<Int>, Range<Int>, bars: [Range<Int>])
        /// Labels and values of a list, the bars between them.
        case fields([Range<Int>], bars: [Range<Int>])
        /// A row of several cells.
        case row
    }

    mutating func settle(_ blocks: inout [Block]) {
        guard text.bytes.contains(0x7C) else { return }
        var kept: [Block] = []
        kept.reserveCapacity(blocks.count)
        var blank = 0
        var above = Remains.none
        var list = 0..<0
        for index in blocks.indices {
            var remains = remains(of: blocks[index])
            if case .row = remains {
                if !list.contains(index) { list = index..<endOfList(from: index, in: blocks) }
                if list.contains(index), let row = pair(blocks[index]) { remains = row }
            }
            var block = blocks[index]
            block.blankLinesBefore += blank
            let isAlone = !Self.isRow(above) || block.blankLinesBefore > 0
            switch remains {
            case .bar(let bar) where isAlone:
                bars.append(bar)
                hasBarLines = true
                // What stands behind a cell's end is another cell.
                blank = max(1, block.blankLinesBefore)
                continue
            case .cell(let words, let signs)
            where isAlone && !(index + 1 < blocks.count && isRowBelow(blocks[index + 1])):
                bars += signs
                block.range = words
                block.cells = []
                block.kind = .line
                kept.append(block)
                blank = 1
            case .signing(let recipient, let authority, let signs):
                bars += signs
                block.cells = []
                block.kind = .line
                block.range = recipient
                kept.append(block)
                block.blankLinesBefore = 0
                block.range = authority
                kept.append(block)
                blank = 0
            case .fields(let cells, let signs):
                bars += signs
                block.kind = .row
                block.cells = cells
                block.range = cells[0].lowerBound..<cells[cells.count - 1].upperBound
                kept.append(block)
                blank = 0
            default:
                kept.append(block)
                blank = 0
            }
            above = remains
        }
        blocks = kept
    }

    private static func isRow(_ remains: Remains) -> Bool {
        if case .row = remains { return true }
        return false
    }

    private func isRowBelow(_ block: Block) -> Bool { block.blankLinesBefore == 0 && Self.isRow(remains(of: block)) }

    private func remains(of block: Block) -> Remains {
        guard block.grid == nil, block.kind != .paragraph, block.range.count < 4000,
            block.range.contains(where: { text.bytes[$0] == 0x7C })
        else { return .none }
        let line = MarkedLine(block.range, index: 0, in: text)
        guard line.kind == .row, line.marks.allSatisfy({ $0.range.count == 1 }) else { return .row }
        let pieces = line.pieces(in: text).filter { !$0.isEmpty }
        guard let first = pieces.first else { return line.marks.count == 1 ? .bar(line.marks[0].range) : .row }
        if pieces.count == 1, line.closes, line.marks.count == (line.opens ? 2 : 1) {
            return .cell(first, bars: line.marks.map(\.range))
        }
        if pieces.count == 2, signs(pieces[1], beside: first) {
            return .signing(first, pieces[1], bars: line.marks.map(\.range))
        }
        if pieces.count > 1, isLabel(first) { return .fields(pieces, bars: line.marks.map(\.range)) }
        return .row
    }

    /// Rows of two cells that make a list for sure.
    private static let leastRows = 3

    /// The end of the rows from one on that are labels and values of a web site's list without colons
    /// (`Số hiệu | 12/QĐ-UBND |`); the index itself where they are none.
    private func endOfList(from start: Int, in blocks: [Block]) -> Int {
        var end = start
        var isNumbered = false
        while end < blocks.count, end == start || blocks[end].blankLinesBefore == 0,
            case .fields(let cells, _)? = pair(blocks[end])
        {
            if SiteLabel.at(0, in: TokenText(cells[0], in: text))?.label == .number {
                isNumbered = isNumbered || SiteValue.number(Stretch(cells[1]), in: text) != nil
            }
            end += 1
        }
        return isNumbered && end - start >= Self.leastRows ? end : start
    }

    /// A row of a label and its value, the label without a colon.
    private func pair(_ block: Block) -> Remains? {
        guard block.grid == nil, block.range.count < 1200 else { return nil }
        let line = MarkedLine(block.range, index: 0, in: text)
        guard line.kind == .row, line.marks.allSatisfy({ $0.range.count == 1 }) else { return nil }
        let pieces = line.pieces(in: text).filter { !$0.isEmpty }
        guard pieces.count == 2 else { return nil }
        let tokens = TokenText(pieces[0], in: text)
        guard let label = SiteLabel.at(0, in: tokens), label.length == tokens.tokens.count else { return nil }
        return .fields(pieces, bars: line.marks.map(\.range))
    }

    /// `- Như Điều 3; | TM. ỦY BAN NHÂN DÂN |`
    private func signs(_ right: Range<Int>, beside left: Range<Int>) -> Bool {
        guard right.count < 120, OutlineLabel.at(left, in: text)?.series == .bullet else { return false }
        return SigningPrefix.opens(TokenText(right, in: text))
    }

    /// Whether a cell is a label of a web site's list, with its colon.
    private func isLabel(_ cell: Range<Int>) -> Bool {
        guard text.bytes[cell.upperBound - 1] == 0x3A, cell.count < 120 else { return false }
        let tokens = TokenText(cell, in: text)
        guard let label = SiteLabel.at(0, in: tokens) else { return false }
        return label.length == tokens.tokens.count - 1
    }
}
