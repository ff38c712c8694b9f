import VanBanExport
import VanBanModel

/// Asks for tasks: when they are due, who does them, what they are for.
public struct TaskQuery: Sendable {
    public var due: DueTime?
    /// Words of the name, or the id, of an agency that leads, and of one that coordinates.
    public var lead: String?
    public var coordinating: String?
    /// A dimension's code (`PAPI-1`), or words of the group that stands above the tasks.
    public var dimension: String?
    /// Words of the file's path, and of the task, its products and its remarks.
    public var document: String?
    public var text: String?

    public init() {}

    public var request: SheetRequest {
        var conditions = QueryConditions()
        if let due { due.add(to: &conditions) }
        Self.add(lead, duty: "lead", to: &conditions)
        Self.add(coordinating, duty: "coordinating", to: &conditions)
        if let dimension {
            conditions.add(
                "upper(t.dimensionCode) = upper(?) OR instr(words(t.groupTitle), ?) > 0", dimension,
                QueryWords.of(dimension))
        }
        conditions.add(words: document, in: "d.document")
        conditions.add(
            words: text,
            in: ["groupTitle", "task", "outputs", "funding", "note", "otherCells"].map { "coalesce(t.\($0), '')" }
                .joined(separator: " || ' ' || "))
        return SheetRequest(
            .tasks, conditions,
            order: due == nil ? "d.document, t.ordinal" : "t.due IS NULL, t.due, d.document, t.ordinal")
    }

    private static func add(_ agency: String?, duty: String, to conditions: inout QueryConditions) {
        guard let agency else { return }
        let words = QueryWords.of(agency)
        conditions.add(
            """
            EXISTS (SELECT 1 FROM agencies a WHERE a.documentId = t.documentId AND a.task = t.sequence \
            AND a.duty = '\(duty)' AND (a.id = ? OR instr(words(a.name), ?) > 0 OR instr(words(a.text), ?) > 0))
            """, agency, words, words)
    }
}

/// When what is asked for is due, by any of a task's statements of time that name a last day.
public enum DueTime: Hashable, Sendable {
    /// The last day is past. `trước ngày 30/6` is past on that day.
    case overdue(CalendarDate)
    /// The last day lies within, both ends included; nil is open.
    case within(CalendarDate?, CalendarDate?)

    /// Reads `overdue`, `this-month`, `this-year`, a day (`2024-06-30`), a month (`2024-06`), a year (`2024`), or two of
    /// these with `..` between them, one of which may be missing. Nil for anything else.
    public init?(_ text: String, today: CalendarDate) {
        switch text {
        case "overdue": self = .overdue(today)
        case "this-month":
            self = .within(
                .first(ofMonth: today.month, in: today.year), .last(ofMonth: today.month, in: today.year))
        case "this-year": self = .within(.first(ofMonth: 1, in: today.year), .last(ofMonth: 12, in: today.year))
        default:
            guard let (from, to) = Self.span(text) else { return nil }
            self = .within(from, to)
        }
    }

    /// The days from one unit of the calendar to another: `2024-05..2024-06-15`.
    static func span(_ text: String) -> (from: CalendarDate?, to: CalendarDate?)? {
        guard let dots = text.firstRange(of: "..") else {
            return unit(text[...]).map { ($0.first, $0.last) }
        }
        let (left, right) = (text[..<dots.lowerBound], text[dots.upperBound...])
        let (from, to) = (unit(left), unit(right))
        guard left.isEmpty || from != nil, right.isEmpty || to != nil, from != nil || to != nil else { return nil }
        if let from, let to, to.last < from.first { return nil }
        return (from?.first, to?.last)
    }

    private static func unit(_ text: Substring) -> (first: CalendarDate, last: CalendarDate)? {
        if let day = CalendarDate(iso: String(text)) { return (day, day) }
        let pieces = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard let year = pieces.first ?? nil, pieces.count <= 2, pieces.count == 1 || pieces[1] != nil,
            let first = CalendarDate.first(ofMonth: pieces.count == 2 ? pieces[1] ?? 0 : 1, in: year),
            let last = CalendarDate.last(ofMonth: pieces.count == 2 ? first.month : 12, in: year)
        else { return nil }
        return (first, last)
    }

    func add(to conditions: inout QueryConditions) {
        let stated = """
            EXISTS (SELECT 1 FROM deadlines x WHERE x.documentId = t.documentId AND x.task = t.sequence \
            AND x.endDate IS NOT NULL AND x.bound IS NOT 'after' AND
            """
        switch self {
        case .overdue(let today):
            conditions.add(
                stated + " (x.endDate < ? OR x.bound = 'before' AND x.endDate = ?))", today.description,
                today.description)
        case .within(let from, let to):
            conditions.add(
                stated + " x.endDate BETWEEN ? AND ?)", from?.description ?? "0001-01-01",
                to?.description ?? "9999-12-31")
        }
    }
}
