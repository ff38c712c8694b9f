/// The tokens at which an expression of time can begin: figures, and the first words of what the readers of time look for.
/// Any other token is passed by without asking them; they are asked of every word of every cell.
enum TimeOpenings {
    static func contains(_ token: Token) -> Bool { token.kind == .number || keys.contains(token.key) }

    private static let keys: Set<String> = Set(phrases.compactMap(\.keys.first)).union(
        BlankTime.openings + UnsureTime.openings + EventReader.openingWords + FrequencyReader.openings
            + CalendarUnitReader.openings
            + EnglishDate.openings
            + Weekday.openings + TimeExpressionReader.openings)
    private static let phrases: [Phrase] =
        TimeOperator.openings + EventReader.openings + RangeReader.openings + SharedTail.openings
        + FrequencyReader.openingPhrases
}
