import VanBanModel

/// Finds the best assignment of a wrapped table's pieces to rows and columns.
///
/// It goes through the pieces once and keeps, for each place in a row that the last piece may stand at, the best way to
/// get there (dynamic programming with a bound on the number of ways), so that its time grows with the pieces alone.
struct GridSolver {
    /// Where a piece stands.
    enum Step: Sendable, Hashable {
        /// The label that opens a row; how many of its tokens the label takes.
        case label
        /// The first piece of a row that has no label.
        case newRow(Int)
        /// The first piece of a column's cell.
        case open(Int)
        case stay(Int)
        /// The tail of a cell that a page break cut.
        case resume(Int)
        case pageNumber
    }

    private struct Node {
        var before: Int
        var step: Step
    }

    /// The end of a cell.
    struct Tail {
        static let none = Tail(piece: -1, width: 0, depth: 0)
        /// Its last piece; -1 where the cell is empty.
        var piece: Int
        /// How long its last line is.
        var width: Double
        /// Brackets that are open.
        var depth: Int
    }

    /// A way to read the pieces so far.
    struct State {
        var score = 0.0
        var node = -1
        var column = -1
        /// Whether the row goes on below a page break.
        var isResumed = false
        var filled: UInt32 = 0
        var numbering = RowNumbering()
        /// How far each column of the row has come.
        var tails: [Tail]
        var lists: UInt32 = 0
        /// Whether the row holds a line that only a merged cell holds.
        var isMerged = false
        /// The piece that opened the row.
        var opener = -1
        var afterPageNumber = false
        var lastPage = 0
    }

    private struct Key: Hashable {
        var column: Int
        var isResumed: Bool
        var filled: UInt32
        var opener: Int
        var afterPageNumber: Bool
    }

    static let breadth = 12
    /// Ways that are so much worse than the best do not come back.
    static let reach = 9.0

    let pieces: [WrappedPiece]
    let scores: CellScores
    let number: Int?
    /// Columns other than the number's, in order.
    let cells: [Int]
    private let task: Int?

    init(_ pieces: [WrappedPiece], scores: CellScores) {
        self.pieces = pieces
        self.scores = scores
        number = scores.columns.firstIndex { $0.role == .number }
        task = scores.columns.firstIndex { $0.role == .task }
        cells = scores.columns.indices.filter { scores.columns[$0].role != .number }
    }

    /// The best step for each piece.
    func solve() -> [Step] {
        var nodes: [Node] = []
        nodes.reserveCapacity(pieces.count * Self.breadth)
        var states = [start]
        for index in pieces.indices {
            var best: [Key: State] = [:]
            var top = -Double.infinity
            for state in states {
                for step in steps(from: state, to: index) {
                    guard let next = take(step, from: state, to: index), next.score > top - Self.reach else { continue }
                    top = max(top, next.score)
                    let key = Key(
                        column: next.column, isResumed: next.isResumed, filled: next.filled, opener: next.opener,
                        afterPageNumber: next.afterPageNumber)
                    if let other = best[key], other.score >= next.score { continue }
                    var reached = next
                    reached.node = nodes.count
                    nodes.append(Node(before: state.node, step: step))
                    best[key] = reached
                }
            }
            states = best.values.filter { $0.score > top - Self.reach }.sorted {
                ($0.score, $1.node) > ($1.score, $0.node)
            }
            if states.count > Self.breadth { states.removeSubrange(Self.breadth...) }
        }
        let ended = states.map { ($0, $0.score + closing($0, before: nil)) }
        guard let last = ended.max(by: { $0.1 < $1.1 }) else { return [] }
        var steps: [Step] = []
        var node = last.0.node
        while node >= 0 {
            steps.append(nodes[node].step)
            node = nodes[node].before
        }
        return steps.reversed()
    }

    var start: State {
        State(tails: Array(repeating: Tail.none, count: scores.columns.count))
    }

    /// What may be done with a piece.
    private func steps(from state: State, to index: Int) -> [Step] {
        let piece = pieces[index]
        var steps: [Step] = []
        if number != nil, !piece.labels.isEmpty { steps.append(.label) }
        if piece.pageNumber != nil, !state.afterPageNumber { steps.append(.pageNumber) }
        if piece.spacing != .sameLine, let first = cells.first {
            steps.append(.newRow(first))
            if let task, task != first { steps.append(.newRow(task)) }
        }
        guard state.column >= 0 else { return steps }
        let isBreak = state.afterPageNumber || piece.pageBreak == .certain
        if state.column != number, !isBreak || state.filled == 0 { steps.append(.stay(state.column)) }
        for cell in cells where cell > state.column || (state.column == number && state.filled == 0) {
            steps.append(.open(cell))
        }
        if piece.spacing != .sameLine || state.isResumed, state.filled != 0 {
            for cell in cells where state.tails[cell].piece >= 0 {
                if state.isResumed && piece.pageBreak == .none && cell <= state.column { continue }
                steps.append(.resume(cell))
            }
        }
        return steps
    }

    /// The state after a step; nil where the step cannot be taken.
    func take(_ step: Step, from state: State, to index: Int) -> State? {
        let piece = pieces[index]
        var next = state
        switch step {
        case .label:
            next.score += closing(state, before: index)
            guard let label = bestLabel(piece, state) else { return nil }
            next.score += label.cost
            if let before = last(of: state) { next.score += leaving(before, state, to: piece) }
            begin(&next, index)
            next.numbering = label.numbering
            next.column = number ?? 0
            next.tails[next.column].piece = index
        case .newRow(let cell):
            next.score += closing(state, before: index)
            if let before = last(of: state) { next.score += leaving(before, state, to: piece) }
            if let number { next.score -= scores.columns[number].emptiness }
            begin(&next, index)
            next.score += scores.opening(piece, in: cell) - skipping(from: nil, to: cell)
            put(index, into: cell, &next, opens: true)
        case .open(let cell):
            if let before = last(of: state) { next.score += leaving(before, state, to: piece) }
            next.score += scores.opening(piece, in: cell)
            if state.isResumed {
                // A cell that opens below the break had nothing above it.
                let isFirst = state.filled & (state.filled &- 1) == 0
                next.score -= state.tails[cell].piece >= 0 ? 8 : isFirst ? 0.3 : 2
            } else {
                if piece.pageBreak != .none { next.score -= 1.5 }
                next.score -= skipping(from: state.column == number ? nil : state.column, to: cell)
            }
            put(index, into: cell, &next, opens: true)
        case .stay(let cell):
            guard let before = last(of: state) else { return nil }
            next.score += scores.staying(
                before, piece, width: state.tails[cell].width, in: cell, depth: state.tails[cell].depth,
                isList: state.lists & 1 << UInt32(cell) != 0)
            next.score += scores.inside(piece, of: cell)
            put(index, into: cell, &next, opens: false)
        case .resume(let cell):
            let tail = state.tails[cell].piece
            guard tail >= 0 else { return nil }
            if !state.isResumed || cell <= state.column { next.score -= breakCost(piece, state) }
            if state.isResumed, let before = last(of: state), state.column != cell {
                next.score += leaving(before, state, to: piece)
            }
            next.score += scores.resuming(
                pieces[tail], piece, width: state.tails[cell].width, in: cell, depth: state.tails[cell].depth,
                isList: state.lists & 1 << UInt32(cell) != 0)
            next.score += scores.inside(piece, of: cell)
            next.isResumed = true
            put(index, into: cell, &next, opens: false)
        case .pageNumber:
            let page = piece.pageNumber ?? 0
            let isNext = page == state.lastPage + 1 && state.lastPage > 0
            next.score += isNext ? 0.5 : piece.pageCountsOn ? -2 : -4.5
            next.lastPage = page
            next.afterPageNumber = true
            return next
        }
        next.afterPageNumber = false
        return next
    }

    private func begin(_ state: inout State, _ index: Int) {
        state.filled = 0
        state.isResumed = false
        state.opener = index
        state.lists = 0
        state.isMerged = false
        for column in state.tails.indices { state.tails[column] = .none }
    }

    private func put(_ index: Int, into cell: Int, _ state: inout State, opens: Bool) {
        let piece = pieces[index]
        if piece.startsBullet { state.lists |= 1 << UInt32(cell) }
        if state.isMerged, cell != task { state.score -= 5 }
        if cell == task, scores.overflows(piece, cell) {
            state.isMerged = true
            if state.filled & ~(1 << UInt32(cell)) != 0 { state.score -= 5 }
        }
        let goesOn = !opens && piece.spacing == .sameLine && state.column == cell
        let before = state.tails[cell]
        state.tails[cell] = Tail(
            piece: index, width: (goesOn ? before.width + GlyphWidth.space : 0) + piece.width,
            depth: max(0, (opens ? 0 : before.depth) + piece.brackets))
        state.filled |= 1 << UInt32(cell)
        state.column = cell
    }

    private func last(of state: State) -> WrappedPiece? {
        guard state.column >= 0, state.column != number, state.tails[state.column].piece >= 0 else { return nil }
        return pieces[state.tails[state.column].piece]
    }

    private func leaving(_ before: WrappedPiece, _ state: State, to piece: WrappedPiece) -> Double {
        scores.leaving(
            before, piece, width: state.tails[state.column].width, column: state.column,
            depth: state.tails[state.column].depth,
            isResumed: state.isResumed)
    }

    private func breakCost(_ piece: WrappedPiece, _ state: State) -> Double {
        if state.afterPageNumber { return 0.3 }
        switch piece.pageBreak {
        case .certain: return 0.3
        case .likely: return 0.8
        case .none: return 6
        }
    }

    private func bestLabel(_ piece: WrappedPiece, _ state: State) -> (numbering: RowNumbering, cost: Double)? {
        var best: (numbering: RowNumbering, cost: Double)?
        for label in piece.labels {
            var numbering = state.numbering
            let strangeness = numbering.take(label)
            // The very label that was to come is hardly there by chance, least of all alone on its line.
            let isAlone = label.length == piece.tokens.count && piece.isWholeLine
            let expected = piece.pageCountsOn ? 0.5 : isAlone ? 3 : 1.5
            let cost = (strangeness <= 0.5 ? expected : -0.5) - strangeness
            if best.map({ cost > $0.cost }) ?? true { best = (numbering, cost) }
        }
        return best
    }

    /// The columns that a row leaves empty before a cell.
    private func skipping(from column: Int?, to cell: Int) -> Double {
        var cost = 0.0
        for other in cells where other < cell && other > (column ?? -1) { cost += scores.columns[other].emptiness }
        return cost
    }

    /// What a row pays at its end for the columns behind its last cell.
    /// - Parameter index: the piece that opens the next row; nil at the end of the table.
    private func closing(_ state: State, before index: Int?) -> Double {
        guard state.opener >= 0 else { return 0 }
        let others = task.map { state.filled & ~(1 << UInt32($0)) } ?? state.filled
        if others == 0, state.filled != 0, let index, opensGroup(state, index) { return -0.5 }
        var cost = 0.0
        let last = cells.last { state.filled & 1 << UInt32($0) != 0 } ?? -1
        for cell in cells where cell > last { cost += scores.columns[cell].emptiness }
        return -cost
    }

    /// Whether a row of nothing but a number and a name heads a list of its own.
    private func opensGroup(_ state: State, _ index: Int) -> Bool {
        guard state.numbering.series != nil else { return true }
        return pieces[index].labels.contains { !state.numbering.isOpen($0) }
    }
}
