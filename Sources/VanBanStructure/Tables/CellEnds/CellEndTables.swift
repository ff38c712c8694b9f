import VanBanModel
import VanBanReading

/// Tables of which a bar behind each cell is all that is left (``CellEnds``): the cells are certain, empty ones included,
/// and the rows are lost. The number of columns is the one whose rows look most like what their header promises.
struct CellEndTables {
    private let lines: [Line]
    private let text: SourceText
    /// Offsets of the bars, ascending.
    private let bars: [Int]
    private let agencies: AgencyGazetteer

    private init(_ lines: [Line], bars: [Int], in text: SourceText, agencies: AgencyGazetteer) {
        self.agencies = agencies
        self.lines = lines
        self.bars = bars
        self.text = text
    }

    /// The tables among a document's lines.
    static func pieces(
        in lines: [Line], bars: [Int], text: SourceText, agencies: AgencyGazetteer
    ) -> [MarkedPiece] {
        guard bars.count >= leastCells else { return [] }
        let reader = CellEndTables(lines, bars: bars, in: text, agencies: agencies)
        return reader.runs().compactMap(reader.piece)
    }

    /// A cell with the lines that it takes up; none where nothing stands between two bars.
    private struct Cell {
        var lines: Range<Int>
        var stretch: Stretch
    }

    private static let leastCells = 6
    /// What a cell may hold, in lines.
    private static let linesInCell = 30
    private static let columnsAtMost = 16

    // MARK: Runs

    /// Cells that follow each other without anything of a document's form between.
    private func runs() -> [[Cell]] {
        var runs: [[Cell]] = []
        var run: [Cell] = []
        func close() {
            if run.count >= Self.leastCells { runs.append(run) }
            run.removeAll()
        }
        var line = 0
        for bar in bars {
            let first = line
            while line < lines.count, lines[line].range.lowerBound < bar { line += 1 }
            let cell = first..<line
            if cell.count > Self.linesInCell || cell.contains(where: isForm) || isRunningText(cell) {
                close()
                // What stands right above the first bar is the first cell.
                if let last = cell.last, !isForm(last) { run.append(self.cell(last..<line)) }
            } else {
                run.append(self.cell(run.isEmpty ? max(first, line - 1)..<line : cell))
            }
        }
        close()
        return runs
    }

    private func cell(_ range: Range<Int>) -> Cell {
        guard let first = range.first, let last = range.last else { return Cell(lines: range, stretch: Stretch(0..<0)) }
        return Cell(
            lines: range, stretch: Stretch(lines[first].range.lowerBound..<lines[last].range.upperBound))
    }

    private static let captions = Lexicon.phrases(.tableCaptions)

    /// Whether lines between two bars are text between two tables: several, the last of them short, one of them longer
    /// than any cell or the caption of a table.
    private func isRunningText(_ cell: Range<Int>) -> Bool {
        guard cell.count > 1, let last = cell.last, lines[last].width < 40 else { return false }
        return cell.dropLast().contains { index in
            if lines[index].width > 300 { return true }
            let head = TokenText(text.head(of: lines[index].range, bytes: 24), in: text)
            guard let caption = head.firstMatch(Self.captions, at: 0), head.tokens.count > caption.keys.count else {
                return false
            }
            return head.tokens[caption.keys.count].kind == .number || head.tokens[0].isSign("(")
        }
    }

    private func isForm(_ index: Int) -> Bool {
        switch lines[index].kind {
        case .text, .body, .authority, .ruler, .uncertain: return false
        // `2022` in a cell is no number of a page.
        case .pageNumber: return false
        case .recital: return lines[index].width > 200
        case .labelled: return lines[index].label?.series == .article || lines[index].label?.series == .chapter
        default: return true
        }
    }

    // MARK: Rows

    private func piece(_ run: [Cell]) -> MarkedPiece? {
        var best: (columns: Int, value: Double)?
        // The first rows tell the number of columns.
        let sample = Array(run.prefix(Self.sampleCells))
        for columns in 2...min(Self.columnsAtMost, run.count / 2) {
            guard let rows = CellEndRows(sample.map(\.stretch), columns: columns, in: text, agencies: agencies) else {
                continue
            }
            let value = rows.solve().value / Double(max(1, sample.count - columns))
            if value > (best?.value ?? Self.leastValue) { best = (columns, value) }
        }
        guard let best,
            let rows = CellEndRows(run.map(\.stretch), columns: best.columns, in: text, agencies: agencies)
        else { return nil }
        let solved = rows.solve()
        guard solved.rows.count >= 2, let first = run.first(where: { !$0.lines.isEmpty }),
            let last = run.last(where: { !$0.lines.isEmpty })
        else { return nil }
        var piece = MarkedPiece(
            lines: first.lines.lowerBound..<last.lines.upperBound, rows: [], columns: best.columns, furniture: [],
            layout: .pipes)
        piece.isFramed = true
        piece.confidence = min(1, 0.75 + best.value / 4)
        var start = 0
        for length in [best.columns] + solved.rows {
            var cells = run[start..<(start + length)].map(\.stretch)
            let offset = cells.first { !$0.isEmpty }?.first.lowerBound
            start += length
            guard let offset else { continue }
            if length == 1, best.columns > 1 {
                // A title over the whole width.
                var row = MarkedPiece.row(cells, at: offset, grid: GridRow(table: 0))
                row.grid = nil
                row.cells = []
                piece.rows.append(row)
                continue
            }
            if length < best.columns { piece.isRegular = false }
            while cells.count < best.columns, length <= 2 { cells.append(Stretch(0..<0)) }
            var row = MarkedPiece.row(cells, at: offset, grid: GridRow(table: 0, isHeader: piece.rows.isEmpty))
            if length != best.columns {
                row.grid = nil
                row.leavesOutCovered = true
            }
            piece.rows.append(row)
        }
        return piece
    }

    /// Cells from which the number of columns is told.
    private static let sampleCells = 400
    /// Value a cell from which on cells make a table.
    private static let leastValue = 0.05
}
