/// A document that the text cites, once however often it is named.
public struct Reference: Hashable, Codable, Sendable {
    public var id: String
    /// The kind of document (`Quyết định`, `Luật`, `Nghị định`).
    public var type: String
    /// Number and sign without spaces; nil for a law cited by name.
    public var number: String?
    /// The letters of the number, for kind, body and unit (`QĐ-UBND`, `NQ/TU`, `QH14`); nil where none are printed.
    public var symbol: String?
    /// The day of issue; for a law cited by year alone, nil (see `year`).
    public var date: CalendarDate?
    /// The year, where only the year is printed.
    public var year: Int?
    public var issuer: String?
    public var title: String?
    /// The first mention as printed.
    public var text: String
    /// Where the text names it, short later mentions (`Nghị quyết 76`) included.
    public var mentions: [Location]
    /// What the document does to it or because of it, in reading order; empty where it is merely named.
    public var relations: [Relation]
    /// What a person decided of its fields.
    public var decided: Decisions
    /// How sure fields are that were read from a picture; nil where all are.
    public var confidence: Confidences?

    public init(
        id: String, type: String, number: String? = nil, symbol: String? = nil, date: CalendarDate? = nil,
        year: Int? = nil,
        issuer: String? = nil, title: String? = nil, text: String, mentions: [Location] = [], relations: [Relation] = []
    ) {
        self.id = id
        self.type = type
        self.number = number
        self.symbol = symbol
        self.date = date
        self.year = year
        self.issuer = issuer
        self.title = title
        self.text = text
        self.mentions = mentions
        self.relations = relations
        self.decided = Decisions()
    }
}
