import VanBanModel
import VanBanReading

/// Parts the words of a line among the columns.
///
/// Where the gap between two columns is wide, the river in it says all. Where they touch, the widths of the columns in
/// print, the words on both sides and the river's place are weighed together over the whole line.
struct LineCells {
    struct Reading {
        /// For every column the words of the line that it holds.
        var cells: [Range<Int>]
        /// Words at the edge of a column that might as well stand in the next or in the one before.
        var doubts: [(column: Int, words: Range<Int>, loss: Double)] = []

        /// The words that would stand in another column if the border behind a column ran before another word.
        ///
        /// Only those of the cell next to the border: those of cells beyond it have borders of their own to be doubted.
        func doubt(ofBorder river: Int, at cut: Int, or other: Int) -> (column: Int, words: Range<Int>)? {
            let isLeft = other < cut
            guard other != cut, let cell = cells.first(where: { $0.contains(isLeft ? cut - 1 : cut) }) else {
                return nil
            }
            return (isLeft ? river + 1 : river, (isLeft ? other..<cut : cut..<other).clamped(to: cell))
        }
    }

    let text: SourceText
    let agencies: AgencyGazetteer
    /// The printed width of every column, as far as it is known.
    var limits: [Double?]
    /// Whether spaces are stretched to fill the cells' lines.
    var isJustified = false
    let numberColumn: Int?
    let roles: [ColumnRole?]
    /// How well the table's words follow each other.
    var affinity = WordAffinity()

    private static let reach = 14
    /// How far a cell may be moved by the one before it at little cost.
    private static let drift = 6
    /// What the affinity of two words of a cell is worth, beside each other and below each other.
    static let beside = 0.4
    static let below = 0.25
    /// Readings nearer than this are equally good.
    static let tie = 0.1
    /// Readings nearer than this are doubtful.
    var margin: Double { isJustified ? 2.2 : 1.0 }

    /// A word before which a river may run, and what that costs.
    struct Choice {
        var cut: Int
        var cost: Double
        /// What of it is the distance from the river's place.
        var away: Double
    }

    /// What is known of the row that a line is of.
    struct Context {
        /// By column: whether the cell has begun; nil where nothing is known of the row.
        var hasBegun: [Bool]?
        /// Columns whose cells begin on this line in nearly every row.
        var expected: Set<Int> = []
        /// By column where the cells of the row begin; nil where its lines do not tell.
        var places: [Int?] = []
        /// Columns whose cells mostly open with a bullet.
        var bulleted: Set<Int> = []
        /// Columns whose cells mostly are amounts.
        var amounts: Set<Int> = []
    }

    /// The cells of a line by itself, before its row is known.
    /// - Parameter rivers: the places of the rivers on this line.
    func read(_ line: AlignedLine, rivers: [Int]) -> Reading {
        solve(line, choices(line, rivers: rivers, Context()))
    }

    /// For every river the words before which it may run on a line, and what each costs.
    func choices(_ line: AlignedLine, rivers: [Int], _ context: Context) -> [[Choice]] {
        let count = line.words.count
        let isTitle = isTitle(line)
        var choices: [[Choice]] = []
        for (river, x) in rivers.enumerated() {
            var found: [Choice] = []
            for cut in 0...count {
                let left = cut > 0 ? line.words[cut - 1].end : Int.min / 2
                let right = cut < count ? line.words[cut].start : Int.max / 2
                var distance = x < left ? left - x : x >= right ? x - right + 1 : 0
                if cut < count, river + 1 < context.places.count, let place = context.places[river + 1] {
                    distance = min(distance, abs(right - place))
                }
                // Where cells touch, the one on the left moves the one on the right.
                if right - left <= 1 { distance = max(min(distance, Self.drift), distance - Self.drift) }
                guard distance <= Self.reach else { continue }
                let title = isTitle && right - left <= 1 ? 2.0 : 0
                let away = Self.away(distance, gap: right - left)
                found.append(
                    Choice(cut: cut, cost: away + title + border(before: cut, right - left, line), away: away))
            }
            if found.isEmpty {
                // Inside a long word: the nearer edge of it.
                let cut = line.words.firstIndex { $0.end > x } ?? count
                found = [Choice(cut: cut, cost: 3, away: 3)]
            }
            // Rivers of one line may cross; the column between them is empty then, and every border has a next one.
            if let before = choices.last?.map(\.cut).max(), found.allSatisfy({ $0.cut < before }) {
                found.append(Choice(cut: before, cost: 3, away: 3))
            }
            choices.append(found)
        }
        return choices
    }

    private func solve(_ line: AlignedLine, _ choices: [[Choice]]) -> Reading {
        guard !choices.isEmpty else { return Reading(cells: [0..<line.words.count]) }
        var best: [[Double]] = []
        var from: [[Int]] = []
        for (river, found) in choices.enumerated() {
            var row: [Double] = []
            var origin: [Int] = []
            for choice in found {
                if river == 0 {
                    row.append(choice.cost + content(0..<choice.cut, of: 0, line))
                    origin.append(0)
                    continue
                }
                var cheapest = Double.infinity
                var place = 0
                for (index, previous) in choices[river - 1].enumerated() where previous.cut <= choice.cut {
                    let cost = best[river - 1][index] + content(previous.cut..<choice.cut, of: river, line)
                    if cost < cheapest {
                        cheapest = cost
                        place = index
                    }
                }
                row.append(cheapest + choice.cost)
                origin.append(place)
            }
            best.append(row)
            from.append(origin)
        }
        let last = choices.count - 1
        var totals: [Double] = []
        for (index, choice) in choices[last].enumerated() {
            totals.append(best[last][index] + content(choice.cut..<line.words.count, of: last + 1, line))
        }
        var place = totals.indices.min { totals[$0] < totals[$1] } ?? 0
        var cuts = [Int](repeating: 0, count: choices.count)
        for river in choices.indices.reversed() {
            cuts[river] = choices[river][place].cut
            place = from[river][place]
        }
        var reading = Reading(cells: [])
        var start = 0
        for cut in cuts + [line.words.count] {
            reading.cells.append(start..<max(start, cut))
            start = max(start, cut)
        }
        return reading
    }

    /// Of borders that are equally good the one that leaves the words between them whole: all of them go to the cell on
    /// the left, whose words they follow, unless only the cell on the right surely has words on the line.
    static func border(_ cut: Int, among equal: [Int], within words: Range<Int>) -> Int {
        guard equal.count > 1, let first = equal.min(), let last = equal.max() else { return cut }
        if first > words.lowerBound { return last }
        return last < words.upperBound ? first : cut
    }

    // MARK: What a reading costs

    /// The distance between a river's place and a gap.
    private static func away(_ distance: Int, gap: Int) -> Double {
        let cost = 0.35 * Double(distance)
        return gap <= 1 ? min(cost, 1.4 + 0.15 * Double(distance)) : cost
    }

    /// A column's end between two words.
    private func border(before cut: Int, _ gap: Int, _ line: AlignedLine) -> Double {
        guard cut > 0, cut < line.words.count, gap <= 2 else { return 0 }
        var cost = gap < 1 ? 1.2 : gap == 1 ? 1 : 0.3
        // What begins a cell has a capital; lines inside a cell may begin anyhow.
        if line.words[cut].mayOpen { cost -= 0.4 }
        if line.words[cut].goesOnName { cost += 0.7 }
        return cost
    }

    /// Whether a line is all capitals, as names of groups are.
    private func isTitle(_ line: AlignedLine) -> Bool {
        line.words.count > 3 && LetterCase.of(line.range(0..<line.words.count), in: text) == .upper
    }

    /// For every column in which a cell would begin on this line, what each word costs as its first.
    func openings(of line: AlignedLine, _ context: Context) -> [Int: [Double]] {
        guard let hasBegun = context.hasBegun else { return [:] }
        var found: [Int: [Double]] = [:]
        for (column, role) in roles.enumerated() where column < hasBegun.count && !hasBegun[column] {
            guard column != numberColumn else { continue }
            found[column] = line.words.indices.map { (word: Int) -> Double in
                if context.bulleted.contains(column), word > 0, isBullet(line, word - 1) { return 1.5 }
                if context.amounts.contains(column) { return isAmount(word..<(word + 1), of: line) ? -0.5 : 5 }
                let lower = line.words[word].mayOpen ? 0.0 : role == .deadline || role == .note ? 1 : 2
                return lower - line.words[word].opening(as: role)
            }
        }
        return found
    }

    /// `12`, `1.250,5`; with a comma behind it, it counts something else.
    func isAmount(_ words: Range<Int>, of line: AlignedLine) -> Bool {
        words.allSatisfy {
            let word = line.words[$0].range
            return CharacterClass.isDigit(text.bytes[word.lowerBound])
                && CharacterClass.isDigit(text.bytes[word.upperBound - 1])
                && word.allSatisfy {
                    CharacterClass.isDigit(text.bytes[$0]) || text.bytes[$0] == 0x2E || text.bytes[$0] == 0x2C
                }
        }
    }

    private func isBullet(_ line: AlignedLine, _ word: Int) -> Bool {
        let range = line.words[word].range
        return range.count == 1 && text.bytes[range.lowerBound] == 0x2D
    }

    /// Words of a cell that begin elsewhere than the row's other lines, or where those of the next column do.
    func displacement(of words: Range<Int>, in column: Int, _ line: AlignedLine, _ context: Context) -> Double {
        guard column < context.places.count else { return 0 }
        var cost = 0.0
        if let place = context.places[column] {
            let distance = abs(line.words[words.lowerBound].start - place)
            let isMoved =
                words.lowerBound > 0 && line.words[words.lowerBound].start > place
                && line.words[words.lowerBound].start - line.words[words.lowerBound - 1].end <= 1
            if isMoved {
                cost += 0.3 + 0.05 * Double(min(10, distance))
            } else if distance > 0 {
                cost += 1.2 + 0.2 * Double(min(10, distance))
            }
        }
        if column + 1 < context.places.count, let next = context.places[column + 1],
            words.dropFirst().contains(where: { line.words[$0].start == next })
        {
            cost += 0.8
        }
        return cost
    }

    /// Words as the content of a column.
    func content(_ words: Range<Int>, of column: Int, _ line: AlignedLine) -> Double {
        guard !words.isEmpty else { return 0 }
        var cost = 0.0
        if column == numberColumn {
            if words.count > 2 || line.width(words) > 4.5 { cost += 4 }
            if words.count == 1 {
                let word = line.words[words.lowerBound]
                // The first word of a line may come near the number's column.
                if words.lowerBound == 0, line.figure == .text {
                    cost += 3
                } else if words.lowerBound == 0 && line.figure == .rest || isNumber(word.range) {
                    cost -= 1.5
                } else if !word.mayOpen {
                    cost += 3
                }
            }
        }
        if column < limits.count, let limit = limits[column] {
            let excess = line.width(words) / limit - 1
            if excess > 0.015 { cost += excess > 0.12 ? 4 : excess > 0.06 ? 2.5 : 1.2 }
        }
        for index in words.dropFirst() {
            let gap = line.words[index].start - line.words[index - 1].end
            cost -= Self.beside * line.words[index].affinity
            if gap >= 2 {
                cost += isJustified ? 0.05 * Double(min(gap, 10)) : gap == 2 ? 0.5 : min(5, 2.4 + 0.2 * Double(gap))
            }
        }
        return cost
    }

    /// Whether a word may be a row's number.
    private func isNumber(_ range: Range<Int>) -> Bool {
        guard range.count <= 6 else { return false }
        let tokens = TokenText(range, in: text)
        return !RowLabel.candidates(at: 0, lineEnd: tokens.tokens.count, in: tokens).isEmpty
    }
}
