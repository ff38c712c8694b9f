/// Cuts a deadline cell at what always divides statements: bullets, and full stops before a new sentence.
///
/// Semicolons, commas and `và` do not always divide (`Báo cáo Quý; 6 tháng; năm`, `Quý II, III/2021`); ``StatementReader``
/// looks at them together with the times around them.
struct CellSplitter {
    let tokens: TokenText

    /// The stretches of tokens between the cuts, without the bullets; none is empty.
    func segments() -> [Range<Int>] {
        var segments: [Range<Int>] = []
        var start = 0
        let count = tokens.tokens.count
        var labels = 0
        for index in 0..<count {
            if isItem(index, labels) {
                // `1. Dự thảo: 30/4/2026 2. Trình ký: 31/5/2026`
                segments.append(start..<(index - 1))
                start = index + 1
                labels += 1
            } else if isBullet(index) {
                segments.append(start..<index)
                start = index + 1
            } else if isFullStop(index) {
                segments.append(start..<index)
                start = index + 1
            }
        }
        segments.append(start..<count)
        return segments.map(trimmed).filter { !$0.isEmpty }
    }

    /// A range without the signs and joining words at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, Self.edgeKeys.contains(tokens.key(start)) || tokens.key(start) == Words.and,
            UnsureTime.end(at: start, in: tokens, opens: true) == nil
        {
            start += 1
        }
        while end > start, Self.edgeKeys.contains(tokens.key(end - 1)) || tokens.key(end - 1) == Words.and { end -= 1 }
        return start..<end
    }

    /// The full stop behind an item's number, counted from 1.
    private func isItem(_ index: Int, _ before: Int) -> Bool {
        guard index > 0, tokens.tokens[index].isSign("."), tokens.isGlued(index),
            tokens.shortNumber(index - 1) == before + 1, before > 0 || index == 1, index + 1 < tokens.tokens.count,
            index == 1 || tokens.tokens[index - 1].gapBefore != .none
        else { return false }
        let next = tokens.tokens[index + 1]
        return next.gapBefore != .none && next.kind == .word && next.startsUpper
    }

    /// A dash, plus or bullet with space before it (or at the beginning) that opens an item.
    private func isBullet(_ index: Int) -> Bool {
        let token = tokens.tokens[index]
        guard token.isSign("-") || token.isSign("+") || token.isSign("*") || token.key == "•" else { return false }
        if index == 0 { return true }
        guard index + 1 < tokens.tokens.count else { return true }
        let next = tokens.tokens[index + 1]
        if token.gapBefore == .none {
            // `tháng 02/2022- Báo cáo`
            return tokens.tokens[index - 1].kind != .word && next.gapBefore != .none && next.startsUpper
        }
        if token.gapBefore >= .lineBreak { return true }
        // `01/7/2026 -> 30/7/2026`
        if tokens.key(index + 1) == ">", tokens.isGlued(index + 1) { return false }
        return !isRangeDash(index)
    }

    /// A dash between two times (`Quý I - Quý II/2024`, `01/3/2024 - 30/6/2024`); a cell that opens with a bullet has
    /// bullets only.
    private func isRangeDash(_ index: Int) -> Bool {
        guard tokens.tokens[index].isSign("-"), !isBulleted else { return false }
        let left = tokens.tokens[index - 1]
        let endsTime = left.kind == .number || Words.quarters.contains(tokens.key(index - 2))
        let right = tokens.key(index + 1)
        let opensTime =
            tokens.number(index + 1) != nil || CalendarUnitReader(tokens: tokens).units(at: index + 1) != nil
            || (Words.quarters.contains(tokens.key(index - 2)) && ["i", "ii", "iii", "iv"].contains(right))
            || DateReader.date(at: index + 1, in: tokens, defaultYear: nil) != nil
        return endsTime && opensTime
    }

    private var isBulleted: Bool {
        tokens.tokens.first.map { $0.isSign("-") || $0.isSign("+") } ?? false
    }

    private func isFullStop(_ index: Int) -> Bool {
        guard tokens.tokens[index].isSign(".") else { return false }
        guard index + 1 < tokens.tokens.count else { return true }
        let next = tokens.tokens[index + 1]
        // `Quý. II/2026`
        if index > 0, Words.quarters.contains(tokens.key(index - 1)),
            UnitNumber.quarter(after: index - 1, in: tokens) != nil
        {
            return false
        }
        return next.gapBefore != .none && (next.startsUpper || next.isSign("-") || next.isSign("+"))
    }

    private static let edgeKeys: Set<String> = [".", ",", ";", ":", "-", "+", "&", "*", "•", "…", "/"]
}
