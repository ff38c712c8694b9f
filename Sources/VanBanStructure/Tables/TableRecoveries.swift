import VanBanModel
import VanBanReading

/// A table that was recovered from lines without a grid, before these became paragraphs.
struct RecoveredTable {
    var table: TableDraft
    var diagnostics: [Diagnostic]
    /// Rulers and page numbers between its rows.
    var furniture: [(stretch: Stretch, kind: Ledger.Furniture)]
    /// Running text that stood in its frame: above the header, or all of it where the table only places text.
    var unfolded: [Block] = []
    /// Whether it only places text on the page, and is no table.
    var isLayout = false
    /// The rows of a table without a header, which may go on with the columns of the one before.
    var headless: [PrintedRow] = []
}

/// A way in which text holds tables without a grid, and how they are recovered from it.
protocol TableRecovery {
    /// The tables of this layout among a document's lines, with the lines that they take up. The draft says how sure
    /// each reading is.
    /// - Parameter agencies: the agencies that are known.
    static func tables(
        in lines: [Line], text: SourceText, agencies: AgencyGazetteer
    ) -> [(lines: Range<Int>, table: RecoveredTable)]
}

/// The tables among a document's lines: signs that part cells say it plainly, then the places of words on the page; in
/// the lines that these leave every other layout is tried, and where two would read the same lines, the surer wins.
enum TableRecoveries {
    private typealias Found = (lines: Range<Int>, table: RecoveredTable)

    /// From this confidence on a reading has no rival.
    private static let plainness = 0.8

    /// Takes the tables out of the lines; each leaves one line in its place.
    /// - Parameters:
    ///   - bars: offsets of the bars that were taken away behind cells.
    ///   - agencies: the agencies that are known.
    static func take(
        from lines: inout [Line], bars: [Int], in text: SourceText, agencies: AgencyGazetteer
    ) -> [RecoveredTable] {
        let ended = bars.isEmpty ? [] : MarkedTables.tables(in: lines, bars: bars, text: text, agencies: agencies)
        replace(ended, in: &lines, before: 0, text)
        let signed = MarkedTables.tables(in: lines, text: text, agencies: agencies)
        replace(signed, in: &lines, before: ended.count, text)
        let marked = ended + signed
        // Words that stand where they stood on the page say more than what any other layout has to go by.
        let aligned = AlignedTables.tables(in: lines, text: text, agencies: agencies)
        replace(aligned, in: &lines, before: marked.count, text)
        // Where paragraphs read plainly as cells, no other reading of the same lines is looked for.
        let whole = ParagraphGrid.tables(in: lines, text: text, agencies: agencies)
        let isPlain = whole.allSatisfy { $0.table.table.confidence >= Self.plainness }
        if isPlain { replace(whole, in: &lines, before: marked.count + aligned.count, text) }
        let taken = marked + aligned + (isPlain ? whole : [])
        var found = isPlain ? [] : whole
        for candidate in WrappedTables.tables(in: lines, text: text, agencies: agencies) {
            settle(candidate, among: &found)
        }
        found.sort { $0.lines.lowerBound < $1.lines.lowerBound }
        replace(found, in: &lines, before: taken.count, text)
        return (taken + found).map(\.table)
    }

    /// - Parameter count: tables that have been taken before.
    private static func replace(_ found: [Found], in lines: inout [Line], before count: Int, _ text: SourceText) {
        guard !found.isEmpty else { return }
        var kept: [Line] = []
        kept.reserveCapacity(lines.count)
        var index = 0
        for (position, entry) in found.enumerated() {
            kept += lines[index..<entry.lines.lowerBound]
            if !entry.table.unfolded.isEmpty {
                var blocks = entry.table.unfolded
                PackedFormLines(text).split(&blocks)
                kept += LineClassifier(text).lines(of: blocks)
            }
            if !entry.table.isLayout {
                var place = lines[entry.lines.lowerBound]
                place.kind = .recoveredTable(count + position)
                place.range = place.range.lowerBound..<lines[entry.lines.upperBound - 1].range.upperBound
                place.label = nil
                place.cells = []
                kept.append(place)
            }
            index = entry.lines.upperBound
        }
        kept += lines[index...]
        lines = kept
    }

    /// Adds a candidate, unless a surer one has its lines; the less sure ones that it overlaps go.
    private static func settle(_ candidate: Found, among found: inout [Found]) {
        let rivals = found.indices.filter { found[$0].lines.overlaps(candidate.lines) }
        let best = rivals.map { found[$0].table.table.confidence }.max() ?? -1
        guard candidate.table.table.confidence > best else { return }
        for index in rivals.reversed() { found.remove(at: index) }
        found.append(candidate)
    }
}
