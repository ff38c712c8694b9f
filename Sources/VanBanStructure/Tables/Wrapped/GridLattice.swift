/// All steps that the search for the best reading of a wrapped table followed, and from them, for each piece, how much
/// worse than the best reading the best one is that puts the piece elsewhere (max-marginals).
///
/// The search keeps, of ways to the same place in a row, the best one; a step of another way goes on as that one does.
struct GridLattice {
    /// A step from a state before a piece to one behind it, by their places among the states.
    ///
    /// Eight bytes: a row has hundreds of them.
    struct Edge: Sendable {
        var gain: Float
        var to: UInt16
        /// The state before in the upper four bits, the step in the others.
        private let packed: UInt16

        var from: Int { Int(packed >> 12) }
        var step: GridSolver.Step { GridSolver.Step(packed: packed & 0x0FFF) }

        init(from: Int, to: Int, step: GridSolver.Step, gain: Double) {
            self.to = UInt16(clamping: to)
            packed = UInt16(clamping: from) << 12 | step.packed
            self.gain = Float(gain)
        }
    }

    /// Another step for a piece, and how much worse the best reading with it is.
    struct Rival: Sendable {
        var step: GridSolver.Step
        var loss: Double
    }

    /// Steps of ways that are so much worse than the best are not kept.
    static let reach = 6.0

    private var edges: [Edge] = []
    /// By piece where its edges begin.
    private var starts: [Int] = []
    /// The best scores of the states before each piece, and behind the last.
    private var scores: [Float] = []
    private var stateStarts: [Int] = []
    private var ends: [Double] = []

    init(pieces: Int) {
        starts.reserveCapacity(pieces + 1)
        stateStarts.reserveCapacity(pieces + 2)
    }

    /// - Parameters:
    ///   - tried: the steps to a piece, their ends by the order of finding.
    ///   - states: the scores of the states before it.
    ///   - kept: which of the ends found are the states behind it, in their order.
    ///   - found: how many ends there were.
    mutating func append(_ tried: [Edge], scores states: [Double], kept: [Int], of found: Int) {
        starts.append(edges.count)
        stateStarts.append(scores.count)
        scores += states.map(Float.init)
        var places = [Int](repeating: -1, count: found)
        for (place, end) in kept.enumerated() { places[end] = place }
        let top = tried.reduce(-Float.infinity) { max($0, Float(states[$1.from]) + $1.gain) }
        for var edge in tried where places[Int(edge.to)] >= 0 {
            guard Float(states[edge.from]) + edge.gain > top - Float(Self.reach) else { continue }
            edge.to = UInt16(clamping: places[Int(edge.to)])
            edges.append(edge)
        }
    }

    /// - Parameter ends: what the states behind the last piece gain by the end of the table.
    mutating func close(scores states: [Double], ends: [Double]) {
        starts.append(edges.count)
        stateStarts.append(scores.count)
        scores += states.map(Float.init)
        self.ends = ends
    }

    /// For each piece the best reading that differs in it from the one given; nil where none was followed.
    func rivals(to steps: [GridSolver.Step]) -> [Rival?] {
        guard !ends.isEmpty, steps.count + 1 == starts.count else { return steps.map { _ in nil } }
        var found = [Rival?](repeating: nil, count: steps.count)
        var behind = ends
        let last = scores[stateStarts[steps.count]...]
        let best = zip(last, behind).reduce(-Double.infinity) { max($0, Double($1.0) + $1.1) }
        for piece in steps.indices.reversed() {
            let states = scores[stateStarts[piece]..<stateStarts[piece + 1]]
            var before = [Double](repeating: -.infinity, count: states.count)
            for edge in edges[starts[piece]..<starts[piece + 1]] {
                let from = edge.from
                let rest = Double(edge.gain) + behind[Int(edge.to)]
                before[from] = max(before[from], rest)
                guard !edge.step.isSamePlace(as: steps[piece]) else { continue }
                let loss = max(0, best - Double(states[states.startIndex + from]) - rest)
                if loss < found[piece]?.loss ?? .infinity { found[piece] = Rival(step: edge.step, loss: loss) }
            }
            behind = before
        }
        return found
    }
}

extension GridSolver.Step {
    /// The column into whose cell the piece goes; nil where it is a number.
    var cell: Int? {
        switch self {
        case .newRow(let cell), .open(let cell), .stay(let cell), .resume(let cell): cell
        case .label, .pageNumber: nil
        }
    }

    /// Whether the piece opens a row.
    var opensRow: Bool {
        switch self {
        case .label, .newRow: true
        case .open, .stay, .resume, .pageNumber: false
        }
    }

    /// Whether two steps put a piece into the same cell of a row, or both do not put it into any.
    func isSamePlace(as other: GridSolver.Step) -> Bool {
        switch (self, other) {
        case (.label, .label), (.pageNumber, .pageNumber): true
        default: cell != nil && cell == other.cell && opensRow == other.opensRow
        }
    }
}
