import VanBanModel
import VanBanReading

/// Finds the forms to fill in that stand in the annexes of a document (`Mẫu số 03`, an application with a letterhead of
/// its own, the annex of another document): from their first line to their last they are one unit, and nothing in them
/// is the document's own.
struct FormFinder {
    private let text: SourceText
    private let head: FormHead
    private let kinds: DocumentKindGazetteer
    private var form: Open?
    private var count = 0
    /// Whether an annex has begun, and whether what stands before it is signed.
    private var hasAnnex = false
    private var isSigned = false
    private var held = HeldSigns()
    /// The number of the last appendix that is the document's own.
    private var lastAppendix: Int?
    /// The last number of each series of the outline outside of forms.
    private var ordinals: [OutlineLabel.Series: Int] = [:]

    private struct Open {
        var number: Int
        /// Series of labels that the form has used since it began or was signed.
        var series: Set<OutlineLabel.Series> = []
        var isSigned = false
        var hasBody = false
    }

    init(_ text: SourceText, kinds: DocumentKindGazetteer = .standard) {
        self.text = text
        self.kinds = kinds
        head = FormHead(text: text)
    }

    /// Says of each paragraph of a form which form it belongs to.
    static func mark(_ paragraphs: inout [Paragraph], in text: SourceText) {
        var finder = FormFinder(text)
        for index in paragraphs.indices {
            finder.take(index, paragraphs)
            if let form = finder.form {
                paragraphs[index].form = form.number
                // The letterhead's lines above the motto belong to its form.
                if paragraphs[index].kind == .motto, !form.hasBody {
                    var above = finder.headStart(of: index, paragraphs)
                    while above < index {
                        if paragraphs[above].form == nil { paragraphs[above].form = form.number }
                        above += 1
                    }
                }
                finder.form?.hasBody = true
            }
        }
    }

    // MARK: Line by line

    private mutating func take(_ index: Int, _ paragraphs: [Paragraph]) {
        let paragraph = paragraphs[index]
        if begins(index, paragraphs) {
            count += 1
            form = Open(number: count)
            return
        }
        if form != nil {
            guard ends(index, paragraphs) else { return noteInForm(paragraph) }
            form = nil
        }
        note(paragraph, index, paragraphs)
    }

    private mutating func noteInForm(_ paragraph: Paragraph) {
        if let label = paragraph.label { form?.series.insert(label.series) }
        let isSigning = paragraph.kind == .authority || SignatureReader.isSigned(paragraph.stretch, in: text)
        if isSigning {
            form?.isSigned = true
            form?.series = []
        }
    }

    private mutating func note(_ paragraph: Paragraph, _ index: Int, _ paragraphs: [Paragraph]) {
        switch paragraph.kind {
        case .appendixHead:
            hasAnnex = true
            ordinals = [:]
            lastAppendix = ordinal(of: paragraph) ?? lastAppendix
        case .attachmentNote:
            hasAnnex = true
            held.take(note: paragraph, in: text, kinds)
        case .documentKind:
            ordinals = [:]
            held.take(kindOf: paragraph, in: text, kinds)
        case .number: held.take(numberOf: paragraph, in: text)
        case .recipientsHead: isSigned = true
        case .authority: isSigned = isSigned || !ordinals.isEmpty
        case .labelled:
            guard let label = paragraph.label else { return }
            let rank = OutlineBuilder.rank(label.series)
            for series in ordinals.keys where OutlineBuilder.rank(series) > rank { ordinals[series] = nil }
            ordinals[label.series] = label.ordinal
        default: break
        }
    }

    // MARK: Where forms begin

    private func begins(_ index: Int, _ paragraphs: [Paragraph]) -> Bool {
        guard hasAnnex || isSigned else { return false }
        let paragraph = paragraphs[index]
        switch paragraph.kind {
        case .text, .attachmentNote:
            return head.number(of: paragraph) != nil && isApart(index, paragraphs) && !isOwnAnnex(index, paragraphs)
        case .appendixHead: return hasAnnex && isOfAnother(index, paragraphs)
        case .motto: return form?.isSigned != false && isLetterheadOfForm(index, paragraphs)
        default: return false
        }
    }

    /// Whether the line of a form is none of a list of forms, and something follows it.
    private func isApart(_ index: Int, _ paragraphs: [Paragraph]) -> Bool {
        func isHead(_ other: Int?) -> Bool { other.map { head.number(of: paragraphs[$0]) != nil } ?? false }
        let next = following(index, paragraphs)
        return next != nil && !isHead(next) && !isHead(preceding(index, paragraphs).flatMap { $0 == 0 ? nil : $0 })
            || next != nil && !isHead(next) && paragraphs[index].pageBreakBefore
    }

    private func following(_ index: Int, _ paragraphs: [Paragraph]) -> Int? {
        paragraphs[(index + 1)...].firstIndex { !Self.furniture.contains($0.kind) }
    }

    private func preceding(_ index: Int, _ paragraphs: [Paragraph]) -> Int? {
        paragraphs[..<index].lastIndex { !Self.furniture.contains($0.kind) }
    }

    private static let furniture: Set<Line.Kind> = [.ruler, .pageNumber, .runningHead]

    /// `MẪU SỐ 01⏎(Kèm theo Quyết định số 12/QĐ-UBND …)`: an annex of the document itself.
    private func isOwnAnnex(_ index: Int, _ paragraphs: [Paragraph]) -> Bool {
        guard paragraphs[index].isCapitals, let note = noteBelow(index, paragraphs) else { return false }
        return !held.isOfAnother(note, kinds)
    }

    /// The note of what an annex belongs to, within the three paragraphs below its first line.
    private func noteBelow(_ index: Int, _ paragraphs: [Paragraph]) -> TokenText? {
        for paragraph in paragraphs[(index + 1)...].prefix(3) {
            switch paragraph.kind {
            case .attachmentNote: return TokenText(paragraph.stretch, in: text)
            case .text:
                let tokens = TokenText(text.head(of: paragraph.stretch.first, bytes: 160), in: text)
                if tokens.tokens.first?.startsUpper == true,
                    tokens.firstMatch(LineClassifier.attachments, at: 0) != nil
                {
                    return tokens
                }
            case .ruler, .pageNumber, .runningHead: continue
            default: return nil
            }
        }
        return nil
    }

    /// `PHỤ LỤC SỐ 06⏎Ban hành kèm theo Thông tư số …` in the annex of a decision.
    private func isOfAnother(_ index: Int, _ paragraphs: [Paragraph]) -> Bool {
        noteBelow(index, paragraphs).map { held.isOfAnother($0, kinds) } ?? false
    }

    /// Whether the motto stands in the letterhead of who is to fill the form in.
    private func isLetterheadOfForm(_ index: Int, _ paragraphs: [Paragraph]) -> Bool {
        let start = headStart(of: index, paragraphs)
        var end = index + 1
        while end < paragraphs.count, end - index < 10, isOfHead(paragraphs[end]) || head.isPlaceholder(paragraphs[end])
        {
            end += 1
        }
        if (start..<end).contains(where: { head.isPlaceholder(paragraphs[$0]) }) { return true }
        return end < paragraphs.count && head.opensApplication(paragraphs[end])
    }

    private func headStart(of motto: Int, _ paragraphs: [Paragraph]) -> Int {
        var start = motto
        while start > 0, motto - start < 6 {
            let above = paragraphs[start - 1]
            let isName = above.kind == .body || above.kind == .motto || above.kind == .number || above.kind == .ruler
            guard above.form == nil, isName || head.isPlaceholder(above) else { break }
            start -= 1
        }
        while start < motto, paragraphs[start].kind == .ruler { start += 1 }
        return start
    }

    private func isOfHead(_ paragraph: Paragraph) -> Bool {
        switch paragraph.kind {
        case .motto, .number, .placeAndDate, .body, .ruler, .stamp: return true
        default: return false
        }
    }

    // MARK: Where they end

    private func ends(_ index: Int, _ paragraphs: [Paragraph]) -> Bool {
        let paragraph = paragraphs[index]
        switch paragraph.kind {
        case .appendixHead: return isNextAppendix(index, paragraphs)
        case .body, .motto, .number, .documentKind: return isFilledHead(index, paragraphs)
        case .labelled:
            guard let label = paragraph.label, let ordinal = label.ordinal, let last = ordinals[label.series],
                let form
            else { return false }
            return ordinal == last + 1 && !form.series.contains(label.series)
        case .text:
            guard paragraph.isCapitals, let note = noteBelow(index, paragraphs) else { return false }
            return held.isOwn(note, kinds)
        default: return false
        }
    }

    /// Whether a line opens the next appendix of the document, and not one that belongs to the form.
    private func isNextAppendix(_ index: Int, _ paragraphs: [Paragraph]) -> Bool {
        if let note = noteBelow(index, paragraphs) { return held.isOwn(note, kinds) }
        guard let ordinal = ordinal(of: paragraphs[index]) else { return lastAppendix == nil }
        return ordinal > lastAppendix ?? 0
    }

    /// A letterhead with number and date printed is that of a document.
    private func isFilledHead(_ index: Int, _ paragraphs: [Paragraph]) -> Bool {
        var hasNumber = false
        var hasDate = false
        for paragraph in paragraphs[index...].prefix(12) {
            switch paragraph.kind {
            case .number:
                let tokens = TokenText(paragraph.stretch, in: text)
                let start = NumberLine.numberStart(in: tokens, kinds: kinds) ?? 1
                let number = DocumentNumber.at(start, in: tokens)
                hasNumber = hasNumber || number?.digits != nil
                if let end = number?.tokens.upperBound, PlaceAndDate.at(end, in: tokens)?.date != nil { hasDate = true }
            case .placeAndDate:
                let tokens = TokenText(paragraph.stretch, in: text)
                hasDate = hasDate || PlaceAndDate.at(0, in: tokens)?.date != nil
            case .documentKind: return hasNumber && hasDate
            default: if !isOfHead(paragraph), !TerritoryLine.matches(paragraph, in: text) { return false }
            }
        }
        return false
    }

    private func ordinal(of appendix: Paragraph) -> Int? {
        let tokens = TokenText(text.head(of: appendix.stretch.first, bytes: 60), in: text).tokens
        guard tokens.count > 2 else { return nil }
        let index = tokens[2].key == WordKey.of("số") ? 3 : 2
        guard index < tokens.count else { return nil }
        return tokens[index].value ?? RomanNumeral.value(text.string(tokens[index].range))
    }
}
