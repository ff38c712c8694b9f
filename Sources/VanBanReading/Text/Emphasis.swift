/// Markdown emphasis that OCR tools leave in a text: `*x*`, `**x**`, `***x***`, `_x_`, `__x__`.
enum Emphasis {
    struct Delimiter {
        var range: Range<Int>
        var opens: Bool
        var isBold: Bool
    }

    /// The delimiters of a paragraph or row that belong together, in order; single ones are text.
    ///
    /// What is escaped, and what stands inside a tag or an address, is no delimiter. In a row a tab or a `|` ends a
    /// cell, and emphasis with it.
    static func delimiters(in bytes: [UInt8], _ unit: Range<Int>, isRow: Bool) -> [Delimiter] {
        var open: [(index: Int, byte: UInt8, length: Int)] = []
        var runs: [(range: Range<Int>, matched: Bool, opens: Bool)] = []
        var offset = unit.lowerBound
        while offset < unit.upperBound {
            let byte = bytes[offset]
            guard byte == 0x2A || byte == 0x5F else {
                switch byte {
                case 0x09 where isRow, 0x7C where isRow:
                    open.removeAll(keepingCapacity: true)
                    offset += 1
                case 0x3C: offset = InlineTag.tagOrAddressEnd(in: bytes, at: offset, end: bytes.count) ?? offset + 1
                case 0x5C where offset + 1 < bytes.count && [0x2A, 0x5F, 0x7C].contains(bytes[offset + 1]):
                    offset += 2
                default: offset += 1
                }
                continue
            }
            var end = offset + 1
            while end < unit.upperBound, bytes[end] == byte { end += 1 }
            let run = offset..<end
            offset = end
            guard run.count <= (byte == 0x2A ? 3 : 2) else { continue }
            let before = run.lowerBound > unit.lowerBound ? bytes[run.lowerBound - 1] : 0x20
            let after = end < unit.upperBound ? bytes[end] : 0x20
            let (canOpen, canEnd) = abilities(byte, before: before, after: after)
            // `**ỦY BAN NHÂN DÂN **`: a blank before what closes a line.
            let isLast = run.count >= 2 && CharacterClass.isSpace(before) && (end == unit.upperBound || after == 0x0A)
            let canClose = canEnd || isLast && !canOpen
            if canClose,
                let match = open.lastIndex(where: { $0.byte == byte && $0.length == run.count })
            {
                runs[open[match].index].matched = true
                runs.append((run, true, false))
                open.removeSubrange(match...)
            } else if canOpen {
                open.append((runs.count, byte, run.count))
                runs.append((run, false, true))
            }
            if open.count > 64 { open.removeFirst(32) }
        }
        return runs.lazy.filter(\.matched)
            .map { Delimiter(range: $0.range, opens: $0.opens, isBold: $0.range.count >= 2) }
    }

    private static func abilities(_ byte: UInt8, before: UInt8, after: UInt8) -> (opens: Bool, closes: Bool) {
        let spaceBefore = CharacterClass.isSpace(before)
        let spaceAfter = CharacterClass.isSpace(after)
        if before == 0x28 && after == 0x29 { return (false, false) }
        if CharacterClass.isDigit(before) && CharacterClass.isDigit(after) { return (false, false) }
        if byte == 0x5F {
            // Blanks to fill in ("ngày __/__/____") are no emphasis.
            return (
                (isWord(after) || after == 0x28) && !isWord(before),
                (isWord(before) || isClosing(before)) && !isWord(after)
            )
        }
        // "Sở Nội vụ*, Sở Tài chính*;" calls a note twice and emphasises nothing.
        return (!spaceAfter && !(isWord(before) && isClosing(after)), !spaceBefore)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || CharacterClass.isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }

    /// Punctuation that closes: `, . ; : ) ] ! ?`
    private static func isClosing(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2C, 0x2E, 0x3B, 0x3A, 0x29, 0x5D, 0x21, 0x3F: return true
        default: return false
        }
    }
}
