import VanBanModel

/// A part of a month, a quarter or a year, at its beginning or end: `nửa đầu tháng 5/2026`, `100 ngày đầu năm`.
struct PartOfUnit {
    let tokens: TokenText
    let units: CalendarUnitReader

    /// The part that begins at a token. Half a month or quarter has its days; of others only a person can say which are
    /// meant.
    func part(at index: Int) -> (meaning: TimeExpression.Meaning, end: Int)? {
        if tokens.key(index) == Words.half { return half(at: index) }
        if tokens.key(index) == Words.week { return weeks(at: index) }
        guard tokens.number(index) != nil, [Words.day, Words.week].contains(tokens.key(index + 1)),
            [Words.first, Words.last].contains(tokens.key(index + 2))
        else { return nil }
        let unit = index + 3
        if let found = units.units(at: unit) { return (.unread, found.end) }
        return tokens.key(unit) == Words.year || Words.quarters.contains(tokens.key(unit)) ? (.unread, unit + 1) : nil
    }

    /// `Tuần 2/3/2025`, `Tuần 1-2/3/2025`: of weeks of a month the month is said, as of `Tuần 2 tháng 3`.
    private func weeks(at index: Int) -> (meaning: TimeExpression.Meaning, end: Int)? {
        func week(_ index: Int) -> Bool { tokens.shortNumber(index).map { (1...5).contains($0) } ?? false }
        guard week(index + 1) else { return nil }
        var next = index + 2
        while ["-", ",", "+", Words.and].contains(tokens.key(next)), week(next + 1) { next += 2 }
        guard tokens.key(next) == "/", tokens.isGlued(next), let month = tokens.shortNumber(next + 1),
            (1...12).contains(month)
        else { return nil }
        var unit = CalendarUnit(scale: .month(month), year: nil)
        next += 2
        if tokens.key(next) == "/", tokens.isGlued(next), let year = tokens.year(next + 1) {
            unit.year = year
            next += 2
        }
        return (.units([unit], isRange: false), next)
    }

    private func half(at index: Int) -> (meaning: TimeExpression.Meaning, end: Int)? {
        let isFirst = tokens.key(index + 1) == Words.first
        guard isFirst || tokens.key(index + 1) == Words.last, let found = units.units(at: index + 2),
            found.units.count == 1
        else { return nil }
        let unit = found.units[0]
        let month: Int
        switch unit.scale {
        case .month(let number): month = number
        case .quarter(let number): month = number * 3 - 1
        case .firstMonths, .lastMonths, .year: return nil
        }
        // The middle is the 15th day (Bộ luật Dân sự 2015, Điều 146 khoản 3).
        var middle = PrintedDate(
            range: index..<found.end, day: isFirst ? 15 : 16, month: month, year: unit.year, date: nil)
        middle.yearOffset = unit.yearOffset
        middle.hasShortYear = unit.hasShortYear
        middle.date = middle.date(inYear: nil)
        return isFirst
            ? (.range(from: .edge(.first, unit), to: .day(middle)), found.end)
            : (.range(from: .day(middle), to: .edge(.last, unit)), found.end)
    }
}
