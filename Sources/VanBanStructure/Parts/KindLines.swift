import VanBanReading

/// Finds lines that name a kind of document though they are not alone in capitals: `Kế hoạch` in small letters, and
/// `KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2024` with the title on the same line. Their place tells: below a letterhead, or
/// above the note of what they were issued with.
struct KindLines {
    private let text: SourceText
    private let kinds: DocumentKindGazetteer

    init(_ text: SourceText, kinds: DocumentKindGazetteer = .standard) {
        self.text = text
        self.kinds = kinds
    }

    func settle(_ paragraphs: inout [Paragraph]) {
        var index = 0
        var sawKind = false
        while index < paragraphs.count {
            let paragraph = paragraphs[index]
            if paragraph.kind == .documentKind { sawKind = true }
            let isCandidate =
                paragraph.kind == .text || paragraph.kind == .recital || paragraph.kind == .body
                || paragraph.kind == .authority
            guard isCandidate, paragraph.stretch.first.count < 400, let found = kindName(paragraph)
            else {
                index += 1
                continue
            }
            let opens =
                isBelowHead(index, paragraphs, isFirst: !sawKind) || isAboveNote(index, paragraphs)
            guard opens else {
                index += 1
                continue
            }
            sawKind = true
            if found.end >= paragraph.stretch.first.upperBound, paragraph.stretch.more.isEmpty {
                paragraphs[index].kind = .documentKind
            } else {
                var kind = paragraph
                kind.kind = .documentKind
                kind.stretch = Stretch(paragraph.stretch.first.lowerBound..<found.end)
                kind.content = kind.stretch
                var title = paragraph
                title.kind = .text
                title.blankLinesBefore = 0
                title.stretch = Stretch(
                    text.trimmed(found.end..<paragraph.stretch.first.upperBound), paragraph.stretch.more)
                title.content = title.stretch
                paragraphs.replaceSubrange(index...index, with: [kind, title])
            }
            index += 1
        }
    }

    /// The kind that a paragraph begins with, where it stands alone or in capitals; the end of its words.
    private func kindName(_ paragraph: Paragraph) -> (end: Int, isAlone: Bool)? {
        let head = TokenText(text.head(of: paragraph.stretch.first, bytes: 120), in: text)
        guard let first = head.tokens.first, first.startsUpper, let found = kinds.kind(in: head, at: 0) else {
            return nil
        }
        let words = head.tokens[..<found.length]
        let isAlone = head.tokens.count == found.length && paragraph.stretch.more.isEmpty
        let isUpper = words.allSatisfy(\.isAllUpper)
        guard isAlone || (isUpper && found.length + 1 < head.tokens.count) else { return nil }
        // `NGHỊ QUYẾT SỐ 12 …` in a heading names another document.
        if !isAlone, head.tokens[found.length].key == WordKey.of("số") { return nil }
        return (head.tokens[found.length - 1].range.upperBound, isAlone)
    }

    private func isBelowHead(_ index: Int, _ paragraphs: [Paragraph], isFirst: Bool) -> Bool {
        var above = index - 1
        while above >= 0, paragraphs[above].kind == .ruler { above -= 1 }
        if above < 0 { return isFirst && followsAsDocument(index, paragraphs) }
        switch paragraphs[above].kind {
        case .number, .placeAndDate, .motto: return true
        case .text, .uncertain: return isFirst && above == 0 && repeats(paragraphs[above], paragraphs[index])
        default: return false
        }
    }

    /// Whether a heading ends with all the words of the line below it, as posts of a site print their titles twice.
    private func repeats(_ heading: Paragraph, _ paragraph: Paragraph) -> Bool {
        let words = TokenText(paragraph.stretch, in: text).tokens.map(\.key)
        let above = TokenText(heading.stretch, in: text).tokens.map(\.key)
        return words.count >= 4 && above.count >= words.count && above.suffix(words.count).elementsEqual(words)
    }

    /// At the very beginning, something of a document must follow.
    private func followsAsDocument(_ index: Int, _ paragraphs: [Paragraph]) -> Bool {
        paragraphs[(index + 1)...].prefix(6).contains {
            switch $0.kind {
            case .recital, .attachmentNote, .enacting, .authority: return true
            case .labelled: return $0.label?.series == .article || $0.label?.series == .roman
            default: return false
            }
        }
    }

    private func isAboveNote(_ index: Int, _ paragraphs: [Paragraph]) -> Bool {
        for paragraph in paragraphs[(index + 1)...].prefix(3) {
            switch paragraph.kind {
            case .attachmentNote: return true
            case .text, .recital, .ruler: continue
            default: return false
            }
        }
        return false
    }
}

/// The names of places that go on with a letterhead's body on a line of their own: `TỈNH BẮC GIANG`.
enum TerritoryLine {
    private static let nouns = Lexicon.phrases(.territoryNouns)

    static func matches(_ paragraph: Paragraph, in text: SourceText) -> Bool {
        guard paragraph.isCapitals, paragraph.kind == .text, paragraph.stretch.first.count < 90 else { return false }
        return TokenText(paragraph.stretch, in: text).firstMatch(nouns, at: 0) != nil
    }
}
