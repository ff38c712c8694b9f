import VanBanModel

extension ValidatedDocument {
    /// The tasks of each table, in reading order.
    var tasksByTable: [[Task]] {
        var tables: [[Task]] = []
        for task in record.tasks {
            if let last = tables.last?.last, last.table == task.table {
                tables[tables.count - 1].append(task)
            } else {
                tables.append([task])
            }
        }
        return tables
    }

    /// Whether a row has a cell of its own in a column, and not that of a row above which covers it.
    func hasOwnCell(_ field: String, _ task: Task) -> Bool { !passages(of: task.id, field).isEmpty }

    /// Where a row's cell stands; the row where the cell is empty.
    func location(of field: String, of task: Task) -> Location {
        passages(of: task.id, field).first.map { location(of: $0) } ?? task.location
    }

    /// The day of issue of the document that a task belongs to.
    func issueDate(of task: Task) -> CalendarDate? {
        position(ofPart: task.part).flatMap { issueDate(of: $0) }
    }
}

extension Task {
    /// The row as people find it: its number, or the beginning of its words.
    var name: String {
        if let number { return number }
        let words = (task ?? "").split(separator: " ").prefix(6).joined(separator: " ")
        return words.isEmpty ? "–" : words + " …"
    }

    /// The first words of the task.
    var excerpt: String {
        let words = (task ?? "").split(whereSeparator: \.isWhitespace)
        return words.prefix(8).joined(separator: " ") + (words.count > 8 ? " …" : "")
    }
}
