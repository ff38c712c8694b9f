import VanBanReading

/// The rows of a table without ruled lines, from where its words stand (``RowPartition``), and its cells.
struct OpenRows {
    private typealias Line = RowPartition.Line

    private let columns: OpenColumns
    private let pages: [[Line]]

    /// - Parameters:
    ///   - pages: the table's lines by page.
    init(_ pages: [[TextLine]], _ columns: OpenColumns) {
        self.columns = columns
        var lines = pages.map { lines in
            lines.map { line in
                var words: [Int: [LineWord]] = [:]
                for word in line.words { words[columns.column(at: word.box.centerX), default: []].append(word) }
                let cells = words.map { column, words in
                    let sides = columns.columns[column]
                    return (column, TextLine(page: line.page, words: words, left: sides.left, right: sides.right))
                }
                return Line(
                    cells: Dictionary(uniqueKeysWithValues: cells), center: line.box.centerY,
                    isWide: columns.isCrossed(by: line), isNumbered: false)
            }
        }
        for page in lines.indices { Self.joinLabels(&lines[page]) }
        Self.number(&lines)
        self.pages = lines
    }

    /// The label of a title that found no room on its line goes on below it: `VII⏎I`.
    private static func joinLabels(_ lines: inout [Line]) {
        for index in lines.indices.dropFirst().reversed() {
            guard lines[index - 1].isWide, lines[index].cells.count == 1, let rest = lines[index].cells[0]?.words,
                rest.count == 1, var cell = lines[index - 1].cells[0], let label = cell.words.first,
                RomanNumeral.isCut(label.text, rest[0].text)
            else { continue }
            cell.words[0].text += rest[0].text
            cell.words[0].box = label.box.union(rest[0].box)
            lines[index - 1].cells[0] = cell
            lines.remove(at: index)
        }
    }

    /// From line to line within a cell, what comes most often.
    private var usualLeading: Double {
        var counts: [Int: Int] = [:]
        for page in pages {
            var last: [Int: TextLine] = [:]
            for line in page {
                for (column, cell) in line.cells where !line.isWide {
                    if let above = last[column] {
                        let distance = cell.box.bottom - above.box.bottom
                        if distance < 2.5 * cell.height { counts[Int((distance * 2).rounded()), default: 0] += 1 }
                    }
                    last[column] = cell
                }
                if line.isWide { last = [:] }
            }
        }
        let best = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
        return best.map { Double($0.key) / 2 } ?? 16
    }

    /// Tells the lines that rows are counted on: by the first column, or, where that is merged over rows, by what the cells of
    /// the second or third open with.
    private static func number(_ pages: inout [[Line]]) {
        var counts = [0, 0, 0]
        for line in pages.joined() where !line.isWide {
            for column in counts.indices where isCounted(line.cells[column], column) { counts[column] += 1 }
        }
        let best = (1..<counts.count).max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
        let column = counts[best] >= 3 && counts[best] > 2 * counts[0] ? best : 0
        var last: DottedNumber?
        for page in pages.indices {
            var above: TextLine?
            let rests = column == 0 ? rests(of: pages[page], &last) : []
            for index in pages[page].indices where !pages[page][index].isWide {
                guard let cell = pages[page][index].cells[column] else { continue }
                let isRest =
                    column == 0 && above.map { Self.isRest(cell, of: $0) } ?? false
                    && pages[page][index].cells.keys.allSatisfy { pages[page][index - 1].cells[$0] != nil || $0 == 0 }
                pages[page][index].isNumbered = isCounted(cell, column) && !isRest && !rests.contains(index)
                above = cell
            }
        }
    }

    /// Lines below the beginning of a number in which the rest of it is looked for.
    private static let reach = 4

    /// The lines with the rest of a number that its column is too narrow for, `1⏎0` behind 9: together they count on.
    /// - Parameter last: the number of the row before.
    private static func rests(of lines: [Line], _ last: inout DottedNumber?) -> Set<Int> {
        var rests: Set<Int> = []
        func figure(_ index: Int) -> String? {
            guard let words = lines[index].cells[0]?.words, words.count == 1, words[0].text.utf8.count <= 8 else {
                return nil
            }
            return words[0].text
        }
        for index in lines.indices where !rests.contains(index) && !lines[index].isWide {
            guard var whole = figure(index), let value = DottedNumber(whole) else { continue }
            guard let before = last, !value.follows(before) else {
                last = value
                continue
            }
            last = value
            var found: [Int] = []
            for other in lines.indices.suffix(from: index + 1).prefix(reach) {
                guard !lines[other].isWide, let next = figure(other) else { continue }
                whole += next
                found.append(other)
                guard let value = DottedNumber(whole), value.follows(before) else { continue }
                rests.formUnion(found)
                last = value
                break
            }
        }
        return rests
    }

    /// Whether a number is the rest of one that found no room on its line: `VII⏎I`, `1.⏎2`.
    private static func isRest(_ cell: TextLine, of above: TextLine) -> Bool {
        guard cell.words.count == 1, above.words.count == 1,
            cell.box.centerY - above.box.centerY < 1.3 * above.height
        else { return false }
        let (last, first) = (above.words[0].text, cell.words[0].text)
        return RomanNumeral.isCut(last, first)
            || last.last == "." && LineFlow.isNumber(last) && LineFlow.isNumber(first) && first.last != "."
    }

    private static func isCounted(_ cell: TextLine?, _ column: Int) -> Bool {
        guard let cell, let first = cell.words.first?.text else { return false }
        if column == 0 {
            return cell.words.count == 1 && LineFlow.isLabelOrNumber(first) && !isCutHead(first)
        }
        return LineFlow.isCount(first)
    }

    /// A letter that counts nothing: what a narrow column left of its head (`T⏎T`).
    private static func isCutHead(_ word: String) -> Bool {
        guard let letter = word.unicodeScalars.first, word.unicodeScalars.count == 1, letter.properties.isAlphabetic
        else {
            return false
        }
        return !("A"..."I").contains(letter) && !("a"..."i").contains(letter) && letter != "V" && letter != "X"
    }

    // MARK: Tables

    /// Of so many rows one may plainly fail; where more do, nobody knows the rows.
    private static let rowsForFailure = 6

    /// A way to read the rows, with the columns whose cells reach over several of them.
    private struct Reading {
        /// The lines without what stands in merged columns.
        var pages: [[Line]]
        var rows: [RowPartition.Rows]
        var isMiddle: Bool
        /// By page, of each merged column its cells.
        var merged: [[Int: MergedCells]] = []
        /// By page, of each merged column what stands in it.
        var blocks: [[Int: [MergedCells.Block]]] = []

        var failed: Int { rows.reduce(0) { $0 + $1.failed } }
        var badness: Int { rows.reduce(0) { $0 + $1.doubtful.count + 6 * $1.failed } }
    }

    /// The table's pieces by page; nil where its rows cannot be told.
    func tables(pages numbers: [Int]) -> [PageTable]? {
        var reading = reading(pages)
        if reading.isMiddle, reading.badness > 0, let other = mergedReading(), other.badness < reading.badness {
            reading = other
        }
        if reading.isMiddle { markCut(&reading) }
        guard reading.failed * Self.rowsForFailure <= reading.rows.reduce(0, { $0 + $1.starts.count }) else {
            return nil
        }
        return pages.indices.map { page in
            let starts = reading.rows[page].starts
            let rows = starts.indices.map { row(page, $0, reading) }
            return PageTable(page: numbers[page], columns: columns.borders, rows: rows, isInferred: true)
        }
    }

    private func reading(_ pages: [[Line]]) -> Reading {
        let count = columns.columns.count
        var partition = RowPartition(pages, columns: count, leading: usualLeading)
        let found = partition.rows()
        let plain = Reading(pages: pages, rows: found, isMiddle: partition.isMiddle)
        guard pages.count > 1, let head = head(pages, found) else { return plain }
        var again = RowPartition(pages, columns: count, leading: usualLeading, head: head)
        return Reading(pages: pages, rows: again.rows(), isMiddle: again.isMiddle)
    }

    // MARK: Cells over several rows

    /// A column with so many fewer cells than the fullest, and with few lines, has cells over several rows.
    private static let mergedShare = 0.7

    /// The reading in which columns with fewer cells than others say nothing of where rows begin: their cells may reach over
    /// several. Nil where there are none.
    private func mergedReading() -> Reading? {
        let merged = sparseColumns
        guard !merged.isEmpty, columns.columns.count - merged.count >= 2 else { return nil }
        var rest = pages.map { lines in
            lines.compactMap { line -> Line? in
                guard !line.isWide else { return line }
                var line = line
                line.cells = line.cells.filter { !merged.contains($0.key) }
                guard let box = line.cells.values.map(\.box).hull() else { return nil }
                line.center = box.centerY
                return line
            }
        }
        Self.number(&rest)
        var reading = reading(rest)
        for page in pages.indices {
            let boxes = reading.rows[page].starts.indices.map { box(of: $0, page, reading) }
            var cells: [Int: MergedCells] = [:]
            var all: [Int: [MergedCells.Block]] = [:]
            for column in merged {
                let own = blocks(of: column, pages[page])
                all[column] = own
                let found = MergedCells(own, rows: boxes, leading: usualLeading)
                guard !found.spans.isEmpty || boxes.isEmpty else { return nil }
                cells[column] = found
                for row in found.doubtful { reading.rows[page].doubtful.insert(reading.rows[page].starts[row]) }
            }
            reading.merged.append(cells)
            reading.blocks.append(all)
        }
        return reading
    }

    private var sparseColumns: Set<Int> {
        let counts = columns.columns.indices.map { column in
            pages.reduce(0) { $0 + blocks(of: column, $1).count }
        }
        let lines = columns.columns.indices.map { column in
            pages.joined().count { $0.cells[column] != nil && !$0.isWide }
        }
        let most = Double(counts.max() ?? 0)
        let full = lines.max() ?? 0
        return Set(
            counts.indices.filter { Double(counts[$0]) < Self.mergedShare * most && lines[$0] * 2 < full })
    }

    /// The last rows of a page without a cell of their own, where cells reach over rows, may belong to one whose words stand on
    /// the next page.
    private func markCut(_ reading: inout Reading) {
        for column in sparseColumns {
            markFirstAndLast(column, &reading)
            for page in pages.indices.dropLast() {
                for index in reading.rows[page].starts.indices.reversed() {
                    let row = row(page, index, reading)
                    guard row.cells.count > 2, row.cells.first(where: { $0.column == column })?.lines.isEmpty ?? false
                    else { break }
                    reading.rows[page].doubtful.insert(reading.rows[page].starts[index])
                }
            }
        }
    }

    /// The first and the last cell of a page may be cut by its ends, and reach less far.
    private func markFirstAndLast(_ column: Int, _ reading: inout Reading) {
        for (page, merged) in reading.merged.enumerated() {
            guard let cells = merged[column], let blocks = reading.blocks[page][column] else { continue }
            let filled = cells.spans.filter { $0.block != nil && $0.rows.count > 1 }
            func mark(_ span: MergedCells.Span?, _ isAside: (Double, (top: Double, bottom: Double)) -> Bool) {
                guard let span, let block = span.block else { return }
                for row in span.rows {
                    guard let box = box(of: row, page, reading), isAside(blocks[block].center, box) else { continue }
                    reading.rows[page].doubtful.insert(reading.rows[page].starts[row])
                }
            }
            // Where the borders between two cells lie is never sure.
            for span in filled where reading.merged.count > 1 {
                for row in [span.rows.lowerBound, span.rows.upperBound - 1] {
                    reading.rows[page].doubtful.insert(reading.rows[page].starts[row])
                }
            }
            if page > 0 { mark(filled.first) { $0 > $1.bottom } }
            if page + 1 < reading.merged.count { mark(filled.last) { $0 < $1.top } }
        }
    }

    /// Where a row stands; nil for a title.
    private func box(of index: Int, _ page: Int, _ reading: Reading) -> (top: Double, bottom: Double)? {
        let lines = reading.pages[page][range(of: index, page, reading)]
        guard !lines.contains(where: \.isWide), let box = lines.flatMap({ $0.cells.values.map(\.box) }).hull() else {
            return nil
        }
        return (box.top, box.bottom)
    }

    private func range(of index: Int, _ page: Int, _ reading: Reading) -> Range<Int> {
        let starts = reading.rows[page].starts
        return starts[index]..<(index + 1 < starts.count ? starts[index + 1] : reading.pages[page].count)
    }

    /// The lines of a column that stand close below each other.
    private func blocks(of column: Int, _ page: [Line]) -> [MergedCells.Block] {
        var blocks: [MergedCells.Block] = []
        var isOpen = false
        for line in page {
            if line.isWide { isOpen = false }
            guard !line.isWide, let cell = line.cells[column] else { continue }
            if isOpen, let last = blocks.last?.lines.last, cell.box.centerY - last.box.centerY < 1.3 * usualLeading {
                blocks[blocks.count - 1].lines.append(cell)
            } else {
                blocks.append(MergedCells.Block(lines: [cell], center: 0))
            }
            isOpen = true
        }
        return blocks.map { block in
            MergedCells.Block(lines: block.lines, center: block.lines.map(\.box).hull()?.centerY ?? 0)
        }
    }

    // MARK: Heads

    private static let longestHead = 8

    /// The texts of the head's lines, where a page repeats them.
    private func head(_ pages: [[Line]], _ found: [RowPartition.Rows]) -> [String]? {
        guard let first = pages.first, let starts = found.first?.starts else { return nil }
        let end = starts.count > 1 ? starts[1] : first.count
        let head = first[..<end]
        guard end <= Self.longestHead, !head.contains(where: { $0.isNumbered || $0.isWide }),
            head.contains(where: { $0.cells.count >= 3 })
        else { return nil }
        let texts = head.map(\.text)
        return pages.dropFirst().contains { $0.prefix(end).map(\.text) == texts } ? texts : nil
    }

    // MARK: Rows

    private func row(_ page: Int, _ index: Int, _ reading: Reading) -> PageTable.Row {
        let range = range(of: index, page, reading)
        let own = reading.pages[page][range]
        let boxes = own.flatMap { $0.cells.values.map(\.box) }
        var row = PageTable.Row(
            top: (boxes.map(\.top).min() ?? 0) - 1, bottom: (boxes.map(\.bottom).max() ?? 0) + 1, cells: [],
            isDoubtful: reading.rows[page].doubtful.contains(range.lowerBound))
        if let wide = own.first, wide.isWide {
            row.cells = wideCells(wide)
            return row
        }
        for column in columns.columns.indices {
            if let merged = reading.merged.isEmpty ? nil : reading.merged[page][column] {
                guard let span = merged.spans.first(where: { $0.rows.lowerBound == index }) else { continue }
                let lines = span.block.flatMap { reading.blocks[page][column]?[$0].lines } ?? []
                row.cells.append(
                    PageTable.Cell(column: column, columnSpan: 1, rowSpan: span.rows.count, lines: lines))
            } else {
                let lines = own.compactMap { $0.cells[column] }
                row.cells.append(PageTable.Cell(column: column, columnSpan: 1, rowSpan: 1, lines: lines))
            }
        }
        return row
    }

    /// The cells of a title over several columns: what stands apart before it is its label.
    private func wideCells(_ line: Line) -> [PageTable.Cell] {
        let words = line.cells.sorted { $0.key < $1.key }.flatMap(\.value.words)
        let page = line.cells.values.first?.page ?? 0
        var label: [LineWord] = []
        var rest = words[...]
        if let first = rest.first, columns.column(at: first.box.centerX) == 0, rest.count > 1,
            first.box.right < columns.columns[1].left,
            rest[rest.startIndex + 1].box.left >= columns.columns[1].left - 2
        {
            label = [first]
            rest = rest.dropFirst()
        }
        func cell(_ words: [LineWord], _ column: Int, _ span: Int) -> PageTable.Cell {
            PageTable.Cell(
                column: column, columnSpan: span, rowSpan: 1,
                lines: words.isEmpty ? [] : [TextLine(page: page, words: words)])
        }
        let count = columns.columns.count
        if label.isEmpty { return [cell(Array(rest), 0, count)] }
        return [cell(label, 0, 1), cell(Array(rest), 1, count - 1)]
    }
}
