import VanBanReading

/// Tables that stand on their side, whose heads stand before what is said and not above it: heads in the first column and a
/// task in each of the others, a small table of two columns for each task, or lines `Cơ quan chủ trì: …` for each.
///
/// They become rows below heads, as those of any source that delimits its cells, where these are tasks for certain.
struct TurnedTables {
    private let text: SourceText
    private let agencies: AgencyGazetteer
    /// What parts heads from what is said, and the heads of all tasks but the first.
    private(set) var signs: [Range<Int>] = []
    private(set) var repeatedHeads: [Range<Int>] = []
    private var nextTable = 0
    /// Behind the last fields that are no table.
    private var passed = 0

    /// Fewer heads are no table's.
    private static let leastHeads = 3
    private static let mostHeads = 16

    init(_ text: SourceText, agencies: AgencyGazetteer) {
        self.text = text
        self.agencies = agencies
    }

    mutating func settle(_ blocks: inout [Block]) {
        var found: [(range: Range<Int>, blocks: [Block])] = []
        nextTable = (blocks.lazy.compactMap { $0.grid?.table }.max() ?? -1) + 1
        var index = 0
        while index < blocks.count {
            guard let turned = table(at: index, in: blocks) else {
                index += 1
                continue
            }
            found.append(turned)
            nextTable += 1
            index = turned.range.upperBound
        }
        for turned in found.reversed() { blocks.replaceSubrange(turned.range, with: turned.blocks) }
    }

    private mutating func table(at index: Int, in blocks: [Block]) -> (range: Range<Int>, blocks: [Block])? {
        if let columns = columns(at: index, in: blocks) { return columns }
        guard index >= passed else { return nil }
        var reader = StackedFields(text, blocks, from: index)
        guard reader.read(), let turned = turned(reader.records, like: blocks[index]) else {
            passed = reader.end
            return nil
        }
        signs += reader.signs
        repeatedHeads += reader.records.dropFirst().flatMap { record in record.fields.map(\.head) }
        return (index..<reader.end, turned)
    }

    // MARK: A task a column

    private mutating func columns(at index: Int, in blocks: [Block]) -> (range: Range<Int>, blocks: [Block])? {
        let first = blocks[index]
        guard let row = SideRow(first, in: text), row.cells.count > 2, opensTask(row.cells[0]) else { return nil }
        var end = index
        var rows: [SideRow] = []
        var rules: [Range<Int>] = []
        while end < blocks.count, end - index <= Self.mostHeads, end == index || goesOn(first, blocks[end]) {
            if SideRow.isRule(blocks[end], in: text) {
                rules.append(blocks[end].range)
            } else {
                guard let next = SideRow(blocks[end], in: text), next.cells.count == row.cells.count,
                    StackedFields.role(of: next.cells[0], in: text) != nil
                else { return nil }
                rows.append(next)
            }
            end += 1
        }
        guard rows.count >= Self.leastHeads else { return nil }
        let records = (1..<row.cells.count).map { column in
            StackedFields.Record(fields: rows.map { .init(head: $0.cells[0], value: $0.cells[column]) })
        }
        guard let turned = turned(records, like: first) else { return nil }
        signs += rules + rows.flatMap(\.signs)
        return (index..<end, turned)
    }

    private func goesOn(_ first: Block, _ row: Block) -> Bool {
        if first.grid != nil { return row.grid?.table == first.grid?.table }
        return row.blankLinesBefore == 0 && (first.kind == .row ? row.kind == .row : SideRow(row, in: text) != nil)
    }

    private func opensTask(_ head: Range<Int>) -> Bool {
        switch StackedFields.role(of: head, in: text) {
        case .number, .task: true
        default: false
        }
    }

    // MARK: Rows

    /// The rows of records, the head first; nil where they are no tasks for certain.
    private func turned(_ records: [StackedFields.Record], like first: Block) -> [Block]? {
        var heads: [(keys: [String], head: Range<Int>)] = []
        for field in records.lazy.flatMap(\.fields) where !field.head.isEmpty {
            let keys = StackedFields.keys(of: field.head, in: text)
            if !heads.contains(where: { $0.keys == keys }) { heads.append((keys, field.head)) }
        }
        guard (Self.leastHeads...Self.mostHeads).contains(heads.count) else { return nil }
        let isNumberedByHead = records.contains { $0.fields.contains { $0.number != nil } }
        var head = first
        head.kind = .row
        head.cells = (isNumberedByHead ? [0..<0] : []) + heads.map(\.head)
        head.range = heads[0].head
        head.grid = GridRow(table: nextTable, isHeader: true)
        var rows = [head]
        for record in records {
            var cells = [Range<Int>](repeating: 0..<0, count: head.cells.count)
            for field in record.fields {
                if let number = field.number { cells[0] = number }
                let keys = StackedFields.keys(of: field.head, in: text)
                guard let column = heads.firstIndex(where: { $0.keys == keys }) else { continue }
                cells[column + (isNumberedByHead ? 1 : 0)] = field.value
            }
            let filled = cells.filter { !$0.isEmpty }
            guard let low = filled.map(\.lowerBound).min(), let high = filled.map(\.upperBound).max() else {
                return nil
            }
            var row = first
            row.kind = .row
            row.cells = cells
            row.range = low..<high
            row.grid = GridRow(table: nextTable)
            row.blankLinesBefore = 0
            row.pageBreakBefore = false
            row.isBold = false
            rows.append(row)
        }
        return holdTasks(rows) ? rows : nil
    }

    private func holdTasks(_ rows: [Block]) -> Bool {
        let printed = rows.map { row in
            PrintedRow(cells: row.cells.map { Stretch($0) }, stretch: Stretch(row.range), grid: row.grid)
        }
        var reader = TableReader(printed, part: 0, in: text, agencies: agencies)
        reader.read()
        guard let table = reader.table, table.hasTasks else { return false }
        let roles = Set(table.columns.compactMap(\.role))
        return roles.contains(.task) && !roles.isDisjoint(with: [.lead, .responsibility])
            && !roles.isDisjoint(with: [.deadline, .outputs])
            && table.rows.allSatisfy { $0.kind == .task }
    }
}
