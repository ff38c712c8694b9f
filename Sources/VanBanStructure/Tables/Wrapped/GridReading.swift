import VanBanModel

/// One reading of a wrapped table's pieces, and what it teaches for the next.
struct GridReading {
    let pieces: [WrappedPiece]
    private(set) var steps: [GridSolver.Step]
    private let solver: GridSolver
    private let scores: CellScores

    /// Pieces of which it is uncertain whether they belong to their cell or to another one.
    struct Doubt {
        var row: Int
        var pieces: Range<Int>
        /// Their column and the other one; nil where they may be the label of a row of their own.
        var columns: (own: Int, other: Int)?
    }

    /// Readings whose scores are nearer than this are not told apart.
    private static let margin = 1.25
    /// The same where the other reading leaves a cell empty, which costs something in any case.
    private static let emptyMargin = 3.0
    /// Readings whose scores are nearer than this are equally good.
    private static let equal = 0.1

    init(_ pieces: [WrappedPiece], labels: [RowLabel], scores: CellScores) {
        self.pieces = pieces
        self.scores = scores
        solver = GridSolver(pieces, labels: labels, scores: scores)
        steps = solver.solve()
    }

    // MARK: What it teaches

    /// The columns with the widths that their lines show and with how often they are empty.
    func profiles() -> [ColumnProfile] {
        var lines: [[Double]] = scores.columns.map { _ in [] }
        var wraps: [[ColumnProfile.Wrap]] = scores.columns.map { _ in [] }
        var filled: [UInt32] = []
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
            guard solver.take(step, at: index, &state) else { break }
        }
        filled.append(state.filled)
        return learn(lines, wraps, filled)
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

    /// Tells the pieces whose cell would hardly be worse chosen otherwise.
    ///
    /// Pieces that belong with equal right to what stands before them and to what stands behind stay with the former, as
    /// they are printed: a cell that holds too much is seen, one that begins in the middle is not.
    mutating func settle() -> [Doubt] {
        let found = rivals()
        let even = found.filter { rival in
            guard rival.loss < Self.equal, let first = rival.changes.keys.min() else { return false }
            guard case .open = steps[first], case .stay = rival.changes[first] else { return false }
            return true
        }
        guard !even.isEmpty else { return doubts(of: found) }
        for rival in even {
            for (index, step) in rival.changes { steps[index] = step }
        }
        return doubts(of: rivals())
    }

    private func doubts(of rivals: [Rival]) -> [Doubt] {
        let found = rivals.compactMap(doubt) + labelsInside()
        return found.sorted { $0.pieces.lowerBound < $1.pieces.lowerBound }
    }

    /// Lines of nothing but the number that was to come next, but that were read as words of a cell.
    private func labelsInside() -> [Doubt] {
        var found: [Doubt] = []
        var state = solver.start
        var row = -1
        for (index, step) in steps.enumerated() {
            switch step {
            case .label, .newRow: row += 1
            case .pageNumber: break
            case .open, .stay, .resume:
                if solver.isExpectedLabel(index, state) {
                    found.append(Doubt(row: row, pieces: index..<(index + 1), columns: nil))
                }
            }
            guard solver.take(step, at: index, &state) else { break }
        }
        return found
    }

    /// Another reading of some pieces of a row.
    private struct Rival {
        var row: Int
        var changes: [Int: GridSolver.Step]
        /// How much worse it is.
        var loss: Double
    }

    private func rivals() -> [Rival] {
        var found: [Rival] = []
        var state = solver.start
        var opening = state
        var first = 0
        var row = -1
        for (index, step) in steps.enumerated() {
            switch step {
            case .label, .newRow:
                if row >= 0 { found += rivals(in: first..<index, from: opening, row: row) }
                opening = state
                first = index
                row += 1
            default: break
            }
            guard solver.take(step, at: index, &state) else { return found }
        }
        if row >= 0 { found += rivals(in: first..<steps.count, from: opening, row: row) }
        return found
    }

    private func rivals(in range: Range<Int>, from opening: GridSolver.State, row: Int) -> [Rival] {
        // The label and the page before count the same in every reading of the row.
        guard let best = scores(of: range, opening) else { return [] }
        var found: [Rival] = []
        /// How things stand before the piece above the one at hand, which every other reading of it begins with.
        var state = opening
        state.score = 0
        for index in range.dropFirst() {
            var other: Rival?
            for changes in alternatives(to: index, in: range) {
                let margin = isEmptying(changes) ? Self.emptyMargin : Self.margin
                guard let loss = loss(of: changes, against: best, from: index - 1, in: range, state),
                    loss < min(margin, other?.loss ?? margin)
                else { continue }
                other = Rival(row: row, changes: changes, loss: loss)
            }
            if let other { found.append(other) }
            guard solver.take(steps[index - 1], at: index - 1, &state) else { break }
        }
        return found
    }

    /// What another reading puts into another cell.
    private func doubt(_ rival: Rival) -> Doubt? {
        let moved = rival.changes.keys.filter { rival.changes[$0]?.cell != steps[$0].cell }.sorted()
        guard let first = moved.first, let last = moved.last, let column = steps[first].cell,
            let other = rival.changes[first]?.cell
        else { return nil }
        return Doubt(row: rival.row, pieces: first..<(last + 1), columns: (column, other))
    }

    /// How the row stands behind each of its pieces, and behind what opens the next row; nil where it cannot be read so.
    private func scores(of range: Range<Int>, _ opening: GridSolver.State) -> [Double]? {
        var scores: [Double] = []
        scores.reserveCapacity(range.count + 1)
        var state = opening
        state.score = 0
        for index in range.lowerBound..<min(range.upperBound + 1, steps.count) {
            guard solver.take(steps[index], at: index, &state) else { return nil }
            scores.append(state.score)
        }
        return scores
    }

    /// How much worse a reading with changes is than the best; nil where it cannot be read so.
    private func loss(
        of changes: [Int: GridSolver.Step], against best: [Double], from start: Int, in range: Range<Int>,
        _ opening: GridSolver.State
    ) -> Double? {
        var state = opening
        let end = min(range.upperBound + 1, steps.count, (changes.keys.max() ?? start) + Self.horizon)
        for index in start..<end {
            guard solver.take(changes[index] ?? steps[index], at: index, &state) else { return nil }
        }
        return best[end - 1 - range.lowerBound] - state.score
    }

    /// Pieces behind a change beyond which it changes nothing more; no row of a document has as many.
    private static let horizon = 400

    /// Whether changes take all of a cell into the one before.
    private func isEmptying(_ changes: [Int: GridSolver.Step]) -> Bool {
        guard let first = changes.keys.min(), case .open = steps[first] else { return false }
        return changes.values.allSatisfy { if case .stay = $0 { true } else { false } }
    }

    /// The readings in which a cell ends one piece earlier or later or goes into the one before, or in which a tail
    /// belongs to another cell.
    private func alternatives(to index: Int, in range: Range<Int>) -> [[Int: GridSolver.Step]] {
        var found: [[Int: GridSolver.Step]] = []
        switch steps[index] {
        case .open(let cell):
            var end = index + 1
            while end < range.upperBound, steps[end] == .stay(cell) { end += 1 }
            if let before = steps[index - 1].cell, end - index < Self.horizon {
                found.append(Dictionary(uniqueKeysWithValues: (index..<end).map { ($0, .stay(before)) }))
            }
            guard case .stay(let before) = steps[index - 1] else {
                guard case .open(let before) = steps[index - 1], index + 1 < range.upperBound,
                    steps[index + 1] == .stay(cell)
                else { return found }
                return found + [[index: .stay(before), index + 1: .open(cell)]]
            }
            found.append([index - 1: .open(cell), index: .stay(cell)])
            if index + 1 < range.upperBound, steps[index + 1] == .stay(cell) {
                found.append([index: .stay(before), index + 1: .open(cell)])
            }
        case .resume(let cell):
            var end = index + 1
            while end < range.upperBound, steps[end] == .stay(cell) { end += 1 }
            guard end - index < Self.horizon else { return [] }
            for other in solver.cells where other != cell {
                var changes: [Int: GridSolver.Step] = [index: .resume(other)]
                for place in (index + 1)..<end { changes[place] = .stay(other) }
                found.append(changes)
            }
            switch steps[index - 1] {
            case .stay(let before) where end > index + 1, .resume(let before) where end > index + 1:
                found.append([index: .stay(before), index + 1: .resume(cell)])
            default: break
            }
        default: break
        }
        return found
    }
}

extension GridSolver.Step {
    /// The column into whose cell the piece goes; nil where it is a number.
    fileprivate var cell: Int? {
        switch self {
        case .newRow(let cell), .open(let cell), .stay(let cell), .resume(let cell): return cell
        case .label, .pageNumber: return nil
        }
    }
}
