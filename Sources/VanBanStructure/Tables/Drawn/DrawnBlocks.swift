import VanBanReading

/// Tells the rows apart that stand between two rules without a rule between them.
///
/// Where rules part the rows, it is one. Where the rows are numbered, one begins at each number. Otherwise every line
/// is a row, unless the lines plainly go on with each other.
struct DrawnBlocks {
    private let text: SourceText
    /// Whether rules part the rows of the body.
    private let isRuled: Bool
    /// Whether rows have numbers.
    let isNumbered: Bool

    init(_ run: MarkedRun, in text: SourceText) {
        self.text = text
        var blocks = 0
        var lines = 0
        var numbers = 0
        for line in run.lines {
            switch line.kind {
            case .row:
                if lines == 0 { blocks += 1 }
                lines += 1
                if let first = line.pieces(in: text).first, RowNumber.fills(first, in: text) { numbers += 1 }
            case .rule, .plainRule, .partialRule: lines = 0
            case .text: break
            }
        }
        isRuled = blocks > 2
        isNumbered = numbers > 0
    }

    /// The lines of each row.
    func rows(of block: [DrawnLine], isFirst: Bool) -> [Range<Int>] {
        guard block.count > 1 else { return [block.indices] }
        let numbered = block.indices.filter { RowNumber.fills(block[$0].number, in: text) }
        if numbered.count > 1 || numbered.count == 1 && !isRuled { return numberedRows(block, numbered) }
        if isRuled || isNumbered || isFirst { return [block.indices] }
        return lineRows(block)
    }

    private func numberedRows(_ block: [DrawnLine], _ numbered: [Int]) -> [Range<Int>] {
        var starts = Set(numbered)
        starts.insert(0)
        // A cell over the whole width is the title of a group.
        for index in block.indices.dropFirst() where block[index].isWide != block[index - 1].isWide {
            if block[index].isWide || !block[index].number.isEmpty { starts.insert(index) }
        }
        return ranges(from: starts.sorted(), block.count)
    }

    /// Rows without numbers: a line that goes on in small letters, or has nothing in its first cell, belongs to the one
    /// above it.
    private func lineRows(_ block: [DrawnLine]) -> [Range<Int>] {
        let starts = block.indices.filter { index in
            if index == 0 { return true }
            let filled = block[index].cells.filter { !$0.range.isEmpty }
            guard let first = filled.first, first.column == 0 else { return false }
            return !filled.contains { LetterCase.startsLower($0.range, in: text) }
        }
        return ranges(from: starts, block.count)
    }

    private func ranges(from starts: [Int], _ count: Int) -> [Range<Int>] {
        zip(starts, starts.dropFirst() + [count]).map { $0..<$1 }
    }
}
