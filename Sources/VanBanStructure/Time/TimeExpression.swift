import VanBanModel

/// One expression of time in a text, with the operator before it (`trước ngày 31/12/2024`).
struct TimeExpression: Sendable, Hashable {
    /// A day or a month that opens or closes a range.
    enum Endpoint: Sendable, Hashable {
        case day(PrintedDate)
        case unit(CalendarUnit)
        /// `đầu năm`, `cuối tháng 6`
        case edge(Edge, CalendarUnit)

        var isDay: Bool {
            if case .day = self { return true }
            return false
        }
    }

    /// The named days of a unit: `đầu`, `giữa`, `cuối` (Bộ luật Dân sự 2015, Điều 146 khoản 3).
    enum Edge: Sendable, Hashable {
        case first, middle, last
    }

    enum Meaning: Sendable, Hashable {
        case day(PrintedDate)
        /// Units under one head; `isRange` when only the two ends are printed.
        case units([CalendarUnit], isRange: Bool)
        case edge(Edge, CalendarUnit)
        /// From one end to the other; nil for an open end.
        case range(from: Endpoint?, to: Endpoint?)
        case recurring([Deadline.Frequency], isExplicit: Bool)
        /// A day within each period (`ngày 15 của quý`).
        case dayOfPeriod([Deadline.Frequency])
        /// Tied to an event, some days after it where a count is printed.
        case event(anchor: Range<Int>?, count: DayCount?)
        /// What another document says (`theo quy định`).
        case regulation
        /// A month or a quarter that no year has (`tháng 13`, `quý V`).
        case impossible
        /// What is plainly a time, and none whose days can be told: a form that nobody has filled in
        /// (`Ngày … tháng … năm 2026`), `100 ngày đầu năm`.
        case unread
    }

    var meaning: Meaning
    /// Tokens, the operator included.
    var range: Range<Int>
    /// What the operator says; nil without one.
    var bound: Deadline.Bound?
    /// Whether it stands in brackets.
    var isBracketed = false

    var isRecurring: Bool {
        if case .recurring = meaning { return true }
        return false
    }

    var isDay: Bool {
        if case .day = meaning { return true }
        return false
    }

    var isContinuous: Bool {
        if case .recurring(let frequencies, _) = meaning { return frequencies.contains(.continuous) }
        return false
    }

    /// The year unit that it is, for `năm 2024`.
    var isYear: Bool {
        if case .units(let units, _) = meaning { return units.count == 1 && units[0].scale == .year }
        return false
    }

    /// Whether it is a day, a month, a quarter or a range of them.
    var isDated: Bool {
        switch meaning {
        case .day, .units, .edge, .range: return true
        default: return false
        }
    }

    var isRegulation: Bool { meaning == .regulation }
}
