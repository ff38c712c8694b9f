import VanBanReading

/// A table in the source of a page: BBCode (`[table][tr][td]…[/td][/tr][/table]`) or LaTeX (`\begin{tabular}`, cells parted by
/// `&`, rows ended by `\\`).
struct SourceTable {
    private let text: SourceText
    private(set) var rows: [[Range<Int>]] = []
    private(set) var signs: [Range<Int>] = []
    /// How many blocks it takes.
    private(set) var count = 0

    /// Blocks of one table.
    private static let most = 2_000
    private static let opening = ["[table", "\\begin{tabular", "\\begin{longtable"].map { Array($0.utf8) }
    private static let bracketed = Array("[/table".utf8)
    private static let environment = Array("\\end{".utf8)

    init?(_ text: SourceText, _ blocks: ArraySlice<Block>) {
        self.text = text
        guard let first = blocks.first,
            let sign = Self.opening.firstIndex(where: { text.bytes[first.range].starts(with: $0) })
        else { return nil }
        let closing = sign == 0 ? Self.bracketed : Self.environment
        guard let last = blocks.prefix(Self.most).firstIndex(where: { holds(closing, $0.range) }) else { return nil }
        count = last - blocks.startIndex + 1
        let taken = blocks[blocks.startIndex...last]
        if sign == 0 {
            readTags(in: first.range.lowerBound..<blocks[last].range.upperBound)
        } else {
            for block in taken { readLine(block.range) }
        }
        guard rows.count > 1 else { return nil }
    }

    private func holds(_ words: [UInt8], _ range: Range<Int>) -> Bool {
        guard range.count >= words.count else { return false }
        return range.dropLast(words.count - 1).contains { text.bytes[$0...].starts(with: words) }
    }

    // MARK: BBCode

    private mutating func readTags(in range: Range<Int>) {
        var cell: Int?
        var offset = range.lowerBound
        while offset < range.upperBound {
            guard text.bytes[offset] == 0x5B, let tag = tag(at: offset, in: range) else {
                offset += 1
                continue
            }
            switch tag.name {
            case "tr": rows.append([])
            case "td", "th": cell = tag.range.upperBound
            case "/td", "/th":
                if let start = cell, !rows.isEmpty { rows[rows.count - 1].append(text.trimmed(start..<offset)) }
                cell = nil
            case "/tr", "table", "/table": break
            default:
                offset += 1
                continue
            }
            signs.append(tag.range)
            offset = tag.range.upperBound
        }
        rows.removeAll(where: \.isEmpty)
    }

    private func tag(at start: Int, in range: Range<Int>) -> (name: String, range: Range<Int>)? {
        guard let end = text.bytes[start..<min(range.upperBound, start + 60)].firstIndex(of: 0x5D) else { return nil }
        let name = text.bytes[(start + 1)..<end].prefix { $0 != 0x20 && $0 != 0x3D }
        return (String(decoding: name, as: UTF8.self).lowercased(), start..<(end + 1))
    }

    // MARK: LaTeX

    private mutating func readLine(_ line: Range<Int>) {
        var range = line
        // Rules stand alone on a line, or before or behind a row.
        while let start = range.first, text.bytes[start] == 0x5C {
            guard let command = command(at: start, in: range) else { break }
            signs.append(command)
            range = text.trimmed(command.upperBound..<range.upperBound)
        }
        guard !range.isEmpty else { return }
        var end = range.upperBound
        if let rule = range.last(where: { text.bytes[$0] == 0x5C }), command(at: rule, in: range)?.upperBound == end,
            rule + 1 < end
        {
            end = text.trimmed(range.lowerBound..<rule).upperBound
        }
        // The backslashes that end a row, one of which was taken for an escape.
        while end > range.lowerBound, text.bytes[end - 1] == 0x5C { end -= 1 }
        if end < range.upperBound { signs.append(end..<range.upperBound) }
        var cells: [Range<Int>] = []
        var start = range.lowerBound
        for offset in range.lowerBound..<end
        where text.bytes[offset] == 0x26 && (offset == range.lowerBound || text.bytes[offset - 1] != 0x5C) {
            cells.append(text.trimmed(start..<offset))
            signs.append(offset..<(offset + 1))
            start = offset + 1
        }
        cells.append(text.trimmed(start..<end))
        rows.append(cells)
    }

    /// `\hline`, `\toprule`, `\begin{tabular}{|l|l|}`: a command of the table's looks with what stands in its braces.
    private func command(at start: Int, in range: Range<Int>) -> Range<Int>? {
        var end = start + 1
        while end < range.upperBound, (0x61...0x7A).contains(text.bytes[end] | 0x20) { end += 1 }
        let name = String(decoding: text.bytes[(start + 1)..<end], as: UTF8.self)
        guard Self.looks.contains(name) else { return nil }
        while end < range.upperBound, text.bytes[end] == 0x7B || text.bytes[end] == 0x5B {
            let closing: UInt8 = text.bytes[end] == 0x7B ? 0x7D : 0x5D
            guard let close = text.bytes[end..<range.upperBound].firstIndex(of: closing) else { return nil }
            end = close + 1
        }
        return start..<end
    }

    private static let looks: Set<String> = [
        "begin", "end", "hline", "cline", "toprule", "midrule", "bottomrule", "endhead", "endfirsthead", "endfoot",
    ]
}
