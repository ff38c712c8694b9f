/// One task row of an appendix table.
///
/// `task` to `note` hold the cells' full text: nil when the table has no such column, empty when the cell is empty.
public struct Task: Hashable, Codable, Sendable {
    public var id: String
    /// Id of the part and of the table it stands in.
    public var part: String
    public var table: String
    /// 1-based over the record.
    public var sequence: Int
    public var group: TaskGroup?
    /// The row's own number (`1`, `a`, `1.1`); nil when none is printed.
    public var number: String?
    public var task: String?
    public var outputs: String?
    public var lead: String?
    public var coordinating: String?
    public var deadline: String?
    public var funding: String?
    public var note: String?
    /// Columns of no known role, by their header, in the table's order.
    public var otherCells: OtherCells
    public var outputItems: [String]
    public var leadAgencies: [Agency]
    public var coordinatingAgencies: [Agency]
    public var deadlines: [Deadline]
    /// What a person decided of its fields.
    public var decided: Decisions
    /// How sure fields are that were read from a picture; nil where all are.
    public var confidence: Confidences?
    public var location: Location

    public init(id: String, part: String, table: String, sequence: Int, location: Location) {
        self.id = id
        self.part = part
        self.table = table
        self.sequence = sequence
        self.otherCells = OtherCells()
        self.outputItems = []
        self.leadAgencies = []
        self.coordinatingAgencies = []
        self.deadlines = []
        self.decided = Decisions()
        self.location = location
    }
}

/// The group row that a task stands under.
public struct TaskGroup: Hashable, Codable, Sendable {
    public var label: String?
    public var title: String?
    /// The code of the dimension (`PAPI-1`) of the part's index that the title names; nil where it names none surely.
    public var dimensionCode: String?

    public init(label: String?, title: String?, dimensionCode: String? = nil) {
        self.label = label
        self.title = title
        self.dimensionCode = dimensionCode
    }
}
