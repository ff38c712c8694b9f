import VanBanReading

/// A table of contents before the text: headings with the page that they stand on, or the headings alone. They stand in
/// the text itself once more, so that the table is furniture.
struct TableOfContents {
    private static let head = Phrase("Mục lục")
    /// Entries that are told by their leaders alone, without `MỤC LỤC` above them.
    private static let fewest = 3

    private enum Entry {
        /// Dots, a tab or a wide gap before the page.
        case led(page: Int)
        /// A page behind one space.
        case plain(page: Int)

        var page: Int {
            switch self {
            case .led(let page), .plain(let page): return page
            }
        }
    }

    private let text: SourceText

    /// Takes the lines of tables of contents out; what they hold.
    static func take(from lines: inout [Line], in text: SourceText) -> [Range<Int>] {
        let reader = TableOfContents(text: text)
        var taken: [Range<Int>] = []
        var kept: [Line] = []
        var index = 0
        while index < lines.count {
            let end = reader.end(at: index, in: lines)
            guard end > index else {
                if !taken.isEmpty { kept.append(lines[index]) }
                index += 1
                continue
            }
            if taken.isEmpty { kept = Array(lines[..<index]) }
            for line in lines[index..<end] { taken.append(line.range) }
            if end < lines.count { lines[end].blankLinesBefore = max(1, lines[end].blankLinesBefore) }
            index = end
        }
        if !taken.isEmpty { lines = kept }
        return taken
    }

    /// Where the table ends that begins at a line; the line itself where none does.
    private func end(at start: Int, in lines: [Line]) -> Int {
        if isHead(lines[start]) { return entries(from: start + 1, in: lines, isHeaded: true) ?? start }
        guard mayBeLed(lines[start]), case .led = entry(lines[start]) else { return start }
        return entries(from: start, in: lines, isHeaded: false) ?? start
    }

    private func isHead(_ line: Line) -> Bool {
        guard line.kind == .text, line.width < 16 else { return false }
        let tokens = TokenText(line.range, in: text)
        return tokens.matches(Self.head, at: 0) && tokens.tokens.dropFirst(2).allSatisfy { $0.isSign(":") }
    }

    /// Where the entries end that begin at a line; nil where there are too few of them.
    private func entries(from start: Int, in lines: [Line], isHeaded: Bool) -> Int? {
        var index = start
        var end = start
        var count = 0
        var page = 0
        /// The words of the lines below, and those of the table itself.
        var below: Set<String>?
        var seen: Set<String> = []
        while index < lines.count {
            let line = lines[index]
            if line.kind == .pageNumber || line.kind == .ruler || line.kind == .runningHead {
                index += 1
                continue
            }
            guard line.grid == nil, line.range.count < 600 else { break }
            let entry = entry(line)
            if let entry, Self.isLed(entry), entry.page >= page {
                page = entry.page
            } else if goesOn(below: index, page: page, in: lines), count > 0 || isHeaded {
                index += 1
                continue
            } else {
                guard isHeaded, entry.map({ $0.page >= page }) ?? true else { break }
                if below == nil { below = Set(lines[(index + 1)...].lazy.map { key($0.range) }) }
                // Where its words come a second time, the text has begun.
                guard below?.contains(key(line.range)) == true, !seen.contains(key(line.range)) else { break }
                page = entry?.page ?? page
            }
            seen.insert(key(line.range))
            index += 1
            end = index
            count += 1
        }
        guard count >= (isHeaded ? 1 : Self.fewest) else { return nil }
        return isHeaded || comeAgain(seen, in: lines[end...]) ? end : nil
    }

    /// Whether most entries are headings of the text below; rows that end in a figure (`2026`, `100`) are none.
    private func comeAgain(_ entries: Set<String>, in lines: ArraySlice<Line>) -> Bool {
        var found: Set<String> = []
        for line in lines where line.kind != .row {
            let words = key(line.range)
            if entries.contains(words) { found.insert(words) }
        }
        return found.count * 2 > entries.count
    }

    /// Whether an entry runs over two lines, the page behind the second.
    private func goesOn(below index: Int, page: Int, in lines: [Line]) -> Bool {
        guard index + 1 < lines.count, lines[index + 1].blankLinesBefore == 0, let next = entry(lines[index + 1]),
            case .led(let led) = next
        else { return false }
        return led >= page && lines[index].width > 30
    }

    private static func isLed(_ entry: Entry) -> Bool {
        if case .led = entry { return true }
        return false
    }

    /// Cheap, since every line of a document is asked: whether a line ends with a digit behind dots or a gap.
    private func mayBeLed(_ line: Line) -> Bool {
        line.range.last.map { CharacterClass.isDigit(text.bytes[$0]) } ?? false
    }

    private func entry(_ line: Line) -> Entry? {
        let bytes = text.bytes
        let range = line.range
        var start = range.upperBound
        while start > range.lowerBound, CharacterClass.isDigit(bytes[start - 1]) { start -= 1 }
        guard (1...4).contains(range.upperBound - start),
            let page = Int(String(decoding: bytes[start..<range.upperBound], as: UTF8.self)), page > 0
        else { return nil }
        var leaders = 0
        var spaces = 0
        var hasTab = false
        var offset = start
        scan: while offset > range.lowerBound {
            switch bytes[offset - 1] {
            case 0x2E, 0x5F: leaders += 1
            // The last byte of `…`
            case 0xA6 where offset >= range.lowerBound + 3 && bytes[offset - 3] == 0xE2:
                leaders += 3
                offset -= 2
            case 0x20: spaces += 1
            case 0x09:
                spaces += 1
                hasTab = true
            default: break scan
            }
            offset -= 1
        }
        guard offset > range.lowerBound + 1 else { return nil }
        if leaders >= 3 || hasTab || leaders == 0 && spaces >= 3 { return .led(page: page) }
        return leaders == 0 && spaces > 0 ? .plain(page: page) : nil
    }

    /// The words of a line without the page behind them.
    private func key(_ range: Range<Int>) -> String {
        var tokens = TokenText(text.head(of: range, bytes: 200), in: text).tokens[...]
        if range.count < 200, tokens.last?.kind == .number { tokens = tokens.dropLast() }
        return tokens.lazy.filter { $0.kind == .word || $0.kind == .number }.map(\.key).joined(separator: " ")
    }
}
