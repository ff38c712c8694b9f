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
    /// Other readings of its rows' words, which may have to be told.
    var rivals: [CellRival] = []
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

/// The tables among a document's lines: signs that part cells say it plainly; what they leave every other layout's reader
/// reads, and the readings are compared by one measure (``TableContest``).
enum TableRecoveries {
    private typealias Found = (lines: Range<Int>, table: RecoveredTable)

    /// The readers of layouts without signs between the cells.
    private static var readers: [any TableRecovery.Type] {
        [AlignedTables.self, ParagraphGrid.self, WrappedTables.self]
    }

    /// Takes the tables out of the lines; each leaves one line in its place.
    ///
    /// Of tables that were found but could not be read the lines stay, and it is said where they begin.
    /// - Parameters:
    ///   - bars: offsets of the bars that were taken away behind cells.
    ///   - agencies: the agencies that are known.
    static func take(
        from lines: inout [Line], bars: [Int], in text: SourceText, agencies: AgencyGazetteer
    ) -> (tables: [RecoveredTable], refused: [Range<Int>]) {
        var marked = takeMarked(from: &lines, bars: bars, in: text, agencies: agencies)
        let settled = contest(of: lines, in: text, agencies: agencies).settled()
        var found = settled.found
        let refused = settled.refused.map { range in
            lines[range.lowerBound].range.lowerBound..<lines[range.upperBound - 1].range.upperBound
        }
        let bars = bars.map { $0..<($0 + 1) }
        // The signs of what only places text stand between the lines that other readers read.
        let signs = marked.lazy.filter(\.table.isLayout).flatMap(\.table.furniture).flatMap(\.stretch.ranges)
        setAside(between: &marked, bars, text)
        setAside(between: &found, bars + signs.filter { !$0.isEmpty }, text)
        replace(found, in: &lines, before: marked.count, text)
        // What no reader of task tables took.
        for reader in [GapTables.self, FigureTables.self] as [any TableRecovery.Type] {
            let more = reader.tables(in: lines, text: text, agencies: agencies)
            replace(more, in: &lines, before: marked.count + found.count, text)
            found += more
        }
        let taken = found.map(\.table.table.hull)
        return ((marked + found).map(\.table), refused.filter { range in !taken.contains { $0.overlaps(range) } })
    }

    /// Leaves what was taken from between the lines of cells out of the cells.
    private static func setAside(between tables: inout [Found], _ signs: [Range<Int>], _ text: SourceText) {
        for index in tables.indices {
            let furniture = tables[index].table.furniture.flatMap(\.stretch.ranges).filter { !$0.isEmpty }
            let pieces = (signs + furniture).sorted { $0.lowerBound < $1.lowerBound }
            tables[index].table.table.leaveOut(pieces, in: text)
            for row in tables[index].table.headless.indices {
                tables[index].table.headless[row].leaveOut(pieces, in: text)
            }
        }
    }

    /// Takes the tables whose cells signs part.
    private static func takeMarked(
        from lines: inout [Line], bars: [Int], in text: SourceText, agencies: AgencyGazetteer
    ) -> [Found] {
        let ended = bars.isEmpty ? [] : MarkedTables.tables(in: lines, bars: bars, text: text, agencies: agencies)
        replace(ended, in: &lines, before: 0, text)
        let signed = MarkedTables.tables(in: lines, text: text, agencies: agencies)
        replace(signed, in: &lines, before: ended.count, text)
        return ended + signed
    }

    private static func contest(of lines: [Line], in text: SourceText, agencies: AgencyGazetteer) -> TableContest {
        var contest = TableContest(text, agencies: agencies)
        for (number, reader) in readers.enumerated() {
            let open = contest.open(lines)
            contest.enter(
                reader.tables(in: open.lines, text: text, agencies: agencies), places: open.places, by: number)
        }
        return contest
    }

    /// All readings of the tables without signs, for measuring them, each reader's of all lines, and those that stand.
    static func readings(
        of lines: [Line], bars: [Int], in text: SourceText, agencies: AgencyGazetteer = .standard
    ) -> (all: [TableContest.Entry], standing: [(lines: Range<Int>, reading: ReadingComparison)]) {
        var lines = lines
        _ = takeMarked(from: &lines, bars: bars, in: text, agencies: agencies)
        let standing = self.contest(of: lines, in: text, agencies: agencies).decided().found
        var contest = TableContest(text, agencies: agencies)
        for (number, reader) in readers.enumerated() {
            contest.enter(
                reader.tables(in: lines, text: text, agencies: agencies), places: Array(lines.indices), by: number)
        }
        return (contest.entries, standing)
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
}
