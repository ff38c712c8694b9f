/// Reads the bytes of a legacy encoding one by one.
struct LegacyDecoder {
    private let table: LegacyTable
    private var text = LegacyText()
    /// The letter at the end of the text, which a mark may go on; 0 where there is none.
    private var letter: UInt32 = 0
    /// Where that letter begins, in the text and in the source.
    private var letterStart = 0
    private var letterSource = 0

    init(_ encoding: LegacyEncoding) {
        table = LegacyTable.of(encoding)
    }

    mutating func finish() -> LegacyText { text }

    /// Takes the next byte.
    /// - Parameter source: where it stands.
    mutating func take(_ byte: UInt8, at source: Range<Int>) {
        if letter != 0, let whole = table.combination(of: letter, and: byte) {
            put(whole, inPlaceOfLetterUpTo: source.upperBound)
            return
        }
        var scalar = table.characters[Int(byte)]
        if scalar >= 0x300, scalar <= 0x323, let whole = VietnameseLetter.composed(letter, with: scalar) {
            put(whole, inPlaceOfLetterUpTo: source.upperBound)
            return
        }
        // No word has ư twice in a row: the second is the soft hyphen that this byte is elsewhere.
        if byte == 0xAD, scalar == 0x1B0, letter == 0x1B0 || letter == 0x1AF { scalar = 0xAD }
        if scalar == 0 || table.isForeign[Int(byte)] { text.undecodable.append(text.bytes.count) }
        if scalar == 0 { scalar = 0xFFFD }
        append(scalar, isSame: byte < 0x80 && scalar == UInt32(byte), at: source)
    }

    /// Takes a Unicode text whose characters stand for bytes.
    mutating func takeUnicode<Bytes: RandomAccessCollection<UInt8>>(_ bytes: Bytes) {
        var index = bytes.startIndex
        var offset = 0
        var previous: UInt32 = 0
        while index < bytes.endIndex {
            let (scalar, end) = UTF8Scalar.next(in: bytes, at: index)
            let source = offset..<(offset + bytes.distance(from: index, to: end))
            if let byte = LegacyTable.byte(of: scalar) {
                takeByte(byte, of: scalar, at: source)
            } else if let byte = table.glyphs[scalar],
                Self.isLetter(previous)
                    || end < bytes.endIndex && Self.isLetter(UTF8Scalar.next(in: bytes, at: end).scalar)
            {
                take(byte, at: source)
            } else if let whole = VietnameseLetter.composed(letter, with: scalar) {
                put(whole, inPlaceOfLetterUpTo: source.upperBound)
            } else {
                // A character of Unicode among those that stand for bytes.
                if scalar == 0xFFFD { text.undecodable.append(text.bytes.count) }
                append(scalar, isSame: true, at: source)
            }
            previous = scalar
            index = end
            offset = source.upperBound
        }
    }

    private mutating func takeByte(_ byte: UInt8, of scalar: UInt32, at source: Range<Int>) {
        let start = text.bytes.count
        let changes = text.changes.count
        take(byte, at: source)
        // What came out as it went in is no change.
        if text.changes.count == changes + 1, text.bytes.count - start == source.count,
            UTF8Scalar.next(in: text.bytes, at: start).scalar == scalar, text.changes[changes].text.lowerBound == start
        {
            text.changes.removeLast()
        }
    }

    private static func isLetter(_ scalar: UInt32) -> Bool {
        scalar >= 0x61 && scalar <= 0x7A || scalar >= 0x41 && scalar <= 0x5A || scalar >= 0xA8 && scalar <= 0xFF
    }

    private mutating func append(_ scalar: UInt32, isSame: Bool, at source: Range<Int>) {
        let drawn = table.isCapital ? VietnameseLetter.capital(of: scalar) : scalar
        letter = VietnameseLetter.isLetter(drawn) ? drawn : 0
        letterStart = text.bytes.count
        letterSource = source.lowerBound
        text.append(drawn)
        if !isSame || drawn != scalar {
            text.changes.append(.init(text: letterStart..<text.bytes.count, source: source))
        }
    }

    private mutating func put(_ whole: UInt32, inPlaceOfLetterUpTo end: Int) {
        if let last = text.changes.last, last.text.lowerBound == letterStart { text.changes.removeLast() }
        if text.undecodable.last == letterStart { text.undecodable.removeLast() }
        text.bytes.removeSubrange(letterStart...)
        letter = table.isCapital ? VietnameseLetter.capital(of: whole) : whole
        text.append(letter)
        text.changes.append(.init(text: letterStart..<text.bytes.count, source: letterSource..<end))
    }
}
