import VanBanModel
import VanBanReading

/// Reads the results of indexes, and the targets, that a table holds.
///
/// A cell of values belongs to what its row and its column name together: an index or dimension, a unit, a year. What
/// one index or dimension of one unit has in one year, wherever its cells stand, is one result.
struct MeasureTable {
    let text: SourceText
    let grid: MeasureGrid
    let gazetteer: IndexGazetteer
    let context: ParagraphScan.Context
    let around: TargetReader.Context
    /// The year that the headings above the table name, else the title of what it stands in.
    let year: Int?
    /// Whether the title of what it stands in says that it holds results of the index.
    let isTitled: Bool
    var columns: [MeasureColumn] = []
    var results = MeasureResults()
    private(set) var targets: [Target] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether a column of numbers says nothing that is known.
    private(set) var hasOtherNumbers = false
    private var nameColumn: Int?
    private var numberColumn: Int?
    /// By columns that hold the values of several indexes, those whose values are in per cent.
    private var percentIndexes: [Int: Set<String>] = [:]

    var scores: [IndexScore] { results.scores }

    init(
        _ table: TableDraft, under headings: [TokenText], of titled: Int? = nil, isTitled: Bool = false,
        context: ParagraphScan.Context,
        targets around: TargetReader.Context, in text: SourceText, gazetteer: IndexGazetteer = .shared
    ) {
        self.text = text
        self.gazetteer = gazetteer
        self.context = context
        self.around = around
        self.isTitled = isTitled
        grid = MeasureGrid(table, in: text)
        year = headings.lazy.reversed().compactMap { ScoreReader.onlyYear($0) }.first ?? titled
    }

    /// Whether the table is one of results or targets; its values are then in ``scores`` and ``targets``.
    mutating func read() -> Bool {
        guard grid.rows.count >= 1, grid.heads.count >= 2 else { return false }
        readColumns()
        guard let nameColumn = columns.firstIndex(where: { $0.meaning == .name }) else { return false }
        self.nameColumn = nameColumn
        numberColumn = columns.firstIndex { $0.meaning == .number }
        let values = columns.indices.filter { Self.valued.contains(columns[$0].meaning) }
        guard !values.isEmpty else { return false }
        var rows = MeasureRows(self, nameColumn: nameColumn, numberColumn: numberColumn)
        rows.read()
        if around.isGoal == true || isTargetTable(rows) {
            for column in values where mayBeTarget(columns[column]) { columns[column].meaning = .target }
        }
        settleValues(values, rows)
        settleParts()
        takeTargets(rows)
        diagnostics += rows.mismatches(of: context.index)
        guard rows.areOfIndex(columns) else { return !targets.isEmpty }
        takeScores(rows)
        return !targets.isEmpty || !results.isEmpty || !diagnostics.isEmpty
    }

    private func mayBeTarget(_ column: MeasureColumn) -> Bool {
        if column.isDone { return false }
        if column.meaning == .value { return true }
        guard column.meaning == .score || column.meaning == .percent, let year = column.year else { return false }
        return around.firstYear.map { year >= $0 } ?? false
    }

    private static let valued: Set<MeasureColumn.Meaning> = [.score, .percent, .rank, .group, .value, .target, .change]

    // MARK: Columns

    private mutating func readColumns() {
        let index = context.index
        columns = grid.heads.indices.map { column in
            var words = 0
            var numbers = 0
            var filled = 0
            for row in grid.rows.prefix(40) where column < row.cells.count && !row.cells[column].isEmpty {
                if row.columnSpans[column] ?? 1 > 2 { continue }
                filled += 1
                let cell = row.cells[column]
                guard cell.length < 80 else {
                    words += 1
                    continue
                }
                let read = MeasureCell(TokenText(cell, in: text))
                if read.isNumber || isAmount(cell) {
                    numbers += 1
                } else if read.hasOtherWords || read.isUnit {
                    words += 1
                }
            }
            let read = MeasureColumn(
                grid.heads[column], isText: words * 2 > filled, isNumeric: numbers * 2 > filled, index: index,
                gazetteer: gazetteer)
            if read.meaning == .other, numbers * 2 > filled, filled > 0 { hasOtherNumbers = true }
            return read
        }
        // The first column of words is the name, whatever stands above it.
        if !columns.contains(where: { $0.meaning == .name }) {
            for column in columns.indices where columns[column].meaning == .other {
                let rows = grid.rows.prefix(40).filter { column < $0.cells.count && !$0.cells[column].isEmpty }
                let isYears = !rows.isEmpty && rows.allSatisfy { yearRow($0.cells[column]) != nil }
                if isYears || grid.heads[column].isEmpty {
                    columns[column].meaning = .name
                    break
                }
            }
        }
        let names = columns.indices.filter { columns[$0].meaning == .name }
        for column in names.dropFirst() { columns[column].meaning = .other }
    }

    /// `Không quá 15`, `44-45`
    private func isAmount(_ cell: Stretch) -> Bool {
        TargetCell.amount(in: TokenText(cell, in: text), unit: "%") != nil
    }

    func yearRow(_ cell: Stretch) -> Int? {
        guard cell.length < 24 else { return nil }
        let tokens = TokenText(cell, in: text).tokens
        guard let last = tokens.last, let year = last.value, (1990...2100).contains(year), tokens.count <= 2,
            tokens.count == 1 || tokens[0].key == ScoreWords.year
        else { return nil }
        return year
    }

    /// `Năm 2023` holds points, per cent or ranks, as its cells show.
    private mutating func settleValues(_ values: [Int], _ rows: MeasureRows) {
        for column in values where columns[column].meaning == .value {
            let cells = grid.rows.compactMap { row in
                column < row.cells.count && !row.cells[column].isEmpty
                    ? MeasureCell(TokenText(row.cells[column], in: text)) : nil
            }
            let told = cells.filter(\.isNumber)
            guard !told.isEmpty else {
                columns[column].meaning = .other
                continue
            }
            if told.contains(where: \.isPercent) {
                columns[column].meaning = isMixed(column, rows) ? .score : .percent
            } else if told.contains(where: { $0.total != nil && $0.isFraction }) {
                columns[column].meaning = .score
            } else if told.contains(where: { $0.isPlaceOf || $0.isPlaces }) {
                columns[column].meaning = told.allSatisfy { $0.isPlaceOf || $0.isPlaces } ? .rank : .other
                if columns[column].meaning == .other { doubt(columns[column].head) }
            } else if told.contains(where: { $0.isFraction || $0.isPoints }) || rows.holdRanks {
                columns[column].meaning = .score
            }
        }
    }

    /// Whether a column holds the values of several indexes, of which some are in per cent and others in points.
    private mutating func isMixed(_ column: Int, _ rows: MeasureRows) -> Bool {
        var all: Set<String> = []
        var inPercent: Set<String> = []
        for (row, subject) in zip(grid.rows, rows.subjects) {
            guard let subject, column < row.cells.count, !row.cells[column].isEmpty,
                let index = index(of: subject, in: columns[column])
            else { continue }
            let cell = MeasureCell(TokenText(row.cells[column], in: text))
            guard cell.isNumber else { continue }
            all.insert(index)
            if cell.isPercent { inPercent.insert(index) }
        }
        guard all.count > 1, !all.isSubset(of: inPercent) else { return false }
        percentIndexes[column] = inPercent
        return true
    }

    /// An index whose values a cell of such columns has in per cent has all of them so.
    private func isInPercent(_ index: String, _ column: Int) -> Bool {
        percentIndexes[column] != nil && percentIndexes.values.contains { $0.contains(index) }
    }

    private func index(of subject: MeasureRows.Subject, in column: MeasureColumn) -> String? {
        column.index ?? subject.index ?? subject.within ?? context.index
    }

    mutating func doubt(_ stretch: Stretch) {
        guard !stretch.isEmpty else { return }
        diagnostics.append(
            Diagnostic(.uncertainScore, at: text.location(of: stretch.hull), arguments: [text.string(stretch)]))
    }

    // MARK: Scores

    private mutating func takeScores(_ rows: MeasureRows) {
        let years = columns.compactMap { Self.told.contains($0.meaning) ? $0.year : nil }
        let latest = years.max()
        let holdsTargets = columns.contains { $0.meaning == .target }
        let unitColumn = columns.firstIndex { $0.meaning == .unitOfMeasure }
        for (row, subject) in zip(grid.rows, rows.subjects) {
            guard let subject else { continue }
            // Beside targets, only what is surely an index's own.
            if holdsTargets, subject.index == nil, subject.dimension?.code == nil { continue }
            let printed = unitColumn.flatMap { $0 < row.cells.count ? text.string(row.cells[$0]) : nil } ?? ""
            for (column, meaning) in columns.enumerated() where column < row.cells.count {
                // A group or place over several rows is that of each.
                guard Self.told.contains(meaning.meaning), !row.cells[column].isEmpty,
                    !row.covered.contains(column) || meaning.meaning == .group || meaning.meaning == .rank
                else { continue }
                takeCell(row.cells[column], column, subject, latest: latest, isPercent: printed.contains("%"))
            }
        }
        for column in columns where column.meaning == .value { doubt(column.head) }
        let isAnyScore = columns.contains { $0.meaning == .score || $0.meaning == .percent || $0.meaning == .rank }
        if !isAnyScore, let own = columns.first(where: { $0.meaning == .selfEstimate }) { doubt(own.head) }
        results.finish()
    }

    private static let told: Set<MeasureColumn.Meaning> = [.score, .percent, .maximum, .rank, .group, .change]

    private mutating func takeCell(
        _ stretch: Stretch, _ column: Int, _ subject: MeasureRows.Subject, latest: Int?, isPercent: Bool
    ) {
        let head = columns[column]
        let tokens = TokenText(stretch, in: text)
        let cell = MeasureCell(tokens)
        if cell.isBlank { return }
        guard let index = index(of: subject, in: head) else { return }
        var key = MeasureResults.Key(
            index: index, dimension: head.dimension ?? subject.dimension, unit: head.unit ?? subject.unit,
            year: head.year ?? subject.year ?? latest ?? year)
        if head.dimension == nil, subject.dimension == nil { key.dimension = context.isNamed ? context.dimension : nil }
        let place = text.location(of: stretch.hull)
        if head.meaning == .group || subject.isGroup {
            results.take(group: tokens, for: key, at: place)
            return
        }
        if head.meaning == .change {
            takeChange(cell, stretch, column, key, place)
            return
        }
        guard cell.isNumber, let value = cell.value else {
            doubt(stretch)
            return
        }
        let meaning = subject.isRank && head.meaning != .maximum ? .rank : head.meaning
        switch meaning {
        case .rank:
            guard !cell.isFraction, !cell.isPercent, value >= 1 else { return doubt(stretch) }
            key.region = head.region ?? subject.region
            results.take(rank: Int(value), of: cell.of, for: key, at: place)
        case .maximum: results.take(maximum: value, for: key, at: place)
        case .percent: results.take(percent: value, for: key, at: place)
        default:
            if cell.isPercent || isPercent || isInPercent(index, column) {
                results.take(percent: value, for: key, at: place)
            } else if cell.isPlaces || cell.of != nil && !cell.isFraction && cell.of ?? 0 > 100 {
                doubt(stretch)
            } else {
                results.take(score: value, maximum: cell.total ?? head.maximum, for: key, at: place)
            }
        }
    }

    /// A change is that of points or of places, as its head, its own words or its neighbours say.
    private mutating func takeChange(
        _ cell: MeasureCell, _ stretch: Stretch, _ column: Int, _ key: MeasureResults.Key, _ place: Location
    ) {
        guard cell.isNumber || cell.isUnchanged else { return doubt(stretch) }
        let head = columns[column]
        var sign = cell.sign
        if sign == 0, !cell.isUnchanged, let value = cell.value, value != 0 {
            // A bare number under `Tăng` rises; under `Tăng/giảm` it does, too, where others carry a minus.
            sign = headSign(column)
        }
        let isRank: Bool?
        if cell.isPlaces || head.isOfRanks, !cell.isPoints {
            isRank = true
        } else if cell.isPoints || head.isOfPoints || cell.isFraction || cell.isPercent {
            isRank = false
        } else {
            isRank = neighbour(of: column)
        }
        guard let isRank, sign != 0 || cell.isUnchanged || cell.value == 0 else { return doubt(stretch) }
        results.take(
            change: cell.isUnchanged ? nil : cell.value, sign: cell.isUnchanged || cell.value == 0 ? 0 : sign,
            isRank: isRank, baseline: head.baseline, for: key, at: place)
    }

    private static let fall = WordKey.of("giảm")
    private static let rise = WordKey.of("tăng")

    private func headSign(_ column: Int) -> Int {
        let keys = Set(grid.heads[column].flatMap { $0.tokens.map(\.key) })
        if keys.contains(Self.fall), !keys.contains(Self.rise) { return -1 }
        return 1
    }

    /// Whether the column before a change holds ranks; nil where points and ranks stand side by side.
    private func neighbour(of column: Int) -> Bool? {
        let kinds = Set(columns.map(\.meaning))
        if !kinds.contains(.rank) { return false }
        if !kinds.contains(.score), !kinds.contains(.percent) { return true }
        guard column >= 2 else { return nil }
        let pair = (columns[column - 2].meaning, columns[column - 1].meaning)
        if pair == (.rank, .rank) { return true }
        if pair == (.score, .score) || pair == (.percent, .percent) { return false }
        return nil
    }

    // MARK: Targets

    private static let goal = Phrase.list(["chỉ tiêu", "mục tiêu"])

    /// `Chỉ tiêu | Đơn vị tính | Năm 2026`: years to come under a head that speaks of goals.
    private func isTargetTable(_ rows: MeasureRows) -> Bool {
        guard let nameColumn, let first = around.firstYear, around.isGoal != false else { return false }
        let isGoal = grid.heads[nameColumn].contains { head in
            head.tokens.indices.contains { head.firstMatch(Self.goal, at: $0) != nil }
        }
        let years = columns.filter { $0.meaning == .value || $0.meaning == .percent }.map(\.year)
        return isGoal && !years.isEmpty && years.allSatisfy { $0.map { $0 >= first } ?? false }
    }

    private mutating func takeTargets(_ rows: MeasureRows) {
        guard let nameColumn else { return }
        let unitColumn = columns.firstIndex { $0.meaning == .unitOfMeasure }
        for (column, head) in columns.enumerated() where head.meaning == .target {
            for (position, row) in grid.rows.enumerated()
            where column < row.cells.count && !row.cells[column].isEmpty && !row.covered.contains(column) {
                guard nameColumn < row.cells.count, !row.cells[nameColumn].isEmpty else { continue }
                take(target: row.cells[column], column, row, rows.subjects[position], unitColumn: unitColumn)
            }
        }
    }

    private mutating func take(
        target stretch: Stretch, _ column: Int, _ row: TableDraft.Row, _ subject: MeasureRows.Subject?,
        unitColumn: Int?
    ) {
        guard let nameColumn else { return }
        let tokens = TokenText(stretch, in: text)
        guard !MeasureCell(tokens).isBlank else { return }
        let place = text.location(of: stretch.hull)
        let printed = unitColumn.flatMap {
            $0 < row.cells.count && !row.cells[$0].isEmpty ? text.string(row.cells[$0]) : nil
        }
        guard let amount = TargetCell.amount(in: tokens, unit: printed ?? (columns[column].isOfPercent ? "%" : nil))
        else {
            if tokens.tokens.contains(where: { $0.kind == .number }) {
                diagnostics.append(Diagnostic(.uncertainTarget, at: place, arguments: [text.string(stretch)]))
            }
            return
        }
        var target = Target(
            id: "", part: "part-\(around.part)", text: text.string(stretch), comparator: amount.comparator,
            value: amount.value, location: place)
        target.table = around.table
        target.upper = amount.upper
        target.unit = amount.unit
        target.direction = amount.direction
        target.measure = MeasureRows.name(of: row.cells[nameColumn], in: text)
        target.year = columns[column].year ?? subject?.year ?? around.year ?? year ?? around.planYear
        target.index =
            columns[column].index ?? subject?.index ?? (subject?.dimension?.code == nil ? nil : context.index)
        target.dimension = target.index == nil ? nil : columns[column].dimension ?? subject?.dimension
        targets.append(target)
    }
}
