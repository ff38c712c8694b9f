import VanBanExport

/// Checks records against the package's own JSON Schema: the part of JSON Schema 2020-12 that it uses, and no more.
///
/// A keyword that is not known here is a fault, so that the check can't fall behind the schema.
public struct SchemaCheck: Sendable {
    private let root: JSONValue
    private let definitions: [String: JSONValue]

    /// - Throws: where the schema is no JSON.
    public init() throws {
        root = try JSONValue(Array(RecordSchema.json.utf8))
        var definitions: [String: JSONValue] = [:]
        if case .object(let members)? = root["$defs"] {
            for member in members { definitions["#/$defs/" + member.key] = member.value }
        }
        self.definitions = definitions
    }

    /// What in a record is not as the schema wants it, each with its place; empty for a valid record.
    public func faults(of record: JSONValue) -> [String] {
        var run = Run(definitions: definitions)
        run.check(record, root, at: "$")
        return run.faults
    }

    private struct Run {
        let definitions: [String: JSONValue]
        var faults: [String] = []

        mutating func check(_ value: JSONValue, _ schema: JSONValue, at place: String) {
            guard case .object(let keywords) = schema else {
                if schema == .bool(false) { faults.append("\(place): is not wanted") }
                return
            }
            for keyword in keywords {
                check(value, keyword.key, keyword.value, of: schema, at: place)
            }
        }

        private mutating func check(
            _ value: JSONValue, _ keyword: String, _ wanted: JSONValue, of schema: JSONValue, at place: String
        ) {
            switch keyword {
            case "description", "title", "examples", "$schema", "$id", "$defs", "additionalProperties", "format": break
            case "$ref":
                if let definition = wanted.string.flatMap({ definitions[$0] }) {
                    check(value, definition, at: place)
                } else {
                    faults.append("\(place): the schema lacks \(wanted)")
                }
            case "anyOf", "oneOf":
                var fewest: [String]?
                for choice in wanted.array {
                    var run = Run(definitions: definitions)
                    run.check(value, choice, at: place)
                    if run.faults.isEmpty { return }
                    // What is not null can only have failed as the other choice.
                    if choice["type"] != .string("null") { fewest = run.faults }
                }
                faults += fewest ?? ["\(place): is none of what it may be"]
            case "const": if value != wanted { faults.append("\(place): is not \(wanted)") }
            case "enum": if !wanted.array.contains(value) { faults.append("\(place): \(value) is not of the list") }
            case "type": checkType(value, wanted, at: place)
            case "properties", "required": checkObject(value, keyword, wanted, of: schema, at: place)
            case "items":
                for (index, item) in value.array.enumerated() { check(item, wanted, at: "\(place)[\(index)]") }
            case "minimum", "maximum":
                if let number = value.number, let bound = wanted.number,
                    keyword == "minimum" ? number < bound : number > bound
                {
                    faults.append("\(place): \(number) is beyond \(bound)")
                }
            case "minItems", "maxItems":
                if case .array(let items) = value, let bound = wanted.number,
                    keyword == "minItems" ? Double(items.count) < bound : Double(items.count) > bound
                {
                    faults.append("\(place): has \(items.count) elements")
                }
            case "minLength":
                if let text = value.string, Double(text.unicodeScalars.count) < wanted.number ?? 0 {
                    faults.append("\(place): “\(text)” is too short")
                }
            case "pattern":
                if let text = value.string, !Pattern.matches(text, wanted.string ?? "") {
                    faults.append("\(place): “\(text)” is not of the form \(wanted)")
                }
            default: faults.append("\(place): the schema's keyword \(keyword) is not known")
            }
        }

        private mutating func checkType(_ value: JSONValue, _ wanted: JSONValue, at place: String) {
            let names = (wanted.string.map { [$0] } ?? wanted.array.compactMap(\.string))
            let fits = names.contains { name in
                switch value {
                case .null: name == "null"
                case .bool: name == "boolean"
                case .number(let text): name == "number" || name == "integer" && Int(text) != nil
                case .string: name == "string"
                case .array: name == "array"
                case .object: name == "object"
                }
            }
            if !fits { faults.append("\(place): is not of type \(names)") }
        }

        private mutating func checkObject(
            _ value: JSONValue, _ keyword: String, _ wanted: JSONValue, of schema: JSONValue, at place: String
        ) {
            guard case .object(let members) = value else { return }
            if keyword == "required" {
                for key in wanted.array.compactMap(\.string) where value[key] == nil {
                    faults.append("\(place): lacks \(key)")
                }
                return
            }
            for member in members {
                let inside = "\(place).\(member.key)"
                if let own = wanted[member.key] {
                    check(member.value, own, at: inside)
                } else if let other = schema["additionalProperties"] {
                    check(member.value, other, at: inside)
                }
            }
        }
    }

    /// The patterns that the schema uses, each as the test that it is.
    private enum Pattern {
        static func matches(_ text: String, _ pattern: String) -> Bool {
            let bytes = Array(text.utf8)
            switch pattern {
            case #"^\S+$"#: return !text.isEmpty && !text.contains(where: \.isWhitespace)
            case "^[0-9a-f]{64}$":
                return bytes.count == 64 && bytes.allSatisfy { isDigit($0) || (0x61...0x66).contains($0) }
            case "^[a-z][A-Za-z]*$":
                return bytes.first.map { (0x61...0x7A).contains($0) } == true
                    && bytes.allSatisfy { (0x41...0x5A).contains($0 & 0xDF) }
            case "^[0-9]{4}-[0-9]{2}-[0-9]{2}$": return isDay(bytes)
            case "^P([0-9]+[DWMY]|T[0-9]+H)$":
                let digits = bytes.filter(isDigit)
                let signs = String(decoding: bytes.filter { !isDigit($0) }, as: UTF8.self)
                return !digits.isEmpty && ["PD", "PW", "PM", "PY", "PTH"].contains(signs)
                    && isDigit(bytes[bytes.count - 2])
            default: return false
            }
        }

        private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

        /// Whether it is a day of the calendar.
        private static func isDay(_ bytes: [UInt8]) -> Bool {
            let fields = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
            guard fields.map(\.count) == [4, 2, 2], fields.allSatisfy({ $0.allSatisfy(isDigit) }) else { return false }
            let numbers = fields.map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
            let (year, month, day) = (numbers[0], numbers[1], numbers[2])
            guard (1...12).contains(month), day >= 1 else { return false }
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            return day <= (month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31)
        }
    }
}
