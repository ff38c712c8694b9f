/// Parts the lines of a page's table into rows, where nothing is drawn between these.
///
/// The cells of a row stand at its top, or in its middle: so the columns of a row begin at one height, or their middles lie at
/// one, and the highest of them says how high it is. Rows have one number each, a sentence goes on within a row, and room
/// between rows is the same all over a table. Each of these may fail somewhere; the partition that fails least is taken, and
/// where another one hardly fails more, or the best one fails, the row is doubtful.
struct RowPartition {
    /// A line across the table.
    struct Line {
        /// What of it stands in each column.
        var cells: [Int: TextLine]
        var center: Double
        /// Over several columns: the title of a group, a row of its own.
        var isWide: Bool
        /// Whether a number stands in the column that counts the rows.
        var isNumbered: Bool
    }

    /// Where the cells of a column stand in their rows.
    enum Standing: CaseIterable { case top, middle }

    /// The rows of a page.
    struct Rows: Equatable {
        /// The lines that rows begin with.
        var starts: [Int] = []
        /// Of these, the ones whose rows may be others.
        var doubtful: Set<Int> = []
        /// Rows in which the partition plainly fails.
        var failed = 0
    }

    /// What the signs weigh against each other.
    private enum Weight {
        static let row = 0.2
        static let unnumbered = 1.0
        static let unnumberedAtTop = 0.3
        static let secondNumber = 3.0
        static let wordsAboveNumber = 1.5
        static let aside = 1.0
        static let mostAside = 2.5
        static let room = 1.5
        static let mostRoom = 2.0
        static let paragraph = 0.25
        static let cutSentence = 1.0
        static let usualRoom = 1.5
    }

    /// Another partition that fails by less than this more is a rival.
    private static let margin = 0.7
    /// A row that fails by so much may be another, and by so much is none.
    private static let doubt = 0.9
    private static let failure = 2.0
    /// In lines from middle to middle: the least between rows, and more than within a cell.
    private static let leastStep = 0.8
    private static let wideStep = 1.3
    private static let longestRow = 80

    private let pages: [Sheet]
    private let columnCount: Int
    private let leading: Double
    private let isNumbered: Bool
    private var standings: [Standing]
    /// From line to line where rows part, in points, where that is more than within cells.
    private var rowStep: Double?
    private let head: [String]?

    /// - Parameters:
    ///   - pages: the table's lines by page.
    ///   - head: the texts of the lines that pages repeat, once these are known.
    init(_ pages: [[Line]], columns: Int, leading: Double, head: [String]? = nil) {
        self.pages = pages.map { Sheet($0, leading) }
        columnCount = columns
        self.leading = leading
        self.head = head
        isNumbered = pages.joined().count(where: \.isNumbered) >= 3
        standings = Array(repeating: .top, count: columns)
    }

    /// Whether the cells of most columns stand in the middle of their rows.
    var isMiddle: Bool { standings.count { $0 == .middle } * 2 > standings.count }

    /// The rows of each page, by where cells stand that fails least.
    mutating func rows() -> [Rows] {
        var best: (cost: Double, standings: [Standing], step: Double?)?
        for standing in Standing.allCases {
            standings = Array(repeating: standing, count: columnCount)
            rowStep = nil
            var known: [Standing] = []
            var cost = 0.0
            var rounds = 0
            while known != standings, rounds < 4 {
                known = standings
                rounds += 1
                let paths = pages.indices.map { path($0) }
                cost = paths.reduce(0) { $0 + $1.cost }
                if best.map({ cost < $0.cost - 0.001 }) ?? true { best = (cost, standings, rowStep) }
                settle(by: paths.map(\.starts))
            }
        }
        if let best { (standings, rowStep) = (best.standings, best.step) }
        return pages.indices.map { rows(of: $0) }
    }

    // MARK: What is learnt from a partition

    /// Where the cells of each column stand, and how much room parts rows.
    private mutating func settle(by starts: [[Int]]) {
        var asides = [[Double]](repeating: [0, 0], count: columnCount)
        var steps: [Double] = []
        for (page, starts) in zip(pages, starts) {
            for (index, start) in starts.enumerated() {
                let end = index + 1 < starts.count ? starts[index + 1] : page.lines.count
                if start > 0, !page.lines[start].isWide, !page.lines[start - 1].isWide {
                    steps.append(page.step(above: start))
                }
                let blocks = page.blocks(start..<end, columnCount)
                for (column, block) in blocks.enumerated() {
                    guard let block else { continue }
                    asides[column][0] += min(1, aside(block, in: blocks, .top))
                    asides[column][1] += min(1, aside(block, in: blocks, .middle))
                }
            }
        }
        for column in asides.indices where asides[column][0] != asides[column][1] {
            standings[column] = asides[column][0] < asides[column][1] ? .top : .middle
        }
        steps.sort()
        rowStep = steps.isEmpty ? nil : steps[steps.count / 4]
        if let step = rowStep, step < 1.12 * leading { rowStep = nil }
    }

    /// By how many lines a cell stands aside from where cells of its column stand.
    private func aside(_ block: Block, in blocks: [Block?], _ standing: Standing) -> Double {
        var (top, bottom) = (block.top, block.bottom)
        for other in blocks {
            guard let other else { continue }
            top = min(top, other.top)
            bottom = max(bottom, other.bottom)
        }
        let distance =
            switch standing {
            case .top: block.top - top
            case .middle: abs(block.top + block.bottom - top - bottom) / 2
            }
        return distance / leading
    }

    // MARK: The best partition

    private struct Path {
        var starts: [Int]
        var cost: Double
        /// By line, what the best partition above and below it costs.
        var above: [Double]
        var below: [Double]
    }

    private func path(_ number: Int) -> Path {
        let page = pages[number]
        let count = page.lines.count
        var above = [Double](repeating: .infinity, count: count + 1)
        var before = [Int](repeating: 0, count: count + 1)
        above[0] = 0
        forEachRow(number) { start, end, cost in
            if above[start] + cost < above[end] {
                above[end] = above[start] + cost
                before[end] = start
            }
        }
        var below = [Double](repeating: .infinity, count: count + 1)
        below[count] = 0
        var rows: [(start: Int, end: Int, cost: Double)] = []
        forEachRow(number) { rows.append(($0, $1, $2)) }
        for row in rows.reversed() { below[row.start] = min(below[row.start], row.cost + below[row.end]) }
        var starts: [Int] = []
        var place = count
        while place > 0 {
            place = before[place]
            starts.append(place)
        }
        return Path(starts: starts.reversed(), cost: above[count], above: above, below: below)
    }

    private func rows(of number: Int) -> Rows {
        let path = path(number)
        let page = pages[number]
        var rows = Rows(starts: path.starts)
        func end(of index: Int) -> Int {
            index + 1 < path.starts.count ? path.starts[index + 1] : page.lines.count
        }
        let chosen = Set(path.starts.indices.map { [path.starts[$0], end(of: $0)] })
        forEachRow(number) { start, end, cost in
            guard !chosen.contains([start, end]),
                path.above[start] + cost + path.below[end] < path.cost + Self.margin
            else { return }
            for (index, own) in path.starts.enumerated() where own < end {
                let ownEnd = index + 1 < path.starts.count ? path.starts[index + 1] : page.lines.count
                if ownEnd > start, !page.lines[own].isWide { rows.doubtful.insert(own) }
            }
        }
        for (index, start) in path.starts.enumerated() where !isHead(number, start, end(of: index)) {
            let failing = failing(number, start, end(of: index))
            if failing >= Self.doubt || isLoose(number, start, end(of: index)) { rows.doubtful.insert(start) }
            if failing >= Self.failure { rows.failed += 1 }
        }
        for column in 0..<columnCount where standings[column] == .middle {
            markMerged(column, number, path.starts, &rows.doubtful)
        }
        if let first = path.starts.first, isHead(number, first, end(of: 0)) { rows.doubtful.remove(first) }
        return rows
    }

    /// A cell that does not stand in the middle of its row may be one over several: nobody knows whose it is, up to the next
    /// cells of its column above and below.
    private func markMerged(_ column: Int, _ number: Int, _ starts: [Int], _ doubtful: inout Set<Int>) {
        let page = pages[number]
        var empty: [Int] = []
        var isMerged = false
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1] : page.lines.count
            let blocks = page.blocks(start..<end, columnCount)
            guard !page.lines[start].isWide, !isHead(number, start, end) else {
                (empty, isMerged) = ([], false)
                continue
            }
            guard let block = blocks[column] else {
                empty.append(start)
                if isMerged { doubtful.insert(start) }
                continue
            }
            isMerged = aside(block, in: blocks, .middle) > 0.15 && aside(block, in: blocks, .top) > 0.15
            if isMerged { doubtful.formUnion(empty + [start]) }
            empty = []
        }
    }

    /// Whether nothing says that the lines of a row without a number are one row: a place within it cuts no sentence.
    private func isLoose(_ number: Int, _ start: Int, _ end: Int) -> Bool {
        let page = pages[number]
        guard isNumbered, start > 0, !page.lines[start..<end].contains(where: \.isNumbered) else { return false }
        return (start + 1..<end).contains { line in
            page.mayPart(line) && page.sentencesCut(at: line) == 0
                && page.lines[line].cells.count >= 2 && page.lines[line - 1].cells.count >= 2
        }
    }

    /// Calls back for every row that there may be on a page, by where it begins.
    private func forEachRow(_ number: Int, _ body: (Int, Int, Double) -> Void) {
        let page = pages[number]
        let repeated = head.flatMap { page.begins(with: $0) ? $0.count : nil }
        for start in page.lines.indices where page.mayPart(start) {
            if let repeated, start > 0, start < repeated { continue }
            for end in (start + 1)...page.lines.count {
                guard end - start <= Self.longestRow else { break }
                if let repeated, start < repeated, end != repeated { continue }
                if page.lines[end - 1].isWide, end - start > 1 { break }
                guard page.mayPart(end) else { continue }
                let cost = failing(number, start, end) + countCost(number, start, end) + partingCost(number, start)
                body(start, end, Weight.row + cost)
                if page.lines[start].isWide { break }
            }
        }
    }

    /// Whether a row is the head, at the top of the table or of a page that repeats it.
    private func isHead(_ number: Int, _ start: Int, _ end: Int) -> Bool {
        guard start == 0, !pages[number].lines[..<end].contains(where: \.isNumbered) else { return false }
        return number == 0 || head.map { pages[number].begins(with: $0) && $0.count == end } ?? false
    }

    // MARK: What speaks against a row

    private func countCost(_ number: Int, _ start: Int, _ end: Int) -> Double {
        let page = pages[number]
        guard isNumbered, !page.lines[start].isWide, !isHead(number, start, end) else { return 0 }
        guard !page.lines[start..<end].contains(where: \.isNumbered) else { return 0 }
        return start == 0 ? Weight.unnumberedAtTop : Weight.unnumbered
    }

    /// Cells aside, room within cells, numbers beyond the first.
    private func failing(_ number: Int, _ start: Int, _ end: Int) -> Double {
        let page = pages[number]
        guard !page.lines[start].isWide else { return 0 }
        let blocks = page.blocks(start..<end, columnCount)
        // A row that a page cuts stands at its top in both parts; heads stand in either way.
        let isAny = isHead(number, start, end) || start == 0 && number > 0 || end == page.lines.count
        var cost = 0.0
        for (column, block) in blocks.enumerated() {
            guard let block else { continue }
            let aside =
                isAny
                ? min(aside(block, in: blocks, .top), aside(block, in: blocks, standings[column]))
                : aside(block, in: blocks, standings[column])
            if aside > 0.15 { cost += min(Weight.mostAside, Weight.aside + aside) }
            cost += min(Weight.mostRoom, block.room * Weight.room) + Weight.paragraph * Double(block.paragraphs)
        }
        let numbers = page.lines[start..<end].count(where: \.isNumbered)
        if numbers > 1, isNumbered { cost += Weight.secondNumber * Double(numbers - 1) }
        if isNumbered, page.hasWordsAboveNumber(start..<end) { cost += Weight.wordsAboveNumber }
        for line in (start + 1)..<max(start + 1, end) {
            if let rowStep, page.step(above: line) > rowStep - 0.1 * leading { cost += Weight.usualRoom }
        }
        return cost
    }

    /// What speaks against a row that begins at a line.
    private func partingCost(_ number: Int, _ line: Int) -> Double {
        let page = pages[number]
        guard line > 0, !page.lines[line].isWide, !page.lines[line - 1].isWide else { return 0 }
        var cost = Weight.cutSentence * Double(page.sentencesCut(at: line))
        if let rowStep, page.step(above: line) < rowStep - 0.2 * leading { cost += Weight.usualRoom }
        return cost
    }

    // MARK: Lines

    /// What of a row stands in a column.
    struct Block {
        var top: Double
        var bottom: Double
        /// In lines, beyond those that are set close.
        var room = 0.0
        /// Paragraphs beyond the first.
        var paragraphs = 0
    }

    /// The lines of a page, with what stands above each in its column.
    private struct Sheet {
        private struct Neighbour {
            var line: Int
            /// In lines.
            var step: Double
            var goesOn: Bool
            var isCut: Bool
        }

        let lines: [Line]
        private let leading: Double
        private var above: [[Int: Neighbour]] = []
        private var cuts: [Int]

        init(_ lines: [Line], _ leading: Double) {
            self.lines = lines
            self.leading = leading
            cuts = Array(repeating: 0, count: lines.count + 1)
            let flow = LineFlow(leading: nil)
            var last: [Int: Int] = [:]
            for (index, line) in lines.enumerated() {
                var own: [Int: Neighbour] = [:]
                if line.isWide { last = [:] }
                for (column, cell) in line.cells where !line.isWide {
                    if let place = last[column], let over = lines[place].cells[column] {
                        let step = (cell.box.centerY - over.box.centerY) / leading
                        let isCut = Self.isCut(over, cell)
                        own[column] = Neighbour(
                            line: place, step: step, goesOn: flow.join(over, cell) != nil, isCut: isCut)
                        if isCut, step < RowPartition.wideStep {
                            for parting in (place + 1)...index { cuts[parting] += 1 }
                        }
                    }
                    last[column] = index
                }
                above.append(own)
            }
        }

        private static func isCut(_ over: TextLine, _ line: TextLine) -> Bool {
            guard let end = over.words.last, let first = line.words.first else { return false }
            return LineFlow.breaksWithin(end.text, first.text)
                || LineFlow.startsSmall(first.text) && !LineFlow.closes(end.text)
        }

        func sentencesCut(at line: Int) -> Int { cuts[line] }

        /// From the middle of the line above to that of a line, in points.
        func step(above line: Int) -> Double { lines[line].center - lines[line - 1].center }

        /// Whether a row may begin with a line: the one above is as far as lines of a cell are.
        func mayPart(_ line: Int) -> Bool {
            if line == 0 || line == lines.count || lines[line].isWide || lines[line - 1].isWide { return true }
            return step(above: line) >= RowPartition.leastStep * leading
        }

        /// Whether a row's number stands below words of its cell: these are a head.
        func hasWordsAboveNumber(_ range: Range<Int>) -> Bool {
            guard let first = range.first(where: { lines[$0].cells[0] != nil }) else { return false }
            return !lines[first].isNumbered && lines[range].contains { $0.isNumbered && $0.cells[0] != nil }
        }

        func begins(with head: [String]) -> Bool {
            lines.count >= head.count && zip(lines, head).allSatisfy { line, text in line.text == text }
        }

        func blocks(_ range: Range<Int>, _ columns: Int) -> [Block?] {
            var blocks = [Block?](repeating: nil, count: columns)
            for index in range {
                for (column, cell) in lines[index].cells where column < columns {
                    guard var block = blocks[column] else {
                        blocks[column] = Block(top: cell.box.top, bottom: cell.box.bottom)
                        continue
                    }
                    block.top = min(block.top, cell.box.top)
                    block.bottom = max(block.bottom, cell.box.bottom)
                    if let neighbour = above[index][column] {
                        if neighbour.step > RowPartition.wideStep { block.room += neighbour.step - 1 }
                        if !neighbour.goesOn { block.paragraphs += 1 }
                    }
                    blocks[column] = block
                }
            }
            return blocks
        }
    }
}

extension RowPartition.Line {
    /// Its words over all columns.
    var text: String { cells.sorted { $0.key < $1.key }.map(\.value.text).joined(separator: " ") }
}
