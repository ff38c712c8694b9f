/// How sure the fields of one object are that were read from a picture without certainty, by their names, as those of
/// ``Decisions``; from 0 to 1.
///
/// Coded as one object, `{"lead": 0.62}`. What is not named is sure.
public struct Confidences: Hashable, Sendable {
    public private(set) var values: [String: Double] = [:]

    public init() {}

    public var isEmpty: Bool { values.isEmpty }

    /// How sure a field is; 1 where nothing says that it is not.
    public subscript(field: String) -> Double { values[field] ?? 1 }

    /// A field is as sure as what is least sure of it.
    public mutating func note(_ confidence: Double, of field: String) {
        if confidence < self[field] { values[field] = confidence }
    }

    /// Takes a field out, and with it what was read of it: `lead`, and with it nothing else; `leadAgencies`, and with it
    /// `leadAgencies[0]`.
    public mutating func settle(_ field: String) {
        values = values.filter { $0.key != field && !$0.key.hasPrefix(field + "[") }
    }
}

extension Confidences: Codable {
    public init(from decoder: any Decoder) throws { values = try [String: Double](from: decoder) }

    public func encode(to encoder: any Encoder) throws { try values.encode(to: encoder) }
}
