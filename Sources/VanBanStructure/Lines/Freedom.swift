/// The tiêu ngữ, `Độc lập - Tự do - Hạnh phúc`, with whatever dashes stand between its words or none.
enum Freedom {
    private static let words = [Phrase("Độc lập"), Phrase("Tự do"), Phrase("Hạnh phúc")]
    private static let mostDashes = 3

    /// The token after it, where it begins at a token.
    static func end(at index: Int, in tokens: TokenText) -> Int? {
        var position = index
        for (number, word) in words.enumerated() {
            if number > 0 {
                let limit = position + mostDashes
                while position < limit, tokens.tokens.indices.contains(position), tokens.tokens[position].isSign("-") {
                    position += 1
                }
            }
            guard tokens.matches(word, at: position) else { return nil }
            position += word.keys.count
        }
        return position
    }
}
