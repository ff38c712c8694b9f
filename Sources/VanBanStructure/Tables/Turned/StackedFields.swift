import VanBanModel
import VanBanReading

/// Tasks whose fields stand below each other, each behind its head: rows of two cells, or lines with a colon.
struct StackedFields {
    struct Field {
        var head: Range<Int>
        /// The number behind the head's words: `Nhiệm vụ 1: …`.
        var number: Range<Int>?
        var value: Range<Int>
        /// The colon or the bars.
        var signs: [Range<Int>] = []
    }

    struct Record {
        var fields: [Field]
    }

    private let text: SourceText
    private let blocks: [Block]
    private let start: Int
    private(set) var records: [Record] = []
    private(set) var signs: [Range<Int>] = []
    /// Behind the last block that was taken.
    private(set) var end: Int

    /// Bytes and words of a head, and lines that a value goes on over.
    private static let longestHead = 72
    private static let mostWords = 9
    private static let mostLines = 4

    init(_ text: SourceText, _ blocks: [Block], from start: Int) {
        self.text = text
        self.blocks = blocks
        self.start = start
        end = start
    }

    /// - Returns: whether several tasks were found with the same heads, or one with the heads of a whole table.
    mutating func read() -> Bool {
        guard let first = field(blocks[start]), let role = Self.role(of: first.head, in: text),
            role == .number || role == .task
        else { return false }
        let opening = Self.keys(of: first.head, in: text)
        let isRow = SideRow(blocks[start], in: text) != nil
        var index = start
        var isWhole = true
        var rules: [Range<Int>] = []
        while index < blocks.count {
            if isRow, SideRow.isRule(blocks[index], in: text) {
                rules.append(blocks[index].range)
                index += 1
                continue
            }
            guard (SideRow(blocks[index], in: text) != nil) == isRow, let field = field(blocks[index]),
                Self.role(of: field.head, in: text) != nil
            else {
                guard !isRow, let next = continuation(from: index) else { break }
                extendValue(through: next - 1)
                index = next
                continue
            }
            let keys = Self.keys(of: field.head, in: text)
            if keys == opening {
                records.append(Record(fields: [field]))
            } else {
                let isKnown = records[records.count - 1].fields.contains { Self.keys(of: $0.head, in: text) == keys }
                guard !isKnown else {
                    isWhole = false
                    break
                }
                records[records.count - 1].fields.append(field)
            }
            index += 1
        }
        end = index
        guard isWhole else { return false }
        signs = rules + records.flatMap { $0.fields.flatMap(\.signs) }
        return areAlike(isRow: isRow)
    }

    private func areAlike(isRow: Bool) -> Bool {
        guard let most = records.map(\.fields.count).max(), most > 2 else { return false }
        guard records.allSatisfy({ $0.fields.count * 3 >= most * 2 }) else { return false }
        if records.count > 1 { return true }
        let roles = Set(records[0].fields.compactMap { Self.role(of: $0.head, in: text) })
        return isRow && roles.isSuperset(of: [.number, .task, .lead, .deadline])
    }

    // MARK: Fields

    private func field(_ block: Block) -> Field? {
        if block.kind == .row || SideRow(block, in: text) != nil {
            guard let row = SideRow(block, in: text), row.cells.count == 2 else { return nil }
            return Field(head: row.cells[0], value: row.cells[1], signs: row.signs)
        }
        let range = block.range
        guard range.count > 2, !CharacterClass.isDigit(text.bytes[range.lowerBound]),
            text.bytes[range.lowerBound] != 0x2D, text.bytes[range.lowerBound] != 0x2B,
            let colon = text.bytes[range.prefix(Self.longestHead)].firstIndex(of: 0x3A)
        else { return nil }
        var head = text.trimmed(range.lowerBound..<colon)
        var number: Range<Int>?
        let tokens = TokenText(head, in: text).tokens
        guard let last = tokens.last, let first = tokens.first, first.kind == .word, first.startsUpper else {
            return nil
        }
        if tokens.count > 1, last.kind == .number, last.gapBefore != .none {
            number = last.range
            head = text.trimmed(head.lowerBound..<last.range.lowerBound)
        }
        return Field(
            head: head, number: number, value: text.trimmed((colon + 1)..<range.upperBound),
            signs: [colon..<(colon + 1)])
    }

    /// Lines without a head of their own right below a value: up to the next with one, or as long as they go on with a
    /// sentence.
    /// - Returns: the place behind them.
    private func continuation(from index: Int) -> Int? {
        var next = index
        while next < blocks.count, next - index < Self.mostLines {
            let block = blocks[next]
            guard block.kind == .line, block.blankLinesBefore == 0 else { break }
            if let field = field(block), Self.role(of: field.head, in: text) != nil { return next > index ? next : nil }
            next += 1
        }
        var behind = index
        while behind < next, LetterCase.startsLower(blocks[behind].range, in: text) { behind += 1 }
        return behind > index ? behind : nil
    }

    private mutating func extendValue(through index: Int) {
        let record = records.count - 1
        guard record >= 0, let field = records[record].fields.indices.last else { return }
        let value = records[record].fields[field].value
        let low = value.isEmpty ? blocks[index].range.lowerBound : value.lowerBound
        records[record].fields[field].value = low..<blocks[index].range.upperBound
    }

    // MARK: Heads

    /// What a short cell or the beginning of a line says of what stands beside it, if it is a head.
    static func role(of head: Range<Int>, in text: SourceText) -> ColumnRole? {
        guard !head.isEmpty, head.count <= longestHead else { return nil }
        let tokens = TokenText(head, in: text)
        guard tokens.tokens.count <= mostWords, tokens.tokens.first?.kind == .word else { return nil }
        return ColumnRoles.roles(of: [tokens])[0]
    }

    static func keys(of head: Range<Int>, in text: SourceText) -> [String] {
        TokenText(head, in: text).tokens.map(\.key)
    }
}

/// A row of cells none of which is wider or higher than another: of a table of the source, between tabs, or between bars.
struct SideRow {
    var cells: [Range<Int>] = []
    /// The bars.
    var signs: [Range<Int>] = []

    private static let bar: UInt8 = 0x7C

    init?(_ block: Block, in text: SourceText) {
        if block.kind == .row {
            guard block.grid?.wide.isEmpty ?? true, block.grid?.covered.isEmpty ?? true else { return nil }
            cells = block.cells
            return
        }
        let range = block.range
        guard range.count > 2, text.bytes[range.lowerBound] == Self.bar, text.bytes[range.upperBound - 1] == Self.bar
        else { return nil }
        var start = range.lowerBound + 1
        signs = [range.lowerBound..<start]
        for offset in start..<range.upperBound where text.bytes[offset] == Self.bar {
            cells.append(text.trimmed(start..<offset))
            start = offset + 1
            signs.append(offset..<start)
        }
    }

    /// Whether a line is the rule below a head: `|---|---|`.
    static func isRule(_ block: Block, in text: SourceText) -> Bool {
        block.range.count > 2 && text.bytes[block.range.lowerBound] == bar
            && text.bytes[block.range].allSatisfy { [bar, 0x2D, 0x3A, 0x20].contains($0) }
    }
}
