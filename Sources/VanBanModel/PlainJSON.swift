/// JSON as what it holds, where its form is not known beforehand: `[String: Any]`, `[Any]`, `String`, `Int`, `Double`, `Bool`
/// and ``Null``.
package enum PlainJSON {
    package struct Null: Hashable, Sendable {
        package init() {}
    }

    /// Nil where it is no JSON (RFC 8259), or too deep. Editors begin files with a mark of their bytes' order, some write UTF-16.
    package static func value(of bytes: some Collection<UInt8>) -> Any? {
        var reader = Reader(bytes: plain(Array(bytes)))
        guard let value = reader.value(depth: 0) else { return nil }
        reader.skipBlanks()
        return reader.place == reader.bytes.count ? value : nil
    }

    private static func plain(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes[3...]) }
        let isLittle = bytes.starts(with: [0xFF, 0xFE])
        guard isLittle || bytes.starts(with: [0xFE, 0xFF]), bytes.count % 2 == 0 else { return bytes }
        let units = stride(from: 2, to: bytes.count, by: 2).map { place in
            let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            return isLittle ? second << 8 | first : first << 8 | second
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// Nil where it holds something else than ``value(of:)`` gives.
    package static func bytes(of value: Any) -> [UInt8]? {
        var text = ""
        return write(value, to: &text) ? Array(text.utf8) : nil
    }

    // MARK: Writing

    private static func write(_ value: Any, to text: inout String) -> Bool {
        switch value {
        case let string as String: write(string, to: &text)
        case let flag as Bool: text += flag ? "true" : "false"
        case let integer as Int: text += String(integer)
        case let number as Double:
            guard number.isFinite else { return false }
            text += "\(number)"
        case is Null: text += "null"
        case let object as [String: Any]:
            text += "{"
            for (index, key) in object.keys.sorted().enumerated() {
                if index > 0 { text += "," }
                write(key, to: &text)
                text += ":"
                guard let inner = object[key], write(inner, to: &text) else { return false }
            }
            text += "}"
        case let list as [Any]:
            text += "["
            for (index, inner) in list.enumerated() {
                if index > 0 { text += "," }
                guard write(inner, to: &text) else { return false }
            }
            text += "]"
        default: return false
        }
        return true
    }

    private static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }

    // MARK: Reading

    private struct Reader {
        let bytes: [UInt8]
        var place = 0

        private static let deepest = 512

        private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

        mutating func skipBlanks() {
            while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { place += 1 }
        }

        private mutating func take(_ text: StaticString) -> Bool {
            let count = text.utf8CodeUnitCount
            guard place + count <= bytes.count else { return false }
            for index in 0..<count where bytes[place + index] != text.utf8Start[index] { return false }
            place += count
            return true
        }

        mutating func value(depth: Int) -> Any? {
            guard depth < Self.deepest else { return nil }
            skipBlanks()
            switch next {
            case UInt8(ascii: "{"): return object(depth)
            case UInt8(ascii: "["): return list(depth)
            case UInt8(ascii: "\""): return string()
            case UInt8(ascii: "t"): return take("true") ? true : nil
            case UInt8(ascii: "f"): return take("false") ? false : nil
            case UInt8(ascii: "n"): return take("null") ? Null() : nil
            default: return number()
            }
        }

        private mutating func object(_ depth: Int) -> Any? {
            var object: [String: Any] = [:]
            place += 1
            skipBlanks()
            if take("}") { return object }
            while true {
                skipBlanks()
                guard next == UInt8(ascii: "\""), let key = string() else { return nil }
                skipBlanks()
                guard take(":"), let value = value(depth: depth + 1) else { return nil }
                object[key] = value
                skipBlanks()
                if take("}") { return object }
                guard take(",") else { return nil }
            }
        }

        private mutating func list(_ depth: Int) -> Any? {
            var list: [Any] = []
            place += 1
            skipBlanks()
            if take("]") { return list }
            while true {
                guard let value = value(depth: depth + 1) else { return nil }
                list.append(value)
                skipBlanks()
                if take("]") { return list }
                guard take(",") else { return nil }
            }
        }

        private mutating func string() -> String? {
            var units: [UInt8] = []
            place += 1
            while let byte = next {
                place += 1
                switch byte {
                case UInt8(ascii: "\""): return String(validating: units, as: UTF8.self)
                case UInt8(ascii: "\\"):
                    guard let scalar = escaped() else { return nil }
                    units += UTF8.encode(scalar).map(Array.init) ?? []
                case ..<0x20: return nil
                default: units.append(byte)
                }
            }
            return nil
        }

        private mutating func escaped() -> Unicode.Scalar? {
            guard let byte = next else { return nil }
            place += 1
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
            case UInt8(ascii: "b"): return "\u{8}"
            case UInt8(ascii: "f"): return "\u{C}"
            case UInt8(ascii: "n"): return "\n"
            case UInt8(ascii: "r"): return "\r"
            case UInt8(ascii: "t"): return "\t"
            case UInt8(ascii: "u"):
                guard let unit = unit() else { return nil }
                guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit) }
                guard take("\\u"), let other = self.unit(), UTF16.isTrailSurrogate(other) else { return nil }
                return UTF16.decode(UTF16.EncodedScalar([unit, other]))
            default: return nil
            }
        }

        private mutating func unit() -> UInt16? {
            guard place + 4 <= bytes.count else { return nil }
            let digits = bytes[place..<(place + 4)]
            place += 4
            guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
            return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        }

        private mutating func number() -> Any? {
            let start = place
            func digits(_ reader: inout Reader) -> Bool {
                let first = reader.place
                while let byte = reader.next, (0x30...0x39).contains(byte) { reader.place += 1 }
                return reader.place > first
            }
            _ = take("-")
            if !take("0") { guard digits(&self) else { return nil } }
            var isWhole = true
            if take(".") {
                isWhole = false
                guard digits(&self) else { return nil }
            }
            if take("e") || take("E") {
                isWhole = false
                _ = take("+") || take("-")
                guard digits(&self) else { return nil }
            }
            let text = String(decoding: bytes[start..<place], as: UTF8.self)
            if isWhole, let integer = Int(text) { return integer }
            guard let number = Double(text), number.isFinite else { return nil }
            // `5.0` is five.
            if abs(number) < 0x1p53, let integer = Int(exactly: number) { return integer }
            return number
        }
    }
}
