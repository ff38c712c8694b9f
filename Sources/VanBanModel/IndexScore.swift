/// The result of an index, or of one of its dimensions, that the text reports.
public struct IndexScore: Hashable, Codable, Sendable {
    public enum Group: String, Hashable, Codable, Sendable, CaseIterable {
        case high, highAverage, lowAverage, low
    }
    public enum Direction: String, Hashable, Codable, Sendable, CaseIterable {
        case increase, decrease, unchanged
    }

    public struct Dimension: Hashable, Codable, Sendable {
        /// As printed, a path where there are levels (`1`, `I/1`).
        public var number: String?
        /// The code of the gazetteer (`PAPI-1`).
        public var code: String?
        public var name: String?

        public init(number: String?, code: String?, name: String?) {
            self.number = number
            self.code = code
            self.name = name
        }
    }

    public struct Change: Hashable, Codable, Sendable {
        public var direction: Direction
        public var amount: Double?

        public init(direction: Direction, amount: Double?) {
            self.direction = direction
            self.amount = amount
        }
    }

    public struct Previous: Hashable, Codable, Sendable {
        public var year: Int?
        public var score: Double?
        /// A group's code, or the words as printed where they name none.
        public var group: String?

        public init(year: Int?, score: Double?, group: String?) {
            self.year = year
            self.score = score
            self.group = group
        }
    }

    public struct Rank: Hashable, Codable, Sendable {
        public var position: Int?
        public var of: Int?
        /// Places won (positive) or lost (negative).
        public var change: Int?

        public init(position: Int?, of: Int?, change: Int?) {
            self.position = position
            self.of = of
            self.change = change
        }
    }

    public var id: String
    public var index: String
    /// Whose result it is, where the document reports several; nil for the document's own.
    public var unit: String?
    /// Nil is the whole index.
    public var dimension: Dimension?
    public var year: Int?
    public var score: Double?
    public var percent: Double?
    public var maximum: Double?
    public var group: Group?
    /// The group's words as printed.
    public var groupText: String?
    public var change: Change?
    public var previous: Previous?
    public var rank: Rank?
    public var region: String?
    public var componentsUp: [String]
    public var componentsDown: [String]
    /// What a person decided of its fields.
    public var decided: Decisions
    /// How sure fields are that were read from a picture; nil where all are.
    public var confidence: Confidences?
    public var location: Location

    public init(id: String, index: String, location: Location) {
        self.id = id
        self.index = index
        self.componentsUp = []
        self.componentsDown = []
        self.decided = Decisions()
        self.location = location
    }
}
