import VanBanReading

/// The line that opens an appendix (NĐ 30/2020/NĐ-CP, Phụ lục I, III.1): `Phụ lục`, `PHỤ LỤC II`, `Phụ lục số 01`,
/// `PHỤ LỤC I.1`, `Phụ lục 01a`.
enum AppendixHead {
    static let name = "Phụ lục"
    private static let word = Phrase(name)

    static func opens(_ head: TokenText) -> Bool { head.matches(word, at: 0) }

    private static let numberWord = WordKey.of("số")

    /// The token after which a title may follow on the same line; nil where the line is no such head.
    static func end(in head: TokenText, of line: Line, text: SourceText) -> Int? {
        guard head.matches(word, at: 0), head.tokens[0].startsUpper, line.width < 300 else { return nil }
        var index = 2
        let tokens = head.tokens
        if index < tokens.count, tokens[index].key == numberWord {
            index += 1
            if index < tokens.count, tokens[index].isSign(":") { index += 1 }
        }
        index = numberEnd(from: index, in: head)
        let labelEnd = index
        while index < tokens.count, tokens[index].isSign(".") || tokens[index].isSign(":") || tokens[index].isSign("-")
        {
            index += 1
        }
        if index >= tokens.count { return index }
        // What follows on the line is a title in capitals.
        let rest = tokens[index].range.lowerBound..<line.range.upperBound
        if LetterCase.of(rest, in: text) == .upper, labelEnd > 2 || index > labelEnd || line.isCapitals { return index }
        // In bold letters, behind a dash or colon, it is one in any case; behind a number and its sign as well, where
        // the line is no sentence.
        if line.isBold, index > labelEnd, line.width < 120 { return index }
        guard labelEnd > 2, index > labelEnd, tokens[index].startsUpper, tokens[index].kind == .word, line.width < 160,
            !TerminalSign.ends(line.range, in: text), text.lastSign(of: line.range) != 0x2C
        else { return nil }
        return index
    }

    /// Where the number of an appendix ends that begins at a token; the token itself where none does.
    private static func numberEnd(from start: Int, in head: TokenText) -> Int {
        guard var end = componentEnd(at: start, in: head, isFirst: true) else { return start }
        // `I.1`, `2-A`
        while end + 1 < head.tokens.count, isJoint(head.tokens[end]), head.tokens[end].gapBefore == .none,
            head.tokens[end + 1].gapBefore == .none, let next = componentEnd(at: end + 1, in: head, isFirst: false)
        {
            end = next
        }
        // `01/CCHC`: of which field it is.
        if end + 1 < head.tokens.count, head.tokens[end].isSign("/"), head.tokens[end].gapBefore == .none,
            head.tokens[end + 1].kind == .word, head.tokens[end + 1].gapBefore == .none, head.tokens[end + 1].isAllUpper
        {
            end += 2
        }
        return end
    }

    private static func isJoint(_ token: Token) -> Bool {
        token.isSign(".") || token.isSign("-") || token.isSign("/")
    }

    /// `01`, `01a`, `IV`, `IIa`, `B`
    private static func componentEnd(at index: Int, in head: TokenText, isFirst: Bool) -> Int? {
        guard index < head.tokens.count else { return nil }
        let token = head.tokens[index]
        if token.kind == .number {
            guard token.range.count <= 2 else { return nil }
            let next = index + 1
            guard next < head.tokens.count, head.tokens[next].kind == .word, head.tokens[next].gapBefore == .none,
                head.tokens[next].key.utf8.count == 1
            else { return next }
            return next + 1
        }
        guard token.kind == .word else { return nil }
        let letters = head.source.string(token.range)
        if RomanNumeral.value(letters) != nil { return index + 1 }
        if token.range.count == 1 { return token.startsUpper || !isFirst ? index + 1 : nil }
        return RomanNumeral.value(String(letters.dropLast())) != nil && letters.utf8.count < 6 ? index + 1 : nil
    }

    /// Lines that only name appendices, in a list or behind a colon, open none.
    static func settle(_ lines: inout [Line], in text: SourceText) {
        var listed: [Int] = []
        for index in lines.indices where lines[index].kind == .appendixHead && !lines[index].isCapitals {
            let hasTitle = lines[index].width > 24
            guard hasTitle else { continue }
            let above = index > 0 ? lines[index - 1] : nil
            let below = index + 1 < lines.count ? lines[index + 1] : nil
            let isListed =
                above?.kind == .appendixHead || below?.kind == .appendixHead || below == nil
                || above.map { text.lastSign(of: $0.range) == 0x3A && lines[index].blankLinesBefore == 0 } ?? false
            if isListed { listed.append(index) }
        }
        for index in listed { lines[index].kind = .text }
        for index in lines.indices where lines[index].kind == .appendixHead { settleNote(below: index, &lines, text) }
    }

    /// Lines below an appendix's head among which the note of what it is attached to stands.
    private static let noteReach = 5

    /// A note without its brackets, below the title: `Kèm theo Kế hoạch số 12/KH-UBND ngày …`.
    private static func settleNote(below head: Int, _ lines: inout [Line], _ text: SourceText) {
        for index in (head + 1)..<max(head + 1, min(lines.count, head + 1 + noteReach)) {
            guard lines[index].kind == .text, lines[index].cells.isEmpty else { return }
            let tokens = TokenText(text.head(of: lines[index].range, bytes: 160), in: text)
            guard let phrase = tokens.firstMatch(LineClassifier.attachments, at: 0) else { continue }
            let isNumbered = tokens.tokens.indices.dropFirst(phrase.keys.count).contains {
                DocumentNumber.at($0, in: tokens).map { $0.digits != nil && $0.isCertain } ?? false
            }
            if isNumbered { lines[index].kind = .attachmentNote }
            return
        }
    }
}
