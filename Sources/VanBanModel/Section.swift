/// A node of the outline of a part's running text.
public struct Section: Hashable, Codable, Sendable {
    public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
        case article, part, chapter, section, item, clause, point, bullet, paragraph
        /// A form to fill in (`Mẫu số 03`) that stands in an annex: all of it, letterhead and signing block included, is
        /// one section, and nothing of it is the document's own.
        case form
    }

    public var id: String
    public var kind: Kind
    /// As printed, without dot or bracket: `Điều 1` gives `1`, `II`, `1.1`, `đ`, `-`, `+`; nil for a paragraph.
    public var label: String?
    /// The place that the label names in its series (`đ` is 5); nil for bullets and paragraphs.
    public var ordinal: Int?
    public var heading: String?
    /// The node's own running text, paragraphs joined by a line feed.
    public var text: String?
    public var children: [Section]
    /// What a person decided of its fields.
    public var decided: Decisions
    /// How sure fields are that were read from a picture; nil where all are.
    public var confidence: Confidences?
    public var location: Location

    public init(id: String, kind: Kind, label: String?, ordinal: Int?, location: Location) {
        self.id = id
        self.kind = kind
        self.label = label
        self.ordinal = ordinal
        self.children = []
        self.decided = Decisions()
        self.location = location
    }
}
