import VanBanReading

/// How far the lines of a text are those of a document: where its form begins, and where it ends.
struct DocumentForm {
    enum Strength { case none, soft, hard }

    /// The last line that the form of a document has: of its signing block, its recipients, or the `./.`.
    var end: Int? { ends.last }
    /// All lines of that kind, in order.
    private(set) var ends: [Int] = []

    init(_ lines: [Line], besides taken: [Bool], in text: SourceText) {
        var signs = 0
        var receives = false
        for (index, line) in lines.enumerated() where !taken[index] {
            switch line.kind {
            case .ruler, .pageNumber, .runningHead: continue
            case .recipientsHead:
                receives = true
                ends.append(index)
            case .authority:
                signs = 10
                receives = false
                ends.append(index)
            // A signing block does not go on in what follows.
            case .motto, .number, .documentKind, .appendixHead:
                signs = 0
                receives = false
                if Self.closes(line.range, in: text) { ends.append(index) }
            case .labelled where receives && (line.label?.series == .bullet || line.label?.series == .plus):
                ends.append(index)
            default:
                if Self.closes(line.range, in: text) {
                    ends.append(index)
                    continue
                }
                if receives, line.blankLinesBefore == 0, LetterCase.startsLower(line.range, in: text) {
                    ends.append(index)
                    continue
                }
                receives = false
                if signs > 0 {
                    signs -= 1
                    let isMark = SignatureReader.isSigned(Stretch(line.range), in: text)
                    let isName = PersonName.matches(Stretch(line.range), in: text)
                    if isMark || isName || line.isCapitals { ends.append(index) }
                    if isName, !line.isCapitals { signs = 0 }
                }
            }
        }
    }

    /// Whether a line ends with the `./.` that closes a document.
    static func closes(_ range: Range<Int>, in text: SourceText) -> Bool {
        var signs: [UInt8] = []
        var end = range.upperBound
        while end > range.lowerBound, signs.count < 3 {
            let byte = text.bytes[end - 1]
            if !CharacterClass.isSpace(byte), byte != 0x22, byte != 0x2A { signs.append(byte) }
            end -= 1
        }
        return signs == [0x2E, 0x2F, 0x2E] || signs.prefix(2) == [0x2E, 0x2F]
    }

    /// Whether a line opens a document or an appendix.
    static func opens(_ line: Line) -> Bool {
        switch line.kind {
        case .motto, .number, .placeAndDate, .body, .documentKind, .appendixHead: return true
        default: return false
        }
    }

    private static let basis = Phrase("Căn cứ")

    /// Whether a line is of a document's form, and of nothing else (`hard`).
    static func strength(of line: Line, in text: SourceText) -> Strength {
        switch line.kind {
        case .motto, .appendixHead, .attachmentNote, .enacting, .recipientsHead, .number, .appendixNotice, .footnote,
            .recoveredTable:
            return .hard
        case .recital:
            return TokenText(text.head(of: line.range, bytes: 24), in: text).matches(basis, at: 0) ? .hard : .none
        case .labelled:
            switch line.label?.series {
            case .article, .chapter, .partition, .roman: return .hard
            default: return closes(line.range, in: text) ? .hard : .none
            }
        case .row: return line.cells.filter { !$0.isEmpty }.count >= 3 ? .hard : .none
        case .documentKind, .placeAndDate, .addressee, .body, .authority, .stamp: return .soft
        default: return closes(line.range, in: text) ? .hard : .none
        }
    }
}
