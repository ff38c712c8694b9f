import VanBanReading

/// A table of results whose cells stand one below the other, a line each: as many in every row as it has heads.
enum StackedFigures {
    private static let numberHeads = Phrase.list(["TT", "STT", "Số TT"])
    private static let columns = 3...10
    private static let longest = 160

    /// The table whose head begins at a line, where every row has all of its cells.
    static func table(at start: Int, _ lines: [Line], _ text: SourceText) -> FigureTables.Candidate? {
        guard isNumberHead(lines[start], text) else { return nil }
        var count = 1
        while start + count < lines.count, count <= columns.upperBound, isCell(lines[start + count]),
            number(lines[start + count], text) != 1
        {
            count += 1
        }
        guard columns.contains(count) else { return nil }
        var rows: [PrintedRow] = []
        while let row = row(rows.count + 1, at: start + count * (rows.count + 1), count, lines, text) {
            rows.append(row)
        }
        let end = start + count * (rows.count + 1)
        // A row with too few or too many cells: none is sure.
        if end < lines.count, number(lines[end], text) == rows.count + 1 { return nil }
        let figures = (1..<count).count { column in
            rows.allSatisfy { FigureTables.isFigure($0.cells[column].first, text) }
        }
        guard rows.count >= 2, figures >= 1 else { return nil }
        let head = printed(start..<(start + count), lines)
        return FigureTables.Candidate(lines: start..<end, heads: [head], rows: rows, layout: .paragraphs)
    }

    private static func row(
        _ expected: Int, at first: Int, _ count: Int, _ lines: [Line], _ text: SourceText
    ) -> PrintedRow? {
        guard first + count <= lines.count, number(lines[first], text) == expected,
            (first..<(first + count)).allSatisfy({ isCell(lines[$0]) }),
            // The next row's number is none of this one's cells, and its last cell is a figure.
            FigureTables.isFigure(lines[first + count - 1].range, text)
        else { return nil }
        return printed(first..<(first + count), lines)
    }

    private static func printed(_ range: Range<Int>, _ lines: [Line]) -> PrintedRow {
        let cells = range.map { Stretch(lines[$0].range) }
        let hull = lines[range.lowerBound].range.lowerBound..<lines[range.upperBound - 1].range.upperBound
        return PrintedRow(cells: cells, stretch: Stretch(hull))
    }

    private static func isNumberHead(_ line: Line, _ text: SourceText) -> Bool {
        guard isCell(line), line.range.count <= 12 else { return false }
        let tokens = TokenText(line.range, in: text)
        return tokens.firstMatch(numberHeads, at: 0).map { $0.keys.count == tokens.tokens.count } ?? false
    }

    private static func number(_ line: Line, _ text: SourceText) -> Int? {
        guard line.range.count <= 4 else { return nil }
        let tokens = TokenText(line.range, in: text).tokens
        return tokens.count == 1 ? tokens[0].value : nil
    }

    private static func isCell(_ line: Line) -> Bool {
        !line.isApart && line.range.count <= longest
    }
}
