import VanBanReading

/// A header that a page repeats: every column has the words that it had in the first one, wherever they fell this time.
///
/// The columns of a page may stand elsewhere than those of the page before, and heads that had room between them there
/// may touch here. Which word is which column's is told by the words alone: on a line they keep the order of the columns.
struct RepeatedHead {
    private let words: [(line: Int, index: Int, key: String, start: Int, end: Int)]
    /// By column, and behind them all for heads over several columns, the words that are still to be found.
    private var left: [[String: Int]]
    private var columns: [Int] = []
    private var patience = 20_000

    /// - Parameters:
    ///   - lines: those of the header on its page.
    ///   - header: the first one.
    static func cells(of lines: [AlignedLine], like header: AlignedHeader, in text: SourceText) -> [AlignedHeader.Cell]?
    {
        var head = RepeatedHead(lines, header, text)
        guard head.words.count == head.left.reduce(0, { $0 + $1.values.reduce(0, +) }), head.place(0) else {
            return nil
        }
        return (0..<header.cells.count).map { column in
            var parts: [(line: Int, words: Range<Int>)] = []
            for index in head.words.indices where head.columns[index] == column {
                let word = head.words[index]
                if let last = parts.last, last.line == word.line, last.words.upperBound == word.index {
                    parts[parts.count - 1].words = last.words.lowerBound..<(word.index + 1)
                } else {
                    parts.append((word.line, word.index..<(word.index + 1)))
                }
            }
            return AlignedHeader.Cell(parts, of: lines)
        }
    }

    private init(_ lines: [AlignedLine], _ header: AlignedHeader, _ text: SourceText) {
        words = lines.enumerated().flatMap { line, printed in
            printed.words.enumerated().map { index, word in
                let key = TokenText(word.range, in: text).tokens.map(\.key).joined(separator: " ")
                return (line, index, key, word.start, word.end)
            }
        }
        func counts(_ stretches: [Stretch]) -> [String: Int] {
            var counts: [String: Int] = [:]
            for stretch in stretches {
                for range in stretch.ranges {
                    for word in Self.words(of: range, text) { counts[word, default: 0] += 1 }
                }
            }
            return counts
        }
        left = header.cells.map { counts([$0.stretch]) } + [counts(header.spanning)]
        columns = words.map { _ in -1 }
    }

    /// The keys of the words between the spaces of a range.
    private static func words(of range: Range<Int>, _ text: SourceText) -> [String] {
        var found: [String] = []
        var start: Int?
        for offset in range.lowerBound...range.upperBound {
            let isSpace = offset == range.upperBound || CharacterClass.isSpace(text.bytes[offset])
            if isSpace, let first = start {
                found.append(TokenText(first..<offset, in: text).tokens.map(\.key).joined(separator: " "))
                start = nil
            } else if !isSpace, start == nil {
                start = offset
            }
        }
        return found
    }

    /// Gives the words from one on to columns; false where no way fits.
    private mutating func place(_ index: Int) -> Bool {
        guard index < words.count else { return true }
        patience -= 1
        guard patience > 0 else { return false }
        let spanning = left.count - 1
        let line = words[index].line
        let least =
            (0..<index).filter { words[$0].line == line && columns[$0] != spanning }.map { columns[$0] }.max() ?? 0
        for column in Array(least..<spanning) + [spanning] where left[column][words[index].key, default: 0] > 0 {
            left[column][words[index].key, default: 0] -= 1
            columns[index] = column
            // The words of one column stand above each other.
            if column == spanning || overlaps(index), place(index + 1) { return true }
            left[column][words[index].key, default: 0] += 1
            columns[index] = -1
        }
        return false
    }

    /// Whether a word stands below or beside those that its column has: no word of another column on the same line stands
    /// between them.
    private func overlaps(_ index: Int) -> Bool {
        let own = words[index]
        return (0..<index).allSatisfy { other in
            guard words[other].line != own.line, columns[other] != left.count - 1 else { return true }
            // What stands clearly to the left on another line is no column further to the right.
            if columns[other] > columns[index] { return words[other].end > own.start }
            if columns[other] < columns[index] { return words[other].start < own.end }
            return true
        }
    }
}
