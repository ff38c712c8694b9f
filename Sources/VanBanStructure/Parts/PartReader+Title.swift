import VanBanModel
import VanBanReading

/// The title of a part: the lines below its kind, up to who decides, the recitals or the outline.
extension PartReader {
    mutating func readTitle(_ paragraph: Paragraph, at index: Int, _ assembly: inout Assembly) {
        switch paragraph.kind {
        case .authority where signsForAnother(paragraph):
            // A plan whose title is all that it has: what follows is the signing block.
            state = .signature
            readSignature(paragraph, at: index, &assembly)
        // A second one stays text that has no place in the form.
        case .attachmentNote where part.attachedTo != nil: break
        case .attachmentNote:
            readAttachmentNote(paragraph, &assembly)
        case .motto, .number, .placeAndDate: readForm(paragraph, &assembly)
        case .authority where isTitleOpen, .body where isTitleOpen:
            addTitle(paragraph.stretch, &assembly)
        case .authority where title != nil || part.kind == .decision && titleLines > 0,
            .body where titleLines > 0:
            takeIssuer(paragraph, &assembly)
            state = .preamble
        case .labelled, .enacting, .recipientsHead, .addressee, .appendixNotice:
            state = .preamble
            readPreamble(paragraph, at: index, &assembly)
        case .recital where endsTitle(paragraph, at: index), .text where endsTitle(paragraph, at: index):
            addTitle(withoutDash(paragraph.stretch, &assembly), &assembly)
        case .recital where titleLines > 0:
            state = .preamble
            readPreamble(paragraph, at: index, &assembly)
        default:
            if titleLines == 0, namesIssuer(paragraph) {
                // `QUYẾT ĐỊNH` / `CỦA ỦY BAN NHÂN DÂN TỈNH …`: the body, and not yet the subject.
                let words = TokenText(paragraph.stretch, in: text)
                part.letterhead.append(words.string(1..<words.tokens.count))
                claim(paragraph.stretch, "letterhead[\(part.letterhead.count - 1)]", &assembly)
                return
            }
            let isAboveNote = index + 1 < span.body.upperBound && paragraphs[index + 1].kind == .attachmentNote
            let goesOn = titleLines == 0 || continuesTitle(paragraph, at: index) || isAboveNote
            if goesOn {
                addTitle(paragraph.stretch, &assembly)
            } else {
                state = .preamble
                readPreamble(paragraph, at: index, &assembly)
            }
        }
    }

    /// Whether a line right below the title and right above who decides goes on with it, whatever its words: recitals stand
    /// below that line (`Phê duyệt 08 quy trình⏎Theo Kế hoạch số 12/KH-SNV ngày 14/12/2022⏎GIÁM ĐỐC SỞ NỘI VỤ⏎Căn cứ …`).
    private func endsTitle(_ paragraph: Paragraph, at index: Int) -> Bool {
        guard titleLines > 0, part.kind == .decision, part.legalBases.isEmpty, paragraph.blankLinesBefore == 0,
            paragraph.lineCount <= 2, !TerminalSign.ends(paragraph.lastRange, in: text),
            text.lastSign(of: paragraph.lastRange) != 0x3B, text.lastSign(of: paragraph.lastRange) != 0x2C
        else { return false }
        let below = paragraphs[(index + 1)..<max(index + 1, span.body.upperBound)].prefix(3)
        guard let next = below.first, next.kind == .authority || next.kind == .body, !signsForAnother(next) else {
            return false
        }
        return below.dropFirst().contains { $0.kind == .recital }
    }

    /// A stretch without the dash behind its last word, which is the title's, too, and none of its words.
    private func withoutDash(_ stretch: Stretch, _ assembly: inout Assembly) -> Stretch {
        let tokens = TokenText(stretch, in: text)
        guard let last = tokens.tokens.last, last.isSign("-"), last.gapBefore != .none, tokens.tokens.count > 1 else {
            return stretch
        }
        claim(Stretch(last.range), "title", &assembly)
        return tokens.stretch(0..<(tokens.tokens.count - 1))
    }

    /// `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`: nobody decides in such words.
    func signsForAnother(_ paragraph: Paragraph) -> Bool {
        SigningPrefix.length(in: TokenText(text.head(of: paragraph.stretch.first, bytes: 60), in: text)) != nil
    }

    /// Whether the title so far ends with a word that another must follow: `… CHỈ ĐẠO CỦA⏎BAN BÍ THƯ VỀ …`.
    private var isTitleOpen: Bool {
        guard let end = title.map({ $0.more.last ?? $0.first }),
            let last = TokenText(text.tail(of: end, bytes: 24), in: text).tokens.last
        else { return false }
        return last.isSign(",") || OpenWords.contains(last, before: 0..<0, in: text)
    }

    private static let possessive = WordKey.of("của")

    func namesIssuer(_ paragraph: Paragraph) -> Bool {
        let head = TokenText(text.head(of: paragraph.stretch.first, bytes: 60), in: text)
        return head.tokens.first?.key == Self.possessive && text.width(of: paragraph.stretch.first) < 100
    }

    /// A title may run over an empty line where all of it is in capitals or its second half plainly goes on.
    func continuesTitle(_ paragraph: Paragraph, at index: Int) -> Bool {
        guard let title, part.attachedTo == nil else { return false }
        if paragraph.isCapitals && LetterCase.of(title.first, in: text) == .upper { return true }
        // `(Giai đoạn 2021 - 2025)`
        if isBracketed(paragraph), PlanPeriod.read(TokenText(paragraph.stretch, in: text)) != nil { return true }
        if paragraph.isBold, text.width(of: paragraph.stretch.first) < 160, paragraph.blankLinesBefore == 0 {
            return true
        }
        if endsTitleBlock(paragraph, at: index) || goesOnWithFigure(paragraph) { return true }
        if isTitleOpen, paragraph.blankLinesBefore == 0, text.width(of: paragraph.stretch.first) < 120,
            !TerminalSign.ends(paragraph.lastRange, in: text)
        {
            return true
        }
        return LetterCase.startsLower(paragraph.stretch.first, in: text)
            && text.width(of: paragraph.stretch.first) < 120
            && !TerminalSign.ends(paragraph.lastRange, in: text)
    }

    /// Whether a paragraph is the last of a few lines right below the kind, with free room behind them: a name within the
    /// subject may begin a line with a capital (`… cập nhật⏎Chương trình hành động của Chính phủ …`).
    private func endsTitleBlock(_ paragraph: Paragraph, at index: Int) -> Bool {
        guard let title, paragraph.blankLinesBefore == 0, paragraph.kind == .text, paragraph.lineCount <= 4,
            titleLines < 4, index + 1 < span.body.upperBound, paragraphs[index + 1].blankLinesBefore > 0,
            text.width(of: paragraph.stretch.hull) < 110 * paragraph.lineCount,
            let last = title.ranges.last, !TerminalSign.ends(last, in: text),
            !TerminalSign.ends(paragraph.lastRange, in: text)
        else { return false }
        return true
    }

    private static let periods = Lexicon.phrases(.titlePeriods)

    /// Whether a line right below the subject opens with a figure or a period, and so goes on with it:
    /// `… Chương trình giai đoạn⏎2025 - 2030 trên địa bàn tỉnh`.
    func goesOnWithFigure(_ paragraph: Paragraph) -> Bool {
        guard let title, let last = title.ranges.last, paragraph.kind == .text, paragraph.blankLinesBefore == 0,
            paragraph.lineCount <= 2, text.width(of: paragraph.stretch.first) < 120,
            !TerminalSign.ends(last, in: text), !TerminalSign.ends(paragraph.lastRange, in: text)
        else { return false }
        let head = TokenText(text.head(of: paragraph.stretch.first, bytes: 40), in: text)
        guard let first = head.tokens.first else { return false }
        if first.kind == .number { return head.tokens.count > 1 }
        guard let period = head.firstMatch(Self.periods, at: 0), period.keys.count < head.tokens.count else {
            return false
        }
        return head.tokens[period.keys.count].kind == .number
    }

    private func isBracketed(_ paragraph: Paragraph) -> Bool {
        guard let first = paragraph.stretch.hull.first, let last = paragraph.stretch.hull.last else { return false }
        return paragraph.stretch.length < 80 && text.bytes[first] == 0x28 && text.bytes[last] == 0x29
    }
}
