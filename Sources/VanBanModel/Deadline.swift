/// One statement of time in a deadline cell.
public struct Deadline: Hashable, Codable, Sendable {
    public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
        case date, month, quarter, year, range, recurring, relative, asRegulated, unparsed
    }
    public enum Bound: String, Hashable, Codable, Sendable, CaseIterable {
        case within, before, by, after, on
    }
    public enum Frequency: String, Hashable, Codable, Sendable, CaseIterable {
        case continuous, weekly, monthly, quarterly, semiannual, nineMonth, annual, twiceYearly, periodic
    }
    /// On which side of its anchor an offset is counted.
    public enum Direction: String, Hashable, Codable, Sendable, CaseIterable {
        case before, after
    }

    public var text: String
    public var kind: Kind
    public var start: CalendarDate?
    public var end: CalendarDate?
    public var bound: Bound?
    public var frequency: [Frequency]
    /// What is due then (`Báo cáo 6 tháng`).
    public var product: String?
    /// The event that a relative deadline hangs on; the words for what lays down one of kind `asRegulated`.
    public var anchor: String?
    /// The day of the anchor, where it is printed or is the day of issue of the document that prints it.
    public var anchorDate: CalendarDate?
    /// The length of time between the anchor and the deadline as printed, an ISO 8601 duration (`P15D`, `P2M`, `PT24H`).
    public var offset: String?
    /// On which side of the anchor the offset is counted; nil without one, or where the words do not say.
    public var direction: Direction?
    /// Whether the days of the offset are working days (`05 ngày làm việc`).
    public var workingDays: Bool
    /// Id of the document cited that lays down the deadline or that it hangs on; nil where none is told apart.
    public var reference: String?
    public var location: Location?

    public init(
        text: String, kind: Kind, start: CalendarDate? = nil, end: CalendarDate? = nil, bound: Bound? = nil,
        frequency: [Frequency] = [], product: String? = nil, anchor: String? = nil, anchorDate: CalendarDate? = nil,
        offset: String? = nil, direction: Direction? = nil, workingDays: Bool = false, reference: String? = nil,
        location: Location? = nil
    ) {
        self.text = text
        self.kind = kind
        self.start = start
        self.end = end
        self.bound = bound
        self.frequency = frequency
        self.product = product
        self.anchor = anchor
        self.anchorDate = anchorDate
        self.offset = offset
        self.direction = direction
        self.workingDays = workingDays
        self.reference = reference
        self.location = location
    }
}
