/// A table whose rows are ruled and whose columns are not: its columns are drawn where its gaps are, then it is one that is
/// ruled as a whole, with cells over several rows where the lines between rows leave them out.
struct RuledRows {
    let tables: [PageTable]

    /// Of what is ruled across a table, the least that parts rows, of its width.
    private static let leastShare = 0.6
    /// Nearer than this a line is the table's own end, in points.
    private static let reach = 6.0

    /// - Parameters:
    ///   - lines: the table's lines by page.
    ///   - pages: these pages.
    /// - Returns: nil where its rows are not ruled.
    init?(_ lines: [[TextLine]], _ columns: OpenColumns, pages: [Page]) {
        guard let left = columns.borders.first, let right = columns.borders.last else { return nil }
        let rules = zip(lines, pages).map { lines, page in
            let box = lines.map(\.box).hull() ?? PageBox(left: 0, top: 0, right: 0, bottom: 0)
            return page.rulings.filter { rule in
                rule.direction == .horizontal && rule.position > box.top - Self.reach
                    && rule.position < box.bottom + Self.reach
                    && min(rule.end, right) - max(rule.start, left) > Self.leastShare * (right - left)
            }.map { rule in
                Ruling(.horizontal, at: rule.position, from: max(rule.start, left), to: min(rule.end, right))
            }
        }
        let between = zip(lines, rules).reduce(0) { count, entry in
            let (lines, rules) = entry
            return count
                + rules.count { rule in
                    lines.contains { $0.box.centerY < rule.position }
                        && lines.contains { $0.box.centerY > rule.position }
                }
        }
        let numbered = lines.joined().count { line in
            let first = line.words.prefix { columns.column(at: $0.box.centerX) == 0 }
            return first.count == 1 && LineFlow.isLabelOrNumber(first[first.startIndex].text)
        }
        guard between >= 3, Double(between) >= 0.7 * Double(numbered - lines.count) else { return nil }
        var tables: [PageTable] = []
        for (index, page) in pages.enumerated() {
            guard let table = Self.table(lines[index], columns, rules[index], page) else { return nil }
            tables.append(table)
        }
        self.tables = tables
    }

    /// Whether a title reaches over a border: all lines do that have words on both of its sides.
    private static func isCovered(_ border: Int, by lines: [TextLine], _ columns: OpenColumns) -> Bool {
        let beside = lines.filter { line in
            line.words.contains { columns.column(at: $0.box.centerX) <= border }
                && line.words.contains { columns.column(at: $0.box.centerX) > border }
        }
        return !beside.isEmpty && beside.allSatisfy { columns.isCrossed(by: $0, at: border) }
    }

    private static func table(
        _ lines: [TextLine], _ columns: OpenColumns, _ rules: [Ruling], _ page: Page
    ) -> PageTable? {
        guard let box = lines.map(\.box).hull() else { return nil }
        let borders = columns.borders
        let (left, right) = (borders[0], borders[borders.count - 1])
        var places = rules.map(\.position).sorted()
        var drawn = rules
        for end in [box.top - 1, box.bottom + 1] where !places.contains(where: { abs($0 - end) < reach }) {
            places.append(end)
            drawn.append(Ruling(.horizontal, at: end, from: left, to: right))
        }
        // A title over several columns reaches over the borders between these; else a border goes through.
        places.sort()
        for (index, border) in borders.enumerated() {
            var start: Double?
            for (top, bottom) in zip(places, places.dropFirst()) {
                let own = lines.filter { $0.box.centerY > top && $0.box.centerY < bottom }
                if index > 0, index + 1 < borders.count, isCovered(index - 1, by: own, columns) {
                    if let start { drawn.append(Ruling(.vertical, at: border, from: start, to: top)) }
                    start = nil
                } else {
                    start = start ?? top
                }
            }
            if let start, let end = places.last { drawn.append(Ruling(.vertical, at: border, from: start, to: end)) }
        }
        let words = page.words.filter { word in
            word.box.centerY > (places.first ?? 0) && word.box.centerY < (places.last ?? 0)
        }
        guard let grid = GridFinder().grids(in: drawn).first,
            var table = PageTable(grid, words: words, page: page.number)
        else { return nil }
        table.isInferred = true
        return table
    }
}
