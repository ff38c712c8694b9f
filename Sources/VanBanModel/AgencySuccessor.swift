/// The agency that took over the tasks of one that is no more.
public struct AgencySuccessor: Hashable, Codable, Sendable {
    /// Id and canonical name of the gazetteer.
    public var id: String
    public var name: String
    /// Its first day in the other's place; nil when not known.
    public var since: CalendarDate?
    /// Ids of further agencies that took over a part.
    public var sharedWith: [String]

    public init(id: String, name: String, since: CalendarDate?, sharedWith: [String] = []) {
        self.id = id
        self.name = name
        self.since = since
        self.sharedWith = sharedWith
    }
}
