/// What is plainly a time, and of which nobody can say the days: a blank form (``BlankTime``), a day of the lunar calendar
/// (`10/3 âm lịch`, `Rằm tháng giêng`), a number torn by a space (`Tháng 1 2/2026`), a quarter whose number is no number
/// (`Quý ||/2026`).
enum UnsureTime {
    /// The token after one that begins at a token; nil where none does.
    /// - Parameter opens: see ``BlankTime``.
    static func end(at index: Int, in tokens: TokenText, opens: Bool) -> Int? {
        BlankTime.end(at: index, in: tokens, opens: opens) ?? torn(at: index, in: tokens)
            ?? barred(at: index, in: tokens) ?? lunarDay(at: index, in: tokens)
    }

    /// The token after the words behind a time that say that it is one of the lunar calendar.
    static func lunarEnd(at index: Int, in tokens: TokenText) -> Int? {
        let isBracketed = tokens.key(index) == "("
        guard let phrase = tokens.firstMatch(lunar, at: isBracketed ? index + 1 : index) else { return nil }
        let end = (isBracketed ? index + 1 : index) + phrase.keys.count
        guard isBracketed else { return end }
        return tokens.key(end) == ")" ? end + 1 : nil
    }

    // MARK: Kinds

    /// `Tháng 1 2/2026`, `Năm 20 26`
    private static func torn(at index: Int, in tokens: TokenText) -> Int? {
        let key = tokens.key(index)
        guard key == Words.month || key == Words.year, tokens.number(index + 1) != nil, tokens.number(index + 2) != nil,
            tokens.tokens[index + 2].gapBefore == .space
        else { return nil }
        let whole = tokens.key(index + 1) + tokens.key(index + 2)
        if key == Words.year {
            return whole.utf8.count == 4 && Int(whole).map { (1900...2199).contains($0) } ?? false ? index + 3 : nil
        }
        let end = index + 3
        guard whole.utf8.count == 2, Int(whole).map({ (10...12).contains($0) }) ?? false,
            tokens.key(end) == "/" || tokens.key(end) == Words.year, tokens.year(end + 1) != nil
        else { return nil }
        return end + 2
    }

    /// `Quý ||/2026`
    private static func barred(at index: Int, in tokens: TokenText) -> Int? {
        guard Words.quarters.contains(tokens.key(index)) else { return nil }
        var next = index + 1
        while bars.contains(tokens.key(next)), next < index + 4 { next += 1 }
        guard next > index + 1, tokens.key(next) == "/" || tokens.key(next) == Words.year, tokens.year(next + 1) != nil
        else { return nil }
        return next + 2
    }

    /// `Rằm tháng giêng`, `Rằm tháng 8`, `Mùng 10 tháng 3 âm lịch`
    private static func lunarDay(at index: Int, in tokens: TokenText) -> Int? {
        guard tokens.key(index) == fullMoon else { return nil }
        let month = index + 1
        guard tokens.key(month) == Words.month else { return month }
        if let number = UnitNumber.month(after: month, in: tokens) { return number.end }
        return BlankTime.lunar.contains(tokens.key(month + 1)) ? month + 2 : month + 1
    }

    /// Words that open one, besides those of ``BlankTime``.
    static var openings: [String] { [fullMoon] }

    private static let fullMoon = WordKey.of("rằm")
    private static let lunar = Phrase.list(["âm lịch", "ÂL"])
    private static let bars: Set<String> = ["|", "!", "¦"]
}
