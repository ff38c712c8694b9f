/// Links, code, formulas and struck passages.
extension MarkdownSigns {
    // MARK: Links

    /// Where a bracket that opens at an offset is closed.
    func closing(of start: Int, _ opening: UInt8, _ closing: UInt8, in line: Range<Int>) -> Int? {
        var depth = 0
        var offset = start
        let limit = min(line.upperBound, start + Self.longestLink)
        while offset < limit {
            switch bytes[offset] {
            case 0x5C: offset += 1
            case opening: depth += 1
            case closing:
                depth -= 1
                if depth == 0 { return offset }
            default: break
            }
            offset += 1
        }
        return nil
    }

    private static let longestLink = 2_000

    /// The names that links call (`[words][name]`), found in one pass.
    func calledNames() -> Set<[UInt8]> {
        var names: Set<[UInt8]> = []
        var offset = 0
        while offset + 2 < bytes.count {
            guard bytes[offset] == 0x5D, bytes[offset + 1] == 0x5B else {
                offset += 1
                continue
            }
            let name = bytes[(offset + 2)...].prefix { $0 != 0x5D && $0 != 0x0A && $0 != 0x0D }
            if name.count <= Self.longestLink { names.insert(Array(name)) }
            offset = name.endIndex
        }
        return names
    }

    /// `[words](address)`, `[words][name]` and pictures: the words stay.
    mutating func takeLink(at start: Int, in line: Range<Int>) -> Int {
        guard let close = closing(of: start, 0x5B, 0x5D, in: line), close + 1 < line.upperBound else {
            return start + 1
        }
        let end: Int
        if bytes[close + 1] == 0x28 {
            guard let bracket = closing(of: close + 1, 0x28, 0x29, in: line),
                isTarget(bytes[(close + 2)..<bracket])
            else { return start + 1 }
            end = bracket + 1
        } else if bytes[close + 1] == 0x5B {
            guard let bracket = closing(of: close + 1, 0x5B, 0x5D, in: line),
                references.contains(Array(bytes[(close + 2)..<bracket]))
            else { return start + 1 }
            end = bracket + 1
        } else {
            return start + 1
        }
        // A number in brackets is a note's.
        if close > start + 1, bytes[(start + 1)..<close].allSatisfy(CharacterClass.isDigit) { return end }
        let isPicture = start > line.lowerBound && bytes[start - 1] == 0x21
        let open = isPicture ? start - 1 : start
        // What a program calls a picture says nothing in Vietnamese.
        if isPicture, !bytes[(start + 1)..<close].contains(where: { $0 >= 0x80 }) {
            if open > line.lowerBound || end < line.upperBound { edits.append(.init(range: open..<end)) }
            return end
        }
        edits.append(.init(range: open..<(start + 1)))
        edits.append(.init(range: close..<end))
        return start + 1
    }

    /// Whether what stands in brackets behind a link's words is an address, with a title at most.
    func isTarget(_ target: ArraySlice<UInt8>) -> Bool {
        guard !target.isEmpty else { return true }
        let address = target.prefix { $0 > 0x20 }
        let title = target[address.endIndex...].drop { CharacterClass.isSpace($0) }
        return isAddress(address) && (title.isEmpty || title.first == 0x22 || title.first == 0x27)
    }

    func isAddress(_ address: ArraySlice<UInt8>) -> Bool {
        guard let first = address.first else { return false }
        if [0x23, 0x2F, 0x3C].contains(first) || address.starts(with: "mailto:".utf8) { return true }
        guard let dot = address.lastIndex(where: { $0 == 0x2E || $0 == 0x3A }), dot + 1 < address.endIndex else {
            return false
        }
        let isWeb = address.starts(with: "http".utf8) || address.starts(with: "www.".utf8)
        return isWeb
            || address.allSatisfy { $0 < 0x80 } && bytes[dot + 1] | 0x20 >= 0x61 && bytes[dot + 1] | 0x20 <= 0x7A
    }

    // MARK: Code and struck passages

    /// Where a run of so many signs ends a stretch of its line or cell.
    func closing(_ sign: UInt8, count: Int, from start: Int, in line: Range<Int>) -> Int? {
        var offset = start
        while offset < line.upperBound {
            let byte = bytes[offset]
            if byte == 0x7C || byte == 0x09 { return nil }
            guard byte == sign else {
                offset += byte == 0x5C ? 2 : 1
                continue
            }
            var end = offset
            while end < line.upperBound, bytes[end] == sign { end += 1 }
            if end - offset == count, !CharacterClass.isSpace(bytes[offset - 1]) { return offset }
            offset = end
        }
        return nil
    }

    /// The run of signs at an offset, where it opens something: at the beginning of a word, which follows at once.
    func opening(at start: Int, in line: Range<Int>) -> Int? {
        var end = start
        while end < line.upperBound, bytes[end] == bytes[start] { end += 1 }
        guard end < line.upperBound, !CharacterClass.isSpace(bytes[end]) else { return nil }
        let before = start > line.lowerBound ? bytes[start - 1] : 0x20
        let isWord = before >= 0x80 || CharacterClass.isDigit(before) || MarkupTag.isLetter(before)
        return isWord ? nil : end - start
    }

    func runEnd(at start: Int, in line: Range<Int>) -> Int {
        var end = start
        while end < line.upperBound, bytes[end] == bytes[start] { end += 1 }
        return end
    }

    mutating func takeCode(at start: Int, in line: Range<Int>) -> Int {
        guard let count = opening(at: start, in: line), count <= 2,
            let close = closing(0x60, count: count, from: start + count, in: line)
        else { return runEnd(at: start, in: line) }
        edits.append(.init(range: start..<(start + count)))
        edits.append(.init(range: close..<(close + count)))
        return close + count
    }

    mutating func takeStruck(at start: Int, in line: Range<Int>) -> Int {
        guard let count = opening(at: start, in: line), count == 2,
            let close = closing(0x7E, count: 2, from: start + 2, in: line)
        else { return runEnd(at: start, in: line) }
        return strike(start..<(close + 2), in: line)
    }

    /// `$\geq 98\%$`, as programs write signs that they read on a page: the signs stay.
    mutating func takeFormula(at start: Int, in line: Range<Int>) -> Int {
        guard let count = opening(at: start, in: line), count == 1,
            let close = closing(0x24, count: 1, from: start + 1, in: line)
        else { return runEnd(at: start, in: line) }
        if let words = words(ofFormula: start..<(close + 1)) {
            edits += words
            return close + 1
        }
        var signs: [SheetCells.Edit] = []
        var offset = start + 1
        while offset < close {
            guard bytes[offset] == 0x5C else {
                // A formula of more than numbers and these signs is no word.
                guard bytes[offset] < 0x80, !MarkupTag.isLetter(bytes[offset]) else { return close + 1 }
                offset += 1
                continue
            }
            var end = offset + 1
            while end < close, MarkupTag.isLetter(bytes[end]) { end += 1 }
            if end == offset + 1 {
                offset += 2
                continue
            }
            guard let sign = Self.signs[String(decoding: bytes[(offset + 1)..<end], as: UTF8.self)] else {
                return close + 1
            }
            signs.append(.init(range: offset..<end, sign: Array(sign.utf8)))
            offset = end
        }
        guard !signs.isEmpty else { return start + 1 }
        edits += [.init(range: start..<(start + 1))] + signs + [.init(range: close..<(close + 1))]
        return close + 1
    }

    /// What goes of a formula that is words, as recognition writes those whose letters it was not sure of:
    /// `$( \mathsf { b } / \mathsf { c } )$`. Nil for other formulas: spaces part nothing in one, and braces hold letters
    /// alone.
    private func words(ofFormula formula: Range<Int>) -> [SheetCells.Edit]? {
        var gone: [SheetCells.Edit] = [.init(range: formula.lowerBound..<(formula.lowerBound + 1))]
        var fonts = 0
        var offset = formula.lowerBound + 1
        while offset < formula.upperBound - 1 {
            switch bytes[offset] {
            case 0x20, 0x7B, 0x7D:
                gone.append(.init(range: offset..<(offset + 1)))
                offset += 1
            case 0x5C:
                var end = offset + 1
                while end < formula.upperBound, MarkupTag.isLetter(bytes[end]) { end += 1 }
                guard Self.fonts.contains(String(decoding: bytes[(offset + 1)..<end], as: UTF8.self)) else {
                    return nil
                }
                fonts += 1
                gone.append(.init(range: offset..<end))
                offset = end
            case 0x5E, 0x5F, 0x09, 0x0A, 0x0D: return nil
            default: offset += 1
            }
        }
        gone.append(.init(range: offset..<formula.upperBound))
        return fonts > 0 ? gone : nil
    }

    /// Commands that set letters in a typeface.
    private static let fonts: Set<String> = [
        "mathrm", "mathsf", "mathbf", "mathit", "mathtt", "mathnormal", "boldsymbol", "operatorname",
    ]

    private static let signs = [
        "geq": "≥", "ge": "≥", "leq": "≤", "le": "≤", "times": "×", "pm": "±", "rightarrow": "→", "to": "→",
    ]

    /// `<del>…</del>`, as browsers show `~~…~~`.
    mutating func takeDeletion(at start: Int, in line: Range<Int>) -> Int {
        for name in ["del", "strike", "s"] {
            let open = Array("<\(name)".utf8)
            guard let ends = after(open, at: start, in: line), bytes[ends] == 0x3E || bytes[ends] == 0x20,
                let text = (ends..<line.upperBound).first(where: { bytes[$0] == 0x3E })
            else { continue }
            let close = Array("</\(name)>".utf8)
            for offset in text..<line.upperBound where bytes[offset] == 0x3C {
                if let end = after(close, at: offset, in: start..<(line.upperBound + 1)) {
                    return strike(start..<end, in: line)
                }
            }
        }
        return start + 1
    }

    /// Behind a word in small letters or capitals that stands at an offset.
    func after(_ word: [UInt8], at start: Int, in line: Range<Int>) -> Int? {
        let end = start + word.count
        guard end < line.upperBound, end <= bytes.count,
            zip(bytes[start..<end], word).allSatisfy({ $0 == $1 || MarkupTag.isLetter($0) && $0 | 0x20 == $1 })
        else { return nil }
        return end
    }

    mutating func strike(_ passage: Range<Int>, in line: Range<Int>) -> Int {
        var end = passage.upperBound
        let isBehindSpace = passage.lowerBound == line.lowerBound || bytes[passage.lowerBound - 1] == 0x20
        if isBehindSpace, end < line.upperBound, bytes[end] == 0x20 { end += 1 }
        edits.append(.init(range: passage.lowerBound..<end, isStruck: true))
        return end
    }
}
