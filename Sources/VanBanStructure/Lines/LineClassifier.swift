import VanBanReading

/// Tells of each line, by its own words alone, what it is. Every line is looked at once.
struct LineClassifier {
    private let text: SourceText
    private let kinds: DocumentKindGazetteer

    init(_ text: SourceText, kinds: DocumentKindGazetteer = .standard) {
        self.text = text
        self.kinds = kinds
    }

    func lines(of blocks: [Block]) -> [Line] {
        var lines: [Line] = []
        lines.reserveCapacity(blocks.count)
        let sides = SideBySide(text) { self.worded($0) }
        /// Cells of the widest row of the rows right above.
        var tableWidth = 0
        var index = 0
        while index < blocks.count {
            let block = blocks[index]
            if block.isRunningHead {
                lines.append(line(block, kind: .runningHead, range: block.range))
                index += 1
                continue
            }
            if block.grid == nil, mayHaveColumns(block) || sides.opensAlone(at: index, in: blocks),
                let columns = sides.columns(at: index, in: blocks)
            {
                for (position, piece) in columns.pieces.enumerated() {
                    var line = line(blocks[piece.block], kind: .text, range: piece.range)
                    line.cells = []
                    if position > 0 { line.blankLinesBefore = 0 }
                    // The day beside a letter's subject is none of its words.
                    if position == columns.rightStart, worded(piece.range) == .placeAndDate {
                        line.blankLinesBefore = 1
                    }
                    append(line, to: &lines)
                }
                index += columns.count
                tableWidth = 0
                continue
            }
            index += 1
            if block.grid != nil {
                lines.append(line(block, kind: .row, range: block.range))
                continue
            }
            if block.kind == .row, isRow(block, below: tableWidth, next: index < blocks.count ? blocks[index] : nil) {
                tableWidth = max(tableWidth, block.cells.reduce(0) { $0 + ($1.isEmpty ? 0 : 1) })
                lines.append(line(block, kind: .row, range: block.range))
                continue
            }
            if block.kind == .row { tableWidth = 0 }
            if block.cells.isEmpty, block.kind == .line {
                tableWidth = min(tableWidth, block.blankLinesBefore > 0 ? tableWidth : 0)
            }
            var whole = line(block, kind: .text, range: block.range)
            whole.indent = block.indent
            if block.kind == .row { whole.cells = [] }
            append(whole, to: &lines)
        }
        AppendixHead.settle(&lines, in: text)
        NumberLine.settle(&lines, in: text, kinds: kinds)
        return lines
    }

    /// Tells what a line is; a ruler that the number stands glued to (`-------Số: 12/QĐ-UBND`) is a line of its own.
    private func append(_ line: Line, to lines: inout [Line]) {
        var line = line
        if let end = rulerEnd(of: line.range) {
            var ruler = line
            ruler.range = line.range.lowerBound..<end
            classify(&ruler)
            lines.append(ruler)
            line.range = text.trimmed(end..<line.range.upperBound)
            line.blankLinesBefore = 0
            line.pageBreakBefore = false
        }
        classify(&line)
        lines.append(line)
    }

    private static let number = Phrase("Số")

    /// Behind a ruler before the word for the document's number.
    private func rulerEnd(of range: Range<Int>) -> Int? {
        var end = range.lowerBound
        var signs = 0
        while end < range.upperBound, [0x2D, 0x5F, 0x3D, 0x2A, 0xE2].contains(text.bytes[end]) {
            signs += 1
            end = min(range.upperBound, end + CharacterClass.scalarLength(text.bytes[end]))
        }
        guard signs >= 3, end < range.upperBound, isRuler(range.lowerBound..<end) else { return nil }
        let head = TokenText(text.head(of: text.trimmed(end..<range.upperBound), bytes: 40), in: text)
        return head.matches(Self.number, at: 0) && head.tokens[0].startsUpper ? end : nil
    }

    /// Only short lines with a tab or a wide gap can hold two columns; signs between columns are a table's.
    private func mayHaveColumns(_ block: Block) -> Bool {
        block.range.count < 400 && (block.kind == .row || hasWideGap(block.range))
            && !TableSign.stand(in: block.range, of: text.bytes)
    }

    private func hasWideGap(_ range: Range<Int>) -> Bool {
        var spaces = 0
        for offset in range {
            spaces = text.bytes[offset] == 0x20 ? spaces + 1 : 0
            if spaces >= 2 { return true }
        }
        return false
    }

    /// Whether a line with a tab is a row of a table, and not an outline's label with a tab behind it or a line with a
    /// tab for looks.
    private func isRow(_ block: Block, below tableWidth: Int, next: Block?) -> Bool {
        let filled = block.cells.filter { !$0.isEmpty }
        guard tableWidth < 3, filled.count == 2 else { return true }
        if let label = OutlineLabel.at(block.range, in: text), label.range.upperBound >= filled[0].upperBound {
            return false
        }
        if tableWidth == 2 || block.cells.count > 3 { return true }
        guard let next, next.kind == .row else { return false }
        return OutlineLabel.at(next.range, in: text) == nil || next.cells.filter { !$0.isEmpty }.count > 2
    }

    /// What the words of a piece of a line are.
    func worded(_ range: Range<Int>) -> Line.Kind {
        let line = Line(
            kind: .text, range: range, label: nil, cells: [], blankLinesBefore: 0, pageBreakBefore: false,
            isBold: false, isCapitals: LetterCase.of(range, in: text) == .upper, isWhole: true,
            width: text.width(of: range))
        return wordedKind(line, TokenText(text.head(of: range, bytes: 160), in: text)) ?? .text
    }

    private func line(_ block: Block, kind: Line.Kind, range: Range<Int>) -> Line {
        Line(
            kind: kind, range: range, label: nil, cells: block.cells, grid: block.grid,
            blankLinesBefore: block.blankLinesBefore,
            pageBreakBefore: block.pageBreakBefore, isBold: block.isBold, isCapitals: false,
            isWhole: block.kind == .paragraph, width: 0)
    }

    private func classify(_ line: inout Line) {
        line.width = text.width(of: line.range)
        if isRuler(line.range) {
            line.kind = .ruler
            return
        }
        line.isCapitals = LetterCase.of(line.range, in: text) == .upper
        if CharacterClass.superscriptLength(in: text.bytes, at: line.range.lowerBound) > 0 {
            line.kind = .footnote
            return
        }
        if PageNumber.isWritten(line.range, in: text) {
            line.kind = .pageNumber
            return
        }
        let head = RepairedTokens(TokenText(text.head(of: line.range, bytes: 160), in: text)).tokens
        if let kind = wordedKind(line, head) {
            line.kind = kind
            return
        }
        if let label = OutlineLabel.at(line.range, in: text) {
            line.kind = .labelled
            line.label = label
        } else if let kind = MisreadForm.kind(of: line, head) {
            line.kind = kind
        }
    }

    /// Whether a line holds nothing but signs that rule it off.
    func isRuler(_ range: Range<Int>) -> Bool {
        var signs = 0
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = text.bytes[offset]
            switch byte {
            case 0x2D, 0x5F, 0x3D, 0x2A, 0x7E, 0x23, 0x2E: signs += 1
            case 0xE2:
                // – — ─ ═ … ★ and their like
                signs += 1
            case 0x20, 0xC2: break
            default: return false
            }
            offset += CharacterClass.scalarLength(byte)
        }
        return signs >= 3 || (signs >= 1 && range.count == signs && text.bytes[range.lowerBound] == 0x2A)
    }

    // MARK: Words of the form

    private static let mottos = Phrase.list([
        "Cộng hòa xã hội chủ nghĩa Việt Nam", "Đảng Cộng sản Việt Nam", "Việt Nam dân chủ cộng hòa",
    ])
    private static let recipients = Phrase("Nơi nhận")
    private static let addressee = Phrase("Kính gửi")
    private static let appendix = Phrase("Phụ lục")
    private static let enacting = Phrase.list(["Quyết định", "Quyết nghị"])
    static let attachments = Phrase.list(
        Lexicon.strings(.attachmentOpenings).flatMap(Self.glued))

    /// A phrase with and without the space between its words (`Kèmtheo`).
    private static func glued(_ phrase: String) -> [String] {
        guard let space = phrase.lastIndex(of: " ") else { return [phrase] }
        let last = phrase[phrase.index(after: space)...]
        return glued(String(phrase[..<space])).flatMap { ["\($0) \(last)", "\($0)\(last)"] }
    }

    private static let notices = Lexicon.phrases(.appendixNotices)
    static let recitals = Lexicon.phrases(.recitalOpenings)
    private static let ground = Phrase("Trên cơ sở")
    private static let grounds = Lexicon.phrases(.recitalGrounds)
    static let bodies = Lexicon.phrases(.bodyOpenings)
    /// Words that open a subject as the name of a body does.
    private static let noBodies = Lexicon.phrases(.noBodies)
    static let posts = Lexicon.phrases(.signingPosts)

    /// `Trên cơ sở Nghị quyết số …`, `Trên cơ sở đề nghị của …`; but not `Trên cơ sở kết quả …`.
    private func namesGround(_ head: TokenText) -> Bool {
        let next = Self.ground.keys.count
        guard next < head.tokens.count else { return false }
        if head.firstMatch(Self.grounds, at: next) != nil { return true }
        return head.tokens[next].startsUpper && kinds.kind(in: head, at: next) != nil
    }

    /// `Nơi nhận:` alone or with recipients behind it, each with a capital or a dash; not `nơi nhận của văn bản`.
    private func opensRecipients(_ line: Line, _ head: TokenText) -> Bool {
        guard head.matches(Self.recipients, at: 0), let first = head.tokens.first, first.startsUpper else {
            return false
        }
        let next = Self.recipients.keys.count
        guard next < head.tokens.count else { return true }
        guard head.tokens[next].isSign(":") else { return line.width < 40 && head.tokens[next].kind != .word }
        guard next + 1 < head.tokens.count else { return true }
        let rest = head.tokens[next + 1]
        guard rest.startsUpper || rest.isSign("-") || rest.isSign("+") else {
            return line.width < 40 && rest.kind != .word
        }
        return line.width < 40 || text.bytes[line.range].count(where: { $0 == 0x3B }) >= 2
    }

    private func wordedKind(_ line: Line, _ head: TokenText) -> Line.Kind? {
        guard let first = head.tokens.first else { return nil }
        if first.isSign("(") {
            if head.firstMatch(Self.attachments, at: 1) != nil { return .attachmentNote }
            if head.firstMatch(Self.notices, at: 1) != nil, line.width < 160 { return .appendixNotice }
            return nil
        }
        guard first.kind == .word else { return nil }
        if line.width < 60, head.firstMatch(Self.mottos, at: 0) != nil || Freedom.end(at: 0, in: head) != nil {
            return .motto
        }
        if line.isCapitals, BrokenMotto.isFirstHalf(head) { return .motto }
        if opensRecipients(line, head) { return .recipientsHead }
        if head.matches(Self.addressee, at: 0), head.tokens.count > 2, head.tokens[2].isSign(":") { return .addressee }
        if NumberLine.opens(line, head, kinds: kinds) { return .number }
        if isPlaceAndDate(line, head) { return .placeAndDate }
        if let kind = attachmentHead(line, head) { return kind }
        if line.isCapitals { return capitalKind(line, head) }
        if head.firstMatch(Self.recitals, at: 0) != nil, first.startsUpper { return .recital }
        if head.matches(Self.ground, at: 0), first.startsUpper, namesGround(head) { return .recital }
        if LetterCase.startsLower(line.range, in: text) { return nil }
        return nil
    }

    private func isPlaceAndDate(_ line: Line, _ head: TokenText) -> Bool {
        // Without a place it is the wrapped end of a sentence.
        guard line.width < 90, let found = PlaceAndDate.at(0, in: head), found.place != nil else { return false }
        return found.tokens.upperBound == head.tokens.count
    }

    /// `Phụ lục`, `PHỤ LỤC II`, `Phụ lục số 01: DANH MỤC …`
    private func attachmentHead(_ line: Line, _ head: TokenText) -> Line.Kind? {
        AppendixHead.end(in: head, of: line, text: text) == nil ? nil : .appendixHead
    }

    private func capitalKind(_ line: Line, _ head: TokenText) -> Line.Kind? {
        let tokens = head.tokens
        if let phrase = head.firstMatch(Self.enacting, at: 0), tokens.count == phrase.keys.count + 1,
            tokens[phrase.keys.count].isSign(":")
        {
            return .enacting
        }
        if line.width < 60, kinds.kind(named: tokens.map(\.key)) != nil { return .documentKind }
        if SigningPrefix.opens(head) { return .authority }
        if line.width < 90, head.firstMatch(Self.posts, at: 0) != nil { return .authority }
        if line.width < 90, head.firstMatch(Self.bodies, at: 0) != nil, head.firstMatch(Self.noBodies, at: 0) == nil {
            return .body
        }
        return nil
    }
}
