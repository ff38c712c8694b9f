/// The level of a people's committee or council, by the noun behind its name: `Ủy ban nhân dân tỉnh`, `UBND XÃ`.
enum TerritoryLevel: String, Sendable {
    case province, district, commune

    private static let nouns = Lexicon.values(.levelNouns)
    private static let bodies = Lexicon.strings(.territorialBodies)

    /// The level of the first body of some words; nil where they name none, or a city (`thành phố` may be of the
    /// province's level or the district's).
    init?(of words: String) {
        let text = words.lowercased()
        for name in Self.bodies {
            guard let found = text.firstRange(of: name) else { continue }
            let rest = text[found.upperBound...]
            guard let level = Self.nouns.first(where: { rest.hasPrefix($0.0) }).flatMap({ Self(rawValue: $0.1) }) else {
                return nil
            }
            self = level
            return
        }
        return nil
    }
}
