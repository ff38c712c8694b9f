import VanBanModel
import VanBanReading

/// Compares the reading of a table that was taken with another of the same lines, row by row.
///
/// Where both have the same words in a row, or in several rows together, and the other reading parts them better among
/// the same columns, the other one's rows are taken; where it does so nearly as well, the words that it puts elsewhere
/// are told.
struct ReadingComparison {
    private let text: SourceText
    private var table: RecoveredTable
    private var rows: [TableMeasure.Row]
    /// Rows of which another reading is nearly as good.
    private var doubtful: Set<Int> = []
    private var doubts: [Diagnostic] = []

    init(_ entry: TableContest.Entry, in text: SourceText) {
        self.text = text
        table = entry.table
        rows = entry.rows
    }

    /// Rows of two readings that hold the same stretch of text.
    private struct Run {
        var own: Range<Int>
        var other: Range<Int>
    }

    mutating func compare(with rival: TableContest.Entry) {
        let isAlike = rival.table.table.columns.map(\.role) == table.table.columns.map(\.role)
        // From the last run on, so that rows that are exchanged move none that are still to come.
        for run in runs(with: rival).reversed() {
            guard differ(run, rival) else { continue }
            let own = rows[run.own].reduce(0) { $0 + $1.value }
            let other = rival.rows[run.other].reduce(0) { $0 + $1.value }
            guard isAlike else { continue }
            var rejected = Array(rival.table.table.rows[run.other])
            let isBetter = other > own && holdSame(run, rival)
            if isBetter {
                rejected = Array(table.table.rows[run.own])
                exchange(run, with: rival)
            }
            guard abs(other - own) < TableContest.margin else { continue }
            let first = run.own.lowerBound
            tell(first..<(first + (isBetter ? run.other : run.own).count), or: rejected)
        }
    }

    /// A row that is less likely to be right is told.
    private static let leastProbability = 0.06

    /// The table with what was exchanged, what is doubtful, and how sure it is.
    func settled() -> RecoveredTable {
        var settled = table
        settled.diagnostics += doubts + unlikelyRows()
        let share = 1 - Double(doubtful.count) / Double(max(1, table.table.rows.count))
        settled.table.confidence = min(settled.table.confidence, share)
        return settled
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
        let hull = text.location(
            of: rows[run.own.lowerBound].hull.lowerBound..<rows[run.own.upperBound - 1].hull.upperBound)
        func isWithin(_ diagnostic: Diagnostic) -> Bool {
            diagnostic.code != .repeatedHeader && diagnostic.location.start >= hull.start
                && diagnostic.location.end <= hull.end
        }
        table.diagnostics.removeAll(where: isWithin)
        table.diagnostics += rival.table.diagnostics.filter(isWithin)
        let shift = run.other.count - run.own.count
        doubtful = Set(doubtful.map { $0 >= run.own.upperBound ? $0 + shift : $0 })
        table.table.rows.replaceSubrange(run.own, with: rival.table.table.rows[run.other])
        rows.replaceSubrange(run.own, with: rival.rows[run.other])
    }

    /// Tells, of each row, the first words that another reading puts into another column.
    private mutating func tell(_ own: Range<Int>, or rejected: [TableDraft.Row]) {
        for index in own {
            let row = table.table.rows[index]
            for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
                guard let moved = other(than: column, of: cell, in: rejected) else { continue }
                doubtful.insert(index)
                guard !isTold(row) else { break }
                let number = table.table.column(.number).map { text.string(row.cells[$0]) } ?? ""
                doubts.append(
                    table.table.columns.doubt(
                        row: number, words: moved.words, read: column, or: moved.column, cells: row.cells, in: text
                    ).diagnostic(in: text))
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

    /// Rows that hardly look like rows, whichever way they are read, with the cell that says so.
    private func unlikelyRows() -> [Diagnostic] {
        rows.indices.compactMap { index in
            let row = table.table.rows[index]
            guard row.kind == .task, rows[index].probability < Self.leastProbability, let weakest = rows[index].weakest,
                !isTold(row)
            else { return nil }
            let number = table.table.column(.number).map { text.string(row.cells[$0]) } ?? ""
            let cell = row.cells[weakest]
            return Diagnostic(
                .doubtfulRow, at: text.location(of: row.hull),
                arguments: [
                    CellDoubt.name(number), Self.excerpt(of: text.string(cell)),
                    table.table.columns.name(weakest, in: text),
                ])
        }
    }

    /// The beginning of a cell, whose words may stand on several lines beside those of others.
    private static func excerpt(of cell: String) -> String {
        cell.count > longest ? cell.prefix(longest) + "…" : cell
    }

    private static let longest = 60

    private func isTold(_ row: TableDraft.Row) -> Bool {
        let place = text.location(of: row.hull)
        return (table.diagnostics + doubts).contains {
            $0.severity > .info && $0.location.start >= place.start && $0.location.end <= place.end
        }
    }
}
