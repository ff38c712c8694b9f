import VanBanReading

/// What results are told with, where a line's end cut it: an index's name (`PAR⏎INDEX`), a figure (`43,⏎05 điểm`) or the
/// word before a figure (`đạt⏎88,20%`, `thứ⏎20/61`). Nothing ends there, however short the line.
enum CutMeasures {
    static func areCut(between before: Range<Int>, and line: Range<Int>, in text: SourceText) -> Bool {
        guard let last = before.last, let next = line.first else { return false }
        let tail = text.tail(of: before, bytes: longestName)
        if CharacterClass.isDigit(text.bytes[next]) {
            let tokens = TokenText(tail, in: text)
            let end = tokens.tokens.count
            if tokens.isSign(",", at: end - 1) {
                return tokens.isGlued(end - 1) && tokens.number(end - 2) != nil
                    && tokens.key(end - 3) == ScoreWords.reached
            }
            return end > 1 && leads.contains(tokens.key(end - 1))
        }
        guard text.bytes[last] >= 0x41 else { return false }
        let above = TokenText(tail, in: text).tokens.count
        var both = Stretch(tail)
        both.append(text.head(of: line, bytes: longestName))
        let tokens = TokenText(both, in: text)
        return (max(0, above - 8)..<above).contains { index in
            guard let name = IndexNames.mention(at: index, in: tokens) else { return false }
            return index + name.length > above && tokens.tokens[index].startsUpper
        }
    }

    /// More than what the longest name of an index takes, in bytes.
    private static let longestName = 80
    private static let leads = ScoreWords.keys("đạt thứ")
}
