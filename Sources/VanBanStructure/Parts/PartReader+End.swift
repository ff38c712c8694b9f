import VanBanModel
import VanBanReading

/// The end of a part: its recipients, its signing block, and what stands behind them.
extension PartReader {
    private static let archive = Phrase("Lưu")
    /// What the first recipient is where the text names them before (NĐ 30/2020/NĐ-CP, Phụ lục I, II.9).
    private static let named = Phrase.list(["Như Điều", "Như trên"])

    /// Whether a dash begins the recipients though their head is lost: `- Như Điều 3;` above another or the signing block.
    func opensRecipients(_ paragraph: Paragraph, at index: Int) -> Bool {
        guard paragraph.label?.series == .bullet, paragraph.stretch.length < 60, part.recipients.isEmpty,
            TokenText(paragraph.content, in: text).firstMatch(Self.named, at: 0) != nil,
            index + 1 < span.body.upperBound
        else { return false }
        let next = paragraphs[index + 1]
        return next.kind == .authority || next.kind == .body || next.label?.series == .bullet
    }

    mutating func readRecipients(_ paragraph: Paragraph, at index: Int, _ assembly: inout Assembly) {
        switch paragraph.kind {
        case .authority, .body:
            state = .signature
            readSignature(paragraph, at: index, &assembly)
        case .labelled where paragraph.label?.series == .bullet || paragraph.label?.series == .plus:
            addRecipient(paragraph, &assembly)
        case .recipientsHead: readRecipientsHead(paragraph, &assembly)
        default:
            if isBehindArchive(paragraph) || paragraph.blankLinesBefore > 0, takesRestoredName(paragraph, &assembly) {
                return
            }
            if paragraph.isCapitals, !TerminalSign.ends(paragraph.lastRange, in: text) {
                state = .signature
                readSignature(paragraph, at: index, &assembly)
            } else if PersonName.matches(paragraph.stretch, in: text), paragraph.blankLinesBefore > 0 {
                state = .signature
                readSignature(paragraph, at: index, &assembly)
            } else if paragraph.blankLinesBefore > 1 && !part.recipients.isEmpty || isBehindArchive(paragraph) {
                state = .after
                readAfter(paragraph, at: index, &assembly)
            } else {
                addRecipient(paragraph, &assembly)
            }
        }
    }

    /// The archive's copy is the last of the recipients (NĐ 30/2020/NĐ-CP, Phụ lục I, II.9): what stands behind it is none,
    /// but for the marks of its own drafters (`Lưu: VT, KGVX,⏎NC (2b).`).
    private func isBehindArchive(_ paragraph: Paragraph) -> Bool {
        guard paragraph.label == nil, let last = lastRecipient, last.label != nil,
            TokenText(last.content, in: text).matches(Self.archive, at: 0)
        else { return false }
        let tokens = TokenText(paragraph.stretch, in: text).tokens
        let isMarks = tokens.allSatisfy { $0.kind != .word || $0.isAllUpper || $0.range.count == 1 }
        return !isMarks && !OpenEnd.stands(at: last.lastRange, in: text)
    }

    /// The recipients of a line: one, or several whose dashes stand behind semicolons (`…;- …`).
    mutating func addRecipient(_ paragraph: Paragraph, _ assembly: inout Assembly) {
        // A line without a dash below one with a dash that ends in a comma.
        let isListed =
            lastRecipient.map {
                $0.label != nil && paragraph.blankLinesBefore == 0 && text.lastSign(of: $0.lastRange) == 0x2C
            } ?? false
        lastRecipient = paragraph
        let goesOn = LetterCase.startsLower(paragraph.stretch.first, in: text) || paragraph.isCapitals || isListed
        if paragraph.label == nil, goesOn, !part.recipients.isEmpty {
            part.recipients[part.recipients.count - 1] +=
                (isListed ? ", " : " ") + Self.trimmingEnd(text.string(paragraph.content))
            claim(paragraph.stretch, "recipients[\(part.recipients.count - 1)]", &assembly)
            return
        }
        let pieces = paragraph.content.split(at: furtherRecipients(in: paragraph.content), in: text)
        // A dash alone, or with dots behind it, is a recipient left blank.
        guard pieces.contains(where: { !recipient(in: $0).isEmpty }) else {
            return keep(paragraph.stretch, as: .recipients, &assembly)
        }
        if let label = paragraph.label {
            let sign = Stretch(label.range)
            // A dash says nothing; a number does, and a recipient has no field for it.
            if text.string(sign).contains(where: { $0.isLetter || $0.isNumber }) {
                keep(sign, as: .recipients, &assembly)
            } else {
                claim(sign, "recipients[\(part.recipients.count)]", &assembly)
            }
        }
        add(pieces, &assembly)
    }

    private mutating func add(_ recipients: [Stretch], _ assembly: inout Assembly) {
        for piece in recipients {
            let entry = recipient(in: piece)
            guard !entry.isEmpty else {
                keep(piece, as: .recipients, &assembly)
                continue
            }
            part.recipients.append(entry)
            claim(piece, "recipients[\(part.recipients.count - 1)]", &assembly)
        }
    }

    /// `Nơi nhận:`, and the recipients that stand behind it on its line: `Nơi nhận: Như Điều 3; Sở Nội vụ; Lưu: VT.`
    mutating func readRecipientsHead(_ paragraph: Paragraph, _ assembly: inout Assembly) {
        let tokens = TokenText(paragraph.stretch, in: text).tokens
        guard let colon = tokens.firstIndex(where: { $0.isSign(":") }), colon + 1 < tokens.count else {
            return keep(paragraph.stretch, as: .recipients, &assembly)
        }
        let further = tokens.indices.dropFirst(colon + 2).filter { tokens[$0 - 1].isSign(";") }
        let places = [colon + 1] + further.filter { $0 + 1 < tokens.count }
        let pieces = paragraph.stretch.split(at: places.map { tokens[$0].range.lowerBound }, in: text)
        guard let head = pieces.first, pieces.count > 1 else {
            return keep(paragraph.stretch, as: .recipients, &assembly)
        }
        keep(head, as: .recipients, &assembly)
        lastRecipient = paragraph
        add(Array(pieces.dropFirst()), &assembly)
    }

    /// The recipient that a stretch names; nothing where it holds no word.
    private func recipient(in stretch: Stretch) -> String {
        let entry = Self.trimmingEnd(text.string(stretch)).drop { "-– ".contains($0) }
        return entry.contains { $0.isLetter || $0.isNumber } ? String(entry) : ""
    }

    /// Where the dashes of further recipients stand, right behind semicolons.
    private func furtherRecipients(in stretch: Stretch) -> [Int] {
        let tokens = TokenText(stretch, in: text).tokens
        return tokens.indices.dropFirst(2).filter {
            (tokens[$0].isSign("-") || tokens[$0].isSign("–")) && tokens[$0 - 1].isSign(";") && $0 + 1 < tokens.count
                && tokens[$0 + 1].kind == .word
        }.map { tokens[$0].range.lowerBound }
    }

    mutating func readSignature(_ paragraph: Paragraph, at index: Int, _ assembly: inout Assembly) {
        switch signature.take(paragraph, in: text) {
        case .part:
            claim(paragraph.stretch, "signature", &assembly)
            if signature.isComplete { state = .after }
        case .signedMark: keep(paragraph.stretch, as: .signed, &assembly)
        case .remark: keep(paragraph.stretch, as: .status, &assembly)
        case .other:
            if signature.isOpen, takesRestoredName(paragraph, &assembly) { return }
            if isFurtherRecipient(paragraph) {
                addRecipient(paragraph, &assembly)
                return
            }
            state = .after
            readAfter(paragraph, at: index, &assembly)
        }
    }

    /// Whether a line is a recipient though the signing block has begun: on pages both stand side by side, and the archive's
    /// copy, which is the last, is still to come.
    private func isFurtherRecipient(_ paragraph: Paragraph) -> Bool {
        guard paragraph.label?.series == .bullet, !part.recipients.isEmpty, paragraph.stretch.length < 160,
            let last = lastRecipient, last.label?.series == .bullet,
            !TokenText(last.content, in: text).matches(Self.archive, at: 0)
        else { return false }
        return text.lastSign(of: paragraph.lastRange) == 0x3B
            || TokenText(paragraph.content, in: text).matches(Self.archive, at: 0)
    }

    /// Takes a line as the name of who signs, where it has lost its first letter; that is told.
    private mutating func takesRestoredName(_ paragraph: Paragraph, _ assembly: inout Assembly) -> Bool {
        guard paragraph.label == nil, paragraph.lineCount == 1,
            let whole = NamedPerson.restored(paragraph.stretch, in: text)
        else { return false }
        signature.take(paragraph.stretch, restoredTo: whole)
        claim(paragraph.stretch, "signature", &assembly)
        assembly.report(.lostLetters, at: paragraph.stretch, [text.string(paragraph.stretch)])
        state = .after
        return true
    }

    mutating func readAfter(_ paragraph: Paragraph, at index: Int, _ assembly: inout Assembly) {
        switch paragraph.kind {
        case .recipientsHead where part.recipients.isEmpty:
            readRecipientsHead(paragraph, &assembly)
            state = .recipients
        case .labelled where isFurtherRecipient(paragraph):
            addRecipient(paragraph, &assembly)
        case .labelled where outline.isEmpty || paragraph.label?.series == .article:
            state = .body
            readBody(paragraph, at: index, &assembly)
        case .text where SignatureReader.isDigitalMark(paragraph.stretch, in: text):
            keep(paragraph.stretch, as: .signed, &assembly)
        default:
            outline.add(paragraph, to: &assembly, isStray: true)
            assembly.report(.strayText, at: paragraph.stretch, [assembly.excerpt(paragraph.stretch)])
        }
    }
}
