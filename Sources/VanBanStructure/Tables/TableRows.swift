import VanBanModel
import VanBanReading

/// Tells the rows of a table apart: task rows, group rows, others.
enum TableRows {
    static func classify(_ table: inout TableDraft, in text: SourceText, agencies: AgencyGazetteer) {
        let verdict = TaskTable.verdict(of: table, in: text, agencies: agencies)
        table.holdsTasks = verdict.holdsTasks
        guard verdict.holdsTasks || verdict.isUncertain else { return }
        tell(&table, in: text)
        guard verdict.isUncertain else { return }
        let tasks = table.rows.reduce(0) { $0 + ($1.kind == .task ? 1 : 0) }
        table.doubtfulTasks = tasks
        if !verdict.holdsTasks {
            for index in table.rows.indices { table.rows[index].kind = .other }
        }
    }

    /// The kinds of the rows of a table that gives tasks.
    private static func tell(_ table: inout TableDraft, in text: SourceText) {
        let number = table.column(.number)
        let task = table.column(.task)
        for index in table.rows.indices {
            let filled = table.rows[index].cells.indices.filter {
                !table.rows[index].cells[$0].isEmpty && !table.rows[index].covered.contains($0)
            }
            let others = filled.filter { $0 != number && $0 != task }
            if let first = filled.first, isTotal(table.rows[index].cells[first], text) {
                table.rows[index].kind = .other
            } else if others.isEmpty, isGroup(index, in: table, number: number, task: task, text) {
                table.rows[index].kind = .group
            } else {
                table.rows[index].kind = .task
            }
        }
    }

    private static let totals = Phrase.list(["Tổng cộng", "Tổng số", "Tổng", "Cộng"])

    /// A row of sums is no task.
    private static func isTotal(_ cell: Stretch, _ text: SourceText) -> Bool {
        guard cell.length < 60 else { return false }
        let tokens = TokenText(cell, in: text)
        guard let phrase = tokens.firstMatch(totals, at: 0) else { return false }
        return tokens.tokens.count <= phrase.keys.count + 2
    }

    /// A row that holds nothing but a number and a name.
    private static func isGroup(
        _ index: Int, in table: TableDraft, number: Int?, task: Int?, _ text: SourceText
    ) -> Bool {
        let row = table.rows[index]
        // A title as wide as the table.
        if let task, let columns = row.columnSpans[task], columns > 1, task + columns == row.cells.count { return true }
        guard let number, !row.cells[number].isEmpty, !row.covered.contains(number) else {
            // One merged cell, with or without a label of its own.
            return true
        }
        let label = text.string(row.cells[number])
        guard let own = rowNumber(label) else { return true }
        // `3` alone is a group when what follows begins a list of its own, not when `4` follows.
        guard index + 1 < table.rows.count else { return false }
        let next = text.string(table.rows[index + 1].cells[number])
        if let following = rowNumber(next) { return following != own + 1 || following == 1 }
        return !next.isEmpty && RomanNumeral.value(next) == nil
    }

    private static func rowNumber(_ label: String) -> Int? {
        Int(PartReader.trimmingSigns(label))
    }
}
