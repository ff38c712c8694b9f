import VanBanModel

/// What is known in the end of a row of a table without signs between its cells, and how likely that makes it wholly right.
///
/// Its cells, those of the rows beside it, the table as a whole and the other readings of its words are weighed together
/// (`Resources/row-trust.csv`, fitted by `Benchmarks/readings.py`): a row of which too little says that it is right is told.
struct RowTrust: Sendable {
    /// What speaks for or against a row.
    enum Fact: String, CaseIterable, Sendable {
        /// How often rows are right when nothing else is known, and what layouts add to it.
        case any, aligned, paragraphs
        /// How improbable its cells are together, the worst of them, those of the rows beside it and of all rows.
        case cells, worst, beside, table
        /// How near other readings are, by what they do otherwise (``CellRival/Source``).
        case piece, row, paragraph, word, line, unnumbered, restart, shift, place, reader
        /// The same where they are hardly to be told apart.
        case closePiece, closeRow, closeParagraph, closeWord, closeLine, closeReader

        fileprivate init(_ source: CellRival.Source) {
            switch source {
            case .piece: self = .piece
            case .row: self = .row
            case .paragraph: self = .paragraph
            case .word: self = .word
            case .line, .placing: self = .line
            case .unnumbered: self = .unnumbered
            case .restart: self = .restart
            case .shift: self = .shift
            case .place: self = .place
            case .reader: self = .reader
            }
        }

        /// The same of a reading that is hardly to be told apart.
        fileprivate var close: Fact? {
            switch self {
            case .piece: .closePiece
            case .row: .closeRow
            case .paragraph: .closeParagraph
            case .word: .closeWord
            case .line: .closeLine
            case .reader: .closeReader
            default: nil
            }
        }
    }

    /// The facts of a row, each with its amount.
    typealias Facts = [Fact: Double]

    static let standard = RowTrust(CSVTable(PackageResources.row_trust_csv))

    private var weights: Facts = [:]
    /// Rows whose log odds are below this are told.
    private let least: Double

    init(_ table: CSVTable) {
        var least = 0.0
        for row in table.rows {
            let weight = Double(row["weight"]) ?? 0
            if let fact = Fact(rawValue: row["fact"]) { weights[fact] = weight } else { least = weight }
        }
        self.least = least
    }

    func isTrusted(_ facts: Facts) -> Bool { odds(facts) >= least }

    /// The probability that a row is right.
    func probability(_ facts: Facts) -> Double { 1 / (1 + Logarithm.inverse(-odds(facts))) }

    /// The log odds that a row is right.
    func odds(_ facts: Facts) -> Double {
        // In one order, so that the sum is the same in every run.
        Fact.allCases.reduce(0) { $0 + (weights[$1] ?? 0) * (facts[$1] ?? 0) }
    }

    // MARK: Facts

    /// What a row's cells cost at the most: beyond this it is as wrong as can be.
    private static let most = 6.0
    /// The same of a table's rows on average.
    private static let mostOfTable = 2.5

    /// What is known of each row of a table.
    /// - Parameter rivals: the other readings of each row's words.
    static func facts(
        of rows: [TableMeasure.Row], layout: TableReading.Layout, rivals: [[CellRival]]
    ) -> [Facts] {
        let costs = rows.map { min(most, -$0.value) }
        let mean = costs.reduce(0, +) / Double(max(1, costs.count))
        return rows.indices.map { index in
            var facts: Facts = [.any: 1, .cells: costs[index], .table: min(mostOfTable, mean)]
            if layout == .aligned { facts[.aligned] = 1 }
            if layout == .paragraphs { facts[.paragraphs] = 1 }
            facts[.worst] = max(-3, min(5, rows[index].least))
            let above = index > 0 ? costs[index - 1] : 0
            let below = index + 1 < costs.count ? costs[index + 1] : 0
            facts[.beside] = max(above, below)
            for rival in rivals[index] {
                let fact = Fact(rival.source)
                facts[fact] = max(facts[fact] ?? 0, 1 - rival.loss / CellRival.reach)
                if let close = fact.close {
                    facts[close] = max(facts[close] ?? 0, 1 - rival.loss / CellRival.close)
                }
            }
            return facts
        }
    }
}
