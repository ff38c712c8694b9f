/// One statement of time in a deadline cell.
public struct Deadline: Hashable, Codable, Sendable {
    private var content: Shared<Content>

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

    public var text: String {
        get { content.value.text }
        set { content.value.text = newValue }
    }
    public var kind: Kind {
        get { content.value.kind }
        set { content.value.kind = newValue }
    }
    public var start: CalendarDate? {
        get { content.value.start }
        set { content.value.start = newValue }
    }
    public var end: CalendarDate? {
        get { content.value.end }
        set { content.value.end = newValue }
    }
    public var bound: Bound? {
        get { content.value.bound }
        set { content.value.bound = newValue }
    }
    public var frequency: [Frequency] {
        get { content.value.frequency }
        set { content.value.frequency = newValue }
    }
    /// What is due then (`Báo cáo 6 tháng`).
    public var product: String? {
        get { content.value.product }
        set { content.value.product = newValue }
    }
    /// The event that a relative deadline hangs on; the words for what lays down one of kind `asRegulated`.
    public var anchor: String? {
        get { content.value.anchor }
        set { content.value.anchor = newValue }
    }
    /// The day of the anchor, where it is printed or is the day of issue of the document that prints it.
    public var anchorDate: CalendarDate? {
        get { content.value.anchorDate }
        set { content.value.anchorDate = newValue }
    }
    /// The length of time between the anchor and the deadline as printed, an ISO 8601 duration (`P15D`, `P2M`, `PT24H`).
    public var offset: String? {
        get { content.value.offset }
        set { content.value.offset = newValue }
    }
    /// On which side of the anchor the offset is counted; nil without one, or where the words do not say.
    public var direction: Direction? {
        get { content.value.direction }
        set { content.value.direction = newValue }
    }
    /// Whether the days of the offset are working days (`05 ngày làm việc`).
    public var workingDays: Bool {
        get { content.value.workingDays }
        set { content.value.workingDays = newValue }
    }
    /// Id of the document cited that lays down the deadline or that it hangs on; nil where none is told apart.
    public var reference: String? {
        get { content.value.reference }
        set { content.value.reference = newValue }
    }
    public var location: Location?

    public init(
        text: String, kind: Kind, start: CalendarDate? = nil, end: CalendarDate? = nil, bound: Bound? = nil,
        frequency: [Frequency] = [], product: String? = nil, anchor: String? = nil, anchorDate: CalendarDate? = nil,
        offset: String? = nil, direction: Direction? = nil, workingDays: Bool = false, reference: String? = nil,
        location: Location? = nil
    ) {
        content = Shared(
            Content(
                text: text, kind: kind, start: start, end: end, bound: bound, frequency: frequency, product: product,
                anchor: anchor, anchorDate: anchorDate, offset: offset, direction: direction, workingDays: workingDays,
                reference: reference))
        self.location = location
    }

    /// All but the place, which no two deadlines have in common.
    private struct Content: Hashable, Codable, Sendable {
        var text: String
        var kind: Kind
        var start: CalendarDate?
        var end: CalendarDate?
        var bound: Bound?
        var frequency: [Frequency]
        var product: String?
        var anchor: String?
        var anchorDate: CalendarDate?
        var offset: String?
        var direction: Direction?
        var workingDays: Bool
        var reference: String?
    }

    /// The same for deadlines that share all but their place, as long as there is one of them.
    package var sharedIdentity: ObjectIdentifier { content.identity }

    private enum CodingKeys: String, CodingKey {
        case location
    }

    public init(from decoder: any Decoder) throws {
        content = try Shared(from: decoder)
        location = try decoder.container(keyedBy: CodingKeys.self).decodeIfPresent(Location.self, forKey: .location)
    }

    public func encode(to encoder: any Encoder) throws {
        try content.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(location, forKey: .location)
    }
}
