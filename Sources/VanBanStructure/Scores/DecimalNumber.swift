import VanBanReading

/// Numbers as Vietnamese writes them: decimal comma, dot between thousands.
enum DecimalNumber {
    /// The number that stands at a token and how many tokens it takes: `4,8918`, `42,85`, `75`, `7.3132`.
    static func at(_ index: Int, in text: TokenText) -> (value: Double, length: Int)? {
        let tokens = text.tokens
        guard index < tokens.count, tokens[index].kind == .number, tokens[index].range.count <= 9 else { return nil }
        if index + 2 < tokens.count, tokens[index + 1].isSign(",") || tokens[index + 1].isSign("."),
            tokens[index + 1].gapBefore == .none, tokens[index + 2].gapBefore == .none,
            tokens[index + 2].kind == .number,
            tokens[index + 2].range.count <= 9, let value = Double(tokens[index].key + "." + tokens[index + 2].key)
        {
            return (value, 3)
        }
        return Double(tokens[index].key).map { ($0, 1) }
    }
}
