import VanBanReading

/// Page numbers between the lines of a text (NĐ 30/2020/NĐ-CP, Phụ lục I, I.7: Arabic, from the second page on).
enum PageNumber {
    private static let page = WordKey.of("Trang")
    /// Figures of a page's number.
    private static let longest = 4
    /// What is left of Word's page field.
    private static let field = WordKey.of("PAGE")

    /// Whether a line is a page number by its form alone: `- 2 -`, `Trang 3`, `Trang 3/10`, `PAGE  16`.
    static func isWritten(_ range: Range<Int>, in text: SourceText) -> Bool {
        if isPageRule(range, in: text) { return true }
        guard range.count <= 40 else { return false }
        let tokens = TokenText(range, in: text).tokens
        if tokens.count == 3, tokens[0].isSign("-"), tokens[1].kind == .number, tokens[2].isSign("-") { return true }
        if let first = tokens.first, first.key == field, first.isAllUpper {
            return tokens.count == 1 || (tokens.count == 2 && tokens[1].kind == .number)
        }
        return isCount(tokens) || isSpaced(tokens)
    }

    /// `2 | P a g e`, as a template of Word writes it.
    private static func isSpaced(_ tokens: [Token]) -> Bool {
        guard (3...7).contains(tokens.count), tokens[0].kind == .number, tokens[1].isSign("|") else { return false }
        return tokens.dropFirst(2).map(\.key).joined() == english
    }

    private static let english = WordKey.of("Page")
    private static let among = Set(["trên", "of", "trong"].map(WordKey.of))
    private static let all = Set(["tổng", "số"].map(WordKey.of))
    private static let short = WordKey.of("Tr")

    /// `Trang 3`, `Trang: 2/5`, `Trang 2 trên 5`, `Page 2 of 5`
    static func isCount(_ tokens: [Token]) -> Bool {
        guard let first = tokens.first, first.key == page || first.key == english || first.key == short else {
            return false
        }
        var index = 1
        if index < tokens.count,
            tokens[index].isSign(":") || tokens[index].isSign(".") || all.contains(tokens[index].key)
        {
            index += 1
        }
        guard index < tokens.count, tokens[index].kind == .number, first.key != english || tokens.count > index + 1
        else {
            return false
        }
        index += 1
        if index == tokens.count { return true }
        guard tokens[index].isSign("/") || among.contains(tokens[index].key) else { return false }
        index += 1
        while index < tokens.count, all.contains(tokens[index].key) { index += 1 }
        guard index < tokens.count, tokens[index].kind == .number else { return false }
        return index + 1 == tokens.count || index + 2 == tokens.count && tokens[index + 1].key == page
    }

    private static let pageWords = Lexicon.keys(.pageWords)

    /// The rule that programs put between pages: `--- PAGE BREAK ---`, `--- Trang 2/10 ---`, `=== Page 3 ===`.
    private static func isPageRule(_ range: Range<Int>, in text: SourceText) -> Bool {
        guard (9...48).contains(range.count), let first = range.first, let last = range.last else { return false }
        let sign = text.bytes[first]
        guard sign == 0x2D || sign == 0x3D, text.bytes[first + 1] == sign, text.bytes[last] == sign,
            text.bytes[last - 1] == sign
        else { return false }
        let tokens = TokenText(range, in: text).tokens
        let words = tokens.filter { $0.kind == .word }
        guard words.contains(where: { $0.key == page || $0.key == field }) else { return false }
        return words.allSatisfy { pageWords.contains($0.key) }
            && tokens.allSatisfy {
                $0.kind == .word || $0.kind == .number || $0.isSign("-") || $0.isSign("=") || $0.isSign("/")
            }
    }

    /// Marks lone numbers that count the pages: each one more than the last, with text between them.
    static func mark(_ lines: inout [Line], in text: SourceText) {
        var candidates: [(index: Int, value: Int)] = []
        for (index, line) in lines.enumerated() where line.kind == .text {
            guard let value = number(line.range, in: text), value > 0,
                isApart(index, lines, text)
            else { continue }
            candidates.append((index, value))
        }
        // Beside a rule between pages it needs no others.
        for (index, _) in candidates
        where [index - 1, index + 1].contains(where: { lines.indices.contains($0) && isRule(lines[$0], in: text) }) {
            lines[index].kind = .pageNumber
        }
        var position = 0
        while position < candidates.count {
            var chain = [candidates[position]]
            var next = position + 1
            while next < candidates.count, candidates[next].value == chain[chain.count - 1].value + 1,
                candidates[next].index - chain[chain.count - 1].index > 1
            {
                chain.append(candidates[next])
                next += 1
            }
            let isCounted =
                chain.count >= 2 && chain[0].value <= 3
                && (distance(chain) >= 4 || chain.allSatisfy { standsInSentence($0.index, lines, text) })
            for entry in chain
            where isCounted || chain[0].value > 1 && standsInSentence(entry.index, lines, text)
                || cutsParagraph(entry.index, lines, text)
            {
                lines[entry.index].kind = .pageNumber
            }
            position = next
        }
    }

    /// The `1` above the letterhead of the first page.
    static func markFirst(_ lines: inout [Line], in text: SourceText) {
        guard lines.count > 1, lines[0].kind == .text, number(lines[0].range, in: text) == 1,
            lines[1].kind == .body || lines[1].kind == .motto
        else { return }
        lines[0].kind = .pageNumber
    }

    private static func isRule(_ line: Line, in text: SourceText) -> Bool {
        line.kind == .pageNumber && isPageRule(line.range, in: text)
    }

    private static func number(_ range: Range<Int>, in text: SourceText) -> Int? {
        guard range.count <= longest else { return nil }
        var value = 0
        for offset in range {
            guard CharacterClass.isDigit(text.bytes[offset]) else { return nil }
            value = value * 10 + Int(text.bytes[offset] - 0x30)
        }
        // A year in a cell is no page.
        return (1900...2100).contains(value) ? nil : value
    }

    /// A page number stands alone, or between the halves of a sentence or of a list.
    private static func isApart(_ index: Int, _ lines: [Line], _ text: SourceText) -> Bool {
        let line = lines[index]
        if line.pageBreakBefore || index == 0 || index + 1 >= lines.count { return true }
        let next = lines[index + 1]
        if standsBetweenGrids(index, lines) { return true }
        // In the middle of the page's last line.
        if next.pageBreakBefore, line.indent >= 12 { return true }
        if line.blankLinesBefore > 0 { return next.blankLinesBefore > 0 || next.pageBreakBefore }
        if next.blankLinesBefore > 0 { return false }
        return standsInSentence(index, lines, text)
            || (lines[index - 1].label?.series == .bullet && next.label?.series == .bullet)
    }

    /// Whether tables of the source stand right above and below, as where each page has one.
    private static func standsBetweenGrids(_ index: Int, _ lines: [Line]) -> Bool {
        guard let above = lines[index - 1].grid, let below = lines[index + 1].grid else { return false }
        return above.table != below.table
    }

    /// The line above goes on below.
    private static func standsInSentence(_ index: Int, _ lines: [Line], _ text: SourceText) -> Bool {
        guard index > 0, lines[index - 1].kind != .row, lines[index - 1].width >= 30 else { return false }
        return !TerminalSign.ends(lines[index - 1].range, in: text)
    }

    private static func distance(_ chain: [(index: Int, value: Int)]) -> Int {
        (chain[chain.count - 1].index - chain[0].index) / (chain.count - 1)
    }

    /// A number between two halves of a sentence.
    private static func cutsParagraph(_ index: Int, _ lines: [Line], _ text: SourceText) -> Bool {
        guard index > 0, index + 1 < lines.count else { return lines[index].pageBreakBefore }
        if lines[index].pageBreakBefore || lines[index + 1].pageBreakBefore { return true }
        // Alone between the rows of a table.
        if standsBetweenGrids(index, lines) { return true }
        if lines[index - 1].kind == .row, lines[index + 1].kind == .row, lines[index].blankLinesBefore > 0 {
            return true
        }
        if lines[index - 1].label?.series == .bullet, lines[index + 1].label?.series == .bullet,
            lines[index].blankLinesBefore == 0
        {
            return true
        }
        guard lines[index - 1].kind != .row, lines[index - 1].width >= 30 else { return false }
        return !TerminalSign.ends(lines[index - 1].range, in: text)
            && LetterCase.startsLower(lines[index + 1].range, in: text)
    }
}

/// The signs that end a sentence or an item.
enum TerminalSign {
    static func ends(_ range: Range<Int>, in text: SourceText) -> Bool {
        switch text.lastSign(of: range) {
        case 0x2E, 0x3B, 0x3A, 0x21, 0x3F, 0x2F: return true
        // The last byte of `…`, and of `Ủ` and `Ầ`.
        case 0xA6: return endsWithEllipsis(range, in: text)
        default: return false
        }
    }

    private static func endsWithEllipsis(_ range: Range<Int>, in text: SourceText) -> Bool {
        guard let last = range.last(where: { text.bytes[$0] == 0xA6 }), last >= range.lowerBound + 2 else {
            return false
        }
        return text.bytes[last - 1] == 0x80 && text.bytes[last - 2] == 0xE2
    }
}
