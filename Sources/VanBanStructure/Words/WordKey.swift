import VanBanReading

/// The form under which words are compared: lower case, with the tone taken off its vowel and put at the end as a
/// digit (1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng), so that `hoà` and `hòa` are the same word. The letters are
/// ASCII where they are Vietnamese (`đ` is `D`, `ư` is `U`, …).
struct WordKey {
    private(set) var letters = KeyBytes()
    private var tone: UInt8 = 0
    /// Whether a vowel bears a mark, of tone or of its own, which no symbol's letters do.
    private var hasMarkedVowel = false
    private(set) var startsUpper = false
    private(set) var isAllUpper = true

    /// Whether figures that follow the letters at once are a number of their own (`ngày14`, `II2026`) and not part of a
    /// symbol (`QH14`, `T7`).
    func parts(from bytes: [UInt8], at offset: Int, end: Int) -> Bool {
        if hasMarkedVowel { return true }
        guard !letters.isEmpty else { return false }
        let word = letters.string
        if Self.plainWords.contains(word) { return !isAllUpper }
        guard isAllUpper, word.utf8.allSatisfy({ $0 == 0x69 || $0 == 0x76 || $0 == 0x78 }) else { return false }
        // A quarter's or month's Roman figures, and a year.
        guard offset + 4 <= end, bytes[offset] == 0x31 || bytes[offset] == 0x32,
            bytes[offset..<(offset + 4)].allSatisfy(CharacterClass.isDigit)
        else { return false }
        return offset + 4 == end || !CharacterClass.isDigit(bytes[offset + 4])
    }

    /// Whether `ngày` stands at an offset behind the capitals of a symbol: `12/QĐ-UBNDngày 05/01/2026`.
    @inline(__always)
    func endsBeforeDay(in bytes: [UInt8], at offset: Int, end: Int) -> Bool {
        guard bytes[offset] == 0x6E, isAllUpper, letters.count >= 2, offset + Self.day.count <= end,
            bytes[offset..<(offset + Self.day.count)].elementsEqual(Self.day)
        else { return false }
        let next = offset + Self.day.count
        return next == end || bytes[next] < 0x41
    }

    private static let day = Array("ngày".utf8)

    /// Words without any mark that stand before figures.
    private static let plainWords = Set(Lexicon.strings(.plainWordsBeforeFigures))

    /// Puts the tone behind the letters; no letter is taken any more.
    mutating func close() {
        if tone != 0 { letters.append(0x30 + tone) }
    }

    /// The key of one word.
    static func of(_ word: String) -> String {
        let bytes = Array(word.utf8)
        var key = WordKey()
        var offset = 0
        while offset < bytes.count {
            let length = key.append(from: bytes, at: offset, end: bytes.count)
            if length == 0 { break }
            offset += length
        }
        key.close()
        return key.letters.string
    }

    /// Takes the letter at an offset; its length in bytes, 0 where no letter (or digit inside a word) stands there.
    @inline(__always) mutating func append(from bytes: [UInt8], at offset: Int, end: Int) -> Int {
        let byte = bytes[offset]
        if byte < 0x80 {
            if byte >= 0x61 && byte <= 0x7A {
                note(isUpper: false)
                letters.append(byte)
                return 1
            }
            if byte >= 0x41 && byte <= 0x5A {
                note(isUpper: true)
                letters.append(byte + 0x20)
                return 1
            }
            if CharacterClass.isDigit(byte), !letters.isEmpty {
                letters.append(byte)
                return 1
            }
            return 0
        }
        guard byte >= 0xC3, byte <= 0xE1, offset + 1 < end else { return 0 }
        if byte < 0xE0 {
            let scalar = UInt32(byte & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F)
            guard scalar >= 0xC0, scalar <= 0x24F, scalar != 0xD7, scalar != 0xF7 else { return 0 }
            append(scalar: scalar)
            return 2
        }
        guard byte == 0xE1, offset + 2 < end else { return 0 }
        let scalar =
            UInt32(byte & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F)
        guard scalar >= 0x1EA0, scalar <= 0x1EF9 else { return 0 }
        append(scalar: scalar)
        return 3
    }

    private mutating func note(isUpper: Bool) {
        if letters.isEmpty { startsUpper = isUpper }
        if !isUpper { isAllUpper = false }
    }

    private mutating func append(scalar: UInt32) {
        let lower = Self.lowercase(scalar)
        note(isUpper: lower != scalar)
        let (base, mark) = Self.split(lower)
        if mark != 0 { tone = mark }
        if mark != 0 || base >= 0x80 && base != 0x111 { hasMarkedVowel = true }
        if base < 0x80 {
            letters.append(UInt8(base))
        } else if let letter = Self.ascii(base) {
            letters.append(letter)
        } else {
            letters.append(UInt8(0xC0 | base >> 6))
            letters.append(UInt8(0x80 | base & 0x3F))
        }
    }

    /// The letters of Vietnamese beyond ASCII, as capitals that no key has otherwise: strings of ASCII are compared and
    /// hashed byte by byte, others only after normalization.
    private static func ascii(_ base: UInt32) -> UInt8? {
        switch base {
        case 0xE2: return UInt8(ascii: "A")
        case 0x103: return UInt8(ascii: "B")
        case 0xEA: return UInt8(ascii: "E")
        case 0xF4: return UInt8(ascii: "O")
        case 0x1A1: return UInt8(ascii: "P")
        case 0x1B0: return UInt8(ascii: "U")
        case 0x111: return UInt8(ascii: "D")
        default: return nil
        }
    }

    /// A key without the signs above and below its letters, for words of which these were misread.
    static func bare(_ key: String) -> String {
        var bytes = Array(key.utf8)
        if bytes.count > 1, let last = bytes.last, (0x31...0x35).contains(last),
            !CharacterClass.isDigit(bytes[bytes.count - 2])
        {
            bytes.removeLast()
        }
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "A"), UInt8(ascii: "B"): bytes[index] = UInt8(ascii: "a")
            case UInt8(ascii: "E"): bytes[index] = UInt8(ascii: "e")
            case UInt8(ascii: "O"), UInt8(ascii: "P"): bytes[index] = UInt8(ascii: "o")
            case UInt8(ascii: "U"): bytes[index] = UInt8(ascii: "u")
            case UInt8(ascii: "D"): bytes[index] = UInt8(ascii: "d")
            default: break
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Lower case within Latin-1, Latin Extended-A/B and the Vietnamese block.
    static func lowercase(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0xC0...0xDE: return scalar + 0x20
        case 0x100...0x137, 0x14A...0x177, 0x1EA0...0x1EF9: return scalar | 1
        case 0x1A0: return 0x1A1
        case 0x1AF: return 0x1B0
        default: return scalar
        }
    }

    /// A lower-case letter as its letter without tone (`ấ` → `â`) and its tone.
    static func split(_ scalar: UInt32) -> (base: UInt32, tone: UInt8) {
        switch scalar {
        case 0xE1: return (0x61, 1)
        case 0xE0: return (0x61, 2)
        case 0xE3: return (0x61, 4)
        case 0xE9: return (0x65, 1)
        case 0xE8: return (0x65, 2)
        case 0xED: return (0x69, 1)
        case 0xEC: return (0x69, 2)
        case 0x129: return (0x69, 4)
        case 0xF3: return (0x6F, 1)
        case 0xF2: return (0x6F, 2)
        case 0xF5: return (0x6F, 4)
        case 0xFA: return (0x75, 1)
        case 0xF9: return (0x75, 2)
        case 0x169: return (0x75, 4)
        case 0xFD: return (0x79, 1)
        case 0x1EA1...0x1EF9: return Self.vietnameseBlock[Int(scalar - 0x1EA1) / 2]
        default: return (scalar, 0)
        }
    }

    /// U+1EA1, U+1EA3, … U+1EF9 (the lower-case letters of the block), letter and tone.
    private static let vietnameseBlock: [(base: UInt32, tone: UInt8)] = {
        let a: UInt32 = 0x61, e: UInt32 = 0x65, i: UInt32 = 0x69, o: UInt32 = 0x6F, u: UInt32 = 0x75, y: UInt32 = 0x79
        let aCircumflex: UInt32 = 0xE2, aBreve: UInt32 = 0x103, eCircumflex: UInt32 = 0xEA
        let oCircumflex: UInt32 = 0xF4, oHorn: UInt32 = 0x1A1, uHorn: UInt32 = 0x1B0
        return [
            (a, 5), (a, 3),
            (aCircumflex, 1), (aCircumflex, 2), (aCircumflex, 3), (aCircumflex, 4), (aCircumflex, 5),
            (aBreve, 1), (aBreve, 2), (aBreve, 3), (aBreve, 4), (aBreve, 5),
            (e, 5), (e, 3), (e, 4),
            (eCircumflex, 1), (eCircumflex, 2), (eCircumflex, 3), (eCircumflex, 4), (eCircumflex, 5),
            (i, 3), (i, 5),
            (o, 5), (o, 3),
            (oCircumflex, 1), (oCircumflex, 2), (oCircumflex, 3), (oCircumflex, 4), (oCircumflex, 5),
            (oHorn, 1), (oHorn, 2), (oHorn, 3), (oHorn, 4), (oHorn, 5),
            (u, 5), (u, 3),
            (uHorn, 1), (uHorn, 2), (uHorn, 3), (uHorn, 4), (uHorn, 5),
            (y, 2), (y, 5), (y, 3), (y, 4),
        ]
    }()
}
