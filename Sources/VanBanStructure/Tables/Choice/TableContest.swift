import VanBanModel
import VanBanReading

/// Readings of the tables in a document's lines, by all readers: of those that hold the same lines, the one with the
/// best measure is taken; where two are nearly as good, both are told.
struct TableContest {
    typealias Found = (lines: Range<Int>, table: RecoveredTable)

    /// A reading of some lines.
    struct Entry {
        /// Which reader it is from.
        var reader: Int
        var lines: Range<Int>
        var table: RecoveredTable
        var rows: [TableMeasure.Row]
        /// How many more of its cells are right than wrong, as far as is to be expected.
        var gain: Double
        /// Whether little speaks against any of its rows, so that no other reading can be much better.
        var isPlain: Bool
    }

    private let text: SourceText
    private var measure: TableMeasure
    private(set) var entries: [Entry] = []

    /// Readings of a row whose odds are nearer than this are hardly to be told apart: about one in five.
    static let margin = 1.5
    /// What may speak against a row of a reading that no other is asked beside.
    private static let little = 0.8
    /// A reading of which fewer rows are right as far as is to be expected is none: the table is told as not read.
    private static let leastShare = 0.1

    init(_ text: SourceText, agencies: AgencyGazetteer) {
        self.text = text
        measure = TableMeasure(text, agencies: agencies)
    }

    // MARK: Entering

    /// The lines that another reader may still read: tables that nothing speaks against are one line each.
    /// - Returns: the lines, and the place of each among all lines.
    func open(_ lines: [Line]) -> (lines: [Line], places: [Int]) {
        let closed = entries.filter(\.isPlain).map(\.lines).sorted { $0.lowerBound < $1.lowerBound }
        var open: [Line] = []
        var places: [Int] = []
        open.reserveCapacity(lines.count)
        places.reserveCapacity(lines.count)
        var index = 0
        for range in closed where range.lowerBound >= index {
            open += lines[index..<range.lowerBound]
            places += index..<range.lowerBound
            var line = lines[range.lowerBound]
            line.kind = .recoveredTable(-1)
            line.label = nil
            line.range = line.range.lowerBound..<lines[range.upperBound - 1].range.upperBound
            open.append(line)
            places.append(range.lowerBound)
            index = range.upperBound
        }
        open += lines[index...]
        places += index..<lines.count
        return (open, places)
    }

    mutating func enter(_ found: [Found], places: [Int], by reader: Int) {
        for (lines, table) in found {
            let rows = measure.rows(of: table.table)
            let range = places[lines.lowerBound]..<(places[lines.upperBound - 1] + 1)
            entries.append(
                Entry(
                    reader: reader, lines: range, table: table, rows: rows, gain: rows.reduce(0) { $0 + $1.gain },
                    isPlain: rows.allSatisfy { $0.isPlain || $0.value > -Self.little }))
        }
    }

    // MARK: Deciding

    /// The readings that stand, in the order of their lines, and the lines of tables of which none does.
    func settled() -> (found: [Found], refused: [Range<Int>]) {
        let (decided, refused) = decided()
        return (decided.map { ($0.lines, $0.reading.settled()) }, refused)
    }

    /// The same, before it is told what is doubtful in them.
    func decided() -> (found: [(lines: Range<Int>, reading: ReadingComparison)], refused: [Range<Int>]) {
        var found: [(lines: Range<Int>, reading: ReadingComparison)] = []
        var refused: [Range<Int>] = []
        for cluster in clusters() {
            for (lines, reading) in decide(cluster) {
                if reading.expectedShare >= Self.leastShare {
                    found.append((lines, reading))
                } else {
                    refused.append(lines)
                }
            }
        }
        return (found, refused)
    }

    /// Entries that share lines, directly or by way of others.
    private func clusters() -> [[Entry]] {
        let sorted = entries.sorted { ($0.lines.lowerBound, $0.reader) < ($1.lines.lowerBound, $1.reader) }
        var clusters: [[Entry]] = []
        var end = 0
        for entry in sorted {
            if entry.lines.lowerBound < end, !clusters.isEmpty {
                clusters[clusters.count - 1].append(entry)
            } else {
                clusters.append([entry])
            }
            end = max(end, entry.lines.upperBound)
        }
        return clusters
    }

    private func decide(_ cluster: [Entry]) -> [(lines: Range<Int>, reading: ReadingComparison)] {
        let readers = Set(cluster.map(\.reader)).sorted()
        guard readers.count > 1 else {
            return cluster.map { ($0.lines, ReadingComparison($0, in: text)) }
        }
        let sides = readers.map { reader -> (gain: Double, entries: [Entry]) in
            let own = cluster.filter { $0.reader == reader }
            return (own.reduce(0) { $0 + $1.gain }, own)
        }
        guard let best = sides.max(by: { $0.gain < $1.gain }) else { return [] }
        let rivals = cluster.filter { entry in entry.reader != best.entries.first?.reader }
        return best.entries.map { entry in
            var comparison = ReadingComparison(entry, in: text)
            for rival in rivals where rival.lines.overlaps(entry.lines) { comparison.compare(with: rival) }
            return (entry.lines, comparison)
        }
    }
}
