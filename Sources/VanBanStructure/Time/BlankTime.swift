/// A form of a time that nobody has filled in: `Ngày … tháng … năm 2026`, `Quý … năm 2026`, `Ngày   tháng   năm 2026`,
/// `…/…/2026`. What of it is printed says nothing of when.
struct BlankTime {
    /// The token after a form that begins at a token; nil where none does.
    /// - Parameter opens: whether nothing stands before it that could give its words another sense, as in `Báo cáo
    ///   tháng năm 2026`.
    static func end(at index: Int, in tokens: TokenText, opens: Bool) -> Int? {
        if let end = figures(at: index, in: tokens) { return end }
        if opens, let end = unreadName(at: index, in: tokens) { return end }
        guard slots.contains(tokens.key(index)) || Words.quarters.contains(tokens.key(index)) else { return nil }
        var position = index
        var slotsLeft = 4
        var isBlank = false
        var hasMark = false
        var hasYear = false
        while slotsLeft > 0, isSlot(position, tokens) {
            slotsLeft -= 1
            let isYear = tokens.key(position) == Words.year
            var next = position + 1
            let marks = skipMarks(at: &next, in: tokens)
            hasMark = hasMark || marks
            if let end = value(at: next, of: position, in: tokens) {
                hasYear = hasYear || isYear
                next = end
            } else {
                guard marks || isSlot(next, tokens) || isYear && next >= tokens.tokens.count else { return nil }
                isBlank = true
            }
            position = next
            // `Tháng …/2026`
            if isBlank, tokens.key(position) == "/" { return tail(at: position, in: tokens) }
        }
        guard isBlank, hasMark || opens, position > index + 1 else { return nil }
        return hasYear || hasMark || slotsLeft <= 1 ? position : nil
    }

    /// `…/…/2026`, `15/…/2026`
    private static func figures(at index: Int, in tokens: TokenText) -> Int? {
        var position = index
        let marks = skipMarks(at: &position, in: tokens)
        if marks {
            guard index == 0 || !self.marks.contains(tokens.key(index - 1)) else { return nil }
        } else {
            guard tokens.shortNumber(position) != nil, tokens.key(position + 1) == "/",
                self.marks.contains(tokens.key(position + 2))
            else { return nil }
            position += 1
        }
        guard tokens.key(position) == "/" else { return nil }
        return tail(at: position, in: tokens)
    }

    /// Blanks and figures between strokes up to a year.
    private static func tail(at index: Int, in tokens: TokenText) -> Int? {
        var position = index
        var strokes = 0
        while tokens.key(position) == "/", strokes < 2 {
            strokes += 1
            position += 1
            _ = skipMarks(at: &position, in: tokens)
            if tokens.year(position) != nil { return position + 1 }
            if tokens.shortNumber(position) != nil { position += 1 }
        }
        return nil
    }

    private static func isSlot(_ index: Int, _ tokens: TokenText) -> Bool {
        let key = tokens.key(index)
        return slots.contains(key) || Words.quarters.contains(key) || key == Words.year
    }

    /// The token after the number of a slot that stands at an index.
    private static func value(at index: Int, of slot: Int, in tokens: TokenText) -> Int? {
        let key = tokens.key(slot)
        if key == Words.year { return tokens.year(index) != nil ? index + 1 : nil }
        if tokens.shortNumber(index) != nil { return index + 1 }
        if key == Words.month { return UnitNumber.month(after: index - 1, in: tokens)?.end }
        return Words.quarters.contains(key) ? UnitNumber.quarter(after: index - 1, in: tokens)?.end : nil
    }

    /// A month or quarter that is named by what is no number of it: `Tháng giêng năm 2026` (of which calendar?), `Quý số
    /// II/2026`.
    private static func unreadName(at index: Int, in tokens: TokenText) -> Int? {
        let key = tokens.key(index)
        let isMonth = key == Words.month
        guard isMonth || Words.quarters.contains(key), ImpossibleUnit.end(at: index, in: tokens) == nil else {
            return nil
        }
        let isRead =
            isMonth
            ? UnitNumber.month(after: index, in: tokens) != nil : UnitNumber.quarter(after: index, in: tokens) != nil
        guard !isRead else { return nil }
        var next = index + 1
        let isLunar = isMonth && lunar.contains(tokens.key(next))
        while next < index + 4, tokens.tokens.indices.contains(next), tokens.tokens[next].gapBefore <= .space {
            let token = tokens.tokens[next]
            if next > index + 1, tokens.key(next) == "/" || tokens.key(next) == Words.year,
                tokens.year(next + 1) != nil
            {
                return next + 2
            }
            guard token.kind == .word, !openers.contains(token.key), !isSlot(next, tokens), !Due.joins(token.key) else {
                break
            }
            next += 1
        }
        return isLunar ? index + 2 : nil
    }

    /// The dots and rulers of a blank, a few of them.
    private static func skipMarks(at index: inout Int, in tokens: TokenText) -> Bool {
        let start = index
        while index - start < longest, marks.contains(tokens.key(index)) { index += 1 }
        return index > start
    }

    /// Words and signs that open a form.
    static var openings: [String] { [Words.day, Words.month, Words.year] + Words.quarters + marks }

    private static let longest = 64
    /// Months that the lunar calendar names.
    static let lunar = Set(["giêng", "chạp"].map(WordKey.of))
    /// Words that go on behind `tháng` and `quý` where no number stands.
    private static let openers = Lexicon.keys(.wordsBehindBlankTime)
    private static let slots: Set<String> = [Words.day, Words.month]
    private static let marks: Set<String> = [".", "…", "_"]
}
