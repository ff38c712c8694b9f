import VanBanReading

/// Tables in the markup of wikis and issue trackers, whose signs say which cells a row has.
///
/// MediaWiki: `{|`, `! head !! head`, `|-`, `| cell || cell`, `|}`, a cell a line or several. Jira: `|| head || head ||`
/// above `| cell | cell |`, DokuWiki: `^ head ^ head ^` above the same. BBCode and LaTeX: see ``SourceTable``. Their rows are
/// from here on as those of any source that delimits its cells.
struct MarkupTables {
    private let text: SourceText
    /// The signs, and what they say of the cells' looks.
    private(set) var signs: [Range<Int>] = []
    private var tables = 0

    private static let bar: UInt8 = 0x7C
    private static let bang: UInt8 = 0x21
    private static let caret: UInt8 = 0x5E

    init(_ text: SourceText) { self.text = text }

    mutating func settle(_ blocks: inout [Block]) {
        guard mayHoldMarkup, !blocks.contains(where: { $0.grid != nil }) else { return }
        var settled: [Block] = []
        settled.reserveCapacity(blocks.count)
        var index = 0
        while index < blocks.count {
            if let found = wikiTable(blocks[index...]) ?? issueTable(blocks[index...]) ?? sourceTable(blocks[index...])
            {
                signs += found.signs
                settled += found.blocks
                tables += 1
                index += found.count
            } else {
                settled.append(blocks[index])
                index += 1
            }
        }
        blocks = settled
    }

    /// Two signs in a row, which hardly stand elsewhere, or a caret at the beginning of a line, or what opens a table.
    private var mayHoldMarkup: Bool {
        text.bytes.withUnsafeBufferPointer { bytes in
            var before: UInt8 = 0
            for byte in bytes {
                if byte == before, byte == Self.bar || byte == Self.bang { return true }
                if byte == Self.bar, before == 0x7B { return true }
                if byte == Self.caret, before == 0x0A || before == 0 { return true }
                if before == 0x5B && byte == 0x74 || before == 0x5C && byte == 0x62 { return true }
                before = byte
            }
            return false
        }
    }

    /// A table as found: its rows, what stands around them, and how many blocks it takes.
    struct Found {
        var blocks: [Block] = []
        var signs: [Range<Int>] = []
        var count = 0
    }

    // MARK: MediaWiki

    private func wikiTable(_ blocks: ArraySlice<Block>) -> Found? {
        guard let first = blocks.first else { return nil }
        let isOpened = starts(first.range, "{|")
        guard isOpened || starts(first.range, "!") && opensWiki(blocks) else { return nil }
        var found = Found()
        var row = Row()
        var rest = blocks
        if isOpened {
            found.signs.append(first.range)
            rest = blocks.dropFirst()
        }
        for block in rest {
            if starts(block.range, "|}") {
                found.signs.append(block.range)
                close(&row, &found)
                found.count = count(of: blocks, through: block)
                return found.blocks.contains { $0.kind == .row } ? found : nil
            }
            if starts(block.range, "|-") {
                found.signs.append(block.range)
                close(&row, &found)
            } else if starts(block.range, "|+") {
                found.signs.append(block.range.lowerBound..<(block.range.lowerBound + 2))
                var caption = block
                caption.range = text.trimmed((block.range.lowerBound + 2)..<block.range.upperBound)
                caption.kind = .line
                caption.cells = []
                if !caption.range.isEmpty { found.blocks.append(caption) }
            } else if starts(block.range, "|") || starts(block.range, "!") {
                take(block, into: &row, &found)
            } else if isOpened, let last = row.cells.indices.last {
                // A cell of several lines.
                row.cells[last] =
                    row.cells[last].isEmpty ? block.range : row.cells[last].lowerBound..<block.range.upperBound
            } else {
                break
            }
            found.count = count(of: blocks, through: block)
        }
        close(&row, &found)
        let rows = found.blocks.count { $0.kind == .row }
        return rows > 1 ? found : nil
    }

    private func count(of blocks: ArraySlice<Block>, through block: Block) -> Int {
        // Blocks follow each other in the text.
        var low = blocks.startIndex
        var high = blocks.endIndex
        while low < high {
            let middle = (low + high) / 2
            if blocks[middle].range.lowerBound <= block.range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low - blocks.startIndex
    }

    /// Whether a head without the sign before it opens a table: `! TT !! Nhiệm vụ` above `|-`.
    private func opensWiki(_ blocks: ArraySlice<Block>) -> Bool {
        guard let first = blocks.first, let next = blocks.dropFirst().first else { return false }
        return contains(first.range, Self.bang) && (starts(next.range, "|-") || starts(next.range, "!"))
    }

    private struct Row {
        var cells: [Range<Int>] = []
        var first: Block?
        var isHeader = false
    }

    private func take(_ block: Block, into row: inout Row, _ found: inout Found) {
        let isHead = text.bytes[block.range.lowerBound] == Self.bang
        if row.first == nil {
            row.first = block
            row.isHeader = isHead
        }
        var start = block.range.lowerBound + 1
        found.signs.append(block.range.lowerBound..<start)
        for offset in start..<max(start, block.range.upperBound - 1) {
            let byte = text.bytes[offset]
            guard offset >= start, byte == Self.bar || isHead && byte == Self.bang, text.bytes[offset + 1] == byte
            else { continue }
            row.cells.append(content(start..<offset, &found))
            found.signs.append(offset..<(offset + 2))
            start = offset + 2
        }
        row.cells.append(content(start..<block.range.upperBound, &found))
    }

    /// A cell without what stands before a single bar: how it looks (`style="…" |`).
    private func content(_ range: Range<Int>, _ found: inout Found) -> Range<Int> {
        guard let bar = range.first(where: { text.bytes[$0] == Self.bar }),
            range.lowerBound < bar, text.bytes[range.lowerBound..<bar].contains(0x3D),
            !text.bytes[range.lowerBound..<bar].contains(0x5B)
        else { return plain(text.trimmed(range), &found) }
        found.signs.append(text.trimmed(range.lowerBound..<(bar + 1)))
        return plain(text.trimmed((bar + 1)..<range.upperBound), &found)
    }

    /// A cell without the signs of emphasis around it: `'''I. Cải cách thể chế'''`.
    private func plain(_ cell: Range<Int>, _ found: inout Found) -> Range<Int> {
        for count in [5, 3, 2] where cell.count > count * 2 {
            let open = cell.lowerBound..<(cell.lowerBound + count)
            let close = (cell.upperBound - count)..<cell.upperBound
            guard text.bytes[open].allSatisfy({ $0 == 0x27 }), text.bytes[close].allSatisfy({ $0 == 0x27 }) else {
                continue
            }
            found.signs += [open, close]
            return text.trimmed(open.upperBound..<close.lowerBound)
        }
        return cell
    }

    private func close(_ row: inout Row, _ found: inout Found) {
        if let first = row.first { found.blocks.append(block(row.cells, like: first, isHeader: row.isHeader)) }
        row = Row()
    }

    private func block(_ cells: [Range<Int>], like first: Block, isHeader: Bool) -> Block {
        var block = first
        let filled = cells.filter { !$0.isEmpty }
        block.kind = .row
        block.cells = cells
        block.grid = GridRow(table: tables, isHeader: isHeader)
        if let low = filled.first?.lowerBound, let high = filled.last?.upperBound { block.range = low..<high }
        return block
    }

    // MARK: BBCode, LaTeX

    private func sourceTable(_ blocks: ArraySlice<Block>) -> Found? {
        guard let first = blocks.first, let source = SourceTable(text, blocks) else { return nil }
        var found = Found(signs: source.signs, count: source.count)
        for (index, cells) in source.rows.enumerated() {
            found.blocks.append(block(cells, like: first, isHeader: index == 0))
        }
        return found
    }

    // MARK: Jira, DokuWiki

    private func issueTable(_ blocks: ArraySlice<Block>) -> Found? {
        guard let first = blocks.first else { return nil }
        let isWiki = starts(first.range, "^") && first.range.count > 1
        guard isWiki || starts(first.range, "||") else { return nil }
        var found = Found()
        let heads =
            isWiki
            ? cells(of: first.range, between: 1, sign: Self.caret, &found) : cells(of: first.range, between: 2, &found)
        guard heads.count > 1 else { return nil }
        found.blocks.append(block(heads, like: first, isHeader: true))
        found.count = 1
        for row in blocks.dropFirst() {
            guard starts(row.range, "|"), !starts(row.range, "||"), row.blankLinesBefore == 0 else { break }
            var next = found
            let cells = cells(of: row.range, between: 1, &next)
            guard cells.count == heads.count else { break }
            next.blocks.append(block(cells, like: row, isHeader: false))
            next.count += 1
            found = next
        }
        return found.count > 1 ? found : nil
    }

    /// The cells of a line between so many bars each, the first and the last bars at its ends.
    private func cells(
        of range: Range<Int>, between bars: Int, sign: UInt8 = MarkupTables.bar, _ found: inout Found
    ) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start: Int?
        var offset = range.lowerBound
        while offset < range.upperBound {
            guard text.bytes[offset] == sign else {
                offset += 1
                continue
            }
            var end = offset
            while end < range.upperBound, text.bytes[end] == sign, end - offset < bars { end += 1 }
            if let start { cells.append(text.trimmed(start..<offset)) }
            found.signs.append(offset..<end)
            start = end
            offset = end
        }
        if let start, start < range.upperBound { cells.append(text.trimmed(start..<range.upperBound)) }
        return cells
    }

    private func starts(_ range: Range<Int>, _ sign: StaticString) -> Bool {
        guard range.count >= sign.utf8CodeUnitCount else { return false }
        return sign.withUTF8Buffer { text.bytes[range].starts(with: $0) }
    }

    /// Whether a sign stands twice in a row.
    private func contains(_ range: Range<Int>, _ sign: UInt8) -> Bool {
        range.dropFirst().contains { text.bytes[$0] == sign && text.bytes[$0 - 1] == sign }
    }
}
