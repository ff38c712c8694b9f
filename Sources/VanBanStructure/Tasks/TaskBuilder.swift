import VanBanModel
import VanBanReading

/// Turns the rows of a task table into tasks.
struct TaskBuilder: Sendable {
    let text: SourceText
    let table: TableDraft
    private let tableNumber: Int
    /// The strings of the table's cells, row by row.
    let grid: [[Table.Cell]]
    private var readAgencies = CellCache<(found: FoundAgencies, diagnostics: [Diagnostic])>()
    private var readDeadlines = CellCache<(deadlines: [Deadline], diagnostics: [Diagnostic])>()
    private var readItems = CellCache<[String]>()
    private let deadlines: DeadlineReader
    private let agencies: AgencyReader
    private let partID: String
    private let tableID: String
    /// The row that comes next, and the line that was found last.
    private var nextRow: Int
    private let issued: IssueDays
    /// The column of the rows' months, where their days stand in another (`9/2026`, `05/09`).
    private let months: Int?
    private static let monthHeads = Lexicon.index(.monthHeads)
    private var line = 1
    var group: TaskGroup?
    /// Whether the group's label stands where its rows have a second number.
    var isGroupOfSecondNumber = false
    var groupCell: (number: String?, title: Stretch)?
    private var numbers = TaskNumbers()
    /// Whether numbers count fields, and a task's own stands in its cell.
    let numbersCountGroups: Bool
    let check: FieldCheck
    private var ledger = Ledger()
    var diagnostics: [Diagnostic] = []

    /// What a table's rows are read against: the plan that they are of.
    struct Plan: Sendable {
        var year: Int?
        var period: Period?
        var issued = IssueDays()
        /// Reads the cells that name agencies, for whose document the table is of.
        var agencies = AgencyReader(gazetteer: .standard)
    }

    /// - Parameter start: the first row to be read.
    private init(
        _ table: TableDraft, grid: [[Table.Cell]], number: Int, plan: Plan, from start: Int, in text: SourceText
    ) {
        self.table = table
        self.grid = grid
        tableNumber = number
        partID = "part-\(table.part)"
        tableID = "table-\(number)"
        nextRow = start
        self.text = text
        deadlines = DeadlineReader(year: plan.year, period: plan.period, issued: plan.issued)
        issued = plan.issued
        months = table.columns.firstIndex { column in
            column.role == nil && Self.isMonthHead(TokenText(column.header, in: text))
        }
        agencies = plan.agencies
        numbersCountGroups = table.numbersCountGroups(in: text)
        check = FieldCheck(table, in: text, agencies: plan.agencies.gazetteer)
        if let above = table.rows[..<start].lastIndex(where: { $0.kind == .group }) {
            openGroup(at: above)
        }
    }

    /// The tasks of a table, and what its rows own of the text; cores share long tables.
    /// - Parameters:
    ///   - grid: the table's cells as they go into the record.
    ///   - count: tasks of the tables before.
    static func tasks(
        of table: TableDraft, grid: [[Table.Cell]], number: Int, after count: Int, plan: Plan, in text: SourceText
    ) -> (tasks: [Task], claims: [[Ledger.Claim]], diagnostics: [Diagnostic]) {
        let rows = table.rows.indices.filter { table.rows[$0].kind == .task }
        // What a cell of the column of fields says goes on from row to row, and is followed from the first.
        let length = table.column(.group) == nil ? RecordBuilder.rowsAtATime : max(1, rows.count)
        let pieces = ParallelWork.pieces(of: rows.indices, length: length)
        @Sendable func builder(from start: Int) -> TaskBuilder {
            TaskBuilder(table, grid: grid, number: number, plan: plan, from: start, in: text)
        }
        let built = ParallelWork.map(over: pieces) { piece in
            let first = pieces[piece].lowerBound
            return builder(from: first == 0 ? 0 : rows[first - 1] + 1)
        } _: { builder, index in
            builder.task(at: rows[index], sequence: count + index + 1)
        }
        var builders = built.workers
        if builders.isEmpty { builders = [builder(from: 0)] }
        builders[builders.count - 1].passRows(upTo: table.rows.count)
        var diagnostics: [Diagnostic] = []
        var numbers = TaskNumbers()
        for builder in builders {
            if let fault = numbers.goOn(builder.numbers) {
                diagnostics.append(
                    Diagnostic(fault.code, at: text.location(of: fault.row), arguments: fault.arguments))
            }
            diagnostics += builder.diagnostics
        }
        return (built.values, builders.map(\.ledger.claims), diagnostics)
    }

    /// Goes past rows that are no tasks.
    private mutating func passRows(upTo end: Int) {
        while nextRow < end {
            let row = table.rows[nextRow]
            claimCells(row, nextRow)
            if row.kind == .group {
                openGroup(at: nextRow)
                numbers.begin()
                checkTitle(of: row)
            }
            nextRow += 1
        }
    }

    private mutating func task(at index: Int, sequence: Int) -> Task {
        passRows(upTo: index)
        nextRow = index + 1
        return task(of: table.rows[index], index, sequence: sequence)
    }

    private mutating func claimCells(_ row: TableDraft.Row, _ index: Int) {
        for (column, cell) in row.cells.enumerated() where row.covered.isEmpty || !row.covered.contains(column) {
            ledger.claim(cell, for: .table(Int32(tableNumber), row: Int32(index), column: Int32(column)))
        }
    }

    private mutating func task(of row: TableDraft.Row, _ index: Int, sequence: Int) -> Task {
        var task = Task(
            id: "task-" + String(sequence), part: partID, table: tableID, sequence: sequence, location: place(row.hull))
        readGroupColumn(row, index, &task)
        if leavesGroup(row) { group = nil }
        task.group = task.group ?? group
        readNumberAndTask(row, index, &task)
        let name = task.number ?? "–"
        var leadKeys: [String] = []
        var coordinatingKeys: [String] = []
        for (column, cell) in row.cells.enumerated() {
            if row.covered.isEmpty || !row.covered.contains(column) {
                ledger.claim(cell, for: .task(sequence, table.columns[column].role))
            }
            let content = grid[index][column].text
            switch table.columns[column].role {
            case .outputs:
                task.outputs = content
                task.outputItems = items(of: cell)
            case .lead:
                task.lead = content
                takeLead(cell, of: row, &task, &leadKeys, &coordinatingKeys)
                if task.leadAgencies.isEmpty { report(.missingLead, row, [name]) }
            case .coordinating:
                task.coordinating = content
                let found = agencies(in: cell)
                task.coordinatingAgencies += found.agencies
                coordinatingKeys += found.keys
            case .responsibility:
                share(cell, column, &task, &leadKeys, &coordinatingKeys)
                task.otherCells.append(header: text.string(table.columns[column].header), text: content)
            case .deadline:
                task.deadline = content
                task.deadlines = deadlines(in: cell, year: months.flatMap { year(of: row.cells[$0]) })
                if task.deadlines.isEmpty { report(.missingDeadline, row, [name]) }
            case .funding: task.funding = content
            case .note: task.note = content
            case .number, .task, .group: break
            case nil:
                // A column without a head that holds nothing is no column.
                if table.columns[column].header.isEmpty, content.isEmpty { continue }
                task.otherCells.append(header: text.string(table.columns[column].header), text: content)
            }
        }
        checkAgencies(task, leadKeys, coordinatingKeys, row)
        checkFields(of: task, row)
        return task
    }

    mutating func place(_ range: Range<Int>) -> Location { text.location(of: range, near: &line) }

    // MARK: Cells

    private mutating func items(of cell: Stretch) -> [String] {
        guard !cell.isEmpty else { return [] }
        let place = place(cell.hull)
        if let known = readItems.value(of: cell, at: place, in: text) { return known.value }
        let items = OutputItemReader.items(of: cell, in: text, gazetteer: agencies.gazetteer)
        readItems.keep(items, of: cell, at: place, in: text)
        return items
    }

    /// Agencies, and the words of their names for comparison.
    private typealias FoundAgencies = (agencies: [Agency], keys: [String])

    private mutating func agencies(in cell: Stretch) -> FoundAgencies {
        guard !cell.isEmpty else { return ([], []) }
        let place = place(cell.hull)
        if var known = readAgencies.value(of: cell, at: place, in: text) {
            for index in known.value.found.agencies.indices {
                let old = known.value.found.agencies[index].location
                known.value.found.agencies[index].location = old?.moved(bytes: known.bytes, lines: known.lines)
            }
            add(known.value.diagnostics, movedBy: known.bytes, known.lines)
            return known.value.found
        }
        let read = agencies.read(cell, in: text)
        let found = (agencies: read.agencies, keys: read.agencies.map { WordKeys.joined($0.text) })
        readAgencies.keep((found, read.diagnostics), of: cell, at: place, in: text)
        diagnostics += read.diagnostics
        return found
    }

    private static func isMonthHead(_ head: TokenText) -> Bool {
        !head.tokens.isEmpty && monthHeads.length(in: head, at: 0) == head.tokens.count
    }

    /// The year that a row's month has in a column of its own.
    private func year(of cell: Stretch) -> Int? {
        guard !cell.isEmpty, cell.length <= 40 else { return nil }
        let tokens = TokenText(cell, in: text)
        return tokens.tokens.indices.lazy.compactMap { tokens.year($0) }.first
    }

    /// - Parameter year: that of the row, where another column says it.
    private mutating func deadlines(in cell: Stretch, year: Int?) -> [Deadline] {
        guard !cell.isEmpty else { return [] }
        if let year {
            // A range may reach over New Year.
            let period = Period(
                start: CalendarDate(year: year, month: 1, day: 1), end: CalendarDate(year: year + 1, month: 12, day: 31)
            )
            let read = DeadlineReader(year: year, period: period, issued: issued).read(cell, in: text)
            diagnostics += read.diagnostics
            return read.deadlines
        }
        let place = place(cell.hull)
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

    private mutating func readNumberAndTask(_ row: TableDraft.Row, _ index: Int, _ task: inout Task) {
        let taskColumn = table.column(.task)
        let taskCell = taskColumn.map { row.cells[$0] } ?? Stretch(0..<0)
        var label: OutlineLabel?
        if !numbersCountGroups, let column = table.column(.number), !row.cells[column].isEmpty {
            let number = PartReader.trimmingSigns(grid[index][column].text)
            task.number = number.isEmpty ? nil : number
            label = numberLabel(row.cells[column])
        } else if let found = OutlineLabel.at(taskCell.first, in: text), found.series != .bullet, found.series != .plus
        {
            task.number = found.text
            label = found
            task.task = text.string(
                Stretch(text.trimmed(found.range.upperBound..<taskCell.first.upperBound), taskCell.more))
        }
        if let taskColumn, task.task == nil { task.task = grid[index][taskColumn].text }
        // What has a code of its own lacks no number.
        if task.number == nil, table.column(.number) != nil, !hasCode(row) {
            report(.missingRowNumber, row, [text.string(text.head(of: taskCell.first, bytes: 80))])
        }
        // A number that was merged over several rows is none that is repeated.
        if let column = table.column(.number), row.covered.contains(column), !numbersCountGroups { return }
        checkNumber(label, task.number, row)
    }

    /// The label of a number's cell: `1`, `1.`, `đ)`, `1.2`.
    private func numberLabel(_ cell: Stretch) -> OutlineLabel? {
        let name = text.string(cell)
        // A number that a narrow column broke over lines is what its pieces are together.
        if !cell.more.isEmpty, let whole = wholeNumber(name, cell) { return whole }
        if let found = OutlineLabel.at(cell.first, in: text) { return found }
        if let value = Int(name) {
            return OutlineLabel(series: .arabic, text: name, ordinal: value, range: cell.first, closing: "")
        }
        guard let position = OutlineLabel.pointLetters.firstIndex(of: name) else { return nil }
        return OutlineLabel(series: .point, text: name, ordinal: position + 1, range: cell.first, closing: "")
    }

    /// `2.10`, with or without a dot at its end; nil where the name is no such number.
    private func wholeNumber(_ name: String, _ cell: Stretch) -> OutlineLabel? {
        let parts = name.split(separator: ".")
        let components = parts.compactMap { Int($0) }
        guard components.count == parts.count, let last = components.last, components.allSatisfy({ $0 > 0 }) else {
            return nil
        }
        let isDecimal = components.count > 1
        return OutlineLabel(
            series: isDecimal ? .decimal(components.count) : .arabic, text: name, ordinal: last,
            components: isDecimal ? components : [], range: cell.first, closing: "")
    }

    private mutating func checkNumber(_ label: OutlineLabel?, _ printed: String?, _ row: TableDraft.Row) {
        guard let label, let value = label.ordinal, let printed else { return }
        if let fault = numbers.take(.init(label: label, value: value, text: printed, row: row.hull)) {
            report(fault.code, row, fault.arguments)
        }
    }

    /// The column of those who lead; where nothing stands in one for those who coordinate, they may stand in it, too.
    private mutating func takeLead(
        _ cell: Stretch, of row: TableDraft.Row, _ task: inout Task, _ leadKeys: inout [String],
        _ coordinatingKeys: inout [String]
    ) {
        guard let helps = table.column(.coordinating), !row.cells[helps].isEmpty else {
            return share(cell, table.column(.lead) ?? 0, &task, &leadKeys, &coordinatingKeys)
        }
        let found = agencies(in: cell)
        task.leadAgencies = found.agencies
        leadKeys = found.keys
    }

    /// `Chủ trì: A; Phối hợp: B` in one cell: each agency says its role, and without one it leads.
    private mutating func share(
        _ cell: Stretch, _ column: Int, _ task: inout Task, _ leadKeys: inout [String],
        _ coordinatingKeys: inout [String]
    ) {
        let found = bracketsHelp(column) ? agenciesWithHelp(in: cell) : agencies(in: cell)
        for (agency, key) in zip(found.agencies, found.keys) {
            if agency.role == AgencyWords.coordination {
                task.coordinatingAgencies.append(agency)
                coordinatingKeys.append(key)
            } else {
                task.leadAgencies.append(agency)
                leadKeys.append(key)
            }
        }
    }

    /// Whether a column's head says that brackets hold those that coordinate: `Đơn vị chủ trì (phối hợp)`.
    private func bracketsHelp(_ column: Int) -> Bool {
        let head = TokenText(table.columns[column].header, in: text)
        guard let bracket = head.tokens.firstIndex(where: { $0.isSign("(") }), bracket > 0 else { return false }
        return AgencyWords.coordinatingLength(in: head, at: bracket + 1) > 0
    }

    private mutating func agenciesWithHelp(in cell: Stretch) -> FoundAgencies {
        let read = agencies.read(cell, in: text, bracketsHelp: true)
        diagnostics += read.diagnostics
        return (read.agencies, read.agencies.map { WordKeys.joined($0.text) })
    }

    private mutating func checkAgencies(
        _ task: Task, _ leadKeys: [String], _ coordinatingKeys: [String], _ row: TableDraft.Row
    ) {
        for (agency, key) in zip(task.leadAgencies, leadKeys) where coordinatingKeys.contains(key) {
            // Of a collective some may lead and the others help, unless it is all the committees of a level.
            if !agency.collective || agency.isOfCommittees {
                report(.agencyInBothColumns, row, [task.number ?? "–", agency.text])
            }
        }
    }

    private mutating func report(_ code: DiagnosticCode, _ row: TableDraft.Row, _ arguments: [String]) {
        diagnostics.append(Diagnostic(code, at: place(row.hull), arguments: arguments))
    }
}
