/// A year that is told from the plan's: `năm sau`, `năm tới`, `năm kế hoạch`.
struct RelativeYear: Sendable, Hashable {
    /// How many years after the plan's.
    var offset: Int
    /// The token after it.
    var end: Int

    init?(at index: Int, in tokens: TokenText) {
        var next = index
        if tokens.key(next) == Words.of { next += 1 }
        guard tokens.key(next) == Words.year else { return nil }
        next += 1
        guard let (phrase, offset) = Self.phrases.first(where: { tokens.matches($0.phrase, at: next) }) else {
            return nil
        }
        next += phrase.keys.count
        // `báo cáo năm trước ngày 15/12`
        if offset < 0, tokens.number(next) != nil || [Words.day, Words.month, Words.when].contains(tokens.key(next)) {
            return nil
        }
        self.offset = offset
        end = next
    }

    private static let phrases: [(phrase: Phrase, offset: Int)] = Lexicon.numbers(.relativeYears).map {
        (Phrase($0), $1)
    }
}
