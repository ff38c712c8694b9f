import VanBanMessages
import VanBanModel

/// What tables are described with, in the reader's language.
struct TableWords {
    let language: Language

    /// The words of a row `tables.` of the table of messages.
    func callAsFunction(_ key: String, _ arguments: String...) -> String {
        Messages.text("tables." + key, in: language, arguments)
    }

    func name(of layout: TableReading.Layout) -> String {
        Messages.text("layout." + layout.rawValue, in: language)
    }

    /// The name of what a column holds, as readers of the record know it.
    func name(of role: ColumnRole) -> String { self("role." + role.rawValue) }

    func name(of severity: Severity) -> String {
        switch severity {
        case .error: return self("error")
        case .warning: return self("warning")
        case .info: return self("note")
        }
    }

    func name(of kind: Table.RowKind) -> String {
        switch kind {
        case .task: return self("task")
        case .group: return self("group")
        case .other: return self("noTask")
        }
    }

    var noRole: String { self("noRole") }

    /// `93%`; hundredths are left out, as nobody decides by them.
    func percent(_ share: Double) -> String { "\(Int((share * 100).rounded(.down)))%" }

    /// `lines 228-300`, `line 7`.
    func lines(_ lines: ClosedRange<Int>) -> String {
        lines.count == 1
            ? self("line") + " \(lines.lowerBound)"
            : self("lines") + " \(lines.lowerBound)-\(lines.upperBound)"
    }

    /// `16 rows: 12 tasks, 3 groups, 1 other`.
    func counts(of table: Table) -> String {
        let tasks = table.rowKinds.count { $0 == .task }
        let groups = table.rowKinds.count { $0 == .group }
        let others = table.rows.count - tasks - groups
        var kinds: [String] = []
        if tasks > 0 { kinds.append(count(tasks, "task")) }
        if groups > 0 { kinds.append(count(groups, "group")) }
        if others > 0 { kinds.append(self("noTaskOf", String(others))) }
        let total = count(table.rows.count, "row")
        return kinds.isEmpty ? total : total + ": " + kinds.joined(separator: ", ")
    }

    /// `2 doubts, 1 note`.
    func counts(of marks: [TableMark]) -> String {
        let doubts = marks.count { $0.isDoubt }
        let notes = marks.count - doubts
        if marks.isEmpty { return self("nothingDoubtful") }
        return count(doubts, "doubt") + (notes > 0 ? ", " + count(notes, "note") : "")
    }

    private func count(_ number: Int, _ name: String) -> String {
        self((number == 1 ? "one." : "count.") + name, String(number))
    }
}
