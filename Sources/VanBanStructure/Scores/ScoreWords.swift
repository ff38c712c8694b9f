import VanBanReading

/// The words that results are told with, as keys.
enum ScoreWords {
    static let reached = WordKey.of("đạt")
    static let points = WordKey.of("điểm")
    static let year = WordKey.of("năm")
    static let from = WordKey.of("từ")
    static let rises = keys("tăng")
    static let falls = keys("giảm tụt lùi")
    static let places = keys("bậc hạng")
    static let to = keys("lên xuống còn")

    static func keys(_ words: String) -> Set<String> {
        Set(words.split(separator: " ").map { WordKey.of(String($0)) })
    }
}

extension TokenText {
    func isSign(_ sign: Unicode.Scalar, at index: Int) -> Bool {
        tokens.indices.contains(index) && tokens[index].isSign(sign)
    }

    /// `năm 2023` at a token.
    func year(at index: Int) -> Int? {
        guard key(index) == ScoreWords.year, index + 1 < tokens.count, let value = tokens[index + 1].value,
            (1990...2100).contains(value)
        else { return nil }
        return value
    }

    /// Whether a sentence ends at a token: a full stop that is neither inside a number nor after `TP`.
    func endsSentence(at index: Int) -> Bool {
        guard isSign(".", at: index) || isSign("!", at: index) || isSign("?", at: index) else { return false }
        guard index + 1 < tokens.count else { return true }
        if tokens[index + 1].gapBefore == .none { return false }
        return !(index > 0 && tokens[index - 1].isAllUpper && tokens[index - 1].range.count <= 2)
    }

    /// The bracket that closes the one at a token, or the end of the text.
    func closing(of open: Int) -> Int {
        var depth = 0
        for index in open..<tokens.count {
            if tokens[index].isSign("(") { depth += 1 }
            if tokens[index].isSign(")") {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return tokens.count
    }
}
