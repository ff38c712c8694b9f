import VanBanModel
import VanBanReading

/// A table that was recovered from lines without a grid, before these became paragraphs.
struct RecoveredTable {
    var table: TableDraft
    var diagnostics: [Diagnostic]
    /// Rulers and page numbers between its rows.
    var furniture: [(stretch: Stretch, kind: Ledger.Furniture)]

    /// The tables among the lines, the layouts tried one after the other; each leaves one line in its place.
    static func take(from lines: inout [Line], in text: SourceText) -> [RecoveredTable] {
        var found = ParagraphGrid.tables(in: lines, text: text)
        if found.isEmpty { found = WrappedTables.tables(in: lines, text: text) }
        guard !found.isEmpty else { return [] }
        var kept: [Line] = []
        kept.reserveCapacity(lines.count)
        var index = 0
        for (position, entry) in found.enumerated() {
            kept += lines[index..<entry.lines.lowerBound]
            var place = lines[entry.lines.lowerBound]
            place.kind = .recoveredTable(position)
            place.range = place.range.lowerBound..<lines[entry.lines.upperBound - 1].range.upperBound
            place.label = nil
            place.cells = []
            kept.append(place)
            index = entry.lines.upperBound
        }
        kept += lines[index...]
        lines = kept
        return found.map(\.table)
    }
}
