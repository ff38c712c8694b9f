import VanBanReading

/// The name of a document as web sites list them: kind and number, year and subject without `số` and `ngày` between
/// (`Quyết định 2944/QĐ-UBND năm 2020 về Kế hoạch cải cách hành chính`). Documents themselves write `Quyết định số …`.
enum SiteLink {
    private static let year = WordKey.of("năm")

    static func matches(_ range: Range<Int>, in text: SourceText) -> Bool { number(of: range, in: text) != nil }

    /// The number of the document that a line names; nil where it is no such line.
    static func number(of range: Range<Int>, in text: SourceText) -> String? {
        guard range.count < 900 else { return nil }
        let head = text.head(of: range, bytes: 200)
        // Hardly a line begins with the kind of a document.
        guard let first = TokenText.first(of: head, in: text),
            first.kind != .word || first.startsUpper && DocumentKindGazetteer.standard.mayBegin(with: first)
        else { return nil }
        return name(TokenText(head, in: text))?.number
    }

    /// What a document is about by its name in such a list, without kind, number and year.
    static func subject(of name: String) -> String? {
        let source = SourceText.literal(name)
        let tokens = TokenText(0..<source.bytes.count, in: source)
        guard var rest = Self.name(tokens)?.end else { return name }
        if rest + 1 < tokens.tokens.count, tokens.tokens[rest].key == year, tokens.tokens[rest + 1].kind == .number {
            rest += 2
        }
        return rest < tokens.tokens.count ? tokens.string(rest..<tokens.tokens.count) : nil
    }

    /// The number in a name of that kind, and the token behind it.
    private static func name(_ tokens: TokenText) -> (number: String, end: Int)? {
        var index = 0
        while index < tokens.tokens.count, index < 3, tokens.tokens[index].kind != .word { index += 1 }
        guard let kind = DocumentKindGazetteer.standard.kind(in: tokens, at: index), tokens.tokens[index].startsUpper,
            let number = DocumentNumber.at(index + kind.length, in: tokens), number.digits != nil
        else { return nil }
        let rest = number.tokens.upperBound
        // A sentence goes on with a comma or a small word that is no year (`Quyết định 12/QĐ-UBND ngày …`).
        guard rest < tokens.tokens.count else { return (number.text, rest) }
        let next = tokens.tokens[rest]
        return next.key == year || next.kind == .number || next.startsUpper || isSubject(next)
            ? (number.text, rest) : nil
    }

    private static let subjects = Lexicon.keys(.linkSubjects)

    private static func isSubject(_ token: Token) -> Bool { subjects.contains(token.key) }
}
