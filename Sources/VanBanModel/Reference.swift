/// A document that the text cites, once however often it is named.
public struct Reference: Hashable, Codable, Sendable {
    public var id: String
    /// The kind of document (`Quyết định`, `Luật`, `Nghị định`).
    public var type: String
    /// Number and sign without spaces; nil for a law cited by name.
    public var number: String?
    /// The day of issue; for a law cited by year alone, nil (see `year`).
    public var date: CalendarDate?
    /// The year, where only the year is printed.
    public var year: Int?
    public var issuer: String?
    public var title: String?
    /// The first mention as printed.
    public var text: String
    public var mentions: [Location]

    public init(
        id: String, type: String, number: String? = nil, date: CalendarDate? = nil, year: Int? = nil,
        issuer: String? = nil, title: String? = nil, text: String, mentions: [Location] = []
    ) {
        self.id = id
        self.type = type
        self.number = number
        self.date = date
        self.year = year
        self.issuer = issuer
        self.title = title
        self.text = text
        self.mentions = mentions
    }
}
