import VanBanModel

/// Days and months that share what stands behind the last of them: `15-20/9/2026`, `Ngày 05 và ngày 07/9/2026`,
/// `từ ngày 05 đến 07/9/2026`, `3-9/2027`. The first of them is no time by itself.
struct SharedTail {
    let tokens: TokenText

    /// The days from one to another, or the months, that begin at a token.
    func span(at index: Int) -> TimeExpression? {
        var next = index
        if let from = tokens.firstMatch(Self.from, at: next) { next += from.keys.count }
        let isFrom = next > index
        if let months = months(at: next, from: index) { return months }
        let isNamed = tokens.key(next) == Words.day
        if isNamed { next += 1 }
        guard let first = tokens.shortNumber(next), (1...31).contains(first) else { return nil }
        var last = next + 1
        guard tokens.key(last) == "-" || Words.to.contains(tokens.key(last)) else { return nil }
        last += 1
        if tokens.key(last) == Words.day { last += 1 }
        // `từ ngày 05 đến ngày 10 hằng tháng`
        if isNamed, tokens.shortNumber(last) != nil,
            let printed = FrequencyReader(tokens: tokens).frequency(at: last + 1), printed.isExplicit
        {
            return TimeExpression(meaning: .dayOfPeriod(printed.frequencies), range: index..<printed.range.upperBound)
        }
        guard let end = DateReader.date(at: last, in: tokens, defaultYear: nil, isNamed: isNamed || isFrom),
            first < end.day
        else { return nil }
        return TimeExpression(
            meaning: .range(from: .day(day(first, like: end, at: next)), to: .day(end)),
            range: index..<end.range.upperBound, bound: .within)
    }

    /// `3-9/2027`: a month has a year of four digits behind its stroke, a day a month.
    private func months(at index: Int, from start: Int) -> TimeExpression? {
        guard let first = tokens.shortNumber(index), let last = tokens.shortNumber(index + 2), (1...12).contains(first),
            (1...12).contains(last), first < last, tokens.key(index + 1) == "-", tokens.key(index + 3) == "/",
            let year = tokens.year(index + 4), !(tokens.key(index + 5) == "/" && tokens.isGlued(index + 5))
        else { return nil }
        let units = [first, last].map { CalendarUnit(scale: .month($0), year: year) }
        return TimeExpression(meaning: .units(units, isRange: true), range: start..<(index + 5))
    }

    /// A day of a list whose last day alone has its month: `10` of `Ngày 10, 15/10/2026`.
    /// - Parameter opens: whether nothing stands before the token that a bare number could belong to.
    func listedDay(at index: Int, opens: Bool) -> PrintedDate? {
        var next = index
        let isNamed = tokens.key(next) == Words.day
        if isNamed { next += 1 }
        guard isNamed || opens, let first = tokens.shortNumber(next), (1...31).contains(first) else { return nil }
        var other = next + 1
        guard [",", "&", ";", Words.and].contains(tokens.key(other)) else { return nil }
        other += 1
        if tokens.key(other) == Words.day { other += 1 }
        let later =
            DateReader.date(at: other, in: tokens, defaultYear: nil, isNamed: isNamed)
            ?? listedDay(at: other, opens: true)
        guard let later, first < later.day else { return nil }
        var day = day(first, like: later, at: next)
        day.range = index..<(next + 1)
        return day
    }

    private func day(_ number: Int, like other: PrintedDate, at index: Int) -> PrintedDate {
        var day = other
        day.day = number
        day.range = index..<(index + 1)
        day.date = day.date(inYear: nil)
        return day
    }

    static var openings: [Phrase] { from }

    private static let from = Phrase.list(["từ", "kể từ", "bắt đầu từ"])
}
