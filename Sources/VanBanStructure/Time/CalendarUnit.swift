import VanBanModel

/// A month, a quarter, some months at one end of a year, or a year, with or without its year.
struct CalendarUnit: Sendable, Hashable {
    enum Scale: Sendable, Hashable {
        case month(Int)
        case quarter(Int)
        /// `6 tháng đầu năm`
        case firstMonths(Int)
        /// `6 tháng cuối năm`
        case lastMonths(Int)
        case year
    }

    var scale: Scale
    var year: Int?
    /// `năm sau`, where the year is one after the plan's.
    var yearOffset = 0
    /// Whether the year is printed in two digits.
    var hasShortYear = false

    /// First and last month.
    private var months: ClosedRange<Int> {
        switch scale {
        case .month(let month): return month...month
        case .quarter(let quarter): return (quarter * 3 - 2)...(quarter * 3)
        case .firstMonths(let count): return 1...count
        case .lastMonths(let count): return (13 - count)...12
        case .year: return 1...12
        }
    }

    func first(in year: Int) -> CalendarDate? { .first(ofMonth: months.lowerBound, in: year) }
    func last(in year: Int) -> CalendarDate? { .last(ofMonth: months.upperBound, in: year) }

    var kind: Deadline.Kind {
        switch scale {
        case .month: return .month
        case .quarter: return .quarter
        case .firstMonths, .lastMonths: return .range
        case .year: return .year
        }
    }

    /// How many months it has.
    var length: Int { months.count }

    /// Whether another one of the same kind follows at once.
    func isFollowed(by other: CalendarUnit) -> Bool {
        switch (scale, other.scale) {
        case (.month(let left), .month(let right)), (.quarter(let left), .quarter(let right)):
            return right == left + 1 && (year == nil || other.year == nil || year == other.year)
        case (.year, .year):
            return year.flatMap { year in other.year.map { $0 == year + 1 } } ?? false
        default: return false
        }
    }
}

/// Reads months, quarters and years: `Tháng 7/2024`, `Tháng 11, 12/ 2022`, `Quý II, III/2021`, `quý I năm 2024`,
/// `6 tháng đầu năm`, `Năm 2023`.
struct CalendarUnitReader {
    let tokens: TokenText

    /// The units that begin at a token and the token after them. More than one unit is a list under one head.
    /// `isRange` says that only its two ends are printed (`Tháng 3 - 6/2024`).
    func units(at index: Int) -> (units: [CalendarUnit], end: Int, isRange: Bool)? {
        if let months = monthsOfYear(at: index) ?? unitOfLarger(at: index) { return ([months.unit], months.end, false) }
        if let list = list(at: index) { return list }
        if let bare = bareMonth(at: index) { return ([bare.unit], bare.end, false) }
        if let years = years(at: index) { return (years.units, years.end, false) }
        return nil
    }

    /// `Năm 2026`, `Năm 2026, 2027 và 2028`
    private func years(at index: Int) -> (units: [CalendarUnit], end: Int)? {
        guard let first = year(at: index) else { return nil }
        var units = [first.unit]
        var end = first.end
        while first.unit.year != nil, [",", "&", Words.and].contains(tokens.key(end)), let year = tokens.year(end + 1),
            tokens.key(end + 2) != "/"
        {
            units.append(CalendarUnit(scale: .year, year: year))
            end += 2
        }
        return (units, end)
    }

    /// `6 tháng đầu năm 2024`, `3 tháng cuối năm`, `nửa đầu năm`
    func monthsOfYear(at index: Int) -> (unit: CalendarUnit, end: Int)? {
        var count: Int?
        var next = index
        if let number = tokens.shortNumber(index), (1...11).contains(number), tokens.key(index + 1) == Words.month {
            count = number
            next += 2
        } else if let word = Self.numberWords[tokens.key(index)], tokens.key(index + 1) == Words.month {
            count = word
            next += 2
        } else if tokens.key(index) == Words.half {
            count = 6
            next += 1
        }
        guard let count, tokens.key(next) == Words.first || tokens.key(next) == Words.last,
            tokens.key(next + 1) == Words.year
        else { return nil }
        let isFirst = tokens.key(next) == Words.first
        var unit = CalendarUnit(scale: isFirst ? .firstMonths(count) : .lastMonths(count), year: nil)
        next += 2
        if let year = tokens.year(next) {
            unit.year = year
            next += 1
        }
        return (unit, next)
    }

    /// `Quý đầu năm 2026`, `Quý cuối năm`, `Tháng đầu năm`, `Tháng đầu quý II/2026`
    private func unitOfLarger(at index: Int) -> (unit: CalendarUnit, end: Int)? {
        let key = tokens.key(index)
        let isFirst = tokens.key(index + 1) == Words.first
        guard isFirst || tokens.key(index + 1) == Words.last else { return nil }
        let larger = index + 2
        if tokens.key(larger) == Words.year {
            let scale: CalendarUnit.Scale
            if Words.quarters.contains(key) {
                scale = .quarter(isFirst ? 1 : 4)
            } else if key == Words.month {
                scale = .month(isFirst ? 1 : 12)
            } else {
                return nil
            }
            let year = tokens.year(larger + 1)
            return (CalendarUnit(scale: scale, year: year), year == nil ? larger + 1 : larger + 2)
        }
        guard key == Words.month, let quarter = headed(at: larger), case .quarter(let number) = quarter.unit.scale
        else {
            return nil
        }
        var unit = quarter.unit
        unit.scale = .month(isFirst ? number * 3 - 2 : number * 3)
        return (unit, quarter.end)
    }

    /// One or more months or quarters under one head.
    private func list(at index: Int) -> (units: [CalendarUnit], end: Int, isRange: Bool)? {
        guard var current = headed(at: index) else { return nil }
        var units = [current.unit]
        var isRange = false
        while current.unit.year == nil || hasYearlyNext(current), let next = following(current, isRange: &isRange) {
            units.append(next.unit)
            current = next
            if isRange { break }
        }
        // One year stands for the whole list.
        let last = units[units.count - 1]
        for position in units.indices where units[position].year == nil && units[position].yearOffset == 0 {
            units[position].year = last.year
            units[position].yearOffset = last.yearOffset
            units[position].hasShortYear = last.hasShortYear
        }
        return (units, current.end, isRange)
    }

    /// `, I/2027` behind `Quý IV/2026`.
    private func hasYearlyNext(_ current: (unit: CalendarUnit, end: Int)) -> Bool {
        guard case .quarter = current.unit.scale, current.unit.year != nil, tokens.number(current.end + 1) == nil,
            quarterNumber(current.end + 1) != nil
        else { return false }
        return isYear(at: current.end + 2)
    }

    /// `Tháng 7`, `Quý IV`, `Q4`, with the year if one follows.
    private func headed(at index: Int) -> (unit: CalendarUnit, end: Int)? {
        let key = tokens.key(index)
        var scale: CalendarUnit.Scale?
        var next = index + 1
        if key == Words.month, let month = UnitNumber.month(after: index, in: tokens) {
            scale = .month(month.value)
            next = month.end
        } else if Words.quarters.contains(key), let quarter = UnitNumber.quarter(after: index, in: tokens) {
            scale = .quarter(quarter.value)
            next = quarter.end
        } else if key == Self.bareQuarter, let quarter = UnitNumber.quarterFigures(at: next, in: tokens),
            isYear(at: quarter.end)
        {
            // `Quy II/2026`, in a text without tone marks
            scale = .quarter(quarter.value)
            next = quarter.end
        } else if key == "q", let quarter = quarterNumber(index + (tokens.key(index + 1) == "." ? 2 : 1)) {
            // `Q.I/2026`
            scale = .quarter(quarter)
            next += tokens.key(index + 1) == "." ? 2 : 1
        } else if let quarter = Self.gluedQuarters[key] {
            scale = .quarter(quarter)
        } else if let month = Self.shortMonths[key], isShortMonth(behind: next) {
            // `T6` alone may be a Friday.
            scale = .month(month)
        }
        return scale.map { withYear($0, at: next) }
    }

    /// Whether what stands behind `T6` says that it is a month: its year, or another month with one (`T1+T2/2026`).
    private func isShortMonth(behind next: Int) -> Bool {
        if isYear(at: next) || tokens.key(next) == "-" && isYear(at: next + 2) { return true }
        return ["+", "-", "&", ",", Words.and].contains(tokens.key(next))
            && Self.shortMonths[tokens.key(next + 1)] != nil
            && isYear(at: next + 2)
    }

    /// Whether a stroke and a year stand at a token, after the month's number before them.
    private func isYear(at index: Int) -> Bool {
        tokens.key(index) == "/" && tokens.year(index + 1) != nil
    }

    /// The next of a list (`, 12/ 2022`, `và III`), or the end of a range (`- 6/2024`, `đến 6/2024`).
    private func following(
        _ current: (unit: CalendarUnit, end: Int), isRange: inout Bool
    ) -> (unit: CalendarUnit, end: Int)? {
        let sign = tokens.key(current.end)
        let reaches = sign == "-" || Words.to.contains(sign)
        let next = current.end + 1
        // `Quý II; III/2026`
        // `Quý I/II/2026`
        let isStroke =
            sign == "/" && quarterNumber(next) != nil && (isYear(at: next + 1) || tokens.key(next + 1) == "/")
        let isList =
            isStroke || sign == "," || sign == Words.and || sign == "&" || sign == "+"
            || sign == ";" && endsInYear(next)
        guard reaches || isList else { return nil }
        var scale: CalendarUnit.Scale?
        switch current.unit.scale {
        case .month:
            // `tháng ba và tháng tư`, `tháng ba, tư năm 2026`
            if let word = UnitNumber.monthInWords(at: next, in: tokens) {
                isRange = reaches
                return withYear(.month(word.value), at: word.end)
            }
            if let month = Self.shortMonths[tokens.key(next)], isYear(at: next + 1) {
                isRange = reaches
                return withYear(.month(month), at: next + 1)
            }
            guard let month = tokens.shortNumber(next), (1...12).contains(month) else { return nil }
            // `Tháng 6, 15/12/2024` and `tháng 6, 9 tháng` go on with something else.
            if let date = DateReader.date(at: next, in: tokens, defaultYear: nil), date.year != nil { return nil }
            if tokens.key(next + 1) == Words.month || tokens.key(next + 1) == Words.time { return nil }
            // `Tháng 6, 02 báo cáo` counts what is due.
            if DocumentKindGazetteer.standard.kind(in: tokens, at: next + 1) != nil { return nil }
            scale = .month(month)
        case .quarter:
            guard let quarter = quarterNumber(next), tokens.key(next + 1) != Words.month,
                tokens.key(next + 1) != Words.time
            else { return nil }
            scale = .quarter(quarter)
        default: return nil
        }
        isRange = reaches
        return scale.map { withYear($0, at: next + 1) }
    }

    /// Whether numbers parted by signs end with one that has its year: `6; 9; 12/2026`.
    private func endsInYear(_ index: Int) -> Bool {
        var next = index
        while tokens.shortNumber(next) != nil || quarterNumber(next) != nil {
            if isYear(at: next + 1) { return true }
            guard [";", ",", Words.and].contains(tokens.key(next + 1)) else { return false }
            next += 2
        }
        return false
    }

    private func withYear(_ scale: CalendarUnit.Scale, at index: Int) -> (unit: CalendarUnit, end: Int) {
        var unit = CalendarUnit(scale: scale, year: nil)
        var next = index
        let sign = tokens.key(next)
        let joinsYear =
            sign == "/" || sign == Words.year || ((sign == "-" || sign == ".") && tokens.isGlued(next + 1))
            || (sign == "," && tokens.key(next + 2) != "/")
        // `Tháng 6 - 2026`: no month goes on to a year.
        let isParted =
            sign == "-" && !["-", "/"].contains(tokens.key(next + 2)) && !Words.to.contains(tokens.key(next + 2))
        if joinsYear || isParted, let year = tokens.year(next + 1) {
            unit.year = year
            next += 2
        } else if sign == "/", tokens.isGlued(next + 1), let year = tokens.shortNumber(next + 1), year > 12,
            tokens.key(next + 2) != "/"
        {
            // `Tháng 6/26`
            unit.year = 2000 + year
            unit.hasShortYear = true
            next += 2
        } else if sign == "," || sign == "/" || sign == "-", tokens.key(next + 1) == Words.year,
            let year = tokens.year(next + 2)
        {
            unit.year = year
            next += 3
        } else if let year = tokens.year(next) {
            unit.year = year
            next += 1
        } else if let relative = RelativeYear(at: next, in: tokens) {
            unit.yearOffset = relative.offset
            next = relative.end
        } else if sign == Words.of, tokens.key(next + 1) == Words.year, let year = tokens.year(next + 2) {
            unit.year = year
            next += 3
        }
        return (unit, next)
    }

    /// `7/2024`
    private func bareMonth(at index: Int) -> (unit: CalendarUnit, end: Int)? {
        guard let month = tokens.shortNumber(index), (1...12).contains(month), joinsYear(index + 1),
            let year = tokens.year(index + 2), !(tokens.key(index + 3) == "/" && tokens.isGlued(index + 3))
        else { return nil }
        return (CalendarUnit(scale: .month(month), year: year), index + 3)
    }

    /// `/`, or a dash or full stop without space around it (`12.2026`).
    private func joinsYear(_ index: Int) -> Bool {
        let key = tokens.key(index)
        return key == "/" || (key == "." || key == "-") && tokens.isGlued(index) && tokens.isGlued(index + 1)
    }

    /// `Năm 2023`, `năm sau`
    private func year(at index: Int) -> (unit: CalendarUnit, end: Int)? {
        if tokens.key(index) == Words.year {
            if let year = tokens.year(index + 1) { return (CalendarUnit(scale: .year, year: year), index + 2) }
            // A budget's year is that of the calendar (Luật Ngân sách nhà nước 2015, Điều 14).
            if tokens.matches(Self.budget, at: index + 1), let year = tokens.year(index + 3) {
                return (CalendarUnit(scale: .year, year: year), index + 4)
            }
            if let relative = RelativeYear(at: index, in: tokens), relative.offset >= 0 {
                return (CalendarUnit(scale: .year, year: nil, yearOffset: relative.offset), relative.end)
            }
        }
        return nil
    }

    /// Roman or Arabic.
    private func quarterNumber(_ index: Int) -> Int? {
        UnitNumber.quarterFigures(at: index, in: tokens)?.value
    }

    /// `quý` without its tone mark.
    private static let bareQuarter = "quy"

    /// Words that open a unit, besides figures.
    static var openings: [String] {
        [Words.month, Words.year, Words.half, "q", bareQuarter] + Words.quarters + numberWords.keys + gluedQuarters.keys
            + shortMonths.keys
    }

    private static let romans = ["i": 1, "ii": 2, "iii": 3, "iv": 4]
    private static let budget = Phrase("ngân sách")
    private static let numberWords = Lexicon.keyedNumbers(.countingNumbers)
    /// `QuýIV`, `Q4`
    private static let gluedQuarters: [String: Int] = {
        var keys: [String: Int] = [:]
        for (roman, number) in romans {
            keys[WordKey.of("quý" + roman)] = number
            keys["q" + roman] = number
            keys["q\(number)"] = number
        }
        return keys
    }()
    /// `T7/2026`
    private static let shortMonths: [String: Int] = {
        var keys: [String: Int] = [:]
        for month in 1...12 {
            keys["t\(month)"] = month
            keys["t0\(month)"] = month
        }
        return keys
    }()
}
