/// A value that is kept once however many hold it; who changes it has one of their own from then on.
///
/// Tables name the same agencies and deadlines hundreds of times, and what is known of each is large.
struct Shared<Value: Sendable>: Sendable {
    private final class Storage: Sendable {
        /// Changed only while nobody else holds the storage.
        nonisolated(unsafe) var value: Value

        init(_ value: Value) { self.value = value }
    }

    private var storage: Storage

    init(_ value: Value) { storage = Storage(value) }

    var value: Value {
        @inline(__always) _read { yield storage.value }
        @inline(__always) _modify {
            if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.value) }
            yield &storage.value
        }
    }
}

extension Shared {
    /// The same for all who hold the very same value, as long as one of them does.
    var identity: ObjectIdentifier { ObjectIdentifier(storage) }
}

extension Shared: Equatable where Value: Equatable {
    static func == (left: Shared, right: Shared) -> Bool {
        left.storage === right.storage || left.value == right.value
    }
}

extension Shared: Hashable where Value: Hashable {
    func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}

extension Shared: Codable where Value: Codable {
    init(from decoder: any Decoder) throws { self.init(try Value(from: decoder)) }
    func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}
