import VanBanReading

/// A table of results whose cells stand side by side: rows that end in figures below each other, and heads over them.
struct AlignedFigures {
    private let lines: [Line]
    private let text: SourceText
    /// The lines with figures, and those that go on with the words of one.
    private var body: [(line: AlignedLine, isRow: Bool)] = []
    private var columns: [Range<Int>] = []

    /// Lines of a head.
    private static let mostHeads = 6
    private static let widest = 260

    /// The table whose first row of figures is a line, where there is one.
    /// - Parameter least: the first line that may be its head's.
    static func table(
        at start: Int, after least: Int, _ lines: [Line], _ text: SourceText
    ) -> FigureTables.Candidate? {
        guard let first = row(start, lines, text) else { return nil }
        var table = AlignedFigures(lines: lines, text: text)
        table.take(from: first)
        guard table.body.count(where: \.isRow) >= 2 else { return nil }
        table.findColumns()
        guard table.columns.count >= 2, let heads = table.heads(from: start, least) else { return nil }
        let end = start + table.body.count
        return FigureTables.Candidate(
            lines: (start - heads.count)..<end, heads: heads.rows, rows: table.rows(), layout: .aligned)
    }

    private init(lines: [Line], text: SourceText) {
        self.lines = lines
        self.text = text
    }

    /// A line as one of figures: its last word stands behind a wide gap, and is a figure.
    private static func row(_ index: Int, _ lines: [Line], _ text: SourceText) -> AlignedLine? {
        let line = lines[index]
        guard !line.isApart, line.kind != .runningHead, line.range.count <= widest,
            text.bytes.withUnsafeBufferPointer({ AlignedLine.hasWideGap(line.range, in: $0) })
        else { return nil }
        let aligned = AlignedLine(line, at: index, in: text)
        let atoms = aligned.atoms()
        guard atoms.count >= 2, let last = atoms.last,
            FigureTables.isFigure(aligned.range(last), text) || isGroup(aligned, atoms, text)
        else { return nil }
        return aligned
    }

    /// Whether a line ends with a group's name behind a figure: `5,12       Trung bình cao`.
    private static func isGroup(_ line: AlignedLine, _ atoms: [Range<Int>], _ text: SourceText) -> Bool {
        guard atoms.count > 2, FigureTables.isFigure(line.range(atoms[atoms.count - 2]), text) else { return false }
        return ResultGroups.named(TokenText(line.range(atoms[atoms.count - 1]), in: text)).group != nil
    }

    private mutating func take(from first: AlignedLine) {
        body = [(first, true)]
        var figures = figureStart(of: first)
        var rest: [AlignedLine] = []
        var index = first.index + 1
        while index < lines.count {
            let line = lines[index]
            guard !line.isApart, line.blankLinesBefore < 2, line.range.count <= Self.widest else { break }
            if let row = Self.row(index, lines, text) {
                body += rest.map { ($0, false) }
                rest = []
                body.append((row, true))
                figures = min(figures, figureStart(of: row))
            } else {
                // Words below a name, left of all figures.
                let words = AlignedLine(line, at: index, in: text)
                guard line.label == nil, words.atoms().count == 1, words.end < figures,
                    words.start > 0, rest.count < 4
                else { break }
                rest.append(words)
            }
            index += 1
        }
        // Behind the last row only the rest of its name is the table's.
        for line in rest {
            guard lines[line.index].blankLinesBefore == 0, LetterCase.startsLower(lines[line.index].range, in: text)
            else { break }
            body.append((line, false))
        }
    }

    /// Where the first figure behind words stands.
    private func figureStart(of line: AlignedLine) -> Int {
        let figures = line.atoms().dropFirst().filter { FigureTables.isFigure(line.range($0), text) }
        return figures.first.map { line.words[$0.lowerBound].start } ?? line.end
    }

    /// Columns are what no line leaves a gap of two spaces in.
    private mutating func findColumns() {
        var spans = body.flatMap { entry in
            entry.line.atoms().map { entry.line.words[$0.lowerBound].start..<entry.line.words[$0.upperBound - 1].end }
        }
        spans.sort { $0.lowerBound < $1.lowerBound }
        for span in spans {
            if let last = columns.last, span.lowerBound < last.upperBound + 2 {
                columns[columns.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
            } else {
                columns.append(span)
            }
        }
    }

    /// The columns that words stand in or nearest to.
    private func columns(of span: Range<Int>) -> Range<Int> {
        let over = columns.indices.filter { columns[$0].overlaps(span) }
        if let first = over.first, let last = over.last { return first..<(last + 1) }
        let middle = span.lowerBound + span.upperBound
        let nearest = columns.indices.min {
            abs(columns[$0].lowerBound + columns[$0].upperBound - middle)
                < abs(columns[$1].lowerBound + columns[$1].upperBound - middle)
        }
        return (nearest ?? 0)..<((nearest ?? 0) + 1)
    }

    // MARK: Rows

    private func rows() -> [PrintedRow] {
        var rows: [PrintedRow] = []
        // Words above a row whose name is empty are that one's: the figures stand in the middle of their cell.
        var waiting: [AlignedLine] = []
        for entry in body {
            guard entry.isRow else {
                waiting.append(entry.line)
                continue
            }
            var cells = self.cells(of: entry.line)
            let isNameless = columns.indices.dropLast().allSatisfy { column in
                cells[column].isEmpty || FigureTables.isFigure(cells[column].first, text)
            }
            if isNameless {
                let below = cells
                cells = columns.map { _ in Stretch(0..<0) }
                for line in waiting { append(self.cells(of: line), to: &cells) }
                append(below, to: &cells)
            } else if !rows.isEmpty {
                for line in waiting { append(self.cells(of: line), to: &rows[rows.count - 1].cells) }
            }
            waiting = []
            rows.append(printed(cells))
        }
        if !rows.isEmpty { for line in waiting { append(cells(of: line), to: &rows[rows.count - 1].cells) } }
        return rows.map { printed($0.cells) }
    }

    private func cells(of line: AlignedLine) -> [Stretch] {
        var cells = columns.map { _ in Stretch(0..<0) }
        for atom in line.atoms() {
            let place = columns(of: line.words[atom.lowerBound].start..<line.words[atom.upperBound - 1].end)
            cells[place.lowerBound].append(line.range(atom))
        }
        return cells
    }

    private func append(_ more: [Stretch], to cells: inout [Stretch]) {
        for (column, cell) in more.enumerated() where !cell.isEmpty {
            cell.forEachRange { cells[column].append($0) }
        }
    }

    private func printed(_ cells: [Stretch], wide: [GridRow.Wide] = []) -> PrintedRow {
        let ranges = cells.flatMap(\.ranges).filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
        var grid = GridRow(table: 0, wide: wide)
        grid.isInferred = true
        let stretch = ranges.first.map { Stretch($0, Array(ranges.dropFirst())) } ?? Stretch(0..<0)
        return PrintedRow(cells: cells, stretch: stretch, grid: grid)
    }

    // MARK: Heads

    /// The heads above the first row, and the lines that they take up.
    private func heads(from first: Int, _ least: Int) -> (rows: [PrintedRow], count: Int)? {
        var count = 0
        while first - count - 1 >= least, count < Self.mostHeads, isHead(first - count - 1, isFirst: count == 0) {
            count += 1
        }
        guard count > 0 else { return nil }
        var upper = columns.map { _ in Stretch(0..<0) }
        var lower = upper
        var wide: [GridRow.Wide] = []
        for index in (first - count)..<first {
            let line = AlignedLine(lines[index], at: index, in: text)
            for atom in line.atoms() {
                let place = columns(of: line.words[atom.lowerBound].start..<line.words[atom.upperBound - 1].end)
                if place.count > 1 {
                    wide.append(GridRow.Wide(column: place.lowerBound, columns: place.count))
                    upper[place.lowerBound].append(line.range(atom))
                } else if wide.contains(where: { $0.column..<($0.column + $0.columns) ~= place.lowerBound }) {
                    lower[place.lowerBound].append(line.range(atom))
                } else {
                    upper[place.lowerBound].append(line.range(atom))
                }
            }
        }
        let rows = [printed(upper, wide: wide)] + (wide.isEmpty ? [] : [printed(lower)])
        return (rows, count)
    }

    /// Whether a line stands over the columns: no sentence, no caption, no heading.
    private func isHead(_ index: Int, isFirst: Bool) -> Bool {
        let line = lines[index]
        guard !line.isApart, line.label == nil, line.range.count <= Self.widest,
            lines[index + 1].blankLinesBefore <= (isFirst ? 1 : 0)
        else { return false }
        let last = text.lastSign(of: line.range)
        guard last != UInt8(ascii: ":"), last != UInt8(ascii: "."), last != UInt8(ascii: ";") else { return false }
        let aligned = AlignedLine(line, at: index, in: text)
        let atoms = aligned.atoms()
        let spans = atoms.map { aligned.words[$0.lowerBound].start..<aligned.words[$0.upperBound - 1].end }
        guard spans.allSatisfy({ $0.count <= 48 }), !Self.isRow(aligned, atoms, text) else { return false }
        if atoms.count > 1 { return true }
        // One piece: over figures, or within one column that others have heads beside.
        let place = columns(of: spans[0])
        return place.lowerBound > 0 && (place.count == 1 || spans[0].lowerBound >= columns[1].lowerBound)
    }

    private static func isRow(_ line: AlignedLine, _ atoms: [Range<Int>], _ text: SourceText) -> Bool {
        guard let last = atoms.last, FigureTables.isFigure(line.range(last), text) else { return false }
        // Years are heads.
        return TokenText(line.range(last), in: text).year(at: 0) == nil
    }
}
