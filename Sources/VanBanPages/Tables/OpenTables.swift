/// Finds tables without ruled lines among the lines of pages, by where their words stand.
struct OpenTables {
    /// Lines with words in three columns or more show that a table is there.
    private static let leastSeeds = 3
    /// Lines between two of them: cells run over many lines.
    private static let mostBetween = 20
    private static let leastColumns = 3

    /// A line of a page.
    private struct Entry {
        var page: Int
        var index: Int
        var line: TextLine
    }

    /// The tables of pages, with the lines that they take up by page.
    static func tables(in bodies: [PageBody]) -> [[(lines: Range<Int>, table: PageTable)]] {
        var found = [[(lines: Range<Int>, table: PageTable)]](repeating: [], count: bodies.count)
        for run in runs(of: bodies) {
            for piece in pieces(of: run, in: bodies)
            where !found[piece.page].contains(where: { $0.lines.overlaps(piece.lines) }) {
                found[piece.page].append((piece.lines, piece.table))
            }
        }
        return found
    }

    // MARK: Where tables may be

    /// Whether a line has words in several columns: gaps as wide as a letter is high, or plainly wider than its own spaces.
    private static func isSeed(_ line: TextLine) -> Bool {
        let gaps = zip(line.words.dropFirst(), line.words).map { $0.box.left - $1.box.right }
        guard gaps.count + 1 >= leastColumns, let space = gaps.min() else { return false }
        let wide = gaps.count { $0 > 0.8 * line.height }
        let wider = gaps.count { $0 > max(0.5 * line.height, 2 * space) }
        return max(wide, wider) + 1 >= leastColumns
    }

    /// Lines one after the other, over pages of one size, with seeds close together.
    private static func runs(of bodies: [PageBody]) -> [[Entry]] {
        var runs: [[Entry]] = []
        var open: [Entry] = []
        var lastSeed = -1
        var seeds = 0
        func close() {
            if seeds >= leastSeeds, lastSeed >= 0 { runs.append(Array(open[...lastSeed])) }
            open = []
            lastSeed = -1
            seeds = 0
        }
        for (page, body) in bodies.enumerated() {
            if let before = bodies[..<page].last, abs(before.page.width - body.page.width) > 2 || !before.tables.isEmpty
            {
                close()
            }
            let breaks = Set(body.tables.map { table in body.lines.firstIndex { $0.box.centerY > table.top } ?? -1 })
            for (index, line) in body.lines.enumerated() {
                if breaks.contains(index) { close() }
                let isSeed = isSeed(line)
                if !isSeed, open.isEmpty { continue }
                open.append(Entry(page: page, index: index, line: line))
                if isSeed {
                    lastSeed = open.count - 1
                    seeds += 1
                } else if open.count - 1 - lastSeed > mostBetween {
                    close()
                }
            }
        }
        close()
        return runs
    }

    // MARK: One table

    private static func pieces(
        of run: [Entry], in bodies: [PageBody]
    ) -> [(page: Int, lines: Range<Int>, table: PageTable)] {
        let columns = OpenColumns(run.map(\.line))
        guard columns.columns.count >= leastColumns else { return [] }
        var found: [(page: Int, lines: Range<Int>, table: PageTable)] = []
        for part in parts(of: run, columns) {
            var ranges: [(page: Int, lines: Range<Int>)] = []
            for entry in part {
                if let last = ranges.last, last.page == entry.page {
                    ranges[ranges.count - 1].lines = last.lines.lowerBound..<(entry.index + 1)
                } else {
                    ranges.append((entry.page, entry.index..<(entry.index + 1)))
                }
            }
            for index in ranges.indices {
                let body = bodies[ranges[index].page]
                ranges[index].lines = extended(ranges[index].lines, isFirst: index == 0, in: body.lines, columns)
            }
            addRest(to: &ranges, in: bodies, columns)
            let lines = ranges.map { Array(bodies[$0.page].lines[$0.lines]) }
            let tables: [PageTable]
            if let ruled = RuledRows(lines, columns, pages: ranges.map { bodies[$0.page].page }) {
                tables = ruled.tables
            } else if let found = OpenRows(lines, columns).tables(pages: ranges.map { bodies[$0.page].page.number }) {
                tables = found
            } else {
                continue
            }
            for (range, table) in zip(ranges, tables) { found.append((range.page, range.lines, table)) }
        }
        return found
    }

    /// The lines at the top of the next page that end the last row of a table: they stand in its columns, and go on with a cell.
    private static func addRest(
        to ranges: inout [(page: Int, lines: Range<Int>)], in bodies: [PageBody], _ columns: OpenColumns
    ) {
        guard let last = ranges.last, last.lines.upperBound == bodies[last.page].lines.count,
            bodies.indices.contains(last.page + 1)
        else { return }
        let (own, next) = (bodies[last.page], bodies[last.page + 1])
        guard own.tables.isEmpty, next.tables.isEmpty, abs(own.page.width - next.page.width) < 2,
            let first = next.lines.first, goesOn(first, below: own.lines[last.lines], columns)
        else { return }
        var rest = 0..<1
        while rest.upperBound < next.lines.count,
            continues(next.lines[rest.upperBound], below: next.lines[rest.upperBound - 1], columns)
        {
            rest = 0..<(rest.upperBound + 1)
        }
        ranges.append((last.page + 1, rest))
    }

    /// Whether what stands in each column goes on with the last that stands in it above.
    private static func goesOn(_ line: TextLine, below rows: ArraySlice<TextLine>, _ columns: OpenColumns) -> Bool {
        guard !columns.isCrossed(by: line) else { return false }
        let flow = LineFlow(leading: nil)
        func cells(_ line: TextLine) -> [Int: [LineWord]] {
            Dictionary(grouping: line.words) { columns.column(at: $0.box.centerX) }
        }
        let own = cells(line)
        guard own[0] == nil else { return false }
        return own.allSatisfy { column, words in
            guard let above = rows.last(where: { cells($0)[column] != nil }), let last = cells(above)[column] else {
                return false
            }
            let sides = columns.columns[column]
            func piece(_ words: [LineWord], _ page: Int) -> TextLine {
                TextLine(page: page, words: words, left: sides.left, right: sides.right)
            }
            return flow.join(piece(last, above.page), piece(words, line.page), isAcross: true) != nil
        }
    }

    /// Takes a run apart where running text stands in it: more than one line that crosses columns.
    private static func parts(of run: [Entry], _ columns: OpenColumns) -> [[Entry]] {
        var parts: [[Entry]] = []
        var open: [Entry] = []
        var crossing = 0
        func close() {
            while let last = open.last, columns.isCrossed(by: last.line) { open.removeLast() }
            if open.count(where: { isSeed($0.line) }) >= leastSeeds { parts.append(open) }
            open = []
        }
        for entry in run {
            let isCrossing = columns.isCrossed(by: entry.line)
            crossing = isCrossing ? crossing + 1 : 0
            if isCrossing, open.isEmpty { continue }
            open.append(entry)
            if crossing > 2 { close() }
        }
        close()
        return parts
    }

    /// The lines above and below that belong to a table: they leave its gaps free and stand close.
    private static func extended(
        _ range: Range<Int>, isFirst: Bool, in lines: [TextLine], _ columns: OpenColumns
    ) -> Range<Int> {
        var range = range
        while range.lowerBound > 0, belongs(lines[range.lowerBound - 1], above: lines[range], columns, isFirst),
            range.lowerBound < 2
                || !isRest(lines[range.lowerBound - 1], of: lines[range.lowerBound - 2], columns)
        {
            range = (range.lowerBound - 1)..<range.upperBound
        }
        while range.upperBound < lines.count,
            continues(lines[range.upperBound], below: lines[range.upperBound - 1], columns)
        {
            range = range.lowerBound..<(range.upperBound + 1)
        }
        return range
    }

    /// Whether a line ends the running text above it: that goes over the columns, and its sentence or bracket is open.
    private static func isRest(_ line: TextLine, of above: TextLine, _ columns: OpenColumns) -> Bool {
        guard columns.isCrossed(by: above), line.box.top - above.box.bottom < 0.9 * line.height,
            let end = above.words.last?.text, let first = line.words.first?.text
        else { return false }
        func open(_ line: TextLine) -> Int {
            line.text.unicodeScalars.reduce(0) { $1 == "(" ? $0 + 1 : $1 == ")" ? $0 - 1 : $0 }
        }
        return LineFlow.startsSmall(first) && !LineFlow.closes(end) || open(above) > 0 && open(line) < 0
    }

    private static func belongs(
        _ line: TextLine, above rest: ArraySlice<TextLine>, _ columns: OpenColumns, _ isFirst: Bool
    ) -> Bool {
        guard let next = rest.first, !columns.isCrossed(by: line), next.box.top - line.box.bottom < 0.9 * line.height
        else {
            return false
        }
        let filled = Set(line.words.map { columns.column(at: $0.box.centerX) })
        if filled.count >= 2 { return true }
        if !isFirst { return next.box.top - line.box.bottom < 0.3 * line.height }
        // A head that is higher than those beside it stands over its own, one over several columns over their middle.
        guard let column = filled.first else { return false }
        if isOver(line, rest.prefix(4), column, columns) { return true }
        for below in rest.prefix(4) {
            let own = below.words.filter { columns.column(at: $0.box.centerX) == column }.map(\.box).hull()
            guard let own else { continue }
            return own.top - line.box.bottom < 0.3 * line.height
                && (abs(own.centerX - line.box.centerX) < 6 || abs(own.left - line.box.left) < 2)
        }
        return false
    }

    /// Whether a line stands close above heads of several columns, over the middle of them.
    private static func isOver(
        _ line: TextLine, _ heads: ArraySlice<TextLine>, _ column: Int, _ columns: OpenColumns
    ) -> Bool {
        for below in heads where below.box.top - line.box.bottom < 0.3 * line.height {
            let cells = Dictionary(grouping: below.words) { columns.column(at: $0.box.centerX) }
            for first in max(0, column - 3)...column {
                for last in max(column, first + 1)..<min(columns.columns.count, column + 4) {
                    guard (first...last).allSatisfy({ cells[$0] != nil }),
                        let own = (first...last).flatMap({ cells[$0] ?? [] }).map(\.box).hull()
                    else { continue }
                    let middle = (columns.borders[first] + columns.borders[last + 1]) / 2
                    if own.width > line.box.width,
                        abs(own.centerX - line.box.centerX) < 6 || abs(middle - line.box.centerX) < 6
                    {
                        return true
                    }
                }
            }
        }
        return false
    }

    private static func continues(_ line: TextLine, below last: TextLine, _ columns: OpenColumns) -> Bool {
        guard !columns.isCrossed(by: line), line.box.top - last.box.bottom < 0.6 * line.height else { return false }
        // Text at the margin that happens to be short is none of the table's.
        let filled = Set(line.words.map { columns.column(at: $0.box.centerX) })
        guard filled == [0] else { return true }
        return line.box.right <= columns.columns[0].right + 0.5 && line.height <= last.height * 1.1
            && last.words.contains { columns.column(at: $0.box.centerX) == 0 }
    }
}
