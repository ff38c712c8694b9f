import VanBanReading

/// The number of a document that a line's end cut behind a stroke or a dash: `118/2025/NĐ-⏎CP`, `1490/⏎QĐ-TTg`.
enum CutSigns {
    /// Whether what stands before a line's end and what begins the next are one number.
    static func areCut(between before: Range<Int>, and line: Range<Int>, in text: SourceText) -> Bool {
        guard let last = before.last, text.bytes[last] == 0x2D || text.bytes[last] == 0x2F else { return false }
        let tokens = TokenText(text.tail(of: before, bytes: 40), in: text)
        let end = tokens.tokens.count
        guard end > 2, tokens.isGlued(end - 1) else { return false }
        let next = TokenText(text.head(of: line, bytes: 24), in: text)
        guard let first = next.tokens.first, first.kind == .word, first.range.count >= 2,
            DocumentNumber.isSignWord(text.string(first.range))
        else { return false }
        if tokens.tokens[end - 2].kind == .number { return isBehindFigures(tokens, next) }
        // `QĐ-⏎TTg`
        return tokens.isGlued(end - 2) && DocumentNumber.isSignWord(text.string(tokens.tokens[end - 2].range))
            && (tokens.isSign("/", at: end - 3) || tokens.isSign("-", at: end - 3)) && tokens.isGlued(end - 3)
            && end > 3
    }

    /// `số 1490/⏎QĐ-TTg`, `61/2018/⏎NĐ-CP`: figures alone may be anything, so the letters must be a kind's and go on.
    private static func isBehindFigures(_ tokens: TokenText, _ next: TokenText) -> Bool {
        let end = tokens.tokens.count
        let isNamed =
            tokens.key(end - 3) == CitationHead.numberWord
            || tokens.isGlued(end - 2) && tokens.isSign("/", at: end - 3) && tokens.year(end - 2) != nil
        let letters = next.source.string(next.tokens[0].range)
        let goesOn = next.isGlued(1) && (next.isSign("-", at: 1) || next.isSign("/", at: 1))
        return isNamed && (goesOn && CitedKind.all.type(ofSign: letters) != nil || letters.hasPrefix("QH"))
    }
}
