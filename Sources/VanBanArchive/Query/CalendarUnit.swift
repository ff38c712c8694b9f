import VanBanModel

/// A day, month, quarter or year, by its first and last day.
struct CalendarUnit: Hashable {
    var first: CalendarDate
    var last: CalendarDate

    init(first: CalendarDate, last: CalendarDate) {
        self.first = first
        self.last = last
    }

    /// - Parameter month: from 1; the month after December is January of the next year.
    init?(month: Int, of year: Int) {
        self.init(months: month...month, of: year)
    }

    init?(quarter: Int, of year: Int) {
        self.init(months: (3 * quarter - 2)...(3 * quarter), of: year)
    }

    init?(year: Int) { self.init(months: 1...12, of: year) }

    private init?(months: ClosedRange<Int>, of year: Int) {
        let isNext = months.lowerBound > 12
        let (from, to) = (months.lowerBound - (isNext ? 12 : 0), months.upperBound - (isNext ? 12 : 0))
        guard let first = CalendarDate.first(ofMonth: from, in: year + (isNext ? 1 : 0)),
            let last = CalendarDate.last(ofMonth: to, in: year + (isNext ? 1 : 0))
        else { return nil }
        self.init(first: first, last: last)
    }

    /// Reads `2024-06-30`, `2024-06`, `2024-Q3`, `2024`, and as documents write them `30/6/2024`, `tháng 6/2024`,
    /// `quý III/2024`, `năm 2024`. Nil for anything else.
    init?(_ text: Substring) {
        var words = FoldedText.of(String(text)).lowercased().split(separator: " ")
        if words.count > 1, let noun = words.first, ["ngay", "thang", "quy", "nam"].contains(noun) {
            words.removeFirst()
            guard words.count == 1, let rest = words.first else { return nil }
            self.init(pieces: Self.pieces(rest), isQuarter: noun == "quy")
        } else {
            guard words.count == 1, let word = words.first else { return nil }
            self.init(pieces: Self.pieces(word), isQuarter: false)
        }
    }

    /// Year first, whichever way it is written.
    private static func pieces(_ word: Substring) -> [Substring] {
        word.contains("/")
            ? word.split(separator: "/", omittingEmptySubsequences: false).reversed()
            : word.split(separator: "-", omittingEmptySubsequences: false)
    }

    private init?(pieces: [Substring], isQuarter: Bool) {
        guard let year = pieces.first.flatMap({ Int($0) }), (1000...9999).contains(year) else { return nil }
        switch pieces.count {
        case 1 where !isQuarter: self.init(year: year)
        case 2:
            let quarter = Self.quarter(pieces[1], isAlone: isQuarter)
            if let quarter {
                self.init(quarter: quarter, of: year)
            } else {
                guard !isQuarter, let month = Int(pieces[1]), (1...12).contains(month) else { return nil }
                self.init(month: month, of: year)
            }
        case 3:
            guard !isQuarter, let month = Int(pieces[1]), let day = Int(pieces[2]),
                let date = CalendarDate(year: year, month: month, day: day)
            else { return nil }
            self.init(first: date, last: date)
        default: return nil
        }
    }

    /// `q3`, `iii`; a bare `3` only where it is said to be a quarter.
    private static func quarter(_ text: Substring, isAlone: Bool) -> Int? {
        if let place = ["i", "ii", "iii", "iv"].firstIndex(of: String(text)) { return place + 1 }
        guard text.hasPrefix("q") || isAlone, let number = Int(text.drop { $0 == "q" }), (1...4).contains(number) else {
            return nil
        }
        return number
    }
}
