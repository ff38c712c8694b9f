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

    /// Whether a name says what body it is and not of which place, as a letterhead does that lost its second line.
    static func lacksPlace(_ issuer: String) -> Bool {
        let keys = issuer.split(separator: " ").map { WordKey.of(String($0)) }
        return bodies.contains { $0.keys == keys }
    }
}
