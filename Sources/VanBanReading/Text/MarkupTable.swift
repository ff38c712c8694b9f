/// A tag of an HTML table in a text: tools that read scanned pages write text with tables as HTML in it.
struct MarkupTableTag {
    enum Name { case table, row, cell, headCell, head, other }

    var name: Name
    var closes: Bool
    var rowSpan = 1
    var columnSpan = 1
    /// The offset behind the tag.
    var end: Int

    private static let longest = 400

    /// The tag at an offset, which holds `<`; nil where no tag of a table stands.
    init?(in bytes: [UInt8], at start: Int) {
        var offset = start + 1
        let stop = min(bytes.count, start + Self.longest)
        closes = offset < stop && bytes[offset] == 0x2F
        if closes { offset += 1 }
        let nameStart = offset
        while offset < stop, Self.isLetter(bytes[offset]) { offset += 1 }
        guard offset > nameStart, offset < stop, offset - nameStart <= 8 else { return nil }
        switch String(decoding: bytes[nameStart..<offset].map { $0 | 0x20 }, as: UTF8.self) {
        case "table": name = .table
        case "tr": name = .row
        case "td": name = .cell
        case "th": name = .headCell
        case "thead": name = .head
        case "tbody", "tfoot", "caption", "colgroup", "col": name = .other
        default: return nil
        }
        guard bytes[offset] == 0x3E || bytes[offset] == 0x2F || CharacterClass.isSpace(bytes[offset]) else {
            return nil
        }
        let attributes = offset
        while offset < stop, bytes[offset] != 0x3E {
            if bytes[offset] == 0x3C { return nil }
            offset += 1
        }
        guard offset < stop else { return nil }
        end = offset + 1
        rowSpan = Self.number(of: "rowspan", in: bytes[attributes..<offset]) ?? 1
        columnSpan = Self.number(of: "colspan", in: bytes[attributes..<offset]) ?? 1
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// The number behind an attribute's name and `=`, quotes aside.
    private static func number(of attribute: String, in bytes: ArraySlice<UInt8>) -> Int? {
        let name = Array(attribute.utf8)
        guard bytes.count > name.count else { return nil }
        for start in bytes.startIndex...(bytes.endIndex - name.count)
        where zip(bytes[start...], name).allSatisfy({ $0 | 0x20 == $1 }) {
            var offset = start + name.count
            while offset < bytes.endIndex, [0x20, 0x3D, 0x22, 0x27].contains(bytes[offset]) { offset += 1 }
            var value = 0
            let first = offset
            while offset < bytes.endIndex, CharacterClass.isDigit(bytes[offset]), offset - first < 5 {
                value = value * 10 + Int(bytes[offset] - 0x30)
                offset += 1
            }
            return offset > first ? value : nil
        }
        return nil
    }
}

/// The HTML tables of a text: where their cells stand once the tags are left out.
struct MarkupTables {
    private struct Cell {
        var range: Range<Int>
        var rows: Int
        var columns: Int
        var isHead: Bool
    }

    private struct Table {
        var range: Range<Int>
        var rows: [[Cell]] = []
        var headRows = 0
    }

    private static let mostColumns = 200
    private static let mostRows = 10_000
    /// Places of all grids together; wider ones keep their cells without the spans.
    private static let mostPlaces = 2_000_000

    private var tables: [Table] = []
    private var depth = 0
    private var isHead = false
    private var open: Cell?

    var isEmpty: Bool { tables.isEmpty }
    /// Whether a table is open, and whether one is open in a cell of it, whose words are the cell's.
    var isInside: Bool { depth > 0 }
    var isNested: Bool { depth > 1 }

    /// Takes a tag note of; the text so far ends at a position.
    mutating func take(_ tag: MarkupTableTag, at position: Int) {
        if tag.name == .table {
            if tag.closes {
                if depth == 1 { endTable(at: position) }
                depth = max(0, depth - 1)
            } else {
                depth += 1
                if depth == 1 { tables.append(Table(range: position..<position)) }
            }
            return
        }
        guard depth == 1, let last = tables.indices.last else { return }
        switch tag.name {
        case .head:
            endCell(at: position)
            isHead = !tag.closes
        case .row:
            endCell(at: position)
            if !tag.closes { tables[last].rows.append([]) }
            if isHead { tables[last].headRows = tables[last].rows.count }
        case .cell, .headCell:
            endCell(at: position)
            guard !tag.closes else { return }
            if tables[last].rows.isEmpty { tables[last].rows.append([]) }
            open = Cell(
                range: position..<position, rows: max(1, min(tag.rowSpan, Self.mostRows)),
                columns: max(1, min(tag.columnSpan, Self.mostColumns)), isHead: tag.name == .headCell)
        case .table, .other: break
        }
    }

    /// A cell begins behind its tag; those of a table inside a cell are the cell's words.
    mutating func settle(_ tag: MarkupTableTag, at position: Int) {
        guard depth == 1, !tag.closes, tag.name == .cell || tag.name == .headCell else { return }
        open?.range = position..<position
    }

    private mutating func endCell(at position: Int) {
        guard var cell = open, let last = tables.indices.last else { return }
        open = nil
        cell.range = cell.range.lowerBound..<max(cell.range.lowerBound, position)
        tables[last].rows[tables[last].rows.count - 1].append(cell)
    }

    private mutating func endTable(at position: Int) {
        endCell(at: position)
        isHead = false
        guard let last = tables.indices.last else { return }
        tables[last].range = tables[last].range.lowerBound..<max(tables[last].range.lowerBound, position)
    }

    /// Closes what the text left open.
    mutating func finish(at position: Int) {
        if depth > 0 { endTable(at: position) }
        depth = 0
    }

    // MARK: Blocks

    /// The blocks of a text, with the rows of the tables in place of the lines that they stand on.
    func placed(in blocks: [Block], of text: SourceText) -> [Block] {
        var placed: [Block] = []
        placed.reserveCapacity(blocks.count)
        var next = 0
        var places = 0
        for block in blocks {
            // What stands before and behind a table on its lines stays.
            var rest = block.range
            while next < tables.count, tables[next].range.lowerBound < rest.upperBound {
                add(rest.lowerBound..<max(rest.lowerBound, tables[next].range.lowerBound), of: block, to: &placed, text)
                let end = tables[next].range.upperBound
                if end > rest.upperBound {
                    rest = rest.upperBound..<rest.upperBound
                    break
                }
                placed += rows(of: tables[next], number: next + 1, &places, text)
                next += 1
                rest = max(rest.lowerBound, end)..<rest.upperBound
            }
            add(rest, of: block, to: &placed, text)
        }
        while next < tables.count {
            placed += rows(of: tables[next], number: next + 1, &places, text)
            next += 1
        }
        return placed
    }

    private func add(_ range: Range<Int>, of block: Block, to placed: inout [Block], _ text: SourceText) {
        if range == block.range {
            placed.append(block)
            return
        }
        let words = text.trimmed(range)
        guard !words.isEmpty else { return }
        var line = block
        line.range = words
        line.kind = .line
        line.cells = []
        placed.append(line)
    }

    /// The rows of a table, and what stands in it outside of cells: a caption, words between two rows.
    private func rows(of table: Table, number: Int, _ places: inout Int, _ text: SourceText) -> [Block] {
        var blocks: [Block] = []
        /// For every column, how many rows from the one at hand on a cell from above covers.
        var covered: [Int] = []
        var taken = table.range.lowerBound
        for (index, own) in table.rows.enumerated() {
            var cells = own
            // Words between two cells of a row are put into the one before them.
            for place in cells.indices.dropLast() {
                cells[place].range = cells[place].range.lowerBound..<cells[place + 1].range.lowerBound
            }
            if let first = cells.first, let last = cells.last {
                blocks += Self.lines(of: taken..<first.range.lowerBound, in: text)
                taken = last.range.upperBound
            }
            var block = Block(kind: .row, range: 0..<0, blankLinesBefore: blocks.isEmpty ? 1 : 0)
            var grid = GridRow(
                table: number, isHeader: index < table.headRows || !cells.isEmpty && cells.allSatisfy(\.isHead))
            func passCovered() {
                places += covered.isEmpty ? 0 : 1
                if places > Self.mostPlaces { covered.removeAll() }
                while block.cells.count < covered.count, covered[block.cells.count] > 0 {
                    covered[block.cells.count] -= 1
                    places += 1
                    grid.covered.append(block.cells.count)
                    block.cells.append(0..<0)
                }
            }
            for cell in cells {
                passCovered()
                let column = block.cells.count
                let columns = places > Self.mostPlaces ? 1 : cell.columns
                places += columns
                let range = text.trimmed(cell.range)
                block.cells.append(range)
                for _ in 1..<columns { block.cells.append(range.upperBound..<range.upperBound) }
                if columns > 1 { grid.wide.append(.init(column: column, columns: columns)) }
                if cell.rows > 1, places <= Self.mostPlaces {
                    while covered.count < column + columns { covered.append(0) }
                    for place in column..<(column + columns) { covered[place] = cell.rows - 1 }
                }
                if !range.isEmpty {
                    block.range =
                        block.range.isEmpty
                        ? range : block.range.lowerBound..<max(block.range.upperBound, range.upperBound)
                }
            }
            passCovered()
            block.grid = grid
            if !block.range.isEmpty { blocks.append(block) }
        }
        return blocks + Self.lines(of: taken..<table.range.upperBound, in: text)
    }

    private static func lines(of range: Range<Int>, in text: SourceText) -> [Block] {
        text.bytes[range].split { $0 >= 0x0A && $0 <= 0x0C }.compactMap { piece in
            let words = text.trimmed(piece.startIndex..<piece.endIndex)
            return words.isEmpty ? nil : Block(kind: .line, range: words)
        }
    }
}
