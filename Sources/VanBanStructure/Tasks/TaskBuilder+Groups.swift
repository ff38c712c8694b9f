import VanBanModel
import VanBanReading

/// The groups that tasks stand in, and what is said of fields that hold something else.
extension TaskBuilder {
    mutating func openGroup(at index: Int) {
        group = group(at: index)
        let row = table.rows[index]
        let hasNumber = table.column(.number).map { !row.cells[$0].isEmpty && !row.covered.contains($0) } ?? false
        isGroupOfSecondNumber = !hasNumber && secondNumber(of: row) != nil
    }

    /// The group that a group row opens, or that it says more of.
    func group(at index: Int) -> TaskGroup {
        introduces(table.rows[index], index) ? group(of: table.rows[index - 1]) : group(of: table.rows[index])
    }

    func titleCell(of row: TableDraft.Row) -> Int? {
        let number = table.column(.number)
        func isOwn(_ column: Int) -> Bool { !row.cells[column].isEmpty && !row.covered.contains(column) }
        // Beside a title codes and remarks may stand.
        if let task = table.column(.task), isOwn(task) { return task }
        return row.cells.indices.first { $0 != number && isOwn($0) }
    }

    func group(of row: TableDraft.Row) -> TaskGroup {
        let number = table.column(.number)
        // What a cell above covers says nothing of this row.
        let numberCell = number.flatMap { row.covered.contains($0) ? nil : row.cells[$0] }
        var label = numberCell.map { PartReader.trimmingSigns(text.string($0)) } ?? ""
        let titleCell = titleCell(of: row)
        if label.isEmpty, let own = secondNumber(of: row), own != titleCell {
            label = PartReader.trimmingSigns(text.string(row.cells[own]))
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
        return TaskGroup(label: label.isEmpty ? nil : label, title: title.isEmpty ? nil : title)
    }

    func hasCode(_ row: TableDraft.Row) -> Bool {
        row.cells.indices.contains { table.columns[$0].isCode && !row.cells[$0].isEmpty }
    }

    /// Whether a row's second number goes on with the one of the group above it, and not with those of its rows.
    func leavesGroup(_ row: TableDraft.Row) -> Bool {
        guard isGroupOfSecondNumber, let label = group?.label.flatMap({ Int($0) }), let column = secondNumber(of: row),
            let own = Int(PartReader.trimmingSigns(text.string(row.cells[column])))
        else { return false }
        return own == label + 1
    }

    /// The column with a number of the row beside its own.
    func secondNumber(of row: TableDraft.Row) -> Int? {
        row.cells.indices.first { column in
            table.columns[column].isCode && !row.cells[column].isEmpty && !row.covered.contains(column)
                && RowNumber.fills(row.cells[column].hull, in: text)
        }
    }

    /// Whether a sentence right below a group's name and number introduces the group, and names no other one.
    func introduces(_ row: TableDraft.Row, _ index: Int) -> Bool {
        guard index > 0, table.rows[index - 1].kind == .group, group(of: row).label == nil,
            let titleCell = self.titleCell(of: row), group(of: table.rows[index - 1]).label != nil,
            let end = row.cells[titleCell].ranges.last
        else { return false }
        return [0x3A, 0x2E, 0x3B].contains(text.lastSign(of: end))
    }

    /// A cell that spans several rows names the field that they belong to; its number is the field's.
    mutating func readGroupColumn(_ row: TableDraft.Row, _ index: Int, _ task: inout Task) {
        guard let column = table.column(.group) else { return }
        let cell = row.cells[column]
        let number =
            numbersCountGroups ? table.column(.number).map { PartReader.trimmingSigns(grid[index][$0].text) } : nil
        if !cell.isEmpty {
            groupCell = (number?.isEmpty == false ? number : numberBelow(index, column), cell)
        } else if let number, !number.isEmpty, let held = groupCell {
            groupCell = (number, held.title)
        }
        guard let held = groupCell else { return }
        let title = text.string(held.title)
        // A mark that calls nothing stands in no text.
        guard held.number != nil || !title.isEmpty else { return }
        task.group = TaskGroup(label: held.number, title: title.isEmpty ? nil : title)
    }

    /// The number of a field that a page break moved a row down, away from the field's name.
    func numberBelow(_ index: Int, _ group: Int) -> String? {
        guard numbersCountGroups, let column = table.column(.number), index + 1 < table.rows.count else { return nil }
        let below = table.rows[index + 1]
        guard below.cells[group].isEmpty || below.covered.contains(group), !below.covered.contains(column) else {
            return nil
        }
        let number = PartReader.trimmingSigns(grid[index + 1][column].text)
        return Int(number) == nil ? nil : number
    }

    mutating func checkFields(of task: Task, _ row: TableDraft.Row) {
        for finding in check.findings(in: task, row) { report(finding, name: task.number ?? "–") }
    }

    mutating func checkTitle(of row: TableDraft.Row) {
        guard let column = titleCell(of: row), let reason = check.reason(ofTitle: row.cells[column]) else { return }
        report(FieldCheck.Finding(column: column, cell: row.cells[column], reason: reason), name: "–")
    }

    mutating func report(_ finding: FieldCheck.Finding, name: String) {
        diagnostics.append(
            Diagnostic(
                .cellOfOtherColumn, at: place(finding.cell.hull),
                arguments: [
                    name, table.columns.name(finding.column, in: text), text.excerpt(of: finding.cell.hull),
                    finding.reason.rawValue,
                ]))
    }
}
