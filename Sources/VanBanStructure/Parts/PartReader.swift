import VanBanModel
import VanBanReading

/// Reads one part: its head, title, recitals, running text, tables, recipients and signature.
struct PartReader {
    private enum State { case title, preamble, body, recipients, signature, after }

    private let text: SourceText
    private let paragraphs: [Paragraph]
    private let span: PartSpan
    private let number: Int
    private let kinds: DocumentKindGazetteer
    private var part: Part
    private var outline: OutlineBuilder
    private var state = State.title
    private var title: Stretch?
    private var titleLines = 0
    private var signature = SignatureReader()
    private var rows: [Int] = []
    private var openTable: TableDraft?

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
        let lastIndex = max(first, span.body.last ?? span.kindLine ?? first)
        let end = lastIndex < paragraphs.count ? paragraphs[lastIndex].stretch.hull.upperBound : start
        part = Part(id: "part-\(number)", kind: span.kind, location: text.location(of: start..<max(start, end)))
        outline = OutlineBuilder(part: number, in: text)
    }

    mutating func read(into assembly: inout Assembly) {
        readHead(&assembly)
        readKindLine(&assembly)
        var index = span.body.lowerBound
        let grids = ParagraphGrids(Array(paragraphs[span.body]), part: number, in: text)
        while index < span.body.upperBound {
            if let grid = grids.grid(at: index - span.body.lowerBound) {
                take(grid, &assembly)
                index = span.body.lowerBound + grid.paragraphs.upperBound
                continue
            }
            read(paragraphs[index], at: index, &assembly)
            index += 1
        }
        closeTable(&assembly)
        finish(&assembly)
        assembly.parts.append(part)
    }

    // MARK: Head

    private mutating func readHead(_ assembly: inout Assembly) {
        let lastForm = span.head.last { paragraphs[$0].kind != .text }
        for index in span.head {
            let paragraph = paragraphs[index]
            switch paragraph.kind {
            case .text where !part.letterhead.isEmpty && TerritoryLine.matches(paragraph, in: text):
                part.letterhead[part.letterhead.count - 1] += " " + text.string(paragraph.stretch)
                claim(paragraph.stretch, "letterhead[\(part.letterhead.count - 1)]", &assembly)
            case .text where StatusMark.matches(paragraph.stretch, in: text):
                keep(paragraph.stretch, as: .status, &assembly)
            case .text, .labelled, .recital:
                // Words above or within a letterhead that belong to no form.
                if number == 1, lastForm != nil || span.kindLine != nil, text.width(of: paragraph.stretch.first) < 80 {
                    assembly.ledger.claim(paragraph.stretch, for: .furniture(.chrome))
                } else {
                    outline.add(paragraph, to: &assembly)
                }
                assembly.report(.strayText, at: paragraph.stretch, [assembly.excerpt(paragraph.stretch)])
            default: readForm(paragraph, &assembly)
            }
        }
    }

    /// Lines that the form prescribes and that may stand in any order.
    private mutating func readForm(_ paragraph: Paragraph, _ assembly: inout Assembly) {
        switch paragraph.kind {
        case .ruler: assembly.ledger.claim(paragraph.stretch, for: .furniture(.ruler))
        case .pageNumber: assembly.ledger.claim(paragraph.stretch, for: .furniture(.pageNumber))
        case .runningHead: assembly.ledger.claim(paragraph.stretch, for: .furniture(.runningHead))
        case .motto: keep(paragraph.stretch, as: .motto, &assembly)
        case .number: readNumberLine(paragraph, &assembly)
        case .placeAndDate:
            let tokens = TokenText(paragraph.stretch, in: text)
            if let found = PlaceAndDate.at(0, in: tokens) { take(found, in: tokens, paragraph.stretch, &assembly) }
        case .body:
            part.letterhead.append(text.string(paragraph.stretch))
            claim(paragraph.stretch, "letterhead[\(part.letterhead.count - 1)]", &assembly)
        case .enacting: keep(paragraph.stretch, as: .enacting, &assembly)
        case .addressee: keep(paragraph.stretch, as: .addressee, &assembly)
        case .recipientsHead: keep(paragraph.stretch, as: .recipients, &assembly)
        default: outline.add(paragraph, to: &assembly)
        }
    }

    private mutating func readNumberLine(_ paragraph: Paragraph, _ assembly: inout Assembly) {
        let tokens = TokenText(paragraph.stretch, in: text)
        let start = tokens.tokens.count > 1 && tokens.tokens[1].isSign(":") ? 2 : 1
        var end = start
        if let found = DocumentNumber.at(start, in: tokens) {
            end = found.tokens.upperBound
            if found.digits != nil {
                part.number = part.number ?? found.text
                claim(tokens.stretch(0..<end), "number", &assembly)
            } else {
                keep(tokens.stretch(0..<end), as: .numberLine, &assembly)
            }
        } else {
            while end < tokens.tokens.count, PlaceAndDate.at(end, in: tokens) == nil { end += 1 }
            keep(tokens.stretch(0..<end), as: .numberLine, &assembly)
        }
        guard end < tokens.tokens.count else { return }
        let rest = tokens.stretch(end..<tokens.tokens.count)
        if let found = PlaceAndDate.at(end, in: tokens) {
            take(found, in: tokens, rest, &assembly)
        } else {
            keep(rest, as: .numberLine, &assembly)
        }
    }

    private mutating func take(
        _ found: PlaceAndDate, in tokens: TokenText, _ stretch: Stretch, _ assembly: inout Assembly
    ) {
        part.place = part.place ?? found.place
        if let date = found.date {
            part.issuedOn = part.issuedOn ?? date
            claim(stretch, "issuedOn", &assembly)
        } else {
            if found.isInvalid { assembly.report(.invalidDate, at: stretch, [text.string(stretch)]) }
            keep(stretch, as: .dateLine, &assembly)
        }
    }

    private mutating func keep(_ stretch: Stretch, as kind: Formula.Kind, _ assembly: inout Assembly) {
        part.formulas.append(
            Formula(kind: kind, text: text.string(stretch), location: text.location(of: stretch.hull)))
        claim(stretch, "formulas[\(part.formulas.count - 1)]", &assembly)
    }

    private mutating func readKindLine(_ assembly: inout Assembly) {
        guard let index = span.kindLine else {
            state = .preamble
            if span.kind == .appendix { state = .title }
            return
        }
        let paragraph = paragraphs[index]
        guard paragraph.kind == .appendixHead else {
            part.typeName = text.string(paragraph.stretch)
            claim(paragraph.stretch, "typeName", &assembly)
            return
        }
        let head = TokenText(text.head(of: paragraph.stretch.first, bytes: 160), in: text)
        let line = Line(
            kind: .text, range: paragraph.stretch.first, label: nil, cells: [], blankLinesBefore: 0,
            pageBreakBefore: false, isBold: false, isCapitals: paragraph.isCapitals, isWhole: true, width: 0)
        let end = AppendixHead.end(in: head, of: line, text: text) ?? head.tokens.count
        let split = end < head.tokens.count ? head.tokens[end].range.lowerBound : paragraph.stretch.first.upperBound
        let name = text.trimmed(paragraph.stretch.first.lowerBound..<split)
        part.typeName = Self.trimmingSigns(text.string(name))
        claim(Stretch(name), "typeName", &assembly)
        let rest = Stretch(text.trimmed(split..<paragraph.stretch.first.upperBound), paragraph.stretch.more)
        if !rest.isEmpty { addTitle(rest, &assembly) }
    }

    // MARK: Body

    private mutating func read(_ paragraph: Paragraph, at index: Int, _ assembly: inout Assembly) {
        switch paragraph.kind {
        case .ruler, .pageNumber, .runningHead:
            readForm(paragraph, &assembly)
            return
        case .footnote:
            addFootnote(paragraph, &assembly)
            return
        case .recoveredTable(let position):
            take(assembly.recovered[position], &assembly)
            return
        case .row:
            if state != .body { state = .body }
            addRow(index, &assembly)
            return
        default: break
        }
        if openTable != nil || !rows.isEmpty {
            if addToTable(paragraph, at: index, &assembly) { return }
            closeTable(&assembly)
        }
        switch state {
        case .title: readTitle(paragraph, at: index, &assembly)
        case .preamble: readPreamble(paragraph, at: index, &assembly)
        case .body: readBody(paragraph, &assembly)
        case .recipients: readRecipients(paragraph, &assembly)
        case .signature: readSignature(paragraph, &assembly)
        case .after: readAfter(paragraph, &assembly)
        }
    }

    private mutating func readTitle(_ paragraph: Paragraph, at index: Int, _ assembly: inout Assembly) {
        switch paragraph.kind {
        case .attachmentNote:
            readAttachmentNote(paragraph, &assembly)
        case .motto, .number, .placeAndDate: readForm(paragraph, &assembly)
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
            let isAboveNote = index + 1 < span.body.upperBound && paragraphs[index + 1].kind == .attachmentNote
            let goesOn = titleLines == 0 || continuesTitle(paragraph) || isAboveNote
            if goesOn {
                addTitle(paragraph.stretch, &assembly)
            } else {
                state = .preamble
                readPreamble(paragraph, at: index, &assembly)
            }
        }
    }

    /// A title may run over an empty line where all of it is in capitals or its second half plainly goes on.
    private func continuesTitle(_ paragraph: Paragraph) -> Bool {
        guard let title, part.attachedTo == nil else { return false }
        if paragraph.isCapitals && LetterCase.of(title.first, in: text) == .upper { return true }
        if paragraph.isBold, text.width(of: paragraph.stretch.first) < 160, paragraph.blankLinesBefore == 0 {
            return true
        }
        return LetterCase.startsLower(paragraph.stretch.first, in: text)
            && text.width(of: paragraph.stretch.first) < 120
            && !TerminalSign.ends(paragraph.lastRange, in: text)
    }

    private mutating func addTitle(_ stretch: Stretch, _ assembly: inout Assembly) {
        if title == nil { title = stretch } else { title?.append(stretch) }
        titleLines += 1
        claim(stretch, "title", &assembly)
        assembly.passages.append(.init(stretch: stretch))
    }

    private mutating func takeIssuer(_ paragraph: Paragraph, _ assembly: inout Assembly) {
        let name = text.string(paragraph.stretch)
        part.issuer = part.issuer.map { $0 + " " + name } ?? name
        claim(paragraph.stretch, "issuer", &assembly)
    }

    private mutating func readAttachmentNote(_ paragraph: Paragraph, _ assembly: inout Assembly) {
        let tokens = TokenText(paragraph.stretch, in: text)
        let note = AttachmentNote.read(tokens)
        part.attachedTo = Attachment(
            number: note.number, date: note.date, text: text.string(paragraph.stretch),
            location: text.location(of: paragraph.stretch.hull))
        claim(paragraph.stretch, "attachedTo", &assembly)
        assembly.passages.append(.init(stretch: paragraph.stretch))
        if note.isInvalidDate { assembly.report(.invalidDate, at: paragraph.stretch, [text.string(paragraph.stretch)]) }
        if note.number == nil || note.date == nil {
            assembly.report(.attachmentNumberMissing, at: paragraph.stretch, [part.typeName ?? part.kind.rawValue])
        }
    }

    private mutating func readPreamble(_ paragraph: Paragraph, at index: Int, _ assembly: inout Assembly) {
        switch paragraph.kind {
        case .recital where part.kind != .appendix: addBasis(paragraph, &assembly)
        case .authority, .body:
            if part.legalBases.isEmpty && outline.isEmpty {
                takeIssuer(paragraph, &assembly)
            } else {
                state = .body
                readBody(paragraph, &assembly)
            }
        case .attachmentNote where part.attachedTo == nil: readAttachmentNote(paragraph, &assembly)
        case .enacting, .documentKind:
            keep(paragraph.stretch, as: .enacting, &assembly)
            state = .body
        case .text where !part.legalBases.isEmpty && startsWithDocument(paragraph): addBasis(paragraph, &assembly)
        case .text, .recital:
            // A paragraph that leads over to the outline; recitals may still follow.
            outline.add(paragraph, to: &assembly)
        case .motto, .addressee: readForm(paragraph, &assembly)
        case .number, .placeAndDate:
            // Right below the title; in running text such words are text.
            if part.legalBases.isEmpty && outline.isEmpty {
                readForm(paragraph, &assembly)
            } else {
                outline.add(paragraph, to: &assembly)
            }
        default:
            state = .body
            readBody(paragraph, &assembly)
        }
    }

    private mutating func addBasis(_ paragraph: Paragraph, _ assembly: inout Assembly) {
        // What stands under a recital that ends with `như sau:` is no basis but the sentence that opens the plan.
        let basis = LegalBasis(
            text: Self.trimmingEnd(text.string(paragraph.stretch)), location: text.location(of: paragraph.stretch.hull))
        part.legalBases.append(basis)
        claim(paragraph.stretch, "legalBases[\(part.legalBases.count - 1)]", &assembly)
        assembly.passages.append(.init(stretch: paragraph.stretch, basis: (number - 1, part.legalBases.count - 1)))
    }

    private func startsWithDocument(_ paragraph: Paragraph) -> Bool {
        let head = TokenText(text.head(of: paragraph.stretch.first, bytes: 80), in: text)
        return kinds.kind(in: head, at: 0) != nil && text.lastSign(of: paragraph.lastRange) == 0x3B
    }

    private mutating func readBody(_ paragraph: Paragraph, _ assembly: inout Assembly) {
        switch paragraph.kind {
        case .recipientsHead:
            keep(paragraph.stretch, as: .recipients, &assembly)
            state = .recipients
        case .authority where signs(paragraph):
            state = .signature
            readSignature(paragraph, &assembly)
        case .enacting:
            keep(paragraph.stretch, as: .enacting, &assembly)
        case .attachmentNote where part.attachedTo == nil && outline.isEmpty:
            readAttachmentNote(paragraph, &assembly)
        case .addressee, .motto:
            readForm(paragraph, &assembly)
        default: outline.add(paragraph, to: &assembly)
        }
    }

    /// Capitals of a post below running text are the signing block; a heading has text below it.
    private func signs(_ paragraph: Paragraph) -> Bool {
        text.width(of: paragraph.stretch.first) < 70
    }

    private mutating func readRecipients(_ paragraph: Paragraph, _ assembly: inout Assembly) {
        switch paragraph.kind {
        case .authority, .body:
            state = .signature
            readSignature(paragraph, &assembly)
        case .labelled where paragraph.label?.series == .bullet || paragraph.label?.series == .plus:
            addRecipient(paragraph, &assembly)
        case .recipientsHead: keep(paragraph.stretch, as: .recipients, &assembly)
        default:
            if paragraph.isCapitals, !TerminalSign.ends(paragraph.lastRange, in: text) {
                state = .signature
                readSignature(paragraph, &assembly)
            } else if PersonName.matches(paragraph.stretch, in: text), paragraph.blankLinesBefore > 0 {
                state = .signature
                readSignature(paragraph, &assembly)
            } else if paragraph.blankLinesBefore > 1, !part.recipients.isEmpty {
                state = .after
                readAfter(paragraph, &assembly)
            } else {
                addRecipient(paragraph, &assembly)
            }
        }
    }

    private mutating func addRecipient(_ paragraph: Paragraph, _ assembly: inout Assembly) {
        let entry = Self.trimmingEnd(text.string(paragraph.content))
        let goesOn = LetterCase.startsLower(paragraph.stretch.first, in: text) || paragraph.isCapitals
        if paragraph.label == nil, goesOn, !part.recipients.isEmpty {
            part.recipients[part.recipients.count - 1] += " " + entry
        } else {
            part.recipients.append(entry)
        }
        claim(paragraph.stretch, "recipients[\(part.recipients.count - 1)]", &assembly)
    }

    private mutating func readSignature(_ paragraph: Paragraph, _ assembly: inout Assembly) {
        switch signature.take(paragraph, in: text) {
        case .part:
            claim(paragraph.stretch, "signature", &assembly)
            if signature.isComplete { state = .after }
        case .signedMark: keep(paragraph.stretch, as: .signed, &assembly)
        case .other:
            state = .after
            readAfter(paragraph, &assembly)
        }
    }

    private mutating func readAfter(_ paragraph: Paragraph, _ assembly: inout Assembly) {
        switch paragraph.kind {
        case .recipientsHead where part.recipients.isEmpty:
            keep(paragraph.stretch, as: .recipients, &assembly)
            state = .recipients
        case .labelled where outline.isEmpty || paragraph.label?.series == .article:
            state = .body
            readBody(paragraph, &assembly)
        case .text where SignatureReader.isDigitalMark(paragraph.stretch, in: text):
            keep(paragraph.stretch, as: .signed, &assembly)
        default:
            outline.add(paragraph, to: &assembly, isStray: true)
            assembly.report(.strayText, at: paragraph.stretch, [assembly.excerpt(paragraph.stretch)])
        }
    }

    private mutating func addFootnote(_ paragraph: Paragraph, _ assembly: inout Assembly) {
        let (mark, body) = FootnoteMark.split(paragraph.stretch, in: text)
        part.footnotes.append(
            Footnote(mark: mark, text: text.string(body), location: text.location(of: paragraph.stretch.hull)))
        claim(paragraph.stretch, "footnotes[\(part.footnotes.count - 1)]", &assembly)
        assembly.passages.append(.init(stretch: body))
    }

    // MARK: Tables

    private mutating func take(_ grid: ParagraphGrids.Grid, _ assembly: inout Assembly) {
        closeTable(&assembly)
        state = .body
        assembly.tables.append(grid.table)
        assembly.diagnostics += grid.diagnostics
        for piece in grid.furniture { assembly.ledger.claim(piece.stretch, for: .furniture(piece.kind)) }
    }

    private mutating func take(_ recovered: WrappedTables.Table, _ assembly: inout Assembly) {
        closeTable(&assembly)
        state = .body
        var table = recovered.table
        table.part = number
        assembly.tables.append(table)
        assembly.diagnostics += recovered.diagnostics
        for stretch in recovered.pageNumbers { assembly.ledger.claim(stretch, for: .furniture(.pageNumber)) }
    }

    private mutating func addRow(_ index: Int, _ assembly: inout Assembly) { rows.append(index) }

    /// Text without a tab between the rows: the rest of a cell, or a group row in one cell. Nothing else belongs to the
    /// table.
    private mutating func addToTable(_ paragraph: Paragraph, at index: Int, _ assembly: inout Assembly) -> Bool {
        guard !rows.isEmpty else { return false }
        let isRest =
            paragraph.blankLinesBefore == 0
            && (LetterCase.startsLower(paragraph.stretch.first, in: text) || paragraph.label?.series == .bullet
                || paragraph.label?.series == .plus)
        if !paragraph.cells.isEmpty || isRest || isGroupLine(paragraph, at: index) {
            rows.append(index)
            return true
        }
        return false
    }

    /// A short line above a row of the same table, with a label of its own or in capitals or opened by a group's word.
    private func isGroupLine(_ paragraph: Paragraph, at index: Int) -> Bool {
        guard paragraph.stretch.length < 400, paragraph.kind != .appendixHead, paragraph.kind != .documentKind else {
            return false
        }
        var next = index + 1
        while next < span.body.upperBound,
            [.footnote, .pageNumber, .runningHead, .ruler].contains(paragraphs[next].kind)
        {
            next += 1
        }
        guard next < span.body.upperBound, paragraphs[next].kind == .row else { return false }
        if let label = paragraph.label { return label.series != .bullet && label.series != .plus }
        if paragraph.isCapitals { return true }
        let head = TokenText(text.head(of: paragraph.stretch.first, bytes: 60), in: text)
        return head.firstMatch(Self.groupWords, at: 0) != nil
            || !TerminalSign.ends(paragraph.lastRange, in: text) && paragraph.blankLinesBefore == 0
    }

    private static let groupWords = Phrase.list([
        "Nội dung", "Nhóm", "Lĩnh vực", "Phần", "Mục", "Chỉ số", "Trục", "Tiêu chí",
    ])

    private mutating func closeTable(_ assembly: inout Assembly) {
        guard !rows.isEmpty else { return }
        var reader = TabTableReader(rows.map { paragraphs[$0] }, part: number, in: text)
        let previous = assembly.tables.last { $0.part == number }
        reader.read(continuing: previous)
        assembly.diagnostics += reader.diagnostics
        if let table = reader.table { assembly.tables.append(table) }
        for paragraph in reader.leftover { outline.add(paragraph, to: &assembly) }
        rows.removeAll()
    }

    // MARK: End

    private mutating func finish(_ assembly: inout Assembly) {
        part.title = title.map { text.string($0) }
        part.sections = outline.finish(&assembly)
        part.signature = signature.value(in: text)
        if part.issuer == nil, let body = part.letterhead.last { part.issuer = body }
        let tokens = title.map { TokenText($0, in: text) }
        part.period = tokens.flatMap(PlanPeriod.read)
        part.index = tokens.flatMap { IndexNames.index(in: $0) }
    }

    private func claim(_ stretch: Stretch, _ field: String, _ assembly: inout Assembly) {
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
        var text = text[...]
        if text.last == ")" { text = text.dropLast() }
        if text.first == "(", !text.contains(")") { text = text.dropFirst() }
        while let last = text.last, ".;:,-– ".contains(last) { text = text.dropLast() }
        return String(text)
    }
}
