import FoundationEssentials
import VanBanModel
import VanBanStructure

/// A table of a record while it is being put right. Rows keep the words that the source has for them, whatever a person
/// writes into their cells, so that what was put right later still finds them.
struct CorrectedTable {
    struct Row {
        /// Stays the same whatever happens to the rows above.
        let id: Int
        var cells: [Table.Cell]
        var kind: Table.RowKind
        /// The row of the record that it was; nil where a person made it.
        var origin: Int?
        /// What the source says in it.
        var words: SourceWords
        /// Columns whose cells were put right.
        var touched: Set<Int> = []
        /// Whether the row is another than the one of the record: joined, or parted.
        var isNew = false
        var hasFixedKind = false
        var decided: [(column: Int?, decision: Decision)] = []
        /// What was decided of the row as a whole, or of what kind it is.
        var wholeDecision: Decision?
        var kindDecision: Decision?
    }

    let number: Int
    let original: Table
    private let firstID: Int
    var rows: [Row]
    var columns: [Table.Column]
    var columnDecisions: [Int: Decision] = [:]
    /// Whether anything of it was put right.
    var isChanged = false

    init(_ table: Table, number: Int, nextID: inout Int) {
        self.number = number
        original = table
        firstID = nextID
        columns = table.columns
        rows = []
        rows.reserveCapacity(table.rows.count)
        for (index, cells) in table.rows.enumerated() {
            let kind = index < table.rowKinds.count ? table.rowKinds[index] : .other
            rows.append(
                Row(id: nextID, cells: cells, kind: kind, origin: index, words: SourceWords(cells.lazy.map(\.text))))
            nextID += 1
        }
    }

    /// Where a row stands now: mostly near the place that it had.
    func index(of id: Int) -> Int? {
        let guess = max(0, min(id - firstID, rows.count - 1))
        for distance in 0..<max(1, rows.count) {
            if guess + distance < rows.count, rows[guess + distance].id == id { return guess + distance }
            if guess - distance >= 0, rows[guess - distance].id == id { return guess - distance }
        }
        return nil
    }

    /// Where a column stands: its header says so, else what it holds.
    func column(_ asked: Correction.Column) -> Int? {
        let key = WordKeys.joined(asked.header)
        let named = columns.indices.filter { WordKeys.joined(columns[$0].header) == key }
        if named.count == 1 { return named[0] }
        if named.contains(asked.number - 1) { return asked.number - 1 }
        let candidates = named.isEmpty ? Array(columns.indices) : named
        guard let role = asked.role else { return named.isEmpty ? nil : named.first }
        return candidates.first { columns[$0].role == role || original.columns[$0].role == role } ?? named.first
    }

    /// The table with what was put right, and what a person decided of it.
    var table: Table {
        var table = original
        table.columns = columns
        table.rows = rows.map(\.cells)
        table.rowKinds = rows.map(\.kind)
        for (column, decision) in columnDecisions.sorted(by: { $0.key < $1.key }) {
            table.decided["columns[\(column)].role"] = decision
        }
        for (index, row) in rows.enumerated() {
            if let decision = row.wholeDecision { table.decided["rows[\(index)]"] = decision }
            if let decision = row.kindDecision { table.decided["rowKinds[\(index)]"] = decision }
            for (column, decision) in row.decided {
                guard let column else { continue }
                table.decided["rows[\(index)][\(column)]"] = decision
            }
        }
        return table
    }

    /// Rows in which cells begin that reach over a row, by the row and the column: what a person decides of such a cell is
    /// decided for all of its rows.
    var mergedCells: [Int: [Int: Int]] {
        var merged: [Int: [Int: Int]] = [:]
        var reach: [(rows: Int, top: Int)] = Array(repeating: (0, 0), count: columns.count)
        for (index, row) in rows.enumerated() {
            for (column, cell) in row.cells.enumerated() where column < reach.count {
                if reach[column].rows > 0, cell.text.isEmpty {
                    reach[column].rows -= 1
                    merged[index, default: [:]][column] = reach[column].top
                } else {
                    reach[column] = (cell.rowSpan - 1, index)
                }
            }
        }
        return merged
    }

    // MARK: Changes

    mutating func set(_ text: String, row: Int, column: Int, by decision: Decision) {
        guard column < rows[row].cells.count else { return }
        rows[row].cells[column].text = text
        rows[row].touched.insert(column)
        rows[row].decided.append((column, decision))
        isChanged = true
    }

    mutating func confirm(row: Int, column: Int, by decision: Decision) {
        rows[row].decided.append((column, decision))
        isChanged = true
    }

    /// Makes one row of a row and the one below it.
    mutating func join(_ row: Int, by decision: Decision) {
        guard row + 1 < rows.count else { return }
        let below = rows.remove(at: row + 1)
        for column in rows[row].cells.indices where column < below.cells.count {
            rows[row].cells[column] = Self.joined(rows[row].cells[column], below.cells[column])
        }
        rows[row].words.add(below.words)
        rows[row].isNew = true
        rows[row].wholeDecision = decision
        rows[row].decided += below.decided
        isChanged = true
    }

    private static func joined(_ upper: Table.Cell, _ lower: Table.Cell) -> Table.Cell {
        var cell = upper
        // A cell that reaches over both rows now reaches over one less.
        if cell.rowSpan > 1 { cell.rowSpan -= 1 }
        if lower.text.isEmpty || lower.text == upper.text && lower.location == upper.location { return cell }
        if upper.text.isEmpty { return lower }
        cell.text += " " + lower.text
        if var place = upper.location, let rest = lower.location {
            place.end = max(place.end, rest.end)
            cell.location = place
        }
        return cell
    }

    /// Makes several rows of one.
    mutating func part(_ row: Int, into parts: [[String]], by decision: Decision, nextID: inout Int) {
        let old = rows[row]
        var made: [Row] = []
        for (index, texts) in parts.enumerated() {
            var cells = old.cells
            for column in cells.indices {
                cells[column].text = column < texts.count ? CleanText.of(texts[column]) : ""
                cells[column].rowSpan = 1
                if cells[column].text.isEmpty { cells[column].location = nil }
            }
            var new = Row(
                id: index == 0 ? old.id : nextID, cells: cells, kind: old.kind, origin: index == 0 ? old.origin : nil,
                words: SourceWords(cells.lazy.map(\.text)))
            if index > 0 { nextID += 1 }
            new.isNew = true
            new.hasFixedKind = old.hasFixedKind
            new.wholeDecision = decision
            made.append(new)
        }
        rows.replaceSubrange(row...row, with: made)
        isChanged = true
    }
}

/// Text as the record has it: NFC, every run of white space one space, none at the ends.
enum CleanText {
    static func of(_ text: String) -> String {
        let words = text.composed.split { $0.isWhitespace || $0.isNewline }
        return words.joined(separator: " ")
    }
}
