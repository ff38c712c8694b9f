import VanBanModel
import VanBanReading

/// What a form to fill in opens with: its number (`Mẫu số 03`), or the letterhead of who is to fill it in.
struct FormHead {
    let text: SourceText
    private static let words = Lexicon.phrases(.formWords)
    private static let numberWord = WordKey.of("số")
    /// Titles of what somebody applies with, reports on himself or signs for himself.
    private static let applications = Lexicon.phrases(.applicationTitles)
    private static let placeholder = WordKey.of("tên")

    /// The number of the form whose line this is, as printed: `03`, `1.1`, `01/KN`, `2a`; nil where it is no such line.
    func number(of paragraph: Paragraph) -> String? {
        switch paragraph.kind {
        case .text, .attachmentNote: break
        default: return nil
        }
        // `Mẫu`, `Biểu mẫu`: cheap, since every paragraph is asked.
        let byte = paragraph.stretch.first.first.map { text.bytes[$0] }
        guard byte == 0x4D || byte == 0x42, paragraph.stretch.length < 300 else { return nil }
        let head = TokenText(text.head(of: paragraph.stretch.first, bytes: 120), in: text)
        guard let first = head.tokens.first, first.startsUpper, let word = head.firstMatch(Self.words, at: 0) else {
            return nil
        }
        var index = word.keys.count
        var isNumbered = false
        if index < head.tokens.count, head.tokens[index].key == Self.numberWord {
            isNumbered = true
            index += 1
            if index < head.tokens.count, head.tokens[index].isSign(":") { index += 1 }
        }
        let start = index
        while index < head.tokens.count, index - start < 8, isPart(head.tokens[index], at: index, from: start, in: head)
        {
            index += 1
        }
        // A sign that ends the number is none of it.
        while index > start, case .sign = head.tokens[index - 1].kind { index -= 1 }
        guard index > start, head.tokens[start..<index].contains(where: { $0.kind == .number }) || isNumbered else {
            return nil
        }
        guard index < head.tokens.count else { return head.string(start..<index) }
        let next = head.tokens[index]
        let opensTitle = next.isSign("-") || next.isSign(":") || next.isSign(".") || next.isSign("(")
        let goesOn =
            opensTitle || next.kind == .word && next.startsUpper
            || head.firstMatch(LineClassifier.attachments, at: index) != nil
        guard goesOn, text.lastSign(of: paragraph.lastRange) != 0x3B else { return nil }
        return head.string(start..<index)
    }

    /// Whether a token belongs to the number that began at another: letters and signs only where they are joined to it.
    private func isPart(_ token: Token, at index: Int, from start: Int, in head: TokenText) -> Bool {
        if index == start {
            if token.kind == .number { return token.range.count <= 3 }
            return token.kind == .word && RomanNumeral.value(head.source.string(token.range)) != nil
                || token.kind == .word && token.isAllUpper && token.range.count <= 3
        }
        return token.gapBefore == .none
    }

    /// Whether the words below a letterhead are those of an application.
    func opensApplication(_ paragraph: Paragraph) -> Bool {
        let head = TokenText(text.head(of: paragraph.stretch.first, bytes: 60), in: text)
        guard head.tokens.first?.startsUpper == true else { return false }
        return head.firstMatch(Self.applications, at: 0) != nil
            && (paragraph.isCapitals || paragraph.stretch.length < 90)
    }

    /// Whether a line of a letterhead stands for a name that is to be filled in: `TÊN CƠ QUAN`, `………`, `(Tên đơn vị)`.
    func isPlaceholder(_ paragraph: Paragraph) -> Bool {
        let tokens = TokenText(text.head(of: paragraph.stretch.first, bytes: 60), in: text).tokens
        let first = tokens.first { $0.kind == .word }
        let opensWithDots = tokens.first.map { $0.isSign(".") || $0.key == "…" || $0.isSign("_") } ?? false
        switch paragraph.kind {
        case .body, .text, .authority:
            return opensWithDots && tokens.count > 2 || first?.key == Self.placeholder || endsWithDots(paragraph)
        case .placeAndDate: return opensWithDots
        default: return false
        }
    }

    /// `SỞ ……`
    private func endsWithDots(_ paragraph: Paragraph) -> Bool {
        let tail = text.string(text.tail(of: paragraph.lastRange, bytes: 9))
        return tail.hasSuffix("…") || tail.hasSuffix("....")
    }
}
