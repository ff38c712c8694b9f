/// Rows of a sheet that stand in a text as programs write them: cells between tabs, those with line ends or quotation
/// marks in them quoted (Excel's clipboard), or cells between commas or semicolons (CSV, RFC 4180).
///
/// Such rows become rows between tabs; a line end inside a cell parts the cell's lines.
struct SheetCells {
    /// What becomes of a stretch of the source.
    struct Edit: Equatable {
        var range: Range<Int>
        /// What stands in its place; nil where it goes.
        var replacement: UInt8?
        /// A sign of more than a byte that stands in its place.
        var sign: [UInt8]?
        /// Whether somebody struck it out.
        var isStruck = false
    }

    /// In ascending order.
    private(set) var edits: [Edit] = []
    private let bytes: [UInt8]

    /// Bytes of one cell, and columns of a table; what has more is no sheet that somebody put into a document.
    static let longestCell = 8_000
    static let mostColumns = 60

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        guard bytes.contains(0x22) || Self.holdsRow(bytes) else { return }
        var line = 0
        var above: [Int] = []
        while line < bytes.count {
            if let end = takeTable(at: line, below: above) {
                line = end
                above = []
            } else {
                above = above.suffix(Self.mostCaptions - 1) + [line]
                line = takeQuotedCells(from: line)
            }
        }
    }

    /// Whether a line opens with `1,` or `1;`, or has several such signs with no space behind them.
    private static func holdsRow(_ bytes: [UInt8]) -> Bool {
        var commas = 0
        var semicolons = 0
        var carets = 0
        for offset in bytes.indices.dropLast() {
            let next = bytes[offset + 1]
            switch bytes[offset] {
            case 0x0A, 0x0D: (commas, semicolons, carets) = (0, 0, 0)
            case 0x2C where next != 0x20 && next != 0x0A: commas += 1
            case 0x3B where next != 0x20 && next != 0x0A && next != 0x0D: semicolons += 1
            case 0x5E: carets += 1
            case 0x31 where offset > 0 && bytes[offset - 1] == 0x0A && delimiters.contains(next): return true
            default: continue
            }
            if max(commas, semicolons, carets) >= leastOfHead - 1 { return true }
        }
        return false
    }

    private func lineEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        return end
    }

    private func nextLine(_ end: Int) -> Int {
        guard end < bytes.count else { return bytes.count }
        return bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? end + 2 : end + 1
    }

    // MARK: Between tabs

    /// Takes the quoted cells of the row that begins at an offset.
    /// - Returns: where the next line begins.
    private mutating func takeQuotedCells(from start: Int) -> Int {
        // A program that quotes every cell means none of the quotation marks.
        if start < bytes.count, bytes[start] == 0x22,
            let row = Row(at: start, in: bytes, delimiter: .init(sign: 0x09, isSpaced: false)),
            row.cells.count > 2, row.quoted == row.cells.count
        {
            edits += row.edits.filter { $0.replacement != 0x09 }
            return nextLine(row.end)
        }
        var offset = start
        var hasTab = false
        while true {
            if offset < bytes.count, bytes[offset] == 0x22, let cell = Cell(at: offset, in: bytes, delimiter: 0x09),
                hasTab || cell.end < bytes.count && bytes[cell.end] == 0x09, cell.isQuotedForReason
            {
                edits += cell.edits
                offset = cell.end
            }
            while offset < bytes.count, bytes[offset] != 0x09, bytes[offset] != 0x0A, bytes[offset] != 0x0D {
                offset += 1
            }
            guard offset < bytes.count, bytes[offset] == 0x09 else { return nextLine(offset) }
            hasTab = true
            offset += 1
        }
    }

    // MARK: Between commas or semicolons

    /// Lines above a table's head that may say what the table is.
    private static let mostCaptions = 6

    /// Takes the table whose head begins at an offset: a line of as many cells as the row below it, which is the first.
    /// - Parameter above: where the lines above it begin.
    /// - Returns: where the line behind the table begins; nil where none begins.
    private mutating func takeTable(at start: Int, below above: [Int]) -> Int? {
        let first = nextLine(lineEnd(from: start))
        guard first < bytes.count, let delimiter = delimiter(below: first) ?? delimiter(ofHead: start),
            let head = Row(at: start, in: bytes, delimiter: delimiter), head.cells.count > 2,
            head.cells.count(where: { !$0.isEmpty }) > 2
        else { return nil }
        var rows = [head]
        var next = nextLine(head.end)
        var quoted = 0
        while let found = row(at: next, below: head, delimiter) {
            rows.append(found.row)
            if !found.blank.isEmpty { rows[rows.count - 1].edits.append(Edit(range: found.blank)) }
            quoted += found.row.quoted
            next = nextLine(found.row.end)
        }
        // Without quotation marks it takes more to be sure.
        guard rows.count > (quoted > 1 ? 1 : 2), quoted > 1 || head.cells.count > 3 else { return nil }
        // A sign with a space behind it stands in sentences, too.
        if delimiter.isSpaced {
            let isSure = delimiter.sign == 0x3B && rows.allSatisfy { $0.cells.count == head.cells.count }
            guard isSure || quoted * 2 > (rows.count - 1) * head.cells.count else { return nil }
        }
        if isCounted(rows) { for index in rows.indices { rows[index].dropFirstCell() } }
        takeCaptions(above, head, delimiter)
        for row in rows { edits += row.edits.sorted { $0.range.lowerBound < $1.range.lowerBound } }
        return next
    }

    /// Takes the signs out of the lines above a table that say what it is, whose other cells are empty: `KẾ HOẠCH,,,,,`.
    private mutating func takeCaptions(_ above: [Int], _ head: Row, _ delimiter: Delimiter) {
        var captions: [Row] = []
        for line in above.reversed() {
            guard let row = Row(at: line, in: bytes, delimiter: delimiter, isBody: true),
                row.cells.count == head.cells.count, row.cells.count(where: { !$0.isEmpty }) <= 1
            else { break }
            captions.append(row)
        }
        for row in captions.reversed() {
            edits += row.edits.map { edit in
                var edit = edit
                if edit.replacement == 0x09 { edit.replacement = nil }
                return edit
            }
        }
    }

    /// Whether the first column has no head and counts rows from 0 on, as programs number them for themselves.
    private func isCounted(_ rows: [Row]) -> Bool {
        guard rows.count > 2, let head = rows.first?.cells.first,
            head.isEmpty || NoValue.fills(bytes[head])
        else { return false }
        return rows.dropFirst().enumerated().allSatisfy { index, row in
            row.cells.count > 2 && bytes[row.cells[0]].elementsEqual(String(index).utf8)
        }
    }

    /// The row at a line or behind blank ones: as many cells as the head has, or a number of its own and some cells, one left
    /// out or one with a sign in it that should have been quoted.
    private func row(at start: Int, below head: Row, _ delimiter: Delimiter) -> (row: Row, blank: Range<Int>)? {
        var line = start
        while line < bytes.count, bytes[line] == 0x0A || bytes[line] == 0x0D { line += 1 }
        guard line < bytes.count, let row = Row(at: line, in: bytes, delimiter: delimiter, isBody: true) else {
            return nil
        }
        let isWhole = row.cells.count == head.cells.count
        let isNear = row.cells.count > 2 && row.cells.count + 2 >= head.cells.count
        guard isWhole && line == start || isNear && row.isNumbered(in: bytes) else { return nil }
        return (row, start..<line)
    }

    /// Lines between a head and the row of number 1: a group's name, the numbers of columns.
    private static let reach = 3

    /// The sign behind the number 1 that a line opens with, or one of the next lines.
    private func delimiter(below first: Int) -> Delimiter? {
        var line = first
        for _ in 0..<Self.reach where line < bytes.count {
            if let found = delimiter(of: line) { return found }
            line = nextLine(lineEnd(from: line))
        }
        return nil
    }

    /// The sign that parts a head whose rows have no numbers: so many rows of as many cells stand right below it.
    private func delimiter(ofHead start: Int) -> Delimiter? {
        for sign in Self.delimiters.map({ Delimiter(sign: $0, isSpaced: false) }) {
            guard let head = Row(at: start, in: bytes, delimiter: sign), head.cells.count >= Self.leastOfHead,
                head.cells.dropFirst().allSatisfy({ !$0.isEmpty && $0.count < Self.longestHead })
            else { continue }
            var next = nextLine(head.end)
            var rows = 0
            while rows < Self.leastRows, next < bytes.count,
                let row = Row(at: next, in: bytes, delimiter: sign, isBody: true),
                row.cells.count == head.cells.count
            {
                rows += 1
                next = nextLine(row.end)
            }
            if rows == Self.leastRows { return sign }
        }
        return nil
    }

    /// What parts cells: a sign, with spaces behind it or without.
    struct Delimiter {
        var sign: UInt8
        var isSpaced: Bool
    }

    /// Comma, semicolon, caret.
    private static let delimiters: [UInt8] = [0x2C, 0x3B, 0x5E]
    private static let leastOfHead = 4
    private static let longestHead = 60
    private static let leastRows = 3

    /// The sign behind the number 1 that a line opens with.
    private func delimiter(of line: Int) -> Delimiter? {
        var offset = line
        if bytes[offset] == 0x3D, offset + 1 < bytes.count, bytes[offset + 1] == 0x22 { offset += 1 }
        let quote: UInt8? = bytes[offset] == 0x22 || bytes[offset] == 0x27 ? bytes[offset] : nil
        if quote != nil { offset += 1 }
        guard offset < bytes.count, bytes[offset] == 0x31 else { return nil }
        offset += quote == nil ? 1 : 2
        guard offset < bytes.count, quote == nil || bytes[offset - 1] == quote, Self.delimiters.contains(bytes[offset])
        else { return nil }
        return Delimiter(sign: bytes[offset], isSpaced: offset + 1 < bytes.count && bytes[offset + 1] == 0x20)
    }
}
