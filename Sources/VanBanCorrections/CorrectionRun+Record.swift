import VanBanModel
import VanBanStructure

/// What follows from cells that were put right: tasks, doubts, the record.
extension CorrectionRun {
    /// The record with all that was put right in it.
    mutating func finish() -> Record {
        var tasks: [VanBanModel.Task] = []
        var ids: [String: String] = [:]
        var found: [Diagnostic] = []
        var ofTable = Dictionary(grouping: record.tasks, by: \.table)
        for index in tables.indices {
            let old = ofTable.removeValue(forKey: tables[index].original.id) ?? []
            if tables[index].isChanged {
                found += reread(index, old, into: &tasks, &ids)
            } else {
                for task in old { append(task, to: &tasks, &ids) }
            }
        }
        document.settle(&tasks)
        clearReferences(&tasks)
        record.tasks = tasks
        for target in record.targets.indices {
            if let id = record.targets[target].task { record.targets[target].task = ids[id] }
        }
        setTables()
        setOutline()
        settleConfidence()
        setDiagnostics(found)
        return record
    }

    private func append(
        _ task: VanBanModel.Task, to tasks: inout [VanBanModel.Task], _ ids: inout [String: String]
    ) {
        var task = task
        task.sequence = tasks.count + 1
        let id = "task-" + String(task.sequence)
        if !task.id.isEmpty { ids[task.id] = id }
        task.id = id
        tasks.append(task)
    }

    /// Tables in the places that they had, and how they are read.
    private mutating func setTables() {
        var next = 0
        for part in record.parts.indices {
            for table in record.parts[part].tables.indices {
                if tables[next].isChanged { record.parts[part].tables[table] = tables[next].table }
                next += 1
            }
        }
    }

    /// Sections where they belong, and what stands in those that are gone in those that they went into.
    private mutating func setOutline() {
        guard usesOutline else { return }
        outline.lay(into: &record.parts)
        for target in record.targets.indices {
            while let gone = record.targets[target].section, let into = outline.joined[gone] {
                record.targets[target].section = into
            }
        }
    }

    /// Statements of time rest on no document that is none.
    private func clearReferences(_ tasks: inout [VanBanModel.Task]) {
        guard record.references.count < document.record.references.count else { return }
        let known = Set(record.references.map(\.id))
        for task in tasks.indices {
            for index in tasks[task].deadlines.indices {
                guard let id = tasks[task].deadlines[index].reference, !known.contains(id) else { continue }
                tasks[task].deadlines[index].reference = nil
            }
        }
    }

    // MARK: Tasks

    private mutating func reread(
        _ index: Int, _ old: [VanBanModel.Task], into tasks: inout [VanBanModel.Task], _ ids: inout [String: String]
    ) -> [Diagnostic] {
        let table = tables[index]
        let reassigned = table.columns.indices.filter { table.columns[$0].role != table.original.columns[$0].role }
        let fixed = Set(table.rows.indices.filter { table.rows[$0].hasFixedKind })
        let read = RereadTable(table.table, tellsRows: !reassigned.isEmpty, fixed: fixed, in: document)
        for row in table.rows.indices { tables[index].rows[row].kind = read.rowKinds[row] }
        let changesGroups =
            !fixed.isEmpty || !reassigned.isEmpty
            || table.rows.contains { $0.isNew || $0.kind == .group && !$0.touched.isEmpty }
        // Tasks and the rows that they were made of come in the same order.
        let taskRows = table.original.rowKinds.indices.filter { table.original.rowKinds[$0] == .task }
        let byOrigin = Dictionary(zip(taskRows, old), uniquingKeysWith: { first, _ in first })
        var found: [Diagnostic] = []
        var isRenumbered = false
        let merged = table.mergedCells
        for entry in read.rows {
            var row = table.rows[entry.index]
            var cells: [(row: Int, column: Int?)] = [(row.id, nil)]
            for (column, top) in (merged[entry.index] ?? [:]).sorted(by: { $0.key < $1.key }) {
                let upper = table.rows[top]
                if upper.touched.contains(column) { row.touched.insert(column) }
                row.decided += upper.decided.filter { $0.column == column }
                cells.append((upper.id, column))
            }
            var task = entry.task
            let touched = Set(row.touched.map { table.columns[$0].role } + Self.roles(of: reassigned, in: table))
            if let known = row.origin.flatMap({ byOrigin[$0] }), !row.isNew {
                task = Self.merged(known, entry.task, touched: touched, changesGroups: changesGroups, table.columns)
            } else {
                task.id = row.origin.flatMap { byOrigin[$0]?.id } ?? ""
            }
            decide(&task, row, table)
            choose(&task, cells, index)
            append(task, to: &tasks, &ids)
            if !row.touched.isEmpty || row.isNew { found += entry.diagnostics }
            if changesGroups || row.touched.contains(where: { table.columns[$0].role == .number }) {
                isRenumbered = true
            }
        }
        if isRenumbered {
            renumbered.append(table.original.location)
            numbering += read.rows.flatMap(\.diagnostics).filter { Self.ofNumbers.contains($0.code) }
        }
        return found
    }

    private static func roles(of columns: [Int], in table: CorrectedTable) -> [ColumnRole?] {
        columns.flatMap { [table.columns[$0].role, table.original.columns[$0].role] }
    }

    /// A task with what was put right in it, and everything else as it was read from the source.
    private static func merged(
        _ old: VanBanModel.Task, _ new: VanBanModel.Task, touched: Set<ColumnRole?>, changesGroups: Bool,
        _ columns: [Table.Column]
    ) -> VanBanModel.Task {
        var task = old
        if changesGroups || touched.contains(.group) { task.group = new.group }
        if touched.contains(.number) || touched.contains(.task) {
            task.number = new.number
            task.task = new.task
        }
        if touched.contains(.outputs) {
            task.outputs = new.outputs
            task.outputItems = new.outputItems
        }
        if touched.contains(.deadline) {
            task.deadline = new.deadline
            task.deadlines = new.deadlines
        }
        if touched.contains(.funding) { task.funding = new.funding }
        if touched.contains(.note) { task.note = new.note }
        if touched.contains(nil) || touched.contains(.responsibility) { task.otherCells = new.otherCells }
        // Where one column holds both, what is said of one is said of the other.
        let hasBoth = columns.contains { $0.role == .lead } && columns.contains { $0.role == .coordinating }
        let isShared = !hasBoth && !touched.isDisjoint(with: [.lead, .coordinating, .responsibility])
        if isShared || touched.contains(.lead) {
            task.lead = new.lead
            task.leadAgencies = new.leadAgencies
        }
        if isShared || touched.contains(.coordinating) {
            task.coordinating = new.coordinating
            task.coordinatingAgencies = new.coordinatingAgencies
        }
        return task
    }

    private func decide(_ task: inout VanBanModel.Task, _ row: CorrectedTable.Row, _ table: CorrectedTable) {
        if let decision = row.wholeDecision { task.decided["row"] = decision }
        if let decision = row.kindDecision { task.decided["row"] = decision }
        for (column, decision) in row.decided {
            guard let column else { continue }
            task.decided[Self.field(of: table.columns[column].role)] = decision
        }
        for (column, decision) in table.columnDecisions.sorted(by: { $0.key < $1.key }) {
            task.decided[Self.field(of: table.columns[column].role)] = decision
        }
    }

    /// The task's field that a column's cells go to.
    static func field(of role: ColumnRole?) -> String {
        switch role {
        case nil, .responsibility: return "otherCells"
        case .some(let role): return role.rawValue
        }
    }

    // MARK: Agencies and times that a person chose

    /// - Parameter cells: the task's own row, and the rows of merged cells that reach over it, with their columns.
    private func choose(_ task: inout VanBanModel.Task, _ cells: [(row: Int, column: Int?)], _ table: Int) {
        let own = choices.filter { choice in
            choice.table == table
                && cells.contains { $0.row == choice.row && ($0.column == nil || $0.column == choice.column) }
        }
        for choice in own where choice.correction.kind == .date { setDate(choice.correction, &task) }
        for choice in own where choice.correction.kind == .agency { setAgency(choice.correction, &task) }
    }

    private func setDate(_ correction: Correction, _ task: inout VanBanModel.Task) {
        let sides = (correction.value ?? "").split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let days = sides.map { CalendarDate(iso: $0) }
        guard let last = days.last, days.count <= 2 else { return }
        let words = WordKeys.joined(correction.text ?? "")
        let index = task.deadlines.firstIndex { WordKeys.joined($0.text) == words }
        var deadline =
            index.map { task.deadlines[$0] }
            ?? Deadline(text: correction.text ?? task.deadline ?? "", kind: .date, location: task.location)
        let was = [deadline.start, deadline.end].compactMap { $0?.description }.joined(separator: "/")
        deadline.start = days.count == 2 ? days[0] : nil
        deadline.end = last
        deadline.kind = days.count == 2 ? .range : .date
        deadline.frequency = []
        deadline.anchor = nil
        deadline.anchorDate = nil
        deadline.offset = nil
        deadline.direction = nil
        if let index { task.deadlines[index] = deadline } else { task.deadlines.append(deadline) }
        task.decided["deadlines"] = Decision(
            by: correction.by, on: correction.on, was: was.isEmpty ? nil : was)
    }

    private func setAgency(_ correction: Correction, _ task: inout VanBanModel.Task) {
        guard let known = correction.value.flatMap({ document.agency(id: $0) }) else { return }
        let words = WordKeys.joined(correction.text ?? "")
        func choose(_ agencies: inout [Agency], _ field: String) -> Bool {
            var found = false
            for index in agencies.indices where WordKeys.joined(agencies[index].text) == words {
                let old = agencies[index]
                var agency = known
                agency.text = old.text
                agency.role = old.role
                agency.person = old.person
                agency.note = old.note
                agency.location = old.location
                if agency.level != .central { agency.place = old.place }
                agencies[index] = agency
                task.decided[field] = Decision(by: correction.by, on: correction.on, was: old.id)
                found = true
            }
            return found
        }
        let isCoordinating = correction.place.column?.role == .coordinating
        if isCoordinating {
            if !choose(&task.coordinatingAgencies, "coordinatingAgencies") {
                _ = choose(&task.leadAgencies, "leadAgencies")
            }
        } else if !choose(&task.leadAgencies, "leadAgencies") {
            _ = choose(&task.coordinatingAgencies, "coordinatingAgencies")
        }
    }

}
