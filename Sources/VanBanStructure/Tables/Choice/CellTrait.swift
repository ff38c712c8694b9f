import VanBanModel

/// What a column holds, as far as the measure of readings tells columns apart.
enum CellKind: String, CaseIterable, Sendable {
    case number, task, outputs, lead, coordinating, deadline, other
    /// A whole row.
    case row

    init(_ role: ColumnRole?) {
        switch role {
        case .number: self = .number
        case .task: self = .task
        case .outputs: self = .outputs
        case .lead, .responsibility: self = .lead
        case .coordinating: self = .coordinating
        case .deadline: self = .deadline
        case .group, .funding, .note, nil: self = .other
        }
    }
}

/// What may be seen of a cell or a row of a finished reading, whatever the layout that it was read from.
enum CellTrait: String, CaseIterable, Sendable {
    /// There is a cell, or a row: how often they are right when nothing else is seen.
    case any
    // What it holds
    /// All of it is what the column holds: known agencies, statements of time that can be read, a row's label, a product.
    case whole
    /// Some of it is.
    case part
    /// None of it is, though the column's cells are of one kind.
    case strange
    /// All of it is what another column holds.
    case foreign
    case oneWord
    case long
    /// Longer than cells are: rows that were not told apart.
    case endless
    // Where it begins and ends
    /// It begins with a small letter, where the column's cells seldom do.
    case startsLower
    /// It begins in the middle of a printed line, where no more than a space parts it from another cell.
    case startsInside
    /// It ends on a word or sign that leads on.
    case endsOpen
    /// A bracket is opened and not closed, or the other way round.
    case opensBracket
    /// A line of it is by itself what another column's cell, or another cell of its own column, holds.
    case holdsCell
    /// A line of it is nothing but a number as rows have them.
    case holdsLabel
    /// The words of a column's head stand in it.
    case holdsHead
    // Whether it is there
    /// Empty, where the column's cells seldom are, now and then, and mostly.
    case emptySeldom, emptySometimes, emptyMostly
    // Rows
    /// Its number is the one that was to come next.
    case next
    /// Numbers were left out.
    case jump
    /// Its number does not go on with those before it.
    case astray
    case unnumbered
    case group

    /// Whether it speaks against a cell, so that another reading may be better.
    var isAgainst: Bool {
        switch self {
        case .any, .whole, .part, .long, .oneWord, .emptyMostly, .next, .group: false
        default: true
        }
    }
}

/// What traits weigh in the log odds that a cell, or a row as such, is right: fitted on tables whose cells are known (see
/// `Benchmarks/readings.py`).
struct TraitWeights: Sendable {
    /// By kind, then by trait.
    private let weights: [Double]

    static let standard = TraitWeights(CSVTable(PackageResources.table_traits_csv))

    init(_ table: CSVTable) {
        let kinds = CellKind.allCases
        let traits = CellTrait.allCases
        var weights = [Double](repeating: 0, count: kinds.count * traits.count)
        for row in table.rows {
            guard let kind = kinds.firstIndex(where: { $0.rawValue == row["kind"] }),
                let trait = traits.firstIndex(where: { $0.rawValue == row["trait"] })
            else { continue }
            weights[kind * traits.count + trait] = Double(row["weight"]) ?? 0
        }
        self.weights = weights
    }

    private static func place(of trait: CellTrait, _ kind: CellKind) -> Int {
        (kindPlaces[kind] ?? 0) * CellTrait.allCases.count + (traitPlaces[trait] ?? 0)
    }

    subscript(_ trait: CellTrait, _ kind: CellKind) -> Double { weights[Self.place(of: trait, kind)] }

    private static let kindPlaces = Dictionary(
        uniqueKeysWithValues: CellKind.allCases.enumerated().map { ($1, $0) })
    private static let traitPlaces = Dictionary(
        uniqueKeysWithValues: CellTrait.allCases.enumerated().map { ($1, $0) })
}
