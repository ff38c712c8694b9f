import VanBanReading

/// The line that opens an appendix (NĐ 30/2020/NĐ-CP, Phụ lục I, III.1): `Phụ lục`, `PHỤ LỤC II`, `Phụ lục số 01`.
enum AppendixHead {
    private static let word = Phrase("Phụ lục")
    private static let numberWord = WordKey.of("số")

    /// The token after which a title may follow on the same line; nil where the line is no such head.
    static func end(in head: TokenText, of line: Line, text: SourceText) -> Int? {
        guard head.matches(word, at: 0), head.tokens[0].startsUpper, line.width < 300 else { return nil }
        var index = 2
        let tokens = head.tokens
        if index < tokens.count, tokens[index].key == numberWord { index += 1 }
        if index < tokens.count {
            let isNumber = tokens[index].kind == .number && tokens[index].range.count <= 2
            let isRoman = RomanNumeral.value(text.string(tokens[index].range)) != nil
            let isLetter = tokens[index].kind == .word && tokens[index].range.count == 1 && tokens[index].startsUpper
            if isNumber || isRoman || isLetter { index += 1 }
        }
        let labelEnd = index
        while index < tokens.count, tokens[index].isSign(".") || tokens[index].isSign(":") || tokens[index].isSign("-")
        {
            index += 1
        }
        if index >= tokens.count { return index }
        // What follows on the line is a title only in capitals.
        let rest = tokens[index].range.lowerBound..<line.range.upperBound
        // In bold letters, behind a dash or colon, it is one in any case.
        if line.isBold, index > labelEnd, line.width < 120 { return index }
        guard LetterCase.of(rest, in: text) == .upper, labelEnd > 2 || index > labelEnd || line.isCapitals else {
            return nil
        }
        return index
    }
}
