import VanBanReading

/// The last of a list of times that could not be read: `Ⅳ/2026` in another sense than `Tháng 3` before it. Half a list
/// is no statement of time.
struct ListTail {
    let tokens: TokenText

    /// The figures that a sign joins to the end of an expression, and that belong to no other.
    func ranges(in range: Range<Int>, behind expressions: [TimeExpression]) -> [Range<Int>] {
        let starts = Set(expressions.map(\.range.lowerBound))
        return expressions.compactMap { expression in
            guard expression.isDated, !expression.isYear || isList(expression.range.upperBound) else { return nil }
            return tail(behind: expression.range.upperBound, in: range, besides: starts)
        }
    }

    private func isList(_ index: Int) -> Bool { tokens.key(index) == "," || tokens.key(index) == Words.and }

    private func tail(behind end: Int, in range: Range<Int>, besides starts: Set<Int>) -> Range<Int>? {
        let start = end + 1
        if let torn = torn(at: end, in: range, besides: starts) { return torn }
        guard start < range.upperBound, joiners.contains(tokens.key(end)) || Words.to.contains(tokens.key(end)),
            tokens.tokens[start].gapBefore <= .space, !starts.contains(start), isFigure(start)
        else { return nil }
        var stop = start + 1
        while stop < range.upperBound, tokens.isGlued(stop), tokens.key(stop) == "/" || isFigure(stop) {
            if starts.contains(stop) { return nil }
            stop += 1
        }
        if stop < range.upperBound {
            let next = tokens.tokens[stop]
            // `tháng 6, 02 báo cáo` counts something, `12/KH-UBND` is a document.
            if next.kind == .word, next.gapBefore <= .space, !isTime(stop) { return nil }
            if next.gapBefore == .none, next.isSign("-") || next.isSign("%") { return nil }
        }
        return start..<stop
    }

    /// `/2Q26` behind `Quý II`: figures that a stroke joins to what was read, and that are none.
    private func torn(at end: Int, in range: Range<Int>, besides starts: Set<Int>) -> Range<Int>? {
        guard tokens.key(end) == "/", tokens.isGlued(end), tokens.isGlued(end + 1), end + 1 < range.upperBound,
            !starts.contains(end + 1),
            tokens.source.bytes[tokens.tokens[end + 1].range].contains(where: CharacterClass.isDigit)
        else { return nil }
        var stop = end + 2
        while stop < range.upperBound, tokens.isGlued(stop), tokens.tokens[stop].kind != .sign(0x2D) { stop += 1 }
        return end..<stop
    }

    private func isTime(_ index: Int) -> Bool {
        [Words.year, Words.month, Words.and].contains(tokens.key(index))
    }

    private func isFigure(_ index: Int) -> Bool {
        if let number = tokens.number(index) { return number <= 31 || tokens.year(index) != nil }
        return Self.romans.contains(tokens.key(index)) && tokens.tokens[index].isAllUpper
    }

    private let joiners: Set<String> = [",", "&", "+", "-", Words.and]
    private static let romans: Set<String> = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
    ]
}
