/// A quantified target that the text sets: what is measured, and the value that it has to reach.
public struct Target: Hashable, Codable, Sendable {
    /// How the value reached has to stand to ``value``.
    public enum Comparator: String, Hashable, Codable, Sendable, CaseIterable {
        /// `đạt 100%`
        case equal
        /// `ít nhất 25%`, `tối thiểu 85%`, `từ 90% trở lên`
        case atLeast
        /// `trên 95%`
        case above
        /// `không quá 30 phút`, `tối đa 2 lần`; for a place in a ranking, that place or a better one
        case atMost
        /// `dưới 5%`
        case below
        /// `từ 90% đến 95%`: from ``value`` to ``upper``
        case between
        /// `khoảng 80%`
        case approximately
    }

    /// When the target has to be reached.
    public struct Due: Hashable, Codable, Sendable {
        /// As printed.
        public var text: String
        public var start: CalendarDate?
        public var end: CalendarDate?
        public var bound: Deadline.Bound?

        public init(text: String, start: CalendarDate?, end: CalendarDate?, bound: Deadline.Bound?) {
            self.text = text
            self.start = start
            self.end = end
            self.bound = bound
        }
    }

    public var id: String
    /// Id of the part it stands in.
    public var part: String
    /// Id of the section, of the table and of the task that it stands in.
    public var section: String?
    public var table: String?
    public var task: String?
    /// The clause that sets the target, as printed; in a table of targets the cell with the value.
    public var text: String
    /// What is measured, exactly as printed; nil where the words cannot be told apart surely.
    public var measure: String?
    public var comparator: Comparator
    public var value: Double
    /// The upper end of a range.
    public var upper: Double?
    /// `percent`, `rank` for a place in a ranking, else the unit as printed (`điểm`, `bậc`, `phút`).
    public var unit: String?
    /// Whether ``value`` is by how much the measure has to rise or fall, and not the level to be reached.
    public var direction: IndexScore.Direction?
    /// The year compared with (`so với năm 2024`).
    public var baseline: Int?
    /// The index whose target it is, and its dimension.
    public var index: String?
    public var dimension: IndexScore.Dimension?
    /// The time printed with the target.
    public var date: Due?
    /// The year it is for: the one printed with it or in the heading above it, else the plan's.
    public var year: Int?
    /// What a person decided of its fields.
    public var decided: Decisions
    /// How sure fields are that were read from a picture; nil where all are.
    public var confidence: Confidences?
    public var location: Location

    public init(
        id: String, part: String, text: String, comparator: Comparator, value: Double, location: Location
    ) {
        self.id = id
        self.part = part
        self.text = text
        self.comparator = comparator
        self.value = value
        self.decided = Decisions()
        self.location = location
    }
}
