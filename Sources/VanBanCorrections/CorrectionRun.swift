import VanBanModel
import VanBanStructure

/// Puts a document's record right, one correction after the other.
struct CorrectionRun {
    /// What became of a correction.
    enum Outcome: Equatable {
        case applied
        /// The program reads it so by itself now.
        case already
        /// The words are not in the document.
        case unplaced
        case ambiguous(Int)
    }

    /// A place of which a person decided, whose doubts are settled.
    struct Settled {
        enum Scope: Equatable {
            case cell(role: ColumnRole?, header: String)
            case row
            case column(header: String)
            case field
            /// Only what is said of how it is numbered, cited, or measured.
            case section, reference, target
        }
        var scope: Scope
        /// The row, the table, the part, the score, the section, the mention or the target.
        var place: Location
        /// The cell's own place, where it has one.
        var cell: Location?
        /// Whether doubts about what a person wrote are settled, too.
        var isOfNew = false
        /// What was read and what stands there now, where a person wrote something else.
        var change: Change?
    }

    /// Words that were read, and those that a person put in their place.
    struct Change {
        var old: String
        var new: String

        /// Whether some words are gone.
        func takesOut(_ words: String) -> Bool { Self.holds(old, words) && !Self.holds(new, words) }

        private static func holds(_ text: String, _ words: String) -> Bool {
            " \(CleanText.of(text)) ".contains(" \(words) ")
        }
    }

    /// An agency or a time that a person chose, which is set when the cells have been read anew.
    struct Choice {
        var correction: Correction
        var table: Int
        var row: Int
        var column: Int
    }

    let document: ConvertedDocument
    var record: Record
    var tables: [CorrectedTable] = []
    var finder: RowFinder
    /// Made when a section is put right first.
    lazy var outline = CorrectedOutline(document.record.parts)
    private(set) var usesOutline = false
    var settled: [Settled] = []
    var choices: [Choice] = []
    var dismissed: [Correction] = []
    /// Tables whose rows are numbered otherwise now, and what is wrong with their numbers.
    var renumbered: [Location] = []
    var numbering: [Diagnostic] = []
    var diagnostics: [Diagnostic] = []
    var outcomes: [Outcome] = []
    private var nextID = 0
    /// The last value that a person gave a place, to tell where two persons disagree.
    private var given: [String: Correction] = [:]

    init(_ document: ConvertedDocument) {
        self.document = document
        record = document.record
        var tables: [CorrectedTable] = []
        for table in record.parts.flatMap(\.tables) {
            tables.append(CorrectedTable(table, number: tables.count + 1, nextID: &nextID))
        }
        finder = RowFinder(tables)
        self.tables = tables
    }

    mutating func take(_ correction: Correction) {
        noteDisagreement(correction)
        let outcome = outcome(of: correction)
        outcomes.append(outcome)
        switch outcome {
        case .applied, .already: return
        case .unplaced: report(.correctionUnplaced, correction, [])
        case .ambiguous(let count): report(.correctionAmbiguous, correction, [String(count)])
        }
    }

    private mutating func outcome(of correction: Correction) -> Outcome {
        if correction.place.list == .section { usesOutline = true }
        switch correction.kind {
        case .field: return setField(correction)
        case .column: return setRole(correction)
        case .remove: return remove(correction)
        case .join where correction.place.list == .section: return joinSections(correction)
        case .part where correction.place.list == .section: return partSection(correction)
        case .dismiss:
            dismissed.append(correction)
            return .applied
        default: break
        }
        switch finder.find(correction.place, in: tables) {
        case .none: return isJoined(correction) ? .already : .unplaced
        case .several(let count): return .ambiguous(count)
        case .row(let table, let id):
            guard let row = tables[table].index(of: id) else { return .unplaced }
            return outcome(of: correction, table, row)
        }
    }

    private mutating func outcome(of correction: Correction, _ table: Int, _ row: Int) -> Outcome {
        switch correction.kind {
        case .confirm, .cell: return setCell(correction, table, row)
        case .move: return setCells(correction, table, row)
        case .join: return join(correction, table, row)
        case .part: return part(correction, table, row)
        case .row: return setKind(correction, table, row)
        case .agency, .date: return choose(correction, table, row)
        case .field, .column, .dismiss, .remove: return .unplaced
        }
    }

    // MARK: Cells

    private mutating func setCell(_ correction: Correction, _ table: Int, _ row: Int) -> Outcome {
        guard let asked = correction.place.column, let column = tables[table].column(asked) else { return .unplaced }
        let was = correction.was ?? ""
        let value = correction.kind == .confirm ? was : correction.value ?? ""
        return set(value, was: was, by: correction, table, row, column)
    }

    private mutating func setCells(_ correction: Correction, _ table: Int, _ row: Int) -> Outcome {
        let changes = correction.cells ?? []
        let columns = changes.map { tables[table].column($0.column) }
        guard !changes.isEmpty, !columns.contains(nil) else { return .unplaced }
        let moved = SourceWords(changes.map(\.was))
        guard tables[table].rows[row].words.holds(moved) else { return .unplaced }
        var outcome = Outcome.already
        for case (let change, .some(let column)) in zip(changes, columns) {
            if set(change.value, was: change.was, by: correction, table, row, column) == .applied { outcome = .applied }
        }
        return outcome
    }

    /// Sets a cell where the words that stood in it still stand in the row, however the row is read now.
    private mutating func set(
        _ value: String, was: String, by correction: Correction, _ table: Int, _ row: Int, _ column: Int
    ) -> Outcome {
        let cells = tables[table].rows[row].cells
        guard column < cells.count else { return .unplaced }
        let (value, current) = (CleanText.of(value), cells[column].text)
        guard current == value || holds(was, correction.place, table, row, column) else { return .unplaced }
        let read = tables[table].rows[row].origin.map { tables[table].original.rows[$0][column].text }
        settle(
            table, row, column,
            change: correction.kind == .confirm ? nil : Change(old: read ?? current, new: value))
        let decision = Decision(by: correction.by, on: correction.on, was: current)
        if current == value {
            tables[table].confirm(row: row, column: column, by: decision)
            return correction.kind == .confirm ? .applied : .already
        }
        tables[table].set(value, row: row, column: column, by: decision)
        return .applied
    }

    /// Whether the words that a person saw in a cell are still those of the source: either nothing of the row has changed,
    /// however it is read now, or the cell itself still says them.
    private func holds(
        _ was: String, _ place: Correction.Place, _ table: Int, _ row: Int, _ column: Int
    ) -> Bool {
        let entry = tables[table].rows[row]
        if entry.isNew || entry.touched.contains(column) { return true }
        if let asked = place.words, entry.words.likeness(to: SourceWords(asked)) > Self.unchanged { return true }
        let (old, current) = (SourceWords(was), SourceWords(entry.cells[column].text))
        if current.isEmpty || old.isEmpty { return current.isEmpty && entry.words.holds(old) }
        return current.likeness(to: old) >= 0.5
    }

    private static let unchanged = 0.999

    private mutating func choose(_ correction: Correction, _ table: Int, _ row: Int) -> Outcome {
        guard let asked = correction.place.column, let column = tables[table].column(asked) else { return .unplaced }
        let entry = tables[table].rows[row]
        let words = SourceWords(correction.text ?? "")
        guard SourceWords(entry.cells[column].text).holds(words) || entry.words.holds(words) else { return .unplaced }
        settle(table, row, column, isOfNew: true)
        tables[table].isChanged = true
        choices.append(Choice(correction: correction, table: table, row: entry.id, column: column))
        return .applied
    }

    // MARK: Rows and columns

    private mutating func join(_ correction: Correction, _ table: Int, _ row: Int) -> Outcome {
        let below = SourceWords(correction.with ?? "")
        if tables[table].rows[row].words.holds(below), !tables[table].rows[row].isNew,
            tables[table].rows[row].words.total >= below.total + SourceWords(correction.place.words ?? "").total * 9
                / 10
        {
            return .already
        }
        guard row + 1 < tables[table].rows.count,
            tables[table].rows[row + 1].words.likeness(to: below) >= 0.75
        else { return .unplaced }
        settleRow(table, row)
        settleRow(table, row + 1)
        let lower = tables[table].rows[row + 1]
        tables[table].join(
            row, by: Decision(by: correction.by, on: correction.on, was: Self.words(of: lower)))
        // The words of the row below stand in this one now.
        finder.add(tables[table].rows[row], table: table)
        return .applied
    }

    private static func words(of row: CorrectedTable.Row) -> String {
        row.cells.lazy.map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Whether a correction joins or parts rows that the program reads so by itself now.
    private func isJoined(_ correction: Correction) -> Bool {
        var asked = correction.place
        switch correction.kind {
        case .join: asked.words = [asked.words, correction.with].compactMap { $0 }.joined(separator: " ")
        default: return false
        }
        if case .row = finder.find(asked, in: tables) { return true }
        return false
    }

    private mutating func part(_ correction: Correction, _ table: Int, _ row: Int) -> Outcome {
        let parts = correction.rows ?? []
        let words = parts.map { SourceWords($0) }
        guard parts.count > 1, parts.count <= 50 else { return .unplaced }
        let own = tables[table].rows[row].words
        var all = SourceWords("")
        for part in words { all.add(part) }
        // A row that is read as one of the parts is parted already.
        if words.contains(where: { $0.likeness(to: own) > 0.95 }), !own.holds(all) { return .already }
        guard all.likeness(to: own) >= 0.75 else { return .unplaced }
        settleRow(table, row)
        tables[table].part(
            row, into: parts,
            by: Decision(by: correction.by, on: correction.on, was: Self.words(of: tables[table].rows[row])),
            nextID: &nextID)
        for made in row..<(row + parts.count) { finder.add(tables[table].rows[made], table: table) }
        return .applied
    }

    private mutating func setKind(_ correction: Correction, _ table: Int, _ row: Int) -> Outcome {
        guard let kind = correction.value.flatMap({ Table.RowKind(rawValue: $0) }) else { return .unplaced }
        settleRow(table, row)
        let old = tables[table].rows[row].kind
        tables[table].rows[row].hasFixedKind = true
        tables[table].rows[row].kindDecision = Decision(by: correction.by, on: correction.on, was: old.rawValue)
        tables[table].rows[row].kind = kind
        tables[table].isChanged = true
        return old == kind ? .already : .applied
    }

    private mutating func setRole(_ correction: Correction) -> Outcome {
        guard let asked = correction.place.column, let table = RowFinder.table(correction.place, in: tables),
            let column = tables[table].column(asked)
        else { return .unplaced }
        let role = correction.value.flatMap { ColumnRole(rawValue: $0) }
        if correction.value != nil, role == nil { return .unplaced }
        let old = tables[table].columns[column].role
        settled.append(
            Settled(
                scope: .column(header: tables[table].columns[column].header), place: tables[table].original.location))
        tables[table].columnDecisions[column] = Decision(by: correction.by, on: correction.on, was: old?.rawValue)
        tables[table].isChanged = true
        guard old != role else { return .already }
        // A role stands once: who had it loses it.
        if let role, let other = tables[table].columns.firstIndex(where: { $0.role == role }) {
            tables[table].columns[other].role = nil
        }
        tables[table].columns[column].role = role
        return .applied
    }

    // MARK: What is settled

    private mutating func settle(
        _ table: Int, _ row: Int, _ column: Int, isOfNew: Bool = false, change: Change? = nil
    ) {
        let entry = tables[table].rows[row]
        guard let place = RereadTable.hull(of: entry.cells) else { return }
        settled.append(
            Settled(
                scope: .cell(
                    role: tables[table].columns[column].role,
                    header: tables[table].columns[column].header.isEmpty
                        ? "(\(column + 1))" : tables[table].columns[column].header),
                place: place, cell: entry.cells[column].location, isOfNew: isOfNew, change: change))
    }

    private mutating func settleRow(_ table: Int, _ row: Int) {
        guard let place = RereadTable.hull(of: tables[table].rows[row].cells) else { return }
        settled.append(Settled(scope: .row, place: place))
    }

    // MARK: What is told

    private mutating func report(_ code: DiagnosticCode, _ correction: Correction, _ more: [String]) {
        diagnostics.append(
            Diagnostic(
                code, at: place(of: correction),
                arguments: [Self.excerpt(correction.subject), Self.excerpt(correction.told)] + more))
    }

    static func excerpt(_ text: String) -> String { text.count <= 80 ? text : String(text.prefix(79)) + "…" }

    /// Where a correction is told that finds its place no more: its table, else the beginning.
    private func place(of correction: Correction) -> Location {
        if let table = RowFinder.table(correction.place, in: tables) { return tables[table].original.location }
        let first = record.parts.first?.location
        return Location(start: first?.start ?? 0, end: first?.start ?? 0, line: first?.line ?? 1)
    }

    private mutating func noteDisagreement(_ correction: Correction) {
        guard let key = correction.targetKey else { return }
        if let earlier = given[key], earlier.by != correction.by, earlier.told != correction.told {
            diagnostics.append(
                Diagnostic(
                    .correctionsDisagree, at: place(of: correction),
                    arguments: [correction.subject, earlier.told, correction.told].map(Self.excerpt)))
        }
        given[key] = correction
    }
}

extension Correction {
    /// What was there, as people are told.
    var subject: String {
        switch kind {
        case .agency, .date: return text ?? was ?? ""
        case .move: return cells?.map(\.was).joined(separator: " | ") ?? ""
        case .join, .part, .row, .remove: return place.words ?? ""
        case .column: return place.column?.header ?? ""
        case .dismiss: return code ?? ""
        case .confirm, .cell, .field: return was ?? ""
        }
    }

    /// What stands there now, as people are told.
    var told: String {
        switch kind {
        case .confirm: return was ?? ""
        case .move: return cells?.map(\.value).joined(separator: " | ") ?? ""
        case .join: return [place.words, with].compactMap { $0 }.joined(separator: " + ")
        case .part: return rows?.map { $0.joined(separator: " ") }.joined(separator: " / ") ?? ""
        default: return value ?? ""
        }
    }

    /// The same for corrections that can't both hold; nil where all can.
    var targetKey: String? {
        let words = WordKeys.joined(place.words ?? "")
        switch kind {
        case .confirm, .cell:
            return "cell|\(words)|\(place.above ?? "")|\(place.row ?? 0)|\(place.column?.header ?? "")"
        case .row: return "row|\(words)|\(place.above ?? "")|\(place.row ?? 0)"
        case .column: return "column|\(place.table ?? 0)|\(place.column?.header ?? "")|\(place.column?.number ?? 0)"
        case .agency, .date: return "\(kind.rawValue)|\(words)|\(place.row ?? 0)|\(text ?? "")"
        case .field: return "field|\(place.item ?? "")|\(words)|\(place.field ?? "")"
        case .move, .join, .part, .dismiss, .remove: return nil
        }
    }
}
