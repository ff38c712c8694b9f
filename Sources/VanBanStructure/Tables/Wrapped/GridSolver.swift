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

    /// What a step does to a state. It is weighed as such; only the best are made states.
    struct Move {
        var score: Double
        var column: Int
        var isResumed: Bool
        var filled: UInt32
        var lists: UInt32
        var isMerged: Bool
        var opener: Int
        var afterPageNumber = false
        var lastPage: Int
        /// The end of the column's cell behind the step; nil where no column changes.
        var tail: Tail?
        var opensRow = false
        /// Which of the labels opens the row.
        var label: Int?

        init(from state: borrowing State) {
            score = state.score
            column = state.column
            isResumed = state.isResumed
            filled = state.filled
            lists = state.lists
            isMerged = state.isMerged
            opener = state.opener
            lastPage = state.lastPage
        }

        /// Whether two moves lead to the same place in a row, so that only the better one needs to be followed.
        func isSamePlace(as other: Move) -> Bool {
            column == other.column && isResumed == other.isResumed && filled == other.filled && opener == other.opener
                && afterPageNumber == other.afterPageNumber
        }
    }

    /// A move that has been found good, the state that it starts from, how many were found before it, and the place of the
    /// first that led where it leads.
    private struct Reached {
        var move: Move
        var step: Step
        var state: Int
        var order: Int
        var found: Int
    }

    /// What several steps from one state have in common; worked out once, when it is first asked for.
    private struct Costs {
        var leaving: Double?
        var closing: Double?
    }

    static let breadth = 12
    /// Ways that are so much worse than the best do not come back.
    static let reach = 9.0

    let pieces: [WrappedPiece]
    /// The labels that the pieces may be.
    private let labels: [RowLabel]
    let scores: CellScores
    let number: Int?
    /// Columns other than the number's, in order.
    let cells: [Int]
    private let task: Int?
    /// What each piece scores as the first of a cell and inside one, for each column.
    private let openings: [Double]
    private let insides: [Double]
    /// Pieces that stand right above a row's number, where as a rule a gap parts the two: names of groups.
    private let isTitle: [Bool]

    /// What such a place says for a row without a number.
    private static let title = 4.0

    init(_ pieces: [WrappedPiece], labels: [RowLabel], scores: CellScores) {
        self.pieces = pieces
        self.labels = labels
        self.scores = scores
        let columns = scores.columns.indices
        number = scores.columns.firstIndex { $0.role == .number }
        task = scores.columns.firstIndex { $0.role == .task }
        cells = columns.filter { scores.columns[$0].role != .number }
        openings = pieces.flatMap { piece in columns.map { scores.opening(piece, in: $0) } }
        insides = pieces.flatMap { piece in columns.map { scores.inside(piece, of: $0) } }
        isTitle = Self.titles(pieces)
    }

    /// Lines with an empty line above them and none below, where numbers follow that nearly all have one above them.
    private static func titles(_ pieces: [WrappedPiece]) -> [Bool] {
        func isNumber(_ index: Int) -> Bool { !pieces[index].labels.isEmpty && pieces[index].isWholeLine }
        let numbers = pieces.indices.dropFirst().filter(isNumber)
        let parted = numbers.count { pieces[$0].isParted }
        guard parted * 10 >= numbers.count * 7 else { return [Bool](repeating: false, count: pieces.count) }
        return pieces.indices.map { index in
            index + 1 < pieces.count && isNumber(index + 1) && !pieces[index + 1].isParted
                && pieces[index + 1].pageBreak != .certain && pieces[index].isWholeLine && !isNumber(index)
                && (index == 0 || pieces[index].isParted) && !pieces[index].startsLower && !pieces[index].goesOn
        }
    }

    /// The best step for each piece, and, where asked for, what the other steps that were followed would lose.
    func solve(keepsRivals: Bool) -> (steps: [Step], lattice: GridLattice) {
        var ways = GridWays(pieces: pieces.count)
        var states = [start]
        var steps: [Step] = []
        var best: [Reached] = []
        var lattice = GridLattice(pieces: keepsRivals ? pieces.count : 0)
        var tried: [GridLattice.Edge] = []
        for index in pieces.indices {
            best.removeAll(keepingCapacity: true)
            tried.removeAll(keepingCapacity: true)
            var top = -Double.infinity
            var order = 0
            for (from, state) in states.enumerated() {
                findSteps(from: state, to: index, &steps)
                var costs = Costs()
                for step in steps {
                    guard let move = move(step, from: state, to: index, &costs), move.score > top - Self.reach else {
                        continue
                    }
                    top = max(top, move.score)
                    let place = best.firstIndex { $0.move.isSamePlace(as: move) }
                    if keepsRivals {
                        tried.append(
                            GridLattice.Edge(
                                from: from, to: place ?? best.count, step: step, gain: move.score - state.score))
                    }
                    if let place, best[place].move.score >= move.score { continue }
                    let reached = Reached(
                        move: move, step: step, state: from, order: order, found: place ?? best.count)
                    order += 1
                    if let place { best[place] = reached } else { best.append(reached) }
                }
            }
            let found = best.count
            best.removeAll { $0.move.score <= top - Self.reach }
            best.sort { ($0.move.score, $1.order) > ($1.move.score, $0.order) }
            if best.count > Self.breadth { best.removeLast(best.count - Self.breadth) }
            if keepsRivals {
                lattice.append(tried, scores: states.map(\.score), kept: best.map(\.found), of: found)
            }
            ways.append(best.lazy.map { ($0.state, $0.step) })
            states = best.map { reached in
                var next = states[reached.state]
                take(reached.move, at: index, &next)
                return next
            }
        }
        let ends = states.map { closing($0, before: nil) }
        if keepsRivals { lattice.close(scores: states.map(\.score), ends: ends) }
        guard
            let last = states.indices.max(by: { states[$0].score + ends[$0] < states[$1].score + ends[$1] })
        else { return ([], lattice) }
        return (ways.steps(to: last), lattice)
    }

    var start: State {
        State(tails: Array(repeating: Tail.none, count: scores.columns.count))
    }

    /// What may be done with a piece.
    private func findSteps(from state: borrowing State, to index: Int, _ steps: inout [Step]) {
        steps.removeAll(keepingCapacity: true)
        let spacing = pieces[index].spacing
        let pageBreak = pieces[index].pageBreak
        if number != nil, !pieces[index].labels.isEmpty { steps.append(.label) }
        if pieces[index].pageNumber != nil, !state.afterPageNumber { steps.append(.pageNumber) }
        if spacing != .sameLine, let first = cells.first {
            steps.append(.newRow(first))
            if let task, task != first { steps.append(.newRow(task)) }
        }
        guard state.column >= 0 else { return }
        let isBreak = state.afterPageNumber || pageBreak == .certain
        if state.column != number, !isBreak || state.filled == 0 { steps.append(.stay(state.column)) }
        for cell in cells where cell > state.column || (state.column == number && state.filled == 0) {
            steps.append(.open(cell))
        }
        if spacing != .sameLine || state.isResumed, state.filled != 0 {
            for cell in cells where state.tails[cell].piece >= 0 {
                if state.isResumed && pageBreak == .none && cell <= state.column { continue }
                steps.append(.resume(cell))
            }
        }
    }

    /// Takes a step to a piece; false where it cannot be taken.
    func take(_ step: Step, at index: Int, _ state: inout State) -> Bool {
        var costs = Costs()
        guard let move = move(step, from: state, to: index, &costs) else { return false }
        take(move, at: index, &state)
        return true
    }

    private func take(_ move: Move, at index: Int, _ next: inout State) {
        next.score = move.score
        next.column = move.column
        next.isResumed = move.isResumed
        next.filled = move.filled
        next.lists = move.lists
        next.isMerged = move.isMerged
        next.opener = move.opener
        next.afterPageNumber = move.afterPageNumber
        next.lastPage = move.lastPage
        if move.opensRow {
            for column in next.tails.indices { next.tails[column] = .none }
        }
        if let label = move.label { _ = next.numbering.take(labels[label]) }
        if let tail = move.tail { next.tails[move.column] = tail }
    }

    /// What a step leads to; nil where it cannot be taken.
    private func move(
        _ step: Step, from state: borrowing State, to index: Int, _ costs: inout Costs
    ) -> Move? {
        let columns = scores.columns.count
        var next = Move(from: state)
        switch step {
        case .label:
            next.score += closing(state, before: index, &costs)
            guard let label = bestLabel(of: index, state) else { return nil }
            next.score += label.cost
            if let before = last(of: state) { next.score += leaving(before, state, to: index, &costs) }
            begin(&next, index)
            next.label = label.position
            next.column = number ?? 0
            next.tail = Tail(piece: index, width: 0, depth: 0)
        case .newRow(let cell):
            next.score += closing(state, before: index, &costs)
            if let before = last(of: state) { next.score += leaving(before, state, to: index, &costs) }
            begin(&next, index)
            next.score += openings[index * columns + cell]
            if isTitle[index], cell == task {
                // A group's name has no cells beside it.
                next.score += Self.title
            } else {
                next.score -= skipping(from: nil, to: cell)
                if let number { next.score -= scores.columns[number].emptiness }
            }
            put(index, into: cell, &next, before: nil)
        case .open(let cell):
            if let before = last(of: state) { next.score += leaving(before, state, to: index, &costs) }
            next.score += openings[index * columns + cell]
            if state.isResumed {
                // A cell that opens below the break had nothing above it.
                let isFirst = state.filled & (state.filled &- 1) == 0
                next.score -= state.tails[cell].piece >= 0 ? 8 : isFirst ? 0.3 : 2
            } else {
                if pieces[index].pageBreak != .none { next.score -= 1.5 }
                next.score -= skipping(from: state.column == number ? nil : state.column, to: cell)
            }
            put(index, into: cell, &next, before: nil)
        case .stay(let cell):
            guard let before = last(of: state) else { return nil }
            let tail = state.tails[cell]
            next.score += scores.staying(
                pieces[before], pieces[index], width: tail.width, in: cell, depth: tail.depth,
                isList: state.lists & 1 << UInt32(cell) != 0)
            next.score += insides[index * columns + cell]
            put(index, into: cell, &next, before: tail)
        case .resume(let cell):
            let tail = state.tails[cell]
            guard tail.piece >= 0 else { return nil }
            if !state.isResumed || cell <= state.column { next.score -= breakCost(index, state) }
            if state.isResumed, let before = last(of: state), state.column != cell {
                next.score += leaving(before, state, to: index, &costs)
            }
            next.score += scores.resuming(
                pieces[tail.piece], pieces[index], width: tail.width, in: cell, depth: tail.depth,
                isList: state.lists & 1 << UInt32(cell) != 0)
            next.score += insides[index * columns + cell]
            next.isResumed = true
            put(index, into: cell, &next, before: tail)
        case .pageNumber:
            let page = pieces[index].pageNumber ?? 0
            let isNext = page == state.lastPage + 1 && state.lastPage > 0
            next.score += isNext ? 0.5 : pieces[index].pageCountsOn ? -2 : -4.5
            next.lastPage = page
            next.afterPageNumber = true
        }
        return next
    }

    private func begin(_ move: inout Move, _ index: Int) {
        move.filled = 0
        move.isResumed = false
        move.opener = index
        move.lists = 0
        move.isMerged = false
        move.opensRow = true
    }

    /// - Parameter before: the end of the cell that the piece goes on with; nil where it opens a cell.
    private func put(_ index: Int, into cell: Int, _ move: inout Move, before: Tail?) {
        if pieces[index].startsBullet { move.lists |= 1 << UInt32(cell) }
        if move.isMerged, cell != task { move.score -= 5 }
        if cell == task, scores.overflows(pieces[index], cell) {
            move.isMerged = true
            if move.filled & ~(1 << UInt32(cell)) != 0 { move.score -= 5 }
        }
        var tail = Tail(
            piece: index, width: pieces[index].width, depth: max(0, (before?.depth ?? 0) + pieces[index].brackets))
        if let before, pieces[index].spacing == .sameLine, move.column == cell {
            tail.width = before.width + GlyphWidth.space + pieces[index].width
        }
        move.tail = tail
        move.filled |= 1 << UInt32(cell)
        move.column = cell
    }

    /// The last piece of the cell that the state stands in.
    private func last(of state: borrowing State) -> Int? {
        guard state.column >= 0, state.column != number, state.tails[state.column].piece >= 0 else { return nil }
        return state.tails[state.column].piece
    }

    private func leaving(_ before: Int, _ state: borrowing State, to index: Int, _ costs: inout Costs) -> Double {
        if let known = costs.leaving { return known }
        let tail = state.tails[state.column]
        let cost = scores.leaving(
            pieces[before], pieces[index], width: tail.width, column: state.column, depth: tail.depth,
            isResumed: state.isResumed)
        costs.leaving = cost
        return cost
    }

    private func closing(_ state: borrowing State, before index: Int, _ costs: inout Costs) -> Double {
        if let known = costs.closing { return known }
        let cost = closing(state, before: index)
        costs.closing = cost
        return cost
    }

    private func breakCost(_ index: Int, _ state: borrowing State) -> Double {
        if state.afterPageNumber { return 0.3 }
        switch pieces[index].pageBreak {
        case .certain: return 0.3
        case .likely: return 0.8
        case .none: return 6
        }
    }

    /// Whether a piece is nothing but the very label that was to open the next row.
    func isExpectedLabel(_ index: Int, _ state: borrowing State) -> Bool {
        let piece = pieces[index]
        guard number != nil, piece.isWholeLine else { return false }
        for position in piece.labels where labels[position].length == piece.tokens.count {
            var numbering = state.numbering
            if numbering.isOpen(labels[position]), numbering.take(labels[position]) == 0 { return true }
        }
        return false
    }

    private func bestLabel(of index: Int, _ state: borrowing State) -> (position: Int, cost: Double)? {
        let piece = pieces[index]
        var best: (position: Int, cost: Double)?
        for position in piece.labels {
            let label = labels[position]
            var numbering = state.numbering
            let strangeness = numbering.take(label)
            // The very label that was to come is hardly there by chance, least of all alone on its line.
            let isAlone = label.length == piece.tokens.count && piece.isWholeLine
            let expected = piece.pageCountsOn ? 0.5 : isAlone ? 3 : 1.5
            let cost = (strangeness <= 0.5 ? expected : -0.5) - strangeness
            if best.map({ cost > $0.cost }) ?? true { best = (position, cost) }
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
    private func closing(_ state: borrowing State, before index: Int?) -> Double {
        guard state.opener >= 0 else { return 0 }
        let others = task.map { state.filled & ~(1 << UInt32($0)) } ?? state.filled
        if others == 0, state.filled != 0, let index, isTitle[state.opener] || opensGroup(state, index) { return -0.5 }
        var cost = 0.0
        let last = cells.last { state.filled & 1 << UInt32($0) != 0 } ?? -1
        for cell in cells where cell > last { cost += scores.columns[cell].emptiness }
        return -cost
    }

    /// Whether a row of nothing but a number and a name heads a list of its own.
    private func opensGroup(_ state: borrowing State, _ index: Int) -> Bool {
        guard state.numbering.series != nil else { return true }
        return pieces[index].labels.contains { !state.numbering.isOpen(labels[$0]) }
    }
}
