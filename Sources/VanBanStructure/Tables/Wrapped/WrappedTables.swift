import VanBanModel
import VanBanReading

/// Takes the tables whose cells are wrapped lines out of the lines of a document, before these become paragraphs.
enum WrappedTables {
    struct Table {
        var table: TableDraft
        var diagnostics: [Diagnostic]
        var pageNumbers: [Stretch]
    }

    /// A reading that is less sure than this stays text, so that nothing is put into cells by guess.
    private static let leastConfidence = 0.5

    /// The tables, each of which leaves one line in its place.
    static func take(from lines: inout [Line], in text: SourceText) -> [Table] {
        var taken: [Table] = []
        var start = 0
        while let header = WrappedGrid.header(in: lines, from: start, text: text) {
            start = header.lines.upperBound
            var grid = WrappedGrid(lines, header: header, part: 0, in: text)
            let read = grid.read()
            let region = header.lines.lowerBound..<read.end
            guard read.end > header.lines.upperBound, read.confidence >= leastConfidence, read.table.holdsTasks,
                read.table.rows.contains(where: { $0.kind == .task }),
                !lines[region].contains(where: { $0.kind == .row })
            else { continue }
            var table = read.table
            table.spanningHeads += grid.spanningHeads
            for row in table.rows.indices {
                table.rows[row].cells = table.rows[row].cells.map { unwrapped($0, in: text) }
            }
            taken.append(Table(table: table, diagnostics: read.diagnostics, pageNumbers: grid.pageNumbers))
            var place = lines[region.lowerBound]
            place.kind = .recoveredTable(taken.count - 1)
            place.range = lines[region.lowerBound].range.lowerBound..<lines[region.upperBound - 1].range.upperBound
            place.label = nil
            place.cells = []
            place.isCell = true
            lines.replaceSubrange(region, with: [place])
            start = region.lowerBound + 1
        }
        return taken
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
