/// Words in the headers of letters that are no ASCII: parameters (RFC 2231) and encoded words (RFC 2047), as UTF-8 or, in a
/// character set that is not known, as the bytes that they are.
enum MailWords {
    /// A parameter of a header's value: `attachment; filename*=UTF-8''K%E1%BA%BF.docx`; nil where it has none.
    static func parameter(_ name: String, in value: String) -> [UInt8]? {
        var plain: [UInt8]?
        var pieces: [Int: (value: [UInt8], isEncoded: Bool)] = [:]
        for (key, text) in parameters(of: value) {
            if key == name {
                plain = plain ?? decoded(text)
                continue
            }
            guard key.hasPrefix(name + "*") else { continue }
            var rest = key.dropFirst(name.count + 1)
            let isEncoded = rest.isEmpty || rest.hasSuffix("*")
            if rest.hasSuffix("*") { rest = rest.dropLast() }
            guard let number = rest.isEmpty ? 0 : Int(rest), number >= 0, pieces[number] == nil else { continue }
            pieces[number] = (Array(text.utf8), isEncoded)
        }
        guard let first = pieces[0] else { return plain }
        var bytes: [UInt8] = []
        var set = "utf-8"
        for number in 0..<pieces.count {
            guard let piece = pieces[number] else { break }
            var value = piece.value[...]
            if number == 0, first.isEncoded {
                // The character set and the language stand before it.
                let signs = value.indices.filter { value[$0] == 0x27 }
                if signs.count >= 2 {
                    set = String(decoding: value[..<signs[0]], as: UTF8.self)
                    value = value[(signs[1] + 1)...]
                }
            }
            bytes += piece.isEncoded ? percentDecoded(value) : Array(value)
        }
        return text(of: bytes, in: set)
    }

    /// The parameters of a header's value, their names in small letters, in their order.
    static func parameters(of value: String) -> [(name: String, value: String)] {
        var found: [(name: String, value: String)] = []
        var rest = value[...]
        while let sign = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: sign)...].drop { $0 == " " }
            let name = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest[name.endIndex...]
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst().drop { $0 == " " }
            var text = ""
            if rest.first == "\"" {
                var isEscaped = false
                var end = rest.index(after: rest.startIndex)
                while end < rest.endIndex, isEscaped || rest[end] != "\"" {
                    isEscaped = !isEscaped && rest[end] == "\\"
                    if !isEscaped { text.append(rest[end]) }
                    end = rest.index(after: end)
                }
                rest = rest[end...].dropFirst()
            } else {
                let word = rest.prefix { $0 != ";" && $0 != " " }
                text = String(word)
                rest = rest[word.endIndex...]
            }
            found.append((name.lowercased().filter { $0 != " " }, text))
        }
        return found
    }

    private static func percentDecoded(_ value: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var index = value.startIndex
        while index < value.endIndex {
            if value[index] == 0x25, index + 2 < value.endIndex,
                let byte = UInt8(String(decoding: value[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                bytes.append(byte)
                index += 3
            } else {
                bytes.append(value[index])
                index += 1
            }
        }
        return bytes
    }

    /// A text with its encoded words (`=?UTF-8?B?S+G6vw==?=`) read; blanks between two of them are none.
    static func decoded(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        var isBehindWord = false
        while let start = rest.indices.first(where: { rest[$0...].starts(with: [0x3D, 0x3F]) }) {
            let before = rest[..<start]
            guard let word = encodedWord(rest[start...]) else {
                bytes += rest[...(start + 1)]
                rest = rest[(start + 2)...]
                isBehindWord = false
                continue
            }
            if !isBehindWord || before.contains(where: { $0 != 0x20 }) { bytes += before }
            bytes += word.bytes
            rest = rest[word.end...]
            isBehindWord = true
        }
        return bytes + rest
    }

    private static func encodedWord(_ text: ArraySlice<UInt8>) -> (bytes: [UInt8], end: Int)? {
        // =?character set?encoding?words?=
        let signs = text.indices.dropFirst(2).lazy.filter { text[$0] == 0x3F }.prefix(3)
        let places = Array(signs)
        guard places.count == 3, places[1] == places[0] + 2, places[2] + 1 < text.endIndex,
            text[places[2] + 1] == 0x3D, places[2] - text.startIndex <= 1_000
        else { return nil }
        // A language may stand behind the character set (RFC 2231, 5).
        let set = String(decoding: text[(text.startIndex + 2)..<places[0]].prefix { $0 != 0x2A }, as: UTF8.self)
        let words = text[(places[1] + 1)..<places[2]]
        let bytes: [UInt8]
        switch text[places[0] + 1] | 0x20 {
        case 0x62: bytes = Base64.decode(words)
        case 0x71: bytes = QuotedPrintable.decode(words.map { $0 == 0x5F ? 0x20 : $0 }[...])
        default: return nil
        }
        return (Self.text(of: bytes, in: set), places[2] + 2)
    }

    /// Bytes of a character set as UTF-8; as they are where it is not known.
    private static func text(of bytes: [UInt8], in set: String) -> [UInt8] {
        switch set.lowercased() {
        case "iso-8859-1", "latin1", "windows-1252":
            var text: [UInt8] = []
            for byte in bytes { UTF8Scalar.append(UInt32(byte), to: &text) }
            return text
        case let name:
            guard let legacy = LegacyEncoding(rawValue: name) else { return bytes }
            var decoder = LegacyDecoder(legacy)
            for (index, byte) in bytes.enumerated() { decoder.take(byte, at: index..<(index + 1)) }
            return decoder.finish().bytes
        }
    }
}
