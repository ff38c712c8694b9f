import VanBanModel
import VanBanReading

/// Tables of results in text without signs between the cells: no head of theirs is a task's, so that no reader of task
/// tables takes them. They are looked for only where an index is spoken of.
enum FigureTables: TableRecovery {
    /// Lines above a table in which its index may be named.
    private static let reach = 8
    private static let measure = Phrase("chỉ số")
    private static let valued: Set<MeasureColumn.Meaning> = [.score, .percent, .rank, .value, .change, .target]

    /// The tables, and the lines that they take up.
    static func tables(
        in lines: [Line], text: SourceText, agencies: AgencyGazetteer
    ) -> [(lines: Range<Int>, table: RecoveredTable)] {
        var found: [(lines: Range<Int>, table: RecoveredTable)] = []
        var start = 0
        while start < lines.count {
            guard
                let next = AlignedFigures.table(at: start, after: found.last?.lines.upperBound ?? 0, lines, text)
                    ?? StackedFigures.table(at: start, lines, text)
            else {
                start += 1
                continue
            }
            start = next.lines.upperBound
            guard speaksOfIndex(next, lines, text) else { continue }
            var reader = TableReader(next.heads + next.rows, part: 0, in: text, agencies: agencies)
            reader.read()
            guard var table = reader.table, !table.holdsTasks else { continue }
            table.layout = next.layout
            found.append((next.lines, RecoveredTable(table: table, diagnostics: reader.diagnostics, furniture: [])))
        }
        return found
    }

    /// A table as its words stand, before anything is known of its columns.
    struct Candidate {
        var lines: Range<Int>
        var heads: [PrintedRow]
        var rows: [PrintedRow]
        var layout: TableReading.Layout
    }

    /// Whether a head says that its column holds results, and an index is named in the table or above it.
    private static func speaksOfIndex(_ table: Candidate, _ lines: [Line], _ text: SourceText) -> Bool {
        let count = table.heads.map(\.cells.count).max() ?? 0
        let holdsResults = (1..<max(1, count)).contains { column in
            let heads = table.heads.compactMap { row -> TokenText? in
                guard column < row.cells.count, !row.cells[column].isEmpty else { return nil }
                return TokenText(row.cells[column], in: text)
            }
            guard !heads.isEmpty else { return false }
            let read = MeasureColumn(heads, isText: false, isNumeric: true, index: nil, gazetteer: .shared)
            return valued.contains(read.meaning)
        }
        guard holdsResults else { return false }
        let above = max(0, table.lines.lowerBound - reach)
        return (above..<table.lines.upperBound).contains { index in
            let tokens = TokenText(lines[index].range, in: text)
            return IndexNames.index(in: tokens) != nil
                || tokens.tokens.indices.contains { tokens.matches(measure, at: $0) }
        }
    }

    /// Whether words are one figure with its signs, or the sign of an empty cell.
    static func isFigure(_ range: Range<Int>, _ text: SourceText) -> Bool {
        guard range.count <= 24 else { return false }
        let cell = MeasureCell(TokenText(range, in: text))
        return (cell.isNumber || cell.isUnchanged) && !cell.hasOtherWords
    }
}
