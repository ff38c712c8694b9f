import VanBanModel
import VanBanReading

/// The end of a part: its recipients, its signing block, and what stands behind them.
extension PartReader {
    mutating func readRecipients(_ paragraph: Paragraph, at index: Int, _ assembly: inout Assembly) {
        switch paragraph.kind {
        case .authority, .body:
            state = .signature
            readSignature(paragraph, at: index, &assembly)
        case .labelled where paragraph.label?.series == .bullet || paragraph.label?.series == .plus:
            addRecipient(paragraph, &assembly)
        case .recipientsHead: keep(paragraph.stretch, as: .recipients, &assembly)
        default:
            if paragraph.isCapitals, !TerminalSign.ends(paragraph.lastRange, in: text) {
                state = .signature
                readSignature(paragraph, at: index, &assembly)
            } else if PersonName.matches(paragraph.stretch, in: text), paragraph.blankLinesBefore > 0 {
                state = .signature
                readSignature(paragraph, at: index, &assembly)
            } else if paragraph.blankLinesBefore > 1, !part.recipients.isEmpty {
                state = .after
                readAfter(paragraph, at: index, &assembly)
            } else {
                addRecipient(paragraph, &assembly)
            }
        }
    }

    /// The recipients of a line: one, or several whose dashes stand behind semicolons (`…;- …`).
    mutating func addRecipient(_ paragraph: Paragraph, _ assembly: inout Assembly) {
        let goesOn = LetterCase.startsLower(paragraph.stretch.first, in: text) || paragraph.isCapitals
        if paragraph.label == nil, goesOn, !part.recipients.isEmpty {
            part.recipients[part.recipients.count - 1] += " " + Self.trimmingEnd(text.string(paragraph.content))
            claim(paragraph.stretch, "recipients[\(part.recipients.count - 1)]", &assembly)
            return
        }
        // A dash alone, or with dots behind it, is a recipient left blank.
        guard !TokenText(paragraph.content, in: text).tokens.allSatisfy({ $0.kind != .word && $0.kind != .number })
        else { return keep(paragraph.stretch, as: .recipients, &assembly) }
        if let label = paragraph.label {
            claim(Stretch(label.range), "recipients[\(part.recipients.count)]", &assembly)
        }
        let pieces = paragraph.content.split(at: furtherRecipients(in: paragraph.content), in: text)
        for piece in pieces { addRecipient(piece, &assembly) }
    }

    private mutating func addRecipient(_ stretch: Stretch, _ assembly: inout Assembly) {
        var entry = Self.trimmingEnd(text.string(stretch))
        while let first = entry.first, "-– ".contains(first) { entry.removeFirst() }
        part.recipients.append(entry)
        claim(stretch, "recipients[\(part.recipients.count - 1)]", &assembly)
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
            state = .after
            readAfter(paragraph, at: index, &assembly)
        }
    }

    mutating func readAfter(_ paragraph: Paragraph, at index: Int, _ assembly: inout Assembly) {
        switch paragraph.kind {
        case .recipientsHead where part.recipients.isEmpty:
            keep(paragraph.stretch, as: .recipients, &assembly)
            state = .recipients
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
