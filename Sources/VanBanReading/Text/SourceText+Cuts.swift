/// Words and figures that a line end cut where two pieces of a stretch meet.
extension SourceText {
    /// Whether a symbol or number was cut where two pieces of a stretch meet: behind a hyphen of it (`QĐ-⏎UBND`), or
    /// within a figure.
    package func cutsWord(between above: Range<Int>, and below: Range<Int>) -> Bool {
        cutsSymbol(between: above, and: below) || cutsFigure(between: above, and: below)
    }

    /// Whether a figure found no room in a narrow cell: a date (`31/12/⏎2026`), its year (`31/12/20⏎26`), or a number
    /// whose digits stand by themselves on several lines (`1⏎0`, `1.⏎12`).
    package func cutsFigure(between above: Range<Int>, and below: Range<Int>) -> Bool {
        cutsNumber(between: above, and: below) || cutsDate(between: above, and: below)
            || cutsYear(between: above, and: below)
    }

    private func cutsDate(between above: Range<Int>, and below: Range<Int>) -> Bool {
        guard let last = above.last, let next = below.first else { return false }
        return bytes[last] == 0x2F && isDigit(last - 1, in: above) && isDigit(next, in: below)
    }

    /// Whether both pieces are parts of one short number: of digits alone, a single one each, or with a dot where they meet.
    private func cutsNumber(between above: Range<Int>, and below: Range<Int>) -> Bool {
        guard 1...3 ~= above.count, 1...3 ~= below.count else { return false }
        func isDot(_ offset: Int) -> Bool { bytes[offset] == 0x2E }
        guard above.allSatisfy({ isDot($0) || isDigit($0, in: above) }),
            below.allSatisfy({ isDot($0) || isDigit($0, in: below) })
        else { return false }
        if isDot(above.upperBound - 1) { return !isDot(below.lowerBound) }
        return isDot(below.lowerBound) || above.count == 1 && below.count == 1
    }

    /// Whether the year of a date found no room in a narrow cell: the digits before and behind make one of this century.
    private func cutsYear(between above: Range<Int>, and below: Range<Int>) -> Bool {
        guard let last = above.last, let next = below.first, isDigit(last, in: above), isDigit(next, in: below) else {
            return false
        }
        var start = last
        while isDigit(start - 1, in: above) { start -= 1 }
        var end = next + 1
        while isDigit(end, in: below) { end += 1 }
        guard last + 1 - start + end - next == 4, start - 1 > above.lowerBound, isDateSign(bytes[start - 1]),
            !(end < below.upperBound && isDateSign(bytes[end]) && isDigit(end + 1, in: below))
        else { return false }
        // `I/20⏎26`, `11/202⏎6`
        let before = bytes[start - 2]
        guard isDigit(start - 2, in: above) || [0x49, 0x56, 0x58].contains(before) else { return false }
        let first = bytes[start]
        let second = start < last ? bytes[start + 1] : bytes[next]
        return first == 0x32 && second == 0x30
    }

    private func isDigit(_ offset: Int, in range: Range<Int>) -> Bool {
        range.contains(offset) && bytes[offset] >= 0x30 && bytes[offset] <= 0x39
    }

    private func isDateSign(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x2D || byte == 0x2E }

    private func cutsSymbol(between above: Range<Int>, and below: Range<Int>) -> Bool {
        guard above.count >= 2, let last = above.last, let next = below.first, bytes[last] == 0x2D else { return false }
        let byte = bytes[last - 1]
        let isDigitAbove = byte >= 0x30 && byte <= 0x39
        // Of the capitals beyond ASCII only those that symbols have: Đ.
        let isCapitalAbove =
            byte >= 0x41 && byte <= 0x5A || byte == 0x90 && last - 2 >= above.lowerBound && bytes[last - 2] == 0xC4
        let first = bytes[next]
        let isDigitBelow = first >= 0x30 && first <= 0x39
        let isCapitalBelow =
            first >= 0x41 && first <= 0x5A
            || first == 0xC4 && next + 1 < below.upperBound && bytes[next + 1] == 0x90
        guard isDigitAbove || isCapitalAbove, isDigitBelow || isCapitalBelow else { return false }
        // A name goes on in small letters, a symbol does not: `NQ/TU`.
        return isDigitBelow || next + 1 >= below.upperBound || !isSmall(at: next + (first == 0xC4 ? 2 : 1), below)
    }

    private func isSmall(at offset: Int, _ range: Range<Int>) -> Bool {
        guard offset < range.upperBound else { return false }
        let byte = bytes[offset]
        return byte >= 0x61 && byte <= 0x7A || byte >= 0xC3 && byte != 0xC4
    }
}
