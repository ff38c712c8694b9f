import VanBanModel
import VanBanReading

/// Parts the lines of one row among the columns, all of them together.
///
/// Where cells touch, one line alone seldom tells which word begins the next cell. A row's lines do: a line that a cell
/// goes on below was full, no cell ends on a word that leads on, and the cells as wholes are what their columns hold
/// (``CellSense``). Each line brings a few ways to be parted; the ways are chosen for all lines at once, and whatever
/// would hardly be worse is a doubt.
struct BandCells {
    /// One way to part a line: the words behind which the columns end.
    private struct Way {
        var cuts: [Int]
        var cost: Double
        /// By river what of the cost is the distance from its place.
        var away: [Double]
    }

    /// What the cells hold down to some line.
    private struct State {
        var cost: Double
        var chosen: [Int] = []
        var cells: [Cell]
    }

    private struct Cell {
        var hasBegun: Bool
        /// The line that last had words in it, and those words.
        var line = -1
        var words = 0..<0
    }

    private let parter: LineCells
    private let lines: [AlignedLine]
    private let rivers: [[Int]]
    private let context: LineCells.Context
    private let ways: [[Way]]
    private let openings: [[Int: [Double]]]
    private let isCut: Bool
    private var sense: CellSense

    private static let beam = 48
    private static let most = 40

    /// - Parameters:
    ///   - lines: those of a row on one page, none of them with one cell over several columns.
    ///   - rivers: of every line the places of its rivers.
    ///   - context: what is known of the row above its first line.
    ///   - isCut: whether the row goes on on the next page.
    init(
        _ lines: [AlignedLine], rivers: [[Int]], _ context: LineCells.Context, isCut: Bool, parter: LineCells
    ) {
        self.isCut = isCut
        self.parter = parter
        self.lines = lines
        self.rivers = rivers
        self.context = context
        ways = lines.indices.map { Self.ways(of: lines[$0], rivers[$0], context, parter) }
        var begun = context
        begun.hasBegun = [Bool](repeating: false, count: parter.roles.count)
        openings = lines.map { parter.openings(of: $0, begun) }
        sense = CellSense(parter.text, roles: parter.roles)
    }

    /// The cells of every line, and which words might as well stand in another.
    mutating func read() -> [LineCells.Reading] {
        guard !lines.isEmpty else { return [] }
        var chosen = [Int](repeating: 0, count: lines.count)
        var found: [[(other: Int, loss: Double)]] = lines.map { _ in [] }
        if ways.contains(where: { $0.count > 1 }) {
            chosen = best()
            var cost = total(chosen)
            // One line's way may be better still beside those of the others.
            for _ in 0..<3 {
                var isSettled = true
                for line in lines.indices where ways[line].count > 1 {
                    found[line] = []
                    for way in ways[line].indices where way != chosen[line] {
                        var changed = chosen
                        changed[line] = way
                        let other = total(changed)
                        if other < cost - 1e-9 {
                            found[line] = found[line].map { ($0.other, $0.loss + cost - other) }
                            found[line].append((chosen[line], cost - other))
                            (chosen, cost) = (changed, other)
                            isSettled = false
                        } else {
                            found[line].append((way, other - cost))
                        }
                    }
                }
                if isSettled { break }
            }
        }
        return lines.indices.map { reading(of: $0, chosen[$0], found[$0]) }
    }

    // MARK: The ways of a line

    private static func ways(
        of line: AlignedLine, _ rivers: [Int], _ context: LineCells.Context, _ parter: LineCells
    ) -> [Way] {
        func cost(_ words: Range<Int>, _ column: Int) -> Double {
            words.isEmpty
                ? 0
                : parter.content(words, of: column, line) + parter.displacement(of: words, in: column, line, context)
        }
        var found = [Way(cuts: [], cost: 0, away: [])]
        for (river, choices) in parter.choices(line, rivers: rivers, context).enumerated() {
            var next: [Way] = []
            for way in found {
                let start = way.cuts.last ?? 0
                for choice in choices where choice.cut >= start {
                    next.append(
                        Way(
                            cuts: way.cuts + [choice.cut],
                            cost: way.cost + choice.cost + cost(start..<choice.cut, river),
                            away: way.away + [choice.away]))
                }
            }
            found = fewest(next, Self.beam)
        }
        for index in found.indices {
            found[index].cost += cost((found[index].cuts.last ?? 0)..<line.words.count, rivers.count)
        }
        return fewest(found, most)
    }

    /// The cheapest ways, and none that is far worse than the best.
    private static func fewest(_ ways: [Way], _ most: Int) -> [Way] {
        let sorted = ways.sorted { $0.cost < $1.cost }
        guard let best = sorted.first?.cost else { return [] }
        return Array(sorted.prefix(most).prefix { $0.cost < best + 7 })
    }

    // MARK: All lines

    private var start: State {
        State(
            cost: 0,
            cells: parter.roles.indices.map { column in
                Cell(hasBegun: context.hasBegun.map { $0[column] } ?? false)
            })
    }

    private mutating func best() -> [Int] {
        var states = [start]
        for line in lines.indices {
            var next: [State] = []
            for state in states {
                for way in ways[line].indices {
                    next.append(advanced(state, by: way, at: line))
                }
            }
            next.sort { $0.cost < $1.cost }
            states = Array(next.prefix(Self.beam))
        }
        var top: (chosen: [Int], cost: Double)?
        for state in states {
            let cost = state.cost + sense(of: state.chosen)
            if top.map({ cost < $0.cost }) ?? true { top = (state.chosen, cost) }
        }
        return top?.chosen ?? [Int](repeating: 0, count: lines.count)
    }

    private mutating func total(_ chosen: [Int]) -> Double {
        var state = start
        for (line, way) in chosen.enumerated() { state = advanced(state, by: way, at: line) }
        return state.cost + sense(of: chosen)
    }

    private func words(_ way: Way, _ column: Int, at line: Int) -> Range<Int> {
        let start = column > 0 ? way.cuts[column - 1] : 0
        return start..<max(start, column < way.cuts.count ? way.cuts[column] : lines[line].words.count)
    }

    private func advanced(_ state: State, by index: Int, at line: Int) -> State {
        let way = ways[line][index]
        var state = state
        state.cost += way.cost
        state.chosen.append(index)
        for column in state.cells.indices {
            let words = words(way, column, at: line)
            let cell = state.cells[column]
            if words.isEmpty {
                if line == 0, context.expected.contains(column), !cell.hasBegun { state.cost += 1.2 }
                continue
            }
            if !cell.hasBegun {
                state.cost += openings[line][column]?[words.lowerBound] ?? 0
            } else if cell.line >= 0 {
                state.cost += wrap(cell, words, column, line)
                // Where the line above begins, the river has been paid for.
                if column > 0 {
                    let moved = abs(
                        lines[line].words[words.lowerBound].start - lines[cell.line].words[cell.words.lowerBound].start)
                    state.cost -= max(0, way.away[column - 1] - 0.35 * Double(moved))
                }
            }
            state.cells[column] = Cell(hasBegun: true, line: line, words: words)
        }
        return state
    }

    /// A line of a cell below another one of it: there was no room for its first word, unless a paragraph begins.
    private func wrap(_ above: Cell, _ words: Range<Int>, _ column: Int, _ line: Int) -> Double {
        var cost = 0.0
        let first = lines[line].words[words.lowerBound]
        let last = lines[above.line].words[above.words.upperBound - 1]
        let before = lines[above.line].words[above.words.lowerBound]
        if !parter.isJustified, isFree(words, line), isFree(above.words, above.line) {
            cost += 0.15 * Double(min(10, abs(first.start - before.start)))
        }
        if above.line < line - 1 { cost += 0.8 }
        guard column < parter.limits.count, let limit = parter.limits[column] else { return cost }
        let room = (limit - lines[above.line].width(above.words) - GlyphWidth.space - first.width) / limit
        guard room > 0.04 else { return cost }
        if !first.mayOpen {
            cost += room > 0.12 ? 3.6 : 1.8
        } else {
            cost += sense.isClosing(last.range) ? 0.3 : room > 0.12 ? 1 : 0.6
        }
        return cost
    }

    /// Whether nothing can have moved the words: they do not touch those before them.
    private func isFree(_ words: Range<Int>, _ line: Int) -> Bool {
        let place = words.lowerBound
        return place == 0 || lines[line].words[place].start - lines[line].words[place - 1].end > 1
    }

    private mutating func sense(of chosen: [Int]) -> Double {
        var cost = 0.0
        for column in parter.roles.indices where column != parter.numberColumn {
            var cell = Stretch(0..<0)
            for (line, way) in chosen.enumerated() {
                let words = words(ways[line][way], column, at: line)
                if !words.isEmpty { cell.append(lines[line].range(words)) }
            }
            let isTail = context.hasBegun.map { $0[column] } ?? false
            cost += sense.cost(of: cell, in: column, isWhole: !isTail && !isCut)
        }
        return cost
    }

    // MARK: What is read

    private func reading(of line: Int, _ chosen: Int, _ others: [(other: Int, loss: Double)]) -> LineCells.Reading {
        guard ways[line].indices.contains(chosen) else { return LineCells.Reading(cells: []) }
        var cuts = ways[line][chosen].cuts
        let words = lines[line].words.count
        let even = others.filter { $0.loss < LineCells.tie }.map { ways[line][$0.other].cuts }
        for river in cuts.indices {
            // Readings that differ in this border alone and are equally good.
            let borders = even.filter { other in cuts.indices.allSatisfy { $0 == river || other[$0] == cuts[$0] } }
                .map { $0[river] }
            let low = river > 0 ? cuts[river - 1] : 0
            let high = river + 1 < cuts.count ? cuts[river + 1] : words
            cuts[river] = LineCells.border(cuts[river], among: [cuts[river]] + borders, within: low..<high)
        }
        var nearest = [Int?](repeating: nil, count: cuts.count)
        for other in others where other.loss < parter.margin {
            for (river, cut) in ways[line][other.other].cuts.enumerated() where cut != cuts[river] {
                if nearest[river].map({ abs(cut - cuts[river]) < abs($0 - cuts[river]) }) ?? true {
                    nearest[river] = cut
                }
            }
        }
        if nearest.allSatisfy({ $0 == nil }), cuts != ways[line][chosen].cuts {
            nearest = zip(ways[line][chosen].cuts, cuts).map { $0 == $1 ? nil : $0 }
        }
        var reading = LineCells.Reading(cells: [])
        for (river, other) in nearest.enumerated() {
            guard let other else { continue }
            reading.doubts.append(
                other < cuts[river] ? (river + 1, other..<cuts[river]) : (river, cuts[river]..<other))
        }
        var start = 0
        for cut in cuts + [words] {
            reading.cells.append(start..<max(start, cut))
            start = max(start, cut)
        }
        return reading
    }
}
