import VanBanModel
import VanBanReading

/// What a finished reading of a table is worth: one measure for every layout, taken from its rows and cells alone.
///
/// What is seen of a cell or a row (``CellTrait``) gives the odds that it is right. Of rows that hold the same words the
/// logarithm of the probability that all of their cells are right tells which are better. Of whole readings, which may
/// find more or fewer rows, that one is best of which most cells are right as far as is to be expected, those deducted
/// that are wrong.
struct TableMeasure {
    /// A cell as seen, or a row as such.
    struct Seen: Sendable {
        var kind: CellKind
        var traits: [CellTrait]
        /// Its column; nil for the row as such.
        var column: Int?
    }

    /// A row as measured.
    struct Row: Sendable {
        var hull: Range<Int>
        /// The logarithm of the probability that all of it is right.
        var value: Double
        /// How many more of its cells are right than wrong as far as is to be expected.
        var gain = 0.0
        /// Whether nothing speaks against it.
        var isPlain: Bool
        /// The column of the cell that is least likely to be right, and the log odds that it is.
        var weakest: Int?
        var least = 0.0
    }

    private let weights: TraitWeights
    private let text: SourceText
    private var facts: CellFacts

    init(_ text: SourceText, agencies: AgencyGazetteer, weights: TraitWeights = .standard) {
        self.text = text
        self.weights = weights
        facts = CellFacts(text, agencies: agencies)
    }

    mutating func rows(of table: TableDraft) -> [Row] {
        zip(table.rows, seen(of: table)).map { row, seen in
            var measured = Row(hull: row.hull, value: 0, isPlain: true)
            for entry in seen {
                let odds = entry.traits.reduce(0) { $0 + weights[$1, entry.kind] }
                if let column = entry.column, measured.weakest == nil || odds < measured.least {
                    measured.least = odds
                    measured.weakest = column
                }
                // The same for odds of any size: log(1 / (1 + Logarithm.inverse(-odds))).
                measured.value += odds >= 0 ? -Self.softening(-odds) : odds - Self.softening(odds)
                measured.isPlain = measured.isPlain && !entry.traits.contains(where: \.isAgainst)
                guard let column = entry.column else { continue }
                let gain = 2 / (1 + Logarithm.inverse(-odds)) - 1
                // A column that says nothing gives nothing: a reading is not better for having more of them.
                measured.gain += table.columns[column].role == nil ? min(0, gain) : gain
            }
            return measured
        }
    }

    private static func softening(_ odds: Double) -> Double { Logarithm.ofOneMore(than: Logarithm.inverse(odds)) }

    /// What is seen of every row: of its cells, and of the row as such.
    mutating func seen(of table: TableDraft) -> [[Seen]] {
        let kinds = table.columns.map { CellKind($0.role) }
        let empty = emptiness(of: table)
        let small = smallLetters(of: table)
        let number = table.column(.number)
        let heads = heads(of: table)
        var numbering = RowNumbering()
        return table.rows.map { row in
            let isTask = row.kind == .task
            var seen: [Seen] = []
            for (column, cell) in row.cells.enumerated() where !row.covered.contains(column) {
                if !cell.isEmpty {
                    // The title of a group is what it is.
                    let kind = isTask || kinds[column] == .number ? kinds[column] : .other
                    var traits = [.any] + facts.traits(of: cell, as: kind, isBeside: table.layout == .aligned)
                    if holdsHead(cell, heads) { traits.append(.holdsHead) }
                    if small[column] { traits.removeAll { $0 == .startsLower } }
                    seen.append(Seen(kind: kind, traits: traits, column: column))
                } else if isTask, kinds[column] != .number {
                    seen.append(
                        Seen(kind: kinds[column], traits: [.any, empty[column]], column: column))
                }
            }
            var own: [CellTrait] = isTask ? [.any] : [.any, .group]
            if let number, !row.covered.contains(number) {
                let isTitle = row.cells[number].isEmpty && !isTask
                let cell = isTitle ? table.column(.task).map { row.cells[$0] } : row.cells[number]
                if let cell, !cell.isEmpty, let label = label(of: cell) {
                    let cost = numbering.take(label)
                    own.append(cost <= 0.5 ? .next : cost <= 3.5 ? .jump : .astray)
                } else if isTask {
                    own.append(.unnumbered)
                }
            }
            seen.append(Seen(kind: .row, traits: own))
            return seen
        }
    }

    /// The words of heads that hardly stand in a cell by chance.
    private func heads(of table: TableDraft) -> [[String]] {
        table.columns.compactMap { column in
            let keys = TokenText(column.header, in: text).tokens.filter { $0.kind == .word }.map(\.key)
            return keys.count >= 3 ? keys : nil
        }
    }

    private func holdsHead(_ cell: Stretch, _ heads: [[String]]) -> Bool {
        guard let least = heads.map(\.count).min(), cell.length >= 4 * least else { return false }
        let tokens = TokenText(cell, in: text).tokens
        return heads.contains { head in
            tokens.indices.contains { start in
                start + head.count <= tokens.count && tokens[start].startsUpper
                    && head.indices.allSatisfy { tokens[start + $0].key == head[$0] }
            }
        }
    }

    /// How an empty cell of each column counts.
    private func emptiness(of table: TableDraft) -> [CellTrait] {
        let tasks = table.rows.filter { $0.kind == .task }
        return table.columns.indices.map { column in
            let empty = tasks.reduce(0) { $0 + ($1.cells[column].isEmpty ? 1 : 0) }
            if empty * 2 > tasks.count { return .emptyMostly }
            return empty * 8 > tasks.count ? .emptySometimes : .emptySeldom
        }
    }

    /// Whether so many cells of a column begin with a small letter that it says nothing of the next.
    private func smallLetters(of table: TableDraft) -> [Bool] {
        table.columns.indices.map { column in
            var filled = 0
            var lower = 0
            for row in table.rows where row.kind == .task && !row.cells[column].isEmpty {
                filled += 1
                if LetterCase.startsLower(row.cells[column].first, in: text) { lower += 1 }
            }
            return lower * 4 > filled
        }
    }

    private func label(of cell: Stretch) -> RowLabel? {
        let tokens =
            cell.length <= 24 ? TokenText(cell, in: text) : TokenText(text.head(of: cell.first, bytes: 24), in: text)
        return RowLabel.candidates(at: 0, lineEnd: tokens.tokens.count, in: tokens, largest: 99_999).first
    }
}
