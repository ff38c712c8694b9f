import Testing

@testable import VanBanReading

@Suite("Work that cores share")
struct ParallelWorkTests {
    @Test("results stand in the order of what they were made from", arguments: [0, 1, 2, 1_000])
    func keepsOrder(count: Int) {
        #expect(ParallelWork.map(count) { String($0) } == (0..<count).map { String($0) })
    }

    @Test("two results come back, each in its place", arguments: [false, true])
    func givesBoth(isLarge: Bool) {
        let both = ParallelWork.both(isLarge: isLarge) {
            [1, 2]
        } _: {
            "b"
        }
        #expect(both.0 == [1, 2])
        #expect(both.1 == "b")
    }

    @Test("whoever does a piece keeps what was learned from number to number, and no other piece sees it")
    func worksThroughPieces() {
        let done = ParallelWork.map(over: [0..<2, 2..<5]) { _ in
            0
        } _: { worker, index in
            worker += 1
            return index * 10 + worker
        }
        #expect(done.values == [1, 12, 21, 32, 43])
        #expect(done.workers == [2, 3])
    }

    @Test("pieces make up their range, the last one shorter")
    func cutsPieces() {
        #expect(ParallelWork.pieces(of: 3..<10, length: 3) == [3..<6, 6..<9, 9..<10])
        #expect(ParallelWork.pieces(of: 3..<3, length: 3).isEmpty)
    }
}
