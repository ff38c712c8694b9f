import VanBanReading

/// Marks of draft, urgency, secrecy and circulation (NĐ 30/2020/NĐ-CP, Phụ lục I, III.2 to III.4).
enum StatusMark {
    private static let marks = Lexicon.phrases(.statusMarks)

    static func matches(_ stretch: Stretch, in text: SourceText) -> Bool {
        guard stretch.length < 60 else { return false }
        let tokens = TokenText(stretch, in: text)
        let start = tokens.tokens.first?.isSign("(") == true ? 1 : 0
        guard let mark = tokens.firstMatch(marks, at: start) else { return false }
        return tokens.tokens.count <= start + mark.keys.count + 4
    }
}
