import VanBanModel
import VanBanReading

/// Where the columns of aligned text part: rivers of white space that run down a page.
///
/// The lines of one page put the same column at places that drift by a few characters, for the letters of a typeface are
/// not of one width. A river therefore winds: on every line it takes the place that crosses the fewest words, and from
/// line to line it moves as little as it can.
struct ColumnRivers {
    /// The farthest that a river moves from its usual place on the page.
    private static let sway = 12
    /// What a river pays for one character's move from line to line.
    private static let move = 0.15

    // MARK: A page

    /// The usual place of every river on a page.
    /// - Parameters:
    ///   - spans: where each river may run, in ascending order.
    ///   - before: the rivers of the page before, and how far apart they are.
    static func places(
        of lines: [AlignedLine], spans: [Range<Int>], roles: [ColumnRole?], near before: [Int]? = nil,
        numbered: Bool = false
    ) -> [Int] {
        guard !spans.isEmpty else { return [] }
        let scale = 1 / Double(max(1, lines.count))
        // best[x]: of all ways to have the rivers up to this one, the last at x.
        var costs: [[Double]] = []
        var from: [[Int]] = []
        for (river, span) in spans.enumerated() {
            let cover = coverage(of: lines, within: span, of: roles[river + 1])
            var row = [Double](repeating: .infinity, count: span.count)
            var origin = [Int](repeating: -1, count: span.count)
            var cheapest = Double.infinity
            var cheapestPlace = -1
            var next = 0
            for (offset, x) in span.enumerated() {
                var cost = cover[offset] * scale * 10
                if river == 0, numbered { cost += unnumbered(lines, x) * scale * 10 }
                if let before {
                    cost += 0.1 * Double(abs(x - before[river]))
                }
                guard river > 0 else {
                    row[offset] = cost
                    continue
                }
                // Rivers keep their order, with room for a column in between.
                let previous = spans[river - 1]
                while next < previous.count, previous.lowerBound + next < x - 1 {
                    if costs[river - 1][next] < cheapest {
                        cheapest = costs[river - 1][next]
                        cheapestPlace = next
                    }
                    next += 1
                }
                row[offset] = cheapest + cost
                origin[offset] = cheapestPlace
            }
            costs.append(row)
            from.append(origin)
        }
        guard let last = costs.last, var place = last.indices.min(by: { last[$0] < last[$1] }) else { return [] }
        var places = [Int](repeating: 0, count: spans.count)
        for river in spans.indices.reversed() {
            places[river] = spans[river].lowerBound + max(0, place)
            place = from[river].indices.contains(place) ? from[river][place] : 0
        }
        return places
    }

    /// For every place how much stands in a river's way there, over all lines; a line may part a little beside it.
    private static func coverage(of lines: [AlignedLine], within span: Range<Int>, of role: ColumnRole?) -> [Double] {
        var cover = [Double](repeating: 0, count: span.count)
        let window = max(0, span.lowerBound - 2)..<(span.upperBound + 2)
        for line in lines {
            let own = obstacles(on: line, window, role)
            for (offset, x) in span.enumerated() {
                let place = x - window.lowerBound
                var least = min(1.2, own[place])
                for drift in 1...2 {
                    if place >= drift { least = min(least, own[place - drift] + 0.12 * Double(drift)) }
                    if place + drift < own.count { least = min(least, own[place + drift] + 0.12 * Double(drift)) }
                }
                cover[offset] += least
            }
            // Cells of one column begin at one place; stretched spaces end anywhere.
            for (position, word) in line.words.enumerated() where span.contains(word.start - 1) {
                let gap = position > 0 ? word.start - line.words[position - 1].end : word.start
                if gap >= 2 { cover[word.start - 1 - span.lowerBound] -= word.mayOpen ? 0.3 : 0.15 }
            }
        }
        return cover
    }

    /// How many numbers of rows a river has on its right.
    private static func unnumbered(_ lines: [AlignedLine], _ x: Int) -> Double {
        lines.reduce(0) { $0 + ($1.labelEnd.map { x < $0 } ?? false ? 1.2 : 0) }
    }

    // MARK: Its lines

    /// The way of one river down the lines of a page.
    /// - Parameters:
    ///   - place: where it usually runs.
    ///   - isCrossed: lines that have one cell over all columns, which no river parts.
    static func way(
        of place: Int, through lines: [AlignedLine], isCrossed: [Bool], role: ColumnRole?, numbered: Bool = false
    ) -> [Int] {
        let low = max(0, place - sway)
        let width = place + sway + 1 - low
        guard !lines.isEmpty, width > 0 else { return [] }
        var cost = [Double](repeating: 0, count: width)
        var from = [[Int]](repeating: [], count: lines.count)
        for (index, line) in lines.enumerated() {
            var own =
                isCrossed[index] ? [Double](repeating: 0, count: width) : obstacles(on: line, low..<(low + width), role)
            for x in 0..<width {
                let distance = Double(abs(low + x - place))
                own[x] += (0.015 + 0.005 * distance) * distance
            }
            if numbered, let end = line.labelEnd {
                for x in 0..<width where low + x < end { own[x] += 1.2 }
            }
            guard index > 0 else {
                cost = own
                from[0] = Array(0..<width)
                continue
            }
            var origin = Array(0..<width)
            // To move costs the same for every character: two sweeps find the cheapest way to every place.
            for x in 1..<width where cost[x - 1] + move < cost[x] {
                cost[x] = cost[x - 1] + move
                origin[x] = origin[x - 1]
            }
            for x in stride(from: width - 2, through: 0, by: -1) where cost[x + 1] + move < cost[x] {
                cost[x] = cost[x + 1] + move
                origin[x] = origin[x + 1]
            }
            for x in 0..<width { cost[x] += own[x] }
            from[index] = origin
        }
        var x = cost.indices.min { cost[$0] < cost[$1] } ?? 0
        var way = [Int](repeating: place, count: lines.count)
        for index in lines.indices.reversed() {
            way[index] = low + x
            x = from[index][x]
        }
        return way
    }

    /// What a river pays at each place of a line.
    private static func obstacles(
        on line: AlignedLine, _ window: Range<Int>, _ role: ColumnRole?
    ) -> [Double] {
        var own = [Double](repeating: 0, count: window.count)
        for (position, word) in line.words.enumerated() where word.end > window.lowerBound - 4 {
            guard word.start < window.upperBound + 40 else { break }
            for x in max(
                word.start, window.lowerBound)..<max(word.start, window.lowerBound, min(word.end, window.upperBound))
            {
                own[x - window.lowerBound] = 3 + 0.1 * Double(min(x - word.start + 1, word.end - x))
            }
            let before = position > 0 ? line.words[position - 1].end : 0
            let gap = before..<word.start
            if position > 0, gap.count <= 2 {
                let cost = gap.count > 1 ? 0.2 : word.mayOpen ? 0.4 : 0.8
                for x in gap where window.contains(x) { own[x - window.lowerBound] = cost }
            }
            // Words that a cell of the column on the right opens with; gaps before small letters are a justified line's.
            let isLike = word.opening(as: role) > 0
            let likeness = isLike ? -0.7 : word.mayOpen || position == 0 ? 0 : 0.2
            if likeness != 0 {
                let reach = max(before, word.start - 3)..<word.start
                for x in isLike ? reach : before..<word.start where window.contains(x) {
                    own[x - window.lowerBound] += likeness
                }
            }
            // Best right before a word.
            for x in max(before, window.lowerBound)..<max(before, window.lowerBound, min(word.start, window.upperBound))
            {
                own[x - window.lowerBound] += min(0.3, 0.04 * Double(word.start - 1 - x))
            }
        }
        return own
    }
}
