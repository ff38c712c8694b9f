/// What stands between two agencies of a cell: a comma, `và`, a semicolon, a bullet, a line break.
struct AgencySeparator: Sendable, Hashable {
    /// Tokens that it takes; 0 for a line break alone.
    var length: Int
    /// Whether it always ends an agency; a comma or `và` may also stand inside a name.
    var isHard: Bool
    /// Whether a comma is in it.
    var hasComma: Bool

    /// The separator before or at a token.
    ///
    /// - Parameter isAtStart: Whether nothing stands before the token that a dash could join to.
    static func at(_ index: Int, in text: TokenText, isAtStart: Bool = false) -> AgencySeparator? {
        var separator = AgencySeparator(length: 0, isHard: false, hasComma: false)
        var found = false
        var position = index
        var mayBeBullet = isAtStart
        while position < text.tokens.count {
            let token = text.tokens[position]
            let afterBreak = token.gapBefore == .lineBreak
            if token.isSign(";") {
                separator.isHard = true
                mayBeBullet = true
            } else if token.isSign(",") {
                separator.hasComma = true
                mayBeBullet = true
            } else if token.key == AgencyKey.and || token.isSign("&") && !isWithinWord(position, in: text) {
                // `và` at the head of a cell belongs to nobody either.
            } else if position > 0, let length = together(position, in: text) {
                position += length
                found = true
                continue
            } else if token.isSign("."), endsSentence(position, in: text) {
                separator.isHard = true
                mayBeBullet = true
            } else if isBullet(token) && (mayBeBullet || afterBreak) || isMark(position, in: text, isFirst: isAtStart) {
                separator.isHard = true
                mayBeBullet = true
            } else if mayBeBullet && (separator.isHard || isAtStart) || afterBreak,
                let length = number(position, in: text)
            {
                separator.isHard = true
                position += length
                found = true
                continue
            } else {
                break
            }
            found = true
            position += 1
        }
        separator.length = position - index
        return found ? separator : nil
    }

    /// `KT&ĐBCL`
    private static func isWithinWord(_ index: Int, in text: TokenText) -> Bool {
        text.tokens[index].gapBefore == .none && index + 1 < text.tokens.count
            && text.tokens[index + 1].gapBefore == .none
    }

    /// The tokens of `cùng` or `cùng với` before another body; nil where it belongs to a name or a deed.
    private static func together(_ index: Int, in text: TokenText) -> Int? {
        guard text.tokens[index].key == cung, !text.tokens[index].startsUpper, index + 1 < text.tokens.count else {
            return nil
        }
        let length = text.tokens[index + 1].key == voi ? 2 : 1
        let next = index + length
        guard next < text.tokens.count else { return nil }
        return text.tokens[next].startsUpper || AgencyWords.plurals.stands(in: text, at: next) ? length : nil
    }

    private static let cung = WordKey.of("cùng")
    private static let voi = WordKey.of("với")

    /// Whether a token is a sign that items of a list are marked with.
    static func isBullet(_ token: Token) -> Bool {
        token.isSign("-") || token.isSign("+") || token.isSign("*")
    }

    /// Whether a line begins with a sign that no name has (`✓`, `►`), or with the letter that a list of circles is left as
    /// when its font is lost (`o Sở Tư pháp`).
    private static func isMark(_ index: Int, in text: TokenText, isFirst: Bool) -> Bool {
        let token = text.tokens[index]
        guard token.gapBefore == .lineBreak || isFirst && index == 0, index + 1 < text.tokens.count else {
            return false
        }
        let next = text.tokens[index + 1]
        guard next.kind == .word, next.gapBefore == .space else { return false }
        if case .sign(0) = token.kind { return !text.source.bytes[token.range].elementsEqual(Array("“".utf8)) }
        return token.kind == .word && token.range.count == 1 && token.key == circle && !token.startsUpper
            && next.startsUpper
    }

    private static let circle = "o"

    /// Whether a full stop is none of an abbreviation's (`TT. Tỉnh ủy`).
    private static func endsSentence(_ index: Int, in text: TokenText) -> Bool {
        guard index > 0 else { return true }
        let before = text.tokens[index - 1]
        guard before.isAllUpper, before.key.count <= 3, index + 1 < text.tokens.count else { return true }
        let after = text.tokens[index + 1]
        return after.kind != .word
    }

    /// `P. Đào tạo` and `K. CNTT` are rooms and faculties, and no items of a list.
    private static let abbreviations = Set(["K", "P", "Q", "S", "T", "V", "X"].map(WordKey.of))

    /// The tokens of an item's number, `1.` or `a)`.
    private static func number(_ index: Int, in text: TokenText) -> Int? {
        guard index + 2 < text.tokens.count else { return nil }
        let token = text.tokens[index]
        let sign = text.tokens[index + 1]
        guard sign.gapBefore == .none, sign.isSign(".") || sign.isSign(")") else { return nil }
        if token.kind == .word, token.isAllUpper, abbreviations.contains(token.key) { return nil }
        // `A. Dương` is a person.
        if token.kind == .word, token.isAllUpper, sign.isSign("."), index + 3 >= text.tokens.count { return nil }
        return token.kind == .number || token.range.count == 1 ? 2 : nil
    }
}
