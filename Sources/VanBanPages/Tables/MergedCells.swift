/// Tells over which rows the cells of a column reach that stand in their middle, where nothing is drawn between rows.
///
/// The middle of a cell over several rows is the middle of these; every row has one cell, or an empty one of its own.
struct MergedCells {
    /// A cell's words, from top to bottom.
    struct Block {
        var lines: [TextLine]
        var center: Double
    }

    struct Span: Equatable {
        var rows: Range<Int>
        /// Of the blocks; nil for an empty cell.
        var block: Int?
    }

    private(set) var spans: [Span] = []
    /// Rows of which another reading fails hardly more.
    private(set) var doubtful: Set<Int> = []
    /// How much the best reading fails.
    private(set) var cost = 0.0

    private static let emptyCost = 0.7
    private static let mostAside = 3.0
    private static let margin = 0.5
    private static let mostRows = 60

    /// - Parameters:
    ///   - rows: from top to bottom in points; nil for a title over all columns, which no cell reaches over.
    ///   - leading: from line to line, in points.
    init(_ blocks: [Block], rows: [(top: Double, bottom: Double)?], leading: Double) {
        let count = rows.count
        // How many blocks stand above the end of each row: a cell over rows holds one block or none.
        let below = rows.map { row in row.map { row in blocks.count { $0.center < row.bottom } } }
        var before = [Int](repeating: 0, count: count + 1)
        for index in rows.indices { before[index + 1] = below[index] ?? before[index] }
        func cost(_ range: Range<Int>) -> Double? {
            guard let first = rows[range.lowerBound], let last = rows[range.upperBound - 1] else {
                return range.count == 1 ? 0 : nil
            }
            let own = before[range.lowerBound]..<max(before[range.lowerBound], before[range.upperBound])
            if own.isEmpty { return range.count == 1 ? Self.emptyCost : nil }
            guard own.count == 1, !rows[range].contains(where: { $0 == nil }) else { return nil }
            let aside = abs(blocks[own.lowerBound].center - (first.top + last.bottom) / 2) / leading
            // Programs set cells over several rows half a line aside: what stands no farther from its middle is a rival.
            return aside <= 0.6 ? 0.8 * aside : min(Self.mostAside, 0.5 + 2 * (aside - 0.6))
        }
        var above = [Double](repeating: .infinity, count: count + 1)
        var starts = [Int](repeating: 0, count: count + 1)
        above[0] = 0
        var all: [(rows: Range<Int>, cost: Double)] = []
        for end in stride(from: 1, through: count, by: 1) {
            for start in max(0, end - Self.mostRows)..<end {
                guard let own = cost(start..<end) else { continue }
                all.append((start..<end, own))
                if above[start] + own < above[end] {
                    above[end] = above[start] + own
                    starts[end] = start
                }
            }
        }
        self.cost = above[count]
        guard self.cost < .infinity else { return }
        var rest = [Double](repeating: .infinity, count: count + 1)
        rest[count] = 0
        for entry in all.sorted(by: { $0.rows.lowerBound > $1.rows.lowerBound }) {
            rest[entry.rows.lowerBound] = min(rest[entry.rows.lowerBound], entry.cost + rest[entry.rows.upperBound])
        }
        var end = count
        while end > 0 {
            let range = starts[end]..<end
            let isFilled = before[range.upperBound] > before[range.lowerBound]
            spans.append(Span(rows: range, block: isFilled ? before[range.lowerBound] : nil))
            end = starts[end]
        }
        spans.reverse()
        let chosen = Set(spans.map(\.rows))
        for entry in all
        where !chosen.contains(entry.rows)
            && above[entry.rows.lowerBound] + entry.cost + rest[entry.rows.upperBound] < self.cost + Self.margin
        {
            doubtful.formUnion(entry.rows.filter { rows[$0] != nil })
        }
        for span in spans where (all.first { $0.rows == span.rows }?.cost ?? 0) > Self.margin && span.block != nil {
            doubtful.formUnion(span.rows)
        }
    }
}
