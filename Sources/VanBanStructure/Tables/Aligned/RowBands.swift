import VanBanReading

/// Parts the lines between two breaks of a table among its rows.
///
/// Every row has its number on one of its lines: on the first, or, where cells are centred, on the middle one. Where a
/// row ends between two numbers is found for all rows of the stretch together: what stands above and below in every
/// cell should be as high as the cell's place asks, and no cell should end or begin in the middle of a sentence.
struct RowBands {
    /// Where the cells of a table stand in their rows.
    enum Placing: CaseIterable { case top, middle, middleNumber }

    /// What is known of a piece of a cell on one line.
    struct Piece {
        var isFilled = false
        var startsLower = false
        var isOpenEnded = false
        var isClosed = false
        /// Printed, of the whole piece and of its first word.
        var width = 0.0
        var firstWord = 0.0
    }

    /// By line, then by column; without the number's column.
    let pieces: [[Piece]]
    /// The printed widths of the columns, as far as they are known.
    let limits: [Double?]
    /// The lines that hold a number.
    let labels: [Int]
    /// Of every number whether it is a group's (`IV`, `B`), whose row holds no more than a name.
    let isGroup: [Bool]
    /// The column whose cells begin with the number; nil where the number has a cell of its own.
    let opening: Int?
    /// Whether the first lines may belong to the row above the break.
    let goesOn: Bool
    /// Whether the last row may go on below the break.
    let isCut: Bool
    /// By line whether an empty one stands before it, where these part the rows; empty where they don't.
    let gaps: [Bool]

    /// For every column, the nearest filled line at or after a line, and at or before it.
    private let next: [[Int]]
    private let previous: [[Int]]
    private static let reach = 48
    /// What an empty line says of a row's border, and its lack against one.
    private static let parting = 2.5
    /// Borders of rows whose costs are nearer than this are hardly told apart.
    static let margin = 0.8

    init(
        _ pieces: [[Piece]], limits: [Double?], labels: [Int], isGroup: [Bool], opening: Int? = nil, goesOn: Bool,
        isCut: Bool, gaps: [Bool] = []
    ) {
        self.gaps = gaps
        self.isGroup = isGroup
        self.opening = opening
        self.pieces = pieces
        self.limits = limits
        self.labels = labels
        self.goesOn = goesOn
        self.isCut = isCut
        let columns = pieces.first?.count ?? 0
        var next = [[Int]](repeating: [Int](repeating: pieces.count, count: pieces.count + 1), count: columns)
        var previous = [[Int]](repeating: [Int](repeating: -1, count: pieces.count + 1), count: columns)
        for column in 0..<columns {
            for line in pieces.indices.reversed() {
                next[column][line] = pieces[line][column].isFilled ? line : next[column][line + 1]
            }
            for line in pieces.indices {
                previous[column][line] =
                    pieces[line][column].isFilled ? line : line > 0 ? previous[column][line - 1] : -1
            }
            previous[column][pieces.count] = pieces.isEmpty ? -1 : previous[column][pieces.count - 1]
        }
        self.next = next
        self.previous = previous
    }

    struct Solution {
        /// The first line of every row.
        var starts: [Int]
        var cost: Double
        /// Lines at a row's border that may stand on its other side.
        var doubts: [Doubt] = []
    }

    /// The first line of a row, which may be the last one of the row above, or the other way round.
    struct Doubt {
        /// The lower one of the two rows.
        var row: Int
        var line: Int
        /// Whether the line was read as the lower row's.
        var isLower: Bool
        /// How much worse the other reading is, in margins.
        var loss: Double
        var source = CellRival.Source.line
    }

    func solve(_ placing: Placing) -> Solution {
        guard !labels.isEmpty else { return Solution(starts: [], cost: 0) }
        let count = pieces.count
        var candidates: [[Int]] = []
        for (row, label) in labels.enumerated() {
            let after = row > 0 ? labels[row - 1] + 1 : 0
            if row == 0, !goesOn {
                candidates.append([0])
            } else {
                var first = max(after, label - Self.reach)
                // What stands above the number in its column is the row's above.
                if let opening { first = max(first, previous[opening][max(0, label - 1)] + (label > 0 ? 1 : 0)) }
                candidates.append(Array(min(first, label)...label))
            }
        }
        var costs: [[Double]] = [candidates[0].map { $0 > 0 || goesOn ? seam(at: $0) : 0 }]
        var from: [[Int]] = [[]]
        for row in 1..<max(1, labels.count) {
            var best = [Double](repeating: .infinity, count: candidates[row].count)
            var origin = [Int](repeating: 0, count: candidates[row].count)
            for (index, end) in candidates[row].enumerated() {
                let own = seam(at: end)
                for (place, start) in candidates[row - 1].enumerated() {
                    let total = costs[row - 1][place] + own + cost(of: row - 1, start..<end, placing)
                    if total < best[index] {
                        best[index] = total
                        origin[index] = place
                    }
                }
            }
            costs.append(best)
            from.append(origin)
        }
        let last = labels.count - 1
        var totals: [Double] = []
        for (index, start) in candidates[last].enumerated() {
            let range = start..<count
            var own = cost(of: last, range, placing)
            if isCut { own = min(own, cost(of: last, range, .top), cost(of: last, range, .middleNumber)) }
            totals.append(costs[last][index] + own)
        }
        guard var place = totals.indices.min(by: { totals[$0] < totals[$1] }) else {
            return Solution(starts: [], cost: 0)
        }
        var solution = Solution(starts: labels, cost: totals[place])
        for row in labels.indices.reversed() {
            solution.starts[row] = candidates[row][place]
            if row > 0 { place = from[row][place] }
        }
        solution.doubts = doubts(solution.starts, candidates, placing)
        return solution
    }

    /// Of every row's beginning the better one of its neighbours, and what that costs more.
    private func doubts(_ starts: [Int], _ candidates: [[Int]], _ placing: Placing) -> [Doubt] {
        var found: [Doubt] = []
        for row in starts.indices {
            func total(_ start: Int) -> Double {
                var sum = seam(at: start)
                if row > 0 { sum += cost(of: row - 1, starts[row - 1]..<start, placing) }
                let end = row + 1 < starts.count ? starts[row + 1] : pieces.count
                return sum + cost(of: row, start..<end, placing)
            }
            guard row > 0 || goesOn, candidates[row].count > 1 else { continue }
            let chosen = total(starts[row])
            let others = [starts[row] - 1, starts[row] + 1].filter { candidates[row].contains($0) }
            guard let nearest = others.map({ (line: $0, cost: total($0)) }).min(by: { $0.cost < $1.cost }) else {
                continue
            }
            let loss = max(0, nearest.cost - chosen) / Self.margin
            guard loss < CellRival.reach else { continue }
            let isLower = nearest.line > starts[row]
            found.append(
                Doubt(row: row, line: isLower ? starts[row] : nearest.line, isLower: isLower, loss: loss))
        }
        return found
    }

    // MARK: What a reading costs

    private func cost(of row: Int, _ range: Range<Int>, _ placing: Placing) -> Double {
        let label = labels[row]
        let middle = Double(range.lowerBound + range.upperBound - 1) / 2
        var cost = 0.0
        switch placing {
        case .top: cost += 2 * Double(label - range.lowerBound)
        // A number that opens the task's cell stands wherever that begins.
        case .middle, .middleNumber:
            if opening == nil { cost += 1.5 * max(0, abs(Double(label) - middle) - 0.5) }
        }
        var filled = 0
        for column in next.indices {
            let first = next[column][range.lowerBound]
            guard first < range.upperBound else { continue }
            filled += 1
            let last = previous[column][range.upperBound - 1]
            switch placing {
            case .top, .middleNumber: cost += min(4, Double(first - range.lowerBound))
            case .middle: cost += 0.8 * max(0, abs(Double(first + last) / 2 - middle) - 0.5)
            }
        }
        if isGroup[row], filled > 1 { cost += 1.5 * Double(filled - 1) }
        return cost
    }

    /// A row's end above a line: what every cell ends with above it and begins with below it.
    private func seam(at line: Int) -> Double {
        var cost = 0.0
        // What stands first on a page has nothing above it.
        if line > 0, gaps.indices.contains(line) { cost += gaps[line] ? -Self.parting : Self.parting }
        for column in next.indices {
            let below = line < pieces.count ? next[column][line] : pieces.count
            let above = line > 0 ? previous[column][line - 1] : -1
            if below < pieces.count {
                let piece = pieces[below][column]
                if piece.startsLower { cost += 1.5 }
            }
            if above >= 0 {
                if pieces[above][column].isOpenEnded { cost += 1.5 }
                if pieces[above][column].isClosed { cost -= 0.3 }
                // Cells of rows that follow each other seldom touch.
                guard below < pieces.count else { continue }
                if below - above > 2 { cost -= 0.2 }
                // A line that had room for the next word ends a cell or a paragraph, a full one seldom does.
                guard column < limits.count, let limit = limits[column], below - above < 4 else { continue }
                let room =
                    (limit - pieces[above][column].width - GlyphWidth.space - pieces[below][column].firstWord) / limit
                if room < 0.01 { cost += 0.8 } else if room > 0.1 { cost -= 0.8 }
            }
        }
        return cost
    }
}
