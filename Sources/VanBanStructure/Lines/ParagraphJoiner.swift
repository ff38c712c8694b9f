import VanBanModel
import VanBanReading

/// Puts wrapped lines together into paragraphs, and the halves of a paragraph that a page break cut.
struct ParagraphJoiner {
    private let text: SourceText
    private let wrapWidth: Int?
    /// Whether an indent says where paragraphs begin.
    private let isIndented: Bool
    private(set) var diagnostics: [Diagnostic] = []

    init(_ text: SourceText, lines: [Line]) {
        self.text = text
        wrapWidth = Self.wrapWidth(of: lines)
        isIndented = FirstLineIndent.isUsed(in: lines)
    }

    mutating func paragraphs(of lines: [Line]) -> [Paragraph] {
        var paragraphs: [Paragraph] = []
        /// The last paragraph that running text may go on from, past notes and page furniture.
        var open: Int?
        var note: Int?
        var previous: Line?
        /// Whether a page plainly ended since the last paragraph.
        var pageEnded = false
        for var line in lines {
            pageEnded = pageEnded || line.pageBreakBefore
            let isSettled = settle(&line, after: previous)
            // `26/2026/NQ-⏎2⏎HĐND ngày 10/4/2026` is no place and day.
            if pageEnded, line.kind == .placeAndDate, let index = open,
                CutSigns.areCut(between: paragraphs[index].lastRange, and: line.range, in: text)
            {
                line.kind = .text
            }
            // The title of a document whose lines are paragraphs ends before a sentence.
            if let before = previous, isSentence(line, below: before, paragraphs) { open = nil }
            if line.kind == .text, let index = open, index == paragraphs.count - 1, let before = previous,
                line.blankLinesBefore == 0, !line.pageBreakBefore, !before.isWhole,
                isSettled || wraps(before, line, paragraphs[index])
            {
                append(line, to: &paragraphs[index])
                previous = line
                continue
            }
            // A wrapped footnote goes on right below it.
            if line.kind == .text, let index = note, index == paragraphs.count - 1, let before = previous,
                line.blankLinesBefore == 0, !line.pageBreakBefore, !before.isWhole,
                !TerminalSign.ends(before.range, in: text)
            {
                append(line, to: &paragraphs[index])
                previous = line
                continue
            }
            if line.kind == .text, let index = open, goesOn(paragraphs[index], line, pageEnded: pageEnded) {
                report(paragraphs[index], line)
                append(line, to: &paragraphs[index])
                previous = line
                pageEnded = false
                continue
            }
            if line.kind == .text, let index = open, index == paragraphs.count - 1 {
                reportCut(paragraphs[index], line)
            }
            paragraphs.append(Paragraph(line, in: text))
            pageEnded = line.kind == .pageNumber || line.kind == .runningHead || (pageEnded && line.kind == .footnote)
            switch line.kind {
            case .pageNumber, .runningHead, .ruler: break
            case .footnote: note = paragraphs.count - 1
            case .text, .recital, .labelled, .attachmentNote, .body, .addressee, .appendixNotice, .motto:
                open = paragraphs.count - 1
            default: open = nil
            }
            previous = line
        }
        return paragraphs
    }

    /// Whether a line right below the one of a title, which stands below its kind, is a sentence of its own.
    private func isSentence(_ line: Line, below before: Line, _ paragraphs: [Paragraph]) -> Bool {
        guard line.kind == .text, line.blankLinesBefore == 0, paragraphs.count >= 2,
            paragraphs[paragraphs.count - 2].kind == .documentKind, let title = paragraphs.last, title.kind == .text,
            title.lineCount == 1, !title.isCapitals, !line.isCapitals, !LetterCase.startsLower(line.range, in: text),
            !TerminalSign.ends(before.range, in: text), text.lastSign(of: before.range) != 0x2C,
            !OpenEnd.stands(at: before.range, in: text)
        else { return false }
        let last = text.lastSign(of: line.range)
        return last == 0x3A || last == 0x2E
    }

    /// Words that open recitals, and stand in sentences just as well.
    private static let verbs = Lexicon.phrases(.possibleRecitals)

    /// Words of the form in the middle of a sentence are text: `… Nghị quyết⏎Số 30c/NQ-CP ngày …`.
    private func settle(_ line: inout Line, after previous: Line?) -> Bool {
        if isIndented, let previous, isAtMargin(line, below: previous) {
            line.kind = .text
            return true
        }
        // `I. CĂN CỨ XÂY DỰNG⏎KẾ HOẠCH`: a kind right below a heading in capitals is the end of the heading.
        if line.kind == .documentKind, let previous, previous.kind == .labelled, previous.isCapitals,
            line.blankLinesBefore == 0, !line.pageBreakBefore, !line.isWhole, line.isCapitals,
            !TerminalSign.ends(previous.range, in: text)
        {
            line.kind = .text
            return true
        }
        if let previous, line.kind == .placeAndDate, line.blankLinesBefore == 0,
            CutSigns.areCut(between: previous.range, and: line.range, in: text)
        {
            line.kind = .text
            return true
        }
        if let previous, goesOnInLabel(line, below: previous) {
            line.kind = .text
            line.label = nil
            return true
        }
        let isBareArticle = line.label?.series == .article && line.label?.closing == "" && !line.isWhole
        guard line.kind == .number || line.kind == .placeAndDate || line.kind == .recital || isBareArticle,
            line.blankLinesBefore == 0,
            let previous, previous.kind == .text || previous.kind == .recital || previous.kind == .labelled,
            !previous.isCapitals, !TerminalSign.ends(previous.range, in: text), previous.width >= 30,
            line.kind != .placeAndDate || !opensSubject(previous)
        else { return false }
        // A recital may follow on one that lost its semicolon; a wrapped sentence fills its line.
        if line.kind == .recital {
            let head = TokenText(text.head(of: line.range, bytes: 24), in: text)
            guard head.firstMatch(Self.verbs, at: 0) != nil, isFull(previous, line) else { return false }
        }
        if isBareArticle {
            guard line.label?.range.upperBound == line.range.upperBound else { return false }
            line.label = nil
        }
        line.kind = .text
        return true
    }

    /// `V/v nhắc các chi bộ …⏎Quận 6, ngày 12 tháng 5 năm 2023`: below the subject of a letter stands its day.
    private func opensSubject(_ line: Line) -> Bool {
        TokenText(text.head(of: line.range, bytes: 24), in: text).firstMatch(Self.subjects, at: 0) != nil
    }

    private static let subjects = Phrase.list(["V/v", "Về việc"])

    /// Whether what looks like a label is a figure of the sentence above: `… quý I, quý⏎II. Các xã …`, `… năm 2026 là⏎3. 000 hộ`.
    private func goesOnInLabel(_ line: Line, below previous: Line) -> Bool {
        guard line.kind == .labelled, let label = line.label, line.blankLinesBefore == 0, !line.isWhole,
            !line.isCapitals,
            previous.kind == .text || previous.kind == .recital || previous.kind == .labelled, !previous.isCapitals,
            !TerminalSign.ends(previous.range, in: text)
        else { return false }
        switch label.series {
        case .roman where label.closing == ")":
            // `… Ban Chấp hành Trung ương Đảng (khóa⏎XII) về …`
            let sign = previous.range.last { text.bytes[$0] == 0x28 || text.bytes[$0] == 0x29 }
            return sign.map { text.bytes[$0] == 0x28 } ?? false
        case .roman:
            let last = TokenText(text.tail(of: previous.range, bytes: 16), in: text).tokens.last
            return (1...4).contains(label.ordinal ?? 0) && Words.quarters.contains(last?.key ?? "")
        case .arabic:
            let rest = TokenText(
                text.head(of: text.trimmed(label.range.upperBound..<line.range.upperBound), bytes: 40), in: text)
            guard let first = rest.tokens.first, first.kind == .number, first.range.count == 3,
                text.bytes[first.range.lowerBound] == 0x30 || first.value == 500, rest.tokens.count > 1
            else { return false }
            return rest.tokens[1].kind == .word && !rest.tokens[1].startsUpper
        default: return false
        }
    }

    /// A line at the margin below a line of running text, in a text whose paragraphs begin with an indent.
    private func isAtMargin(_ line: Line, below previous: Line) -> Bool {
        guard line.indent == 0, line.blankLinesBefore == 0, !line.pageBreakBefore, !line.isCapitals,
            !previous.isCapitals, previous.width >= 50
        else { return false }
        switch line.kind {
        case .text, .number, .placeAndDate, .recital, .appendixNotice, .attachmentNote: break
        default: return false
        }
        switch previous.kind {
        case .text, .recital, .labelled: return true
        default: return false
        }
    }

    private func append(_ line: Line, to paragraph: inout Paragraph) {
        // Lines that follow each other are one range; what lies between halves of a page stays out.
        let last = paragraph.lastRange
        let isAdjacent =
            line.range.lowerBound >= last.upperBound
            && text.trimmed(last.upperBound..<line.range.lowerBound).isEmpty
        func extend(_ stretch: inout Stretch) {
            if stretch.isEmpty {
                stretch = Stretch(line.range)
            } else if isAdjacent {
                if stretch.more.isEmpty {
                    stretch.first = stretch.first.lowerBound..<line.range.upperBound
                } else {
                    let end = stretch.more.count - 1
                    stretch.more[end] = stretch.more[end].lowerBound..<line.range.upperBound
                }
            } else {
                stretch.append(line.range)
            }
        }
        extend(&paragraph.stretch)
        extend(&paragraph.content)
        paragraph.isCapitals = paragraph.isCapitals && line.isCapitals
        paragraph.isBold = paragraph.isBold && line.isBold
        paragraph.lineCount += 1
        // A tab before its first line was an indent, and no cell's end.
        paragraph.cells = []
    }

    /// Whether a line goes on with the line right above it.
    private func wraps(_ before: Line, _ line: Line, _ paragraph: Paragraph) -> Bool {
        if isIndented, FirstLineIndent.opens(line), !line.isCapitals { return false }
        switch before.kind {
        case .motto: return BrokenMotto.ends(line.range, after: before.range, in: text)
        case .number, .placeAndDate, .documentKind, .appendixHead, .enacting, .recipientsHead, .authority, .row:
            return false
        case .attachmentNote, .appendixNotice:
            return !isClosed(paragraph.stretch)
        default: break
        }
        if CutSigns.areCut(between: before.range, and: line.range, in: text) { return true }
        if CutMeasures.areCut(between: before.range, and: line.range, in: text) { return true }
        if before.kind == .body || paragraph.kind == .body { return line.isCapitals && !opensWithKind(line.range) }
        // `- Thường trực HĐND xã⏎(b/c);`
        if before.label?.series == .bullet, line.width <= 12, text.bytes[line.range.lowerBound] == 0x28,
            !TerminalSign.ends(before.range, in: text)
        {
            return true
        }
        if paragraph.isCapitals != line.isCapitals {
            // A heading in capitals and the text below it.
            if paragraph.isCapitals { return false }
            return before.width >= 45 && !TerminalSign.ends(before.range, in: text)
        }
        if paragraph.isCapitals { return true }
        if LetterCase.startsLower(line.range, in: text) {
            if before.label?.series == .bullet, NamedPerson.restored(Stretch(line.range), in: text) != nil {
                return false
            }
            return !TerminalSign.ends(before.range, in: text) || isFull(before, line)
        }
        return isFull(before, line)
    }

    /// Whether capitals name a kind of document and go on: `KẾ HOẠCH NĂM HỌC 2026 - 2027` below a body.
    private func opensWithKind(_ line: Range<Int>) -> Bool {
        DocumentKindGazetteer.standard.kind(in: TokenText(text.head(of: line, bytes: 60), in: text), at: 0) != nil
    }

    /// Whether the first word of the next line would not have fitted on this one.
    private func isFull(_ before: Line, _ line: Line) -> Bool {
        guard let width = wrapWidth, before.width <= width + 12 else {
            // Text that is not wrapped: a line is a paragraph, unless it plainly goes on.
            return false
        }
        let word = firstWordWidth(line.range)
        // A label's line that ends short of the margin is a heading.
        if TerminalSign.ends(before.range, in: text) || before.kind == .labelled {
            return before.width + word > width - 6
        }
        return before.width + word > width - 16
    }

    private func firstWordWidth(_ range: Range<Int>) -> Int {
        var end = range.lowerBound
        while end < range.upperBound, !CharacterClass.isSpace(text.bytes[end]) { end += 1 }
        return text.width(of: range.lowerBound..<end) + 1
    }

    private func isClosed(_ stretch: Stretch) -> Bool {
        var depth = 0
        stretch.forEachRange { range in
            for offset in range {
                if text.bytes[offset] == 0x28 { depth += 1 } else if text.bytes[offset] == 0x29 { depth -= 1 }
            }
        }
        return depth <= 0
    }

    /// Whether a paragraph that a page break cut goes on in this line.
    private func goesOn(_ paragraph: Paragraph, _ line: Line, pageEnded: Bool) -> Bool {
        if isIndented, FirstLineIndent.opens(line) { return false }
        if pageEnded, CutSigns.areCut(between: paragraph.lastRange, and: line.range, in: text) { return true }
        guard !paragraph.isCapitals, !line.isCapitals || pageEnded, paragraph.kind != .body,
            !TerminalSign.ends(paragraph.lastRange, in: text)
        else { return false }
        if !LetterCase.startsLower(line.range, in: text) {
            // A capital or a number goes on only where a page ended, or where the words before it cannot be the last.
            let isLong = text.width(of: paragraph.lastRange) >= 60
            guard pageEnded && isLong || isOpenEnded(paragraph.lastRange, line.range, pageEnded: pageEnded) else {
                return false
            }
        }
        if paragraph.kind == .attachmentNote || paragraph.kind == .appendixNotice {
            return !isClosed(paragraph.stretch)
        }
        return text.width(of: paragraph.lastRange) >= 30
    }

    /// Whether a text ends with a word or a comma that something must follow.
    private func isOpenEnded(_ range: Range<Int>, _ next: Range<Int>, pageEnded: Bool) -> Bool {
        let tokens = TokenText(text.tail(of: range, bytes: 24), in: text).tokens
        guard let last = tokens.last else { return false }
        return (pageEnded && last.isSign(",")) || OpenWords.contains(last, before: next, in: text)
    }

    /// A long paragraph that ends without punctuation, and does not go on below, may have lost its end.
    private mutating func reportCut(_ paragraph: Paragraph, _ line: Line) {
        guard !paragraph.isCapitals, !paragraph.isBold, !line.isCapitals, paragraph.kind != .body,
            paragraph.stretch.length >= 160, !TerminalSign.ends(paragraph.lastRange, in: text),
            // The last recital ends with a comma.
            paragraph.kind != .recital || text.lastSign(of: paragraph.lastRange) != 0x2C
        else { return }
        diagnostics.append(
            Diagnostic(
                .uncertainParagraphCut, at: text.location(of: paragraph.lastRange),
                related: [text.location(of: line.range)],
                arguments: [text.string(text.tail(of: paragraph.lastRange, bytes: 60))]))
    }

    private mutating func report(_ paragraph: Paragraph, _ line: Line) {
        let end = paragraph.lastRange
        let tail = text.string(text.tail(of: end, bytes: 36))
        let beginning = text.string(text.head(of: line.range, bytes: 36))
        diagnostics.append(
            Diagnostic(
                .joinedParagraph, at: text.location(of: line.range), related: [text.location(of: end)],
                arguments: [tail, beginning]))
    }

    /// The width at which running text is wrapped, where it is: the most common width of lines that are followed by
    /// a line of their own paragraph.
    private static func wrapWidth(of lines: [Line]) -> Int? {
        var run: [Int] = []
        var maxima: [Int] = []
        func close() {
            if run.count >= 2, let widest = run.max(), (50...130).contains(widest) { maxima.append(widest) }
            run.removeAll()
        }
        for line in lines {
            let isRunning = line.kind == .text || line.kind == .recital || line.kind == .labelled
            if !isRunning || line.blankLinesBefore > 0 || (line.kind == .labelled) { close() }
            if isRunning { run.append(line.width) }
        }
        close()
        guard !maxima.isEmpty else { return nil }
        maxima.sort()
        return maxima[maxima.count * 3 / 4]
    }
}

/// Words that nothing ends with.
enum OpenWords {
    private static let words = Lexicon.keys(.joiningWords)
    private static let number = WordKey.of("số")

    /// Whether something must follow a word. `Chuyển đổi số` is whole, `Nghị quyết số` before a figure is not.
    static func contains(_ token: Token, before next: Range<Int>, in text: SourceText) -> Bool {
        guard token.kind == .word else { return false }
        if token.key == number { return next.first.map { CharacterClass.isDigit(text.bytes[$0]) } ?? false }
        return words.contains(token.key)
    }
}

extension SourceText {
    /// The end of a range, cut at a character.
    func tail(of range: Range<Int>, bytes count: Int) -> Range<Int> {
        guard range.count > count else { return range }
        var start = range.upperBound - count
        while start < range.upperBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
        return start..<range.upperBound
    }
}
