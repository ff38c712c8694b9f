import VanBanModel
import VanBanReading

/// Reads one part: its head, title, recitals, running text, tables, recipients and signature.
struct PartReader {
    enum State { case title, preamble, body, recipients, signature, after }

    let text: SourceText
    private(set) var paragraphs: [Paragraph]
    let span: PartSpan
    let number: Int
    let kinds: DocumentKindGazetteer
    var part: Part
    var outline: OutlineBuilder
    var state = State.title
    var title: Stretch?
    var titleLines = 0
    var signature = SignatureReader()
    var rows: [Int] = []
    var openTable: TableDraft?
    /// The paragraph of the last recipient.
    var lastRecipient: Paragraph?
    /// Whether the document has anything of the form of administrative documents.
    var hasForm = true
    /// The paragraph that closes the part with `./.`, where nothing of its form follows.
    let closing: Int?
    /// The last paragraph whose label is a number of the outline; before it no paragraph ends the whole.
    let lastNumbered: Int

    init(
        _ span: PartSpan, _ paragraphs: [Paragraph], number: Int, in text: SourceText,
        kinds: DocumentKindGazetteer = .standard
    ) {
        self.text = text
        self.paragraphs = paragraphs
        self.span = span
        self.number = number
        self.kinds = kinds
        let first = span.head.first ?? span.kindLine ?? span.body.first ?? 0
        let start = first < paragraphs.count ? paragraphs[first].stretch.hull.lowerBound : 0
        let lastIndex = max(first, span.body.last { paragraphs[$0].kind != .frame } ?? span.kindLine ?? first)
        let end = lastIndex < paragraphs.count ? paragraphs[lastIndex].stretch.hull.upperBound : start
        part = Part(id: "part-\(number)", kind: span.kind, location: text.location(of: start..<max(start, end)))
        outline = OutlineBuilder(
            part: number, quotations: QuotationMarks.starts(in: paragraphs[span.body], text: text), in: text)
        closing = Self.closing(of: span, paragraphs, in: text)
        lastNumbered =
            span.body.last {
                guard let label = paragraphs[$0].label, paragraphs[$0].form == nil else { return false }
                return label.series != .bullet && label.series != .plus && label.series != .point
            } ?? -1
    }

    private static func closing(of span: PartSpan, _ paragraphs: [Paragraph], in text: SourceText) -> Int? {
        for index in span.body.reversed() {
            if paragraphs[index].form != nil { return nil }
            if DocumentForm.closes(paragraphs[index].lastRange, in: text) { return index }
            switch paragraphs[index].kind {
            case .text, .uncertain, .frame, .ruler, .pageNumber, .runningHead, .stamp: continue
            default: return nil
            }
        }
        return nil
    }

    mutating func read(into assembly: inout Assembly) {
        readHead(&assembly)
        readKindLine(&assembly)
        for index in span.body { read(paragraphs[index], at: index, &assembly) }
        closeTable(&assembly)
        paragraphs = []
        finish(&assembly)
        assembly.parts.append(part)
    }

    // MARK: Body

    mutating func read(_ paragraph: Paragraph, at index: Int, _ assembly: inout Assembly) {
        switch paragraph.kind {
        case .ruler, .pageNumber, .runningHead, .stamp:
            readForm(paragraph, &assembly)
            return
        case .footnote:
            addFootnote(paragraph, &assembly)
            return
        case .frame:
            closeTable(&assembly)
            return
        case .uncertain:
            closeTable(&assembly)
            outline.add(paragraph, to: &assembly, isStray: true)
            return
        case .recoveredTable(let position):
            take(assembly.recovered[position], isForm: paragraph.form != nil, &assembly)
            return
        case .row:
            if state != .body, paragraph.form == nil { state = .body }
            addRow(index, &assembly)
            return
        default: break
        }
        if let form = paragraph.form {
            readUnit(paragraph, form, &assembly)
            return
        }
        if let closing, index > closing, state == .body, paragraph.kind == .text {
            addDoubtful(paragraph, &assembly)
            return
        }
        if openTable != nil || !rows.isEmpty {
            if addToTable(paragraph, at: index, &assembly) { return }
            closeTable(&assembly)
        }
        switch state {
        case .title: readTitle(paragraph, at: index, &assembly)
        case .preamble: readPreamble(paragraph, at: index, &assembly)
        case .body: readBody(paragraph, at: index, &assembly)
        case .recipients: readRecipients(paragraph, at: index, &assembly)
        case .signature: readSignature(paragraph, at: index, &assembly)
        case .after: readAfter(paragraph, at: index, &assembly)
        }
    }

    /// A paragraph of a form to fill in: it is the form's, whatever it would be elsewhere.
    private mutating func readUnit(
        _ paragraph: Paragraph, _ form: Int, _ assembly: inout Assembly
    ) {
        closeTable(&assembly)
        if state == .title || state == .preamble { state = .body }
        let goesOn = !outline.holds(form: form) && isFollowedByOutline(form)
        outline.add(
            paragraph, toForm: form, number: FormHead(text: text).number(of: paragraph), isWithin: goesOn, &assembly)
    }

    /// Whether the outline that was open above a form goes on below it.
    private func isFollowedByOutline(_ form: Int) -> Bool {
        guard let last = paragraphs[span.body].lastIndex(where: { $0.form == form }),
            let next = paragraphs[(last + 1)..<max(last + 1, span.body.upperBound)].first(where: { $0.form == nil }),
            let label = next.label
        else { return false }
        return outline.goesOn(with: label)
    }

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

    mutating func addTitle(_ stretch: Stretch, _ assembly: inout Assembly) {
        if title == nil { title = stretch } else { title?.append(stretch) }
        titleLines += 1
        claim(stretch, "title", &assembly)
        assembly.passages.append(.init(stretch: stretch, part: number, place: .title))
    }

    private static let sessions = Phrase.list(["Khóa", "Kỳ họp", "Nhiệm kỳ"])

    mutating func takeIssuer(_ paragraph: Paragraph, _ assembly: inout Assembly) {
        // `KHÓA X, KỲ HỌP THỨ BA` says when a council decided.
        let words = TokenText(paragraph.stretch, in: text)
        let session = words.tokens.indices.dropFirst().first { words.firstMatch(Self.sessions, at: $0) != nil }
        let own = session.map { words.stretch(0..<$0) } ?? paragraph.stretch
        let name = session == nil ? text.string(own) : Self.trimmingSigns(text.string(own))
        part.issuer = part.issuer.map { $0 + " " + name } ?? name
        claim(own, "issuer", &assembly)
        guard let session else { return }
        let rest = words.stretch(session..<words.tokens.count)
        part.letterhead.append(text.string(rest))
        claim(rest, "letterhead[\(part.letterhead.count - 1)]", &assembly)
    }

    mutating func readAttachmentNote(_ paragraph: Paragraph, _ assembly: inout Assembly) {
        let repaired = RepairedTokens(TokenText(paragraph.stretch, in: text))
        let tokens = repaired.tokens
        assembly.diagnostics += repaired.diagnostics
        let note = AttachmentNote.read(tokens)
        part.attachedTo = Attachment(
            number: note.number, date: note.date, text: text.string(paragraph.stretch),
            location: text.location(of: paragraph.stretch.hull))
        claim(paragraph.stretch, "attachedTo", &assembly)
        assembly.passages.append(.init(stretch: paragraph.stretch, part: number, place: .attachmentNote))
        if note.isInvalidDate { assembly.report(.invalidDate, at: paragraph.stretch, [text.string(paragraph.stretch)]) }
        if note.number == nil || note.date == nil {
            assembly.report(.attachmentNumberMissing, at: paragraph.stretch, [part.calledName])
        }
    }

    mutating func readBody(_ paragraph: Paragraph, at index: Int, _ assembly: inout Assembly) {
        switch paragraph.kind {
        case .recipientsHead:
            readRecipientsHead(paragraph, &assembly)
            state = .recipients
        case .authority where signs(paragraph, at: index):
            state = .signature
            readSignature(paragraph, at: index, &assembly)
        case .enacting:
            keep(paragraph.stretch, as: .enacting, &assembly)
        case .attachmentNote where part.attachedTo == nil && outline.isEmpty:
            readAttachmentNote(paragraph, &assembly)
        case .addressee, .motto:
            readForm(paragraph, &assembly)
        default: outline.add(paragraph, to: &assembly, isLast: index > lastNumbered)
        }
    }

    /// Capitals of a post below running text are the signing block; the heading of a chapter is none
    /// (`CHƯƠNG VI⏎CHỦ TỊCH NƯỚC`), nor is what stands right above the next article.
    func signs(_ paragraph: Paragraph, at index: Int) -> Bool {
        guard text.width(of: paragraph.stretch.first) < 70 else { return false }
        if signsForAnother(paragraph) { return true }
        if outline.expectsHeading { return false }
        let next = paragraphs[(index + 1)..<max(index + 1, span.body.upperBound)].first {
            ![.ruler, .pageNumber, .runningHead].contains($0.kind)
        }
        guard let next, let label = next.label, next.kind == .labelled else { return true }
        return !outline.goesOn(with: label)
    }

    /// Words behind the end of a part or above its head that no form has.
    mutating func addDoubtful(_ paragraph: Paragraph, _ assembly: inout Assembly) {
        outline.add(paragraph, to: &assembly, isStray: true)
        assembly.report(.uncertainSiteText, at: paragraph.stretch, [assembly.excerpt(paragraph.stretch)])
    }

    mutating func addFootnote(_ paragraph: Paragraph, _ assembly: inout Assembly) {
        let (mark, body) = FootnoteMark.split(paragraph.stretch, in: text)
        part.footnotes.append(
            Footnote(mark: mark, text: text.string(body), location: text.location(of: paragraph.stretch.hull)))
        claim(paragraph.stretch, "footnotes[\(part.footnotes.count - 1)]", &assembly)
        assembly.passages.append(.init(stretch: body, part: number, place: .footnote))
    }

    // MARK: End

    mutating func finish(_ assembly: inout Assembly) {
        part.title = title.map { text.string($0) }
        part.sections = outline.finish(&assembly)
        part.signature = signature.value(in: text)
        part.issuer = part.issuer.map { IssuerName.completed($0, by: part.letterhead) } ?? part.letterhead.last
        part.issuer = part.issuer.map {
            IssuerName.completed($0, at: part.place, by: part.legalBases.map(\.text))
        }
        let tokens = title.map { TokenText($0, in: text) }
        part.period = tokens.flatMap(PlanPeriod.read)
        part.index = tokens.flatMap { IndexNames.index(in: $0) }
        settleKind(&assembly)
    }

    /// A part without a line that names its kind is what its number or its formula says, and that is told.
    private mutating func settleKind(_ assembly: inout Assembly) {
        guard part.kind == .letterhead else { return }
        guard let found = UnprintedKind.read(part, kinds: kinds) else {
            if let letter = UnprintedKind.letter(part, kinds: kinds) { part.kind = PartKind(rawValue: letter.kind) }
            return
        }
        part.kind = PartKind(rawValue: found.kind.kind)
        assembly.diagnostics.append(
            Diagnostic(.unprintedKind, at: part.location, arguments: [found.kind.name, found.source]))
    }

    func claim(_ stretch: Stretch, _ field: String, _ assembly: inout Assembly) {
        assembly.ledger.claim(stretch, for: .part(number, field))
    }

    /// Without the signs that end a paragraph.
    static func trimmingEnd(_ text: String) -> String {
        var text = text[...]
        while let last = text.last, ".;:,/ ".contains(last) { text = text.dropLast() }
        return String(text)
    }

    /// A label without the signs around it: `1.` and `(1)` are `1`.
    static func trimmingSigns(_ text: String) -> String {
        // The frame of a key, as chat programs number.
        let plain =
            text.unicodeScalars.contains("\u{20E3}")
            ? String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{20E3}" && $0 != "\u{FE0F}" }))
            : text
        var text = plain[...]
        if text.last == ")" { text = text.dropLast() }
        if text.first == "(", !text.contains(")") { text = text.dropFirst() }
        while let last = text.last, ".;:,-– ".contains(last) { text = text.dropLast() }
        return String(text)
    }
}
