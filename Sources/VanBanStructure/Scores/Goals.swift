import VanBanReading

/// Tells what is to be reached from what was reached.
enum Goals {
    private static let words = Lexicon.phrases(.goalWords)
    private static let until = Phrase("đến năm")
    private static let results = Lexicon.phrases(.resultWords)
    private static let respectively = Phrase.list(["lần lượt", "tương ứng là"])
    /// `vượt mục tiêu`, `hoàn thành chỉ tiêu`, `so với mục tiêu` tell of a goal, but set none.
    private static let past = ScoreWords.keys("vượt thành với")
    private static let since = Phrase("từ năm")

    /// For each token, whether a goal word stands before it in its sentence; what stands in quotation marks is a name.
    static func reach(in text: TokenText) -> [Bool] {
        var isGoal = false
        var isQuoted = false
        var sinceYear = false
        return text.tokens.indices.map { index in
            if text.endsSentence(at: index) {
                isGoal = false
                isQuoted = false
                sinceYear = false
            }
            if text.isSign("\"", at: index) { isQuoted.toggle() }
            if text.matches(since, at: index) { sinceYear = true }
            if !isQuoted, let word = text.firstMatch(words, at: index), !past.contains(text.key(index - 1)),
                word != until || !sinceYear
            {
                isGoal = true
            }
            // Which of several results belongs to which name is not ours to guess.
            if isRespective(at: index, in: text) { isGoal = true }
            return isGoal
        }
    }

    /// Tokens before the year that a sentence opens with: `Năm 2024, …`, `Trong năm 2024, …`.
    private static let beforeYear = 2

    /// Whether a paragraph tells what was reached before a year, whatever it stands under: it opens with an earlier year,
    /// speaks of no later one, and has no word of a goal.
    static func tellsOfPast(_ text: TokenText, before first: Int?) -> Bool {
        guard let first, (0...beforeYear).contains(where: { text.year(at: $0) != nil }) else { return false }
        return text.tokens.indices.allSatisfy { text.year(at: $0).map { $0 < first } ?? true }
            && !reach(in: text).contains(true)
    }

    /// Whether words stand at a token that give several results to several names.
    static func isRespective(at index: Int, in text: TokenText) -> Bool {
        text.firstMatch(respectively, at: index) != nil
    }

    /// Whether a heading stands over goals, nil where it says neither.
    static func isHeading(_ text: TokenText) -> Bool? {
        guard text.tokens.count <= 40 || text.tokens.last?.isSign(":") == true else { return nil }
        for index in text.tokens.indices {
            if text.firstMatch(results, at: index) != nil { return false }
            if let word = text.firstMatch(words, at: index), word != until { return true }
        }
        return nil
    }
}
