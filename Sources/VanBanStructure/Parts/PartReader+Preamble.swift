import VanBanModel
import VanBanReading

/// The preamble: who issues, what the part was issued with, the recitals and the formula below them.
extension PartReader {
    mutating func readPreamble(_ paragraph: Paragraph, at index: Int, _ assembly: inout Assembly) {
        switch paragraph.kind {
        case .recital where part.kind != .appendix: addBasis(paragraph, &assembly)
        case .authority, .body:
            if part.legalBases.isEmpty, outline.isEmpty || isAboveRecital(index), !signsForAnother(paragraph) {
                takeIssuer(paragraph, &assembly)
            } else {
                state = .body
                readBody(paragraph, at: index, &assembly)
            }
        case .attachmentNote where part.attachedTo == nil: readAttachmentNote(paragraph, &assembly)
        case .enacting, .documentKind:
            keep(paragraph.stretch, as: .enacting, &assembly)
            state = .body
        case .text where !part.legalBases.isEmpty && startsWithDocument(paragraph): addBasis(paragraph, &assembly)
        case .labelled where part.kind != .appendix && isDashedRecital(paragraph): addBasis(paragraph, &assembly)
        case .text where isReason(paragraph, at: index), .labelled where isReason(paragraph, at: index):
            addBasis(paragraph, &assembly)
        case .text, .recital:
            takeIssuer(ofSentence: paragraph)
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
            readBody(paragraph, at: index, &assembly)
        }
    }

    private static let issues = Phrase("ban hành")

    /// `Chính phủ ban hành Nghị định …` below the recitals of a document without a letterhead.
    private mutating func takeIssuer(ofSentence paragraph: Paragraph) {
        guard part.issuer == nil, part.letterhead.isEmpty, !part.legalBases.isEmpty else { return }
        let head = TokenText(text.head(of: paragraph.stretch.first, bytes: 200), in: text)
        let length = AgencyGazetteer.standard.longestMatch(in: head.tokens, at: 0)
        guard length > 0, head.matches(Self.issues, at: length),
            kinds.kind(in: head, at: length + Self.issues.keys.count) != nil
        else { return }
        part.issuer = head.string(0..<length)
    }

    /// The recitals of a paragraph: one, or several behind each other (`Căn cứ …; Căn cứ …;`).
    mutating func addBasis(_ paragraph: Paragraph, _ assembly: inout Assembly) {
        var opening: OutlineLabel?
        if let label = paragraph.label {
            switch label.series {
            case .arabic, .arabicBracket, .point:
                // Recitals that are counted.
                assembly.ledger.claim(Stretch(label.range), for: .furniture(.markup))
            default:
                claim(Stretch(label.range), "legalBases[\(part.legalBases.count)]", &assembly)
                opening = label.series == .bullet || label.series == .plus ? nil : label
            }
        }
        let starts = RecitalWords.starts(in: paragraph.content, text)
        for piece in paragraph.content.split(at: starts, in: text) {
            addBasis(piece, behind: opening, &assembly)
            opening = nil
        }
    }

    /// - Parameter label: one of the outline's that stands before the words, which no recital has by rule.
    private mutating func addBasis(_ stretch: Stretch, behind label: OutlineLabel?, _ assembly: inout Assembly) {
        let words = Self.trimmingEnd(text.string(stretch))
        part.legalBases.append(
            LegalBasis(
                text: label.map { text.string($0.range) + " " + words } ?? words,
                location: text.location(of: stretch.hull)))
        let index = part.legalBases.count - 1
        claim(stretch, "legalBases[\(index)]", &assembly)
        assembly.passages.append(
            .init(stretch: stretch, part: number, place: .basis, basis: (number - 1, index)))
    }

    /// `Để đáp ứng yêu cầu …;`, `Trên cơ sở …`: a reason among the recitals, or right above the formula.
    private func isReason(_ paragraph: Paragraph, at index: Int) -> Bool {
        guard !part.legalBases.isEmpty, outline.isEmpty, RecitalWords.giveReason(paragraph, in: text) else {
            return false
        }
        for next in paragraphs[(index + 1)..<max(index + 1, span.body.upperBound)] {
            switch next.kind {
            case .ruler, .pageNumber, .runningHead: continue
            case .recital, .enacting, .documentKind: return true
            default: return isDashedRecital(next)
            }
        }
        return false
    }

    /// Whether a line is the last one above the recitals.
    private func isAboveRecital(_ index: Int) -> Bool {
        for paragraph in paragraphs[(index + 1)..<max(index + 1, span.body.upperBound)] {
            switch paragraph.kind {
            case .ruler, .pageNumber, .body, .authority: continue
            default: return paragraph.kind == .recital || isDashedRecital(paragraph)
            }
        }
        return false
    }

    /// `- Căn cứ Luật …`: a recital with a dash, where no outline has begun.
    private func isDashedRecital(_ paragraph: Paragraph) -> Bool {
        guard paragraph.label?.series == .bullet, outline.isEmpty || !part.legalBases.isEmpty else { return false }
        return RecitalWords.open(paragraph, in: text)
    }

    func startsWithDocument(_ paragraph: Paragraph) -> Bool {
        let head = TokenText(text.head(of: paragraph.stretch.first, bytes: 80), in: text)
        return kinds.kind(in: head, at: 0) != nil && text.lastSign(of: paragraph.lastRange) == 0x3B
    }
}
