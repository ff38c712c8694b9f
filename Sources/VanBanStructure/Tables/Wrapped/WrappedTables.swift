import VanBanModel
import VanBanReading

/// Finds the tables whose cells are wrapped lines among the lines of a document.
enum WrappedTables: TableRecovery {
    /// A reading that is less sure than this stays text, so that nothing is put into cells by guess.
    private static let leastConfidence = 0.5

    /// The tables, and the lines that they take up.
    static func tables(
        in lines: [Line], text: SourceText, agencies: AgencyGazetteer
    ) -> [(lines: Range<Int>, table: RecoveredTable)] {
        var found: [(lines: Range<Int>, table: RecoveredTable)] = []
        var start = 0
        var search = WrappedHeaderSearch(lines, in: text)
        // What was read in vain is looked at again from the next header on; in lines that many tables take, but not without end.
        var patience = 2_000
        while let header = search.next(from: start, before: lines.count) {
            start = header.lines.upperBound
            var grid = WrappedGrid(
                lines, header: (header.lines, header.columns), part: 0, in: text, agencies: agencies)
            var read = grid.read()
            if let shorter = header.withoutLast(of: lines, ifEmptyIn: read.table) {
                var other = WrappedGrid(
                    lines, header: (shorter.lines, shorter.columns), part: 0, in: text, agencies: agencies)
                let again = other.read()
                if again.confidence >= read.confidence { (grid, read) = (other, again) }
            }
            let region = header.lines.lowerBound..<read.end
            guard read.end > header.lines.upperBound, read.confidence > leastConfidence, read.table.holdsTasks,
                read.table.rows.contains(where: { $0.kind == .task }),
                !lines[region].contains(where: \.isApart)
            else {
                patience -= region.count
                if patience < 0 { start = max(start, region.upperBound) }
                continue
            }
            var table = read.table
            table.layout = .wrapped
            table.confidence = read.confidence
            table.spanningHeads += grid.spanningHeads
            for row in table.rows.indices {
                table.rows[row].cells = table.rows[row].cells.map { unwrapped($0, in: text) }
            }
            let furniture = grid.pageNumbers.map { (stretch: $0, kind: Ledger.Furniture.pageNumber) }
            found.append(
                (
                    region,
                    RecoveredTable(
                        table: table, diagnostics: read.diagnostics, furniture: furniture, rivals: read.rivals)
                ))
            start = region.upperBound
        }
        return found
    }

    /// A cell whose line ends are wraps, and say nothing: every line is a piece of its own.
    private static func unwrapped(_ cell: Stretch, in text: SourceText) -> Stretch {
        var pieces = Stretch(0..<0)
        cell.forEachRange { range in
            var start = range.lowerBound
            for offset in range where text.bytes[offset] == 0x0A {
                let line = text.trimmed(start..<offset)
                if !line.isEmpty { pieces.append(line) }
                start = offset + 1
            }
            let line = text.trimmed(start..<range.upperBound)
            if !line.isEmpty { pieces.append(line) }
        }
        return pieces
    }
}
