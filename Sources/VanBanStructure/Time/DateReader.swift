import VanBanModel

/// A day as a document prints it: the parts that are there, and the day they make.
struct PrintedDate: Sendable, Hashable {
    /// The tokens it takes, `ngày` before it included.
    var range: Range<Int>
    var day: Int
    var month: Int
    /// The year as printed; nil where only day and month are.
    var year: Int?
    /// Whether the year is printed in two digits.
    var hasShortYear = false
    /// `năm sau`, where the year is one after the plan's.
    var yearOffset = 0
    /// The day, in the printed or else the default year; nil where the calendar has no such day or no year is known.
    var date: CalendarDate?

    var isYearMissing: Bool { year == nil }

    /// Whether no year, or not the printed one, has such a day (`31/4`, `29/02/2023`).
    var isInvalid: Bool { CalendarDate(year: year ?? 2000, month: month, day: day) == nil }

    /// The same day with another year where none is printed.
    func date(inYear other: Int?) -> CalendarDate? {
        (year ?? other).flatMap { CalendarDate(year: $0, month: month, day: day) }
    }
}

/// Reads a day in the forms of administrative documents: `ngày 26 tháng 5 năm 2024` (NĐ 30/2020/NĐ-CP, Phụ lục I,
/// II.4), `24/6/2022`, `01-10-1997`, `3/6`. The order is always day, month, year.
struct DateReader {
    /// The day that begins at a token, or nil.
    ///
    /// Day and month without a year are a day only with `/`, or after `ngày`; whoever reads running text has to look
    /// at what stands before (`3/6` may be a fraction).
    ///
    /// - Parameter isNamed: whether the words before make it certain that a day follows, as after `ngày`.
    static func date(
        at index: Int, in tokens: TokenText, defaultYear: Int?, isNamed: Bool = false
    ) -> PrintedDate? {
        var position = index
        var named = tokens.key(position) == Words.day
        if named { position += 1 }
        named = named || isNamed
        if let date = sortable(from: index, at: position, tokens) { return date }
        if named, let day = UnitNumber.dayInWords(at: position, in: tokens) {
            return inWords(from: index, day: day.value, at: day.end - 1, named: true, tokens, defaultYear)
        }
        guard let day = tokens.shortNumber(position) else { return nil }
        if tokens.key(position + 1) == Words.month {
            return inWords(from: index, day: day, at: position, named: named, tokens, defaultYear)
        }
        if let date = spaced(from: index, day: day, at: position, tokens) { return date }
        return inFigures(from: index, day: day, at: position, named: named, tokens, defaultYear)
    }

    private static func inWords(
        from start: Int, day: Int, at position: Int, named isDay: Bool, _ tokens: TokenText, _ defaultYear: Int?
    ) -> PrintedDate? {
        // A month that no year has is told as what it is; `ngày 05 tháng tám`.
        let printed = tokens.shortNumber(position + 2).map { UnitNumber(value: $0, end: position + 3) }
        guard let named = printed ?? UnitNumber.monthInWords(at: position + 2, in: tokens) else { return nil }
        let month = named.value
        var end = named.end
        let year = yearAfterMonth(at: &end, in: tokens)
        // Without the word "ngày" and a year, `6 tháng 1 lần` would be a day.
        guard isDay || year != nil else { return nil }
        return Self.printed(start..<end, day, month, year, defaultYear, tokens)
    }

    /// `2026-09-30`, as sheets and databases write it (ISO 8601); `2026/09/30`.
    private static func sortable(from start: Int, at position: Int, _ tokens: TokenText) -> PrintedDate? {
        guard let year = tokens.year(position), let month = tokens.shortNumber(position + 2),
            let day = tokens.shortNumber(position + 4), (1...12).contains(month), (1...31).contains(day),
            (position + 1...position + 4).allSatisfy({ tokens.isGlued($0) }),
            ["-", "/"].contains(tokens.key(position + 1)), tokens.key(position + 3) == tokens.key(position + 1),
            tokens.key(position + 2).utf8.count == 2, tokens.key(position + 4).utf8.count == 2,
            !["/", "-"].contains(tokens.key(position + 5)) || !tokens.isGlued(position + 5)
        else { return nil }
        return printed(start..<(position + 5), day, month, year, nil, tokens)
    }

    /// `25 – 12 – 2026`: dashes with space around them, where the year shows that they part no range.
    private static func spaced(from start: Int, day: Int, at position: Int, _ tokens: TokenText) -> PrintedDate? {
        guard tokens.key(position + 1) == "-", tokens.key(position + 3) == "-", (1...31).contains(day),
            let month = tokens.shortNumber(position + 2), (1...12).contains(month),
            let year = tokens.year(position + 4),
            (position + 1...position + 4).allSatisfy({ tokens.tokens[$0].gapBefore == .space }),
            !["-", "/"].contains(tokens.key(position + 5)), tokens.key(position - 1) != "-"
        else { return nil }
        return printed(start..<(position + 5), day, month, year, nil, tokens)
    }

    private static func inFigures(
        from start: Int, day: Int, at position: Int, named: Bool, _ tokens: TokenText, _ defaultYear: Int?
    ) -> PrintedDate? {
        guard let separator = separator(at: position + 1, in: tokens), let month = tokens.shortNumber(position + 2)
        else { return nil }
        var end = position + 3
        var year: Int?
        var isShort = false
        if tokens.key(end) == separator, Self.separator(at: end, in: tokens) != nil,
            let number = tokens.number(end + 1)
        {
            guard let printedYear = Self.year(number, digits: tokens.key(end + 1).count) else { return nil }
            year = printedYear
            isShort = printedYear != number
            end += 2
        } else if tokens.key(end) == Words.year, let number = tokens.year(end + 1) {
            year = number
            end += 2
        }
        // The beginning of a longer number (`12/5/2020/TT-BTC`, `3/6/KH`).
        if tokens.isGlued(end), ["/", "-"].contains(tokens.key(end)), end + 1 < tokens.tokens.count,
            tokens.isGlued(end + 1), !isRangeDash(at: end, in: tokens, of: separator)
        {
            return nil
        }
        if year == nil, !named {
            guard separator == "/", day <= 31, month <= 12 else { return nil }
        }
        var result = printed(start..<end, day, month, year, defaultYear, tokens)
        result.hasShortYear = isShort
        return result
    }

    /// Whether a dash leads on to another day (`15/6-30/6/2026`).
    private static func isRangeDash(at index: Int, in tokens: TokenText, of separator: String) -> Bool {
        separator == "/" && tokens.key(index) == "-" && tokens.shortNumber(index + 1) != nil
            && tokens.key(index + 2) == "/" && tokens.shortNumber(index + 3) != nil
    }

    private static func printed(
        _ range: Range<Int>, _ day: Int, _ month: Int, _ year: Int?, _ defaultYear: Int?,
        _ tokens: TokenText
    ) -> PrintedDate {
        var result = PrintedDate(range: range, day: day, month: month, year: year, date: nil)
        if year == nil, let relative = RelativeYear(at: range.upperBound, in: tokens) {
            result.yearOffset = relative.offset
            result.range = range.lowerBound..<relative.end
        }
        result.date = result.date(inYear: defaultYear.map { $0 + result.yearOffset })
        return result
    }

    /// `năm 2024` or `/2024` after `ngày 26 tháng 5`.
    private static func yearAfterMonth(at end: inout Int, in tokens: TokenText) -> Int? {
        let before = tokens.key(end)
        guard before == Words.year || before == "/", let year = tokens.year(end + 1) else { return nil }
        end += 2
        return year
    }

    /// A sign between day, month and year; a dash or a full stop only without space around it.
    private static func separator(at index: Int, in tokens: TokenText) -> String? {
        let key = tokens.key(index)
        if key == "/" { return key }
        guard key == "-" || key == ".", tokens.isGlued(index), tokens.isGlued(index + 1) else { return nil }
        return key
    }

    /// A printed year; of two digits it is one since 1945.
    private static func year(_ number: Int, digits: Int) -> Int? {
        switch digits {
        case 4: return number
        case 2: return number >= 45 ? 1900 + number : 2000 + number
        default: return nil
        }
    }
}

/// Keys that every reader of time looks for.
enum Words {
    static let day = WordKey.of("ngày")
    static let week = WordKey.of("tuần")
    static let month = WordKey.of("tháng")
    static let quarters: Set<String> = [WordKey.of("quý"), WordKey.of("quí")]
    static let year = WordKey.of("năm")
    static let and = WordKey.of("và")
    static let to: Set<String> = [WordKey.of("đến"), WordKey.of("tới")]
    static let time = WordKey.of("lần")
    static let half = WordKey.of("nửa")
    static let meeting = WordKey.of("họp")
    static let first = WordKey.of("đầu")
    static let last = WordKey.of("cuối")
    static let before = WordKey.of("trước")
    static let after = WordKey.of("sau")
    static let from = WordKey.of("từ")
    static let of = WordKey.of("của")
    static let within = WordKey.of("trong")
    static let by = WordKey.of("theo")
    static let when = WordKey.of("khi")
}

extension TokenText {
    /// The key of a token, empty beyond the ends.
    func key(_ index: Int) -> String {
        tokens.indices.contains(index) ? tokens[index].key : ""
    }

    func number(_ index: Int) -> Int? {
        tokens.indices.contains(index) ? tokens[index].value : nil
    }

    /// A number of one or two digits.
    func shortNumber(_ index: Int) -> Int? {
        guard let value = number(index), tokens[index].key.count <= 2 else { return nil }
        return value
    }

    /// A number that can only be a year.
    func year(_ index: Int) -> Int? {
        guard let value = number(index), tokens[index].key.count == 4, (1900...2199).contains(value) else { return nil }
        return value
    }

    /// Whether a token follows the one before without space.
    func isGlued(_ index: Int) -> Bool {
        tokens.indices.contains(index) && index > 0 && tokens[index].gapBefore == .none
    }
}
