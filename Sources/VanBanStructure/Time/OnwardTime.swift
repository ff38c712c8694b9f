import VanBanReading

/// Words behind a time that say that it is the first of many (`Quý II/2025 và các năm tiếp theo`) or that it has no end
/// (`Tháng 3/2025 trở đi`).
struct OnwardTime {
    enum Meaning: String {
        /// The same comes again in each year that follows.
        case again
        /// From then on.
        case open
    }

    var meaning: Meaning
    /// The token after them.
    var end: Int

    init?(at index: Int, in tokens: TokenText) {
        guard let found = Self.phrases.first(where: { tokens.matches($0.phrase, at: index) }) else { return nil }
        meaning = found.meaning
        end = index + found.phrase.keys.count
    }

    private static let phrases: [(phrase: Phrase, meaning: Meaning)] =
        CSVTable(PackageResources.onward_years_csv).rows.compactMap { row in
            Meaning(rawValue: row["meaning"]).map { (Phrase(row["phrase"]), $0) }
        }
}
