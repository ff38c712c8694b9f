import VanBanReading

/// A quốc hiệu that did not fit on one line beside the issuer's name: `CỘNG HÒA XÃ HỘI CHỦ NGHĨA⏎VIỆT NAM`, `… VIỆT⏎NAM`.
enum BrokenMotto {
    private static let whole = Phrase("Cộng hòa xã hội chủ nghĩa Việt Nam")
    /// Fewer words may be those of something else.
    private static let fewest = 4

    /// Whether a line is the quốc hiệu without its last words.
    static func isFirstHalf(_ line: TokenText) -> Bool { length(of: line) != nil }

    /// How many words of the quốc hiệu a line has, that has nothing else and not all of them.
    private static func length(of line: TokenText) -> Int? {
        let count = line.tokens.count
        guard count >= fewest, count < whole.keys.count, zip(line.tokens, whole.keys).allSatisfy({ $0.key == $1 })
        else {
            return nil
        }
        return count
    }

    /// Whether a line ends the quốc hiệu that a line above began.
    static func ends(_ line: Range<Int>, after above: Range<Int>, in text: SourceText) -> Bool {
        guard line.count < 40, above.count < 80, let count = length(of: TokenText(above, in: text)) else {
            return false
        }
        return TokenText(line, in: text).tokens.map(\.key) == Array(whole.keys[count...])
    }
}
