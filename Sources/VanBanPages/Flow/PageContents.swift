/// What a page holds, from top to bottom.
struct PageContents: Sendable {
    enum Item: Sendable {
        case lines([TextLine])
        case columns([TextLine], [TextLine])
        case table(PageTable)
    }

    var number: Int
    var items: [Item] = []
    var notes: [TextLine] = []
    var furniture: [TextLine] = []
    /// From line to line of its running text, in points.
    var leading: Double
    /// By how much first lines of its paragraphs are set in, where they are, in points.
    var indent: Double?

    /// The contents of pages.
    static func contents(of pages: [Page]) -> [PageContents] {
        var bodies = pages.map(PageBody.init)
        let furniture = PageFurniture(bodies.map { ($0.page, $0.lines) })
        for index in bodies.indices { bodies[index].take(furniture.lines[index]) }
        for (index, tables) in OpenTables.tables(in: bodies).enumerated() { bodies[index].take(tables) }
        let margins = PageMargins(bodies)
        var splitter = ColumnSplitter()
        var pages: [PageContents] = []
        for (index, body) in bodies.enumerated() {
            var (more, contents) = body.contents(margins.sides[index], &splitter)
            contents.indent = margins.indents[index]
            if let more, let last = pages.indices.last { pages[last].addToColumns(more) }
            pages.append(contents)
        }
        return pages
    }

    /// Adds what the next page holds of the columns that this one ends with.
    private mutating func addToColumns(_ more: ([TextLine], [TextLine])) {
        guard let last = items.indices.last, case .columns(let left, let right) = items[last] else { return }
        items[last] = .columns(left + more.0, right + more.1)
    }
}

/// A page with its ruled tables, and the lines that stand in none.
struct PageBody {
    let page: Page
    private(set) var tables: [PageTable] = []
    private(set) var lines: [TextLine] = []
    private var notes: [TextLine] = []
    private var furniture: [TextLine] = []

    init(_ page: Page) {
        self.page = page
        var free = page.words
        for grid in GridFinder().grids(in: page.rulings) {
            let box = grid.box
            let inside = free.filter { box.contains(x: $0.box.centerX, y: $0.box.centerY) }
            guard let table = PageTable(grid, words: inside, page: page.number) else { continue }
            tables.append(table)
            free.removeAll { box.contains(x: $0.box.centerX, y: $0.box.centerY) }
        }
        lines = LineBuilder.lines(of: free, page: page.number)
    }

    /// Sets furniture aside, then the notes at the foot of the page.
    mutating func take(_ places: Set<Int>) {
        furniture = places.sorted().map { lines[$0] }
        lines = lines.indices.filter { !places.contains($0) }.map { lines[$0] }
        takeNotes()
    }

    /// Puts tables in the place of their lines.
    mutating func take(_ found: [(lines: Range<Int>, table: PageTable)]) {
        for entry in found.sorted(by: { $0.lines.lowerBound > $1.lines.lowerBound }) {
            lines.removeSubrange(entry.lines)
            tables.append(entry.table)
        }
        tables.sort { $0.top < $1.top }
    }

    /// The usual height of its lines; nil where it has none.
    var usualHeight: Double? {
        let heights = lines.filter { $0.words.count >= 3 }.map(\.height).sorted()
        return heights.isEmpty ? nil : heights[heights.count / 2]
    }

    /// Notes stand below a short rule, or in smaller letters, and open with a raised figure.
    private mutating func takeNotes() {
        guard let usual = usualHeight else { return }
        let rule = page.rulings.filter { line in
            line.direction == .horizontal && line.length > 60 && line.length < 0.45 * page.width
                && line.position > 0.4 * page.height
                && !tables.contains { $0.top - 4 <= line.position && line.position <= $0.bottom + 4 }
        }.map(\.position).max()
        let bottom = tables.map(\.bottom).max() ?? 0
        let marks = Set(lines.flatMap { $0.words.dropFirst().filter(\.isRaised).map(\.text) })
        let start = lines.firstIndex { line in
            guard let first = line.words.first, line.box.top > bottom else { return false }
            let isSmall = line.height < 0.93 * usual
            let opens = first.isRaised || first.text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
            if let rule, line.box.top >= rule - 2 { return isSmall && opens }
            // Without a rule, the mark that it explains stands on the page.
            return isSmall && opens && marks.contains(first.text)
        }
        guard let start, lines[start...].allSatisfy({ $0.height < 0.93 * usual }) else { return }
        notes = Array(lines[start...])
        lines.removeSubrange(start...)
    }

    /// - Parameter sides: of the column that running text is set in.
    /// - Returns: also what it holds of the columns that the page before ends with.
    func contents(
        _ sides: (left: Double, right: Double), _ splitter: inout ColumnSplitter
    ) -> (more: ([TextLine], [TextLine])?, contents: PageContents) {
        var contents = PageContents(number: page.number, leading: leading(sides))
        contents.furniture = furniture
        contents.notes = notes.map { set($0, sides) }
        var more: ([TextLine], [TextLine])?
        var rest = lines[...]
        for (index, table) in tables.enumerated() {
            let above = rest.prefix { $0.box.centerY < table.top }
            let found = splitter.items(of: Array(above), margin: sides.left, isFirst: index == 0, isLast: false)
            more = more ?? found.more
            add(found.items, sides, to: &contents)
            rest = rest.dropFirst(above.count)
            contents.items.append(.table(table))
        }
        let found = splitter.items(of: Array(rest), margin: sides.left, isFirst: tables.isEmpty, isLast: true)
        add(found.items, sides, to: &contents)
        return (more ?? found.more, contents)
    }

    private func add(
        _ items: [ColumnSplitter.Item], _ sides: (left: Double, right: Double), to contents: inout PageContents
    ) {
        for item in items {
            switch item {
            case .lines(let lines): contents.items.append(.lines(lines.map { set($0, sides) }))
            case .columns(let left, let right): contents.items.append(.columns(left, right))
            }
        }
    }

    private func set(_ line: TextLine, _ sides: (left: Double, right: Double)) -> TextLine {
        var line = line
        line.left = min(sides.left, line.box.left)
        line.right = max(sides.right, line.box.right)
        return line
    }

    /// The distance of lines of running text, that which comes most often.
    private func leading(_ sides: (left: Double, right: Double)) -> Double {
        let wide = 0.6 * (sides.right - sides.left)
        var counts: [Int: Int] = [:]
        for (line, next) in zip(lines, lines.dropFirst()) where line.box.width > wide {
            let distance = next.box.bottom - line.box.bottom
            if distance < 3 * line.height { counts[Int((distance * 2).rounded()), default: 0] += 1 }
        }
        let best = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
        return best.map { Double($0.key) / 2 } ?? 1.35 * (usualHeight ?? 14)
    }
}

/// The sides of the running text of pages: pages of one size have them in common, where their own lines do not tell.
struct PageMargins {
    private(set) var sides: [(left: Double, right: Double)] = []
    /// By how much first lines are set in; nil where they are not.
    private(set) var indents: [Double?] = []

    private struct Size: Hashable {
        var width: Int
        var height: Int

        init(_ body: PageBody) {
            width = Int(body.page.width.rounded())
            height = Int(body.page.height.rounded())
        }
    }

    init(_ bodies: [PageBody]) {
        var lines: [Size: [TextLine]] = [:]
        for body in bodies { lines[Size(body), default: []] += body.lines }
        sides = bodies.map { body in
            let wide = body.lines.filter { $0.box.width > 0.4 * body.page.width }
            let own = Self.sides(of: wide)
            if wide.count >= 8, let own { return own }
            return Self.sides(of: (lines[Size(body)] ?? []).filter { $0.box.width > 0.4 * body.page.width }) ?? own
                ?? (0.1 * body.page.width, 0.9 * body.page.width)
        }
        var counts: [Size: [Int: Int]] = [:]
        for (body, sides) in zip(bodies, sides) {
            for (line, next) in zip(body.lines, body.lines.dropFirst())
            where line.box.width > 0.6 * (sides.right - sides.left) && abs(next.box.left - sides.left) < 2 {
                let indent = Int((line.box.left - sides.left).rounded())
                if indent > 8, indent < 120 { counts[Size(body), default: [:]][indent, default: 0] += 1 }
            }
        }
        indents = bodies.map { body in
            let best = counts[Size(body)]?.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
            return best.flatMap { $0.value >= 3 ? Double($0.key) : nil }
        }
    }

    private static func sides(of lines: [TextLine]) -> (left: Double, right: Double)? {
        guard !lines.isEmpty else { return nil }
        let lefts = lines.map(\.box.left).sorted()
        let rights = lines.map(\.box.right).sorted()
        return (lefts[lefts.count / 20], rights[rights.count - 1 - rights.count / 20])
    }
}
