import VanBanModel
import VanBanReading

/// What a finished reading of a table is worth: one measure for every layout, taken from its rows and cells alone.
///
/// Each trait of a cell or row (``CellTrait``) adds its weight. The difference of two readings' sums is the logarithm of
/// the odds that the one is right and not the other, so that readings of different readers may be compared.
struct TableMeasure {
    /// A row as measured.
    struct Row: Sendable {
        var hull: Range<Int>
        var value: Double
        /// Whether nothing speaks against it.
        var isPlain: Bool
        /// The places of its traits among the weights.
        var traits: [Int]
    }

    private let weights: TraitWeights
    private let text: SourceText
    private var facts: CellFacts

    init(_ text: SourceText, agencies: AgencyGazetteer, weights: TraitWeights = .standard) {
        self.text = text
        self.weights = weights
        facts = CellFacts(text, agencies: agencies)
    }

    /// What a line costs that a reading leaves out.
    var lineLeft: Double { weights[.left, .row] }

    mutating func rows(of table: TableDraft) -> [Row] {
        let kinds = table.columns.map { CellKind($0.role) }
        let empty = emptiness(of: table)
        var numbering = RowNumbering()
        return table.rows.map { row in
            var measured = Row(hull: row.hull, value: 0, isPlain: true, traits: [])
            func add(_ trait: CellTrait, _ kind: CellKind) {
                measured.value += weights[trait, kind]
                measured.isPlain = measured.isPlain && !trait.isAgainst
                measured.traits.append(TraitWeights.place(of: trait, kind))
            }
            let isTask = row.kind == .task
            for (column, cell) in row.cells.enumerated() where !row.covered.contains(column) {
                if !cell.isEmpty {
                    // The title of a group is what it is.
                    let kind = isTask || kinds[column] == .number ? kinds[column] : .other
                    for trait in facts.traits(of: cell, as: kind) { add(trait, kind) }
                } else if isTask, kinds[column] != .number {
                    add(empty[column], kinds[column])
                }
            }
            if !isTask { add(.group, .row) }
            guard let number = table.column(.number) else { return measured }
            let cell = row.cells[number].isEmpty && !isTask ? table.column(.task).map { row.cells[$0] } : row.cells[number]
            guard let cell, !cell.isEmpty, let label = label(of: cell) else {
                if isTask, !row.covered.contains(number) { add(.unnumbered, .row) }
                return measured
            }
            let cost = numbering.take(label)
            add(cost <= 0.5 ? .next : cost <= 3.5 ? .jump : .astray, .row)
            return measured
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

    private func label(of cell: Stretch) -> RowLabel? {
        let tokens = TokenText(text.head(of: cell.first, bytes: 24), in: text)
        return RowLabel.candidates(at: 0, lineEnd: tokens.tokens.count, in: tokens, largest: 99_999).first
    }
}
