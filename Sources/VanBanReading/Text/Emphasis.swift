/// Markdown emphasis that OCR tools leave in a text: `*x*`, `**x**`, `***x***`, `_x_`, `__x__`.
enum Emphasis {
    struct Delimiter {
        var range: Range<Int>
        var opens: Bool
        var isBold: Bool
    }

    /// The delimiters of a paragraph that belong together, in order; single ones are text.
    static func delimiters(in bytes: [UInt8], _ unit: Range<Int>) -> [Delimiter] {
        var found: [Delimiter] = []
        var open: [(index: Int, byte: UInt8, length: Int)] = []
        var runs: [(range: Range<Int>, matched: Bool, opens: Bool)] = []
        var offset = unit.lowerBound
        while offset < unit.upperBound {
            let byte = bytes[offset]
            guard byte == 0x2A || byte == 0x5F else {
                offset += 1
                continue
            }
            var end = offset + 1
            while end < unit.upperBound, bytes[end] == byte { end += 1 }
            let run = offset..<end
            offset = end
            guard run.count <= (byte == 0x2A ? 3 : 2) else { continue }
            let before = run.lowerBound > unit.lowerBound ? bytes[run.lowerBound - 1] : 0x20
            let after = end < unit.upperBound ? bytes[end] : 0x20
            let (canOpen, canClose) = abilities(byte, before: before, after: after)
            if canClose,
                let match = open.lastIndex(where: { $0.byte == byte && $0.length == run.count })
            {
                runs[open[match].index].matched = true
                runs[open[match].index].opens = true
                runs.append((run, true, false))
                open.removeSubrange(match...)
            } else if canOpen {
                open.append((runs.count, byte, run.count))
                runs.append((run, false, true))
            }
            if open.count > 64 { open.removeFirst(32) }
        }
        for run in runs where run.matched {
            found.append(Delimiter(range: run.range, opens: run.opens, isBold: run.range.count >= 2))
        }
        return found
    }

    private static func abilities(_ byte: UInt8, before: UInt8, after: UInt8) -> (opens: Bool, closes: Bool) {
        let spaceBefore = CharacterClass.isSpace(before)
        let spaceAfter = CharacterClass.isSpace(after)
        if before == 0x28 && after == 0x29 { return (false, false) }
        if CharacterClass.isDigit(before) && CharacterClass.isDigit(after) { return (false, false) }
        if byte == 0x2A { return (!spaceAfter, !spaceBefore) }
        return (isWord(after) && !isWord(before), isWord(before) && !isWord(after))
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || CharacterClass.isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }
}
