import VanBanReading

/// A quốc hiệu that did not fit on one line beside the issuer's name: `CỘNG HÒA XÃ HỘI CHỦ NGHĨA⏎VIỆT NAM`.
enum BrokenMotto {
    private static let first = Phrase("Cộng hòa xã hội chủ nghĩa")
    private static let second = Phrase("Việt Nam")

    static func isFirstHalf(_ line: TokenText) -> Bool {
        line.tokens.count == first.keys.count && line.matches(first, at: 0)
    }

    /// Whether a line ends the quốc hiệu that a line above began.
    static func ends(_ line: Range<Int>, after above: Range<Int>, in text: SourceText) -> Bool {
        guard line.count < 24 else { return false }
        let tokens = TokenText(line, in: text)
        return tokens.tokens.count == second.keys.count && tokens.matches(second, at: 0)
            && isFirstHalf(TokenText(text.head(of: above, bytes: 80), in: text))
    }
}
