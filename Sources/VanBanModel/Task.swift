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
        self.location = location
    }
}

/// The group row that a task stands under.
public struct TaskGroup: Hashable, Codable, Sendable {
    public var label: String?
    public var title: String?

    public init(label: String?, title: String?) {
        self.label = label
        self.title = title
    }
}

/// An agency, or a collective of agencies, named in a cell.
public struct Agency: Hashable, Codable, Sendable {
    public enum Level: String, Hashable, Codable, Sendable, CaseIterable {
        case central, province, district, commune, party, front, court, enterprise
        case massOrganisation = "mass-organisation"
    }

    /// As printed, an elliptical head written out (`UBND cấp huyện, cấp xã` gives `UBND cấp huyện` and `UBND cấp xã`).
    public var text: String
    /// The canonical name and id of the gazetteer; nil when the agency is not known there.
    public var name: String?
    public var id: String?
    public var level: Level?
    /// True for `các sở, ban, ngành` and the like: more agencies than one under one name.
    public var collective: Bool
    /// The role that the cell itself states (`chủ trì`, `phối hợp`), else nil.
    public var role: String?
    /// A remark in brackets.
    public var note: String?
    public var location: Location?

    public init(
        text: String, name: String? = nil, id: String? = nil, level: Level? = nil, collective: Bool = false,
        role: String? = nil, note: String? = nil, location: Location? = nil
    ) {
        self.text = text
        self.name = name
        self.id = id
        self.level = level
        self.collective = collective
        self.role = role
        self.note = note
        self.location = location
    }
}
