import FoundationEssentials

/// An HTML tag, entity or autolink that OCR tools leave in a text.
enum InlineTag {
    enum Effect: Equatable {
        /// The tag goes, nothing takes its place.
        case none
        /// A line break inside the cell or paragraph.
        case softBreak
        case boldBegins, boldEnds
        /// What follows is raised: its digits become note marks.
        case raisedBegins, raisedEnds
    }

    /// A tag at an offset (which holds `<`): its end and what it does; nil where no known tag stands.
    static func tag(in bytes: [UInt8], at start: Int, end limit: Int) -> (end: Int, effect: Effect)? {
        var offset = start + 1
        let stop = min(limit, start + 400)
        guard offset < stop else { return nil }
        if bytes[offset] == 0x21 { return comment(in: bytes, at: start, end: limit) }
        let closes = bytes[offset] == 0x2F
        if closes { offset += 1 }
        let nameStart = offset
        while offset < stop, isNameByte(bytes[offset]) { offset += 1 }
        guard offset > nameStart, offset - nameStart <= 10 else { return nil }
        let name = String(decoding: bytes[nameStart..<offset].map { $0 | 0x20 }, as: UTF8.self)
        guard offset < stop, bytes[offset] == 0x3E || bytes[offset] == 0x2F || CharacterClass.isSpace(bytes[offset])
        else { return nil }
        guard let effect = effect(of: name, closes: closes) else { return nil }
        guard let end = attributesEnd(in: bytes, at: offset, end: stop, allowed: !closes) else { return nil }
        return (end, effect)
    }

    /// The end of the tag whose attributes (`name="value"`) begin at an offset; nil where something else follows, for
    /// "a <b and c> d" is text.
    private static func attributesEnd(in bytes: [UInt8], at start: Int, end stop: Int, allowed: Bool) -> Int? {
        var offset = start
        func skipSpace() {
            while offset < stop, CharacterClass.isSpace(bytes[offset]), bytes[offset] != 0x09 { offset += 1 }
        }
        while true {
            skipSpace()
            guard offset < stop else { return nil }
            if bytes[offset] == 0x3E { return offset + 1 }
            if bytes[offset] == 0x2F {
                return offset + 1 < stop && bytes[offset + 1] == 0x3E ? offset + 2 : nil
            }
            let nameStart = offset
            while offset < stop, isNameByte(bytes[offset]) || bytes[offset] == 0x2D || bytes[offset] == 0x3A {
                offset += 1
            }
            guard allowed, offset > nameStart else { return nil }
            skipSpace()
            guard offset < stop, bytes[offset] == 0x3D else { return nil }
            offset += 1
            skipSpace()
            guard offset < stop else { return nil }
            let quote = bytes[offset]
            if quote == 0x22 || quote == 0x27 {
                offset += 1
                while offset < stop, bytes[offset] != quote {
                    if bytes[offset] == 0x3C || bytes[offset] == 0x09 { return nil }
                    offset += 1
                }
                offset += 1
            } else {
                while offset < stop, bytes[offset] != 0x3E, !CharacterClass.isSpace(bytes[offset]) {
                    if bytes[offset] == 0x3C { return nil }
                    offset += 1
                }
            }
        }
    }

    /// The end of the tag, comment or address at an offset (which holds `<`); nil where there is none.
    static func tagOrAddressEnd(in bytes: [UInt8], at start: Int, end limit: Int) -> Int? {
        if let tag = tag(in: bytes, at: start, end: limit) { return tag.end }
        return autolink(in: bytes, at: start, end: limit).map { $0.upperBound + 1 }
    }

    /// The address inside `<http://…>` or `<name@place>` at an offset, without the brackets.
    static func autolink(in bytes: [UInt8], at start: Int, end limit: Int) -> Range<Int>? {
        var offset = start + 1
        let stop = min(limit, start + 400)
        var sawMark = false
        while offset < stop, bytes[offset] != 0x3E {
            let byte = bytes[offset]
            if CharacterClass.isSpace(byte) || byte == 0x3C { return nil }
            if byte == 0x40 && offset > start + 1 { sawMark = true }
            if byte == 0x3A, offset + 2 < stop, bytes[offset + 1] == 0x2F, bytes[offset + 2] == 0x2F { sawMark = true }
            offset += 1
        }
        guard offset < stop, offset > start + 1 else { return nil }
        let inside = bytes[(start + 1)..<offset]
        return sawMark || inside.starts(with: Array("www.".utf8)) ? (start + 1)..<offset : nil
    }

    /// A character entity at an offset (which holds `&`): its end and its text, empty for an invisible character.
    static func entity(in bytes: [UInt8], at start: Int, end limit: Int) -> (end: Int, text: [UInt8])? {
        var offset = start + 1
        let stop = min(limit, start + longestName)
        while offset < stop, bytes[offset] != 0x3B {
            if !isNameByte(bytes[offset]) && bytes[offset] != 0x23 { return nil }
            offset += 1
        }
        guard offset < stop else { return nil }
        let name = String(decoding: bytes[(start + 1)..<offset], as: UTF8.self)
        if let text = entities[name] { return (offset + 1, Array(text.utf8)) }
        if name.hasPrefix("#") {
            let digits = name.dropFirst()
            let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
            let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            guard let value, let scalar = UnicodeScalar(value) else { return nil }
            if CharacterClass.isInvisible(value) { return (offset + 1, []) }
            // Controls and line ends that no text has stay as written.
            if value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x2028 || value == 0x2029 { return nil }
            return (offset + 1, Array(String(Character(scalar)).composed.utf8))
        }
        return bytes[(start + 1)..<offset].withUnsafeBufferPointer { letters in
            guard let found = NamedCharacters.character(letters, hasSemicolon: true), found.length == letters.count
            else {
                return nil
            }
            let isSeen = !found.text.unicodeScalars.contains { CharacterClass.isInvisible($0.value) || $0.value < 0x20 }
            return (offset + 1, isSeen ? Array(found.text.utf8) : [])
        }
    }

    /// The longest name of a character that is looked for, in bytes with its signs.
    private static let longestName = 34

    private static let entities = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "–", "mdash": "—",
        "ldquo": "“", "rdquo": "”", "hellip": "…", "shy": "",
    ]

    private static func isNameByte(_ byte: UInt8) -> Bool {
        CharacterClass.isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }

    private static func effect(of name: String, closes: Bool) -> Effect? {
        switch name {
        case "i", "em", "u", "span", "font", "small", "big", "a", "s", "ins", "sub", "mark": return Effect.none
        case "b", "strong": return closes ? .boldEnds : .boldBegins
        case "sup": return closes ? .raisedEnds : .raisedBegins
        case "br", "p", "div", "ul", "ol", "li", "center", "hr", "html", "body", "page", "pagebreak", "h1", "h2", "h3",
            "h4", "h5",
            "h6", "blockquote":
            return .softBreak
        default: return nil
        }
    }

    /// `<!DOCTYPE html>`, as it stands before a page within a text.
    private static func declaration(in bytes: [UInt8], at start: Int, _ limit: Int) -> (end: Int, effect: Effect)? {
        let word = Array("doctype html".utf8)
        let name = bytes[(start + 2)..<min(limit, start + 2 + word.count)]
        guard name.count == word.count, zip(name, word).allSatisfy({ $0 | 0x20 == $1 }) else { return nil }
        return bytes[name.endIndex..<min(limit, start + 400)].firstIndex(of: 0x3E).map { ($0 + 1, .none) }
    }

    private static func comment(in bytes: [UInt8], at start: Int, end limit: Int) -> (end: Int, effect: Effect)? {
        guard start + 4 < limit else { return nil }
        guard bytes[start + 2] == 0x2D, bytes[start + 3] == 0x2D else {
            return declaration(in: bytes, at: start, limit)
        }
        var offset = start + 4
        let stop = min(limit, start + 2000)
        while offset + 2 < stop {
            if bytes[offset] == 0x2D, bytes[offset + 1] == 0x2D, bytes[offset + 2] == 0x3E {
                return (offset + 3, .none)
            }
            // A comment holds no other, and so nothing is looked at twice.
            if bytes[offset] == 0x3C, bytes[offset + 1] == 0x21, bytes[offset + 2] == 0x2D { return nil }
            offset += 1
        }
        return nil
    }
}
