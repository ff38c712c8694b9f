import VanBanReading

/// The words by which cells of a task table are told apart, whatever the document is about.
enum CellWords {
    /// Phrases of the grammar of deadlines that stand before a time and mean nothing else (`muộn nhất`, `không quá`).
    static let bounds = TimeOperator.printed.map(\.phrase).filter { $0.contains(" ") }

    /// Beginnings of a statement of time.
    static let timeOpenings = AgencyWords.Index(bounds + Lexicon.strings(.timeOpenings))

    /// Units that make a number before them a statement of time.
    private static let units = Lexicon.index(.timeUnits)

    /// Whether a statement of time opens at a token: by its words, as a day (`30/8`), as a length (`100 ngày`).
    static func opensTime(in tokens: TokenText, at index: Int) -> Bool {
        if timeOpenings.stands(in: tokens, at: index) { return true }
        let all = tokens.tokens
        guard index + 1 < all.count, let value = all[index].value else { return false }
        if units.stands(in: tokens, at: index + 1) { return true }
        guard index + 2 < all.count, all[index + 1].isSign("/"), all[index + 1].gapBefore == .none,
            let month = all[index + 2].value
        else { return false }
        return (1...31).contains(value) && (1...12).contains(month) || month > 1900 && (1...12).contains(value)
    }

    /// Words of time inside a statement.
    static let time = AgencyWords.Index(bounds + Lexicon.strings(.timeWords))

    /// Words of time that a number, a date or another of them follows.
    static let timeLeadingOn = AgencyWords.Index(bounds + Lexicon.strings(.timeLeadingOn))

    /// Beginnings of what a task is to bring forth, beside the kinds of documents.
    static let outputs = Lexicon.index(.outputOpenings)

    /// What looks like the head of an agency (`Ban`, `Hội`, `Phòng`) and is none.
    static let deeds = Lexicon.index(.agencyLikeDeeds)

    /// Words of money.
    static let funding = Lexicon.index(.fundingWords)

    /// Whether a word leads on to what is still to come, so that no cell ends on it.
    static func leadsOn(in text: TokenText, at index: Int) -> Bool {
        leadingOn.stands(in: text, at: index) && !(index > 0 && closing.stands(in: text, at: index - 1))
    }

    /// Words that no cell begins with, capital or not: what they go on with stands before.
    static let goingOn = AgencyWords.Index(["của", "và", "hoặc"])

    /// Words of two that end a name though the second leads on elsewhere.
    private static let closing = Lexicon.index(.closingPairs)

    /// Words that no cell ends on: what they lead to is still to come.
    private static let leadingOn = Lexicon.index(.leadingOn)
}
