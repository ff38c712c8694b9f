/// An agency, or a collective of agencies, named in a cell.
public struct Agency: Hashable, Codable, Sendable {
    private var content: Shared<Content>

    public enum Level: String, Hashable, Codable, Sendable, CaseIterable {
        case central, province, district, commune, party, front, court, enterprise
        case massOrganisation = "mass-organisation"
    }

    /// As printed, an elliptical head written out (`UBND cấp huyện, cấp xã` gives `UBND cấp huyện` and `UBND cấp xã`).
    public var text: String {
        get { content.value.text }
        set { content.value.text = newValue }
    }
    /// The canonical name and id of the gazetteer; nil when the agency is not known there.
    public var name: String? {
        get { content.value.name }
        set { content.value.name = newValue }
    }
    public var id: String? {
        get { content.value.id }
        set { content.value.id = newValue }
    }
    /// What it is, in the gazetteer's words (`ministry`, `department`, `office`, `title`, `collective`, …); `person` where
    /// only a person is named. Nil when not known.
    public var kind: String? {
        get { content.value.kind }
        set { content.value.kind = newValue }
    }
    public var level: Level? {
        get { content.value.level }
        set { content.value.level = newValue }
    }
    /// True for `các sở, ban, ngành` and the like: more agencies than one under one name.
    public var collective: Bool {
        get { content.value.collective }
        set { content.value.collective = newValue }
    }
    /// The role that the cell itself states (`chủ trì`, `phối hợp`, `tham mưu`), else nil.
    public var role: String? {
        get { content.value.role }
        set { content.value.role = newValue }
    }
    /// The name of the person who stands in the agency's place or holds the title, without forms of address.
    public var person: String? {
        get { content.value.person }
        set { content.value.person = newValue }
    }
    /// A remark in brackets, or what is said behind the name.
    public var note: String? {
        get { content.value.note }
        set { content.value.note = newValue }
    }
    /// The territory that the agency belongs to: its own, or for a collective the one within which all of it stands. Nil
    /// when neither the name nor the document says it.
    public var place: AgencyPlace? {
        get { content.value.place }
        set { content.value.place = newValue }
    }
    /// First and last day on which there is (or was) an agency of this name, by the gazetteer; nil where open or unknown.
    public var validFrom: CalendarDate? {
        get { content.value.validFrom }
        set { content.value.validFrom = newValue }
    }
    public var validTo: CalendarDate? {
        get { content.value.validTo }
        set { content.value.validTo = newValue }
    }
    /// Who took over, where the name is no longer valid.
    public var successor: AgencySuccessor? {
        get { content.value.successor }
        set { content.value.successor = newValue }
    }
    public var location: Location?

    public init(
        text: String, name: String? = nil, id: String? = nil, kind: String? = nil, level: Level? = nil,
        collective: Bool = false, role: String? = nil, person: String? = nil, note: String? = nil,
        place: AgencyPlace? = nil, validFrom: CalendarDate? = nil, validTo: CalendarDate? = nil,
        successor: AgencySuccessor? = nil, location: Location? = nil
    ) {
        content = Shared(
            Content(
                text: text, name: name, id: id, kind: kind, level: level, collective: collective, role: role,
                person: person, note: note, place: place, validFrom: validFrom, validTo: validTo, successor: successor))
        self.location = location
    }

    /// All but the place, which no two agencies have in common.
    private struct Content: Hashable, Codable, Sendable {
        var text: String
        var name: String?
        var id: String?
        var kind: String?
        var level: Level?
        var collective: Bool
        var role: String?
        var person: String?
        var note: String?
        var place: AgencyPlace?
        var validFrom: CalendarDate?
        var validTo: CalendarDate?
        var successor: AgencySuccessor?
    }

    /// The same for agencies that share all but their place, as long as there is one of them.
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
