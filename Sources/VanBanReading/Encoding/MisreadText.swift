/// Puts right what was set in a legacy encoding, line by line.
///
/// One text may hold both: a passage copied from an old document stands among lines of Unicode.
struct MisreadText {
    private let source: [UInt8]
    private(set) var bytes: [UInt8] = []
    /// Lines that were read in an encoding, in `bytes` and in the source.
    private(set) var lines: [(text: Range<Int>, source: Range<Int>, encoding: LegacyEncoding)] = []
    private(set) var changes: [LegacyText.Change] = []
    /// Offsets in `bytes` of characters that the encoding does not have.
    private(set) var undecodable: [Int] = []

    /// - Parameter source: bytes of the encoding, or valid UTF-8 whose characters stand for them.
    init(_ source: [UInt8]) {
        self.source = source
    }

    /// Reads a text in an encoding, but for the lines that are better as they stand.
    mutating func decode(as encoding: LegacyEncoding, isUnicode: Bool, isTold: Bool) {
        bytes.reserveCapacity(source.count + source.count / 4)
        for line in Self.lines(of: source) {
            if !source[line].contains(where: EncodedWords.isEncoded)
                || !isTold && isBetter(line, than: encoding, isUnicode)
            {
                keep(line)
            } else {
                take(line, as: encoding, isUnicode: isUnicode)
            }
        }
    }

    /// Whether a line is more Vietnamese as it stands, in UTF-8, than in an encoding.
    private func isBetter(_ line: Range<Int>, than encoding: LegacyEncoding, _ isUnicode: Bool) -> Bool {
        guard isUnicode || isUTF8(line) else { return false }
        let plain = EncodingDetector.plainEvidence(in: source, [line])
        let decoded = EncodingDetector.evidence(for: encoding, in: source, [line], isUnicode: isUnicode)
        return plain.possible > decoded.possible
    }

    /// Reads those lines of a Unicode text in legacy encodings that are Vietnamese only so.
    mutating func decodeLines() {
        bytes.reserveCapacity(source.count)
        for line in Self.lines(of: source) {
            if ForeignLetters.count(in: source, line) > 0,
                let guess = EncodingDetector.guess(line: line, ofUnicode: source)
            {
                take(line, as: guess.encoding, isUnicode: true)
            } else {
                for cell in cells(of: line) {
                    if cell.count < line.count, ForeignLetters.count(in: source, cell) > 0,
                        let guess = EncodingDetector.guess(line: cell, ofUnicode: source)
                    {
                        take(cell, as: guess.encoding, isUnicode: true)
                    } else {
                        keep(cell)
                    }
                }
            }
        }
    }

    /// The cells of a line, each up to the tab or bar that ends it.
    private func cells(of line: Range<Int>) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = line.lowerBound
        for offset in line where source[offset] == 0x09 || source[offset] == 0x7C {
            cells.append(start..<(offset + 1))
            start = offset + 1
        }
        if start < line.upperBound { cells.append(start..<line.upperBound) }
        return cells
    }

    private static func lines(of source: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        for (offset, byte) in source.enumerated() where byte == 0x0A || byte == 0x0D {
            lines.append(start..<(offset + 1))
            start = offset + 1
        }
        if start < source.count { lines.append(start..<source.count) }
        return lines
    }

    private mutating func keep(_ line: Range<Int>) { bytes.append(contentsOf: source[line]) }

    private mutating func take(_ line: Range<Int>, as encoding: LegacyEncoding, isUnicode: Bool) {
        let decoded = isUnicode ? encoding.decode(unicode: source[line]) : encoding.decode(source[line])
        let start = bytes.count
        bytes.append(contentsOf: decoded.bytes)
        undecodable += decoded.undecodable.map { start + $0 }
        guard let first = decoded.changes.first, let last = decoded.changes.last else { return }
        lines.append(
            (
                (start + first.text.lowerBound)..<(start + last.text.upperBound),
                (line.lowerBound + first.source.lowerBound)..<(line.lowerBound + last.source.upperBound), encoding
            ))
        changes += decoded.changes.map { change in
            LegacyText.Change(
                text: (start + change.text.lowerBound)..<(start + change.text.upperBound),
                source: (line.lowerBound + change.source.lowerBound)..<(line.lowerBound + change.source.upperBound))
        }
    }

    private func isUTF8(_ line: Range<Int>) -> Bool {
        var offset = line.lowerBound
        while offset < line.upperBound {
            let (scalar, end) = UTF8Scalar.next(in: source, at: offset)
            if scalar == 0xFFFD { return false }
            offset = end
        }
        return true
    }
}

/// Characters of Latin-1 that no Vietnamese text has, or hardly: where there are none, nothing was misread.
enum ForeignLetters {
    /// Whether any stands in a UTF-8 text.
    static func areIn(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var offset = 0
            while offset + 1 < bytes.count {
                if bytes[offset] & 0xFE == 0xC2, isForeign(bytes[offset], bytes[offset + 1]) { return true }
                offset += 1
            }
            return false
        }
    }

    /// Whether the text of a page in UTF-8 may hold any: as they are, by a name or a number, or put together of a letter
    /// and a mark.
    static func mayCome(ofMarkup page: [UInt8]) -> Bool {
        page.withUnsafeBufferPointer { page in
            var offset = 0
            while offset + 1 < page.count {
                let byte = page[offset]
                if byte == 0x26 {
                    let reference = UnsafeBufferPointer(rebasing: page[offset..<min(page.count, offset + 6)])
                    if !harmlessReferences.contains(where: { reference.opens(with: $0) }) { return true }
                } else if byte & 0xFE == 0xC2 {
                    if isForeign(byte, page[offset + 1]) { return true }
                } else if byte & 0xFE == 0xCC {
                    return true
                }
                offset += 1
            }
            return false
        }
    }

    private static let harmlessReferences: [StaticString] = ["&nbsp;", "&amp;", "&lt;", "&gt;", "&quot;", "&#160;"]

    /// How many stand in a stretch of a UTF-8 text.
    static func count(in bytes: [UInt8], _ range: Range<Int>) -> Int {
        var count = 0
        var offset = range.lowerBound
        while offset + 1 < range.upperBound {
            if bytes[offset] & 0xFE == 0xC2, isForeign(bytes[offset], bytes[offset + 1]) { count += 1 }
            offset += 1
        }
        return count
    }

    /// Whether two bytes, the first of them C2 or C3, are such a character.
    @inline(__always)
    static func isForeign(_ lead: UInt8, _ next: UInt8) -> Bool {
        table[Int(lead & 1) << 6 | Int(next & 0x3F)]
    }

    private static let table: [Bool] = (0..<0x80).map { index in
        let scalar = UInt32(0x80 + index)
        switch scalar {
        // No-break space, soft hyphen, « » § ° ± ² ³ ½ ×, and next line
        case 0x85, 0xA0, 0xAD, 0xAB, 0xBB, 0xA7, 0xB0, 0xB1, 0xB2, 0xB3, 0xB9, 0xBD, 0xD7: return false
        default: return !VietnameseLetter.isLetter(scalar)
        }
    }
}
