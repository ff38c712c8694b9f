import VanBanModel

/// Ranges of which one end alone has a year.
extension StatementDating {
    /// `Từ 20/12 đến 10/01/2027`, `Tháng 11 đến tháng 02/2027`: the end without a year is in the one that makes the range
    /// run forward.
    func runForward(
        _ from: TimeExpression.Endpoint?, _ to: TimeExpression.Endpoint?, _ deadline: inout Deadline
    ) {
        guard let start = deadline.start, let end = deadline.end, start > end, let from, let to,
            !Self.isOffset(from), !Self.isOffset(to)
        else { return }
        switch (Self.year(from), Self.year(to)) {
        case (nil, .some) where from.isDay || isPlanned(end.year - 1):
            deadline.start = Self.day(start, from, isStart: true, in: end.year - 1)
        case (.some, nil) where to.isDay || isPlanned(start.year + 1):
            deadline.end = Self.day(end, to, isStart: false, in: start.year + 1)
        default: break
        }
    }

    /// Whether a year is one of the plan's, or the plan says nothing of its years.
    func isPlanned(_ year: Int) -> Bool { years?.contains(year) ?? true }

    private static func isOffset(_ endpoint: TimeExpression.Endpoint) -> Bool {
        switch endpoint {
        case .day(let date): return date.yearOffset != 0
        case .unit(let unit), .edge(_, let unit): return unit.yearOffset != 0
        }
    }

    /// The day of one end of a range in another year.
    private static func day(
        _ day: CalendarDate, _ endpoint: TimeExpression.Endpoint, isStart: Bool, in year: Int
    ) -> CalendarDate? {
        if case .unit(let unit) = endpoint { return isStart ? unit.first(in: year) : unit.last(in: year) }
        return CalendarDate(year: year, month: day.month, day: day.day)
    }

    static func year(_ endpoint: TimeExpression.Endpoint) -> Int? {
        switch endpoint {
        case .day(let date): return date.year
        case .unit(let unit), .edge(_, let unit): return unit.year
        }
    }
}
