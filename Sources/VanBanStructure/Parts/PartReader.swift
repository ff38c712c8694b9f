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
        case .labelled where opensRecipients(paragraph, at: index):
            state = .recipients
            readRecipients(paragraph, at: index, &assembly)
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
