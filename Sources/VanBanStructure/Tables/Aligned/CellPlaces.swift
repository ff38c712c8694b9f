import VanBanModel
import VanBanReading

/// Whether the cells of a table that was told by places hold what their columns are for.
///
/// Nothing is worse than columns that have moved by one without a word: a body in the column of products, a time in that
/// of bodies. Cells that plainly are another column's are counted, for the confidence, and named.
struct CellPlaces {
    /// A cell that looks like another column's.
    struct Misplaced {
        var row: Int
        var column: Int
        /// Where it would stand better.
        var other: Other
    }

    enum Other: Equatable {
        case column(Int)
        case rowAbove
    }

    private(set) var misplaced: [Misplaced] = []
    /// Cells whose columns say what they hold.
    private(set) var judged = 0

    private static let judgedRoles: Set<ColumnRole> = [.lead, .coordinating, .responsibility, .outputs, .deadline]

    init(_ table: TableDraft, in text: SourceText, agencies: AgencyGazetteer) {
        let likeness = CellLikeness(text, agencies: agencies)
        let roles = table.columns.map(\.role)
        let small = Self.smallColumns(of: table, text)
        for (index, row) in table.rows.enumerated() where row.kind == .task {
            for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
                guard let role = roles[column], role != .number else { continue }
                judged += 1
                // Cells seldom begin in the middle of a sentence.
                if role != .deadline, !small.contains(column), LetterCase.startsLower(cell.first, in: text) {
                    let other = Self.home(of: cell, column, index, table, text)
                    misplaced.append(Misplaced(row: index, column: column, other: other))
                    continue
                }
                guard Self.judgedRoles.contains(role), likeness.score(cell, as: role) < -0.5,
                    role != .deadline || !Self.holdsTime(cell, text)
                else { continue }
                let other = roles.firstIndex { other in
                    guard let other, other != role, other != .outputs, Self.judgedRoles.contains(other) else {
                        return false
                    }
                    return likeness.score(cell, as: other) >= 1
                }
                if let other { misplaced.append(Misplaced(row: index, column: column, other: .column(other))) }
            }
        }
    }

    /// Where a cell belongs that begins in the middle of a sentence: to the cell whose words it follows directly on the
    /// line, or to the row above.
    private static func home(
        of cell: Stretch, _ column: Int, _ row: Int, _ table: TableDraft, _ text: SourceText
    ) -> Other {
        let start = cell.first.lowerBound
        let touches =
            start > 1 && CharacterClass.isSpace(text.bytes[start - 1]) && !CharacterClass.isSpace(text.bytes[start - 2])
        let left = table.rows[row].cells[..<column].lastIndex { !$0.isEmpty }
        if row == 0 || touches, let left { return .column(left) }
        return row > 0 ? .rowAbove : .column(max(0, column - 1))
    }

    /// Columns most of whose cells begin with a small letter.
    private static func smallColumns(of table: TableDraft, _ text: SourceText) -> Set<Int> {
        var small: Set<Int> = []
        for column in table.columns.indices {
            let cells = table.rows.compactMap { $0.kind == .task && !$0.cells[column].isEmpty ? $0.cells[column] : nil }
            let lower = cells.reduce(0) { $0 + (LetterCase.startsLower($1.first, in: text) ? 1 : 0) }
            if lower * 2 > cells.count { small.insert(column) }
        }
        return small
    }

    /// `Báo cáo 6 tháng, năm`: a statement of time that opens with something else.
    private static func holdsTime(_ cell: Stretch, _ text: SourceText) -> Bool {
        let tokens = TokenText(cell, in: text)
        return tokens.tokens.indices.contains {
            tokens.tokens[$0].kind == .number || CellWords.timeOpenings.stands(in: tokens, at: $0)
        }
    }

    /// The share of the judged cells that may stand where they do.
    var share: Double {
        guard judged > 0 else { return 1 }
        // Where a cell is another column's, that column mostly lacks it.
        return max(0, 1 - 1.5 * Double(misplaced.count) / Double(judged))
    }
}
