import VanBanReading

/// What stands before a number: `Quyết định số`, `Công văn`, `Quyết định của Thủ tướng Chính phủ số`.
struct CitationHead {
    /// The kind as named; nil where only `số` or nothing stands there.
    private(set) var type: String?
    /// The token with which the citation begins.
    private(set) var start: Int
    /// Whether `số` or the kind says that what follows is a number.
    private(set) var isNamed: Bool
    /// The issuer, where it is named before the number.
    private(set) var issuer: String?

    init(before index: Int, sign: DocumentNumber, in text: TokenText) {
        start = index
        isNamed = false
        if let word = Self.numberWordStart(before: index, in: text) {
            start = word
            isNamed = true
        }
        let signType = CitedKind.all.type(ofSign: sign.kindLetters)
        if let name = Self.name(before: start, in: text) {
            // In small letters and without `số`, `theo quy định 02/2017/TT-…` is a verb, and the sign knows better.
            let isVerb = !isNamed && !text.tokens[name.start].startsUpper && signType != nil
            type = isVerb ? signType : name.type
            if !isVerb || signType == name.type { start = name.start }
            isNamed = true
        } else if isNamed, let far = Self.farName(before: start, signType: signType, in: text) {
            type = far.type
            start = far.start
            issuer = far.issuer
        }
        if type == nil, let short = Self.shortKind(before: start, signType: signType, in: text) {
            type = short
            start -= 1
        }
        if issuer == nil { issuer = Self.proposer(before: start, in: text) }
    }

    /// `NQ số 19/2025/QH15`
    private static func shortKind(before start: Int, signType: String?, in text: TokenText) -> String? {
        guard start > 0, text.tokens[start - 1].kind == .word, text.tokens[start - 1].isAllUpper,
            text.tokens[start - 1].range.count >= 2,
            let type = CitedKind.all.type(ofSign: text.source.string(text.tokens[start - 1].range)),
            signType == nil || signType == type
        else { return nil }
        return type
    }

    /// Whether `số` or the name of a kind stands before a token.
    static func isNamed(before index: Int, in text: TokenText) -> Bool {
        numberWordStart(before: index, in: text) != nil || name(before: index, in: text) != nil
    }

    /// The token `số` (or `số:`) before a token.
    private static func numberWordStart(before index: Int, in text: TokenText) -> Int? {
        var position = index - 1
        if position >= 0, text.tokens[position].key == ":" { position -= 1 }
        guard position >= 0, text.tokens[position].key == numberWord else { return nil }
        return position > 0 && otherNumbers.contains(text.tokens[position - 1].key) ? nil : position
    }

    private static func name(before index: Int, in text: TokenText) -> (type: String, start: Int)? {
        var end = index
        if end > 0, text.tokens[end - 1].key == ":" { end -= 1 }
        return CitedKind.all.name(endingBefore: end, in: text)
    }

    /// A kind some words before `số`: `Quyết định của Thủ tướng Chính phủ số`. Its own issuer may stand between, or a
    /// few words if the sign confirms the kind; a sign of another kind speaks against it.
    private static func farName(
        before end: Int, signType: String?, in text: TokenText
    ) -> (type: String, start: Int, issuer: String?)? {
        var position = end - 1
        while position > 0, end - position <= farthest, text.tokens[position].kind == .word {
            if let name = CitedKind.all.name(endingBefore: position, in: text) {
                guard signType == nil || signType == name.type else { return nil }
                if let issuer = CitationIssuer.at(position, in: text), issuer.tokens.upperBound == end {
                    return (name.type, name.start, issuer.name)
                }
                return end - position <= 3 && signType != nil ? (name.type, name.start, nil) : nil
            }
            position -= 1
        }
        return nil
    }

    /// The body whose proposal the document is: `Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số …`.
    private static func proposer(before start: Int, in text: TokenText) -> String? {
        guard start > 1, text.tokens[start - 1].key == at else { return nil }
        var position = start - 2
        while position > 0, start - position <= farthest * 2 {
            if let issuer = CitationIssuer.at(position, in: text) {
                let proposes = proposals.contains { text.matches($0, at: position - $0.keys.count) }
                return proposes && issuer.tokens.upperBound == start - 1 ? issuer.name : nil
            }
            position -= 1
        }
        return nil
    }

    static let numberWord = WordKey.of("số")
    static let plural = WordKey.of("các")
    static let about = WordKey.of("về")
    private static let at = WordKey.of("tại")
    private static let proposals = Phrase.list(["đề nghị", "ý kiến", "đề xuất"])
    private static let farthest = 12
    /// `mã số`, `biển số`: numbers of other things.
    private static let otherNumbers: Set<String> = Set(["mã", "biển"].map(WordKey.of))
}
