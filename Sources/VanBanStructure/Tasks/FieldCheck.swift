import VanBanModel
import VanBanReading

/// The net under all ways to read a table: values that are not of their field's kind, whoever put them there.
struct FieldCheck: Sendable {
    /// Why a value does not look like its field's.
    enum Reason: String, Sendable, CaseIterable {
        case number, time, agency, product
        /// It stands for what another row says.
        case ditto
        /// It ends in the middle of a sentence, or begins there.
        case cut, rest
        /// A mark of a signature or of a page.
        case stamp
    }

    struct Finding {
        var column: Int
        var cell: Stretch
        var reason: Reason
    }

    private let table: TableDraft
    private let text: SourceText
    private let gazetteer: AgencyGazetteer
    private let likeness: CellLikeness
    /// Whether tasks, and products, of this table begin with a capital.
    private let tasksBeginUpper: Bool
    private let outputsBeginUpper: Bool

    /// A time, a number is no longer.
    private static let short = 60
    private static let sample = 40

    init(_ table: TableDraft, in text: SourceText, agencies: AgencyGazetteer) {
        self.table = table
        self.text = text
        gazetteer = agencies
        likeness = CellLikeness(text, agencies: agencies)
        func beginUpper(_ role: ColumnRole) -> Bool {
            let cells = table.column(role).map { column in
                table.rows.lazy.filter { $0.kind == .task && !$0.cells[column].isEmpty }.prefix(Self.sample).map {
                    $0.cells[column]
                }
            }
            let lower = cells?.count { LetterCase.startsLower($0.first, in: text) } ?? 0
            return lower * 3 <= cells?.count ?? 0
        }
        tasksBeginUpper = beginUpper(.task)
        outputsBeginUpper = beginUpper(.outputs)
    }

    /// The fields of a task that hold something else.
    func findings(in task: Task, _ row: TableDraft.Row) -> [Finding] {
        var found: [Finding] = []
        for (column, cell) in row.cells.enumerated() where !cell.isEmpty && !row.covered.contains(column) {
            if isDitto(cell) {
                found.append(Finding(column: column, cell: cell, reason: .ditto))
                continue
            }
            let reason: Reason? =
                switch table.columns[column].role {
                case .lead: self.reason(of: cell, agencies: task.leadAgencies)
                case .coordinating: self.reason(of: cell, agencies: task.coordinatingAgencies)
                case .outputs: self.reason(ofOutputs: cell, task)
                case .task: self.reason(ofTask: cell)
                default: nil
                }
            if let reason { found.append(Finding(column: column, cell: cell, reason: reason)) }
        }
        return found
    }

    // MARK: Agencies

    private func reason(of cell: Stretch, agencies: [Agency]) -> Reason? {
        let unknown = agencies.filter { $0.id == nil && !$0.collective && $0.person == nil }
        if let first = agencies.first, first == unknown.first, isRest(cell), !likeness.features(of: cell).isAgency {
            return .rest
        }
        if unknown.contains(where: { isLongFigure($0.text) }) { return .number }
        guard unknown.count == agencies.count else {
            // A time among bodies that are known.
            return unknown.contains { holdsDate($0.text) } || agencies.contains { $0.note.map(opensDate) ?? false }
                ? .time : nil
        }
        let features = likeness.features(of: cell)
        if isFigure(cell) { return .number }
        if features.isTime { return .time }
        if unknown.contains(where: { holdsDate($0.text) }) { return .time }
        return features.isOutput ? .product : nil
    }

    /// Whether a name holds as many figures as a telephone's number has, which no body's does.
    private func isLongFigure(_ words: String) -> Bool {
        words.utf8.split { !CharacterClass.isDigit($0) }.contains { $0.count >= Self.telephone }
    }

    private static let telephone = 8

    private func holdsDate(_ words: String) -> Bool { !dates(in: words).isEmpty }

    private func opensDate(_ words: String) -> Bool { dates(in: words).first?.range.lowerBound == 0 }

    private func dates(in words: String) -> [TimeExpression] {
        guard words.utf8.contains(where: CharacterClass.isDigit) else { return [] }
        let tokens = TokenText(words)
        return TimeExpressionReader(tokens: tokens).expressions(in: tokens.tokens.indices).filter(\.isDated)
    }

    // MARK: Products

    private func reason(ofOutputs cell: Stretch, _ task: Task) -> Reason? {
        if outputsBeginUpper, isRest(cell) { return .rest }
        guard cell.length < Self.short else { return nil }
        let features = likeness.features(of: cell)
        if features.isTime, isOnlyTime(cell) { return .time }
        let isBody = features.isAgency && (task.lead ?? "").isEmpty
        return isBody && gazetteer.find(TokenText(cell, in: text).tokens[...]) != .unknown ? .agency : nil
    }

    /// Whether nothing stands behind a statement of time.
    private func isOnlyTime(_ cell: Stretch) -> Bool {
        let tokens = TokenText(cell, in: text)
        let found = TimeExpressionReader(tokens: tokens).expressions(in: tokens.tokens.indices)
        guard let last = found.last else { return false }
        return tokens.tokens[last.range.upperBound...].allSatisfy { if case .sign = $0.kind { true } else { false } }
    }

    // MARK: Tasks

    private func reason(ofTask cell: Stretch) -> Reason? {
        if isFigure(cell) { return .number }
        if cell.length < Self.short {
            let features = likeness.features(of: cell)
            if features.isTime, isOnlyTime(cell) { return .time }
        }
        if let last = cell.ranges.last, OpenEnd.stands(at: last, in: text) { return .cut }
        return tasksBeginUpper && isRest(cell) ? .rest : nil
    }

    // MARK: Titles

    private static let stamps = Phrase.list(["Ký bởi", "Người ký", "Thời gian ký"])
    private static let page = Phrase("Trang")

    /// Why the title of a group is none.
    func reason(ofTitle cell: Stretch) -> Reason? {
        let head = TokenText(text.head(of: cell.first, bytes: 60), in: text)
        if head.firstMatch(Self.stamps, at: 0) != nil { return .stamp }
        if head.matches(Self.page, at: 0), head.tokens.count > 1, head.tokens[1].kind == .number { return .stamp }
        if isFigure(cell) { return .number }
        return isRest(cell) ? .rest : cellWithin(title: cell)
    }

    /// What a line of a title is by itself: the cells of a row that was not told apart.
    private func cellWithin(title: Stretch) -> Reason? {
        for (index, line) in title.lines(in: text).enumerated() where index > 0 && line.count >= 4 {
            let line = Stretch(line)
            let features = likeness.features(of: line)
            if features.isTime, isOnlyTime(line) { return .time }
        }
        return nil
    }

    // MARK: Small questions

    /// Whether a cell begins in the middle of a sentence.
    private func isRest(_ cell: Stretch) -> Bool {
        LetterCase.startsLower(cell.first, in: text) && OutlineLabel.at(cell.first, in: text) == nil
    }

    /// `Như trên`, `nt`, `"`
    private func isDitto(_ cell: Stretch) -> Bool {
        guard cell.length <= 16 else { return false }
        if Self.dittoSigns.contains(text.string(cell)) { return true }
        let keys = TokenText(cell, in: text).tokens.filter { $0.kind == .word }.map(\.key)
        return Self.dittos.contains { $0.keys == keys }
    }

    private static let dittoSigns: Set<String> = ["\"", "”", "“", "''", "″", "〃", "-\"-", "-//-"]
    private static let dittos = Phrase.list(["như trên", "nt", "n t"])

    private func isFigure(_ cell: Stretch) -> Bool {
        guard cell.length <= 16 else { return false }
        let tokens = TokenText(cell, in: text).tokens
        return tokens.contains { $0.kind == .number } && tokens.allSatisfy { $0.kind != .word }
    }
}
