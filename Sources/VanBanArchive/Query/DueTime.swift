import VanBanModel
import VanBanSQLite

/// When what is asked for is due, by any of a task's statements of time that name a last day.
package enum DueTime: Hashable, Sendable {
    /// The last day is past. `trước ngày 30/6` is past on that day.
    case overdue(CalendarDate)
    /// The last day lies within, both ends included; nil is open.
    case within(CalendarDate?, CalendarDate?)

    /// The words that a time is asked for with, besides units of the calendar.
    package static let words = [
        "overdue", "today", "this-month", "next-month", "this-quarter", "next-quarter", "this-year",
    ]

    /// Reads one of ``words``, a day (`2024-06-30`, `30/6/2024`), a month (`2024-06`, `6/2024`), a quarter (`2024-Q3`,
    /// `quý III/2024`), a year (`2024`), or two of these with `..` between them, one of which may be missing. Nil for
    /// anything else.
    package init?(_ text: String, today: CalendarDate) {
        let quarter = (today.month - 1) / 3 + 1
        switch text {
        case "overdue": self = .overdue(today)
        case "this-month": self.init(CalendarUnit(month: today.month, of: today.year))
        case "next-month": self.init(CalendarUnit(month: today.month + 1, of: today.year))
        case "this-quarter": self.init(CalendarUnit(quarter: quarter, of: today.year))
        case "next-quarter": self.init(CalendarUnit(quarter: quarter + 1, of: today.year))
        case "this-year": self.init(CalendarUnit(year: today.year))
        default:
            guard let (from, to) = Self.span(text, today: today) else { return nil }
            self = .within(from, to)
        }
    }

    private init?(_ unit: CalendarUnit?) {
        guard let unit else { return nil }
        self = .within(unit.first, unit.last)
    }

    /// The days from one unit of the calendar to another: `2024-05..2024-06-15`.
    private static func span(
        _ text: String, today: CalendarDate
    ) -> (from: CalendarDate?, to: CalendarDate?)? {
        func unit(_ text: Substring) -> CalendarUnit? {
            text == "today" ? CalendarUnit(first: today, last: today) : CalendarUnit(text)
        }
        guard let dots = text.firstRange(of: "..") else { return unit(text[...]).map { ($0.first, $0.last) } }
        let (left, right) = (text[..<dots.lowerBound], text[dots.upperBound...])
        let (from, to) = (unit(left), unit(right))
        guard left.isEmpty || from != nil, right.isEmpty || to != nil, from != nil || to != nil else { return nil }
        if let from, let to, to.last < from.first { return nil }
        return (from?.first, to?.last)
    }

    /// What a statement of time (`x`) has to meet for one of several times.
    static func any(of times: [DueTime]) -> (sql: String, values: [any DatabaseValueConvertible]) {
        var tests: [String] = []
        var values: [any DatabaseValueConvertible] = []
        for time in times {
            switch time {
            case .overdue(let today):
                // What is done is late no more.
                tests.append(
                    "(x.endDate < ? OR x.bound = 'before' AND x.endDate = ?) AND NOT \(TaskStates.isDone("x"))")
                values += [today.description, today.description]
            case .within(let from, let to):
                tests.append("x.endDate BETWEEN ? AND ?")
                values += [from?.description ?? "0001-01-01", to?.description ?? "9999-12-31"]
            }
        }
        // What is to be done after a day is not over on it.
        return ("x.bound IS NOT 'after' AND (\(tests.joined(separator: " OR ")))", values)
    }
}
