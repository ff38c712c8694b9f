import VanBanModel

extension RecordSheets {
    var taskRows: [SheetRow] {
        let doubts = DoubtsByTask(record)
        return record.tasks.enumerated().map { index, task in
            row(
                [
                    .text(task.part), .text(task.table), .integer(task.sequence), SheetValue(task.group?.label),
                    SheetValue(task.group?.title), SheetValue(task.group?.dimensionCode), SheetValue(task.number),
                    SheetValue(task.task),
                    SheetValue(task.outputs), SheetValue(task.lead), SheetValue(task.coordinating),
                    SheetValue(task.deadline), SheetValue(task.funding), SheetValue(task.note),
                    SheetValue(list: zip(task.otherCells.headers, task.otherCells.texts).map { $0 + ": " + $1 }),
                    SheetValue(list: task.leadAgencies.map { $0.name ?? $0.text }),
                    SheetValue(list: task.coordinatingAgencies.map { $0.name ?? $0.text }),
                    SheetValue(list: task.outputItems), SheetValue(Self.due(task)),
                    SheetValue(list: doubts.codes(of: index)),
                ], at: task.location)
        }
    }

    /// The last day of what a task's statements of time name; nil where one of them is open or none names a day.
    static func due(_ task: Task) -> CalendarDate? {
        var last: CalendarDate?
        for deadline in task.deadlines {
            guard let end = deadline.end else { return nil }
            last = max(last ?? end, end)
        }
        return last
    }

    var agencyRows: [SheetRow] {
        record.tasks.flatMap { task in
            let named = task.leadAgencies.map { ("lead", $0) } + task.coordinatingAgencies.map { ("coordinating", $0) }
            return named.map { duty, agency in
                row(
                    [
                        .integer(task.sequence), .text(task.part), .text(duty), .text(agency.text),
                        SheetValue(agency.name), SheetValue(agency.id), SheetValue(agency.kind),
                        SheetValue(agency.level?.rawValue), SheetValue(agency.collective), SheetValue(agency.role),
                        SheetValue(agency.person), SheetValue(agency.note), SheetValue(agency.place?.name),
                        SheetValue(agency.place?.code), SheetValue(agency.validFrom), SheetValue(agency.validTo),
                        SheetValue(agency.successor?.id), SheetValue(agency.successor?.name),
                    ], at: agency.location ?? task.location)
            }
        }
    }

    var deadlineRows: [SheetRow] {
        record.tasks.flatMap { task in
            task.deadlines.map { deadline in
                row(
                    [
                        .integer(task.sequence), .text(task.part), .text(deadline.text),
                        .text(deadline.kind.rawValue), SheetValue(deadline.start), SheetValue(deadline.end),
                        SheetValue(deadline.bound?.rawValue), SheetValue(list: deadline.frequency.map(\.rawValue)),
                        SheetValue(deadline.product), SheetValue(deadline.anchor), SheetValue(deadline.anchorDate),
                        SheetValue(deadline.offset), SheetValue(deadline.direction?.rawValue),
                        SheetValue(deadline.workingDays), SheetValue(deadline.reference),
                    ], at: deadline.location ?? task.location)
            }
        }
    }
}

/// Which diagnostics speak of which task: errors and warnings whose place lies in the task's row.
private struct DoubtsByTask {
    private var codes: [Int: [String]] = [:]

    init(_ record: Record) {
        let doubts = record.diagnostics.filter { $0.severity > .info }.sorted { $0.location.start < $1.location.start }
        guard !doubts.isEmpty else { return }
        for (index, task) in record.tasks.enumerated() {
            var next = doubts.partitioningIndex { $0.location.start >= task.location.start }
            while next < doubts.count, doubts[next].location.start < task.location.end {
                let code = doubts[next].code.rawValue
                if codes[index]?.contains(code) != true { codes[index, default: []].append(code) }
                next += 1
            }
        }
    }

    func codes(of task: Int) -> [String] { codes[task] ?? [] }
}

extension Array {
    /// The first index at which a condition holds that once true stays true.
    fileprivate func partitioningIndex(where isAfter: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
