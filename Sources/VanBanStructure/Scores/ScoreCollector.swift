import VanBanModel
import VanBanReading

/// Collects the scores and targets of a document in one pass over its paragraphs and tables, with the headings that
/// each stands under.
struct ScoreCollector {
    private let text: SourceText
    private let parts: [Part]
    private let tasks: [Task]
    private let ownUnits: OwnUnits
    private var reader = ScoreReader()
    private var targetReader = TargetReader()
    private var headings = HeadingStack()
    private var above = HeadingWords()
    private var part: Int?
    private var year: Int?
    private var nextTask = 0
    /// The last paragraph, which may be the caption of a table.
    private var last: Stretch?
    private var tableDiagnostics: [Diagnostic] = []
    private var figureDiagnostics: [Diagnostic] = []
    private(set) var scores: [IndexScore] = []
    private(set) var targets: [Target] = []

    /// - Parameter tasks: those of the document's tables, in order.
    init(parts: [Part], tasks: [Task], in text: SourceText) {
        self.parts = parts
        self.tasks = tasks
        self.text = text
        ownUnits = OwnUnits(parts)
    }

    var diagnostics: [Diagnostic] {
        reader.diagnostics + targetReader.diagnostics + tableDiagnostics + figureDiagnostics
    }

    // MARK: Paragraphs

    /// Takes the next paragraph.
    mutating func take(_ prose: Assembly.Prose) {
        enter(prose.part)
        let stretch = prose.stretch
        let headed = headings.headings(above: stretch, in: text)
        if !stretch.isEmpty, !isUnitLine(stretch) { last = stretch }
        let signs = MeasureSigns(stretch, text)
        guard signs.mayTellScore || signs.mayTellTarget else { return }
        let words = above.tokens(of: headed, in: text)
        let figures = MisreadFigures(SpelledNumbers.read(TokenText(stretch, in: text)))
        let tokens = figures.tokens
        figureDiagnostics += figures.diagnostics()
        let context = reader.context(words, index: parts[prose.part - 1].index)
        var around = targetContext(words, context, part: prose.part)
        let isPast = around.isGoal == true && Goals.tellsOfPast(tokens, before: around.firstYear)
        if isPast { around.isGoal = false }
        if signs.mayTellScore {
            var told = reader.scores(
                in: tokens, at: stretch, under: words, context: context, year: year, isPast: isPast, of: ownUnits)
            ownUnits.settle(&told)
            for score in told { add(score) }
        }
        around.section = "section-\(prose.section)"
        add(targetReader.targets(in: tokens, around, besides: figures.unread))
    }

    private mutating func enter(_ part: Int) {
        guard part != self.part else { return }
        self.part = part
        headings = HeadingStack()
        last = nil
    }

    private mutating func add(_ score: IndexScore) {
        var score = score
        score.id = "score-\(scores.count + 1)"
        year = score.year ?? year
        scores.append(score)
    }

    private mutating func add(_ found: [Target]) {
        for var target in found {
            target.id = "target-\(targets.count + 1)"
            targets.append(target)
        }
    }

    private func targetContext(
        _ headings: [TokenText], _ context: ParagraphScan.Context, part: Int
    ) -> TargetReader.Context {
        var around = TargetReader.Context(part: part)
        around.index = context.index
        around.dimension = context.dimension
        around.isGoal = ScoreReader.standsUnderGoals(headings)
        around.year = headings.lazy.reversed().compactMap { ScoreReader.onlyYear($0) }.first
        let period = parts[part - 1].period
        around.firstYear = period?.start?.year ?? parts[part - 1].issuedOn?.year
        if let start = period?.start, let end = period?.end, start.year == end.year { around.planYear = start.year }
        if around.isGoal != true { around.year = nil }
        return around
    }

    // MARK: Tables

    private static let unitLines = Phrase.list(["Đơn vị tính", "ĐVT", "Đơn vị"])

    /// `(Đơn vị tính: điểm)` between a caption and its table.
    private func isUnitLine(_ stretch: Stretch) -> Bool {
        guard stretch.length < 80 else { return false }
        let tokens = TokenText(stretch, in: text)
        let first = tokens.tokens.first?.isSign("(") == true ? 1 : 0
        return tokens.firstMatch(Self.unitLines, at: first) != nil && tokens.tokens.contains { $0.isSign(":") }
    }

    /// Takes the next table: the results and targets that its columns hold, and the targets that its tasks set.
    mutating func take(_ table: TableDraft, number: Int) {
        enter(table.part)
        var words = above.tokens(of: headings.all, in: text)
        if let last, last.length < 400, headings.all.last != last { words.append(TokenText(last, in: text)) }
        let context = reader.context(words, index: parts[table.part - 1].index)
        if table.holdsTasks {
            takeTasks(table, number: number, targetContext(words, context, part: table.part))
            return
        }
        var around = targetContext(words, context, part: table.part)
        around.table = "table-\(number)"
        var reading = MeasureTable(
            table, under: words, of: ResultTitles.year(of: parts, at: table.part - 1),
            isTitled: ResultTitles.areTold(in: parts, at: table.part - 1), context: context, targets: around, in: text)
        guard reading.read() else {
            // A table of words: what its cells say is told as in running text.
            for row in table.rows { takeCells(row, around) }
            return
        }
        for score in reading.scores {
            if let score = reader.checked(score) { add(score) }
        }
        add(reading.targets)
        tableDiagnostics += reading.diagnostics
    }

    private mutating func takeTasks(_ table: TableDraft, number: Int, _ context: TargetReader.Context) {
        var context = context
        context.table = "table-\(number)"
        for row in table.rows {
            context.task = nil
            if row.kind == .task, nextTask < tasks.count {
                context.task = tasks[nextTask].id
                nextTask += 1
            }
            takeCells(row, context, of: table)
        }
    }

    private mutating func takeCells(
        _ row: TableDraft.Row, _ context: TargetReader.Context, of table: TableDraft? = nil
    ) {
        for (column, cell) in row.cells.enumerated() where !cell.isEmpty && !row.covered.contains(column) {
            if let role = table?.columns[column].role, !Self.telling.contains(role) { continue }
            guard MeasureSigns(cell, text).mayTellTarget else { continue }
            let figures = MisreadFigures(SpelledNumbers.read(TokenText(cell, in: text)))
            figureDiagnostics += figures.diagnostics()
            add(targetReader.targets(in: figures.tokens, context, besides: figures.unread))
        }
    }

    /// The columns of a task table in which targets are set; times and agencies set none.
    private static let telling: Set<ColumnRole> = [.task, .outputs, .note, .group]
}

/// The words of headings, read once for all paragraphs that stand under them.
private struct HeadingWords {
    private var known: [Int: TokenText] = [:]

    mutating func tokens(of headings: [Stretch], in text: SourceText) -> [TokenText] {
        if known.count > 64 { known.removeAll(keepingCapacity: true) }
        return headings.map { heading in
            let start = heading.first.lowerBound
            if let tokens = known[start] { return tokens }
            let tokens = TokenText(heading, in: text)
            known[start] = tokens
            return tokens
        }
    }
}
