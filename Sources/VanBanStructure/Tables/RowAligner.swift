import VanBanModel
import VanBanReading

/// Puts the cells of a row that has too few under the columns that they look like.
///
/// A page break loses the cells of merged columns, so that what is left stands too far to the left. The cells keep
/// their order; which columns stay empty is the one assignment with the best likeness.
struct RowAligner {
    private let likeness: CellLikeness
    private let roles: [ColumnRole?]

    init(_ columns: [TableDraft.Column], in text: SourceText, agencies: AgencyGazetteer) {
        likeness = CellLikeness(text, agencies: agencies)
        roles = columns.map(\.role)
    }

    /// A cell that would stand hardly worse in another column.
    struct Doubt: Equatable {
        var column: Int
        var other: Int
    }

    /// Assignments whose likeness is nearer than this are not told apart.
    private static let margin = 0.5

    /// How well a cell would stand in each column; what it is like is asked once.
    private func likenesses(of cell: Stretch) -> [Double] {
        let features = likeness.features(of: cell)
        return roles.map { likeness.score(features, as: $0) }
    }

    /// The cells that another column would do as well for, the others moved where they must.
    func doubts(about aligned: [Stretch]) -> [Doubt] {
        let columns = roles.count
        let places = aligned.indices.filter { !aligned[$0].isEmpty }
        guard !places.isEmpty, aligned.count == columns else { return [] }
        let scores = places.map { likenesses(of: aligned[$0]) }
        let none = -Double.infinity
        // upTo[i][j]: the first i cells stand within the first j columns; behind[i][j]: those from i on, from j on.
        var upTo = [[Double]](repeating: [Double](repeating: none, count: columns + 1), count: places.count + 1)
        var behind = upTo
        for column in 0...columns {
            upTo[0][column] = 0
            behind[places.count][column] = 0
        }
        for index in places.indices {
            for column in 0..<columns {
                upTo[index + 1][column + 1] = max(
                    upTo[index + 1][column], upTo[index][column] + scores[index][column])
            }
        }
        for index in places.indices.reversed() {
            for column in (0..<columns).reversed() {
                behind[index][column] = max(
                    behind[index][column + 1], behind[index + 1][column + 1] + scores[index][column])
            }
        }
        let best = upTo[places.count][columns]
        return places.indices.compactMap { index in
            let others = (0..<columns).filter { $0 != places[index] }
            func total(_ column: Int) -> Double {
                upTo[index][column] + scores[index][column] + behind[index + 1][column + 1]
            }
            guard let other = others.max(by: { total($0) < total($1) }), total(other) > best - Self.margin else {
                return nil
            }
            return Doubt(column: places[index], other: other)
        }
    }

    /// The cells, one for each column.
    func align(_ cells: [Stretch]) -> [Stretch] {
        let columns = roles.count
        let count = cells.count
        guard count < columns, count > 0 else { return cells }
        let scores = cells.map(likenesses(of:))
        // best[i][j]: the first i cells stand within the first j columns.
        var best = [[Double]](repeating: [Double](repeating: -.infinity, count: columns + 1), count: count + 1)
        for column in 0...columns { best[0][column] = 0 }
        for index in 1...count {
            for column in index...columns {
                let score = best[index - 1][column - 1] + scores[index - 1][column - 1]
                let skipped = column > index ? best[index][column - 1] : -.infinity
                best[index][column] = max(score, skipped)
            }
        }
        var aligned = [Stretch](repeating: Stretch(0..<0), count: columns)
        var index = count
        var column = columns
        while index > 0 {
            let score = best[index - 1][column - 1] + scores[index - 1][column - 1]
            // Of equal ways the cell stays as far to the left as it was printed.
            if column > index, best[index][column - 1] >= score {
                column -= 1
                continue
            }
            aligned[column - 1] = cells[index - 1]
            index -= 1
            column -= 1
        }
        return aligned
    }
}
