import VanBanModel
import VanBanReading

/// Where a part begins and what it is.
struct PartSpan: Sendable {
    var kind: PartKind
    /// Paragraphs of its head, before the line that names the kind.
    var head: Range<Int>
    /// The line that names the kind; nil where none is printed.
    var kindLine: Int?
    /// What follows, up to the next part.
    var body: Range<Int>
}

/// Finds the parts of a document: the instruments, and what is attached to them.
struct PartScanner {
    private let text: SourceText
    private let kinds: DocumentKindGazetteer

    init(_ text: SourceText, kinds: DocumentKindGazetteer = .standard) {
        self.text = text
        self.kinds = kinds
    }

    func parts(of paragraphs: [Paragraph]) -> [PartSpan] {
        var starts: [(head: Int, line: Int, kind: PartKind)] = []
        var sawArticle = false
        var sawRecital = false
        /// Whether the signing block or the recipients of the last part have been seen.
        var isSigned = false
        for (index, paragraph) in paragraphs.enumerated() where paragraph.form == nil {
            switch paragraph.kind {
            case .documentKind:
                let kind = partKind(of: paragraph)
                // `QUYẾT ĐỊNH` between the recitals and the first article is the enacting formula without its colon.
                if let last = starts.last, last.kind == kind, sawRecital, !sawArticle,
                    leadsToArticle(paragraphs, after: index)
                {
                    continue
                }
                starts.append((head(of: index, paragraphs, after: starts.last?.line ?? -1), index, kind))
                sawArticle = false
                sawRecital = false
                isSigned = false
            case .appendixHead:
                starts.append((head(of: index, paragraphs, after: starts.last?.line ?? -1), index, .appendix))
                sawArticle = false
                sawRecital = false
                isSigned = false
            case .recital: sawRecital = true
            case .labelled where paragraph.label?.series == .article: sawArticle = true
            case .labelled where !sawArticle && paragraph.label?.series == .bullet:
                sawRecital = sawRecital || RecitalWords.open(paragraph, in: text)
            case .authority where sawArticle, .recipientsHead: isSigned = true
            default:
                if isTitledAttachment(paragraphs, index, hasParts: !starts.isEmpty || isSigned, isSigned: isSigned) {
                    starts.append((index, index - 1, .appendix))
                    sawArticle = false
                    sawRecital = false
                    isSigned = false
                }
            }
        }
        return spans(starts, paragraphs)
    }

    private func spans(_ starts: [(head: Int, line: Int, kind: PartKind)], _ paragraphs: [Paragraph]) -> [PartSpan] {
        guard let first = starts.first else {
            let head = leadingHead(paragraphs)
            return [PartSpan(kind: .letterhead, head: 0..<head, kindLine: nil, body: head..<paragraphs.count)]
        }
        var spans: [PartSpan] = []
        var from = 0
        // A text that comes before the first named kind and has a body of its own is a part without a name.
        if hasBody(paragraphs[..<first.head]) {
            let head = leadingHead(Array(paragraphs[..<first.head]))
            spans.append(PartSpan(kind: .letterhead, head: 0..<head, kindLine: nil, body: head..<first.head))
            from = first.head
        }
        for (position, start) in starts.enumerated() {
            let end = position + 1 < starts.count ? starts[position + 1].head : paragraphs.count
            let head = position == 0 ? from : start.head
            let bodyStart = max(start.line + 1, start.head)
            spans.append(
                PartSpan(
                    kind: start.kind, head: head..<max(head, min(start.line, bodyStart)),
                    kindLine: start.line >= start.head ? start.line : nil, body: bodyStart..<max(bodyStart, end)))
        }
        return spans
    }

    private func partKind(of paragraph: Paragraph) -> PartKind {
        let words = TokenText(paragraph.stretch, in: text)
        let tokens = words.tokens
        guard
            let kind = kinds.kind(named: tokens.map(\.key)) ?? MisreadForm.documentKind(of: tokens)
                ?? MisreadForm.spacedKind(of: tokens, in: words)
        else { return .letterhead }
        return PartKind(rawValue: kind.kind)
    }

    private func leadsToArticle(_ paragraphs: [Paragraph], after index: Int) -> Bool {
        for paragraph in paragraphs[(index + 1)...].prefix(3) {
            if paragraph.kind == .labelled { return paragraph.label?.series == .article }
            if paragraph.kind != .ruler && paragraph.kind != .pageNumber { return false }
        }
        return false
    }

    /// Goes back over the letterhead that stands above a kind's line.
    private func head(of line: Int, _ paragraphs: [Paragraph], after last: Int) -> Int {
        var index = line
        var steps = 0
        while index - 1 > last, steps < 14 {
            let above = paragraphs[index - 1]
            if above.form != nil { return trimmedHead(index, line, paragraphs) }
            switch above.kind {
            case .motto, .number, .placeAndDate, .ruler, .body, .pageNumber, .runningHead, .stamp: index -= 1
            case .text
            where TerritoryLine.matches(above, in: text) && hasHead(above: index - 1, paragraphs, after: last):
                index -= 1
            default: return trimmedHead(index, line, paragraphs)
            }
            steps += 1
        }
        return trimmedHead(index, line, paragraphs)
    }

    /// A place's name belongs to a letterhead when a body or motto stands right above it.
    private func hasHead(above index: Int, _ paragraphs: [Paragraph], after last: Int) -> Bool {
        guard index - 1 > last else { return false }
        let kind = paragraphs[index - 1].kind
        return kind == .body || kind == .motto || kind == .ruler
    }

    /// A ruler or page number alone belongs to what stands above it.
    private func trimmedHead(_ index: Int, _ line: Int, _ paragraphs: [Paragraph]) -> Int {
        var index = index
        while index < line, paragraphs[index].kind == .ruler || paragraphs[index].kind == .pageNumber { index += 1 }
        return index
    }

    private func leadingHead(_ paragraphs: [Paragraph]) -> Int {
        var end = 0
        var isDated = false
        for (index, paragraph) in paragraphs.prefix(14).enumerated() {
            switch paragraph.kind {
            case .placeAndDate:
                isDated = true
                end = index + 1
            // Below the date it is who decides.
            case .body where isDated: continue
            case .motto, .number, .body: end = index + 1
            case .ruler, .pageNumber, .runningHead, .text, .frame, .uncertain, .stamp: continue
            default: return end
            }
        }
        return end
    }

    private func hasBody(_ paragraphs: ArraySlice<Paragraph>) -> Bool {
        paragraphs.contains {
            $0.kind == .recital || ($0.kind == .labelled && $0.label?.series != .bullet) || $0.kind == .row
        }
    }

    private static let titledAttachments = Lexicon.phrases(.titledAttachments)

    /// A heading in capitals (`DANH MỤC …`) right above `(Kèm theo Quyết định …)` opens an attachment, too.
    /// - Parameter isSigned: whether what stands above is signed; then any heading is one.
    private func isTitledAttachment(
        _ paragraphs: [Paragraph], _ index: Int, hasParts: Bool, isSigned: Bool
    ) -> Bool {
        let paragraph = paragraphs[index]
        guard hasParts, paragraph.isCapitals, paragraph.kind == .text, index + 1 < paragraphs.count, index > 0,
            paragraphs[index + 1].kind == .attachmentNote
                || (index + 2 < paragraphs.count && paragraphs[index + 1].kind == .text
                    && paragraphs[index + 2].kind == .attachmentNote),
            paragraphs[index - 1].kind != .documentKind, paragraphs[index - 1].kind != .appendixHead
        else { return false }
        if isSigned { return true }
        let head = TokenText(text.head(of: paragraph.stretch.first, bytes: 80), in: text)
        return head.firstMatch(Self.titledAttachments, at: 0) != nil
    }
}
