/// The bytes that values gave which many elements of a long array share, so that each is serialised once.
///
/// Good only while the values are there: who is who is told by where they are kept.
struct RepeatedJSON: Sendable {
    struct Key: Hashable, Sendable {
        var value: ObjectIdentifier
        /// How far the value's lines are indented.
        var depth: Int
    }

    private var known: [Key: [UInt8]] = [:]
    /// Long arrays are written in several pieces at a time, each with bytes of its own.
    private static let limit = 256

    subscript(_ key: Key) -> [UInt8]? { known[key] }

    mutating func keep(_ bytes: [UInt8], for key: Key) {
        if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
        known[key] = bytes
    }
}
