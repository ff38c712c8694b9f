import VanBanModel

/// One reading of a wrapped table's pieces, and what it teaches for the next.
struct GridReading {
    let pieces: [WrappedPiece]
    let steps: [GridSolver.Step]
    private let solver: GridSolver
    private let scores: CellScores

    /// Readings whose scores are nearer than this are hardly told apart.
    private static let margin = 1.25

    /// Pieces of a row that another reading puts elsewhere, and how much worse the best such reading is, in margins.
    struct Doubt {
        var row: Int
        var pieces: Range<Int>
        /// Their column and the other one; nil where the other reading parts rows elsewhere.
        var columns: (own: Int, other: Int)?
        var loss: Double
    }

    private let lattice: GridLattice

    /// - Parameter keepsRivals: whether it will be asked for its doubts.
    init(_ pieces: [WrappedPiece], labels: [RowLabel], scores: CellScores, keepsRivals: Bool) {
        self.pieces = pieces
        self.scores = scores
        solver = GridSolver(pieces, labels: labels, scores: scores)
        (steps, lattice) = solver.solve(keepsRivals: keepsRivals)
    }

    // MARK: What it teaches

    /// The columns with the widths that their lines show and with how often they are empty.
    func profiles() -> [ColumnProfile] {
        var lines: [[Double]] = scores.columns.map { _ in [] }
        var wraps: [[ColumnProfile.Wrap]] = scores.columns.map { _ in [] }
        var filled: [UInt32] = []
        var openings: [(lower: Int, all: Int)] = scores.columns.map { _ in (0, 0) }
        var state = solver.start
        for (index, step) in steps.enumerated() {
            let piece = pieces[index]
            let column = state.column
            if column >= 0, state.tails[column].piece >= 0, piece.spacing != .sameLine {
                lines[column].append(state.tails[column].width)
            }
            if case .stay(let cell) = step, piece.spacing != .sameLine, state.tails[cell].piece >= 0,
                pieces[state.tails[cell].piece].ending != .item, pieces[state.tails[cell].piece].ending != .closed,
                !piece.startsBullet
            {
                wraps[cell].append(
                    ColumnProfile.Wrap(width: state.tails[cell].width, next: GlyphWidth.space + piece.firstWord))
            }
            switch step {
            case .label, .newRow: if state.opener >= 0 { filled.append(state.filled) }
            default: break
            }
            switch step {
            case .newRow(let cell), .open(let cell):
                openings[cell].all += 1
                if piece.startsLower { openings[cell].lower += 1 }
            default: break
            }
            guard solver.take(step, at: index, &state) else { break }
        }
        filled.append(state.filled)
        return zip(learn(lines, wraps, filled), openings).map { profile, openings in
            var profile = profile
            profile.learn(lower: openings.lower, of: openings.all)
            return profile
        }
    }

    private func learn(
        _ lines: [[Double]], _ wraps: [[ColumnProfile.Wrap]], _ filled: [UInt32]
    ) -> [ColumnProfile] {
        // Rows of nothing but a name are groups.
        let task = scores.columns.firstIndex { $0.role == .task }
        let rows = filled.filter { row in task.map { row != 1 << UInt32($0) } ?? true }
        return scores.columns.indices.map { index in
            var profile = ColumnProfile(role: scores.columns[index].role)
            guard profile.role != .number else { return profile }
            profile.learn(lines: lines[index], wraps: wraps[index])
            let empty = rows.reduce(0) { $0 + ($1 & (1 << UInt32(index)) == 0 ? 1 : 0) }
            profile.learn(empty: empty, of: rows.count)
            return profile
        }
    }

    // MARK: What is doubtful

    /// The pieces that another reading puts into another cell, those together that it puts there together.
    func doubts() -> [Doubt] {
        var found: [Doubt] = []
        var row = -1
        for (index, rival) in lattice.rivals(to: steps).enumerated() {
            if steps[index].opensRow { row += 1 }
            guard let rival, row >= 0, rival.loss < CellRival.reach * Self.margin else { continue }
            let loss = rival.loss / Self.margin
            let columns = steps[index].cell.flatMap { own in
                rival.step.opensRow == steps[index].opensRow
                    ? rival.step.cell.map { (own: own, other: $0) } : nil
            }
            if let last = found.last, last.row == row, last.pieces.upperBound == index, let columns,
                let before = last.columns, before == columns
            {
                found[found.count - 1].pieces = last.pieces.lowerBound..<(index + 1)
                found[found.count - 1].loss = min(last.loss, loss)
            } else {
                found.append(Doubt(row: row, pieces: index..<(index + 1), columns: columns, loss: loss))
            }
        }
        return found + labelsInside()
    }

    /// Lines of nothing but the number that was to come next, but that were read as words of a cell.
    private func labelsInside() -> [Doubt] {
        var found: [Doubt] = []
        var state = solver.start
        var row = -1
        for (index, step) in steps.enumerated() {
            if step.opensRow {
                row += 1
            } else if step != .pageNumber, solver.isExpectedLabel(index, state) {
                found.append(Doubt(row: row, pieces: index..<(index + 1), columns: nil, loss: 0))
            }
            guard solver.take(step, at: index, &state) else { break }
        }
        return found
    }
}
