import VanBanModel
import VanBanReading

/// Decides whether a table gives tasks: by what its columns are, and by what stands in its cells.
///
/// Many tables of an administrative document have the columns of a task table without being one: the steps of a
/// procedure, a schedule of inspections, targets, prices, persons, a form to fill in.
struct TaskTable {
    enum Verdict {
        case tasks, none
        /// Read so, but it may be the other.
        case likelyTasks, likelyNone

        var holdsTasks: Bool { self == .tasks || self == .likelyTasks }
        var isUncertain: Bool { self == .likelyTasks || self == .likelyNone }
    }

    private let table: TableDraft
    private let text: SourceText
    private let agencies: AgencyGazetteer
    private let headers: [TokenText]
    private let roles: Set<ColumnRole>
    /// More rows than this say nothing new.
    private static let sample = 40

    private init(_ table: TableDraft, in text: SourceText, agencies: AgencyGazetteer) {
        self.agencies = agencies
        self.table = table
        self.text = text
        headers = table.columns.map { TokenText($0.header, in: text) }
        roles = Set(table.columns.compactMap(\.role))
    }

    static func verdict(of table: TableDraft, in text: SourceText, agencies: AgencyGazetteer) -> Verdict {
        TaskTable(table, in: text, agencies: agencies).verdict()
    }

    private func verdict() -> Verdict {
        guard table.holdsTasks else { return mayHoldTasks ? .likelyNone : .none }
        if isForm { return .none }
        let isWhole = roles.contains(.lead) && !roles.isDisjoint(with: [.deadline, .outputs])
        if names(Self.steps) { return isWhole && roles.contains(.deadline) && areDated ? .likelyTasks : .none }
        if areDurations { return roles.contains(.lead) && leads ? .likelyTasks : .likelyNone }
        if names(Self.procedures) { return .none }
        if names(Self.amounts) { return isWhole && roles.contains(.deadline) ? .likelyTasks : .none }
        if names(Self.prices) { return isWhole && roles.contains(.deadline) ? .likelyNone : .none }
        if names(Self.units), holdsNumbers { return isWhole && roles.contains(.deadline) ? .likelyTasks : .none }
        if names(Self.persons) { return roles.contains(.deadline) ? .likelyTasks : .none }
        if names(Self.visits), !leads { return roles.contains(.outputs) ? .likelyNone : .none }
        if names(Self.ranks), !isWhole { return .likelyNone }
        return .tasks
    }

    // MARK: What the headers say

    private static let steps = Lexicon.phrases(.stepColumns)
    private static let prices = Lexicon.phrases(.priceColumns)
    private static let amounts = Lexicon.phrases(.amountColumns)
    private static let procedures = Lexicon.phrases(.procedureColumns)
    private static let units = Phrase.list(["ĐVT", "đơn vị tính"])
    private static let persons = Lexicon.phrases(.personColumns)
    private static let visits = Lexicon.phrases(.visitColumns)
    private static let ranks = Lexicon.phrases(.rankTableColumns)
    private static let items = Phrase("Hạng mục")
    private static let leading = Lexicon.phrases(.leadColumns)

    /// Whether a header without a role that makes a task opens with one of the words.
    private func names(_ phrases: [Phrase]) -> Bool {
        zip(headers, table.columns).contains { header, column in
            switch column.role {
            case .lead, .coordinating, .responsibility, .funding, .note: return false
            // `Nội dung, số lượng` is still the task; `Thời gian kiểm tra` is a visit's.
            case .task, .outputs:
                // `Hạng mục công việc` is no rank.
                return header.firstMatch(phrases, at: 0) != nil && !header.matches(Self.items, at: 0)
            default: return header.tokens.indices.contains { header.firstMatch(phrases, at: $0) != nil }
            }
        }
    }

    /// Whether the lead's header says that somebody leads, and not only names bodies.
    private var leads: Bool {
        if roles.contains(.responsibility) { return true }
        guard let column = table.column(.lead) else { return false }
        let header = headers[column]
        return header.tokens.isEmpty
            || header.tokens.indices.contains { header.firstMatch(Self.leading, at: $0) != nil }
    }

    // MARK: What the cells hold

    private func cells(of column: Int) -> [Stretch] {
        table.rows.prefix(Self.sample).compactMap { row in
            column < row.cells.count && !row.cells[column].isEmpty && !row.covered.contains(column)
                ? row.cells[column] : nil
        }
    }

    /// Nothing is filled in: no row, or only numbers and dots.
    private var isForm: Bool {
        for row in table.rows.prefix(Self.sample) {
            for (column, cell) in row.cells.enumerated()
            where !cell.isEmpty && table.columns[column].role != .number && !isBlank(cell) {
                return false
            }
        }
        return table.rows.count <= Self.sample
    }

    /// `…`, `......`, `____`
    private func isBlank(_ cell: Stretch) -> Bool {
        TokenText(cell, in: text).tokens.allSatisfy { token in
            token.key == "…" || token.isSign(".") || token.isSign("_") || token.isSign("-")
                || token.isSign("/") || token.isSign("x") || token.kind == .number && cell.length <= 3
        }
    }

    /// Most times are days, months or years, and no lengths of work.
    private var areDated: Bool {
        guard let column = table.column(.deadline) else { return false }
        let times = cells(of: column)
        let dated = times.count { cell in
            guard cell.length <= 160 else { return false }
            let tokens = TokenText(cell, in: text)
            return TimeExpressionReader(tokens: tokens).expressions(in: tokens.tokens.indices).contains(
                where: \.isDated)
        }
        return dated * 2 > times.count
    }

    private static let hours = [WordKey.of("giờ"), WordKey.of("phút"), WordKey.of("buổi")]
    private static let days = WordKey.of("ngày")

    /// Most times are lengths of work (`04 giờ`, `0,5 ngày`), and no dates: steps of a procedure.
    private var areDurations: Bool {
        guard let column = table.column(.deadline) else { return false }
        let times = cells(of: column)
        guard times.count >= 2 else { return false }
        let lengths = times.filter { cell in
            guard cell.length <= 40 else { return false }
            let tokens = TokenText(cell, in: text).tokens
            guard tokens.first?.kind == .number, let unit = tokens.first(where: { $0.kind == .word }) else {
                return false
            }
            guard tokens.count <= 8 else { return false }
            return Self.hours.contains(unit.key) || unit.key == Self.days
        }
        return lengths.count * 3 >= times.count * 2
    }

    /// A column without a role holds amounts.
    private var holdsNumbers: Bool {
        table.columns.indices.contains { column in
            guard table.columns[column].role == nil else { return false }
            let amounts = cells(of: column)
            let numbers = amounts.filter { cell in
                let tokens = TokenText(cell, in: text).tokens
                return cell.length <= 24 && tokens.contains { $0.kind == .number }
                    && tokens.allSatisfy { $0.kind != .word || $0.range.count <= 4 }
            }
            return numbers.count * 2 > amounts.count
        }
    }

    /// Whether cells look like tasks though the headers do not say so: bodies in one column, times in another.
    private var mayHoldTasks: Bool {
        guard table.rows.count >= 2, table.columns.count >= 3, !isForm else { return false }
        let isSchedule = names(Self.visits) || names(Self.persons) || names(Self.prices) || names(Self.ranks)
        if isSchedule || names(Self.units) || names(Self.steps) { return false }
        let likeness = CellLikeness(text, agencies: agencies)
        func mostly(_ role: ColumnRole) -> Int? {
            table.columns.indices.first { column in
                let found = cells(of: column)
                let like = found.filter { likeness.score($0, as: role) >= 1 }
                return like.count >= 2 && like.count * 3 >= found.count * 2
            }
        }
        guard let times = mostly(.deadline), !areDurations else { return false }
        if roles.contains(.task) { return true }
        guard let bodies = mostly(.lead), bodies != times else { return false }
        // Something must be left to be done.
        return table.columns.indices.contains { column in
            guard column != times, column != bodies else { return false }
            let found = cells(of: column)
            let words = found.filter { $0.length >= 20 }
            return words.count * 2 > found.count && !found.isEmpty
        }
    }
}
