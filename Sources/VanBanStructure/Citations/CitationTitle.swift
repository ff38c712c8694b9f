import VanBanReading

/// The subject of a cited document, which stands after its issuer: `về việc …`, `ban hành …`, `quy định …`.
///
/// The first citation of a document gives its subject (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, chương II, mục 6).
/// It runs to the end of the clause; words that merely go on with the sentence open none.
enum CitationTitle {
    /// The tokens of the subject that begins at a token and ends at the latest before another; nil where none begins.
    static func range(from end: Int, limit: Int, type: String, in text: TokenText) -> Range<Int>? {
        let hasComma = end < text.tokens.count && text.tokens[end].isSign(",")
        let start = hasComma && text.firstMatch(plainOpeners, at: end + 1) != nil ? end + 1 : end
        guard let opener = text.firstMatch(openers, at: start) ?? planOpener(at: start, type: type, in: text)
        else { return nil }
        let after = start + opener.keys.count
        if text.firstMatch(noSubjects, at: after) != nil { return nil }
        var index = after
        while index < limit {
            let token = text.tokens[index]
            if let end = abbreviationEnd(at: index, in: text), end <= limit {
                index = end
                continue
            }
            if token.isSign(";") || token.isSign("(") || token.isSign(")") || token.isSign("*") { break }
            if text.firstMatch(ends, at: index) != nil || opensSentence(after: index, in: text) { break }
            if token.isSign("."), index + 1 == text.tokens.count || text.tokens[index + 1].gapBefore != .none { break }
            if token.isSign("."), text.tokens[index + 1].isSign("/") { break }
            index += 1
        }
        while index > after, text.tokens[index - 1].isSign(",") || text.tokens[index - 1].key == AgencyKey.and {
            index -= 1
        }
        guard index > after, index - start <= longest else { return nil }
        return start..<index
    }

    /// Whether the sentence goes on behind a comma, with a body and what it does: `, Sở Nội vụ xây dựng báo cáo`.
    private static func opensSentence(after comma: Int, in text: TokenText) -> Bool {
        let start = comma + 1
        guard text.tokens[comma].isSign(","), start < text.tokens.count, text.tokens[start].startsUpper else {
            return false
        }
        let end = CitationIssuer.nameEnd(from: start, in: text)
        guard end > start + 1, text.firstMatch(deeds, at: end) != nil else { return false }
        return AgencyGazetteer.standard.longestMatch(in: text.tokens, at: start) > 1
            || AgencyWords.heads.stands(in: text, at: start) || AgencyWords.capitalHeads.stands(in: text, at: start)
    }

    /// A plan or a programme says what it carries out (`triển khai …`); after a decree the same words are the sentence's.
    private static func planOpener(at start: Int, type: String, in text: TokenText) -> Phrase? {
        type == "Kế hoạch" || type == "Chương trình" ? text.firstMatch(planOpeners, at: start) : nil
    }

    /// The token after a bracketed abbreviation or word (`(PAPI)`, `(mẫu)`) or years (`(2021 - 2025)`), which are part of
    /// the subject; other brackets are remarks on it.
    private static func abbreviationEnd(at index: Int, in text: TokenText) -> Int? {
        let tokens = text.tokens
        guard index + 2 < tokens.count, tokens[index].isSign("(") else { return nil }
        if tokens[index + 1].kind == .word, tokens[index + 2].isSign(")") { return index + 3 }
        guard index + 4 < tokens.count, tokens[index + 1].range.count == 4, tokens[index + 1].kind == .number,
            tokens[index + 2].isSign("-") || tokens[index + 2].isSign("–"), tokens[index + 3].kind == .number,
            tokens[index + 4].isSign(")")
        else { return nil }
        return index + 5
    }

    private static let openers = Lexicon.phrases(.titleOpeners)
    /// What opens a subject behind a comma, too.
    private static let plainOpeners = Phrase.list(["về việc", "v/v"])
    private static let planOpeners = Phrase.list(["triển khai", "thực hiện", "tổ chức"])
    /// What makes of `quy định` and `hướng dẫn` words of the sentence.
    private static let noSubjects = Lexicon.phrases(.noSubjects)
    /// What goes on with the sentence and not with the subject.
    private static let ends = Lexicon.phrases(.titleEnds)
    /// What a body does that begins the sentence.
    private static let deeds = Lexicon.phrases(.sentenceDeeds)
    private static let longest = 120
    /// How far behind a citation its subject may reach.
    static let farthest = longest + 8
}
