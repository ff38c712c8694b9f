/// What of Markdown, and of the programs that write tables as Markdown, is no word of a text: the signs around links, code
/// and quotations, fences, passages that were struck out, and the words that programs put into cells without a value.
///
/// Emphasis is read by ``Emphasis``, tags by ``InlineTag``.
struct MarkdownSigns {
    /// In ascending order.
    var edits: [SheetCells.Edit] = []
    let bytes: [UInt8]
    /// The signs of quotations at the beginning of lines.
    private var quotes: [Range<Int>] = []
    /// What links name instead of an address (`[words][1]`), where an address stands for it on a line of its own.
    var references: Set<[UInt8]> = []
    /// What links name so.
    private var called: Set<[UInt8]> = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        readLines()
        if !references.isEmpty { called = calledNames() }
        joinRows()
        var quote = 0
        var start = 0
        while start < bytes.count {
            let end = lineEnd(from: start)
            var line = start..<end
            while quote < quotes.count, quotes[quote].upperBound <= start { quote += 1 }
            if quote < quotes.count, quotes[quote].lowerBound < end {
                edits.append(.init(range: quotes[quote]))
                line = quotes[quote].upperBound..<end
            }
            if !line.isEmpty { take(line) }
            start = nextLine(end)
        }
        edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    func lineEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        return end
    }

    func nextLine(_ end: Int) -> Int {
        end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A ? end + 2 : end + 1
    }

    func first(of line: Range<Int>) -> Int? {
        line.first { bytes[$0] != 0x20 && bytes[$0] != 0x09 }
    }

    // MARK: Lines

    /// Lines of a quotation that follow each other.
    private struct Quotation {
        var signs: [Range<Int>] = []
        /// Whether it holds what no list of signs does: a table, a heading, an empty line.
        var isMarkup = false
    }

    /// At least so many lines make a quotation, and a text of which so large a part is quoted is quoted whole.
    private static let leastQuoted = 5
    private static let leastShare = 0.8

    /// Finds quotations and the addresses that links name.
    mutating func readLines() {
        var open = Quotation()
        var all: [Range<Int>] = []
        var filled = 0
        func close(_ open: inout Quotation, _ quotes: inout [Range<Int>]) {
            if open.isMarkup, open.signs.count > 1 { quotes += open.signs }
            open = Quotation()
        }
        var start = 0
        while start < bytes.count {
            let line = start..<lineEnd(from: start)
            start = nextLine(line.upperBound)
            guard let first = first(of: line) else {
                close(&open, &quotes)
                continue
            }
            filled += 1
            if let sign = quoteSign(at: first, in: line) {
                all.append(sign)
                open.signs.append(sign)
                let next = self.first(of: sign.upperBound..<line.upperBound)
                open.isMarkup = open.isMarkup || next.map { bytes[$0] == 0x7C || bytes[$0] == 0x23 } ?? true
            } else {
                close(&open, &quotes)
                if bytes[first] == 0x5B, let reference = reference(at: first, in: line) { references.insert(reference) }
            }
        }
        close(&open, &quotes)
        if all.count >= Self.leastQuoted, Double(all.count) >= Double(filled) * Self.leastShare { quotes = all }
    }

    /// The `>` that open a line, and the space behind them.
    func quoteSign(at first: Int, in line: Range<Int>) -> Range<Int>? {
        guard bytes[first] == 0x3E else { return nil }
        var end = first
        while end < line.upperBound,
            bytes[end] == 0x3E
                || bytes[end] == 0x20 && end + 1 < line.upperBound
                    && bytes[end + 1] == 0x3E
        {
            end += 1
        }
        if end < line.upperBound {
            guard [0x20, 0x7C, 0x23].contains(bytes[end]) else { return nil }
            if bytes[end] == 0x20 { end += 1 }
        }
        return first..<end
    }

    /// What a line gives an address for: `[1]: https://…`.
    func reference(at first: Int, in line: Range<Int>) -> [UInt8]? {
        guard let close = closing(of: first, 0x5B, 0x5D, in: line), close > first + 1, bytes[first + 1] != 0x5E,
            close + 2 < line.upperBound, bytes[close + 1] == 0x3A,
            let start = self.first(of: (close + 2)..<line.upperBound)
        else { return nil }
        let address = bytes[start..<line.upperBound].prefix { $0 > 0x20 }
        return isAddress(address) ? Array(bytes[(first + 1)..<close]) : nil
    }

    mutating func take(_ line: Range<Int>) {
        guard let first = first(of: line) else { return }
        if isFence(first..<line.upperBound) {
            edits.append(.init(range: first..<line.upperBound))
            return
        }
        if bytes[first] == 0x5B, let reference = reference(at: first, in: line), called.contains(reference) {
            edits.append(.init(range: first..<line.upperBound))
            return
        }
        let isRow = bytes[first] == 0x7C
        var bars = 0
        var offset = first
        while offset < line.upperBound {
            switch bytes[offset] {
            case 0x7C, 0x09:
                bars += 1
                offset += 1
            case 0x5C:
                if isRow { takeLineBreak(at: offset, in: line) }
                offset += 2
            case 0x5B: offset = takeLink(at: offset, in: line)
            case 0x60: offset = takeCode(at: offset, in: line)
            case 0x7E: offset = takeStruck(at: offset, in: line)
            case 0x3C: offset = takeDeletion(at: offset, in: line)
            case 0x5F: offset = takeCarriageReturn(at: offset, in: line)
            case 0x24: offset = takeFormula(at: offset, in: line)
            default: offset += 1
            }
        }
        if bars > 1 { takeCells(of: line) }
    }

    /// "```", with the name of a language behind it at most, or `|===` around a table of AsciiDoc.
    func isFence(_ line: Range<Int>) -> Bool {
        let sign = bytes[line.lowerBound]
        if sign == 0x7C { return line.count > 3 && line.dropFirst().allSatisfy { bytes[$0] == 0x3D } }
        guard sign == 0x60 || sign == 0x7E else { return false }
        let signs = bytes[line].prefix { $0 == sign }
        let name = bytes[signs.endIndex..<line.upperBound].filter { !CharacterClass.isSpace($0) }
        return signs.count >= 3 && name.count <= 20 && name.allSatisfy { $0 < 0x80 && $0 != sign }
    }

    // MARK: Cells

    /// `\n` between two words of a cell, as programs write a line end that they escaped.
    mutating func takeLineBreak(at start: Int, in line: Range<Int>) {
        guard start + 2 < line.upperBound, bytes[start + 1] == 0x6E, start > line.lowerBound,
            !MarkupTag.isLetter(bytes[start + 2]) || bytes[start + 2] < 0x61
        else { return }
        edits.append(.init(range: start..<(start + 2), replacement: 0x0B))
    }

    /// `_x000D_`, as Excel writes a carriage return within a cell.
    mutating func takeCarriageReturn(at start: Int, in line: Range<Int>) -> Int {
        let end = start + Self.carriageReturn.count
        guard end <= line.upperBound, bytes[start..<end].elementsEqual(Self.carriageReturn) else { return start + 1 }
        let isLast = end == line.upperBound || bytes[end] == 0x3C
        edits.append(.init(range: start..<end, replacement: isLast ? nil : 0x0B))
        return end
    }

    private static let carriageReturn = Array("_x000D_".utf8)

    /// Cells that hold what a program writes where a cell has no value, or a column no head.
    mutating func takeCells(of line: Range<Int>) {
        var start = line.lowerBound
        for offset in line.lowerBound...line.upperBound {
            guard offset == line.upperBound || bytes[offset] == 0x7C || bytes[offset] == 0x09 else { continue }
            var cell = start..<offset
            while let first = cell.first, bytes[first] == 0x20 { cell = (first + 1)..<cell.upperBound }
            while let last = cell.last, bytes[last] == 0x20 { cell = cell.lowerBound..<last }
            if NoValue.fills(bytes[cell]) { edits.append(.init(range: cell)) }
            start = offset + 1
        }
    }
}
