import VanBanModel
import VanBanReading

/// Parts the lines of one row among the columns, all of them together.
///
/// Where cells touch, one line alone seldom tells which word begins the next cell. A row's lines do: a line that a cell
/// goes on below was full, no cell ends on a word that leads on, and the cells as wholes are what their columns hold
/// (``CellSense``). Each line brings a few ways to be parted; the ways are chosen for all lines at once, and whatever
/// would hardly be worse is a doubt.
struct BandCells {
    /// One way to part a line.
    private struct Way {
        /// The words behind which the columns end.
        var cuts: [Int]
        /// By column the words that it holds.
        var words: [Range<Int>]
        var cost: Double
        /// By river what of the cost is the distance from its place.
        var away: [Double]
    }

    /// What a cell holds down to some line.
    private struct Cell {
        var hasBegun: Bool
        /// The line that last had words in it, and those words.
        var line = -1
        var words = 0..<0
    }

    /// What the cells hold down to some line, and how that was chosen.
    private struct State {
        var cost: Double
        /// The choice for the last line; -1 above the first.
        var node = -1
        var cells: [Cell]
    }

    /// The choice of a way for a line.
    private struct Node {
        /// The choice for the line above.
        var above: Int
        var way: Int
    }

    private let parter: LineCells
    private let lines: [AlignedLine]
    private let context: LineCells.Context
    private let ways: [[Way]]
    /// By line and column what each word costs as the first of a cell.
    private let openings: [[[Double]?]]
    /// By line what its words have taken up of its width before each of them.
    private let widths: [[Double]]
    private let cut: Set<Int>
    private var sense: CellSense

    private static let beam = 48
    private static let most = 40
    /// Ways that are so much worse than the best do not come back.
    private static let reach = 7.0
    /// What the sense of a row's cells may at most be better for a change.
    private static let hope = 3.0
    /// What a line of other words costs in a column of amounts.
    private static let noAmount = 3.0

    /// - Parameters:
    ///   - lines: those of a row on one page, none of them with one cell over several columns.
    ///   - rivers: of every line the places of its rivers.
    ///   - context: what is known of the row above its first line.
    ///   - cut: the columns whose cells go on on the next page.
    init(
        _ lines: [AlignedLine], rivers: [[Int]], _ context: LineCells.Context, cut: Set<Int>, parter: LineCells
    ) {
        self.cut = cut
        self.parter = parter
        self.lines = lines
        self.context = context
        ways = lines.indices.map { Self.ways(of: lines[$0], rivers[$0], context, parter) }
        var begun = context
        begun.hasBegun = [Bool](repeating: false, count: parter.roles.count)
        openings = lines.map { line in
            let found = parter.openings(of: line, begun)
            return parter.roles.indices.map { found[$0] }
        }
        widths = lines.map { line in
            var sum = 0.0
            return [0]
                + line.words.map { word in
                    sum += word.width + GlyphWidth.space
                    return sum
                }
        }
        sense = CellSense(parter.text, roles: parter.roles, agencies: parter.agencies)
    }

    /// The cells of every line, and which words might as well stand in another.
    mutating func read() -> [LineCells.Reading] {
        guard !lines.isEmpty else { return [] }
        var chosen = [Int](repeating: 0, count: lines.count)
        var found: [[(other: Int, loss: Double)]] = lines.map { _ in [] }
        if ways.contains(where: { $0.count > 1 }) {
            chosen = best()
            // One line's way may be better still beside those of the others.
            for _ in 0..<3 where !settle(&chosen, &found) {}
        }
        return lines.indices.map { reading(of: $0, chosen[$0], found[$0]) }
    }

    // MARK: The ways of a line

    /// The beginning of a way: the word before which a river runs, and what stands before it.
    private struct Beginning {
        var cost: Double
        var choice: Int
        /// The beginning up to the river before.
        var before: Int
    }

    private static func ways(
        of line: AlignedLine, _ rivers: [Int], _ context: LineCells.Context, _ parter: LineCells
    ) -> [Way] {
        func cost(_ words: Range<Int>, _ column: Int) -> Double {
            words.isEmpty
                ? 0
                : parter.content(words, of: column, line) + parter.displacement(of: words, in: column, line, context)
        }
        let choices = parter.choices(line, rivers: rivers, context)
        var levels: [[Beginning]] = []
        for (river, found) in choices.enumerated() {
            let before = river > 0 ? levels[river - 1] : [Beginning(cost: 0, choice: 0, before: -1)]
            // What a column costs between two words is the same for all ways that have both.
            var known = [Double](repeating: .nan, count: (river > 0 ? choices[river - 1].count : 1) * found.count)
            var next: [Beginning] = []
            for (index, beginning) in before.enumerated() {
                let start = river > 0 ? choices[river - 1][beginning.choice].cut : 0
                for (place, choice) in found.enumerated() where choice.cut >= start {
                    let key = beginning.choice * found.count + place
                    if known[key].isNaN { known[key] = cost(start..<choice.cut, river) }
                    next.append(
                        Beginning(cost: beginning.cost + choice.cost + known[key], choice: place, before: index))
                }
            }
            levels.append(fewest(next, beam) { $0.cost })
        }
        let count = line.words.count
        guard let last = choices.last, let ends = levels.last else {
            return [Way(cuts: [], words: [0..<count], cost: cost(0..<count, 0), away: [])]
        }
        var whole = ends.indices.map { index in
            Beginning(
                cost: ends[index].cost + cost(last[ends[index].choice].cut..<count, choices.count), choice: 0,
                before: index)
        }
        whole = fewest(whole, most) { $0.cost }
        return whole.map { end in
            var way = Way(
                cuts: Array(repeating: 0, count: choices.count), words: [], cost: end.cost,
                away: Array(repeating: 0, count: choices.count))
            var place = end.before
            for river in choices.indices.reversed() {
                let beginning = levels[river][place]
                way.cuts[river] = choices[river][beginning.choice].cut
                way.away[river] = choices[river][beginning.choice].away
                place = beginning.before
            }
            var start = 0
            for cut in way.cuts + [count] {
                way.words.append(start..<max(start, cut))
                start = max(start, cut)
            }
            return way
        }
    }

    /// The cheapest, and none that is far worse than the best.
    private static func fewest<Element>(
        _ all: [Element], _ most: Int, cost: (Element) -> Double
    ) -> [Element] {
        guard let best = all.lazy.map(cost).min() else { return [] }
        let sorted = all.filter { cost($0) < best + reach }.sorted { cost($0) < cost($1) }
        return Array(sorted.prefix(most))
    }

    // MARK: All lines

    private var start: [Cell] {
        parter.roles.indices.map { column in Cell(hasBegun: context.hasBegun.map { $0[column] } ?? false) }
    }

    /// The cheapest ways for all lines, found line by line.
    private mutating func best() -> [Int] {
        var nodes: [Node] = []
        var states = [State(cost: 0, cells: start)]
        for line in lines.indices {
            var next: [(cost: Double, state: Int, way: Int)] = []
            next.reserveCapacity(states.count * ways[line].count)
            for (index, state) in states.enumerated() {
                for way in ways[line].indices {
                    var cost = state.cost + ways[line][way].cost
                    for column in state.cells.indices { cost += added(by: way, at: line, column, state.cells[column]) }
                    next.append((cost, index, way))
                }
            }
            states = Self.fewest(next, Self.beam) { $0.cost }.map { cost, index, way in
                var state = states[index]
                nodes.append(Node(above: state.node, way: way))
                state.node = nodes.count - 1
                state.cost = cost
                for (column, words) in ways[line][way].words.enumerated() where !words.isEmpty {
                    state.cells[column] = Cell(hasBegun: true, line: line, words: words)
                }
                return state
            }
        }
        var top: (chosen: [Int], cost: Double)?
        let isOnly = states.count == 1
        for state in states {
            if let top, state.cost > top.cost + Self.hope { break }
            var chosen: [Int] = []
            var node = state.node
            while node >= 0 {
                chosen.append(nodes[node].way)
                node = nodes[node].above
            }
            chosen.reverse()
            var cost = state.cost
            for column in parter.roles.indices where !isOnly { cost += sense(of: chosen, column) }
            if top.map({ cost < $0.cost }) ?? true { top = (chosen, cost) }
        }
        return top?.chosen ?? [Int](repeating: 0, count: lines.count)
    }

    /// Looks for a better way for each line beside those of the others, and keeps what each other way would lose.
    /// - Returns: whether there was no better one.
    private mutating func settle(_ chosen: inout [Int], _ found: inout [[(other: Int, loss: Double)]]) -> Bool {
        var chains = parter.roles.indices.map { chain(of: chosen, $0) }
        var senses = parter.roles.indices.map { sense(of: chosen, $0) }
        var isSettled = true
        for line in lines.indices where ways[line].count > 1 {
            found[line] = []
            for way in ways[line].indices where way != chosen[line] {
                let own = chosen[line]
                let columns = parter.roles.indices.filter { column in
                    let (words, others) = (ways[line][own].words[column], ways[line][way].words[column])
                    return words != others && !(words.isEmpty && others.isEmpty)
                }
                chosen[line] = way
                var loss = ways[line][way].cost - ways[line][own].cost
                var other: [(chain: Double, sense: Double)] = columns.map { (chain(of: chosen, $0), 0) }
                for (place, column) in columns.enumerated() { loss += other[place].chain - chains[column] }
                // Far worse ways are neither better nor a doubt, whatever the sense of their cells.
                guard loss - columns.reduce(0, { $0 + max(0, senses[$1]) }) < parter.margin + Self.hope else {
                    chosen[line] = own
                    continue
                }
                for (place, column) in columns.enumerated() {
                    other[place].sense = sense(of: chosen, column)
                    loss += other[place].sense - senses[column]
                }
                guard loss < -1e-9 else {
                    found[line].append((way, loss))
                    chosen[line] = own
                    continue
                }
                found[line] = found[line].map { ($0.other, $0.loss - loss) }
                found[line].append((own, -loss))
                for (place, column) in columns.enumerated() {
                    (chains[column], senses[column]) = other[place]
                }
                isSettled = false
            }
        }
        return isSettled
    }

    /// What a column's cell costs as a chain of lines.
    private func chain(of chosen: [Int], _ column: Int) -> Double {
        var cell = Cell(hasBegun: context.hasBegun.map { $0[column] } ?? false)
        var cost = 0.0
        for (line, way) in chosen.enumerated() {
            cost += added(by: way, at: line, column, cell)
            let words = ways[line][way].words[column]
            if !words.isEmpty { cell = Cell(hasBegun: true, line: line, words: words) }
        }
        return cost
    }

    /// What the words of a way cost in a column below what stands in its cell.
    private func added(by index: Int, at line: Int, _ column: Int, _ cell: Cell) -> Double {
        let words = ways[line][index].words[column]
        if words.isEmpty { return line == 0 && !cell.hasBegun && context.expected.contains(column) ? 1.2 : 0 }
        let foreign = context.amounts.contains(column) && !parter.isAmount(words, of: lines[line]) ? Self.noAmount : 0
        return foreign + below(by: index, at: line, column, cell)
    }

    /// The same of words below what their cell holds, whatever they are.
    private func below(by index: Int, at line: Int, _ column: Int, _ cell: Cell) -> Double {
        let words = ways[line][index].words[column]
        if !cell.hasBegun { return openings[line][column]?[words.lowerBound] ?? 0 }
        guard cell.line >= 0 else { return 0 }
        var cost = wrap(cell, words, column, line)
        let above = lines[cell.line].words[cell.words.upperBound - 1]
        cost -=
            LineCells.below
            * parter.affinity.affinity(above, lines[line].words[words.lowerBound], isCounted: false)
        // Where the line above begins, the river has been paid for.
        if column > 0 {
            let moved = abs(
                lines[line].words[words.lowerBound].start - lines[cell.line].words[cell.words.lowerBound].start)
            cost -= max(0, ways[line][index].away[column - 1] - 0.35 * Double(moved))
        }
        return cost
    }

    /// A line of a cell below another one of it: there was no room for its first word, unless a paragraph begins.
    private func wrap(_ above: Cell, _ words: Range<Int>, _ column: Int, _ line: Int) -> Double {
        var cost = 0.0
        let first = lines[line].words[words.lowerBound]
        if !parter.isJustified, isFree(words, line), isFree(above.words, above.line) {
            cost += 0.15 * Double(min(10, abs(first.start - lines[above.line].words[above.words.lowerBound].start)))
        }
        if above.line < line - 1 { cost += 0.8 }
        guard column < parter.limits.count, let limit = parter.limits[column] else { return cost }
        // The space behind the last word is that before the next one.
        let taken = widths[above.line][above.words.upperBound] - widths[above.line][above.words.lowerBound]
        let room = (limit - taken - first.width) / limit
        guard room > 0.04 else { return cost }
        if !first.mayOpen {
            cost += room > 0.12 ? 3.6 : 1.8
        } else {
            let last = lines[above.line].words[above.words.upperBound - 1]
            cost += sense.isClosing(last.range) ? 0.3 : room > 0.12 ? 1 : 0.6
        }
        return cost
    }

    /// Whether nothing can have moved the words: they do not touch those before them.
    private func isFree(_ words: Range<Int>, _ line: Int) -> Bool {
        let place = words.lowerBound
        return place == 0 || lines[line].words[place].start - lines[line].words[place - 1].end > 1
    }

    private mutating func sense(of chosen: [Int], _ column: Int) -> Double {
        guard column != parter.numberColumn, !cut.contains(column), context.hasBegun.map({ !$0[column] }) ?? true else {
            return 0
        }
        var cell = Stretch(0..<0)
        for (line, way) in chosen.enumerated() {
            let words = ways[line][way].words[column]
            if !words.isEmpty { cell.append(lines[line].range(words)) }
        }
        return sense.cost(of: cell, in: column)
    }

    // MARK: What is read

    private func reading(of line: Int, _ chosen: Int, _ others: [(other: Int, loss: Double)]) -> LineCells.Reading {
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
        /// By river the border of the best reading that differs in it, and what that loses.
        var rivals = [(cut: Int, loss: Double)?](repeating: nil, count: cuts.count)
        func enter(_ other: [Int], _ loss: Double) {
            for (river, cut) in other.enumerated() where cut != cuts[river] {
                if let known = rivals[river] {
                    let isNearer = abs(cut - cuts[river]) < abs(known.cut - cuts[river])
                    guard loss < known.loss || loss == known.loss && isNearer else { continue }
                }
                rivals[river] = (cut, loss)
            }
        }
        for other in others { enter(ways[line][other.other].cuts, max(0, other.loss) / parter.margin) }
        enter(ways[line][chosen].cuts, 0)
        var reading = LineCells.Reading(cells: [])
        var start = 0
        for cut in cuts + [words] {
            reading.cells.append(start..<max(start, cut))
            start = max(start, cut)
        }
        for (river, rival) in rivals.enumerated() {
            guard let rival, rival.loss < CellRival.reach,
                let doubt = reading.doubt(ofBorder: river, at: cuts[river], or: rival.cut)
            else { continue }
            reading.doubts.append((doubt.column, doubt.words, rival.loss))
        }
        return reading
    }
}
