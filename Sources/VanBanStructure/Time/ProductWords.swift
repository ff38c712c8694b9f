/// The words for what is due, without those that only lead over to the time.
enum ProductWords {
    static func trimmed(_ range: Range<Int>, in tokens: TokenText) -> Range<Int> {
        var range = CellSplitter(tokens: tokens).trimmed(range)
        var changed = true
        while changed, !range.isEmpty {
            changed = false
            if tokens.key(range.upperBound - 1) == "(" {
                range = range.lowerBound..<(range.upperBound - 1)
                changed = true
            }
            for phrase in links {
                let start = range.upperBound - phrase.keys.count
                guard start >= range.lowerBound, tokens.matches(phrase, at: start) else { continue }
                range = range.lowerBound..<start
                changed = true
            }
            range = CellSplitter(tokens: tokens).trimmed(range)
        }
        // `Tuần 2 tháng 6`, `Thứ Hai tuần đầu`
        if let first = range.first,
            tokens.key(first) == Words.week || Weekday.end(at: first, in: tokens) != nil
                || Clock.end(at: first, in: tokens) != nil
        {
            return range.lowerBound..<range.lowerBound
        }
        if verbs.contains(where: { $0.keys.count == range.count && tokens.matches($0, at: range.lowerBound) }) {
            return range.lowerBound..<range.lowerBound
        }
        return range
    }

    /// Where the words end that say a feast's name follows (`nhân dịp`, or `ngày` before a name); nil without them.
    static func occasionEnd(at index: Int, in tokens: TokenText) -> Int? {
        if let phrase = tokens.firstMatch(occasions, at: index) { return index + phrase.keys.count }
        guard tokens.key(index) == Words.day, tokens.tokens.indices.contains(index + 1),
            tokens.tokens[index + 1].kind == .word, tokens.tokens[index + 1].startsUpper
        else { return nil }
        return index
    }

    private static let links = Lexicon.phrases(.productLinks)
    /// Verbs that name nothing by themselves.
    private static let verbs = Lexicon.phrases(.productVerbs)
    private static let occasions = Lexicon.phrases(.productOccasions)
}
