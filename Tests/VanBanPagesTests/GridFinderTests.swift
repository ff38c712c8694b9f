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
        #expect(grid.rows == [10, 30, 60])
        #expect(grid.cells.count == 4)
    }

    @Test("where a line is missing two cells are one")
    func merged() throws {
        var rulings = lines([50, 100, 200], [10, 30, 60, 90])
        rulings.removeAll { $0.direction == .vertical && $0.position == 100 }
        rulings.append(Ruling(.vertical, at: 100, from: 10, to: 30))
        rulings.append(Ruling(.vertical, at: 100, from: 60, to: 90))
        let cells = try #require(GridFinder().grids(in: rulings).first).cells
        #expect(cells.contains(.init(row: 1, column: 0, rowSpan: 1, columnSpan: 2)))
        #expect(cells.count == 5)
    }

    @Test("a cell over two rows is one")
    func high() throws {
        var rulings = lines([50, 100, 200], [10, 30, 60])
        rulings.removeAll { $0.direction == .horizontal && $0.position == 30 }
        rulings.append(Ruling(.horizontal, at: 30, from: 100, to: 200))
        let cells = try #require(GridFinder().grids(in: rulings).first).cells
        #expect(cells.contains(.init(row: 0, column: 0, rowSpan: 2, columnSpan: 1)))
        #expect(cells.count == 3)
    }

    @Test("lines that are cut at every cell, and stand a point aside, are one border")
    func cut() throws {
        var rulings: [Ruling] = []
        for y in [10.0, 30, 60] {
            rulings.append(Ruling(.horizontal, at: y, from: 50, to: 100))
            rulings.append(Ruling(.horizontal, at: y + 1, from: 100, to: 200))
        }
        for x in [50.0, 100, 200] {
            rulings.append(Ruling(.vertical, at: x, from: 10, to: 30))
            rulings.append(Ruling(.vertical, at: x - 1, from: 30, to: 60))
        }
        let grid = try #require(GridFinder().grids(in: rulings).first)
        #expect(grid.columnCount == 2)
        #expect(grid.cells.count == 4)
    }

    @Test("sides without a line end where the lines across them end")
    func open() throws {
        var rulings = lines([50, 100, 150, 200], [10, 30, 60])
        rulings.removeAll { $0.direction == .vertical && ($0.position == 50 || $0.position == 200) }
        let grid = try #require(GridFinder().grids(in: rulings).first)
        #expect(grid.columns == [50, 100, 150, 200])
    }

    @Test("a frame around one cell, a line under words and a line at the edge are no tables")
    func none() {
        #expect(GridFinder().grids(in: lines([50, 200], [10, 60])).isEmpty)
        #expect(GridFinder().grids(in: [Ruling(.horizontal, at: 40, from: 60, to: 120)]).isEmpty)
        #expect(GridFinder().grids(in: [Ruling(.vertical, at: 20, from: 60, to: 420)]).isEmpty)
    }

    @Test("tables that do not touch are two")
    func two() {
        let grids = GridFinder().grids(in: lines([50, 100, 200], [110, 130]) + lines([50, 100, 200], [10, 30]))
        #expect(grids.map(\.box.top) == [10, 110])
    }

    @Test("more lines than a page has are none")
    func hatched() {
        let many = (0..<30_000).map { Ruling(.horizontal, at: Double($0) / 40, from: 0, to: 500) }
        #expect(GridFinder().grids(in: many).isEmpty)
    }
}

@Suite("Lines in pictures")
struct RulingFinderTests {
    private struct Canvas {
        var width = 400
        var height = 300
        var pixels: [UInt8]

        init(_ paper: UInt8 = 255) { pixels = Array(repeating: paper, count: 400 * 300) }

        mutating func fill(_ xs: Range<Int>, _ ys: Range<Int>, _ gray: UInt8) {
            for y in ys { for x in xs { pixels[y * width + x] = gray } }
        }

        func rulings() -> [Ruling] {
            GrayImage(width: width, height: height, pixels: pixels, resolution: 72).map {
                RulingFinder().rulings(in: $0)
            }
                ?? []
        }
    }

    @Test(
        "lines are found where they are, gray ones and those on paper that is not white, too",
        arguments: [
            (UInt8(255), UInt8(0)), (255, 190), (215, 90),
        ])
    func plain(paper: UInt8, ink: UInt8) {
        var canvas = Canvas(paper)
        canvas.fill(50..<350, 100..<101, ink)
        canvas.fill(80..<81, 40..<260, ink)
        let found = canvas.rulings()
        #expect(found.count { $0.direction == .horizontal && $0.start <= 51 && $0.end >= 349 } == 1)
        #expect(found.count { $0.direction == .vertical && $0.start <= 41 && $0.end >= 259 } == 1)
        #expect(found.count == 2)
    }

    @Test("shading and strokes of letters are no lines")
    func none() {
        var canvas = Canvas()
        canvas.fill(50..<350, 100..<140, 200)
        canvas.fill(60..<62, 200..<209, 0)
        canvas.fill(60..<70, 200..<202, 0)
        #expect(canvas.rulings().isEmpty)
    }

    @Test("a letter's stroke does not bridge what a line lacks in a row")
    func bridge() {
        var canvas = Canvas()
        canvas.fill(80..<81, 20..<100, 0)
        canvas.fill(80..<81, 105..<112, 0)
        canvas.fill(80..<81, 116..<200, 0)
        let found = canvas.rulings().filter { $0.direction == .vertical }
        #expect(found.count == 2)
        #expect(found.allSatisfy { $0.end < 101 || $0.start > 115 })
    }

    @Test("pictures are read from a stream of PGM files, and one that is cut ends it")
    func pgm() {
        let one = Array("P5\n# made\n4 2\n255\n".utf8) + [UInt8](repeating: 9, count: 8)
        #expect(GrayImage.pictures(ofPGM: one + one, resolution: 72, most: 100).count == 2)
        #expect(GrayImage.pictures(ofPGM: one + one.dropLast(), resolution: 72, most: 100).count == 1)
        #expect(GrayImage.pictures(ofPGM: one, resolution: 72, most: 7).isEmpty)
        #expect(GrayImage.pictures(ofPGM: Array("P5 99999999999 2 255 ".utf8), resolution: 72, most: 100).isEmpty)
    }
}
