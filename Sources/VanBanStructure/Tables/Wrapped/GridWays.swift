/// The ways that the search for the best reading of a wrapped table has gone: for each piece, of each state behind it, the
/// state before it and the step between them.
///
/// Only states that were followed have one, each of two bytes: with every step that was ever found good, of 32 bytes, a row
/// took 20 KB.
struct GridWays {
    /// The state in the upper four bits, of which there are ``GridSolver/breadth``, the step in the others.
    private var entries: [UInt16] = []
    /// By piece where its states begin.
    private var starts: [Int] = []

    init(pieces: Int) { starts.reserveCapacity(pieces) }

    /// Takes the states behind a piece, in their order: each with the place of the state before it.
    mutating func append(_ states: some Sequence<(before: Int, step: GridSolver.Step)>) {
        starts.append(entries.count)
        for state in states {
            entries.append(UInt16(clamping: state.before) << 12 | state.step.packed)
        }
    }

    /// The steps that lead to a state behind the last piece.
    func steps(to last: Int) -> [GridSolver.Step] {
        var steps: [GridSolver.Step] = []
        steps.reserveCapacity(starts.count)
        var state = last
        for start in starts.reversed() {
            let entry = entries[start + state]
            steps.append(GridSolver.Step(packed: entry & 0x0FFF))
            state = Int(entry >> 12)
        }
        return steps.reversed()
    }
}

extension GridSolver.Step {
    /// The step in twelve bits: its kind in three, the column in nine.
    var packed: UInt16 {
        switch self {
        case .label: 0
        case .pageNumber: 1
        case .newRow(let cell): 2 | UInt16(min(cell, 511)) << 3
        case .open(let cell): 3 | UInt16(min(cell, 511)) << 3
        case .stay(let cell): 4 | UInt16(min(cell, 511)) << 3
        case .resume(let cell): 5 | UInt16(min(cell, 511)) << 3
        }
    }

    init(packed: UInt16) {
        let cell = Int(packed >> 3)
        switch packed & 7 {
        case 0: self = .label
        case 1: self = .pageNumber
        case 2: self = .newRow(cell)
        case 3: self = .open(cell)
        case 4: self = .stay(cell)
        default: self = .resume(cell)
        }
    }
}
