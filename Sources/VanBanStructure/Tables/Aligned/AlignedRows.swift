import VanBanModel
import VanBanReading

/// The rows of an aligned table from the cells of its lines.
struct AlignedRows {
    let grid: AlignedGrid
    let text: SourceText
    private let pieces: [[RowBands.Piece]]
    /// Of every line whether a row's number stands on it.
    private let isLabelled: [Bool]
    /// Lines on which a row without a number begins.
    private let unnumbered: Set<Int>
    /// Where rows are activities of a field whose number and name are merged over them.
    private let activities: AlignedActivities?

    /// A run of lines between two breaks: of a page, or a group's name.
    private struct Run {
        var lines: Range<Int>
        var labels: [Int]
        var goesOn: Bool
        var isCut: Bool
    }

    private struct Row {
        var lines: [Int]
        var isCrossed = false
        /// Lines at which a page break cut it.
        var cuts: [Int] = []
        /// What is doubtful of its border with the row above.
        var doubts: [RowBands.Doubt] = []
    }

    init(_ grid: AlignedGrid) {
        self.grid = grid
        text = grid.text
        let number = grid.numberColumn
        let activities = AlignedActivities(grid)
        self.activities = activities
        pieces = grid.body.indices.map { line in
            grid.cells[line].cells.enumerated().map { column, words in
                guard column != number, activities?.field != column, let first = words.first else {
                    return RowBands.Piece()
                }
                var piece = Self.piece(grid.body[line].range(words), grid.text)
                piece.width = grid.body[line].width(words)
                piece.firstWord = grid.body[line].words[first].width
                return piece
            }
        }
        var isLabelled = grid.body.indices.map { line in
            guard !grid.isCrossed[line], grid.body[line].figure == nil else { return false }
            if let activities { return activities.numbers[line] != nil }
            guard let number else { return Self.opensRow(line, grid, grid.text) }
            let words = grid.cells[line].cells[number]
            return !words.isEmpty
                && (grid.rowLabel(grid.body[line], words) != nil
                    || words.count == 1 && grid.body[line].words[words.lowerBound].mayOpen)
        }
        unnumbered = activities == nil && number != nil ? Self.unnumbered(grid, isLabelled) : []
        for line in unnumbered { isLabelled[line] = true }
        self.isLabelled = isLabelled
    }

    /// Lines of one row on one page.
    struct Band: Sendable {
        var lines: [Int]
        /// Whether the row began on the page before.
        var goesOn: Bool
    }

    /// The lines of every row, those below a page break apart.
    func bands() -> (bands: [Band], isTop: Bool) {
        let (runs, best, _) = solved()
        let bands = assembled(runs, best.solutions).flatMap { row in
            var bands: [Band] = []
            var start = 0
            for cut in row.cuts {
                guard let end = row.lines.firstIndex(of: cut) else { continue }
                if end > start { bands.append(Band(lines: Array(row.lines[start..<end]), goesOn: start > 0)) }
                start = end
            }
            bands.append(Band(lines: Array(row.lines[start...]), goesOn: start > 0))
            return bands
        }
        return (bands, best.placing == .top)
    }

    /// - Returns: the cells of every row; what is to be told; other readings, and how many rows are doubtful.
    func rows() -> (rows: [[Stretch]], diagnostics: [Diagnostic], rivals: [CellRival], doubts: Int) {
        let (runs, best, other) = solved()
        var rows = assembled(runs, best.solutions)
        if let other { doubt(&rows, against: assembled(runs, other.solutions), loss: other.cost - best.cost) }
        return told(rows)
    }

    /// The rows of a table whose cells stand in them in one way.
    private struct Placed {
        var placing: RowBands.Placing
        var cost = 0.0
        var solutions: [RowBands.Solution] = []
    }

    /// - Returns: the runs, the best placing of their cells, and the best of the others.
    private func solved() -> ([Run], Placed, other: Placed?) {
        let runs = runs()
        let bands = runs.map { run in
            RowBands(
                Array(pieces[run.lines]), limits: grid.limits, labels: run.labels.map { $0 - run.lines.lowerBound },
                isGroup: run.labels.map(isGroup), opening: activities.map { _ in grid.taskColumn }, goesOn: run.goesOn,
                isCut: run.isCut,
                gaps: grid.isParted ? run.lines.map { grid.lines[grid.body[$0].index].blankLinesBefore > 0 } : [])
        }
        let againstTop = costOfTop()
        // A number that opens the task's cell has no place of its own.
        let ways = RowBands.Placing.allCases.filter { activities == nil || $0 != .middleNumber }.map { placing in
            let solutions = bands.map { $0.solve(placing) }
            let cost = solutions.reduce(placing == .top ? againstTop : 0) { $0 + $1.cost }
            return Placed(placing: placing, cost: cost, solutions: solutions)
        }
        // Of equal ones the first.
        let sorted = ways.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
        guard let best = sorted.first?.element else { return (runs, Placed(placing: .top), nil) }
        let other = sorted.dropFirst().first { way in
            zip(way.element.solutions, best.solutions).contains { $0.starts != $1.starts }
        }
        return (runs, best, other?.element)
    }

    /// Doubts the rows' borders that the next likely placing of cells has elsewhere, if it is hardly less likely.
    private func doubt(_ rows: inout [Row], against others: [Row], loss: Double) {
        let loss = max(0, loss) / RowBands.margin
        guard loss < CellRival.close, rows.count == others.count else { return }
        for index in rows.indices.dropFirst() {
            guard let first = rows[index].lines.first, let other = others[index].lines.first, first != other,
                !rows[index].isCrossed
            else { continue }
            let isLower = first < other
            rows[index].doubts.append(
                .init(
                    row: index, line: isLower ? first : first - 1, isLower: isLower, loss: loss, source: .placing))
        }
    }

    /// What the lines of the numbers say against numbers on the first lines of their rows: there nearly every task
    /// begins beside its number. Less than nothing where they speak for it.
    private func costOfTop() -> Double {
        guard activities == nil, grid.numberColumn != nil else { return 0 }
        var cost = 0.0
        for line in grid.body.indices where isLabelled[line] && !unnumbered.contains(line) {
            let opens = grid.cells[line].cells[grid.taskColumn].first.map { grid.body[line].words[$0].mayOpen }
            cost += opens ?? false ? -Self.opening : Self.inside
        }
        return cost
    }

    /// What a number says for rows that it stands at the top of where a cell begins behind it, and against them where none does.
    private static let opening = 0.4
    private static let inside = 2.0

    private func isGroup(_ line: Int) -> Bool {
        guard activities == nil, let number = grid.numberColumn else { return false }
        let label = grid.rowLabel(grid.body[line], grid.cells[line].cells[number])
        return label?.series == .roman || label?.series == .upperLetter
    }

    // MARK: Runs

    private func runs() -> [Run] {
        var runs: [Run] = []
        var start = 0
        let count = grid.body.count
        func close(at end: Int, isCut: Bool, goesOn: Bool) {
            guard start < end else { return }
            let labels = (start..<end).filter { isLabelled[$0] }
            runs.append(Run(lines: start..<end, labels: labels, goesOn: goesOn, isCut: isCut))
        }
        var goesOn = false
        for line in 0..<count {
            if line > start, grid.pageBreak(before: line), !grid.isCrossed[line - 1] {
                close(at: line, isCut: !grid.isCrossed[line], goesOn: goesOn)
                start = line
                goesOn = true
            }
            if grid.isCrossed[line] {
                close(at: line, isCut: false, goesOn: goesOn)
                runs.append(Run(lines: line..<(line + 1), labels: [], goesOn: false, isCut: false))
                start = line + 1
                goesOn = false
            }
        }
        close(at: count, isCut: false, goesOn: goesOn)
        return runs
    }

    private func assembled(_ runs: [Run], _ solutions: [RowBands.Solution]) -> [Row] {
        var rows: [Row] = []
        for (run, solution) in zip(runs, solutions) {
            let first = run.lines.lowerBound
            if grid.isCrossed[first] {
                // The second line of a group's name has no label.
                let number = grid.numberColumn
                let hasLabel = number.map { !grid.cells[first].cells[$0].isEmpty } ?? true
                if !hasLabel, let last = rows.indices.last, rows[last].isCrossed {
                    rows[last].lines.append(first)
                } else {
                    rows.append(Row(lines: [first], isCrossed: true))
                }
                continue
            }
            let starts = solution.starts.map { $0 + first }
            let upper = first..<(starts.first ?? run.lines.upperBound)
            if !upper.isEmpty {
                if run.goesOn, let last = rows.indices.last {
                    rows[last].lines += upper
                    rows[last].cuts.append(first)
                } else {
                    rows.append(Row(lines: Array(upper)))
                }
            }
            for (index, start) in starts.enumerated() {
                let end = index + 1 < starts.count ? starts[index + 1] : run.lines.upperBound
                var row = Row(lines: Array(start..<end))
                for doubt in solution.doubts where doubt.row == index {
                    row.doubts.append(
                        .init(
                            row: rows.count, line: doubt.line + first, isLower: doubt.isLower, loss: doubt.loss,
                            source: doubt.loss == 0 && unnumbered.contains(doubt.line + first) ? .unnumbered : .line))
                }
                if unnumbered.contains(start), index > 0 || run.goesOn, row.doubts.allSatisfy({ $0.loss > 0 }) {
                    row.doubts.append(
                        .init(row: rows.count, line: start, isLower: true, loss: 0, source: .unnumbered))
                }
                rows.append(row)
            }
        }
        return rows
    }

    // MARK: What is said of them

    private func told(
        _ rows: [Row]
    ) -> (rows: [[Stretch]], diagnostics: [Diagnostic], rivals: [CellRival], doubts: Int) {
        let all = cells(of: rows)
        let names = all.map(number)
        var diagnostics: [Diagnostic] = []
        var rivals: [CellRival] = []
        var doubtful: Set<Int> = []
        func enter(_ rival: CellRival, of row: Int) {
            rivals.append(rival)
            if rival.loss < CellRival.close { doubtful.insert(row) }
        }
        var pairs: WordPairs?
        var restarts = rows.map(restarts)
        // Where most rows have such lines, cells hold several sentences or languages.
        let restarting = restarts.count { !$0.isEmpty }
        if restarting > Self.usual, restarting * 3 > rows.count { restarts = rows.map { _ in [] } }
        for (index, row) in rows.enumerated() {
            for line in row.lines {
                for rival in wordRivals(of: row, on: line, names[index], &pairs)
                    + shiftRivals(of: row, on: line, names[index])
                {
                    enter(rival, of: index)
                }
            }
            for doubt in row.doubts where index > 0 {
                let own = doubt.isLower ? index : index - 1
                let other = doubt.isLower ? index - 1 : index
                let told = CellDoubt(
                    row: names[own], words: range(of: doubt.line), otherPlace: hull(of: rows[other]),
                    readings: .row(names[other]))
                enter(CellRival(doubt: told, source: doubt.source, loss: doubt.loss), of: own)
            }
            for line in restarts[index] {
                let words = grid.body[line].range(grid.cells[line].cells[grid.taskColumn])
                let told = CellDoubt(
                    row: names[index], words: words, otherPlace: range(of: line), readings: .row(""))
                enter(CellRival(doubt: told, source: .restart, loss: 0), of: index)
            }
            if index + 1 < rows.count {
                for words in unfinished(row, above: rows[index + 1]) {
                    let told = CellDoubt(
                        row: names[index], words: words, otherPlace: hull(of: rows[index + 1]),
                        readings: .row(names[index + 1]))
                    rivals.append(CellRival(doubt: told, source: .line, loss: 0))
                }
            }
            for cut in row.cuts {
                diagnostics.append(
                    Diagnostic(
                        .joinedRow, at: text.location(of: range(of: cut)),
                        related: [text.location(of: range(of: row.lines.first ?? cut))], arguments: [names[index]]))
            }
        }
        return (all, diagnostics, rivals, doubtful.count)
    }

    /// The last lines of a row's cells that end in the middle of something while the row below goes on with it: of a cell
    /// that is merged over both, or of a row whose border was not seen.
    private func unfinished(_ row: Row, above next: Row) -> [Range<Int>] {
        guard !row.isCrossed, !next.isCrossed else { return [] }
        return grid.cells[row.lines[0]].cells.indices.compactMap { column in
            guard column != grid.numberColumn, column != grid.taskColumn, column != activities?.field,
                let above = row.lines.last(where: { pieces[$0][column].isFilled }),
                let below = next.lines.first(where: { pieces[$0][column].isFilled }),
                pieces[above][column].isOpenEnded || pieces[below][column].startsLower, !pieces[above][column].isClosed
            else { return nil }
            let words = grid.body[above].range(grid.cells[above].cells[column])
            guard text.bytes[words.upperBound - 1] != 0x3B else { return nil }
            return words
        }
    }

    /// Rows with lines on which a task seems to begin anew that may be chance.
    private static let usual = 3

    private func number(of cells: [Stretch]) -> String {
        if activities != nil, let activity = AlignedActivities.label(cells[grid.taskColumn].first, in: text) {
            return activity.text
        }
        return grid.numberColumn.map { text.string(cells[$0]) } ?? ""
    }

    private func range(of line: Int) -> Range<Int> { grid.body[line].range(0..<grid.body[line].words.count) }

    private func hull(of row: Row) -> Range<Int>? {
        guard let first = row.lines.first, let last = row.lines.last else { return nil }
        return range(of: first).lowerBound..<max(range(of: first).upperBound, range(of: last).upperBound)
    }

    /// Lines on which a row's task seems to begin anew: with a capital, below a line that had room for more and ended
    /// with no sign. A row without a number may begin there.
    private func restarts(of row: Row) -> [Int] {
        let task = grid.taskColumn
        guard !row.isCrossed, activities == nil, grid.limits.indices.contains(task), let limit = grid.limits[task]
        else {
            return []
        }
        var found: [Int] = []
        var above: Int?
        for line in row.lines where pieces[line][task].isFilled {
            defer { above = line }
            guard let above, !pieces[above][task].isClosed, !pieces[above][task].isOpenEnded,
                let first = grid.cells[line].cells[task].first
            else { continue }
            let word = grid.body[line].words[first].range
            let room = limit - pieces[above][task].width - GlyphWidth.space - pieces[line][task].firstWord
            if room > 0.06 * limit, TokenText(word, in: text).tokens.first?.startsUpper ?? false { found.append(line) }
        }
        return found
    }

    /// Words beside a border of columns.
    private func wordRivals(
        of row: Row, on line: Int, _ number: String, _ pairs: inout WordPairs?
    ) -> [CellRival] {
        let reading = grid.cells[line]
        return reading.doubts.compactMap { doubt in
            guard let column = reading.cells.firstIndex(where: { $0.contains(doubt.words.lowerBound) }) else {
                return nil
            }
            let told = self.doubt(doubt.words, on: line, read: column, or: doubt.column, number)
            let rival = CellRival(doubt: told, source: .word, loss: doubt.loss)
            guard doubt.loss < CellRival.close else { return rival }
            let known = pairs ?? WordPairs(text)
            pairs = known
            let goesOn = goesOnAsElsewhere(
                doubt.words, in: column, notIn: doubt.column, of: row.lines, on: line, known)
            return goesOn ? nil : rival
        }
    }

    /// The first words of a row whose page has its columns under other heads by their places.
    private func shiftRivals(of row: Row, on line: Int, _ number: String) -> [CellRival] {
        let page = grid.body[line].page
        guard let shift = grid.shifts[page], row.lines.first(where: { grid.body[$0].page == page }) == line,
            let moved = shift.filter({ $0.key != $0.value && !grid.cells[line].cells[$0.key].isEmpty })
                .min(by: { $0.key < $1.key })
        else { return [] }
        let told = doubt(grid.cells[line].cells[moved.key], on: line, read: moved.key, or: moved.value, number)
        return [CellRival(doubt: told, source: .shift, loss: 0)]
    }

    private func doubt(
        _ words: Range<Int>, on line: Int, read column: Int, or other: Int, _ number: String
    ) -> CellDoubt {
        let columns = zip(grid.header.cells, grid.header.roles).map {
            TableDraft.Column(header: $0.stretch, role: $1)
        }
        let cells = grid.cells[line].cells.map {
            $0.isEmpty ? Stretch(0..<0) : Stretch(grid.body[line].range($0))
        }
        return columns.doubt(
            row: number, words: grid.body[line].range(words), read: column, or: other, cells: cells, in: text)
    }

    /// The cells of every row; what is merged over the rows of a field stands in the first of them.
    private func cells(of rows: [Row]) -> [[Stretch]] {
        var all: [[Stretch]] = []
        all.reserveCapacity(rows.count)
        var first = 0
        for (index, row) in rows.enumerated() {
            let above = index > 0 ? rows[index - 1] : nil
            if activities?.opensField(row.lines, below: above?.lines) ?? true || row.isCrossed
                || above?.isCrossed ?? true
            {
                first = index
            }
            all.append([Stretch](repeating: Stretch(0..<0), count: grid.columnCount))
            for line in row.lines {
                for (column, words) in grid.cells[line].cells.enumerated() where !words.isEmpty {
                    let isMerged = activities != nil && (column == grid.numberColumn || column == activities?.field)
                    all[isMerged ? first : index][column].append(grid.body[line].range(words))
                }
            }
        }
        return all
    }

    /// The column of the fields that rows are activities of; its cells begin with the fields, not with the rows.
    var fieldColumn: Int? { activities?.field }
}
