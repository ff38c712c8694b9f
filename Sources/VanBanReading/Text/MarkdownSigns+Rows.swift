/// Rows whose cells hold line ends.
extension MarkdownSigns {
    /// Lines and bytes of a row that programs wrote over several lines.
    private static let mostLines = 60
    private static let longestRow = 1 << 14

    /// Makes one line of the rows whose cells hold line ends, as programs leave them that keep the paragraphs of cells: a
    /// row ends where it has as many bars as the rule below the head.
    mutating func joinRows() {
        var bars = 0
        var start = 0
        while start < bytes.count {
            let line = start..<lineEnd(from: start)
            start = nextLine(line.upperBound)
            guard let first = first(of: line) else { continue }
            guard bytes[first] == 0x7C else {
                bars = 0
                continue
            }
            let count = self.bars(of: line)
            if isRule(first..<line.upperBound) {
                bars = count
            } else if bars > 2, count < bars, let end = joinRow(at: line, count, of: bars) {
                start = end
            }
        }
    }

    /// - Returns: where the line behind the row begins; nil where the row is no more than its line.
    mutating func joinRow(at line: Range<Int>, _ count: Int, of bars: Int) -> Int? {
        var count = count
        var end = lastWord(of: line)
        var gaps: [SheetCells.Edit] = []
        var start = nextLine(line.upperBound)
        for _ in 0..<Self.mostLines where start < bytes.count && start - line.lowerBound < Self.longestRow {
            let next = start..<lineEnd(from: start)
            start = nextLine(next.upperBound)
            guard let first = first(of: next) else { continue }
            let own = self.bars(of: next)
            let isRow = bytes[first] == 0x7C && bytes[end - 1] == 0x7C && own > 1
            guard count + own <= bars, !isRow else { return nil }
            gaps.append(.init(range: end..<first, replacement: 0x0B))
            end = lastWord(of: next)
            count += own
            guard count == bars else { continue }
            guard bytes[end - 1] == 0x7C else { return nil }
            edits += gaps
            return start
        }
        return nil
    }

    func lastWord(of line: Range<Int>) -> Int {
        var end = line.upperBound
        while end > line.lowerBound, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        return end
    }

    /// Bars that part cells.
    func bars(of line: Range<Int>) -> Int {
        line.reduce(0) { count, offset in
            let isEscaped = offset > line.lowerBound && bytes[offset - 1] == 0x5C
            return bytes[offset] == 0x7C && !isEscaped ? count + 1 : count
        }
    }

    func isRule(_ line: Range<Int>) -> Bool {
        bytes[line].contains(0x2D) && bytes[line].allSatisfy { [0x7C, 0x2D, 0x3A, 0x20, 0x09].contains($0) }
    }
}
