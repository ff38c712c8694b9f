/// Brings the characters of one paragraph into the form of ``SourceText``: NFC, nothing invisible, vertical tabs for the
/// line ends that are characters of a text (vertical tab, U+0085, U+2028, U+2029), spaces for those of the markup.
///
/// Markup that a program wrote out as words of a text (`&nbsp;`, `<br>`, Excel's `_x000D_`) is what it stands for, as it is
/// in plain text.
///
/// Letters and their marks may come from different runs, so this happens when a paragraph is whole.
struct ParagraphNormalizer {
    private let source: [UInt8]
    private(set) var result: [UInt8] = []
    /// Whether a line ends inside the paragraph by U+0085, U+2028 or U+2029, or by markup.
    private(set) var hasLineEnds = false
    /// Points from which on the result is shifted against the source.
    private var shifts: [(source: Int, result: Int)] = []
    /// Marks on one letter beyond this many are composed by the piece.
    private static let markLimit = 32
    /// What was read as what it looks like; places are offsets into the result.
    private(set) var lookAlikes = LookAlikeFindings()
    private var reader = LookAlikes()

    init(_ source: [UInt8]) {
        self.source = source
        result.reserveCapacity(source.count)
    }

    mutating func normalize() {
        var offset = source.startIndex
        while offset < source.endIndex {
            let length = min(CharacterClass.scalarLength(source[offset]), source.endIndex - offset)
            let scalar = scalar(at: offset, length)
            switch scalar {
            case 0x09, 0x0B, 0x0C: result.append(source[offset])
            case 0x0A, 0x0D: result.append(0x20)
            case 0x85, 0x2028, 0x2029:
                result.append(0x0B)
                hasLineEnds = true
            case 0..<0x20, 0x7F..<0xA0: break
            case 0x26, 0x3C, 0x5F:
                offset = takeMarkup(at: offset)
                note(offset)
                continue
            case 0x300...0x36F:
                offset = compose(from: offset)
                note(offset)
                continue
            case 0x2126, 0x212A, 0x212B: append(composed: source[offset..<(offset + length)])
            default:
                if let found = reader.reading(at: offset, in: source) {
                    let start = result.count
                    result.append(contentsOf: found.reading)
                    lookAlikes.add(
                        source[offset..<(offset + length)], as: found.reading, at: start..<result.count)
                    offset += length
                    note(offset)
                    continue
                }
                if !CharacterClass.isInvisible(scalar) { result.append(contentsOf: source[offset..<(offset + length)]) }
            }
            offset += length
            note(offset)
        }
    }

    private static let carriageReturn = Array("_x000D_".utf8)

    /// Markup that opens with a sign, or the sign itself.
    /// - Returns: the offset behind it.
    private mutating func takeMarkup(at offset: Int) -> Int {
        switch source[offset] {
        case 0x26:
            if let entity = InlineTag.entity(in: source, at: offset, end: source.endIndex) {
                result.append(contentsOf: entity.text)
                return entity.end
            }
        case 0x3C:
            if let tag = InlineTag.tag(in: source, at: offset, end: source.endIndex), tag.effect == .softBreak {
                endLine()
                return tag.end
            }
        default:
            if source[offset...].starts(with: Self.carriageReturn) {
                endLine()
                return offset + Self.carriageReturn.count
            }
        }
        result.append(source[offset])
        return offset + 1
    }

    private mutating func endLine() {
        result.append(0x0B)
        hasLineEnds = true
    }

    /// Where what stands at an offset of the source stands now, counted as the source is.
    func place(of offset: Int) -> Int {
        var low = 0
        var high = shifts.count
        while low < high {
            let middle = (low + high) / 2
            if shifts[middle].source <= offset { low = middle + 1 } else { high = middle }
        }
        let base = low == 0 ? (source: source.startIndex, result: 0) : shifts[low - 1]
        // What stands inside of what went away stands where that stood.
        let most = low < shifts.count ? shifts[low].result : result.count
        return source.startIndex + min(most, base.result + offset - base.source)
    }

    private mutating func note(_ offset: Int) {
        let shift = (offset - source.startIndex) - result.count
        let last = shifts.last.map { ($0.source - source.startIndex) - $0.result } ?? 0
        if shift != last { shifts.append((offset, result.count)) }
    }

    private func scalar(at offset: Int, _ length: Int) -> UInt32 {
        switch length {
        case 1: return UInt32(source[offset])
        case 2: return UInt32(source[offset] & 0x1F) << 6 | UInt32(source[offset + 1] & 0x3F)
        case 3:
            return UInt32(source[offset] & 0x0F) << 12 | UInt32(source[offset + 1] & 0x3F) << 6
                | UInt32(source[offset + 2] & 0x3F)
        default: return 0x10000
        }
    }

    /// Composes the last letter with the marks that begin at an offset.
    /// - Returns: the offset behind them.
    private mutating func compose(from offset: Int) -> Int {
        var end = offset
        let limit = min(source.endIndex, offset + 2 * Self.markLimit)
        while end + 1 < limit, source[end] == 0xCC || source[end] == 0xCD && source[end + 1] <= 0xAF { end += 2 }
        guard end > offset else {
            let next = min(source.endIndex, offset + 2)
            result.append(contentsOf: source[offset..<next])
            return next
        }
        var letter = result.count
        if letter > 0 { letter -= 1 }
        while letter > 0, result[letter] & 0xC0 == 0x80 { letter -= 1 }
        let sequence = result[letter...] + source[offset..<end]
        result.removeSubrange(letter...)
        append(composed: sequence)
        return end
    }

    private mutating func append(composed sequence: ArraySlice<UInt8>) {
        result.append(contentsOf: MarkOrder.composed(sequence))
    }
}
