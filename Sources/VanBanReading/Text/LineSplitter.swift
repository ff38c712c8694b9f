/// Cuts a text into its lines, and lines with tabs into cells.
///
/// A vertical tab, which stands for U+2028 and `<br>`, too, ends a line as well, but not in the row of a table, where it
/// parts the lines of a cell.
struct LineSplitter {
    private let text: SourceText
    private let bytes: [UInt8]
    private var blocks: [Block] = []
    private var blankLines = 0
    private var pageBreak = false
    private var bold: BoldCursor

    static func blocks(of text: SourceText) -> [Block] {
        var splitter = LineSplitter(text)
        splitter.split()
        splitter.releaseLines()
        return splitter.blocks
    }

    private init(_ text: SourceText) {
        self.text = text
        bytes = text.bytes
        bold = BoldCursor(text.bold)
    }

    private mutating func split() {
        /// The line before, for what its tabs tell of the next one's.
        var above = 0
        var start = 0
        var tabs = 0
        var softEnds = 0
        for offset in 0...bytes.count {
            let byte = offset < bytes.count ? bytes[offset] : 0x0A
            switch byte {
            case 0x09: tabs += 1
            case 0x0B: softEnds += 1
            case 0x0A, 0x0C:
                let line = start..<offset
                if softEnds > 0, !isRow(line, tabs: tabs, above: above) {
                    var from = start
                    for end in line where bytes[end] == 0x0B {
                        add(from..<end, endsLine: true)
                        from = end + 1
                    }
                    add(from..<offset, endsLine: byte == 0x0A && offset < bytes.count)
                } else {
                    add(line, endsLine: byte == 0x0A && offset < bytes.count, tabs: tabs)
                }
                if byte == 0x0C { pageBreak = true }
                if start < offset { above = tabs }
                start = offset + 1
                tabs = 0
                softEnds = 0
            default: break
            }
        }
    }

    private mutating func add(_ line: Range<Int>, endsLine: Bool) {
        add(line, endsLine: endsLine, tabs: line.reduce(0) { $0 + (bytes[$1] == 0x09 ? 1 : 0) })
    }

    private mutating func add(_ line: Range<Int>, endsLine: Bool, tabs: Int) {
        let range = text.trimmed(line)
        guard !range.isEmpty else {
            // A line that holds only a no-break space is somebody's empty cell, but no text either.
            // Nothing between a line end and a page break, or the end of the text, is no line at all.
            if tabs == 0 || Self.filled(blocks.last) < 2, endsLine || !line.isEmpty { blankLines += 1 }
            return
        }
        var block = Block(
            kind: .line, range: range, blankLinesBefore: blankLines, pageBreakBefore: pageBreak,
            isBold: bold.covers(range, in: text))
        block.indent = Self.indent(bytes, line.lowerBound..<range.lowerBound)
        if tabs > 0 {
            block.cells = Self.cells(of: text, line)
            if Self.isRow(block.cells) { block.kind = .row }
        }
        blocks.append(block)
        blankLines = 0
        pageBreak = false
    }

    /// Whether the vertical tabs of a line stand in the cells of one row: its pieces are no rows of one table, with as
    /// many tabs each, or opened by bars; or it is one row among others, with as many tabs as they have.
    private func isRow(_ line: Range<Int>, tabs: Int, above: Int) -> Bool {
        let pieces = bytes[line].split(separator: 0x0B)
        guard tabs > 0 else {
            let isOpen = pieces.contains { piece in
                piece.contains(0x7C) && piece.first { !CharacterClass.isSpace($0) } != 0x7C
            }
            return isOpen || isPiped(line)
        }
        var rows: [Int: Int] = [:]
        for piece in pieces { rows[piece.reduce(0) { $0 + ($1 == 0x09 ? 1 : 0) }, default: 0] += 1 }
        guard rows.contains(where: { $0.key > 1 && $0.value > 1 || $0.key == 1 && $0.value > 2 }) else { return true }
        return tabs == above || tabs == tabsBelow(line.upperBound)
    }

    /// Whether a line is one row between bars: as many stand on it as on the line above or below.
    private func isPiped(_ line: Range<Int>) -> Bool {
        let own = bars(line)
        guard own > 1 else { return false }
        if line.lowerBound > 0 {
            let end = line.lowerBound - 1
            let start = bytes[..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            if bars(start..<end) == own { return true }
        }
        guard line.upperBound + 1 < bytes.count else { return false }
        let start = line.upperBound + 1
        return bars(start..<(bytes[start...].firstIndex(of: 0x0A) ?? bytes.count)) == own
    }

    /// The bars of a line that opens with one.
    private func bars(_ line: Range<Int>) -> Int {
        guard line.first(where: { !CharacterClass.isSpace(bytes[$0]) }).map({ bytes[$0] == 0x7C }) ?? false else {
            return 0
        }
        return line.reduce(0) { $0 + (bytes[$1] == 0x7C ? 1 : 0) }
    }

    /// The tabs of the next line that holds anything.
    private func tabsBelow(_ end: Int) -> Int {
        var tabs = 0
        var isBlank = true
        for byte in bytes[end...].dropFirst() {
            if byte == 0x0A || byte == 0x0C {
                if !isBlank { break }
            } else {
                isBlank = false
                if byte == 0x09 { tabs += 1 }
            }
        }
        return tabs
    }

    /// A line is a row when a tab stands after its first text.
    private static func isRow(_ cells: [Range<Int>]) -> Bool {
        guard let first = cells.firstIndex(where: { !$0.isEmpty }) else { return false }
        return first < cells.count - 1
    }

    private static func filled(_ block: Block?) -> Int {
        block?.cells.reduce(0) { $0 + ($1.isEmpty ? 0 : 1) } ?? 0
    }

    /// Takes lines that open with tabs, or end in them, and hold one text, for what they are: parts of a table only where
    /// rows of as many cells stand beside them.
    private mutating func releaseLines() {
        var start = 0
        while start < blocks.count {
            guard !blocks[start].cells.isEmpty, Self.filled(blocks[start]) == 1 else {
                start += 1
                continue
            }
            let width = blocks[start].cells.count
            var end = start + 1
            while end < blocks.count, blocks[end].cells.count == width, Self.filled(blocks[end]) == 1 {
                end += 1
            }
            let beside = [start > 0 ? blocks[start - 1] : nil, end < blocks.count ? blocks[end] : nil]
            // A line that opens with tabs may be a row whose last cells stand on the lines below it.
            let opens = blocks[start].cells.first?.isEmpty ?? false
            let isTable = beside.contains { other in
                other?.kind == .row && (other?.cells.count == width || opens && Self.filled(other) > 1)
            }
            for index in start..<end where !isTable {
                blocks[index].kind = .line
                blocks[index].cells = []
            }
            start = end
        }
    }

    private static func indent(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        range.reduce(0) { $0 + (bytes[$1] == 0x09 ? 8 : bytes[$1] & 0xC0 == 0x80 ? 0 : 1) }
    }

    private static func cells(of text: SourceText, _ line: Range<Int>) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = line.lowerBound
        for offset in line where text.bytes[offset] == 0x09 {
            cells.append(text.trimmed(start..<offset))
            start = offset + 1
        }
        cells.append(text.trimmed(start..<line.upperBound))
        return cells
    }

    /// Tells of ranges in ascending order whether bold covers them.
    private struct BoldCursor {
        private let ranges: [Range<Int>]
        private var next = 0

        init(_ ranges: [Range<Int>]) { self.ranges = ranges }

        mutating func covers(_ range: Range<Int>, in text: SourceText) -> Bool {
            while next < ranges.count, ranges[next].upperBound <= range.lowerBound { next += 1 }
            var covered = range.lowerBound
            var index = next
            while index < ranges.count, ranges[index].lowerBound <= covered {
                covered = max(covered, ranges[index].upperBound)
                if covered >= range.upperBound { return true }
                while covered < range.upperBound {
                    let space = CharacterClass.spaceLength(in: text.bytes, at: covered)
                    if space == 0 { break }
                    covered += space
                }
                index += 1
            }
            return covered >= range.upperBound
        }
    }
}
