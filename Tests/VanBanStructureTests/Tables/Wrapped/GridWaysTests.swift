import Testing

@testable import VanBanStructure

struct GridWaysTests {
    @Test("a step is the same behind its bits")
    func packing() {
        let steps: [GridSolver.Step] =
            [.label, .pageNumber]
            + [0, 1, 7, 31, 32, 300].flatMap { [.newRow($0), .open($0), .stay($0), .resume($0)] }
        for step in steps {
            #expect(GridSolver.Step(packed: step.packed) == step)
            #expect(step.packed < 1 << 12)
            let edge = GridLattice.Edge(from: GridSolver.breadth - 1, to: 700, step: step, gain: -1.5)
            #expect(edge.from == GridSolver.breadth - 1 && edge.to == 700 && edge.step == step && edge.gain == -1.5)
        }
    }

    @Test("the way to a state goes over the states that it came from")
    func ways() {
        var ways = GridWays(pieces: 3)
        ways.append([(before: 0, step: .label), (before: 0, step: .newRow(1))])
        ways.append([(before: 1, step: .stay(1)), (before: 0, step: .open(2))])
        ways.append([(before: 1, step: .stay(2)), (before: 0, step: .pageNumber)])
        #expect(ways.steps(to: 0) == [.label, .open(2), .stay(2)])
        #expect(ways.steps(to: 1) == [.newRow(1), .stay(1), .pageNumber])
    }
}
