/// A form of a time that nobody has filled in: `Ngày … tháng … năm 2026`, `Quý … năm 2026`, `Ngày   tháng   năm 2026`,
/// `…/…/2026`. What of it is printed says nothing of when.
struct BlankTime {
    /// The token after a form that begins at a token; nil where none does.
    /// - Parameter opens: whether nothing stands before it that could give its words another sense, as in `Báo cáo
    ///   tháng năm 2026`.
    static func end(at index: Int, in tokens: TokenText, opens: Bool) -> Int? {
        if let end = figures(at: index, in: tokens) { return end }
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
            if let end = value(at: next, isYear: isYear, in: tokens) {
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

    private static func value(at index: Int, isYear: Bool, in tokens: TokenText) -> Int? {
        if isYear { return tokens.year(index) != nil ? index + 1 : nil }
        if tokens.shortNumber(index) != nil { return index + 1 }
        return UnitNumber.quarterFigures(at: index, in: tokens)?.end
    }

    /// The dots and rulers of a blank, a few of them.
    private static func skipMarks(at index: inout Int, in tokens: TokenText) -> Bool {
        let start = index
        while index - start < longest, marks.contains(tokens.key(index)) { index += 1 }
        return index > start
    }

    private static let longest = 64
    private static let slots: Set<String> = [Words.day, Words.month]
    private static let marks: Set<String> = [".", "…", "_"]
}
