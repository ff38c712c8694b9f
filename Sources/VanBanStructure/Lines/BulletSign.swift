import VanBanReading

/// The signs that items open with, as people type them and tools write them: dashes and dots, the shapes of symbol
/// fonts, arrows, pictures.
enum BulletSign {
    /// The label of a line that opens with a sign of its own.
    static func label(_ line: Range<Int>, _ text: SourceText) -> OutlineLabel? {
        let bytes = text.bytes
        let start = line.lowerBound
        guard let kind = kind(at: start, of: line, bytes) else { return nil }
        var next = start + kind.length
        guard next < line.upperBound else { return nil }
        switch kind.sort {
        case .star: guard CharacterClass.isSpace(bytes[next]) else { return nil }
        case .dash:
            // A second dash is a rule, a digit a number below zero.
            guard !CharacterClass.isDigit(bytes[next]) || kind.length == 3 && bytes[start + 1] == 0x80 else {
                return nil
            }
        case .picture:
            while next < line.upperBound, isPicture(at: next, of: line, bytes) {
                next += CharacterClass.scalarLength(bytes[next])
            }
            // `📌 I. MỤC ĐÍCH`: the picture is there for looks.
            let rest = text.trimmed(next..<line.upperBound)
            if let label = OutlineLabel.at(rest, in: text), label.isNumbered {
                var label = label
                label.range = start..<label.range.upperBound
                return label
            }
        case .shape:
            // `▶ I. MỤC ĐÍCH`: the same of the signs that chat programs show as pictures.
            let rest = text.trimmed(next..<line.upperBound)
            if var label = OutlineLabel.at(rest, in: text), label.isNumbered,
                mayBePicture(at: start, bytes) || [.roman, .chapter, .partition, .article].contains(label.series)
            {
                label.range = start..<label.range.upperBound
                return label
            }
        }
        guard next < line.upperBound, bytes[next] != bytes[start] || kind.sort == .picture else { return nil }
        // `- - -` is a rule.
        var rest = next
        while rest < line.upperBound {
            if CharacterClass.isSpace(bytes[rest]) {
                rest += 1
            } else if rest + kind.length <= line.upperBound,
                bytes[rest..<(rest + kind.length)].elementsEqual(bytes[start..<(start + kind.length)])
            {
                rest += kind.length
            } else {
                break
            }
        }
        guard rest < line.upperBound else { return nil }
        let range = start..<next
        return OutlineLabel(series: .bullet, text: text.string(range), ordinal: nil, range: range, closing: "")
    }

    private enum Sort { case dash, star, shape, picture }

    private static func kind(at start: Int, of line: Range<Int>, _ bytes: [UInt8]) -> (sort: Sort, length: Int)? {
        let byte = bytes[start]
        let length = CharacterClass.scalarLength(byte)
        guard start + length < line.upperBound else { return nil }
        if byte == 0x2D || byte == 0x3D {
            // `->`, `=>`
            if bytes[start + 1] == 0x3E { return (.shape, 2) }
            return byte == 0x2D ? (.dash, 1) : nil
        }
        if byte == 0x2A || byte == 0x7E || byte == 0x3E { return (.star, 1) }
        if isPicture(at: start, of: line, bytes) { return (.picture, length) }
        guard length == 3 else { return nil }
        let second = bytes[start + 1]
        let third = bytes[start + 2]
        // The private-use bullets of Wingdings.
        if byte == 0xEF {
            // Small and wide hyphens, and the sign for a character that is lost.
            if second == 0xB9 && third == 0xA3 || second == 0xBC && third == 0x8D { return (.dash, 3) }
            if second == 0xBF && third == 0xBD { return (.star, 3) }
            return (0x80...0x83).contains(second) ? (.shape, 3) : nil
        }
        guard byte == 0xE2 else { return nil }
        switch second {
        // ⸺ ⸻
        case 0xB8 where third == 0xBA || third == 0xBB: return (.dash, 3)
        // – — • ‣ and the bullet of a hyphen
        case 0x80 where (0x90...0x95).contains(third): return (.dash, 3)
        case 0x80 where third == 0xA2 || third == 0xA3: return (.shape, 3)
        case 0x81 where third == 0x83: return (.shape, 3)
        // Arrows
        case 0x86, 0x87: return (.shape, 3)
        // Signs of players: ⏩ ⏺
        case 0x8F where (0xA9...0xBA).contains(third): return (.shape, 3)
        // − ∙
        case 0x88 where third == 0x92 || third == 0x99: return (third == 0x92 ? .dash : .shape, 3)
        // ■ ▪ ● ◦ ○ ◆, dingbats (❖ ✓ ➢), further arrows and shapes
        case 0x96, 0x97, 0x9C, 0x9D, 0x9E, 0x9F, 0xA4, 0xA5, 0xA7, 0xAC, 0xAE: return (.shape, 3)
        default: return nil
        }
    }

    /// Signs of old character sets that also have a picture: `▶`, `◼`, `✔`, `➡`, `⏩`.
    private static func mayBePicture(at start: Int, _ bytes: [UInt8]) -> Bool {
        guard bytes[start] == 0xE2 else { return false }
        let (second, third) = (bytes[start + 1], bytes[start + 2])
        switch second {
        case 0x96: return third == 0xB6 || third == 0xAA || third == 0xAB
        case 0x97: return third == 0x80 || (0xBB...0xBE).contains(third)
        case 0x9C: return [0x82, 0x88, 0x89, 0x8F, 0x94, 0x96, 0xB3, 0xB4].contains(third)
        case 0x9E: return [0x95, 0x96, 0x97, 0xA1, 0xB0, 0xBF].contains(third)
        case 0x8F: return (0xA9...0xBA).contains(third)
        case 0xAC: return [0x85, 0x86, 0x87, 0x9B, 0x9C].contains(third)
        default: return false
        }
    }

    /// Pictures of chat programs: `📌`, `☀`, `⭐`.
    private static func isPicture(at start: Int, of line: Range<Int>, _ bytes: [UInt8]) -> Bool {
        guard start + 3 < line.upperBound else { return false }
        if bytes[start] == 0xF0 { return bytes[start + 1] == 0x9F }
        guard bytes[start] == 0xE2 else { return false }
        switch bytes[start + 1] {
        case 0x98...0x9B, 0xAD: return true
        case 0x9C: return bytes[start + 2] == 0x85
        default: return false
        }
    }

    /// The label of a line that opens with a bullet whose font got lost: `·`, `§`, `¨`, `»`, `Ø`, `ü`, `o`, `v` and `q` are the
    /// shapes of Symbol, Wingdings and Courier.
    static func fontLabel(_ line: Range<Int>, _ text: SourceText) -> OutlineLabel? {
        let bytes = text.bytes
        let start = line.lowerBound
        let length = CharacterClass.scalarLength(bytes[start])
        let end = start + length
        guard end < line.upperBound else { return nil }
        let space = CharacterClass.spaceLength(in: bytes, at: end)
        switch (bytes[start], length == 2 ? bytes[start + 1] : 0) {
        case (0xC2, 0xB7): break
        case (0xC2, 0xA7), (0xC2, 0xA8), (0xC2, 0xBB), (0xC3, 0x98), (0xC3, 0xBC), (0x6F, _), (0x71, _), (0x76, _):
            guard space > 0 else { return nil }
        default: return nil
        }
        let rest = text.trimmed(end..<line.upperBound)
        guard let first = TokenText.first(of: text.head(of: rest, bytes: 24), in: text),
            first.startsUpper || first.kind == .number
                || bytes[start] == 0xC2 && bytes[start + 1] <= 0xB7 && bytes[start + 1] != 0xA8
        else { return nil }
        let range = start..<end
        return OutlineLabel(series: .bullet, text: text.string(range), ordinal: nil, range: range, closing: "")
    }
}

extension OutlineLabel {
    /// Whether it is a number or a letter, and not a sign.
    fileprivate var isNumbered: Bool { series != .bullet && series != .plus }
}
