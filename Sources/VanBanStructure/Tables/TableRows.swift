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
            let others = filled.filter { column in
                column != number && column != task && !table.columns[column].isCode
                    && !covers(task, from: column, in: table.rows[index])
                    && !(table.columns[column].role == .deadline && pointsBelow(table.rows[index].cells[column], text))
            }
            if isParent(index, in: table, number: number, task: task, text)
                || isLetteredParent(index, in: table, number: number, task: task, text)
                || isTitleWithRest(index, others, in: table, number: number, task: task, text)
                || isTitleWithTime(index, others, in: table, number: number, task: task, text)
            {
                table.rows[index].kind = .group
            } else if let first = filled.first, isTotal(table.rows[index].cells[first], text) {
                table.rows[index].kind = .other
            } else if others.isEmpty, isGroup(index, in: table, number: number, task: task, text) {
                table.rows[index].kind = .group
            } else {
                table.rows[index].kind = .task
            }
        }
    }

    /// Whether a cell that begins left of a column is merged with it: a title over what other rows have side by side.
    private static func covers(_ other: Int?, from column: Int, in row: TableDraft.Row) -> Bool {
        guard let other, let columns = row.columnSpans[column] else { return false }
        return column < other && other < column + columns
    }

    private static let below = Phrase.list(["sau đây", "dưới đây"])

    /// `Theo thời hạn cụ thể sau đây:` leaves the time to the rows below.
    private static func pointsBelow(_ cell: Stretch, _ text: SourceText) -> Bool {
        guard cell.length < 80 else { return false }
        let tokens = TokenText(cell, in: text)
        var end = tokens.tokens.count
        while end > 0, case .sign = tokens.tokens[end - 1].kind { end -= 1 }
        return end >= 2 && tokens.firstMatch(below, at: end - 2) != nil
    }

    /// A row without a number of its own whose second number (`2`) stands over those of the rows below it (`a)`, `b)`).
    private static func isParent(
        _ index: Int, in table: TableDraft, number: Int?, task: Int?, _ text: SourceText
    ) -> Bool {
        guard let number, let task, index + 1 < table.rows.count else { return false }
        let row = table.rows[index]
        let next = table.rows[index + 1]
        guard row.cells[number].isEmpty, !row.cells[task].isEmpty, !next.cells[number].isEmpty,
            !next.covered.contains(number)
        else { return false }
        return table.columns.indices.contains { column in
            guard table.columns[column].isCode, !row.covered.contains(column), !row.cells[column].isEmpty,
                RowNumber.fills(row.cells[column].hull, in: text), !next.cells[column].isEmpty
            else { return false }
            let own = text.string(row.cells[column])
            let below = text.string(next.cells[column])
            guard Int(PartReader.trimmingSigns(own)) != nil || RomanNumeral.value(PartReader.trimmingSigns(own)) != nil
            else { return false }
            // The first of a list below it: `a)`, `1.1`.
            return OutlineLabel.pointLetters.first == PartReader.trimmingSigns(below)
                || below.hasPrefix(PartReader.trimmingSigns(own) + ".")
        }
    }

    /// A row over others that are lettered in a column beside the numbers' (`a)`, `b)`), where its own number, which counts
    /// the parents, fell among the numbers of the rows: `2` above `9 a)`.
    private static func isLetteredParent(
        _ index: Int, in table: TableDraft, number: Int?, task: Int?, _ text: SourceText
    ) -> Bool {
        guard let number, let task, number + 1 < task, index + 1 < table.rows.count else { return false }
        let row = table.rows[index]
        let next = table.rows[index + 1]
        guard !row.cells[task].isEmpty, let own = rowNumber(text.string(row.cells[number])),
            let below = rowNumber(text.string(next.cells[number])), below != own + 1
        else { return false }
        return (number + 1..<task).contains { column in
            guard table.columns[column].role == nil, letter(row.cells[column], text) == nil,
                letter(next.cells[column], text) == OutlineLabel.pointLetters.first
            else { return false }
            let lettered = table.rows.count { letter($0.cells[column], text) != nil }
            return lettered * 2 > table.rows.count
        }
    }

    /// The letter that a cell begins with: `a)`
    private static func letter(_ cell: Stretch, _ text: SourceText) -> String? {
        guard !cell.isEmpty, cell.length <= 24, let first = TokenText.first(of: cell.first, in: text) else {
            return nil
        }
        let printed = text.string(first.range)
        return OutlineLabel.pointLetters.contains(printed) ? printed : nil
    }

    /// A Roman number and a title among rows that are counted otherwise, with what a page break left of the row above in
    /// the columns of others: a piece that begins in the middle of a sentence.
    private static func isTitleWithRest(
        _ index: Int, _ others: [Int], in table: TableDraft, number: Int?, task: Int?, _ text: SourceText
    ) -> Bool {
        guard let number, let task, others.count == 1, index > 0 else { return false }
        let row = table.rows[index]
        let label = PartReader.trimmingSigns(text.string(row.cells[number]))
        guard !row.cells[task].isEmpty, RomanNumeral.value(label) != nil,
            rowNumber(text.string(table.rows[index - 1].cells[number])) != nil
        else { return false }
        return LetterCase.startsLower(row.cells[others[0]].first, in: text)
    }

    /// A Roman number, a letter or a code and a title among rows that are counted by figures, with a time or a sum for all
    /// of its rows and nobody who is to do it.
    private static func isTitleWithTime(
        _ index: Int, _ others: [Int], in table: TableDraft, number: Int?, task: Int?, _ text: SourceText
    ) -> Bool {
        guard let number = number ?? table.columns.firstIndex(where: \.isCode), let task, others.count == 1,
            let only = others.first, let lead = table.column(.lead) ?? table.column(.responsibility), lead != only,
            [.deadline, .funding, .note].contains(table.columns[only].role), !table.rows[index].cells[task].isEmpty,
            let own = Series(table.rows[index].cells[number], in: text), own != .figures
        else { return false }
        var counted = false
        for row in table.rows where !row.cells[lead].isEmpty {
            switch Series(row.cells[number], in: text) {
            case own: return false
            case .figures: counted = true
            default: break
            }
        }
        return counted
    }

    /// What the numbers of rows count with.
    private enum Series {
        /// `1`, `2.1`
        case figures
        case roman, letter
        /// `WP1`
        case code

        init?(_ cell: Stretch, in text: SourceText) {
            guard !cell.isEmpty, cell.length <= 12 else { return nil }
            let label = PartReader.trimmingSigns(text.string(cell))
            if label.utf8.contains(where: CharacterClass.isDigit) {
                let isBare = label.utf8.allSatisfy { CharacterClass.isDigit($0) || $0 == UInt8(ascii: ".") }
                self = isBare ? .figures : .code
            } else if RomanNumeral.value(label) != nil {
                self = .roman
            } else if label.count == 1, label == label.uppercased() {
                self = .letter
            } else {
                return nil
            }
        }
    }

    private static let totals = Lexicon.phrases(.rowTotals)

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
        if let following = rowNumber(next) {
            guard following > own + 1 else { return following != own + 1 || following == 1 }
            // The rows' own numbers go on across it (`8`, `3 Tên nhóm`, `9`), or some were left out behind it.
            return index > 0 && rowNumber(text.string(table.rows[index - 1].cells[number])) == following - 1
        }
        return !next.isEmpty && RomanNumeral.value(next) == nil
    }

    private static func rowNumber(_ label: String) -> Int? {
        Int(PartReader.trimmingSigns(label))
    }
}
