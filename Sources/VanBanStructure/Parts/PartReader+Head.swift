import VanBanModel
import VanBanReading

/// The lines above a part's title: letterhead, number, place and date, and the line that names the kind.
extension PartReader {
    mutating func readHead(_ assembly: inout Assembly) {
        for index in span.head {
            let paragraph = paragraphs[index]
            switch paragraph.kind {
            case .text
            where !part.letterhead.isEmpty && !isSignAlone(paragraph)
                && (TerritoryLine.matches(paragraph, in: text) || goesOnWithName(paragraph, at: index)):
                part.letterhead[part.letterhead.count - 1] += " " + text.string(paragraph.stretch)
                claim(paragraph.stretch, "letterhead[\(part.letterhead.count - 1)]", &assembly)
            case .text where span.kindLine == nil && opensSubject(paragraph): addTitle(paragraph.stretch, &assembly)
            case .text where span.kindLine == nil && goesOnWithFigure(paragraph): addTitle(paragraph.stretch, &assembly)
            case .text where isNumberAlone(paragraph): keep(paragraph.stretch, as: .numberLine, &assembly)
            case .text where takesRestOfNumber(paragraph, &assembly): break
            case .text where StatusMark.matches(paragraph.stretch, in: text):
                keep(paragraph.stretch, as: .status, &assembly)
            case .text, .labelled, .recital:
                // Words above or within a letterhead that belong to no form.
                addDoubtful(paragraph, &assembly)
            case .frame: break
            case .uncertain: outline.add(paragraph, to: &assembly, isStray: true)
            default: readForm(paragraph, &assembly)
            }
        }
    }

    /// Whether capitals above the number and the date go on with the name of a body
    /// (`ĐOÀN KIỂM TRA⏎THEO QUYẾT ĐỊNH SỐ 250/QĐ-SCT`).
    private func goesOnWithName(_ paragraph: Paragraph, at index: Int) -> Bool {
        guard paragraph.isCapitals, part.number == nil, text.width(of: paragraph.stretch.first) < 70,
            !StatusMark.matches(paragraph.stretch, in: text)
        else { return false }
        return span.head.contains { $0 > index && [.motto, .number, .placeAndDate].contains(paragraphs[$0].kind) }
    }

    /// Lines that the form prescribes and that may stand in any order.
    mutating func readForm(_ paragraph: Paragraph, _ assembly: inout Assembly) {
        switch paragraph.kind {
        case .ruler: assembly.ledger.claim(paragraph.stretch, for: .furniture(.ruler))
        case .pageNumber: assembly.ledger.claim(paragraph.stretch, for: .furniture(.pageNumber))
        case .runningHead: assembly.ledger.claim(paragraph.stretch, for: .furniture(.runningHead))
        case .motto: keep(paragraph.stretch, as: .motto, &assembly)
        case .stamp: keep(paragraph.stretch, as: .signed, &assembly)
        case .number: readNumberLine(paragraph, &assembly)
        case .placeAndDate:
            let repaired = RepairedTokens(TokenText(paragraph.stretch, in: text))
            let tokens = repaired.tokens
            assembly.diagnostics += repaired.diagnostics
            if let found = PlaceAndDate.at(0, in: tokens) { take(found, in: tokens, paragraph.stretch, &assembly) }
        case .body:
            part.letterhead.append(text.string(paragraph.stretch))
            claim(paragraph.stretch, "letterhead[\(part.letterhead.count - 1)]", &assembly)
        case .enacting: keep(paragraph.stretch, as: .enacting, &assembly)
        case .addressee: keep(paragraph.stretch, as: .addressee, &assembly)
        case .recipientsHead: readRecipientsHead(paragraph, &assembly)
        default: outline.add(paragraph, to: &assembly)
        }
    }

    mutating func readNumberLine(_ paragraph: Paragraph, _ assembly: inout Assembly) {
        let repaired = RepairedTokens(TokenText(paragraph.stretch, in: text))
        let tokens = repaired.tokens
        assembly.diagnostics += repaired.diagnostics
        let start = NumberLine.numberStart(in: tokens, kinds: kinds) ?? 1
        if NumberLine.isMisread(tokens) {
            let printed = tokens.stretch(0..<2)
            assembly.report(.misreadFigure, at: printed, [text.string(printed), "Số:"])
        }
        var end = start
        if let found = DocumentNumber.at(start, in: tokens) {
            end = found.tokens.upperBound
            if found.isMispunctuated {
                let printed = tokens.stretch(found.tokens)
                assembly.report(.misreadFigure, at: printed, [text.string(printed), found.text])
            }
            if found.digits != nil, part.number == nil {
                part.number = found.text
                // `Luật số: 10/2020/QH14`
                let words = start > 2 ? start - 2 : 0
                if words > 0 { keep(tokens.stretch(0..<words), as: .numberLine, &assembly) }
                claim(tokens.stretch(words..<end), "number", &assembly)
            } else {
                keep(tokens.stretch(0..<end), as: .numberLine, &assembly)
            }
        } else {
            while end < tokens.tokens.count, PlaceAndDate.at(end, in: tokens) == nil { end += 1 }
            keep(tokens.stretch(0..<end), as: .numberLine, &assembly)
        }
        // A note mark behind the last word is no token.
        if let last = tokens.tokens.last?.range.upperBound {
            let tail = text.trimmed(last..<max(last, paragraph.lastRange.upperBound))
            if !tail.isEmpty { claim(Stretch(tail), "number", &assembly) }
        }
        guard end < tokens.tokens.count else { return }
        let rest = tokens.stretch(end..<tokens.tokens.count)
        if let found = PlaceAndDate.at(end, in: tokens) {
            take(found, in: tokens, rest, &assembly)
        } else {
            keep(rest, as: .numberLine, &assembly)
        }
    }

    /// `Số: 277`, whose sign stands elsewhere in the letterhead.
    private func isNumberAlone(_ paragraph: Paragraph) -> Bool {
        guard part.number == nil, paragraph.stretch.length < 24 else { return false }
        let tokens = TokenText(paragraph.stretch, in: text).tokens
        return (2...3).contains(tokens.count) && tokens[0].key == Self.numberWord && tokens[0].startsUpper
            && tokens.dropFirst().dropLast().allSatisfy { $0.isSign(":") } && tokens[tokens.count - 1].kind == .number
    }

    private static let numberWord = WordKey.of("Số")

    /// `/KH-UBND` in a line of its own, as digits that were put into the blank of a finished page leave it.
    private func isSignAlone(_ paragraph: Paragraph) -> Bool {
        guard paragraph.stretch.length < 40, paragraph.stretch.first.first.map({ text.bytes[$0] }) == 0x2F else {
            return false
        }
        let tokens = TokenText(paragraph.stretch, in: text)
        return DocumentNumber.at(0, in: tokens)?.tokens == tokens.tokens.indices
    }

    /// Takes such a line as what is lacking of the number line above it, `Số: 277`.
    private mutating func takesRestOfNumber(_ paragraph: Paragraph, _ assembly: inout Assembly) -> Bool {
        guard part.number == nil, isSignAlone(paragraph),
            let line = part.formulas.last(where: { $0.kind == .numberLine })
        else { return false }
        let digits = line.text.reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
        if digits.isEmpty {
            keep(paragraph.stretch, as: .numberLine, &assembly)
        } else {
            part.number = String(digits) + text.string(paragraph.stretch)
            claim(paragraph.stretch, "number", &assembly)
        }
        return true
    }

    mutating func take(
        _ found: PlaceAndDate, in tokens: TokenText, _ stretch: Stretch, _ assembly: inout Assembly
    ) {
        // A second line of the kind says nothing that the part has a field for.
        let isFirst = part.issuedOn == nil && (part.place == nil || part.place == found.place)
        if let date = found.date, isFirst {
            part.place = found.place
            part.issuedOn = date
            claim(stretch, "issuedOn", &assembly)
        } else {
            part.place = part.place ?? found.place
            if found.isInvalid { assembly.report(.invalidDate, at: stretch, [text.string(stretch)]) }
            keep(stretch, as: .dateLine, &assembly)
        }
    }

    mutating func keep(_ stretch: Stretch, as kind: Formula.Kind, _ assembly: inout Assembly) {
        part.formulas.append(
            Formula(kind: kind, text: text.string(stretch), location: text.location(of: stretch.hull)))
        claim(stretch, "formulas[\(part.formulas.count - 1)]", &assembly)
    }

    mutating func readKindLine(_ assembly: inout Assembly) {
        guard let index = span.kindLine else {
            state = span.kind == .appendix || beginsWithTitle() || beginsWithCaption() ? .title : .preamble
            return
        }
        let paragraph = paragraphs[index]
        guard paragraph.kind == .appendixHead else {
            part.typeName = text.string(paragraph.stretch)
            claim(paragraph.stretch, "typeName", &assembly)
            let words = TokenText(paragraph.stretch, in: text)
            let tokens = words.tokens
            if let kind = MisreadForm.spacedKind(of: tokens, in: words) {
                part.typeName = kind.name.uppercased()
            } else if kinds.kind(named: tokens.map(\.key)) == nil, let kind = MisreadForm.documentKind(of: tokens) {
                assembly.report(.misreadKind, at: paragraph.stretch, [text.string(paragraph.stretch), kind.name])
            }
            return
        }
        let head = TokenText(text.head(of: paragraph.stretch.first, bytes: 160), in: text)
        let line = Line(
            kind: .text, range: paragraph.stretch.first, label: nil, cells: [], blankLinesBefore: 0,
            pageBreakBefore: false, isBold: paragraph.isBold, isCapitals: paragraph.isCapitals, isWhole: true, width: 0)
        let end = AppendixHead.end(in: head, of: line, text: text) ?? head.tokens.count
        let split = end < head.tokens.count ? head.tokens[end].range.lowerBound : paragraph.stretch.first.upperBound
        let name = text.trimmed(paragraph.stretch.first.lowerBound..<split)
        part.typeName = Self.trimmingSigns(text.string(name))
        if !AppendixHead.opens(head) {
            assembly.report(.misreadKind, at: Stretch(name), [text.string(name), AppendixHead.name])
        }
        claim(Stretch(name), "typeName", &assembly)
        let rest = Stretch(text.trimmed(split..<paragraph.stretch.first.upperBound), paragraph.stretch.more)
        if !rest.isEmpty { addTitle(rest, &assembly) }
    }

    /// Lines above the table of a page that is nothing else, and what each may hold, in bytes.
    private static let captionLines = 4
    private static let captionLength = 400

    /// Whether the first words of a page without any form are what its table is called.
    private func beginsWithCaption() -> Bool {
        guard !hasForm else { return false }
        for index in span.body.prefix(Self.captionLines + 1) {
            switch paragraphs[index].kind {
            case .row, .recoveredTable: return true
            case .text where paragraphs[index].stretch.length < Self.captionLength: continue
            default: return false
            }
        }
        return false
    }

    private func opensSubject(_ paragraph: Paragraph) -> Bool {
        title == nil
            && TokenText(text.head(of: paragraph.stretch.first, bytes: 40), in: text).firstMatch(Self.subjects, at: 0)
                != nil
    }

    private static let subjects = Phrase.list(["Về việc", "V/v"])

    /// Whether the first words below a letterhead whose kind no line names are a title: capitals, or `Về việc …`, above
    /// who decides, the recitals or the outline.
    private func beginsWithTitle() -> Bool {
        guard !span.head.isEmpty else { return false }
        let body = span.body.lazy.filter { ![.ruler, .pageNumber, .frame].contains(self.paragraphs[$0].kind) }
        guard let first = body.first, paragraphs[first].kind == .text else { return false }
        let head = TokenText(text.head(of: paragraphs[first].stretch.first, bytes: 40), in: text)
        guard paragraphs[first].isCapitals || head.firstMatch(Self.subjects, at: 0) != nil else { return false }
        return body.dropFirst().prefix(5).contains {
            switch paragraphs[$0].kind {
            case .recital, .labelled, .enacting, .authority, .body: return true
            default: return false
            }
        }
    }
}
