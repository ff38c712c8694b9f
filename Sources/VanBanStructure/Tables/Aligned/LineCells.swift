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
        var doubts: [(column: Int, words: Range<Int>)] = []
    }

    let text: SourceText
    /// The printed width of every column, as far as it is known.
    var limits: [Double?]
    /// Whether spaces are stretched to fill the cells' lines.
    var isJustified = false
    let numberColumn: Int?
    let roles: [ColumnRole?]

    private static let reach = 14
    /// Readings nearer than this are not told apart.
    private var margin: Double { isJustified ? 1.6 : 0.8 }

    /// What the cells of a line's row hold above the line.
    struct Context {
        /// By column: whether the cell has begun; nil where nothing is known of the row.
        var hasBegun: [Bool]?
        /// Columns whose cells begin on this line in nearly every row.
        var expected: Set<Int> = []
        /// By column the printed width of the cell's last line; nil where it has none.
        var last: [Double?] = []
        /// By column the printed width of the word with which the cell goes on in the middle of a sentence on the next
        /// line; nil where it does not.
        var next: [Double?] = []
        /// By column where the cell's line above begins; nil where it has none.
        var starts: [Int?] = []
        /// Columns whose cells mostly open with a bullet.
        var bulleted: Set<Int> = []
    }

    /// - Parameter rivers: the places of the rivers on this line.
    func read(_ line: AlignedLine, rivers: [Int], _ context: Context = Context()) -> Reading {
        let count = line.words.count
        var choices: [[(cut: Int, cost: Double)]] = []
        for (river, x) in rivers.enumerated() {
            var found: [(cut: Int, cost: Double)] = []
            for cut in 0...count {
                let left = cut > 0 ? line.words[cut - 1].end : Int.min / 2
                let right = cut < count ? line.words[cut].start : Int.max / 2
                var distance = x < left ? left - x : x >= right ? x - right + 1 : 0
                if !isJustified, cut < count, river + 1 < context.starts.count, let start = context.starts[river + 1] {
                    // The lines of a cell begin at nearly one place.
                    distance = min(distance, abs(right - start))
                }
                guard distance <= Self.reach else { continue }
                found.append((cut, cost(of: cut, distance, right - left, line, river)))
            }
            if found.isEmpty {
                // Inside a long word: the nearer edge of it.
                let cut = line.words.firstIndex { $0.end > x } ?? count
                found = [(cut, 3)]
            }
            choices.append(found)
        }
        return solve(line, choices, context)
    }

    private func solve(
        _ line: AlignedLine, _ choices: [[(cut: Int, cost: Double)]], _ context: Context
    ) -> Reading {
        let openings = openings(of: line, context)
        func content(_ words: Range<Int>, of column: Int, _ line: AlignedLine) -> Double {
            if words.isEmpty { return context.expected.contains(column) ? 1.2 : 0 }
            var shift = 0.0
            if !isJustified, column < context.starts.count, let start = context.starts[column] {
                shift = 0.15 * Double(min(10, abs(line.words[words.lowerBound].start - start)))
            }
            return shift + self.content(words, of: column, line) + (openings[column]?[words.lowerBound] ?? 0)
                + wrap(before: words.lowerBound, of: column, line, context) + early(words, of: column, line, context)
        }
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
        return reading(line, cuts, choices, content)
    }

    private func reading(
        _ line: AlignedLine, _ cuts: [Int], _ choices: [[(cut: Int, cost: Double)]],
        _ content: (Range<Int>, Int, AlignedLine) -> Double
    ) -> Reading {
        var reading = Reading(cells: [])
        var start = 0
        for cut in cuts + [line.words.count] {
            reading.cells.append(start..<max(start, cut))
            start = max(start, cut)
        }
        for (river, cut) in cuts.enumerated() where cut > 0 && cut < line.words.count {
            guard line.words[cut].start - line.words[cut - 1].end == 1 else { continue }
            let low = river > 0 ? cuts[river - 1] : 0
            let high = river + 1 < cuts.count ? cuts[river + 1] : line.words.count
            func cost(_ place: Int) -> Double? {
                guard place >= low, place <= high, let own = choices[river].first(where: { $0.cut == place }) else {
                    return nil
                }
                return own.cost + content(low..<place, river, line) + content(place..<high, river + 1, line)
            }
            guard let chosen = cost(cut) else { continue }
            if let other = cost(cut - 1), other < chosen + margin {
                reading.doubts.append((river + 1, (cut - 1)..<cut))
            } else if let other = cost(cut + 1), other < chosen + margin {
                reading.doubts.append((river, cut..<(cut + 1)))
            }
        }
        return reading
    }

    // MARK: What a reading costs

    /// A column's end between two words.
    private func cost(of cut: Int, _ distance: Int, _ gap: Int, _ line: AlignedLine, _ river: Int) -> Double {
        var cost = 0.35 * Double(distance)
        guard cut > 0, cut < line.words.count else { return cost }
        guard gap <= 2 else { return cost }
        cost += gap == 1 ? 1 : 0.3
        // What begins a cell has a capital; lines inside a cell may begin anyhow.
        if line.words[cut].mayOpen { cost -= 0.4 }
        if line.words[cut].goesOnName { cost += 0.7 }
        return cost
    }

    /// For every column in which a cell would begin on this line, what each word costs as its first.
    private func openings(of line: AlignedLine, _ context: Context) -> [Int: [Double]] {
        guard let hasBegun = context.hasBegun else { return [:] }
        var found: [Int: [Double]] = [:]
        for (column, role) in roles.enumerated() where column < hasBegun.count && !hasBegun[column] {
            guard column != numberColumn else { continue }
            found[column] = line.words.indices.map { (word: Int) -> Double in
                if context.bulleted.contains(column), word > 0, isBullet(line, word - 1) { return 1.5 }
                let lower = line.words[word].mayOpen ? 0.0 : role == .deadline || role == .note ? 1 : 2
                return lower - line.words[word].opening(as: role)
            }
        }
        return found
    }

    private func isBullet(_ line: AlignedLine, _ word: Int) -> Bool {
        let range = line.words[word].range
        return range.count == 1 && text.bytes[range.lowerBound] == 0x2D
    }

    /// A word that begins a line of a cell had no room on the line above, unless it begins a paragraph.
    private func wrap(before word: Int, of column: Int, _ line: AlignedLine, _ context: Context) -> Double {
        guard column < context.last.count, let width = context.last[column], column < limits.count,
            let limit = limits[column]
        else { return 0 }
        let room = (limit - width - GlyphWidth.space - line.words[word].width) / limit
        guard room > 0.04 else { return 0 }
        return line.words[word].mayOpen ? 0.4 : room > 0.12 ? 2 : 1
    }

    /// A line that goes on below ends where the next word has no room.
    private func early(_ words: Range<Int>, of column: Int, _ line: AlignedLine, _ context: Context) -> Double {
        guard column < context.next.count, let next = context.next[column], column < limits.count,
            let limit = limits[column]
        else { return 0 }
        let room = (limit - line.width(words) - GlyphWidth.space - next) / limit
        return room > 0.12 ? 1.6 : room > 0.04 ? 0.8 : 0
    }

    /// Words as the content of a column.
    private func content(_ words: Range<Int>, of column: Int, _ line: AlignedLine) -> Double {
        guard !words.isEmpty else { return 0 }
        var cost = 0.0
        if column == numberColumn {
            if words.count > 2 || line.width(words) > 4.5 { cost += 4 }
            if words.count == 1 {
                let word = line.words[words.lowerBound]
                // The first word of a line may come near the number's column.
                if isNumber(word.range) { cost -= 1.5 } else if !word.mayOpen { cost += 3 }
            }
        }
        if column < limits.count, let limit = limits[column] {
            let excess = line.width(words) / limit - 1
            if excess > 0.015 { cost += excess > 0.12 ? 4 : excess > 0.06 ? 2.5 : 1.2 }
        }
        for index in words.dropFirst() {
            let gap = line.words[index].start - line.words[index - 1].end
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
