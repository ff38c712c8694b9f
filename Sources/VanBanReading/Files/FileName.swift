/// The name of a file, or a path, as the bytes that it is, in a form that can be shown and kept.
///
/// File systems and ZIP archives know names as bytes. As a text they stand here as UTF-8 where they are UTF-8; every other
/// byte is written as `\xE1`, and a backslash that would begin such a form as `\x5C`. So each name has one text, each
/// text is one name, and two names are the same only where all their bytes are: `é` as one letter and `é` as a letter
/// with a mark are two files, though strings of them are equal.
package struct FileName: Hashable, Comparable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The name as a text.
    package let text: String

    /// - Parameter text: a name as this type writes it.
    package init(_ text: String) { self.text = text }

    package init(stringLiteral text: String) { self.text = text }

    /// - Parameter bytes: the name as the system has it.
    package init(bytes: some Collection<UInt8>) {
        let bytes = Array(bytes)
        if let whole = String(validating: bytes, as: UTF8.self), !Self.hasForm(bytes) {
            text = whole
            return
        }
        var text: [UInt8] = []
        Self.forEachPiece(of: bytes) { piece, isText in
            for index in piece.indices {
                let needsForm = !isText || Self.byte(ofFormAt: index, in: bytes) != nil
                if needsForm {
                    text += [0x5C, 0x78] + Self.digits(of: bytes[index])
                } else {
                    text.append(bytes[index])
                }
            }
        }
        self.text = String(decoding: text, as: UTF8.self)
    }

    /// - Parameter cString: the name as the system has it, up to a null.
    package init(cString: UnsafePointer<CChar>) {
        var count = 0
        while cString[count] != 0 { count += 1 }
        self.init(bytes: UnsafeRawBufferPointer(start: cString, count: count))
    }

    /// The name as the system has it.
    package var bytes: [UInt8] {
        let written = Array(text.utf8)
        guard Self.hasForm(written) else { return written }
        var bytes: [UInt8] = []
        var index = 0
        while index < written.count {
            let byte = Self.byte(ofFormAt: index, in: written)
            bytes.append(byte ?? written[index])
            index += byte == nil ? 1 : 4
        }
        return bytes
    }

    /// Calls `body` with a path as the system takes it. One with a null character names no file.
    /// - Parameter text: the path as this type writes it.
    package static func withPath<Result>(
        _ text: String, _ body: (UnsafePointer<CChar>) throws -> Result
    ) rethrows -> Result {
        if text.utf8.contains(0) { return try "".withCString(body) }
        guard text.utf8.contains(0x5C) else { return try text.withCString(body) }
        return try (FileName(text).bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { bytes in
            guard let begin = bytes.baseAddress else { return try "".withCString(body) }
            return try body(begin)
        }
    }

    package var description: String { text }

    package static func == (left: FileName, right: FileName) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    /// By bytes: the same order on every machine.
    package static func < (left: FileName, right: FileName) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    package func hash(into hasher: inout Hasher) {
        let isDone: Void? = text.utf8.withContiguousStorageIfAvailable {
            hasher.combine(bytes: UnsafeRawBufferPointer($0))
        }
        if isDone == nil { Array(text.utf8).withUnsafeBytes { hasher.combine(bytes: $0) } }
    }

    // MARK: Forms

    /// Goes through bytes: stretches that are UTF-8, and single bytes that are not.
    static func forEachPiece(of bytes: [UInt8], _ body: (ArraySlice<UInt8>, _ isText: Bool) -> Void) {
        var begin = 0
        var index = 0
        while index < bytes.count {
            let length = scalarLength(at: index, in: bytes)
            guard length == 0 else {
                index += length
                continue
            }
            if begin < index { body(bytes[begin..<index], true) }
            body(bytes[index...index], false)
            index += 1
            begin = index
        }
        if begin < index { body(bytes[begin..<index], true) }
    }

    /// The length in bytes of the letter that begins at a place; 0 where none does.
    private static func scalarLength(at index: Int, in bytes: [UInt8]) -> Int {
        let length: Int
        switch bytes[index] {
        case 0..<0x80: return 1
        case 0xC2..<0xE0: length = 2
        case 0xE0..<0xF0: length = 3
        case 0xF0..<0xF5: length = 4
        default: return 0
        }
        guard index + length <= bytes.count else { return 0 }
        return String(validating: bytes[index..<(index + length)], as: UTF8.self) == nil ? 0 : length
    }

    private static func hasForm(_ bytes: [UInt8]) -> Bool {
        bytes.contains(0x5C) && bytes.indices.contains { byte(ofFormAt: $0, in: bytes) != nil }
    }

    /// The byte that `\xE1` at a place stands for; nil where no such form is. Of ASCII only what has a meaning in names
    /// is ever written so: the backslash, and the mark between an archive and its entry.
    private static func byte(ofFormAt index: Int, in bytes: [UInt8]) -> UInt8? {
        guard bytes[index] == 0x5C, index + 3 < bytes.count, bytes[index + 1] == 0x78,
            let high = value(of: bytes[index + 2]), let low = value(of: bytes[index + 3])
        else { return nil }
        let byte = high << 4 | low
        return byte >= 0x80 || byte == 0x5C || byte == 0x21 ? byte : nil
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: return digit - 0x30
        case 0x41...0x46: return digit - 0x37
        default: return nil
        }
    }

    /// A byte as two hexadecimal digits.
    static func digits(of byte: UInt8) -> [UInt8] {
        [byte >> 4, byte & 0x0F].map { $0 < 10 ? $0 + 0x30 : $0 + 0x37 }
    }
}

extension FileName {
    /// A text as it can be told to people: what would steer their terminal, break the line or turn its direction is written
    /// as `\x1B` or `\u{202E}`.
    package static func shown(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if !isControl(scalar) {
                shown.append(scalar)
            } else if scalar.value < 0x80 {
                shown += String(decoding: [0x5C, 0x78] + digits(of: UInt8(scalar.value)), as: UTF8.self).unicodeScalars
            } else {
                shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars
            }
        }
        return String(shown)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: return true
        default: return false
        }
    }

    /// A piece of a path as part of a name that every file system takes: what is no letter there (control characters, a
    /// backslash, bytes that are no UTF-8) is written as `%0A`, and so is a `%` that would begin such a form. Two pieces
    /// never have one name. Nothing between two slashes is `%00`, and `..` is `%2E%2E`.
    package static func portable(piece bytes: [UInt8]) -> String {
        if bytes.isEmpty { return "%00" }
        if bytes == [0x2E] || bytes == [0x2E, 0x2E] { return bytes.map { _ in "%2E" }.joined() }
        var name: [UInt8] = []
        forEachPiece(of: bytes) { piece, isText in
            for index in piece.indices {
                let byte = bytes[index]
                let isPlain = isText && byte >= 0x20 && byte != 0x7F && byte != 0x5C
                if isPlain, byte != 0x25 || !hasDigits(after: index, in: bytes) {
                    name.append(byte)
                } else {
                    name += [0x25] + digits(of: byte)
                }
            }
        }
        return String(decoding: name, as: UTF8.self)
    }

    private static func hasDigits(after index: Int, in bytes: [UInt8]) -> Bool {
        index + 2 < bytes.count
            && bytes[(index + 1)...(index + 2)].allSatisfy { digit in
                value(of: digit) != nil || value(of: digit & 0xDF) != nil
            }
    }
}
