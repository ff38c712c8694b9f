import VanBanModel
import VanBanReading

/// Puts the cells of a row that has too few under the columns that they look like.
///
/// A page break loses the cells of merged columns, so that what is left stands too far to the left. The cells keep
/// their order; which columns stay empty is the one assignment with the best likeness.
struct RowAligner {
    private let likeness: CellLikeness
    private let roles: [ColumnRole?]

    init(_ columns: [TableDraft.Column], in text: SourceText) {
        likeness = CellLikeness(text)
        roles = columns.map(\.role)
    }

    /// The cells, one for each column.
    func align(_ cells: [Stretch]) -> [Stretch] {
        let columns = roles.count
        let count = cells.count
        guard count < columns, count > 0 else { return cells }
        // best[i][j]: the first i cells stand within the first j columns.
        var best = [[Double]](repeating: [Double](repeating: -.infinity, count: columns + 1), count: count + 1)
        for column in 0...columns { best[0][column] = 0 }
        for index in 1...count {
            for column in index...columns {
                let score = best[index - 1][column - 1] + likeness.score(cells[index - 1], as: roles[column - 1])
                let skipped = column > index ? best[index][column - 1] : -.infinity
                best[index][column] = max(score, skipped)
            }
        }
        var aligned = [Stretch](repeating: Stretch(0..<0), count: columns)
        var index = count
        var column = columns
        while index > 0 {
            let score = best[index - 1][column - 1] + likeness.score(cells[index - 1], as: roles[column - 1])
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
