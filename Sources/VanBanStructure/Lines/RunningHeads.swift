import VanBanReading

/// Heads and feet that stand on every page, between the lines of the text.
enum RunningHeads {
    /// Marks lines at the edge of a page that stand at the edge of others, too (their numbers aside).
    static func mark(_ lines: inout [Line], in text: SourceText) {
        var places: [String: [Int]] = [:]
        for index in lines.indices
        where isCandidate(index, lines, text) && !TerminalSign.ends(lines[index].range, in: text) {
            places[key(lines[index].range, in: text), default: []].append(index)
        }
        for (key, indices) in places where indices.count >= 2 && !key.isEmpty {
            for index in indices { lines[index].kind = .runningHead }
        }
    }

    private static func isCandidate(_ index: Int, _ lines: [Line], _ text: SourceText) -> Bool {
        let line = lines[index]
        guard line.kind == .text || line.kind == .body, line.width < 110 else { return false }
        // A line that goes on below, or goes on from above, is a sentence.
        if index + 1 < lines.count, LetterCase.startsLower(lines[index + 1].range, in: text),
            lines[index + 1].blankLinesBefore == 0
        {
            return false
        }
        if text.lastSign(of: line.range) == 0x2C { return false }
        if line.pageBreakBefore { return true }
        if index + 1 < lines.count, lines[index + 1].pageBreakBefore { return true }
        if index > 0, lines[index - 1].kind == .pageNumber { return true }
        return index + 1 < lines.count && lines[index + 1].kind == .pageNumber
    }

    /// The words of a line, and its numbers but for one at its edge that counts pages: `MẪU SỐ 01` and `MẪU SỐ 02` are two
    /// headings.
    private static func key(_ range: Range<Int>, in text: SourceText) -> String {
        var words: [String] = []
        var numbers: [String] = []
        let tokens = TokenText(range, in: text).tokens
        for (index, token) in tokens.enumerated() {
            if token.kind == .word { words.append(token.key) }
            guard token.kind == .number else { continue }
            let start = token.range.lowerBound
            let isLast = index == tokens.count - 1 && start >= range.lowerBound + 2
            let isApart = isLast && CharacterClass.isSpace(text.bytes[start - 1]) && !isWord(text.bytes[start - 2])
            if index > 0, !isApart { numbers.append(token.key) }
        }
        return words.count >= 2 ? (words + numbers).joined(separator: " ") : ""
    }

    /// Whether a byte is one of a word: behind it a single space is no gap.
    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || CharacterClass.isDigit(byte) || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
    }
}
