import VanBanReading

/// The activities of a table whose number and field are merged over the rows of the field: every row is told by the
/// number that its task opens with (`1.2. …`).
struct AlignedActivities {
    /// Of every line the components of the number with which an activity begins there; nil where none does.
    let numbers: [[Int]?]
    /// The column of the fields.
    let field: Int

    /// Numbers that may be missing from a series.
    private static let missing = 2

    /// nil where the rows are told by numbers of their own.
    init?(_ grid: AlignedGrid) {
        // A head that says nothing by itself stands over fields where it stands between the numbers and the tasks.
        let between = grid.numberColumn.map { $0 + 1 }.flatMap { place in
            place < grid.taskColumn && grid.header.roles[place] == nil ? place : nil
        }
        guard let field = grid.header.roles.firstIndex(of: .group) ?? between, field != grid.taskColumn else {
            return nil
        }
        var numbers = [[Int]?](repeating: nil, count: grid.body.count)
        var last: [Int] = []
        var found = 0
        var rowNumbers = 0
        for line in grid.body.indices where !grid.isCrossed[line] {
            if let number = grid.numberColumn, !grid.cells[line].cells[number].isEmpty { rowNumbers += 1 }
            let words = grid.cells[line].cells[grid.taskColumn]
            guard !words.isEmpty, let label = Self.label(grid.body[line].range(words), in: grid.text),
                Self.follows(label.components, last)
            else { continue }
            numbers[line] = label.components
            last = label.components
            found += 1
        }
        guard found >= 2, found >= rowNumbers else { return nil }
        self.numbers = numbers
        self.field = field
    }

    /// The number of an activity at the beginning of a cell.
    static func label(_ cell: Range<Int>, in text: SourceText) -> OutlineLabel? {
        guard let label = OutlineLabel.at(cell, in: text), label.components.count > 1 else { return nil }
        return label
    }

    /// Whether a number comes next; others are amounts (`1.5 tỷ đồng`) or articles that a line opens with.
    private static func follows(_ number: [Int], _ last: [Int]) -> Bool {
        guard let own = number.last, let before = last.last else { return true }
        if number.count == last.count, number.dropLast() == last.dropLast() {
            return own > before && own <= before + 1 + missing
        }
        guard let field = number.first, let above = last.first else { return false }
        return own <= 1 + missing && field >= above && field <= above + 1 + missing
    }

    /// Whether the first activity of a field begins with a row.
    func opensField(_ row: [Int], below above: [Int]?) -> Bool {
        guard let above, let own = number(of: row), let before = number(of: above) else { return above == nil }
        return own.first != before.first
    }

    private func number(of row: [Int]) -> [Int]? {
        for line in row {
            if let number = numbers[line] { return number }
        }
        return nil
    }
}
