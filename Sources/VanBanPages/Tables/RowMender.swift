import VanBanReading

/// Tells whether the first row of a page goes on with the last row of the page before.
///
/// What stands in the number column decides least: under a merged cell a row of its own has none, and where cells are
/// centred the number of a cut row stands on either page. A cell that stops in the middle of a sentence, or of a word,
/// decides most.
struct RowMender {
    private let rows: [JoinedTable.Row]
    private let columnCount: Int
    private let flow = LineFlow(leading: nil)

    init(_ rows: [JoinedTable.Row], _ columnCount: Int) {
        self.rows = rows
        self.columnCount = columnCount
    }

    /// What the columns say, each by the end of its cell above and the beginning of that below.
    private struct Evidence {
        /// A sentence, a name or a sign of a document is cut.
        var cut = 0
        /// A full line without an end stands above.
        var full = 0
        /// Above ends a sentence or an item.
        var ended = 0
        /// Above neither is ended nor full.
        var short = 0
        /// Above is empty, or below is counted anew: what stands below is another cell's.
        var other = 0
    }

    func verdict(on below: JoinedTable.Row) -> Verdict {
        guard let above = rows.last, !below.cells.allSatisfy(\.lines.isEmpty), !isWide(below), !isWide(above) else {
            return .no
        }
        let isNumbered = (isFilled(above.cell(at: 0)), isFilled(below.cell(at: 0)))
        if isNumbered.0, isNumbered.1, !cutsNumber(above, below) { return .no }
        let found = evidence(above, below)
        if found.cut > 0 {
            return found.cut > found.other + found.short ? .plainly : found.cut > found.other ? .likely : .no
        }
        // Nothing is cut within a sentence: only a row that has no number, where all others have one, and less than half
        // of the cells, all of them below others.
        let under = found.full + found.ended + found.short
        guard !isNumbered.1, found.other == 0, under * 2 < filledUsually, !isHeading(below, above) else { return .no }
        guard isAlwaysNumbered(but: below) else { return found.full > 0 ? .unlikely : .no }
        return found.short == 0 ? .plainly : .likely
    }

    enum Verdict: Hashable, Sendable { case no, unlikely, likely, plainly }

    /// In bold below what is not.
    private func isHeading(_ below: JoinedTable.Row, _ above: JoinedTable.Row) -> Bool {
        let lines = below.cells.flatMap(\.lines)
        return lines.allSatisfy(\.isBold) && !above.cells.flatMap(\.lines).allSatisfy(\.isBold)
    }

    private func isFilled(_ cell: JoinedTable.Cell?) -> Bool { cell.map { !$0.lines.isEmpty } ?? false }

    /// Whether a page cuts the row's number, `3⏎.1` in a narrow column: its two parts together count on.
    private func cutsNumber(_ above: JoinedTable.Row, _ below: JoinedTable.Row) -> Bool {
        func label(_ row: JoinedTable.Row) -> String {
            row.cell(at: 0)?.lines.flatMap(\.words).map(\.text).joined() ?? ""
        }
        guard let whole = DottedNumber(label(above) + label(below)),
            let last = rows.dropLast().last(where: { isFilled($0.cell(at: 0)) }).flatMap({ DottedNumber(label($0)) })
        else { return false }
        return whole.follows(last) && DottedNumber(label(above)).map { !$0.follows(last) } ?? true
    }

    private func evidence(_ above: JoinedTable.Row, _ below: JoinedTable.Row) -> Evidence {
        var found = Evidence()
        for cell in below.cells where cell.column > 0 {
            guard let line = cell.lines.first, let first = line.words.first else { continue }
            guard let last = self.above(cell.column, above)?.last, let end = last.words.last else {
                found.other += 1
                continue
            }
            if LineFlow.breaksWithin(end.text, first.text)
                || LineFlow.startsSmall(first.text) && !LineFlow.closes(end.text)
            {
                found.cut += 1
            } else if LineFlow.isCount(first.text) {
                found.other += 1
            } else if LineFlow.closes(end.text) {
                found.ended += 1
            } else if flow.join(last, line) != nil {
                found.full += 1
            } else {
                found.short += 1
            }
        }
        return found
    }

    /// The lines of a column in the last row, or of the cell that covers it.
    private func above(_ column: Int, _ row: JoinedTable.Row) -> [TextLine]? {
        guard let cell = row.cell(at: column) else { return nil }
        if !cell.isCovered { return cell.lines.isEmpty ? nil : cell.lines }
        for row in rows.dropLast().reversed() {
            guard let cell = row.cell(at: column) else { return nil }
            if !cell.isCovered { return cell.lines.isEmpty ? nil : cell.lines }
        }
        return nil
    }

    /// A title over most of the columns.
    private func isWide(_ row: JoinedTable.Row) -> Bool {
        row.cells.contains { $0.columnSpan * 2 > columnCount && columnCount > 2 && !$0.lines.isEmpty }
    }

    private var body: ArraySlice<JoinedTable.Row> { rows.filter { !$0.isHeader }[...] }

    private var filledUsually: Int {
        let counts = body.map { $0.cells.count { !$0.lines.isEmpty || $0.isCovered } }.sorted()
        return counts.isEmpty ? columnCount : counts[counts.count / 2]
    }

    /// Whether the rows above are counted, and the one below is not: by numbers in the first column, or by what the cells of
    /// the second or third open with.
    private func isAlwaysNumbered(but below: JoinedTable.Row) -> Bool {
        let body = body
        guard body.count >= 3 else { return false }
        let numbered = body.count { row in row.cell(at: 0).map { !$0.lines.isEmpty || $0.isCovered } ?? false }
        if numbered * 10 >= body.count * 9 { return true }
        func isCounted(_ row: JoinedTable.Row, _ column: Int) -> Bool {
            row.cell(at: column)?.lines.first?.words.first.map { LineFlow.isCount($0.text) } ?? false
        }
        return (1...2).contains { column in
            !isCounted(below, column) && body.count { isCounted($0, column) } * 10 >= body.count * 9
        }
    }
}
