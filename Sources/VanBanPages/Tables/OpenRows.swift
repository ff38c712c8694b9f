/// The rows of a table without ruled lines.
///
/// Where lines are ruled between rows, or free room parts them, these say where they begin. Else rows stand right below each other, and their cells begin on
/// one line: the columns that are shorter than the highest of the row above begin anew below free room of their own.
struct OpenRows {
    /// A line with what of it stands in each column.
    private struct Line {
        var line: TextLine
        var cells: [Int: [LineWord]]
        /// Over several columns: the title of a group.
        var isWide: Bool
        /// From the line above on the page; nil for a page's first.
        var distance: Double?
    }

    private let columns: OpenColumns
    private var pages: [[Line]]
    private var leading = 0.0
    /// By page, the lines that stand right below a ruled line.
    private var ruled: [Set<Int>] = []

    /// - Parameters:
    ///   - pages: the table's lines by page.
    ///   - rules: what is ruled on these pages.
    init(_ pages: [[TextLine]], _ columns: OpenColumns, rules: [[Ruling]]) {
        self.columns = columns
        self.pages = pages.map { lines in
            var above: TextLine?
            return lines.map { line in
                defer { above = line }
                var cells: [Int: [LineWord]] = [:]
                for word in line.words { cells[columns.column(at: word.box.centerX), default: []].append(word) }
                return Line(
                    line: line, cells: cells, isWide: columns.isCrossed(by: line),
                    distance: above.map { line.box.bottom - $0.box.bottom })
            }
        }
        leading = usualLeading
        ruled = zip(pages, rules).map { Self.ruled($0, $1, columns) }
    }

    private static func ruled(_ lines: [TextLine], _ rules: [Ruling], _ columns: OpenColumns) -> Set<Int> {
        guard let left = columns.columns.first?.left, let right = columns.columns.last?.right else { return [] }
        let places = rules.filter {
            $0.direction == .horizontal && min($0.end, right) - max($0.start, left) > 0.6 * (right - left)
        }.map(\.position)
        return Set(
            lines.indices.dropFirst().filter { index in
                places.contains { lines[index - 1].box.centerY < $0 && $0 < lines[index].box.centerY }
            })
    }

    /// Whether lines are ruled between the rows.
    private var isRuled: Bool {
        let numbered = pages.joined().count(where: isNumbered)
        let count = ruled.reduce(0) { $0 + $1.count }
        return count >= 3 && Double(count) >= 0.7 * Double(numbered - pages.count)
    }

    /// From line to line within a cell, what comes most often.
    private var usualLeading: Double {
        var counts: [Int: Int] = [:]
        for page in pages {
            for (line, above) in zip(page.dropFirst(), page) {
                guard let distance = line.distance, distance < 2.5 * line.line.height,
                    line.cells.keys.contains(where: { above.cells[$0] != nil })
                else { continue }
                counts[Int((distance * 2).rounded()), default: 0] += 1
            }
        }
        let best = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
        return best.map { Double($0.key) / 2 } ?? 16
    }

    // MARK: Where rows begin

    /// What the columns say of a line: how many begin anew, how many go on close below.
    private func columnsThatBegin(_ page: [Line], _ index: Int) -> (fresh: Int, tight: Int) {
        var fresh = 0
        var tight = 0
        for column in page[index].cells.keys {
            var above = index - 1
            var distance = page[index].distance ?? .infinity
            while above >= 0, page[above].cells[column] == nil || page[above].isWide {
                if page[above].isWide { distance = .infinity }
                distance += page[above].distance ?? .infinity
                above -= 1
            }
            if above < 0 || distance > 1.45 * leading {
                fresh += 1
            } else if distance <= leading + 1.2 {
                tight += 1
            }
        }
        return (fresh, tight)
    }

    /// Whether free room stands between the rows, in points more than between lines; nil where none does.
    private var rowGap: Double? {
        var wide: [Double] = []
        var numbered = 0
        for page in pages {
            for line in page {
                if isNumbered(line) { numbered += 1 }
                guard let distance = line.distance, distance > leading + 1.5, !line.isWide else { continue }
                wide.append(distance - leading)
            }
        }
        guard wide.count >= 2, Double(wide.count) >= 0.7 * Double(numbered - pages.count) else { return nil }
        wide.sort()
        return wide[wide.count / 4]
    }

    /// By page the lines that rows begin with.
    private func starts() -> [[Int]] {
        let gap = rowGap
        let isRuled = isRuled
        return pages.enumerated().map { number, page in
            page.indices.filter { index in
                if isRuled { return index == 0 || ruled[number].contains(index) }
                guard let distance = page[index].distance else { return true }
                if page[index].isWide || page[index - 1].isWide { return true }
                if let gap { return distance > leading + 0.6 * gap }
                return columnsThatBegin(page, index).fresh > 0
            }
        }
    }

    /// Whether numbers stand on the first lines of their rows, and no row has two.
    private func isPlausible(_ starts: [[Int]]) -> Bool {
        var right = 0
        var wrong = 0
        for (page, starts) in zip(pages, starts) {
            for (index, start) in starts.enumerated() {
                let end = index + 1 < starts.count ? starts[index + 1] : page.count
                let numbers = (start..<end).filter { isNumbered(page[$0]) }
                if numbers.count <= 1 || isHead(page[start]) { right += 1 } else { wrong += 1 }
            }
        }
        return wrong * 6 <= right && (isRuled || !isCentered)
    }

    /// Whether cells stand in the middle of their rows: beside a number not all columns of its row have a line, or above it
    /// most have, and not only the highest of the row above.
    private var isCentered: Bool {
        var tight = 0
        var beside = 0
        var all = 0
        for page in pages {
            for index in page.indices.dropFirst() where isNumbered(page[index]) {
                let end = page[(index + 1)...].firstIndex { isNumbered($0) || $0.isWide } ?? page.count
                let columns = Set(page[index..<end].flatMap(\.cells.keys))
                tight += columnsThatBegin(page, index).tight
                beside += page[index].cells.count
                all += columns.count
            }
        }
        return tight * 5 > beside * 2 || beside * 4 < all * 3
    }

    /// Whether a number stands in the first column.
    private func isNumbered(_ line: Line) -> Bool {
        guard !line.isWide, let words = line.cells[0], words.count == 1 else { return false }
        return LineFlow.isLabelOrNumber(words[0].text) && !Self.isCutHead(words[0].text)
    }

    /// Whether the first column has words and no number.
    private func isHead(_ line: Line) -> Bool {
        line.cells[0].map { words in
            words.contains { $0.text.unicodeScalars.count { $0.properties.isAlphabetic } > 1 }
        } ?? false
    }

    // MARK: Tables

    /// The table's pieces by page; nil where its rows cannot be told.
    func tables(pages numbers: [Int]) -> [PageTable]? {
        var starts = starts()
        guard isPlausible(starts) else { return nil }
        joinHeads(&starts)
        return zip(zip(pages, starts), numbers).map { entry, number in
            let (page, starts) = entry
            var rows: [PageTable.Row] = []
            for (index, start) in starts.enumerated() {
                let end = index + 1 < starts.count ? starts[index + 1] : page.count
                rows.append(row(page, start..<end, isFirst: index == 0))
            }
            return PageTable(page: number, columns: columns.borders, rows: rows, isInferred: true)
        }
    }

    /// The lines of the head are one row, however its cells are set; pages repeat them.
    private func joinHeads(_ starts: inout [[Int]]) {
        guard let first = pages.first, let head = headLength(of: first) else { return }
        let key = first[..<head].map(\.line.text)
        for (index, page) in pages.enumerated()
        where page.count >= head && page[..<head].map(\.line.text) == key {
            starts[index].removeAll { $0 > 0 && $0 < head }
            if page.count > head, !starts[index].contains(head) {
                starts[index].append(head)
                starts[index].sort()
            }
        }
    }

    private static let longestHead = 8

    /// Lines above the first number in the first column, or above the first title of a group.
    private func headLength(of page: [Line]) -> Int? {
        guard
            let end = page.prefix(Self.longestHead + 1).indices.dropFirst().first(where: { index in
                page[index].isWide || isNumbered(page[index])
            }), page[..<end].contains(where: { $0.cells.count >= 3 }), !page[..<end].contains(where: \.isWide)
        else { return nil }
        return end
    }

    /// A letter that counts nothing: what a narrow column left of its head (`T⏎T`).
    private static func isCutHead(_ word: String) -> Bool {
        guard let letter = word.unicodeScalars.first, word.unicodeScalars.count == 1, letter.properties.isAlphabetic
        else {
            return false
        }
        return !("A"..."I").contains(letter) && !("a"..."i").contains(letter) && letter != "V" && letter != "X"
    }

    private func row(_ page: [Line], _ range: Range<Int>, isFirst: Bool) -> PageTable.Row {
        var row = PageTable.Row(
            top: page[range.lowerBound].line.box.top - 1, bottom: page[range.upperBound - 1].line.box.bottom + 1,
            cells: [])
        if range.count == 1, page[range.lowerBound].isWide {
            row.cells = wideCells(page[range.lowerBound])
            return row
        }
        for column in columns.columns.indices {
            let sides = columns.columns[column]
            let lines = range.compactMap { index in
                page[index].cells[column].map { words in
                    TextLine(page: page[index].line.page, words: words, left: sides.left, right: sides.right)
                }
            }
            row.cells.append(PageTable.Cell(column: column, columnSpan: 1, rowSpan: 1, lines: lines))
        }
        if !isFirst, rowGap == nil, !isRuled, page[range.lowerBound].cells[0] == nil {
            row.isDoubtful = columnsThatBegin(page, range.lowerBound).fresh == 1
        }
        return row
    }

    /// The cells of a title over several columns: what stands apart before it is its label.
    private func wideCells(_ line: Line) -> [PageTable.Cell] {
        var label: [LineWord] = []
        var rest = line.line.words[...]
        if let first = rest.first, columns.column(at: first.box.centerX) == 0, rest.count > 1,
            first.box.right <= columns.columns[0].right + 1,
            rest[rest.startIndex + 1].box.left >= columns.columns[1].left - 2
        {
            label = [first]
            rest = rest.dropFirst()
        }
        func cell(_ words: [LineWord], _ column: Int, _ span: Int) -> PageTable.Cell {
            PageTable.Cell(
                column: column, columnSpan: span, rowSpan: 1,
                lines: words.isEmpty ? [] : [TextLine(page: line.line.page, words: words)])
        }
        let count = columns.columns.count
        if label.isEmpty { return [cell(Array(rest), 0, count)] }
        return [cell(label, 0, 1), cell(Array(rest), 1, count - 1)]
    }
}
