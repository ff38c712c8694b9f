import VanBanModel

/// A length of time after an event (`15 ngày`, `02 tháng`).
struct DayCount: Sendable, Hashable {
    enum Unit: Sendable, Hashable {
        case hour, day, workingDay, week, month, year
    }

    var count: Int
    var unit: Unit
    /// On which side of the event it lies; nil where the words do not say.
    var direction: Deadline.Direction?

    /// An ISO 8601 duration; working days count as days in it.
    var duration: String {
        switch unit {
        case .hour: return "PT\(count)H"
        case .day, .workingDay: return "P\(count)D"
        case .week: return "P\(count)W"
        case .month: return "P\(count)M"
        case .year: return "P\(count)Y"
        }
    }

    /// The last day of the period that an event on a day starts: the day of the event is not counted (Bộ luật Dân sự
    /// 2015, Điều 147); months and years end on the day of the same number or else on the month's last (Điều 148).
    ///
    /// Nil for hours and working days, and for what lies before an event, of which the law says nothing. The public holidays are not known here, so a last day that is none of work
    /// (Điều 148 khoản 5) is not moved.
    func end(after day: CalendarDate) -> CalendarDate? {
        guard direction != .before else { return nil }
        switch unit {
        case .hour, .workingDay: return nil
        case .day: return Self.day(count, after: day)
        case .week: return Self.day(count * 7, after: day)
        case .month: return Self.month(count, after: day)
        case .year: return Self.month(count * 12, after: day)
        }
    }

    private static func day(_ count: Int, after start: CalendarDate) -> CalendarDate? {
        guard (0...100_000).contains(count) else { return nil }
        var year = start.year
        var month = start.month
        var day = start.day + count
        var length = CalendarDate.length(ofMonth: month, in: year)
        while day > length {
            day -= length
            month += 1
            if month > 12 {
                month = 1
                year += 1
            }
            length = CalendarDate.length(ofMonth: month, in: year)
        }
        return CalendarDate(year: year, month: month, day: day)
    }

    private static func month(_ count: Int, after start: CalendarDate) -> CalendarDate? {
        guard (0...10_000).contains(count) else { return nil }
        let months = start.year * 12 + start.month - 1 + count
        let year = months / 12
        let month = months % 12 + 1
        return CalendarDate(
            year: year, month: month, day: min(start.day, CalendarDate.length(ofMonth: month, in: year)))
    }
}
