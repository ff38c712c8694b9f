import VanBanReading

/// The body or head that issued a cited document: what stands after `của`.
///
/// A body that the gazetteer knows takes the longest name it has there (`Sở Nông nghiệp và PTNT`). Any other name is
/// told by its words: a word with a capital, or one of the small words that such names are made of
/// (`Chủ tịch Ủy ban nhân dân tỉnh`). It ends before the first other word, before a mark of punctuation, and before the
/// words that open the document's subject.
struct CitationIssuer: Sendable {
    var name: String
    var tokens: Range<Int>

    /// The issuer that `của` at a token introduces; nil where no name follows.
    static func at(_ index: Int, in text: TokenText) -> CitationIssuer? {
        guard index < text.tokens.count, text.tokens[index].key == of else { return nil }
        let start = index + 1
        let end = nameEnd(from: start, in: text)
        guard end > start else { return nil }
        return CitationIssuer(name: text.string(start..<end), tokens: index..<end)
    }

    /// Where a name that begins at a token ends.
    static func nameEnd(from start: Int, in text: TokenText) -> Int {
        let end = plainEnd(from: start, in: text)
        return fieldEnd(from: start, plain: end, in: text) ?? end
    }

    /// Where the name of a council or committee ends that says what it is for (`Ủy ban Quốc gia về chuyển đổi số`, `Hội
    /// đồng phối hợp phổ biến, giáo dục pháp luật`), where other words would end it in the middle.
    private static func fieldEnd(from start: Int, plain: Int, in text: TokenText) -> Int? {
        guard plain > start, plain < text.tokens.count, let head = text.firstMatch(openHeads, at: start),
            text.firstMatch(fullHeads, at: start) == nil
        else { return nil }
        let isCut = text.tokens[plain].kind == .word && text.tokens[plain].key != AgencyKey.and
        guard isCut, !isClauseEnd(plain, in: text) || isField(plain, in: text) else { return nil }
        var index = max(plain, start + head.keys.count)
        var hasComma = false
        if isField(index, in: text) { index += 1 }
        while index < text.tokens.count, index - start < longestName {
            if isClauseEnd(index, in: text) { break }
            let token = text.tokens[index]
            if token.isSign(",") {
                hasComma = true
            } else if token.kind == .number {
                guard numbered.contains(text.tokens[index - 1].key) else { return nil }
            } else if token.kind != .word, !token.isSign("-") {
                break
            }
            index += 1
        }
        guard index - start < longestName, index > plain else { return nil }
        // Behind a comma the sentence may go on; a subject shows that it was the name.
        if hasComma, text.firstMatch(subjectOpeners, at: index) == nil { return nil }
        return index
    }

    /// `Quốc gia về`, `Trung ương về`, where another `về` opens the subject or none is to come.
    private static func isField(_ index: Int, in text: TokenText) -> Bool {
        guard text.key(index) == CitationHead.about, text.firstMatch(matters, at: index) == nil else { return false }
        // `Ủy ban Quốc gia về`, not `Hội đồng Giáo dục quốc gia về`.
        if text.firstMatch(nations, at: index - 2) == nations.first, text.tokens[index - 2].startsUpper { return true }
        guard text.firstMatch(nations, at: index - 2) != nil else { return false }
        let end = min(text.tokens.count, index + longestName)
        return ((index + 1)..<max(index + 1, end)).prefix { !text.isSign(";", at: $0) && !text.isSign(".", at: $0) }
            .contains { text.firstMatch(matters, at: $0) != nil }
    }

    private static func isClauseEnd(_ index: Int, in text: TokenText) -> Bool {
        if opensSubject(index, in: text) || text.firstMatch(clauseEnds, at: index) != nil { return true }
        return text.key(index) == CitationHead.numberWord && text.number(index + 1) != nil
    }

    /// Whether words that open a subject stand at a token; `giao thông` is a field.
    private static func opensSubject(_ index: Int, in text: TokenText) -> Bool {
        guard let opener = text.firstMatch(subjectOpeners, at: index) else { return false }
        return opener != handing || text.key(index + 1) != traffic
    }

    private static let handing = Phrase("giao")
    private static let traffic = WordKey.of("thông")

    private static let openHeads = Lexicon.phrases(.openIssuerHeads)
    /// Names that need nothing behind them.
    private static let fullHeads = Lexicon.phrases(.fullIssuerHeads)
    private static let nations = Phrase.list(["Quốc gia", "Trung ương", "Chỉ đạo"])
    private static let matters = Phrase.list(["về việc", "v/v", "ban hành"])
    private static let clauseEnds = Lexicon.phrases(.issuerClauseEnds)
    private static let whole = Lexicon.phrases(.wholeIssuers)

    private static func plainEnd(from start: Int, in text: TokenText) -> Int {
        var index = start
        var lastNoun = start
        var insideField = false
        while index < text.tokens.count, index - start < longestName {
            let token = text.tokens[index]
            if token.kind == .word {
                if opensSubject(index, in: text) { break }
                if token.startsUpper, let office = text.firstMatch(whole, at: index) {
                    index += office.keys.count
                    lastNoun = index
                    insideField = false
                    continue
                }
                if token.startsUpper {
                    let known = AgencyGazetteer.standard.longestMatch(in: text.tokens, at: index)
                    if known > 1 {
                        index += known
                        lastNoun = index
                        // Nothing goes on with these names: `của Chính phủ Ứng dụng …`.
                        if closes(at: index, in: text) { break }
                        insideField = text.tokens[index - 1].startsUpper && !text.tokens[index - 1].isAllUpper
                        continue
                    }
                }
                let goesOn = insideField && fieldWords.contains(token.key)
                insideField = goesOn || (token.startsUpper && !token.isAllUpper)
                if !token.startsUpper, !goesOn, !smallWords.contains(token.key) {
                    guard token.key == AgencyKey.and, joinsName(index, in: text) else { break }
                    index += 1
                    continue
                }
                index += 1
                lastNoun = index
            } else if token.kind == .number, index > start, numbered.contains(text.tokens[index - 1].key) {
                // `Quận 1`
                index += 1
                lastNoun = index
            } else if token.isSign("-") || token.key == ",", joinsName(index, in: text) {
                index += 1
            } else {
                break
            }
        }
        return lastNoun
    }

    /// Whether `và`, a comma or a dash stands inside the name of one body (`Văn hóa, Thể thao và Du lịch`).
    private static func joinsName(_ index: Int, in text: TokenText) -> Bool {
        text.firstMatch(nameParts, at: index + 1) != nil
    }

    private static let numbered = Lexicon.keys(.numberedPlaces)
    private static let closed = Lexicon.phrases(.closedIssuers)
    private static let closedEnds = Set(closed.compactMap(\.keys.last))
    private static let term = WordKey.of("khóa")

    /// Whether a name that ends before a token is whole.
    private static func closes(at end: Int, in text: TokenText) -> Bool {
        guard end < text.tokens.count, end > 1, text.tokens[end].kind == .word, text.tokens[end].key != term,
            closedEnds.contains(text.tokens[end - 1].key)
        else { return false }
        return closed.contains { end >= $0.keys.count && text.matches($0, at: end - $0.keys.count) }
    }

    private static let of = WordKey.of("của")
    private static let longestName = 24

    /// Words that open the subject of the document, in capitals or not.
    private static let subjectOpeners = Lexicon.phrases(.issuedSubjectOpeners)

    /// What follows `và`, a comma or a dash inside the name of one ministry or department.
    private static let nameParts = Lexicon.phrases(.issuerNameParts)

    /// Small words of bodies' and heads' names.
    private static let smallWords = Lexicon.keys(.issuerSmallWords)

    /// Words that go on with the name of a field which a capital opens (`Lao động`, `Giao thông vận tải`).
    private static let fieldWords = Lexicon.keys(.issuerFieldWords)
}
