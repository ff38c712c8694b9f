import VanBanReading

/// Numbers as Vietnamese writes them: decimal comma, dot between thousands.
enum DecimalNumber {
    /// The number that stands at a token and how many tokens it takes: `4,8918`, `42,85`, `75`, `7.3132`.
    static func at(_ index: Int, in text: TokenText) -> (value: Double, length: Int)? {
        let tokens = text.tokens
        guard index < tokens.count, tokens[index].kind == .number, tokens[index].range.count <= 9,
            !isTorn(behind: index, text)
        else { return nil }
        if index + 2 < tokens.count, tokens[index + 1].isSign(",") || tokens[index + 1].isSign("."),
            tokens[index + 1].gapBefore == .none,
            tokens[index + 2].gapBefore == .none || isBroken(behind: index + 1, text),
            tokens[index + 2].kind == .number,
            tokens[index + 2].range.count <= 9, !isTorn(behind: index + 2, text),
            let value = Double(tokens[index].key + "." + tokens[index + 2].key)
        {
            return (value, 3)
        }
        return Double(tokens[index].key).map { ($0, 1) }
    }

    /// Whether letters are glued to digits that are no unit, so that the digits are not the whole figure: `6Q`.
    private static func isTorn(behind index: Int, _ text: TokenText) -> Bool {
        guard text.isGlued(index + 1), text.tokens[index + 1].kind == .word else { return false }
        return text.tokens[index + 1].range.count <= 2 && !units.contains(text.key(index + 1))
    }

    /// `đạt 43,⏎05 điểm`: two digits on the next line, with the unit of a result behind them.
    private static func isBroken(behind comma: Int, _ text: TokenText) -> Bool {
        text.isSign(",", at: comma) && text.tokens[comma + 1].gapBefore == .lineBreak
            && text.tokens[comma + 1].range.count == 2 && text.key(comma - 2) == ScoreWords.reached
            && (text.key(comma + 2) == ScoreWords.points || text.percentLength(at: comma + 2) > 0)
    }

    private static let units = Lexicon.keys(.shortUnits)
}
