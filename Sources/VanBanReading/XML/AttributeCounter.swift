#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Counts the attributes of each element of an XML part as its bytes go by, before the parser has them: libxml2 compares
/// each attribute, and each declared namespace, with all before it, and tells of an element only when it has them all.
struct AttributeCounter {
    private enum Place {
        case text, opening, tag, doubleQuoted, singleQuoted
        case declaration, comment, commentText, commentDash, commentEnd
        case section, sectionEnd, instruction, instructionEnd
    }

    private var place = Place.text
    private var count = 0
    private var brackets = 0
    /// Bytes since the last `<`, itself among them.
    private var sinceOpening = 0

    /// Looks at the next bytes; NULs, the other halves of UTF-16, are passed over.
    /// - Returns: whether an element has more attributes than the limit.
    mutating func exceeds(_ limit: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
        if let last = lastOpening(in: bytes, limit) {
            place = .text
            sinceOpening = bytes.count - last
            return scan(limit, UnsafeRawBufferPointer(rebasing: bytes[last...]))
        }
        sinceOpening = bytes.lastIndex(of: 0x3C).map { bytes.count - $0 } ?? sinceOpening + bytes.count
        return scan(limit, bytes)
    }

    /// Where the last tag opens in bytes that need not be looked at one by one up to there; nil where they must.
    ///
    /// No tag has more `=` than it has bytes, and most have few: where the next `<` stands so near, nothing is counted.
    /// Only comments, sections and instructions may hold one that opens no tag.
    private func lastOpening(in bytes: UnsafeRawBufferPointer, _ limit: Int) -> Int? {
        switch place {
        case .text, .tag, .doubleQuoted, .singleQuoted: break
        default: return nil
        }
        guard !Self.holds(0, anywhereIn: bytes), !Self.holds(0x21, in: bytes), !Self.holds(0x3F, in: bytes) else {
            return nil
        }
        var position = -sinceOpening
        while position + limit < bytes.count {
            guard let next = Self.opening(in: bytes, position + 1...position + limit) else { return nil }
            position = next
        }
        position = Self.opening(in: bytes, position + 1...max(position + 1, bytes.count - 1)) ?? position
        return position < 0 ? nil : position
    }

    /// The last `<` among some bytes.
    private static func opening(in bytes: UnsafeRawBufferPointer, _ range: ClosedRange<Int>) -> Int? {
        var index = min(range.upperBound, bytes.count - 1)
        let first = max(range.lowerBound, 0)
        while index >= first {
            if bytes[index] == 0x3C { return index }
            index -= 1
        }
        return nil
    }

    private static func holds(_ byte: Int32, anywhereIn bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.baseAddress.map { memchr($0, byte, bytes.count) != nil } ?? false
    }

    /// Whether a byte stands behind a `<`.
    private static func holds(_ byte: Int32, in bytes: UnsafeRawBufferPointer) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        var offset = 1
        while offset < bytes.count, let found = memchr(base + offset, byte, bytes.count - offset) {
            offset = base.distance(to: UnsafeRawPointer(found))
            if bytes[offset - 1] == 0x3C { return true }
            offset += 1
        }
        return false
    }

    private mutating func scan(_ limit: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
        var place = place
        defer { self.place = place }
        for byte in bytes where byte != 0 {
            switch place {
            case .text:
                if byte == 0x3C { place = .opening }
            case .opening:
                count = 0
                switch byte {
                case 0x21: place = .declaration
                case 0x3F: place = .instruction
                case 0x3C: break
                default: place = .tag
                }
                brackets = 0
            case .tag:
                switch byte {
                case 0x3E: place = .text
                case 0x3C: place = .opening
                case 0x22: place = .doubleQuoted
                case 0x27: place = .singleQuoted
                case 0x3D:
                    count += 1
                    if count > limit { return true }
                default: break
                }
            case .doubleQuoted:
                if byte == 0x22 || byte == 0x3C { place = byte == 0x22 ? .tag : .opening }
            case .singleQuoted:
                if byte == 0x27 || byte == 0x3C { place = byte == 0x27 ? .tag : .opening }
            case .declaration:
                // `<!--`, `<![CDATA[` or `<!DOCTYPE`, whose own declarations are short of attributes.
                switch byte {
                case 0x2D: place = .comment
                case 0x5B:
                    brackets += 1
                    if brackets == 2 { place = .section }
                case 0x3C: place = .opening
                case 0x3E: place = .text
                default: break
                }
            case .comment: place = byte == 0x2D ? .commentText : .text
            case .commentText: if byte == 0x2D { place = .commentDash }
            case .commentDash: place = byte == 0x2D ? .commentEnd : .commentText
            case .commentEnd:
                if byte != 0x2D { place = byte == 0x3E ? .text : .commentText }
            case .section:
                if byte == 0x5D { place = .sectionEnd }
            case .sectionEnd:
                if byte == 0x3E { place = .text } else if byte != 0x5D { place = .section }
            case .instruction:
                if byte == 0x3F { place = .instructionEnd }
            case .instructionEnd:
                if byte != 0x3F { place = byte == 0x3E ? .text : .instruction }
            }
        }
        return false
    }
}
