import VanBanReading

/// The number of a document that is named without its sign: `Nghị quyết 76`, `Nghị định 61/2018`, `Quyết định số 15`.
///
/// A number behind the name of a kind may count anything (`Báo cáo 6 tháng`), so without `số` it is one only where a
/// capital opens the name and nothing that is counted stands behind it.
struct ShortNumber: Sendable, Hashable {
    var type: String
    /// The digits, with the letter of an inserted number and the year: `12a`, `61/2018`.
    var number: String
    var year: Int?
    /// The kind to the number.
    var tokens: Range<Int>
    /// Whether the number may as well count what follows.
    var mayCount = false

    /// The short number whose digits stand at a token.
    static func at(_ index: Int, in text: TokenText) -> ShortNumber? {
        guard index > 0, text.tokens[index].value != nil, text.tokens[index].range.count <= 4,
            text.tokens[index].gapBefore != .none || text.tokens[index - 1].kind == .word
        else { return nil }
        var end = index
        if text.tokens[end - 1].key == ":" { end -= 1 }
        let hasWord = end > 0 && text.tokens[end - 1].key == CitationHead.numberWord
        if hasWord { end -= 1 }
        guard end == index || hasWord, let kind = kind(endingBefore: end, in: text) else { return nil }
        guard let number = number(at: index, in: text) else { return nil }
        let tokens = kind.start..<number.end
        var short = ShortNumber(type: kind.type, number: number.text, year: number.year, tokens: tokens)
        if hasWord { return counts(behind: number.end, in: text) == .something ? nil : short }
        guard text.tokens[kind.start].startsUpper, short.isTelling(text.tokens[index]) else { return nil }
        switch counts(behind: number.end, in: text) {
        case .something: return nil
        case .unclear: short.mayCount = true
        case .nothing: break
        }
        return short
    }

    /// A further number of the same list, at a token: `Nghị quyết số 18, 19`.
    static func item(at index: Int, ofType type: String, in text: TokenText) -> ShortNumber? {
        guard index < text.tokens.count, text.tokens[index].value != nil, text.tokens[index].range.count <= 3,
            let number = number(at: index, in: text), counts(behind: number.end, in: text) == .nothing
        else { return nil }
        return ShortNumber(type: type, number: number.text, year: number.year, tokens: index..<number.end)
    }

    /// Whether a number with its sign follows in the same list, which is then the sign of all.
    static func listEndsWithSign(after index: Int, in text: TokenText) -> Bool {
        var position = index
        for _ in 0..<CitationPass.longestList {
            guard position + 1 < text.tokens.count,
                text.tokens[position].key == "," || text.tokens[position].key == AgencyKey.and
            else { return false }
            position += 1
            if text.tokens[position].key == CitationHead.numberWord { position += 1 }
            guard position < text.tokens.count, text.tokens[position].value != nil else { return false }
            if DocumentNumber.at(position, in: text) != nil { return true }
            position += 1
        }
        return false
    }

    /// Small numbers count as often as they name.
    private func isTelling(_ token: Token) -> Bool {
        if year != nil || number.count > token.range.count { return true }
        guard let value = token.value, !(1900...2199).contains(value) else { return false }
        return value >= 10 || token.key.hasPrefix("0")
    }

    private static func number(at index: Int, in text: TokenText) -> (text: String, year: Int?, end: Int)? {
        var number = text.tokens[index].key
        var end = index + 1
        if end < text.tokens.count, text.tokens[end].kind == .word, text.tokens[end].gapBefore == .none {
            guard text.tokens[end].key.utf8.count == 1 else { return nil }
            number += text.source.string(text.tokens[end].range)
            end += 1
        }
        guard end < text.tokens.count, text.tokens[end].gapBefore == .none else { return (number, nil, end) }
        let next = text.tokens[end]
        let after = end + 1 < text.tokens.count ? text.tokens[end + 1] : nil
        if next.isSign("/") {
            guard let after, after.range.count == 4, let year = after.value, (1945...2199).contains(year),
                end + 2 >= text.tokens.count || !isJoint(text.tokens[end + 2])
            else { return nil }
            return (number + "/" + after.key, year, end + 2)
        }
        if isJoint(next) { return nil }
        // `1,5 tỷ`, `2.944 hồ sơ`
        if next.isSign(",") || next.isSign("."), let after, after.kind == .number, after.gapBefore == .none {
            return nil
        }
        return next.isSign("%") ? nil : (number, nil, end)
    }

    private static func isJoint(_ token: Token) -> Bool {
        token.gapBefore == .none && (token.isSign("/") || token.isSign("-"))
    }

    private enum Counted { case something, nothing, unclear }

    /// Whether the words behind a number are what it counts.
    private static func counts(behind end: Int, in text: TokenText) -> Counted {
        guard end < text.tokens.count else { return .nothing }
        let next = text.tokens[end]
        switch next.kind {
        case .number: return .something
        case .sign: return next.isSign("%") || next.isSign("-") || next.isSign("+") ? .something : .nothing
        case .word:
            if units.contains(next.key) { return .something }
            if next.startsUpper || goingOn.contains(next.key) { return .nothing }
            return CitationDate.at(end, in: text) != nil ? .nothing : .unclear
        }
    }

    private static func kind(endingBefore end: Int, in text: TokenText) -> (type: String, start: Int)? {
        guard end > 0, text.tokens[end - 1].kind == .word else { return nil }
        if let name = CitedKind.all.name(endingBefore: end, in: text) {
            return types.contains(name.type) ? name : nil
        }
        guard text.tokens[end - 1].isAllUpper, let type = abbreviations[text.tokens[end - 1].key] else { return nil }
        return (type, end - 1)
    }

    /// The kinds whose documents bear numbers by which they are known.
    private static let types = Set(Lexicon.strings(.knownByNumber))

    private static let abbreviations: [String: String] = [
        WordKey.of("NĐ"): "Nghị định", WordKey.of("NQ"): "Nghị quyết", WordKey.of("QĐ"): "Quyết định",
    ]

    private static let units = Lexicon.keys(.unitsBehindNumbers)

    /// Words with which the sentence goes on behind a document's number.
    private static let goingOn = Lexicon.keys(.wordsBehindNumbers)
}
