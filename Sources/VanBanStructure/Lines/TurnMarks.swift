import VanBanReading

/// What a page's turn leaves between two rows of a table that goes on: its title or caption once more, words that say that
/// it goes on (`(tiếp theo)`), a running head, the document's own number, a page's number in brackets.
///
/// That it stands within a table is told by the numbers of the rows around it, which follow each other.
struct TurnMarks {
    private let text: SourceText
    private let lines: [Line]
    /// Of each line the number that a row begins with on it.
    private let numbers: [Int?]
    /// The documents' numbers as their letterheads print them.
    private let own: [String]
    private let print: PrintMarks

    /// Lines in which the numbers of the rows around a line are looked for.
    private static let reach = 14
    /// Lines above the first row of a table in which its title stands.
    private static let above = 12
    private static let longest = 200
    private static let on = WordKey.of("tiếp")
    private static let pages: Set<String> = [WordKey.of("trang"), "page", "pagebreak", "newpage"]

    private init(_ lines: [Line], in text: SourceText) {
        self.text = text
        self.lines = lines
        print = PrintMarks(text)
        numbers = lines.map { Self.number(of: $0, in: text) }
        own = lines.filter { $0.kind == .number }.compactMap { line in
            text.string(line.range).split(whereSeparator: \.isWhitespace).first { $0.contains("/") && $0.count >= 6 }
                .map(String.init)
        }
    }

    /// Marks them among the lines.
    static func mark(_ lines: inout [Line], in text: SourceText) {
        let marks = TurnMarks(lines, in: text)
        guard marks.numbers.contains(1) else { return }
        for index in marks.found() { lines[index].kind = .runningHead }
    }

    private func found() -> [Int] {
        var found: [Int] = []
        var titles: [[String]: Int] = [:]
        var within: [[String]: [Int]] = [:]
        /// The last line that may still be the title above a first row.
        var nearFirst = -1
        for index in lines.indices {
            if index > nearFirst, let first = firstRow(behind: index) { nearFirst = first }
            let isWithin = isWithin(index)
            guard isWithin || index <= nearFirst, numbers[index] == nil || isPageMark(lines[index]),
                mayBe(lines[index])
            else { continue }
            let words = words(of: lines[index])
            if isWithin {
                let isTitle = words.count >= 3 && titles[words].map(isAbove) ?? false
                if isTitle || saysSo(index) || isPageMark(lines[index]) || namesDocument(lines[index])
                    || isBetweenCells(index) && isAboveHead(index) || print.isMarkOfTurn(lines[index].range)
                {
                    found.append(index)
                } else if words.count >= 3, isBetweenCells(index) || opensPage(lines[index]) {
                    within[words, default: []].append(index)
                }
            } else if titles[words] == nil {
                titles[words] = index
            }
        }
        // The same words between other rows, too.
        for places in within.values where places.count > 1 { found += places }
        return found
    }

    private func mayBe(_ line: Line) -> Bool {
        guard line.range.count <= Self.longest, !isHead(line) else { return false }
        switch line.kind {
        case .text, .body, .authority, .appendixHead, .attachmentNote, .documentKind, .uncertain, .number: return true
        case .row: return line.cells.count(where: { !$0.isEmpty }) <= 1
        default: return false
        }
    }

    /// The words of a line, without a bracket that says that it goes on.
    private func words(of line: Line) -> [String] {
        let tokens = TokenText(line.range, in: text).tokens
        var words = tokens.filter { $0.kind == .word || $0.kind == .number }.map(\.key)
        if let last = words.lastIndex(of: Self.on), last >= 2, tokens.contains(where: { $0.isSign("(") }) {
            words.removeSubrange(last...)
        }
        return words
    }

    /// Whether a line has several cells, as those of heads have, which the tables' readers know again.
    private func isHead(_ line: Line) -> Bool {
        text.bytes[line.range].contains(0x09) || isAligned(line) && !namesDocument(line)
    }

    private func isAligned(_ line: Line) -> Bool {
        text.bytes.withUnsafeBufferPointer { AlignedLine.hasWideGap(line.range, in: $0) }
    }

    // MARK: What they say

    /// `(tiếp theo)`, `(Tiếp theo trang trước)`; at a turn also what goes on before it: `Bảng phân công nhiệm vụ (tiếp)`.
    private func saysSo(_ index: Int) -> Bool {
        let tokens = TokenText(lines[index].range, in: text).tokens
        guard tokens.count >= 3,
            let bracket = tokens.indices.dropLast(2).last(where: { tokens[$0].isSign("(") }),
            tokens[bracket + 1].key == Self.on, tokens[tokens.count - 1].isSign(")")
        else { return false }
        if bracket == 0 { return tokens.count <= 8 }
        // A cell's words end like that in its own row.
        return tokens.count - bracket <= 4 && (opensPage(lines[index]) || isAboveHead(index))
    }

    /// Whether a line is the first of a page, and no rest of a sentence.
    private func opensPage(_ line: Line) -> Bool {
        line.pageBreakBefore && !LetterCase.startsLower(line.range, in: text)
    }

    /// `[2]`, `[Trang 2]`, `##### Page 2 #####`: a number with signs around it, or with the word for a page.
    private func isPageMark(_ line: Line) -> Bool {
        guard line.range.count <= 40 else { return false }
        let tokens = TokenText(line.range, in: text).tokens
        let words = tokens.filter { $0.kind == .word || $0.kind == .number }
        guard (1...2).contains(words.count) else { return false }
        let isPage = words.contains { Self.pages.contains($0.key) }
        guard words.allSatisfy({ $0.kind == .number || Self.pages.contains($0.key) }) else { return false }
        return isPage
            || words.count == 1 && tokens.count >= 3 && tokens.first?.kind != .number
                && tokens.last?.kind != .number
    }

    /// The document's own number, alone or behind its kind and issuer.
    private func namesDocument(_ line: Line) -> Bool {
        guard !own.isEmpty, line.range.count <= 120, text.bytes[line.range].contains(0x2F) else { return false }
        let words = text.string(line.range)
        guard let number = own.first(where: { words.contains($0) }) else { return false }
        // In a cell it is cited: `theo Kế hoạch số 12/KH-UBND`.
        return words.hasPrefix(number) || line.kind == .number || isAligned(line)
    }

    // MARK: Where they stand

    /// The line of a first row that stands no farther below than a title does.
    private func firstRow(behind index: Int) -> Int? {
        numbers[(index + 1)..<min(numbers.count, index + Self.above)].firstIndex(of: 1)
    }

    /// Whether the number of the next row goes on with that of the row before.
    private func isWithin(_ index: Int) -> Bool {
        let before = numbers[max(0, index - Self.reach)..<index].last { $0 != nil } ?? nil
        let behind = numbers[(index + 1)..<min(numbers.count, index + Self.reach)].first { $0 != nil } ?? nil
        guard let before, let behind else { return false }
        return behind == before + 1
    }

    /// Whether tabs part the cells of the row above, so that a line without one belongs to no cell.
    private func isBetweenCells(_ index: Int) -> Bool {
        guard let above = lines[..<index].last(where: { $0.kind != .pageNumber && $0.kind != .runningHead }) else {
            return false
        }
        return above.kind == .row && above.cells.count(where: { !$0.isEmpty }) > 1
    }

    /// Whether a head of the same table follows at once.
    private func isAboveHead(_ index: Int) -> Bool {
        index + 1 < lines.count && opensHead(lines[index + 1]) && lines[index].label == nil
    }

    /// Whether a line stands right above a table: its head, which begins with the numbers', and its first row follow.
    private func isAbove(_ title: Int) -> Bool {
        let behind = (title + 1)..<min(numbers.count, title + Self.above)
        guard let first = behind.first(where: { numbers[$0] != nil }), numbers[first] == 1 else { return false }
        return ((title + 1)..<first).contains { opensHead(lines[$0]) }
    }

    /// `TT`, `STT`, `Số TT`
    private func opensHead(_ line: Line) -> Bool {
        let head = TokenText(text.head(of: line.range, bytes: 40), in: text)
        return (1...3).contains { count in
            count <= head.tokens.count && ColumnRoles.isNumber(TokenText(Array(head.tokens.prefix(count)), of: head))
        }
    }

    /// The number that a row begins with on a line: alone, or with a wide gap, a tab or a bar behind it.
    private static func number(of line: Line, in text: SourceText) -> Int? {
        guard let first = line.range.first, CharacterClass.isDigit(text.bytes[first]) else { return nil }
        var end = first
        var value = 0
        while end < line.range.upperBound, CharacterClass.isDigit(text.bytes[end]), end - first < 4 {
            value = value * 10 + Int(text.bytes[end] - 0x30)
            end += 1
        }
        if end < line.range.upperBound, text.bytes[end] == 0x2E { end += 1 }
        guard end < line.range.upperBound else { return value }
        let isWide = end + 1 < line.range.upperBound && text.bytes[end] == 0x20 && text.bytes[end + 1] == 0x20
        return isWide || text.bytes[end] == 0x09 || text.bytes[end] == 0x7C ? value : nil
    }
}
