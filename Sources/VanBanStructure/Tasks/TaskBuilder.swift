import VanBanModel
import VanBanReading

/// Turns the rows of a task table into tasks.
struct TaskBuilder {
    private let text: SourceText
    private let table: TableDraft
    private let tableNumber: Int
    private let deadlines: DeadlineReader
    private let agencies = AgencyReader(gazetteer: .standard)
    private var group: TaskGroup?
    private var groupCell: (number: String?, title: Stretch)?
    private var lastNumber: (label: OutlineLabel?, value: Int, text: String)?
    private(set) var tasks: [Task] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ table: TableDraft, number: Int, year: Int?, period: Period?, in text: SourceText) {
        self.table = table
        tableNumber = number
        self.text = text
        deadlines = DeadlineReader(year: year, period: period)
    }

    /// - Parameter count: tasks of the tables before.
    mutating func build(after count: Int, into ledger: inout Ledger) {
        for (index, row) in table.rows.enumerated() {
            switch row.kind {
            case .group: takeGroup(row, index, &ledger)
            case .task: takeTask(row, sequence: count + tasks.count + 1, &ledger)
            case .other: claimCells(row, index, &ledger)
            }
        }
    }

    private mutating func takeGroup(_ row: TableDraft.Row, _ index: Int, _ ledger: inout Ledger) {
        claimCells(row, index, &ledger)
        let number = table.column(.number)
        var label = number.map { PartReader.trimmingSigns(text.string(row.cells[$0])) } ?? ""
        let titleCell = row.cells.indices.first { $0 != number && !row.cells[$0].isEmpty }
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
        group = TaskGroup(label: label.isEmpty ? nil : label, title: title.isEmpty ? nil : title)
        lastNumber = nil
    }

    private func claimCells(_ row: TableDraft.Row, _ index: Int, _ ledger: inout Ledger) {
        for (column, cell) in row.cells.enumerated() where !row.covered.contains(column) {
            ledger.claim(cell, for: .table(tableNumber, row: index, column: column))
        }
    }

    private mutating func takeTask(_ row: TableDraft.Row, sequence: Int, _ ledger: inout Ledger) {
        var task = Task(
            id: "task-\(sequence)", part: "part-\(table.part)", table: "table-\(tableNumber)", sequence: sequence,
            location: text.location(of: row.hull))
        readGroupColumn(row, &task)
        task.group = task.group ?? group
        readNumberAndTask(row, &task)
        let name = task.number ?? "–"
        for (column, cell) in row.cells.enumerated() {
            let owner = ownerField(column)
            if !row.covered.contains(column) { ledger.claim(cell, for: .task(sequence, owner)) }
            switch table.columns[column].role {
            case .outputs:
                task.outputs = text.string(cell)
                task.outputItems = OutputItemReader.items(of: cell, in: text)
            case .lead:
                task.lead = text.string(cell)
                let read = agencies.read(cell, in: text)
                task.leadAgencies = read.agencies
                diagnostics += read.diagnostics
                if read.agencies.isEmpty { report(.missingLead, row, [name]) }
            case .coordinating:
                task.coordinating = text.string(cell)
                let read = agencies.read(cell, in: text)
                task.coordinatingAgencies = read.agencies
                diagnostics += read.diagnostics
            case .responsibility: takeResponsibility(cell, &task)
            case .deadline:
                task.deadline = text.string(cell)
                let read = deadlines.read(cell, in: text)
                task.deadlines = read.deadlines
                diagnostics += read.diagnostics
                if read.deadlines.isEmpty { report(.missingDeadline, row, [name]) }
            case .funding: task.funding = text.string(cell)
            case .note: task.note = text.string(cell)
            case .number, .task, .group: break
            case nil:
                task.otherCells.append(header: text.string(table.columns[column].header), text: text.string(cell))
            }
        }
        checkAgencies(task, row)
        tasks.append(task)
    }

    private func ownerField(_ column: Int) -> String {
        table.columns[column].role?.rawValue ?? "otherCells"
    }

    /// A cell that spans several rows names the field that they belong to; its number is the field's.
    private mutating func readGroupColumn(_ row: TableDraft.Row, _ task: inout Task) {
        guard let column = table.column(.group) else { return }
        let cell = row.cells[column]
        let number = table.column(.number).map { PartReader.trimmingSigns(text.string(row.cells[$0])) }
        if !cell.isEmpty {
            groupCell = (number?.isEmpty == false ? number : nil, cell)
        } else if let number, !number.isEmpty, let held = groupCell {
            groupCell = (number, held.title)
        }
        guard let held = groupCell else { return }
        task.group = TaskGroup(label: held.number, title: text.string(held.title))
    }

    private mutating func readNumberAndTask(_ row: TableDraft.Row, _ task: inout Task) {
        let taskColumn = table.column(.task)
        let taskCell = taskColumn.map { row.cells[$0] } ?? Stretch(0..<0)
        var label: OutlineLabel?
        if table.column(.group) == nil, let column = table.column(.number), !row.cells[column].isEmpty {
            task.number = PartReader.trimmingSigns(text.string(row.cells[column]))
            label = numberLabel(row.cells[column])
        } else if let found = OutlineLabel.at(taskCell.first, in: text), found.series != .bullet, found.series != .plus
        {
            task.number = found.text
            label = found
            task.task = text.string(
                Stretch(text.trimmed(found.range.upperBound..<taskCell.first.upperBound), taskCell.more))
        }
        if taskColumn != nil, task.task == nil { task.task = text.string(taskCell) }
        if task.number == nil {
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

    /// `Chủ trì: A; Phối hợp: B` in one cell: each agency says its role.
    private mutating func takeResponsibility(_ cell: Stretch, _ task: inout Task) {
        let read = agencies.read(cell, in: text)
        diagnostics += read.diagnostics
        let coordinating = WordKey.of("phối")
        for agency in read.agencies {
            let isCoordinating =
                agency.role.map { role in
                    role.split(separator: " ").contains { WordKey.of(String($0)) == coordinating }
                } ?? false
            if isCoordinating { task.coordinatingAgencies.append(agency) } else { task.leadAgencies.append(agency) }
        }
        task.otherCells.append(
            header: text.string(table.columns[table.column(.responsibility) ?? 0].header), text: text.string(cell))
    }

    private mutating func checkAgencies(_ task: Task, _ row: TableDraft.Row) {
        for agency in task.leadAgencies where !agency.collective {
            let key = WordKeys.joined(agency.text)
            if task.coordinatingAgencies.contains(where: { WordKeys.joined($0.text) == key }) {
                report(.agencyInBothColumns, row, [task.number ?? "–", agency.text])
            }
        }
    }

    private mutating func report(_ code: DiagnosticCode, _ row: TableDraft.Row, _ arguments: [String]) {
        diagnostics.append(Diagnostic(code, at: text.location(of: row.hull), arguments: arguments))
    }
}
