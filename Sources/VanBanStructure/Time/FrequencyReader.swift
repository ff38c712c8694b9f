import VanBanModel

/// How often something recurs.
struct PrintedFrequency: Sendable, Hashable {
    var frequencies: [Deadline.Frequency]
    var range: Range<Int>
    /// Whether the words can mean nothing but a recurrence (`hằng quý`, `thường xuyên`, `2 lần/năm`); `6 tháng` and
    /// `năm` may also be the name of a report.
    var isExplicit: Bool
}

/// Reads one recurrence: `Thường xuyên`, `hằng quý`, `6 tháng`, `2 lần/năm`, `01 năm 2 lần`, `6 tháng/lần`, `định kỳ`.
struct FrequencyReader {
    let tokens: TokenText

    func frequency(at index: Int) -> PrintedFrequency? {
        if let found = fixed(at: index) { return found }
        if let found = times(at: index) { return found }
        if let found = every(at: index) { return found }
        return period(at: index)
    }

    /// Words that are a recurrence by themselves.
    private func fixed(at index: Int) -> PrintedFrequency? {
        if let phrase = tokens.firstMatch(Self.continuous, at: index) {
            return PrintedFrequency(
                frequencies: [.continuous], range: index..<(index + phrase.keys.count), isExplicit: true)
        }
        if let phrase = tokens.firstMatch(Self.periodic, at: index) {
            return PrintedFrequency(
                frequencies: [.periodic], range: index..<(index + phrase.keys.count), isExplicit: true)
        }
        return nil
    }

    /// `2 lần/năm`, `01 lần trong quý`, `mỗi năm 2 lần`, `01 năm 2 lần`, `6 tháng/lần`, `6 tháng 1 lần`
    private func times(at index: Int) -> PrintedFrequency? {
        if let count = count(index), tokens.key(index + 1) == Words.time {
            var next = index + 2
            while ["/", Words.within, Self.one, "1", "01", "một"].contains(tokens.key(next))
                || Self.each.contains(tokens.key(next))
            {
                next += 1
            }
            guard let months = months(at: next) else { return nil }
            // `2 lần trong năm 2024`: the year is an expression of its own.
            return found(count, months.value, index..<(isDated(at: next) ? next : months.end))
        }
        var start = index
        if Self.each.contains(tokens.key(start)) { start += 1 }
        guard let months = months(at: start) else { return nil }
        var next = months.end
        if tokens.key(next) == "/" || tokens.key(next) == "," { next += 1 }
        if let count = count(next), tokens.key(next + 1) == Words.time {
            return found(count, months.value, index..<(next + 2))
        }
        guard tokens.key(months.end) == "/", tokens.key(next) == Words.time else { return nil }
        return found(1, months.value, index..<(next + 1))
    }

    /// `hằng quý`, `mỗi tháng`, `theo quý`
    private func every(at index: Int) -> PrintedFrequency? {
        guard Self.each.contains(tokens.key(index)) || tokens.key(index) == Words.by else { return nil }
        let isExplicit = tokens.key(index) != Words.by
        if isExplicit, tokens.key(index + 1) == Words.day {
            return PrintedFrequency(frequencies: [.continuous], range: index..<(index + 2), isExplicit: true)
        }
        var next = index + 1
        if Self.each.contains(tokens.key(next)) { next += 1 }
        // `hằng năm 2027 - 2030`: the years are those in which it recurs.
        if isExplicit, tokens.key(next) == Words.year, let first = tokens.year(next + 1), tokens.key(next + 2) == "-",
            let last = tokens.year(next + 3), first < last
        {
            return PrintedFrequency(frequencies: [.annual], range: index..<(next + 1), isExplicit: true)
        }
        guard let period = period(at: next) else { return nil }
        return PrintedFrequency(
            frequencies: period.frequencies, range: index..<period.range.upperBound, isExplicit: true)
    }

    /// `quý`, `6 tháng`, `9 tháng`, `năm`, `tháng`, `tuần` without a number of their own.
    private func period(at index: Int) -> PrintedFrequency? {
        guard let months = months(at: index), !isDated(at: months.end - 1), !isUnread(at: months.end),
            !isShortYear(at: months.end)
        else {
            return nil
        }
        if tokens.number(index) == nil, tokens.number(index - 1) != nil, tokens.key(index - 2) != "/" { return nil }
        guard let frequency = Self.frequency(times: 1, months: months.value) else { return nil }
        // `Trong 3 tháng` is how long, not how often.
        if tokens.number(index) != nil, tokens.key(index - 1) == Words.within { return nil }
        // `6 tháng, 01 năm`
        let isListedYear = Due.joins(tokens.key(index - 1)) && tokens.key(index - 2) == Words.month
        if tokens.number(index) != nil, [1, 2, 12].contains(months.value), !(isListedYear && months.value == 12) {
            return nil
        }
        return PrintedFrequency(frequencies: [frequency], range: index..<months.end, isExplicit: false)
    }

    /// Whether a blank follows (`Tháng …/2026`), or figures that could not be read (`Tháng O6/2026`).
    private func isUnread(at index: Int) -> Bool {
        var next = index
        while Self.blanks.contains(tokens.key(next)) { next += 1 }
        if tokens.key(next) == "/", tokens.year(next + 1) != nil { return true }
        if next > index { return tokens.key(next) == "/" || tokens.key(next) == Words.year }
        guard tokens.tokens.indices.contains(index), tokens.tokens[index].kind == .word, tokens.isGlued(index + 1)
        else { return false }
        return tokens.key(index + 1) == "/" && tokens.number(index + 2) != nil
    }

    /// `Năm 26`, with nothing behind it that it counts.
    private func isShortYear(at index: Int) -> Bool {
        guard tokens.key(index - 1) == Words.year, let number = tokens.shortNumber(index), (20...99).contains(number)
        else { return false }
        return !tokens.tokens.indices.contains(index + 1) || tokens.tokens[index + 1].kind != .word
    }

    /// Whether the word at a token has a number or a place of its own (`tháng 6`, `quý IV`, `năm 2024`, `năm sau`).
    private func isDated(at index: Int) -> Bool {
        if CalendarUnitReader(tokens: tokens).units(at: index) != nil { return true }
        let next = tokens.key(index + 1)
        if tokens.key(index) == Words.week,
            tokens.number(index + 1) != nil || next == Self.ordinal || Self.romans.contains(next) && isUpper(index + 1)
        {
            return true
        }
        if next == Words.first || next == Words.last || next == Self.next || next == Self.this || next == Self.ordinal {
            return true
        }
        return tokens.key(index) != Words.year && tokens.number(index + 1) != nil
            && tokens.key(index + 2) != Words.month
    }

    private func isUpper(_ index: Int) -> Bool {
        tokens.tokens.indices.contains(index) && tokens.tokens[index].isAllUpper
    }

    private func found(_ times: Int, _ months: Double, _ range: Range<Int>) -> PrintedFrequency {
        PrintedFrequency(
            frequencies: [Self.frequency(times: times, months: months) ?? .periodic], range: range, isExplicit: true)
    }

    private static func frequency(times: Int, months: Double) -> Deadline.Frequency? {
        switch (times, months) {
        case (2, 12): return .twiceYearly
        case (1, 12): return .annual
        case (1, 9): return .nineMonth
        case (1, 6): return .semiannual
        case (1, 3), (4, 12): return .quarterly
        case (1, 1), (12, 12), (3, 3): return .monthly
        case (1, 0.25), (4, 1): return .weekly
        default: return nil
        }
    }

    /// A period and how many months it has; a week counts as a quarter of a month.
    private func months(at index: Int) -> (value: Double, end: Int)? {
        var next = index
        var count = 1.0
        if let number = self.count(index) {
            count = Double(number)
            next += 1
        }
        let key = tokens.key(next)
        guard let length = Self.length(of: key), !isNoPeriod(next) else { return nil }
        return (count * length, next + 1)
    }

    /// Whether the word is part of another (`tuần hoàn`), or of a name (`mỏ Quý Xa`).
    private func isNoPeriod(_ index: Int) -> Bool {
        if tokens.firstMatch(Self.noPeriods, at: index) != nil { return true }
        guard Words.quarters.contains(tokens.key(index)), tokens.tokens.indices.contains(index + 1) else {
            return false
        }
        let next = tokens.tokens[index + 1]
        return tokens.tokens[index].startsUpper && next.kind == .word && next.startsUpper && next.gapBefore == .space
            && !next.isAllUpper
    }

    private static let noPeriods = Phrase.list(CSVTable(PackageResources.no_periods_csv).rows.map { $0["phrase"] })

    private static func length(of key: String) -> Double? {
        if key == Words.month { return 1 }
        if key == Words.year { return 12 }
        if key == Words.week { return 0.25 }
        return Words.quarters.contains(key) ? 3 : nil
    }

    private func count(_ index: Int) -> Int? {
        if let number = tokens.shortNumber(index), number > 0 { return number }
        return Self.numbers[tokens.key(index)]
    }

    /// Whether nothing but `đột xuất` is said, which is when a need arises.
    static func isUnannounced(_ range: Range<Int>, in tokens: TokenText) -> Bool {
        range.count == 2 && tokens.matches(unannounced, at: range.lowerBound)
    }

    /// Words that open a recurrence, besides figures.
    static var openings: [String] {
        [Words.month, Words.year, Words.week, Words.by] + Words.quarters + each + numbers.keys
    }
    static var openingPhrases: [Phrase] { continuous + periodic }

    private static let unannounced = Phrase("đột xuất")
    private static let blanks: Set<String> = [".", "…", "_"]
    private static let romans: Set<String> = ["i", "ii", "iii", "iv", "v"]
    private static let ordinal = WordKey.of("thứ")
    private static let one = WordKey.of("một")
    private static let next = WordKey.of("tiếp")
    private static let this = WordKey.of("nay")
    private static let numbers = Lexicon.keyedNumbers(.countingNumbers)
    private static let each = Lexicon.keys(.eachWords)
    private static let continuous = Lexicon.phrases(.continuousWords)
    private static let periodic = Lexicon.phrases(.periodicWords)
}
