import VanBanReading

/// Who issues a document, as its head names it in one place or in two: the line above the recitals
/// (`CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH`) and the letterhead (`ỦY BAN NHÂN DÂN TỈNH BÌNH ĐỊNH`).
enum IssuerName {
    /// A name goes on with a body of the letterhead from so many words on.
    private static let fewestShared = 2
    private static let bodies = Phrase.list(["Ủy ban nhân dân", "Hội đồng nhân dân"])

    /// The issuer with the words that the letterhead has more of the same body; as it is where it has none.
    static func completed(_ issuer: String, by letterhead: [String]) -> String {
        let keys = issuer.split(separator: " ").map { WordKey.of(String($0)) }
        for body in letterhead.reversed() {
            let whole = body.split(separator: " ").map { String($0) }
            let wholeKeys = whole.map(WordKey.of)
            let most = min(keys.count, wholeKeys.count - 1)
            guard most >= fewestShared else { continue }
            for count in stride(from: most, through: fewestShared, by: -1)
            where keys.suffix(count).elementsEqual(wholeKeys.prefix(count)) {
                return ([issuer] + whole[count...]).joined(separator: " ")
            }
        }
        return issuer
    }

    /// A body without its place, with the place that the document is signed at, where its own bases name that body there:
    /// `Bình Dương, ngày …` and `Căn cứ Quyết định … của Ủy ban nhân dân tỉnh Bình Dương`. As it is where none does, or
    /// where they name two of that name.
    static func completed(_ issuer: String, at place: String?, by bases: [String]) -> String {
        guard lacksPlace(issuer), let place else { return issuer }
        let bare = withoutNoun(issuer)
        let body = bare.map { WordKey.of(String($0)) }
        let name = TokenText(place).tokens.map(\.key)
        var found: [String: String] = [:]
        for base in bases {
            let text = TokenText(base)
            let keys = text.tokens.map(\.key)
            for printed in PrintedPlace.all(in: text) where keys[printed.nameTokens].elementsEqual(name) {
                let start = printed.nounTokens.lowerBound
                guard keys[..<start].suffix(body.count).elementsEqual(body) else { continue }
                let range = start..<printed.nameTokens.upperBound
                found[keys[range].joined(separator: " ")] = text.string(range)
            }
        }
        guard found.count == 1, let own = found.values.first else { return issuer }
        return bare.joined(separator: " ") + " " + own
    }

    /// Whether a name says what body it is and not of which place, as a letterhead does that lost its second line.
    static func lacksPlace(_ issuer: String) -> Bool {
        let keys = withoutNoun(issuer).map { WordKey.of(String($0)) }
        return bodies.contains { $0.keys == keys }
    }

    /// The words of a name without the noun of a place that names none: `ỦY BAN NHÂN DÂN TỈNH`.
    private static func withoutNoun(_ issuer: String) -> [Substring] {
        let words = issuer.split(separator: " ")
        let keys = words.map { WordKey.of(String($0)) }
        guard
            let noun = nouns.first(where: {
                keys.count > $0.keys.count && keys.suffix($0.keys.count).elementsEqual($0.keys)
            })
        else { return words }
        return Array(words.dropLast(noun.keys.count))
    }

    private static let nouns = Lexicon.phrases(.territoryNouns)
}
