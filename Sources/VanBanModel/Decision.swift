/// What a person decided of a field: who, when, and what the program had read.
public struct Decision: Hashable, Codable, Sendable {
    /// The person's name as given; nil where none was.
    public var by: String?
    /// The day, or day and time, as ISO 8601 has it; nil where none was given.
    public var on: String?
    /// What stood in the field before; nil where nothing did.
    public var was: String?

    public init(by: String?, on: String?, was: String?) {
        self.by = by
        self.on = on
        self.was = was
    }
}

/// The fields of one object that a person decided, by their names.
///
/// Coded as one object, `{"lead": {"by": …, "on": …, "was": …}}`; nearly always empty. A field within an array is called by
/// its place: `rows[3][2]`, `columns[2].role`.
public struct Decisions: Hashable, Sendable {
    /// A field and what was decided of it.
    public struct Entry: Hashable, Sendable {
        public var field: String
        public var decision: Decision
    }

    public private(set) var entries: [Entry] = []

    public init() {}

    public var isEmpty: Bool { entries.isEmpty }

    /// What was decided of a field; setting nil takes it away. What is set again keeps what stood there first.
    public subscript(field: String) -> Decision? {
        get { entries.first { $0.field == field }?.decision }
        set {
            let index = entries.firstIndex { $0.field == field }
            switch (index, newValue) {
            case (.some(let index), .some(let decision)):
                let first = entries[index].decision.was
                entries[index].decision = Decision(by: decision.by, on: decision.on, was: first)
            case (.some(let index), .none): entries.remove(at: index)
            case (.none, .some(let decision)): entries.append(Entry(field: field, decision: decision))
            case (.none, .none): break
            }
        }
    }
}

extension Decisions: Codable {
    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// The order of an object's keys is the decoder's: sorted here, so that it is the same everywhere.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        for key in container.allKeys.sorted(by: { $0.stringValue < $1.stringValue }) {
            self[key.stringValue] = try container.decode(Decision.self, forKey: key)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        for entry in entries { try container.encode(entry.decision, forKey: Key(stringValue: entry.field)) }
    }
}
