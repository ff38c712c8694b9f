import VanBanModel
import VanBanReading

/// Compares the reading of a table that was taken with another of the same lines, row by row, and tells what is doubtful.
///
/// Where both have the same words in a row, or in several rows together, and the other reading parts them better among
/// the same columns, the other one's rows are taken. Rows that are not to be trusted by all that is known of them
/// (``RowTrust``) are told with the nearest other reading of their words.
struct ReadingComparison {
    private let text: SourceText
    private(set) var table: RecoveredTable
    private(set) var rows: [TableMeasure.Row]

    init(_ entry: TableContest.Entry, in text: SourceText) {
        self.text = text
        table = entry.table
        rows = entry.rows
    }

    /// How much better another reading's rows must be: the one that stands was chosen for all rows together, and by what
    /// its layout alone knows of the lines.
    private static let better = 0.5

    /// Rows of two readings that hold the same stretch of text.
    private struct Run {
        var own: Range<Int>
        var other: Range<Int>
    }

    mutating func compare(with rival: TableContest.Entry) {
        guard rival.table.table.columns.map(\.role) == table.table.columns.map(\.role) else { return }
        // From the last run on, so that rows that are exchanged move none that are still to come.
        for run in runs(with: rival).reversed() where differ(run, rival) {
            let own = rows[run.own].reduce(0) { $0 + $1.value }
            let other = rival.rows[run.other].reduce(0) { $0 + $1.value }
            var rejected = Array(rival.table.table.rows[run.other])
            var standing = run.own
            if other > own + Self.better, holdSame(run, rival) {
                rejected = Array(table.table.rows[run.own])
                exchange(run, with: rival)
                standing = run.own.lowerBound..<(run.own.lowerBound + run.other.count)
            }
            let loss = abs(other - own) / TableContest.margin
            if loss < CellRival.reach { enter(rejected, at: standing, loss) }
        }
    }

    // MARK: The same stretches

    private func runs(with rival: TableContest.Entry) -> [Run] {
        var runs: [Run] = []
        var own = 0
        var other = 0
        while own < rows.count, other < rival.rows.count {
            let start = rows[own].hull.lowerBound
            let away = rival.rows[other].hull.lowerBound
            if start < away { own += 1; continue }
            if start > away { other += 1; continue }
            var run = Run(own: own..<(own + 1), other: other..<(other + 1))
            while true {
                let end = rows[run.own.upperBound - 1].hull.upperBound
                let limit = rival.rows[run.other.upperBound - 1].hull.upperBound
                if end == limit { break }
                if end < limit {
                    guard run.own.upperBound < rows.count else { return runs }
                    run.own = run.own.lowerBound..<(run.own.upperBound + 1)
                } else {
                    guard run.other.upperBound < rival.rows.count else { return runs }
                    run.other = run.other.lowerBound..<(run.other.upperBound + 1)
                }
            }
            runs.append(run)
            own = run.own.upperBound
            other = run.other.upperBound
        }
        return runs
    }

    private func differ(_ run: Run, _ rival: TableContest.Entry) -> Bool {
        guard run.own.count == run.other.count else { return true }
        return zip(run.own, run.other).contains { own, other in
            words(of: table.table.rows[own]) != words(of: rival.table.table.rows[other])
        }
    }

    /// The cells' words, for telling readings apart that hold the same in other pieces.
    private func words(of row: TableDraft.Row) -> [String] { row.cells.map { text.string($0) } }

    /// Whether the other reading has as many letters in its cells: what one of them takes for a page's number or a
    /// header would otherwise be lost.
    private func holdSame(_ run: Run, _ rival: TableContest.Entry) -> Bool {
        func count(_ rows: ArraySlice<TableDraft.Row>) -> Int {
            rows.reduce(0) { sum, row in
                sum
                    + row.cells.indices.reduce(0) { count, column in
                        row.covered.contains(column)
                            ? count
                            : count + row.cells[column].ranges.reduce(0) { $0 + text.characterCount(in: $1) }
                    }
            }
        }
        return count(table.table.rows[run.own]) == count(rival.table.table.rows[run.other])
    }

    // MARK: What becomes of them

    private mutating func exchange(_ run: Run, with rival: TableContest.Entry) {
        let hull = rows[run.own.lowerBound].hull.lowerBound..<rows[run.own.upperBound - 1].hull.upperBound
        let place = text.location(of: hull)
        func isWithin(_ diagnostic: Diagnostic) -> Bool {
            diagnostic.code != .repeatedHeader && diagnostic.location.start >= place.start
                && diagnostic.location.end <= place.end
        }
        func isOfRun(_ rival: CellRival) -> Bool { hull.contains(rival.doubt.words.lowerBound) }
        table.diagnostics.removeAll(where: isWithin)
        table.diagnostics += rival.table.diagnostics.filter(isWithin)
        table.rivals.removeAll(where: isOfRun)
        table.rivals += rival.table.rivals.filter(isOfRun)
        table.table.rows.replaceSubrange(run.own, with: rival.table.table.rows[run.other])
        rows.replaceSubrange(run.own, with: rival.rows[run.other])
    }

    /// Enters, of each row, the first words that another reader puts into another column.
    private mutating func enter(_ rejected: [TableDraft.Row], at own: Range<Int>, _ loss: Double) {
        for index in own {
            let row = table.table.rows[index]
            for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
                guard let moved = other(than: column, of: cell, in: rejected) else { continue }
                let doubt = table.table.columns.doubt(
                    row: number(of: row), words: moved.words, read: column, or: moved.column, cells: row.cells, in: text
                )
                table.rivals.append(CellRival(doubt: doubt, source: .reader, loss: loss))
                break
            }
        }
    }

    /// The column into which another reading puts some words of a cell.
    private func other(
        than column: Int, of cell: Stretch, in rows: [TableDraft.Row]
    ) -> (words: Range<Int>, column: Int)? {
        for row in rows {
            for (place, words) in row.cells.enumerated() where place != column {
                for range in words.ranges {
                    for own in cell.ranges where own.overlaps(range) {
                        return (text.trimmed(own.clamped(to: range)), place)
                    }
                }
            }
        }
        return nil
    }

    // MARK: What is told

    /// What is known of every row.
    func facts() -> [RowTrust.Facts] {
        RowTrust.facts(of: rows, layout: table.table.layout, rivals: rivals())
    }

    /// The share of its tasks that is right as far as is to be expected.
    var expectedShare: Double {
        let tasks = zip(table.table.rows, facts()).filter { $0.0.kind == .task }
        return tasks.reduce(0) { $0 + RowTrust.standard.probability($1.1) } / Double(max(1, tasks.count))
    }

    /// The table with what is doubtful, and how sure it is.
    func settled() -> RecoveredTable {
        var settled = table
        let rivals = rivals()
        let facts = RowTrust.facts(of: rows, layout: table.table.layout, rivals: rivals)
        var doubtful = 0
        for (index, row) in table.table.rows.enumerated() {
            let isTrusted =
                row.kind == .task
                ? RowTrust.standard.isTrusted(facts[index]) && !rivals[index].contains { $0.source.isTold }
                : rivals[index].allSatisfy { $0.loss >= CellRival.close }
            guard !isTrusted else { continue }
            doubtful += 1
            let place = text.location(of: row.hull)
            let isTold = table.diagnostics.contains {
                $0.severity > .info && $0.location.start >= place.start && $0.location.end <= place.end
            }
            if !isTold { settled.diagnostics += doubts(of: index, rivals[index]) }
        }
        let share = 1 - Double(doubtful) / Double(max(1, table.table.rows.count))
        settled.table.confidence = min(settled.table.confidence, share)
        return settled
    }

    /// By row the other readings of its words, the nearest first.
    private func rivals() -> [[CellRival]] {
        var found: [[CellRival]] = rows.map { _ in [] }
        let order = rows.indices.sorted { rows[$0].hull.lowerBound < rows[$1].hull.lowerBound }
        for rival in table.rivals {
            // The last row that begins before the words; rows of one table do not overlap but by lines that cells share.
            var low = 0
            var high = order.count
            while low < high {
                let middle = (low + high) / 2
                if rows[order[middle]].hull.lowerBound <= rival.doubt.words.lowerBound {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            guard low > 0, rows[order[low - 1]].hull.upperBound > rival.doubt.words.lowerBound else { continue }
            found[order[low - 1]].append(rival)
        }
        return found.map { rivals in rivals.sorted { $0.loss < $1.loss } }
    }

    /// Other readings that are no farther are named; where none is near, the cell that is least likely is.
    private static let named = 2.0

    private func doubts(of index: Int, _ rivals: [CellRival]) -> [Diagnostic] {
        guard let nearest = rivals.first, nearest.loss < Self.named else { return unlikely(index).map { [$0] } ?? [] }
        var told = [nearest.doubt.diagnostic(in: text)]
        var words = [nearest.doubt.words]
        for rival in rivals.dropFirst() where rival.loss < CellRival.close {
            guard !words.contains(where: { $0.overlaps(rival.doubt.words) }) else { continue }
            told.append(rival.doubt.diagnostic(in: text))
            words.append(rival.doubt.words)
        }
        return told
    }

    /// A row that hardly looks like one, with the cell that says so; nil where that is a field whose absence is told anyway.
    private func unlikely(_ index: Int) -> Diagnostic? {
        let row = table.table.rows[index]
        let weakest = rows[index].weakest ?? 0
        let role = table.table.columns[weakest].role
        guard !row.cells[weakest].isEmpty || (role != .lead && role != .deadline) else { return nil }
        return Diagnostic(
            .doubtfulRow, at: text.location(of: row.hull),
            arguments: [
                CellDoubt.name(number(of: row)), Self.excerpt(of: text.string(row.cells[weakest])),
                table.table.columns.name(weakest, in: text),
            ])
    }

    private func number(of row: TableDraft.Row) -> String {
        table.table.column(.number).map { text.string(row.cells[$0]) } ?? ""
    }

    /// The beginning of a cell, whose words may stand on several lines beside those of others.
    private static func excerpt(of cell: String) -> String {
        cell.count > longest ? cell.prefix(longest) + "…" : cell
    }

    private static let longest = 60
}
