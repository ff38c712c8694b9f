/// How a part of the document, or another document that it cites, stands to a cited document, as the words say it.
///
/// A mention without such words has no relation: that a text names a document says nothing of what it does to it.
public struct Relation: Hashable, Codable, Sendable {
    public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
        /// It rests on the cited document (`Căn cứ …`, a recital).
        case legalBasis
        /// It issues the cited document (`ban hành Quy chế số …`).
        case promulgates
        /// It was issued with the cited document (`Kèm theo Quyết định số …`).
        case attachedTo
        /// It changes or supplements the cited document (`sửa đổi, bổ sung một số điều của …`).
        case amends
        /// It stands in the place of the cited document (`thay thế Quyết định số …`).
        case replaces
        /// It ends the cited document (`bãi bỏ …`, `… hết hiệu lực`).
        case repeals
        /// It carries the cited document out (`triển khai thực hiện Nghị quyết số …`, `quy định chi tiết … Luật …`).
        case implements
    }

    private enum CodingKeys: String, CodingKey {
        case kind, part, from
        case isPlanned = "planned"
        case location
    }

    public var kind: Kind
    /// Id of the part that stands in the relation; nil where `from` does.
    public var part: String?
    /// Id of the cited document that stands in the relation: `Nghị định … sửa đổi Nghị định …`; nil where `part` does.
    public var from: String?
    /// Whether the words set it as a task (`Tham mưu sửa đổi Quyết định số …`) and don't do it themselves.
    public var isPlanned: Bool
    /// The mention that stands in the relation.
    public var location: Location

    public init(kind: Kind, part: String? = nil, from: String? = nil, isPlanned: Bool = false, location: Location) {
        self.kind = kind
        self.part = part
        self.from = from
        self.isPlanned = isPlanned
        self.location = location
    }
}
