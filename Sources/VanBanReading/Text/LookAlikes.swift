import VanBanModel

/// Characters that are none of Vietnamese but are seen as if they were: letters of Cyrillic and Greek, `Ð` for `Đ`,
/// Roman numerals and full-width forms of Unicode, bullets of symbol fonts whose font is not known.
///
/// A text holds what a reader sees, so that `Ủy bаn` with a Cyrillic `а` is the word that it looks like wherever words
/// are compared. What only some words make a letter is one only there: a Russian word stays what it is.
struct LookAlikes {
    /// What a character is seen as.
    fileprivate struct Entry {
        /// Wherever it stands.
        var always: [UInt8]?
        /// Among letters.
        var letter: [UInt8]?
        /// Beside a digit.
        var digit: [UInt8]?
        /// In a numeral of an outline or a quarter.
        var roman: [UInt8]?
    }

    fileprivate static let entries: [UInt32: Entry] = {
        var entries: [UInt32: Entry] = [:]
        for row in DataRows(PackageResources.look_alikes_csv).rows {
            guard let scalar = UInt32(row[0].dropFirst(2), radix: 16) else { continue }
            func cell(_ column: Int) -> [UInt8]? { row[column].isEmpty ? nil : Array(row[column].utf8) }
            entries[scalar] = Entry(always: cell(1), letter: cell(2), digit: cell(3), roman: cell(4))
        }
        return entries
    }()

    /// Whether a character that two bytes open may be one of them. Every byte of a text is asked.
    @inline(__always)
    static func mayOpen(_ lead: UInt8, _ next: UInt8) -> Bool {
        switch lead {
        case 0xC3: return next == 0x90 || next == 0xB0
        case 0xC4: return next == 0xB1
        case 0xC6: return next == 0x89 || next == 0xA2 || next == 0xA3
        case 0xC9, 0xCE...0xD4: return true
        case 0xE2: return next == 0x81 || next == 0x85 || next == 0x88
        case 0xEF: return next >= 0x80 && next <= 0x83 || next == 0xBC || next == 0xBD
        default: return false
        }
    }

    /// The words that were looked at last, so that none is looked at for each of its letters.
    private var word = Word(range: 0..<0)
    private var line = ForeignLine(end: 0)

    /// A run of letters, digits and marks.
    fileprivate struct Word {
        var range: Range<Int>
        var hasLatin = false
        /// Letters that look like none of Latin.
        var hasOther = false
        /// Small letters that look like Latin capitals alone: `м`, `т`.
        var hasSmallCapitals = false
        var isGreek = false
        var letters = 0
        /// Whether all that stands in it can be part of a Roman numeral.
        var isRoman = true
    }

    /// What stands on a line as far as it was looked at.
    private struct ForeignLine {
        var end: Int
        /// Whether words of another script are on it.
        var isForeign = false
    }

    /// What the character at an offset is seen as, and its own length; nil where it stands for itself.
    mutating func reading<Bytes: RandomAccessCollection<UInt8>>(
        at offset: Int, in bytes: Bytes
    ) -> (length: Int, reading: [UInt8])? where Bytes.Index == Int {
        guard offset + 1 < bytes.endIndex, Self.mayOpen(bytes[offset], bytes[offset + 1]) else { return nil }
        let (scalar, end) = UTF8Scalar.next(in: bytes, at: offset)
        if (0xF000...0xF0FF).contains(scalar) {
            return Self.isBullet(from: offset, to: end, in: bytes) ? (end - offset, Array("•".utf8)) : nil
        }
        guard let entry = Self.entries[scalar] else { return nil }
        if let always = entry.always {
            // Recognition that cannot tell `Đ` from `Ð` puts down both.
            return (end - offset, Self.isDouble(always, behind: offset, in: bytes) ? [] : always)
        }
        if offset >= word.range.upperBound || offset < word.range.lowerBound {
            word = Self.word(around: offset, in: bytes)
        }
        if let digit = entry.digit, isDigit(at: offset, to: end, in: bytes) { return (end - offset, digit) }
        if let roman = entry.roman, word.isRoman, isNumeral(in: bytes) { return (end - offset, roman) }
        guard let letter = entry.letter, isLatin(at: offset, in: bytes) else { return nil }
        return (end - offset, letter)
    }

    // MARK: Words

    /// In bytes; longer ones are looked at by the piece.
    private static let longest = 64

    private static func word<Bytes: RandomAccessCollection<UInt8>>(
        around offset: Int, in bytes: Bytes
    ) -> Word where Bytes.Index == Int {
        var start = offset
        while start > bytes.startIndex, offset - start < longest, let before = scalar(before: start, in: bytes),
            isWordPart(before.scalar)
        {
            start = before.start
        }
        var word = Word(range: start..<start)
        var end = start
        while end < bytes.endIndex, end - offset < longest {
            let (scalar, next) = UTF8Scalar.next(in: bytes, at: end)
            guard isWordPart(scalar) else { break }
            word.take(scalar)
            end = next
        }
        word.range = start..<max(end, offset + 1)
        return word
    }

    private static func scalar<Bytes: RandomAccessCollection<UInt8>>(
        before end: Int, in bytes: Bytes
    ) -> (scalar: UInt32, start: Int)? where Bytes.Index == Int {
        var start = end - 1
        while start > bytes.startIndex, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        guard start >= bytes.startIndex else { return nil }
        return (UTF8Scalar.next(in: bytes, at: start).scalar, start)
    }

    private static func isWordPart(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30...0x39, 0x300...0x36F: return true
        default: return isLatin(scalar) || isForeign(scalar)
        }
    }

    static func isLatin(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A: return true
        case 0xC0...0x24F: return scalar != 0xD7 && scalar != 0xF7
        default: return scalar >= 0x1E00 && scalar <= 0x1EFF
        }
    }

    /// Whether a character is seen as one of Vietnamese at some place.
    static func isKnown(_ scalar: UInt32) -> Bool { entries[scalar] != nil }

    /// `в`, `к`, `м`, `н`, `т`
    fileprivate static let smallCapitals: Set<UInt32> = [0x432, 0x43A, 0x43C, 0x43D, 0x442]

    /// Letters of Greek and Cyrillic.
    static func isForeign(_ scalar: UInt32) -> Bool { scalar >= 0x370 && scalar <= 0x52F }

    private static func isDouble<Bytes: RandomAccessCollection<UInt8>>(
        _ reading: [UInt8], behind offset: Int, in bytes: Bytes
    ) -> Bool where Bytes.Index == Int {
        guard reading.count == 2, offset - 2 >= bytes.startIndex else { return false }
        return bytes[offset - 2] == reading[0] && bytes[offset - 1] == reading[1]
    }

    // MARK: What a letter is seen as

    /// Beside a digit, or a letter that is one for that reason.
    private func isDigit<Bytes: RandomAccessCollection<UInt8>>(
        at offset: Int, to end: Int, in bytes: Bytes
    ) -> Bool where Bytes.Index == Int {
        if word.range == offset..<end, Self.entries[UTF8Scalar.next(in: bytes, at: offset).scalar]?.letter == nil {
            return Self.isAmongFigures(word.range, in: bytes)
        }
        if Self.opensSmallLetters(at: offset, to: end, in: bytes) { return false }
        var start = offset
        while start > word.range.lowerBound, let before = Self.scalar(before: start, in: bytes) {
            if (0x30...0x39).contains(before.scalar) { return true }
            guard Self.entries[before.scalar]?.digit != nil else { return false }
            start = before.start
        }
        var next = end
        while next < word.range.upperBound {
            let (scalar, after) = UTF8Scalar.next(in: bytes, at: next)
            if (0x30...0x39).contains(scalar) { return true }
            guard Self.entries[scalar]?.digit != nil else { return false }
            next = after
        }
        return false
    }

    /// Whether a small letter goes on in small letters, whatever stands before it: `4оf 9` has lost a blank.
    private static func opensSmallLetters<Bytes: RandomAccessCollection<UInt8>>(
        at offset: Int, to end: Int, in bytes: Bytes
    ) -> Bool where Bytes.Index == Int {
        func isSmall(_ offset: Int) -> Bool {
            let scalar = UTF8Scalar.next(in: bytes, at: offset).scalar
            return Unicode.Scalar(scalar)?.properties.isLowercase ?? false
        }
        return isSmall(offset) && end < bytes.endIndex && isSmall(end)
            && isLatin(UTF8Scalar.next(in: bytes, at: end).scalar)
    }

    /// Whether a sign joins a word to digits on either side: `30/б/2026`, `З/63`.
    private static func isAmongFigures<Bytes: RandomAccessCollection<UInt8>>(
        _ word: Range<Int>, in bytes: Bytes
    ) -> Bool where Bytes.Index == Int {
        func isSign(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x2C || byte == 0x2E }
        let start = word.lowerBound
        let end = word.upperBound
        let follows =
            end + 1 < bytes.endIndex && isSign(bytes[end]) && CharacterClass.isDigit(bytes[end + 1])
        let precedes =
            start - 2 >= bytes.startIndex && isSign(bytes[start - 1]) && CharacterClass.isDigit(bytes[start - 2])
        return follows || precedes
    }

    /// Whether a word of Roman figures stands as a number of an outline or a quarter does.
    private func isNumeral<Bytes: RandomAccessCollection<UInt8>>(in bytes: Bytes) -> Bool where Bytes.Index == Int {
        guard word.letters <= 4, word.range.upperBound < bytes.endIndex else { return word.letters <= 4 }
        switch bytes[word.range.upperBound] {
        case 0x2E, 0x2F, 0x29, 0x2C, 0x3B, 0x2D: return true
        case let byte: return CharacterClass.isSpace(byte)
        }
    }

    /// Whether the word of a letter, or what a sign joins to it, is in Latin letters, or the line holds no foreign words.
    private mutating func isLatin<Bytes: RandomAccessCollection<UInt8>>(
        at offset: Int, in bytes: Bytes
    ) -> Bool where Bytes.Index == Int {
        if word.hasLatin { return true }
        if word.hasOther || word.hasSmallCapitals && word.letters > 2 { return false }
        if Self.isJoined(word.range, in: bytes) { return true }
        if word.isGreek && word.letters < 2 { return false }
        if offset >= line.end { line = Self.line(from: offset, in: bytes, after: line) }
        return !line.isForeign
    }

    /// Whether a dash or stroke joins a word to letters of Latin or to digits: `NĐ-СР`, `118/СТ`.
    private static func isJoined<Bytes: RandomAccessCollection<UInt8>>(
        _ word: Range<Int>, in bytes: Bytes
    ) -> Bool where Bytes.Index == Int {
        func isSign(_ byte: UInt8) -> Bool { byte == 0x2D || byte == 0x2F || byte == 0x2E || byte == 0x26 }
        func joins(_ scalar: UInt32) -> Bool { isLatin(scalar) || (0x30...0x39).contains(scalar) }
        if word.lowerBound - 1 > bytes.startIndex, isSign(bytes[word.lowerBound - 1]),
            let before = scalar(before: word.lowerBound - 1, in: bytes), joins(before.scalar)
        {
            return true
        }
        let next = word.upperBound
        return next + 1 < bytes.endIndex && isSign(bytes[next])
            && joins(UTF8Scalar.next(in: bytes, at: next + 1).scalar)
    }

    /// How far a line is looked at for words of another script, in bytes on either side.
    private static let lineLimit = 1024

    private static func line<Bytes: RandomAccessCollection<UInt8>>(
        from offset: Int, in bytes: Bytes, after last: ForeignLine
    ) -> ForeignLine where Bytes.Index == Int {
        var end = offset
        while end > bytes.startIndex, offset - end < lineLimit, bytes[end - 1] != 0x0A, bytes[end - 1] != 0x0D {
            end -= 1
        }
        while end < offset, bytes[end] & 0xC0 == 0x80 { end += 1 }
        var isForeign = last.end == offset && last.isForeign
        let limit = min(bytes.endIndex, offset + lineLimit)
        while end < limit, bytes[end] != 0x0A, bytes[end] != 0x0D {
            let (scalar, next) = UTF8Scalar.next(in: bytes, at: end)
            if Self.isForeign(scalar) {
                isForeign =
                    isForeign || entries[scalar].map { $0.letter == nil && $0.digit == nil && $0.roman == nil } ?? true
            }
            end = next
        }
        return ForeignLine(end: max(end, offset + 1), isForeign: isForeign)
    }

    // MARK: Bullets

    /// Whether a code of a symbol font stands where an item begins: before the words of a line, or between spaces.
    private static func isBullet<Bytes: RandomAccessCollection<UInt8>>(
        from start: Int, to end: Int, in bytes: Bytes
    ) -> Bool where Bytes.Index == Int {
        var before = start
        var opensLine = true
        while before > bytes.startIndex {
            let byte = bytes[before - 1]
            if byte >= 0x09 && byte <= 0x0D { break }
            guard byte == 0x20 || before - 2 >= bytes.startIndex && byte == 0xA0 && bytes[before - 2] == 0xC2 else {
                opensLine = false
                break
            }
            before -= byte == 0x20 ? 1 : 2
            // A margin is no longer than that.
            if start - before > longest * 4 { break }
        }
        let isApart = before < start
        guard end < bytes.endIndex else { return false }
        let next = UTF8Scalar.next(in: bytes, at: end).scalar
        let isSpace = next <= 0x20 || next == 0xA0
        return opensLine ? isSpace || isLatin(next) : isApart && isSpace
    }
}

extension LookAlikes.Word {
    fileprivate mutating func take(_ scalar: UInt32) {
        if LookAlikes.isLatin(scalar) {
            letters += 1
            hasLatin = true
            isRoman = isRoman && [0x49, 0x56, 0x58].contains(scalar)
        } else if LookAlikes.isForeign(scalar) {
            letters += 1
            let entry = LookAlikes.entries[scalar]
            if entry?.letter == nil { hasOther = true }
            if LookAlikes.smallCapitals.contains(scalar) { hasSmallCapitals = true }
            if scalar < 0x400 { isGreek = true }
            isRoman = isRoman && entry?.roman != nil
        } else {
            isRoman = false
        }
    }
}

/// What of a text was read as what it looks like, told once a document.
struct LookAlikeFindings {
    private(set) var count = 0
    private(set) var places: [Range<Int>] = []
    private var pairs: [String] = []

    /// More places and pairs than these are not told.
    private static let placeLimit = 20
    private static let pairLimit = 8

    var isEmpty: Bool { count == 0 }

    /// - Parameter place: where the reading stands in the text.
    mutating func add(_ printed: some Collection<UInt8>, as reading: [UInt8], at place: Range<Int>) {
        count += 1
        if places.count < Self.placeLimit { places.append(place) }
        guard pairs.count < Self.pairLimit else { return }
        let scalar = UTF8Scalar.next(in: Array(printed), at: 0).scalar
        let code = String(scalar, radix: 16, uppercase: true)
        let pair =
            "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code + " → "
            + String(decoding: reading, as: UTF8.self)
        if !pairs.contains(pair) { pairs.append(pair) }
    }

    /// Takes in what was found in a paragraph whose text begins at an offset.
    mutating func add(_ other: LookAlikeFindings, from start: Int) {
        count += other.count
        for place in other.places.prefix(Self.placeLimit - places.count) {
            places.append((start + place.lowerBound)..<(start + place.upperBound))
        }
        for pair in other.pairs where pairs.count < Self.pairLimit && !pairs.contains(pair) { pairs.append(pair) }
    }

    func diagnostics(in text: SourceText) -> [Diagnostic] {
        let locations = places.map { text.location(of: $0) }
        guard let first = locations.first else { return [] }
        return [
            Diagnostic(
                .lookAlikeLetters, at: first, related: Array(locations.dropFirst()),
                arguments: [String(count), pairs.joined(separator: ", ")])
        ]
    }
}
