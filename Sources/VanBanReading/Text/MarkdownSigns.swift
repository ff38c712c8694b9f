/// What of Markdown, and of the programs that write tables as Markdown, is no word of a text: the signs around links, code
/// and quotations, fences, passages that were struck out, and the words that programs put into cells without a value.
///
/// Emphasis is read by ``Emphasis``, tags by ``InlineTag``.
struct MarkdownSigns {
    /// In ascending order.
    private(set) var edits: [SheetCells.Edit] = []
    private let bytes: [UInt8]
    /// The signs of quotations at the beginning of lines.
    private var quotes: [Range<Int>] = []
    /// What links name instead of an address (`[words][1]`), where an address stands for it on a line of its own.
    private var references: Set<[UInt8]> = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        readLines()
        joinRows()
        var quote = 0
        var start = 0
        while start < bytes.count {
            let end = lineEnd(from: start)
            var line = start..<end
            while quote < quotes.count, quotes[quote].upperBound <= start { quote += 1 }
            if quote < quotes.count, quotes[quote].lowerBound < end {
                edits.append(.init(range: quotes[quote]))
                line = quotes[quote].upperBound..<end
            }
            if !line.isEmpty { take(line) }
            start = nextLine(end)
        }
        edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    private func lineEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        return end
    }

    private func nextLine(_ end: Int) -> Int {
        end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A ? end + 2 : end + 1
    }

    private func first(of line: Range<Int>) -> Int? {
        line.first { bytes[$0] != 0x20 && bytes[$0] != 0x09 }
    }

    // MARK: Lines

    /// Lines of a quotation that follow each other.
    private struct Quotation {
        var signs: [Range<Int>] = []
        /// Whether it holds what no list of signs does: a table, a heading, an empty line.
        var isMarkup = false
    }

    /// At least so many lines make a quotation, and a text of which so large a part is quoted is quoted whole.
    private static let leastQuoted = 5
    private static let leastShare = 0.8

    /// Finds quotations and the addresses that links name.
    private mutating func readLines() {
        var open = Quotation()
        var all: [Range<Int>] = []
        var filled = 0
        func close(_ open: inout Quotation, _ quotes: inout [Range<Int>]) {
            if open.isMarkup, open.signs.count > 1 { quotes += open.signs }
            open = Quotation()
        }
        var start = 0
        while start < bytes.count {
            let line = start..<lineEnd(from: start)
            start = nextLine(line.upperBound)
            guard let first = first(of: line) else {
                close(&open, &quotes)
                continue
            }
            filled += 1
            if let sign = quoteSign(at: first, in: line) {
                all.append(sign)
                open.signs.append(sign)
                let next = self.first(of: sign.upperBound..<line.upperBound)
                open.isMarkup = open.isMarkup || next.map { bytes[$0] == 0x7C || bytes[$0] == 0x23 } ?? true
            } else {
                close(&open, &quotes)
                if bytes[first] == 0x5B, let reference = reference(at: first, in: line) { references.insert(reference) }
            }
        }
        close(&open, &quotes)
        if all.count >= Self.leastQuoted, Double(all.count) >= Double(filled) * Self.leastShare { quotes = all }
    }

    /// The `>` that open a line, and the space behind them.
    private func quoteSign(at first: Int, in line: Range<Int>) -> Range<Int>? {
        guard bytes[first] == 0x3E else { return nil }
        var end = first
        while end < line.upperBound,
            bytes[end] == 0x3E
                || bytes[end] == 0x20 && end + 1 < line.upperBound
                    && bytes[end + 1] == 0x3E
        {
            end += 1
        }
        if end < line.upperBound {
            guard [0x20, 0x7C, 0x23].contains(bytes[end]) else { return nil }
            if bytes[end] == 0x20 { end += 1 }
        }
        return first..<end
    }

    /// What a line gives an address for: `[1]: https://…`.
    private func reference(at first: Int, in line: Range<Int>) -> [UInt8]? {
        guard let close = closing(of: first, 0x5B, 0x5D, in: line), close > first + 1, bytes[first + 1] != 0x5E,
            close + 2 < line.upperBound, bytes[close + 1] == 0x3A,
            let start = self.first(of: (close + 2)..<line.upperBound)
        else { return nil }
        let address = bytes[start..<line.upperBound].prefix { $0 > 0x20 }
        return isAddress(address) ? Array(bytes[(first + 1)..<close]) : nil
    }

    private mutating func take(_ line: Range<Int>) {
        guard let first = first(of: line) else { return }
        if isFence(first..<line.upperBound) {
            edits.append(.init(range: first..<line.upperBound))
            return
        }
        if bytes[first] == 0x5B, let reference = reference(at: first, in: line), isCalled(reference) {
            edits.append(.init(range: first..<line.upperBound))
            return
        }
        let isRow = bytes[first] == 0x7C
        var bars = 0
        var offset = first
        while offset < line.upperBound {
            switch bytes[offset] {
            case 0x7C, 0x09:
                bars += 1
                offset += 1
            case 0x5C:
                if isRow { takeLineBreak(at: offset, in: line) }
                offset += 2
            case 0x5B: offset = takeLink(at: offset, in: line)
            case 0x60: offset = takeCode(at: offset, in: line)
            case 0x7E: offset = takeStruck(at: offset, in: line)
            case 0x3C: offset = takeDeletion(at: offset, in: line)
            case 0x5F: offset = takeCarriageReturn(at: offset, in: line)
            case 0x24: offset = takeFormula(at: offset, in: line)
            default: offset += 1
            }
        }
        if bars > 1 { takeCells(of: line) }
    }

    /// "```", with the name of a language behind it at most, or `|===` around a table of AsciiDoc.
    private func isFence(_ line: Range<Int>) -> Bool {
        let sign = bytes[line.lowerBound]
        if sign == 0x7C { return line.count > 3 && line.dropFirst().allSatisfy { bytes[$0] == 0x3D } }
        guard sign == 0x60 || sign == 0x7E else { return false }
        let signs = bytes[line].prefix { $0 == sign }
        let name = bytes[signs.endIndex..<line.upperBound].filter { !CharacterClass.isSpace($0) }
        return signs.count >= 3 && name.count <= 20 && name.allSatisfy { $0 < 0x80 && $0 != sign }
    }

    // MARK: Rows over several lines

    /// Lines and bytes of a row that programs wrote over several lines.
    private static let mostLines = 60
    private static let longestRow = 1 << 14

    /// Makes one line of the rows whose cells hold line ends, as programs leave them that keep the paragraphs of cells: a
    /// row ends where it has as many bars as the rule below the head.
    private mutating func joinRows() {
        var bars = 0
        var start = 0
        while start < bytes.count {
            let line = start..<lineEnd(from: start)
            start = nextLine(line.upperBound)
            guard let first = first(of: line) else { continue }
            guard bytes[first] == 0x7C else {
                bars = 0
                continue
            }
            let count = self.bars(of: line)
            if isRule(first..<line.upperBound) {
                bars = count
            } else if bars > 2, count < bars, let end = joinRow(at: line, count, of: bars) {
                start = end
            }
        }
    }

    /// - Returns: where the line behind the row begins; nil where the row is no more than its line.
    private mutating func joinRow(at line: Range<Int>, _ count: Int, of bars: Int) -> Int? {
        var count = count
        var end = lastWord(of: line)
        var gaps: [SheetCells.Edit] = []
        var start = nextLine(line.upperBound)
        for _ in 0..<Self.mostLines where start < bytes.count && start - line.lowerBound < Self.longestRow {
            let next = start..<lineEnd(from: start)
            start = nextLine(next.upperBound)
            guard let first = first(of: next) else { continue }
            let own = self.bars(of: next)
            let isRow = bytes[first] == 0x7C && bytes[end - 1] == 0x7C && own > 1
            guard count + own <= bars, !isRow else { return nil }
            gaps.append(.init(range: end..<first, replacement: 0x0B))
            end = lastWord(of: next)
            count += own
            guard count == bars else { continue }
            guard bytes[end - 1] == 0x7C else { return nil }
            edits += gaps
            return start
        }
        return nil
    }

    private func lastWord(of line: Range<Int>) -> Int {
        var end = line.upperBound
        while end > line.lowerBound, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        return end
    }

    /// Bars that part cells.
    private func bars(of line: Range<Int>) -> Int {
        line.reduce(0) { count, offset in
            let isEscaped = offset > line.lowerBound && bytes[offset - 1] == 0x5C
            return bytes[offset] == 0x7C && !isEscaped ? count + 1 : count
        }
    }

    private func isRule(_ line: Range<Int>) -> Bool {
        bytes[line].contains(0x2D) && bytes[line].allSatisfy { [0x7C, 0x2D, 0x3A, 0x20, 0x09].contains($0) }
    }

    // MARK: Links

    /// Where a bracket that opens at an offset is closed.
    private func closing(of start: Int, _ opening: UInt8, _ closing: UInt8, in line: Range<Int>) -> Int? {
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

    private func isCalled(_ reference: [UInt8]) -> Bool {
        let call = [0x5D, 0x5B] + reference + [0x5D]
        guard bytes.count > call.count else { return false }
        return (0..<(bytes.count - call.count)).contains { bytes[$0] == 0x5D && bytes[$0...].starts(with: call) }
    }

    /// `[words](address)`, `[words][name]` and pictures: the words stay.
    private mutating func takeLink(at start: Int, in line: Range<Int>) -> Int {
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
    private func isTarget(_ target: ArraySlice<UInt8>) -> Bool {
        guard !target.isEmpty else { return true }
        let address = target.prefix { $0 > 0x20 }
        let title = target[address.endIndex...].drop { CharacterClass.isSpace($0) }
        return isAddress(address) && (title.isEmpty || title.first == 0x22 || title.first == 0x27)
    }

    private func isAddress(_ address: ArraySlice<UInt8>) -> Bool {
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
    private func closing(_ sign: UInt8, count: Int, from start: Int, in line: Range<Int>) -> Int? {
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
    private func opening(at start: Int, in line: Range<Int>) -> Int? {
        var end = start
        while end < line.upperBound, bytes[end] == bytes[start] { end += 1 }
        guard end < line.upperBound, !CharacterClass.isSpace(bytes[end]) else { return nil }
        let before = start > line.lowerBound ? bytes[start - 1] : 0x20
        let isWord = before >= 0x80 || CharacterClass.isDigit(before) || MarkupTag.isLetter(before)
        return isWord ? nil : end - start
    }

    private func runEnd(at start: Int, in line: Range<Int>) -> Int {
        var end = start
        while end < line.upperBound, bytes[end] == bytes[start] { end += 1 }
        return end
    }

    private mutating func takeCode(at start: Int, in line: Range<Int>) -> Int {
        guard let count = opening(at: start, in: line), count <= 2,
            let close = closing(0x60, count: count, from: start + count, in: line)
        else { return runEnd(at: start, in: line) }
        edits.append(.init(range: start..<(start + count)))
        edits.append(.init(range: close..<(close + count)))
        return close + count
    }

    private mutating func takeStruck(at start: Int, in line: Range<Int>) -> Int {
        guard let count = opening(at: start, in: line), count == 2,
            let close = closing(0x7E, count: 2, from: start + 2, in: line)
        else { return runEnd(at: start, in: line) }
        return strike(start..<(close + 2), in: line)
    }

    /// `$\geq 98\%$`, as programs write signs that they read on a page: the signs stay.
    private mutating func takeFormula(at start: Int, in line: Range<Int>) -> Int {
        guard let count = opening(at: start, in: line), count == 1,
            let close = closing(0x24, count: 1, from: start + 1, in: line)
        else { return runEnd(at: start, in: line) }
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

    private static let signs = [
        "geq": "≥", "ge": "≥", "leq": "≤", "le": "≤", "times": "×", "pm": "±", "rightarrow": "→", "to": "→",
    ]

    /// `<del>…</del>`, as browsers show `~~…~~`.
    private mutating func takeDeletion(at start: Int, in line: Range<Int>) -> Int {
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
    private func after(_ word: [UInt8], at start: Int, in line: Range<Int>) -> Int? {
        let end = start + word.count
        guard end < line.upperBound, end <= bytes.count,
            zip(bytes[start..<end], word).allSatisfy({ $0 == $1 || MarkupTag.isLetter($0) && $0 | 0x20 == $1 })
        else { return nil }
        return end
    }

    private mutating func strike(_ passage: Range<Int>, in line: Range<Int>) -> Int {
        var end = passage.upperBound
        let isBehindSpace = passage.lowerBound == line.lowerBound || bytes[passage.lowerBound - 1] == 0x20
        if isBehindSpace, end < line.upperBound, bytes[end] == 0x20 { end += 1 }
        edits.append(.init(range: passage.lowerBound..<end, isStruck: true))
        return end
    }

    // MARK: Cells

    /// `\n` between two words of a cell, as programs write a line end that they escaped.
    private mutating func takeLineBreak(at start: Int, in line: Range<Int>) {
        guard start + 2 < line.upperBound, bytes[start + 1] == 0x6E, start > line.lowerBound,
            !MarkupTag.isLetter(bytes[start + 2]) || bytes[start + 2] < 0x61
        else { return }
        edits.append(.init(range: start..<(start + 2), replacement: 0x0B))
    }

    /// `_x000D_`, as Excel writes a carriage return within a cell.
    private mutating func takeCarriageReturn(at start: Int, in line: Range<Int>) -> Int {
        let end = start + Self.carriageReturn.count
        guard end <= line.upperBound, bytes[start..<end].elementsEqual(Self.carriageReturn) else { return start + 1 }
        let isLast = end == line.upperBound || bytes[end] == 0x3C
        edits.append(.init(range: start..<end, replacement: isLast ? nil : 0x0B))
        return end
    }

    private static let carriageReturn = Array("_x000D_".utf8)

    /// Cells that hold what a program writes where a cell has no value, or a column no head.
    private mutating func takeCells(of line: Range<Int>) {
        var start = line.lowerBound
        for offset in line.lowerBound...line.upperBound {
            guard offset == line.upperBound || bytes[offset] == 0x7C || bytes[offset] == 0x09 else { continue }
            var cell = start..<offset
            while let first = cell.first, bytes[first] == 0x20 { cell = (first + 1)..<cell.upperBound }
            while let last = cell.last, bytes[last] == 0x20 { cell = cell.lowerBound..<last }
            if Self.isNoValue(bytes[cell]) { edits.append(.init(range: cell)) }
            start = offset + 1
        }
    }

    /// Whether a cell's words are those of a program for a value that is missing, or for a column without a head.
    static func isNoValue(_ cell: ArraySlice<UInt8>) -> Bool {
        guard (3...24).contains(cell.count) else { return false }
        if missing.contains(Array(cell)) { return true }
        guard cell.starts(with: unnamed) else { return false }
        let number = cell.dropFirst(unnamed.count)
        return number.first.map(CharacterClass.isDigit) ?? false && number.allSatisfy { $0 > 0x20 && $0 < 0x80 }
    }

    /// Of data frames and databases.
    private static let missing = Set(
        [
            "NaN", "nan", "NaT", "None", "<NA>", "NULL", "null", "undefined", "N/A", "#N/A", "#REF!", "#NAME?",
            "#VALUE!", "#DIV/0!",
        ].map { Array($0.utf8) })
    private static let unnamed = Array("Unnamed: ".utf8)
}
