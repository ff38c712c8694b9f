import Testing

@testable import VanBanPages

@Suite("Ruled grids")
struct GridFinderTests {
    private func lines(_ xs: [Double], _ ys: [Double]) -> [Ruling] {
        xs.map { Ruling(.vertical, at: $0, from: ys[0], to: ys[ys.count - 1]) }
            + ys.map { Ruling(.horizontal, at: $0, from: xs[0], to: xs[xs.count - 1]) }
    }

    @Test("lines that cross make cells")
    func plain() throws {
        let grid = try #require(GridFinder().grids(in: lines([50, 100, 200], [10, 30, 60])).first)
        #expect(grid.columns == [50, 100, 200])
        #expect(grid.cells.count == 4)
    }
}
