/// Cuts a text into its lines, and lines with tabs into cells.
enum LineSplitter {
    static func blocks(of text: SourceText) -> [Block] {
        var blocks: [Block] = []
        var blankLines = 0
        var pageBreak = false
        var bold = BoldCursor(text.bold)
        let bytes = text.bytes
        var start = 0
        var tabs = 0
        var offset = 0
        while offset <= bytes.count {
            let byte = offset < bytes.count ? bytes[offset] : 0x0A
            if byte == 0x09 {
                tabs += 1
            } else if byte == 0x0A || byte == 0x0C {
                let range = text.trimmed(start..<offset)
                if range.isEmpty && !(tabs > 0) {
                    // A line that holds only a no-break space is somebody's empty cell, but no text either.
                    // Nothing between a line end and a page break, or the end of the text, is no line at all.
                    if byte == 0x0A && offset < bytes.count || start < offset { blankLines += 1 }
                } else if !range.isEmpty {
                    var block = Block(
                        kind: .line, range: range, blankLinesBefore: blankLines, pageBreakBefore: pageBreak,
                        isBold: bold.covers(range, in: text))
                    block.indent = indent(bytes, start..<range.lowerBound)
                    if tabs > 0 {
                        block.cells = cells(of: text, start..<offset)
                        if isRow(block.cells) { block.kind = .row }
                    }
                    blocks.append(block)
                    blankLines = 0
                    pageBreak = false
                }
                if byte == 0x0C { pageBreak = true }
                start = offset + 1
                tabs = 0
            }
            offset += 1
        }
        return blocks
    }

    /// A line is a row when a tab stands after its first text.
    private static func isRow(_ cells: [Range<Int>]) -> Bool {
        guard let first = cells.firstIndex(where: { !$0.isEmpty }) else { return false }
        return first < cells.count - 1
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
