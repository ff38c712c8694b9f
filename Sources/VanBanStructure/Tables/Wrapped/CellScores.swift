import VanBanModel

/// How well pieces of a wrapped table agree with the columns: what a cell opens with, how its lines follow each other,
/// how it ends.
///
/// The numbers are odds on a logarithmic scale: 1 is a hint, 3 is strong, 6 is hardly to be doubted.
struct CellScores: Sendable {
    var columns: [ColumnProfile]
    /// The width of the widest lines, which nothing but the widest column holds.
    let widest: Double

    /// Whether a column holds amounts, so that a figure is hardly a part of other cells.
    private let holdsFunding: Bool

    init(columns: [ColumnProfile], pieces: [WrappedPiece]) {
        self.columns = columns
        holdsFunding = columns.contains { $0.role == .funding }
        let widths = pieces.map(\.width).sorted()
        widest = widths.isEmpty ? 0 : widths[min(widths.count - 1, widths.count * 97 / 100)]
    }

    // MARK: What a column holds

    /// A piece as the first of a cell.
    func opening(_ piece: WrappedPiece, in column: Int) -> Double {
        var score = fit(piece, in: column)
        if piece.pageCountsOn { score -= 4 }
        if piece.goesOn { score -= 8 }
        if piece.startsLower { score -= columns[column].lowerOpening }
        switch columns[column].role {
        case .lead, .coordinating, .responsibility:
            score += piece.startsAgency ? 2 : -2.5
            if piece.startsTime { score -= 2 }
            if piece.startsLower { score -= piece.startsAgency ? 1 : 2.5 }
        case .deadline:
            score += piece.startsTime ? 2.5 : piece.time > 0 ? 0.3 : piece.timeIsNear ? -0.5 : -3.5
            if piece.startsAgency { score -= 2 }
            if piece.startsLower { score -= 1.5 }
        case .outputs:
            score += piece.startsOutput ? 1.5 : -0.7
            if piece.startsAgency { score -= 1.5 }
            if piece.startsTime { score -= 1 }
            if piece.startsLower { score -= 2.5 }
        case .funding:
            score += piece.money > 0 ? 1.5 : -2
        case .note:
            score -= 1.5
            if piece.startsLower { score -= 2 }
        case .task:
            if piece.startsLower { score -= 3 }
            if piece.startsTime, piece.time > 0.8 { score -= 1 }
        case .group, nil:
            if piece.startsLower { score -= 2.5 }
            score -= 0.5
        case .number: break
        }
        return score
    }

    /// A piece inside a cell.
    func inside(_ piece: WrappedPiece, of column: Int) -> Double {
        var score = fit(piece, in: column)
        if piece.pageCountsOn { score -= 4 }
        if piece.isAmount, piece.isWholeLine, columns[column].role != .funding, holdsFunding { score -= 2.5 }
        switch columns[column].role {
        case .lead, .coordinating, .responsibility:
            if piece.time >= 0.6 { score -= piece.startsTime ? 3 : 1.5 }
            if piece.startsBareAgency, piece.spacing != .sameLine { score -= 2 }
            if !piece.startsAgency, !piece.startsLower, piece.startsBullet || piece.startsOutput {
                score -= piece.startsBullet ? 2 : 1
            }
        case .deadline:
            score += piece.time >= 0.5 ? 0.7 : piece.time > 0 ? 0.2 : -0.7
            if piece.startsAgency { score -= piece.startsLower ? 1 : 2 }
            if piece.startsOutput, piece.startsBullet, !piece.timeIsNear { score -= 1.5 }
        case .task, .outputs, .group, nil:
            if piece.spacing != .sameLine {
                if piece.time >= 0.99, piece.startsTime { score -= 1 }
                if piece.isAgency { score -= 1.5 }
            }
        case .funding:
            if piece.money == 0 { score -= 0.5 }
        case .note: score -= 0.3
        case .number: score -= 9
        }
        return score
    }

    /// Whether a line is so much longer than a column is wide that only a merged cell holds it.
    func overflows(_ piece: WrappedPiece, _ column: Int) -> Bool {
        columns[column].width.map { piece.width > $0 * 1.12 } ?? false
    }

    /// A line that is longer than its column is wide stands elsewhere.
    private func fit(_ piece: WrappedPiece, in column: Int) -> Double {
        if let width = columns[column].width {
            let excess = piece.width / width - 1
            // The name of a group stands in a cell that is merged over all columns.
            if columns[column].role == .task, excess > 0.12 { return -1 }
            return excess > 0.25 ? -6 : excess > 0.12 ? -3 : excess > 0.05 ? -1 : 0
        }
        switch columns[column].role {
        case .lead, .coordinating, .responsibility, .deadline, .funding, .note:
            return piece.width > widest * 0.6 ? -3 : 0
        default: return 0
        }
    }

    // MARK: How pieces follow each other

    /// A piece after another one of its cell.
    /// - Parameters:
    ///   - width: of the line that the earlier piece ends, as far as it stands in the cell.
    ///   - depth: brackets that are open.
    ///   - isList: whether the cell has had bullets.
    func staying(
        _ before: WrappedPiece, _ piece: WrappedPiece, width: Double, in column: Int, depth: Int, isList: Bool
    ) -> Double {
        if piece.spacing == .sameLine { return 0.5 }
        var score = piece.spacing == .unusual && piece.pageBreak == .none ? -2.5 : 0
        if piece.startsBullet, !isList, before.ending != .item { score -= 1 }
        // `Quý IV/2024` is whole; what is no time does not go on with it.
        if columns[column].role == .deadline, before.endsTime, piece.time == 0, !piece.startsBullet { score -= 1.5 }
        let leadsOn = before.ending == .open || depth > 0
        if leadsOn { score += 1 } else if before.ending == .item { score += 0.5 }
        if piece.startsLower { score += 1 }
        guard let limit = columns[column].width else { return score + (before.ending == .closed ? -0.3 : 0) }
        let room = (limit - width - GlyphWidth.space - piece.firstWord) / limit
        if room < 0.03 { return score + 1 }
        if room < 0.12 { return score - 0.3 }
        // The next word had room on the line above: only a new paragraph begins a line here.
        let isParagraph = before.ending == .item || before.ending == .closed || piece.startsBullet
        if isParagraph, !piece.startsLower { return score - 0.7 }
        if leadsOn || piece.startsLower { return score - 1.2 }
        return score - 3
    }

    /// The end of a cell at a piece, before a piece of another cell.
    func leaving(
        _ before: WrappedPiece, _ piece: WrappedPiece?, width: Double, column: Int, depth: Int, isResumed: Bool
    ) -> Double {
        var score = 0.0
        switch before.ending {
        case .open: score -= 3
        case .item: score -= 1
        case .closed: score += 0.5
        case .plain: break
        }
        if depth > 0 { score -= 2.5 }
        if let limit = columns[column].width {
            let share = width / limit
            score += share < 0.6 ? 0.8 : share < 0.85 ? 0.4 : -0.3
        }
        guard let piece, piece.pageBreak == .none else { return score }
        if piece.startsInsideName { score -= 2 }
        switch piece.spacing {
        // Below a page break the tails of two cells often share a line.
        case .sameLine: score -= isResumed ? 1.5 : 3
        case .usual: break
        case .unusual: score += 2.5
        }
        return score
    }

    /// The tail of a cell that a page break cut, below that break.
    /// - Parameter tail: the last piece of the cell above the break.
    func resuming(
        _ tail: WrappedPiece, _ piece: WrappedPiece, width: Double, in column: Int, depth: Int, isList: Bool
    ) -> Double {
        var next = piece
        next.spacing = .usual
        var score = staying(tail, next, width: width, in: column, depth: depth, isList: isList)
        // What leaving the cell in the middle of things has cost was no fault.
        switch tail.ending {
        case .open: score += 2.5
        case .item: score += 0.8
        case .closed: score -= 1.5
        case .plain: break
        }
        if depth > 0 { score += 2 }
        if piece.spacing == .sameLine { score -= 1 }
        return score
    }
}
