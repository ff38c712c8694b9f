/// JSON as it is written, read by a small reader of its own, so that the writer is not checked by its own kin.
public indirect enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([Member])

    public struct Member: Sendable, Equatable {
        public var key: String
        public var value: JSONValue
    }

    /// What is wrong with a text that is no JSON.
    public struct Fault: Error { public var offset: Int }

    /// - Throws: ``Fault`` at the first byte that is not JSON, or at a key that stands twice.
    public init(_ bytes: [UInt8]) throws(Fault) {
        var reader = JSONValueReader(bytes: bytes)
        self = try reader.document()
    }

    public subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    var string: String? {
        if case .string(let text) = self { return text }
        return nil
    }

    var array: [JSONValue] {
        if case .array(let values) = self { return values }
        return []
    }

    var number: Double? {
        if case .number(let text) = self { return Double(text) }
        return nil
    }
}

private struct JSONValueReader {
    typealias Fault = JSONValue.Fault

    let bytes: [UInt8]
    var offset = 0
    /// More than any record has; a text that goes deeper must not end the program.
    private static let deepest = 2000

    init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    mutating func document() throws(Fault) -> JSONValue {
        let value = try value(depth: 0)
        skipSpace()
        guard offset == bytes.count else { throw Fault(offset: offset) }
        return value
    }

    private mutating func skipSpace() {
        while let byte = next, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { offset += 1 }
    }

    private mutating func take(_ byte: UInt8) throws(Fault) {
        guard next == byte else { throw Fault(offset: offset) }
        offset += 1
    }

    private mutating func take(_ word: StaticString, _ value: JSONValue) throws(Fault) -> JSONValue {
        for index in 0..<word.utf8CodeUnitCount { try take(word.utf8Start[index]) }
        return value
    }

    private mutating func value(depth: Int) throws(Fault) -> JSONValue {
        guard depth < Self.deepest else { throw Fault(offset: offset) }
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try take("true", .bool(true))
        case UInt8(ascii: "f"): return try take("false", .bool(false))
        case UInt8(ascii: "n"): return try take("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func object(depth: Int) throws(Fault) -> JSONValue {
        try take(UInt8(ascii: "{"))
        var members: [JSONValue.Member] = []
        var keys: Set<String> = []
        skipSpace()
        while next != UInt8(ascii: "}") {
            if !members.isEmpty { try take(UInt8(ascii: ",")) }
            skipSpace()
            let start = offset
            let key = try string()
            guard keys.insert(key).inserted else { throw Fault(offset: start) }
            skipSpace()
            try take(UInt8(ascii: ":"))
            members.append(.init(key: key, value: try value(depth: depth + 1)))
            skipSpace()
        }
        offset += 1
        return .object(members)
    }

    private mutating func array(depth: Int) throws(Fault) -> JSONValue {
        try take(UInt8(ascii: "["))
        var values: [JSONValue] = []
        skipSpace()
        while next != UInt8(ascii: "]") {
            if !values.isEmpty { try take(UInt8(ascii: ",")) }
            values.append(try value(depth: depth + 1))
            skipSpace()
        }
        offset += 1
        return .array(values)
    }

    private mutating func number() throws(Fault) -> String {
        let start = offset
        while let byte = next, "+-.0123456789eE".utf8.contains(byte) { offset += 1 }
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        guard Double(text)?.isFinite == true else { throw Fault(offset: start) }
        return text
    }

    private mutating func string() throws(Fault) -> String {
        try take(UInt8(ascii: "\""))
        let start = offset
        var units: [UInt8] = []
        while let byte = next, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw Fault(offset: offset) }
            offset += 1
            if byte == UInt8(ascii: "\\") {
                units += Array(String(try escaped()).utf8)
            } else {
                units.append(byte)
            }
        }
        try take(UInt8(ascii: "\""))
        guard let text = String(validating: units, as: UTF8.self) else { throw Fault(offset: start) }
        return text
    }

    private static let escapes: [UInt8: Unicode.Scalar] = [
        UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
        UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]

    private mutating func escaped() throws(Fault) -> Unicode.Scalar {
        guard let byte = next else { throw Fault(offset: offset) }
        offset += 1
        if let known = Self.escapes[byte] { return known }
        guard byte == UInt8(ascii: "u") else { throw Fault(offset: offset) }
        let unit = try hexadecimal()
        guard (0xD800..<0xDC00).contains(unit) else {
            guard let scalar = Unicode.Scalar(unit) else { throw Fault(offset: offset) }
            return scalar
        }
        try take(UInt8(ascii: "\\"))
        try take(UInt8(ascii: "u"))
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        else { throw Fault(offset: offset) }
        return scalar
    }

    private mutating func hexadecimal() throws(Fault) -> UInt32 {
        guard offset + 4 <= bytes.count,
            let value = UInt32(String(decoding: bytes[offset..<(offset + 4)], as: UTF8.self), radix: 16)
        else { throw Fault(offset: offset) }
        offset += 4
        return value
    }
}
