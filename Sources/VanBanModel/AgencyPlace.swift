/// The province, district or commune that an agency belongs to.
public struct AgencyPlace: Hashable, Codable, Sendable {
    public enum Level: String, Hashable, Codable, Sendable, CaseIterable {
        case province, district, commune
    }

    /// The name without its noun (`Sơn La`).
    public var name: String
    public var level: Level
    /// The noun before the name (`tỉnh`, `thành phố`, `huyện`, `xã`); nil when not known.
    public var noun: String?
    /// The code of the General Statistics Office: two digits for a province, three for a district; nil when not known.
    public var code: String?
    /// Whether the agency's own name says the place; false where it follows from whose document it is.
    public var printed: Bool
    /// The province that a merged one went into (NQ 202/2025/QH15); nil where it goes on, or for other territories.
    public var successor: PlaceSuccessor?

    public init(
        name: String, level: Level, noun: String? = nil, code: String? = nil, printed: Bool = false,
        successor: PlaceSuccessor? = nil
    ) {
        self.name = name
        self.level = level
        self.noun = noun
        self.code = code
        self.printed = printed
        self.successor = successor
    }
}

/// The territory that took over another's.
public struct PlaceSuccessor: Hashable, Codable, Sendable {
    public var name: String
    public var code: String?
    public var since: CalendarDate?

    public init(name: String, code: String?, since: CalendarDate?) {
        self.name = name
        self.code = code
        self.since = since
    }
}
