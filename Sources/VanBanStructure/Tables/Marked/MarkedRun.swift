import VanBanReading

/// Lines with signs that follow each other without an empty line: a table, or as much of one as stands on a page.
struct MarkedRun {
    var lines: [MarkedLine]

    /// Whether rules are drawn around and between the rows, and not only under a header.
    var isDrawn: Bool {
        if let first = lines.first?.kind, first == .rule || first == .plainRule { return true }
        var crossed = 0
        for line in lines {
            if line.kind == .partialRule { return true }
            if line.kind == .rule && line.isCrossed || line.kind == .plainRule { crossed += 1 }
        }
        return crossed >= 2
    }
}

/// Finds the runs of marked lines in a document.
struct MarkedRuns {
    private let lines: [Line]
    private let text: SourceText
    /// How far the rest of a broken row is looked for, in lines.
    private static let patience = 12

    init(_ lines: [Line], in text: SourceText) {
        self.lines = lines
        self.text = text
    }

    func all() -> [MarkedRun] {
        var runs: [MarkedRun] = []
        var index = 0
        while index < lines.count {
            guard lines[index].grid == nil, let run = run(from: index) else {
                index += 1
                continue
            }
            runs.append(run)
            index += run.lines.count
        }
        return runs
    }

    private func run(from start: Int) -> MarkedRun? {
        let first = MarkedLine(lines[start], index: start, in: text)
        switch first.kind {
        case .row, .rule: break
        case .plainRule:
            guard let next = marked(start + 1), next.kind == .row, next.opens else { return nil }
        case .partialRule, .text: return nil
        }
        var run = MarkedRun(lines: [first])
        var row = OpenRow()
        row.take(first)
        var index = start + 1
        while let line = marked(index) {
            switch line.kind {
            case .row, .rule, .partialRule: break
            case .plainRule:
                guard let next = marked(index + 1), !next.marks.isEmpty || first.kind == .plainRule else { return run }
            case .text:
                guard row.isPiped, goesOn(row, at: index) else { return run }
            }
            run.lines.append(line)
            row.take(line)
            index += 1
            if line.kind == .plainRule, marked(index)?.marks.isEmpty ?? true { break }
        }
        return run
    }

    /// A line right below the one above it.
    private func marked(_ index: Int) -> MarkedLine? {
        guard index < lines.count, lines[index].blankLinesBefore == 0, !lines[index].pageBreakBefore,
            lines[index].grid == nil
        else { return nil }
        return MarkedLine(lines[index], index: index, in: text)
    }

    /// The row that the lines so far end with.
    private struct OpenRow {
        var isPiped = true
        var expected = 0
        var opens = false
        var closes = false
        var cells = 0
        var isClosed = false
        var rows = 0

        mutating func take(_ line: MarkedLine) {
            switch line.kind {
            case .rule:
                if rows == 0 { isPiped = false }
                expected = max(expected, line.cellCount)
            case .partialRule, .plainRule: isPiped = false
            case .row:
                if rows == 0 {
                    opens = line.opens
                    closes = line.closes
                }
                if rows > 0, opens ? !line.opens : cells < expected && cells + line.cellCount - 1 <= expected {
                    cells += line.cellCount - 1
                } else {
                    cells = line.cellCount
                    rows += 1
                }
                if rows <= 2 { expected = max(expected, line.cellCount) }
                isClosed = line.closes
            case .text: break
            }
        }
    }

    /// Whether a line without any sign belongs to the row above it, or is the title of a group of rows.
    private func goesOn(_ row: OpenRow, at index: Int) -> Bool {
        if row.cells < row.expected || row.closes && !row.isClosed {
            for ahead in (index + 1)..<(index + 1 + Self.patience) {
                guard let next = marked(ahead) else { return false }
                switch next.kind {
                case .text: continue
                case .row: return row.closes && !row.isClosed || !next.opens && row.cells < row.expected
                default: return false
                }
            }
            return false
        }
        guard let next = marked(index + 1), next.kind == .row, next.opens == row.opens else { return false }
        let line = lines[index]
        if LetterCase.startsLower(line.range, in: text) { return !row.closes }
        return line.range.count < 300 && next.cellCount >= 3 && isTitle(line)
    }

    private func isTitle(_ line: Line) -> Bool {
        if let label = OutlineLabel.at(line.range, in: text) { return label.series != .bullet && label.series != .plus }
        if line.isCapitals { return true }
        let head = TokenText(text.head(of: line.range, bytes: 60), in: text)
        return head.firstMatch(PartReader.groupWords, at: 0) != nil
    }
}
