import VanBanModel
import VanBanReading

/// Turns the rows of a task table into tasks.
struct TaskBuilder {
    private let text: SourceText
    private let table: TableDraft
    private let tableNumber: Int
    /// The strings of the table's cells, row by row.
    private let grid: [[Table.Cell]]
    private var readAgencies = CellCache<(agencies: [Agency], diagnostics: [Diagnostic])>()
    private var readDeadlines = CellCache<(deadlines: [Deadline], diagnostics: [Diagnostic])>()
    private var readItems = CellCache<[String]>()
    private var keys: [String: String] = [:]
    private let deadlines: DeadlineReader
    private let agencies: AgencyReader
    private var group: TaskGroup?
    private var groupCell: (number: String?, title: Stretch)?
    private var lastNumber: (label: OutlineLabel?, value: Int, text: String)?
    private(set) var tasks: [Task] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// - Parameters:
    ///   - grid: the table's cells as they go into the record.
    ///   - agencies: reads the cells that name agencies, for whose document the table is of.
    init(
        _ table: TableDraft, grid: [[Table.Cell]], number: Int, year: Int?, period: Period?, issued: IssueDays,
        agencies: AgencyReader = AgencyReader(gazetteer: .standard), in text: SourceText
    ) {
        self.table = table
        self.grid = grid
        tableNumber = number
        self.text = text
        deadlines = DeadlineReader(year: year, period: period, issued: issued)
        self.agencies = agencies
    }

    /// - Parameter count: tasks of the tables before.
    mutating func build(after count: Int, into ledger: inout Ledger) {
        for (index, row) in table.rows.enumerated() {
            switch row.kind {
            case .group: takeGroup(row, index, &ledger)
            case .task: takeTask(row, index, sequence: count + tasks.count + 1, &ledger)
            case .other: claimCells(row, index, &ledger)
            }
        }
    }

    private mutating func takeGroup(_ row: TableDraft.Row, _ index: Int, _ ledger: inout Ledger) {
        claimCells(row, index, &ledger)
        let number = table.column(.number)
        // What a cell above covers says nothing of this row.
        let numberCell = number.flatMap { row.covered.contains($0) ? nil : row.cells[$0] }
        var label = numberCell.map { PartReader.trimmingSigns(text.string($0)) } ?? ""
        let titleCell = row.cells.indices.first {
            $0 != number && !row.cells[$0].isEmpty && !row.covered.contains($0)
        }
        var title = titleCell.map { text.string(row.cells[$0]) } ?? ""
        // `I. Tên nhóm` in one merged cell.
        let own = titleCell ?? number
        if label.isEmpty || title.isEmpty, let own, let found = OutlineLabel.at(row.cells[own].first, in: text) {
            label = found.text
            title = text.string(
                Stretch(text.trimmed(found.range.upperBound..<row.cells[own].first.upperBound), row.cells[own].more))
        } else if title.isEmpty {
            title = label
            label = ""
        }
        if label.isEmpty, let titleCell, introduces(row.cells[titleCell], index) { return }
        group = TaskGroup(label: label.isEmpty ? nil : label, title: title.isEmpty ? nil : title)
        lastNumber = nil
    }

    /// Whether a sentence right below a group's name and number introduces the group, and names no other one.
    private func introduces(_ cell: Stretch, _ index: Int) -> Bool {
        guard index > 0, table.rows[index - 1].kind == .group, group?.label != nil, let end = cell.ranges.last else {
            return false
        }
        return [0x3A, 0x2E, 0x3B].contains(text.lastSign(of: end))
    }

    private func claimCells(_ row: TableDraft.Row, _ index: Int, _ ledger: inout Ledger) {
        for (column, cell) in row.cells.enumerated() where !row.covered.contains(column) {
            ledger.claim(cell, for: .table(Int32(tableNumber), row: Int32(index), column: Int32(column)))
        }
    }

    private mutating func takeTask(_ row: TableDraft.Row, _ index: Int, sequence: Int, _ ledger: inout Ledger) {
        var task = Task(
            id: "task-\(sequence)", part: "part-\(table.part)", table: "table-\(tableNumber)", sequence: sequence,
            location: text.location(of: row.hull))
        readGroupColumn(row, index, &task)
        task.group = task.group ?? group
        readNumberAndTask(row, index, &task)
        let name = task.number ?? "–"
        for (column, cell) in row.cells.enumerated() {
            if !row.covered.contains(column) {
                ledger.claim(cell, for: .task(sequence, table.columns[column].role))
            }
            let content = grid[index][column].text
            switch table.columns[column].role {
            case .outputs:
                task.outputs = content
                task.outputItems = items(of: cell)
            case .lead:
                task.lead = content
                takeLead(cell, &task)
                if task.leadAgencies.isEmpty { report(.missingLead, row, [name]) }
            case .coordinating:
                task.coordinating = content
                task.coordinatingAgencies += agencies(in: cell)
            case .responsibility: takeResponsibility(cell, content, &task)
            case .deadline:
                task.deadline = content
                task.deadlines = deadlines(in: cell)
                if task.deadlines.isEmpty { report(.missingDeadline, row, [name]) }
            case .funding: task.funding = content
            case .note: task.note = content
            case .number, .task, .group: break
            case nil:
                task.otherCells.append(header: text.string(table.columns[column].header), text: content)
            }
        }
        checkAgencies(task, row)
        tasks.append(task)
    }

    // MARK: Cells

    private mutating func items(of cell: Stretch) -> [String] {
        guard !cell.isEmpty else { return [] }
        let place = text.location(of: cell.hull)
        if let known = readItems.value(of: cell, at: place, in: text) { return known.value }
        let items = OutputItemReader.items(of: cell, in: text)
        readItems.keep(items, of: cell, at: place, in: text)
        return items
    }

    private mutating func agencies(in cell: Stretch) -> [Agency] {
        guard !cell.isEmpty else { return [] }
        let place = text.location(of: cell.hull)
        if var known = readAgencies.value(of: cell, at: place, in: text) {
            for index in known.value.agencies.indices {
                let old = known.value.agencies[index].location
                known.value.agencies[index].location = old?.moved(bytes: known.bytes, lines: known.lines)
            }
            add(known.value.diagnostics, movedBy: known.bytes, known.lines)
            return known.value.agencies
        }
        let read = agencies.read(cell, in: text)
        readAgencies.keep(read, of: cell, at: place, in: text)
        diagnostics += read.diagnostics
        return read.agencies
    }

    private mutating func deadlines(in cell: Stretch) -> [Deadline] {
        guard !cell.isEmpty else { return [] }
        let place = text.location(of: cell.hull)
        if var known = readDeadlines.value(of: cell, at: place, in: text) {
            for index in known.value.deadlines.indices {
                let old = known.value.deadlines[index].location
                known.value.deadlines[index].location = old?.moved(bytes: known.bytes, lines: known.lines)
            }
            add(known.value.diagnostics, movedBy: known.bytes, known.lines)
            return known.value.deadlines
        }
        let read = deadlines.read(cell, in: text)
        readDeadlines.keep(read, of: cell, at: place, in: text)
        diagnostics += read.diagnostics
        return read.deadlines
    }

    private mutating func add(_ found: [Diagnostic], movedBy bytes: Int, _ lines: Int) {
        for var diagnostic in found {
            diagnostic.location = diagnostic.location.moved(bytes: bytes, lines: lines)
            diagnostic.related = diagnostic.related.map { $0.moved(bytes: bytes, lines: lines) }
            diagnostics.append(diagnostic)
        }
    }

    /// A cell that spans several rows names the field that they belong to; its number is the field's.
    private mutating func readGroupColumn(_ row: TableDraft.Row, _ index: Int, _ task: inout Task) {
        guard let column = table.column(.group) else { return }
        let cell = row.cells[column]
        let number = table.column(.number).map { PartReader.trimmingSigns(grid[index][$0].text) }
        if !cell.isEmpty {
            groupCell = (number?.isEmpty == false ? number : numberBelow(index, column), cell)
        } else if let number, !number.isEmpty, let held = groupCell {
            groupCell = (number, held.title)
        }
        guard let held = groupCell else { return }
        task.group = TaskGroup(label: held.number, title: text.string(held.title))
    }

    /// The number of a field that a page break moved a row down, away from the field's name.
    private func numberBelow(_ index: Int, _ group: Int) -> String? {
        guard let column = table.column(.number), index + 1 < table.rows.count else { return nil }
        let below = table.rows[index + 1]
        guard below.cells[group].isEmpty || below.covered.contains(group), !below.covered.contains(column) else {
            return nil
        }
        let number = PartReader.trimmingSigns(grid[index + 1][column].text)
        return Int(number) == nil ? nil : number
    }

    private mutating func readNumberAndTask(_ row: TableDraft.Row, _ index: Int, _ task: inout Task) {
        let taskColumn = table.column(.task)
        let taskCell = taskColumn.map { row.cells[$0] } ?? Stretch(0..<0)
        var label: OutlineLabel?
        if table.column(.group) == nil, let column = table.column(.number), !row.cells[column].isEmpty {
            task.number = PartReader.trimmingSigns(grid[index][column].text)
            label = numberLabel(row.cells[column])
        } else if let found = OutlineLabel.at(taskCell.first, in: text), found.series != .bullet, found.series != .plus
        {
            task.number = found.text
            label = found
            task.task = text.string(
                Stretch(text.trimmed(found.range.upperBound..<taskCell.first.upperBound), taskCell.more))
        }
        if let taskColumn, task.task == nil { task.task = grid[index][taskColumn].text }
        if task.number == nil, table.column(.number) != nil {
            report(.missingRowNumber, row, [text.string(text.head(of: taskCell.first, bytes: 80))])
        }
        checkNumber(label, task.number, row)
    }

    /// The label of a number's cell: `1`, `1.`, `đ)`, `1.2`.
    private func numberLabel(_ cell: Stretch) -> OutlineLabel? {
        if let found = OutlineLabel.at(cell.first, in: text) { return found }
        let name = text.string(cell)
        if let value = Int(name) {
            return OutlineLabel(series: .arabic, text: name, ordinal: value, range: cell.first, closing: "")
        }
        guard let position = OutlineLabel.pointLetters.firstIndex(of: name) else { return nil }
        return OutlineLabel(series: .point, text: name, ordinal: position + 1, range: cell.first, closing: "")
    }

    private mutating func checkNumber(_ label: OutlineLabel?, _ printed: String?, _ row: TableDraft.Row) {
        guard let label, let value = label.ordinal, let printed else { return }
        defer { lastNumber = (label, value, printed) }
        guard let last = lastNumber, last.label?.series == label.series,
            last.label?.components.dropLast() == label.components.dropLast()
        else { return }
        if value <= last.value, value != 1 {
            report(.rowNumberingRepeat, row, [last.text, printed])
        } else if value > last.value + 1 {
            report(.rowNumberingGap, row, [last.text, printed])
        }
    }

    /// The column of those who lead; where it is the only one for agencies, those who coordinate stand in it, too.
    private mutating func takeLead(_ cell: Stretch, _ task: inout Task) {
        let read = agencies(in: cell)
        if table.column(.coordinating) == nil { share(read, &task) } else { task.leadAgencies = read }
    }

    private mutating func takeResponsibility(_ cell: Stretch, _ content: String, _ task: inout Task) {
        share(agencies(in: cell), &task)
        task.otherCells.append(
            header: text.string(table.columns[table.column(.responsibility) ?? 0].header), text: content)
    }

    /// `Chủ trì: A; Phối hợp: B` in one cell: each agency says its role, and without one it leads.
    private func share(_ read: [Agency], _ task: inout Task) {
        for agency in read {
            if agency.role == AgencyWords.coordination {
                task.coordinatingAgencies.append(agency)
            } else {
                task.leadAgencies.append(agency)
            }
        }
    }

    private mutating func checkAgencies(_ task: Task, _ row: TableDraft.Row) {
        guard !task.leadAgencies.isEmpty, !task.coordinatingAgencies.isEmpty else { return }
        let coordinating = task.coordinatingAgencies.map { key(of: $0.text) }
        for agency in task.leadAgencies where !agency.collective {
            if coordinating.contains(key(of: agency.text)) {
                report(.agencyInBothColumns, row, [task.number ?? "–", agency.text])
            }
        }
    }

    /// The words of an agency's name, for comparison.
    private mutating func key(of name: String) -> String {
        if let known = keys[name] { return known }
        let key = WordKeys.joined(name)
        if keys.count < 4096 { keys[name] = key }
        return key
    }

    private mutating func report(_ code: DiagnosticCode, _ row: TableDraft.Row, _ arguments: [String]) {
        diagnostics.append(Diagnostic(code, at: text.location(of: row.hull), arguments: arguments))
    }
}
