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

    /// - Parameter isPlain: whether ruled lines say which rows there are.
    func goesOn(in below: JoinedTable.Row, isPlain: Bool) -> Bool {
        guard let above = rows.last, !below.cells.allSatisfy(\.lines.isEmpty), !isWide(below), !isWide(above) else {
            return false
        }
        let number = (above.cell(at: 0)?.lines ?? [], below.cell(at: 0)?.lines ?? [])
        let isNumbered = (!number.0.isEmpty, !number.1.isEmpty)
        var cut = 0
        var fresh = 0
        var ended = 0
        for cell in below.cells where !cell.lines.isEmpty && cell.column > 0 {
            guard let first = cell.lines.first?.words.first, let upper = self.above(cell.column, above),
                let last = upper.last, let end = last.words.last
            else {
                fresh += 1
                continue
            }
            let isSmall = LineFlow.startsSmall(first.text)
            if isSmall && !LineFlow.closes(end.text) || LineFlow.breaksWithin(end.text, first.text) {
                cut += 1
            } else if flow.join(last, cell.lines[0]) != nil, !LineFlow.closes(end.text) {
                // A full line without an end: a sentence may go on in capitals and figures.
                cut += 1
            } else {
                ended += 1
            }
        }
        if isNumbered.0, isNumbered.1 { return false }
        if cut > 0 { return cut >= fresh || !isNumbered.1 && cut * 2 >= fresh }
        // Nothing is cut within a sentence: only a row that has no number, where all others have one, and less than half
        // of the cells, all of them below others.
        guard !isNumbered.1, fresh == 0, ended > 0, ended * 2 < filledUsually, isAlwaysNumbered else { return false }
        return true
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

    private var isAlwaysNumbered: Bool {
        let body = body
        let numbered = body.count { row in row.cell(at: 0).map { !$0.lines.isEmpty || $0.isCovered } ?? false }
        return body.count >= 3 && numbered * 10 >= body.count * 9
    }
}
