import VanBanModel
import VanBanReading

/// The pages of an aligned table: its lines, and what stands on a page without being the table's.
struct AlignedPages {
    struct Page {
        /// Lines of rows.
        var body: [AlignedLine] = []
        /// The header that the page repeats.
        var header: AlignedHeader?
    }

    private(set) var pages: [Page] = []
    private(set) var furniture: [(stretch: Stretch, kind: Ledger.Furniture)] = []
    private(set) var repeatedHeaders: [Stretch] = []
    private(set) var columnNumbers: [Stretch] = []

    private let text: SourceText
    private let agencies: AgencyGazetteer
    private let lines: [Line]
    private let header: AlignedHeader
    private let headerKeys: [String: Int]
    private let headerCount: Int

    init(
        _ lines: [Line], header: AlignedHeader, end: Int, in text: SourceText, agencies: AgencyGazetteer
    ) {
        self.agencies = agencies
        self.lines = lines
        self.header = header
        self.text = text
        var keys: [String: Int] = [:]
        for line in header.lines {
            for token in TokenText(lines[line].range, in: text).tokens { keys[token.key, default: 0] += 1 }
        }
        headerKeys = keys
        headerCount = keys.values.reduce(0, +)
        var ranges: [Range<Int>] = []
        var start = header.lines.upperBound
        // A header that comes again begins a page, whether or not the text says so.
        for index in start..<max(start, end)
        where index > start && (lines[index].pageBreakBefore || endOfHeader(at: index, end) != nil) {
            ranges.append(start..<index)
            start = index
        }
        if start < end { ranges.append(start..<end) }
        let heads = runningHeads(in: ranges)
        for (number, range) in ranges.enumerated() { take(range, number, heads) }
        if header.roles.contains(.number) { RowFigures(text).settle(&pages) }
    }

    // MARK: One page

    private mutating func take(_ range: Range<Int>, _ number: Int, _ heads: Set<String>) {
        var page = Page()
        var low = range.lowerBound
        var high = range.upperBound
        // Furniture stands at the page's edges.
        while low < high, takeFurniture(low, heads, isEdge: number > 0) { low += 1 }
        while high > low, takeFurniture(high - 1, heads, isEdge: true) { high -= 1 }
        if high > low, high < lines.count, endOfHeader(at: high, lines.count) != nil, isTitleAgain(high - 1) {
            high -= 1
            furniture.append((Stretch(lines[high].range), .runningHead))
        }
        var index = low
        while index < high {
            if let end = endOfHeader(at: index, high) {
                var stretch = Stretch(0..<0)
                for line in index..<end { stretch.append(lines[line].range) }
                repeatedHeaders.append(stretch)
                if page.body.isEmpty {
                    page.header = repeated(index..<end)
                }
                index = end
                continue
            }
            if page.body.count < 3, isColumnNumbers(index) {
                columnNumbers.append(Stretch(lines[index].range))
                index += 1
                continue
            }
            if let kind = furniture(at: index, before: high) {
                furniture.append((Stretch(lines[index].range), kind))
                index += 1
                continue
            }
            var line = AlignedLine(lines[index], at: index, in: text)
            line.page = number
            line.describe(in: text, agencies)
            if let first = line.words.first, first.start <= header.cells[0].end + 6, isNumber(first.range) {
                line.labelEnd = first.end
            }
            page.body.append(line)
            index += 1
        }
        pages.append(page)
    }

    /// Capitals in the middle right above a header that comes again are the table's title, which comes again, too:
    /// `PHỤ LỤC (tiếp theo)`.
    private func isTitleAgain(_ index: Int) -> Bool {
        let line = AlignedLine(lines[index], at: index, in: text)
        guard line.atoms().count == 1, line.start > header.cells[0].end + 4, line.words.count >= 2 else { return false }
        return LetterCase.of(line.range(0..<2), in: text) == .upper
    }

    /// The header as it stands on a page, its columns those of the first one where its words say so.
    private func repeated(_ range: Range<Int>) -> AlignedHeader? {
        let rows = range.map { AlignedLine(lines[$0], at: $0, in: text) }
        guard let cells = RepeatedHead.cells(of: rows, like: header, in: text) else {
            return AlignedHeader.make(range, lines, text)
        }
        return AlignedHeader(lines: range, cells: cells, roles: header.roles)
    }

    /// What a line in the middle of a page is that no cell holds.
    private func furniture(at index: Int, before end: Int) -> Ledger.Furniture? {
        switch lines[index].kind {
        case .ruler: return .ruler
        case .pageNumber: return .pageNumber
        case .runningHead: return .runningHead
        default: break
        }
        // Where the text does not say where pages end, their numbers stand between two rows.
        guard isPageNumber(index), index + 1 < end, opensRow(index + 1) else { return nil }
        let line = AlignedLine(lines[index], at: index, in: text)
        let column = header.cells.indices.min { distance(of: line, to: $0) < distance(of: line, to: $1) }
        switch column.flatMap({ header.roles[$0] }) {
        case .lead, .coordinating, .responsibility, .outputs: return .pageNumber
        default: return nil
        }
    }

    private func distance(of line: AlignedLine, to column: Int) -> Int {
        abs(header.cells[column].start + header.cells[column].end - line.start - line.end)
    }

    private func opensRow(_ index: Int) -> Bool {
        let line = AlignedLine(lines[index], at: index, in: text)
        guard let first = line.words.first else { return false }
        return first.start <= header.cells[0].end + 6 && isNumber(first.range)
    }

    private mutating func takeFurniture(_ index: Int, _ heads: Set<String>, isEdge: Bool) -> Bool {
        guard isEdge else { return false }
        let range = lines[index].range
        if isPageNumber(index) {
            furniture.append((Stretch(range), .pageNumber))
            return true
        }
        if lines[index].kind == .runningHead {
            furniture.append((Stretch(range), .runningHead))
            return true
        }
        if let key = key(of: index), heads.contains(key) {
            furniture.append((Stretch(range), .runningHead))
            return true
        }
        return false
    }

    /// A lone number away from the column of row numbers, which a funding column's last line hardly is.
    private func isPageNumber(_ index: Int) -> Bool {
        let range = lines[index].range
        if lines[index].kind == .pageNumber { return true }
        guard range.count <= 4, range.allSatisfy({ CharacterClass.isDigit(text.bytes[$0]) }),
            TokenText(range, in: text).year(0) == nil
        else { return false }
        let line = AlignedLine(lines[index], at: index, in: text)
        return line.start > (header.cells.count > 1 ? header.cells[0].end + 4 : 4)
    }

    private func isNumber(_ range: Range<Int>) -> Bool {
        guard range.count <= 6 else { return false }
        let tokens = TokenText(range, in: text)
        return !RowLabel.candidates(at: 0, lineEnd: tokens.tokens.count, in: tokens).isEmpty
    }

    /// Lines that stand at the edge of more than one page, their numbers aside.
    private func runningHeads(in ranges: [Range<Int>]) -> Set<String> {
        guard ranges.count > 1 else { return [] }
        var counts: [String: Int] = [:]
        for (number, range) in ranges.enumerated() {
            var keys: Set<String> = []
            var edge: [Int] = []
            if number > 0 { edge += range.prefix(2) }
            edge += range.suffix(2)
            for index in edge {
                // A line of one piece only: rows have several.
                if let key = key(of: index), AlignedLine(lines[index], at: index, in: text).atoms(gap: 3).count == 1 {
                    keys.insert(key)
                }
            }
            for key in keys { counts[key, default: 0] += 1 }
        }
        return Set(counts.filter { $0.value >= 2 && $0.value * 3 > ranges.count * 2 }.keys)
    }

    private func key(of index: Int) -> String? {
        let words = TokenText(lines[index].range, in: text).tokens.filter { $0.kind == .word }
        // A cell's words may come again, but hardly at the same place.
        let start = AlignedLine(lines[index], at: index, in: text).start
        return words.count >= 3 ? words.map(\.key).joined(separator: " ") + " \(start)" : nil
    }

    /// The end of a header that is repeated: its words, on whichever lines they fell this time.
    private func endOfHeader(at start: Int, _ limit: Int) -> Int? {
        var left = headerKeys
        var taken = 0
        var index = start
        while index < min(limit, start + header.lines.count + 3), taken < headerCount {
            let tokens = TokenText(lines[index].range, in: text).tokens
            var used = left
            for token in tokens {
                guard let count = used[token.key], count > 0 else { return nil }
                used[token.key] = count - 1
            }
            left = used
            taken += tokens.count
            index += 1
        }
        return taken == headerCount ? index : nil
    }

    /// `(1)  (2)  (3)`
    private func isColumnNumbers(_ index: Int) -> Bool {
        var marks = ColumnMarks()
        return marks.take(line: TokenText(lines[index].range, in: text)) && marks.areMarks
    }
}
