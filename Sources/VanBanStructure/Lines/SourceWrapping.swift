import VanBanModel
import VanBanReading

/// Text that a program took from a page with the line breaks of the page's source, where no reader sees any: a line ends
/// wherever the markup filled it, so that the first line of a paragraph may hold two words (`1. Tiếp tục⏎đẩy mạnh …`),
/// and lines of the form are cut as well (`Hà⏎Nội, ngày 15 tháng 3 năm 2022`).
///
/// Such a text shows itself by paragraphs whose first line is short although the next one is not. Its lines are put
/// together before anything is read, since neither the width of a line nor its first word says where paragraphs begin.
struct SourceWrapping {
    private let text: SourceText
    private let classifier: LineClassifier
    /// The width to which most lines that go on are filled.
    private let width: Int
    private let names: NamePairs
    /// Offsets of the bars behind cells, ascending.
    private let bars: [Int]
    /// Whether the lines are those of the recipients.
    private var isReceiving = false
    private(set) var diagnostics: [Diagnostic] = []

    /// Nil where a text is not wrapped in that way.
    /// - Parameter ends: the bars that were taken away; on lines of their own only such programs leave them.
    init?(_ blocks: [Block], ends: CellEnds, in text: SourceText) {
        self.text = text
        bars = ends.bars.map(\.lowerBound)
        classifier = LineClassifier(text)
        guard let width = Self.width(of: blocks, hasBars: ends.hasBarLines, text) else { return nil }
        self.width = width
        names = NamePairs(blocks, in: text)
    }

    // MARK: Recognition

    /// Paragraphs cut behind their first words that must be seen.
    private static let leastCuts = 3
    /// To what most editors of pages fill their lines.
    private static let usualWidth = 76

    private static func width(of blocks: [Block], hasBars: Bool, _ text: SourceText) -> Int? {
        var pairs: [(first: Int, word: Int, next: Int)] = []
        for (above, block) in zip(blocks, blocks.dropFirst()) {
            guard isLine(above), isLine(block), block.blankLinesBefore == 0, !block.pageBreakBefore,
                opens(above.range, text), !TerminalSign.ends(above.range, in: text),
                startsInside(block.range, text), !hasGap(block.range, text)
            else { continue }
            let next = text.width(of: block.range)
            guard (45...130).contains(next) else { continue }
            pairs.append((text.width(of: above.range), firstWordWidth(block.range, text), next))
        }
        guard !pairs.isEmpty else { return hasBars ? usualWidth : nil }
        let widths = pairs.map(\.next).sorted()
        let width = widths[widths.count * 9 / 10]
        let cuts = pairs.reduce(0) { $0 + ($1.first + $1.word <= width - 12 ? 1 : 0) }
        return hasBars || cuts >= leastCuts && cuts * 2 >= pairs.count ? width : nil
    }

    private static func isLine(_ block: Block) -> Bool {
        block.kind == .line && block.grid == nil && block.cells.isEmpty && !block.isRunningHead
            && block.range.count < 600
    }

    /// Whether a line opens a paragraph: with a label or as a recital.
    private static func opens(_ range: Range<Int>, _ text: SourceText) -> Bool {
        if OutlineLabel.at(range, in: text) != nil { return true }
        let head = TokenText(text.head(of: range, bytes: 40), in: text)
        return head.tokens.first?.startsUpper == true && head.firstMatch(LineClassifier.recitals, at: 0) != nil
    }

    /// Whether a line can only go on with a sentence: it starts with a small letter, or with a number that is no label.
    private static func startsInside(_ range: Range<Int>, _ text: SourceText) -> Bool {
        if LetterCase.startsLower(range, in: text) { return OutlineLabel.at(range, in: text) == nil }
        return CharacterClass.isDigit(text.bytes[range.lowerBound]) && OutlineLabel.at(range, in: text) == nil
    }

    private static func hasGap(_ range: Range<Int>, _ text: SourceText) -> Bool {
        var spaces = 0
        for offset in range {
            spaces = text.bytes[offset] == 0x20 ? spaces + 1 : 0
            if spaces >= 3 { return true }
        }
        return false
    }

    private static func firstWordWidth(_ range: Range<Int>, _ text: SourceText) -> Int {
        let end = range.first { CharacterClass.isSpace(text.bytes[$0]) } ?? range.upperBound
        return text.width(of: range.lowerBound..<end) + 1
    }

    // MARK: Joining

    mutating func join(_ blocks: inout [Block]) {
        var joined: [Block] = []
        joined.reserveCapacity(blocks.count)
        var last = 0..<0
        var lines = 1
        for block in blocks {
            if block.blankLinesBefore > 0 { isReceiving = false }
            if let above = joined.last, above.kind == .line, lines > 1 || Self.isLine(above), follows(block, last),
                goesOn(above.range, last, lines, block.range)
            {
                joined[joined.count - 1].range = above.range.lowerBound..<block.range.upperBound
                joined[joined.count - 1].isBold = above.isBold && block.isBold
                lines += 1
            } else {
                joined.append(block)
                lines = 1
                isReceiving = isReceiving || classifier.worded(block.range) == .recipientsHead
            }
            last = block.range
        }
        // What stands now is whole; names in capitals may still be those of one title.
        for index in joined.indices
        where joined[index].kind == .line && joined[index].cells.isEmpty
            && LetterCase.of(joined[index].range, in: text) != .upper
            && !TableSign.stand(in: joined[index].range, of: text.bytes)
        {
            joined[index].kind = .paragraph
        }
        if joined.count < blocks.count, let first = joined.first { reportBreaks(at: first.range) }
        blocks = joined
    }

    /// Short lines below which a capital stands: headings, or sentences that were cut before a name.
    private var headings: [Range<Int>] = []
    private static let placesToTell = 20

    /// Says once that lines were put together, and where it is not sure whether they should have been.
    private mutating func reportBreaks(at first: Range<Int>) {
        diagnostics.append(
            Diagnostic(
                .sourceLineBreaks, at: text.location(of: headings.first ?? first),
                related: headings.dropFirst().prefix(Self.placesToTell).map { text.location(of: $0) },
                arguments: [String(headings.count)]))
    }

    /// Whether a line goes on with a paragraph.
    /// - Parameters:
    ///   - above: the paragraph so far.
    ///   - last: its last line.
    ///   - lines: how many it has.
    private mutating func goesOn(
        _ above: Range<Int>, _ last: Range<Int>, _ lines: Int, _ line: Range<Int>
    ) -> Bool {
        guard above.count + line.count < Self.paragraphLimit, !classifier.isRuler(last), !classifier.isRuler(line)
        else { return false }
        if lines == 1, Self.isForm(classifier.worded(above)) { return false }
        if isInBracket(above, line) { return true }
        let kind = classifier.worded(line)
        let isOpenEnded = isOpenEnded(last, above, line)
        if TerminalSign.ends(last, in: text) {
            // Behind a full line the next sentence of a paragraph may stand on the next one.
            let filled = text.width(of: last) + Self.firstWordWidth(line, text)
            let sign = text.lastSign(of: last)
            if lines > 1, filled > width - 2, sign == 0x2E || sign == 0x3B, kind == .text,
                OutlineLabel.at(line, in: text) == nil, !isShouted(line)
            {
                return true
            }
            // `ngày 22/⏎5/2013`
            return text.bytes[last.upperBound - 1] == 0x2F && endsWithDigit(before: last.upperBound - 1)
                && CharacterClass.isDigit(text.bytes[line.lowerBound])
        }
        let capitals = (above: isShouted(above), line: isShouted(line))
        if LetterCase.of(line, in: text) == .upper, LetterCase.of(above, in: text) == .upper {
            // What the form has on lines of its own stays so; a word alone is none of it, and no half of a name.
            if text.width(of: last) <= 6, lines == 1 { return kind != .documentKind }
            guard OutlineLabel.at(line, in: text) == nil else { return false }
            if kind == .text, text.width(of: last) + Self.firstWordWidth(line, text) > width - 12 { return true }
            return (kind == .text || kind == .authority || kind == .body) && names.known(last, line, in: text)
        }
        if Self.startsInside(line, text) {
            return !capitals.above || isOpenEnded || OutlineLabel.at(above, in: text) != nil
        }
        // `TT` above a bar is the first cell of a table, whatever stands above it.
        if capitals.above || capitals.line || above.count > 60 && line.count < 24 && endsCell(line) { return false }
        if endsWithKind(last), OutlineLabel.at(above, in: text) == nil,
            kind == .text || kind == .recital || kind == .body
        {
            return true
        }
        switch kind {
        case .number, .placeAndDate: return text.width(of: last) >= 30
        case .recital: return isVerb(line) && text.width(of: last) >= 45
        case .text, .body, .authority: break
        default: return false
        }
        if let label = OutlineLabel.at(line, in: text) {
            // `… giai đoạn 2021⏎- 2025`
            return label.series == .bullet && endsWithYear(last) && startsWithYear(behind: label, line)
        }
        if isOpenEnded || opensInside(line) { return true }
        if names.contains(last, line, in: text) { return true }
        let filled = text.width(of: last) + Self.firstWordWidth(line, text)
        if filled > width - 2 || filled > width - 12 && !opensSentence(line) && !closesQuotation(last) { return true }
        // `Điều 2. Giao⏎Giám đốc Sở …`: no heading is a word alone.
        if lines == 1, isLabelWithWord(above) { return true }
        // An entry of a list is no heading.
        if isReceiving, OutlineLabel.at(above, in: text)?.series == .bullet { return true }
        // Without a label it is a sentence, and no heading.
        if lines == 1, !opensSentence(line), isSentence(above) {
            report(last, line)
            return true
        }
        // A sentence goes on with a name; a heading that was cut is short on its last line.
        guard lines > 1, text.width(of: last) * 2 >= width, !opensSentence(line), !closesQuotation(last),
            lines > 2 || filled > width - 22 || OutlineLabel.at(above, in: text) == nil
        else {
            if OutlineLabel.at(above, in: text) != nil { headings.append(last) }
            return false
        }
        report(last, line)
        return true
    }

    /// Bytes beyond which nothing is added to a paragraph.
    private static let paragraphLimit = 40_000

    /// Rows between bars are not joined with anything.
    private func follows(_ block: Block, _ above: Range<Int>) -> Bool {
        Self.isLine(block) && block.blankLinesBefore == 0 && !block.pageBreakBefore
            && !TableSign.stand(in: block.range, of: text.bytes) && !TableSign.stand(in: above, of: text.bytes)
    }

    /// Whether a bar stands right behind a line.
    private func endsCell(_ line: Range<Int>) -> Bool {
        var low = 0
        var high = bars.count
        while low < high {
            let middle = (low + high) / 2
            if bars[middle] < line.upperBound { low = middle + 1 } else { high = middle }
        }
        return low < bars.count && text.trimmed(line.upperBound..<bars[low]).isEmpty
    }

    /// Whether a line opens with a bracket or a quotation mark.
    private func opensInside(_ line: Range<Int>) -> Bool {
        switch text.bytes[line.lowerBound] {
        case 0x28, 0x22: return true
        case 0xE2: return line.count > 2 && text.bytes[line.lowerBound + 2] == 0x9C
        default: return false
        }
    }

    /// Bytes of a bracket that is still the one opened above.
    private static let longestBracket = 240

    /// Whether a bracket that a paragraph has opened is closed on a line or soon below it: `… Trung ương Đảng (khóa⏎XII)`,
    /// `(Ban hành kèm theo Quyết định số …⏎Ngày 22 tháng …)`.
    private func isInBracket(_ above: Range<Int>, _ line: Range<Int>) -> Bool {
        let tail = text.tail(of: above, bytes: Self.longestBracket)
        guard let opening = tail.last(where: { text.bytes[$0] == 0x28 || text.bytes[$0] == 0x29 }),
            text.bytes[opening] == 0x28
        else { return false }
        let end = min(text.bytes.count, opening + Self.longestBracket)
        guard line.lowerBound < end else { return false }
        let closing = (line.lowerBound..<end).first { text.bytes[$0] == 0x28 || text.bytes[$0] == 0x29 }
        guard let closing, text.bytes[closing] == 0x29 else { return false }
        // `a)` opens an item.
        return OutlineLabel.at(line, in: text).map { $0.range.upperBound <= closing || $0.series == .roman } ?? true
    }

    private func isLabelWithWord(_ line: Range<Int>) -> Bool {
        guard line.count < 60, let label = OutlineLabel.at(line, in: text) else { return false }
        let rest = text.trimmed(label.range.upperBound..<line.upperBound)
        return !rest.isEmpty && !rest.contains { CharacterClass.isSpace(text.bytes[$0]) }
    }

    private static func isForm(_ kind: Line.Kind) -> Bool {
        switch kind {
        case .number, .placeAndDate, .motto, .documentKind, .enacting, .recipientsHead, .appendixHead: return true
        default: return false
        }
    }

    /// Capitals that are more than an abbreviation in a sentence.
    private func isShouted(_ range: Range<Int>) -> Bool {
        LetterCase.of(range, in: text) == .upper
            && (text.width(of: range) > 8 || range.contains { text.bytes[$0] == 0x20 } || range.count > 8)
    }

    /// Words that sentences and tasks open with, and names do not.
    private static let openers = Lexicon.phrases(.sentenceOpenings)

    /// Whether a line has the words of a sentence: several of them in small letters, and no label before them.
    private func isSentence(_ line: Range<Int>) -> Bool {
        guard text.width(of: line) >= 20, OutlineLabel.at(line, in: text) == nil else { return false }
        return TokenText(line, in: text).tokens.count { $0.kind == .word && !$0.startsUpper } >= 3
    }

    private func opensSentence(_ line: Range<Int>) -> Bool {
        TokenText(text.head(of: line, bytes: 30), in: text).firstMatch(Self.openers, at: 0) != nil
    }

    private func closesQuotation(_ line: Range<Int>) -> Bool {
        text.bytes[line.upperBound - 1] == 0x9D && line.count > 2 && text.bytes[line.upperBound - 2] == 0x80
    }

    /// Whether a line ends with the name of a kind of document, which a name must follow: `Căn cứ Luật⏎Thực hiện dân chủ`.
    private func endsWithKind(_ line: Range<Int>) -> Bool {
        let tokens = TokenText(text.tail(of: line, bytes: 24), in: text)
        return (1...2).contains { count in
            let start = tokens.tokens.count - count
            guard start >= 0, tokens.tokens[start].startsUpper, !tokens.tokens[start].isAllUpper else { return false }
            return DocumentKindGazetteer.standard.kind(in: tokens, at: start)?.length == count
        }
    }

    private static let verbs = Phrase.list(["Thực hiện", "Xét", "Thi hành"])

    private func isVerb(_ line: Range<Int>) -> Bool {
        TokenText(text.head(of: line, bytes: 24), in: text).firstMatch(Self.verbs, at: 0) != nil
    }

    /// Whether a line ends with a word or sign that something must follow; a recital's comma ends it.
    private func isOpenEnded(_ range: Range<Int>, _ paragraph: Range<Int>, _ next: Range<Int>) -> Bool {
        guard let last = TokenText(text.tail(of: range, bytes: 24), in: text).tokens.last else { return false }
        if last.kind == .word { return OpenWords.contains(last, before: next, in: text) }
        if last.isSign(",") { return classifier.worded(text.head(of: paragraph, bytes: 40)) != .recital }
        return last.isSign("-") || last.isSign("–") || last.isSign("(")
    }

    private func endsWithDigit(before offset: Int) -> Bool {
        offset > 0 && CharacterClass.isDigit(text.bytes[offset - 1])
    }

    private func endsWithYear(_ range: Range<Int>) -> Bool {
        range.count >= 4
            && (range.upperBound - 4..<range.upperBound).allSatisfy { CharacterClass.isDigit(text.bytes[$0]) }
    }

    private func startsWithYear(behind label: OutlineLabel, _ line: Range<Int>) -> Bool {
        let rest = text.trimmed(label.range.upperBound..<line.upperBound)
        return rest.count >= 4
            && (rest.lowerBound..<rest.lowerBound + 4).allSatisfy { CharacterClass.isDigit(text.bytes[$0]) }
    }

    private mutating func report(_ end: Range<Int>, _ line: Range<Int>) {
        diagnostics.append(
            Diagnostic(
                .joinedParagraph, at: text.location(of: line), related: [text.location(of: end)],
                arguments: [text.string(text.tail(of: end, bytes: 36)), text.string(text.head(of: line, bytes: 36))]))
    }
}
