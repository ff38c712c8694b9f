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
    /// What it is, in the gazetteer's words (`ministry`, `department`, `office`, `title`, `collective`, …); `person` where
    /// only a person is named. Nil when not known.
    public var kind: String?
    public var level: Level?
    /// True for `các sở, ban, ngành` and the like: more agencies than one under one name.
    public var collective: Bool
    /// The role that the cell itself states (`chủ trì`, `phối hợp`, `tham mưu`), else nil.
    public var role: String?
    /// The name of the person who stands in the agency's place or holds the title, without forms of address.
    public var person: String?
    /// A remark in brackets, or what is said behind the name.
    public var note: String?
    /// The territory that the agency belongs to: its own, or for a collective the one within which all of it stands. Nil
    /// when neither the name nor the document says it.
    public var place: AgencyPlace?
    /// First and last day on which there is (or was) an agency of this name, by the gazetteer; nil where open or unknown.
    public var validFrom: CalendarDate?
    public var validTo: CalendarDate?
    /// Who took over, where the name is no longer valid.
    public var successor: AgencySuccessor?
    public var location: Location?

    public init(
        text: String, name: String? = nil, id: String? = nil, kind: String? = nil, level: Level? = nil,
        collective: Bool = false, role: String? = nil, person: String? = nil, note: String? = nil,
        place: AgencyPlace? = nil, validFrom: CalendarDate? = nil, validTo: CalendarDate? = nil,
        successor: AgencySuccessor? = nil, location: Location? = nil
    ) {
        self.text = text
        self.name = name
        self.id = id
        self.kind = kind
        self.level = level
        self.collective = collective
        self.role = role
        self.person = person
        self.note = note
        self.place = place
        self.validFrom = validFrom
        self.validTo = validTo
        self.successor = successor
        self.location = location
    }
}
