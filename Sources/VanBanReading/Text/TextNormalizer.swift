import Foundation

/// Lays a decoded text down as ``SourceText``: NFC, one kind of line end, without markup and invisible characters.
///
/// One pass: plain stretches are copied whole, and only bytes that can mean something else are looked at.
struct TextNormalizer {
    private let source: [UInt8]
    private var builder: SourceTextBuilder
    private var composed: [ArraySlice<UInt8>: [UInt8]] = [:]
    private var delimiters: [Emphasis.Delimiter] = []
    private var nextDelimiter = 0
    private var unitEnd = 0
    private var boldFrom: [Int] = []
    private var isRaised = false

    private(set) var sawLineEnds: Set<String> = []
    private(set) var sawDecomposed: Int?

    /// - Parameter source: valid UTF-8.
    init(_ source: [UInt8]) {
        self.source = source
        builder = SourceTextBuilder(source)
    }

    mutating func normalize(markLength: Int) -> SourceText {
        if markLength > 0 { builder.omit(upTo: markLength, as: .byteOrderMark) }
        var offset = markLength
        while offset < source.count {
            if offset >= unitEnd { beginUnit(at: offset) }
            if nextDelimiter < delimiters.count, delimiters[nextDelimiter].range.lowerBound == offset {
                offset = takeDelimiter()
                continue
            }
            let byte = source[offset]
            if Self.isPlain[Int(byte)] {
                offset += 1
                continue
            }
            offset = takeSpecial(byte, at: offset)
        }
        builder.copy(upTo: source.count)
        return builder.finish()
    }

    /// Bytes that always stand for themselves.
    private static let isPlain: [Bool] = (0...255).map { byte in
        switch byte {
        case 0x09, 0x0A, 0x0B, 0x0C: return true
        case 0x0D, 0x23, 0x26, 0x3C, 0x5C, 0x7F: return false
        case 0x30...0x39: return false
        case 0..<0x20: return false
        case 0xC2, 0xCC, 0xCD, 0xE2, 0xEF: return false
        default: return true
        }
    }

    private mutating func takeSpecial(_ byte: UInt8, at offset: Int) -> Int {
        switch byte {
        case 0x30...0x39: return isRaised ? raiseDigit(at: offset) : offset + 1
        case 0x0D: return takeCarriageReturn(at: offset)
        case 0x23: return takeHeadingMark(at: offset)
        case 0x26:
            guard let entity = InlineTag.entity(in: source, at: offset, end: source.count) else { return offset + 1 }
            builder.copy(upTo: offset)
            builder.replace(upTo: entity.end, with: entity.text)
            return entity.end
        case 0x3C: return takeTag(at: offset)
        case 0x5C: return takeEscape(at: offset)
        case 0xC2: return takeLatinSupplement(at: offset)
        case 0xCC, 0xCD: return takeCombining(at: offset)
        case 0xE2, 0xEF: return takeGeneralPunctuation(at: offset)
        default:
            builder.copy(upTo: offset)
            builder.omit(upTo: offset + 1, as: .invisible)
            return offset + 1
        }
    }

    // MARK: Units of emphasis

    /// A unit is a paragraph, or one row of a table: emphasis never runs from one into the next.
    private mutating func beginUnit(at start: Int) {
        var end = start
        var sawMark = false
        var lineStart = start
        var lineHasText = false
        scan: while end < source.count {
            let byte = source[end]
            switch byte {
            case 0x2A, 0x5F:
                sawMark = true
                lineHasText = true
            case 0x09:
                // A row stands for itself, and ends the paragraph before it.
                if lineStart == start {
                    while end < source.count, source[end] != 0x0A {
                        if source[end] == 0x2A || source[end] == 0x5F { sawMark = true }
                        end += 1
                    }
                    end = min(source.count, end + 1)
                } else {
                    end = lineStart
                }
                break scan
            case 0x0A:
                if !lineHasText {
                    end += 1
                    break scan
                }
                lineStart = end + 1
                lineHasText = false
            case 0x20, 0x0D: break
            default: lineHasText = true
            }
            end += 1
        }
        unitEnd = max(end, start + 1)
        delimiters = sawMark ? Emphasis.delimiters(in: source, start..<unitEnd) : []
        nextDelimiter = 0
        boldFrom.removeAll(keepingCapacity: true)
        isRaised = false
    }

    private mutating func takeDelimiter() -> Int {
        let delimiter = delimiters[nextDelimiter]
        nextDelimiter += 1
        builder.copy(upTo: delimiter.range.lowerBound)
        builder.omit(upTo: delimiter.range.upperBound, as: .markup)
        if delimiter.isBold {
            if delimiter.opens { boldFrom.append(builder.position) } else { endBold() }
        }
        return delimiter.range.upperBound
    }

    private mutating func endBold() {
        if let start = boldFrom.popLast() { builder.markBold(start..<builder.position) }
    }

    // MARK: One kind of special byte each

    private mutating func takeCarriageReturn(at offset: Int) -> Int {
        builder.copy(upTo: offset)
        if offset + 1 < source.count, source[offset + 1] == 0x0A {
            sawLineEnds.insert("CRLF")
            builder.replace(upTo: offset + 2, with: [0x0A])
            return offset + 2
        }
        sawLineEnds.insert("CR")
        builder.replace(upTo: offset + 1, with: [0x0A])
        return offset + 1
    }

    private mutating func takeHeadingMark(at offset: Int) -> Int {
        guard offset == 0 || source[offset - 1] == 0x0A else { return offset + 1 }
        var end = offset
        while end < source.count, source[end] == 0x23 { end += 1 }
        guard end - offset <= 6, end < source.count, source[end] == 0x20 else { return offset + 1 }
        builder.copy(upTo: offset)
        builder.omit(upTo: end, as: .markup)
        var lineEnd = end
        while lineEnd < source.count, source[lineEnd] != 0x0A { lineEnd += 1 }
        builder.markBold(builder.position..<(builder.position + lineEnd - end))
        return end
    }

    private mutating func takeTag(at offset: Int) -> Int {
        if let tag = InlineTag.tag(in: source, at: offset, end: source.count) {
            builder.copy(upTo: offset)
            let softBreak: [UInt8] = tag.effect == .softBreak ? [0x0B] : []
            builder.omit(upTo: tag.end, as: .markup, with: softBreak)
            switch tag.effect {
            case .boldBegins: boldFrom.append(builder.position)
            case .boldEnds: endBold()
            case .raisedBegins: isRaised = true
            case .raisedEnds: isRaised = false
            case .none, .softBreak: break
            }
            skipDelimiters(before: tag.end)
            return tag.end
        }
        if let address = InlineTag.autolink(in: source, at: offset, end: source.count) {
            builder.copy(upTo: offset)
            builder.omit(upTo: address.lowerBound, as: .markup)
            builder.copy(upTo: address.upperBound)
            builder.omit(upTo: address.upperBound + 1, as: .markup)
            skipDelimiters(before: address.upperBound + 1)
            return address.upperBound + 1
        }
        return offset + 1
    }

    private mutating func skipDelimiters(before offset: Int) {
        while nextDelimiter < delimiters.count, delimiters[nextDelimiter].range.lowerBound < offset {
            nextDelimiter += 1
        }
    }

    private mutating func raiseDigit(at offset: Int) -> Int {
        let raised: [[UInt8]] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"].map { Array($0.utf8) }
        builder.copy(upTo: offset)
        builder.replace(upTo: offset + 1, with: raised[Int(source[offset] - 0x30)])
        return offset + 1
    }

    private mutating func takeEscape(at offset: Int) -> Int {
        guard offset + 1 < source.count,
            [0x2A, 0x5F, 0x23, 0x2D, 0x2E, 0x28, 0x29, 0x5B, 0x5D].contains(source[offset + 1])
        else { return offset + 1 }
        builder.copy(upTo: offset)
        builder.omit(upTo: offset + 1, as: .markup)
        if nextDelimiter < delimiters.count, delimiters[nextDelimiter].range.contains(offset + 1) { return offset + 1 }
        return offset + 2
    }

    private mutating func takeLatinSupplement(at offset: Int) -> Int {
        let next = source[offset + 1]
        if next == 0xAD {
            builder.copy(upTo: offset)
            builder.omit(upTo: offset + 2, as: .invisible)
        } else if next == 0x85 {
            builder.copy(upTo: offset)
            builder.replace(upTo: offset + 2, with: [0x0A])
        } else if next < 0xA0 {
            builder.copy(upTo: offset)
            builder.omit(upTo: offset + 2, as: .invisible)
        }
        return offset + 2
    }

    private mutating func takeGeneralPunctuation(at offset: Int) -> Int {
        let second = source[offset + 1]
        let third = source[offset + 2]
        let isInvisible =
            source[offset] == 0xE2
            ? (second == 0x80 && ((third >= 0x8B && third <= 0x8F) || (third >= 0xAA && third <= 0xAE)))
                || (second == 0x81 && third >= 0xA0 && third <= 0xA4)
            : second == 0xBB && third == 0xBF
        if isInvisible {
            builder.copy(upTo: offset)
            builder.omit(upTo: offset + 3, as: .invisible)
        } else if source[offset] == 0xE2, second == 0x80, third == 0xA8 || third == 0xA9 {
            builder.copy(upTo: offset)
            builder.replace(upTo: offset + 3, with: [third == 0xA8 ? 0x0B : 0x0A])
        }
        return offset + 3
    }

    /// Composes a letter with the combining marks that follow it (Unicode NFC).
    private mutating func takeCombining(at offset: Int) -> Int {
        var end = offset
        while end + 1 < source.count,
            source[end] == 0xCC && source[end + 1] >= 0x80 || source[end] == 0xCD && source[end + 1] <= 0xAF
        {
            end += 2
        }
        guard end > offset else { return offset + 2 }
        var start = offset
        if start > builder.taken {
            start -= 1
            while start > builder.taken, source[start] & 0xC0 == 0x80 { start -= 1 }
        }
        let sequence = source[start..<end]
        let replacement: [UInt8]
        if let known = composed[sequence] {
            replacement = known
        } else {
            let text = String(decoding: sequence, as: UTF8.self)
            replacement = Array(text.precomposedStringWithCanonicalMapping.utf8)
            composed[sequence] = replacement
        }
        if replacement.elementsEqual(sequence) { return end }
        if sawDecomposed == nil { sawDecomposed = builder.position }
        builder.copy(upTo: start)
        builder.replace(upTo: end, with: replacement)
        return end
    }

    var invisibleCount: Int { builder.omittedInvisible }
}
