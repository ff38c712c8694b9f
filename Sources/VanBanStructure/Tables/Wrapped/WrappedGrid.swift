import VanBanModel
import VanBanReading

/// Recovers a table whose cells are wrapped lines, one cell after the other, without anything between them.
///
/// This is what is left of a table when a PDF's text is extracted line by line. Where a cell ends is told from what the
/// columns hold, from the width at which each column wraps its lines, from punctuation, empty lines and page breaks, all
/// weighed together (``GridSolver``). The first reading knows no widths; the next ones learn them from the one before.
///
/// ```swift
/// if let header = WrappedGrid.header(in: lines, from: 0, text: text) {
///     var grid = WrappedGrid(lines, header: header, part: 1, in: text)
///     let (table, end, diagnostics, rivals, confidence) = grid.read()
/// }
/// ```
struct WrappedGrid {
    private let text: SourceText
    private let allLines: [Line]
    private let part: Int
    private let agencies: AgencyGazetteer
    private var header: (lines: Range<Int>, columns: [TableDraft.Column])
    /// Heads over several columns, and other words of the header that are in no column's own header.
    private(set) var spanningHeads: [Stretch] = []
    /// Numbers that count the pages, and rulers, inside the table.
    private(set) var pageNumbers: [Stretch] = []

    private static let readings = 2

    /// Where such a table begins among lines: the words of its header; nil if none.
    static func header(
        in lines: [Line], from start: Int, text: SourceText
    ) -> (lines: Range<Int>, columns: [TableDraft.Column])? {
        WrappedHeader.find(in: lines, from: start, text: text).map { ($0.lines, $0.columns) }
    }

    /// - Parameters:
    ///   - lines: all physical lines of the document, before they are joined to paragraphs.
    ///   - header: as ``header(in:from:text:)`` found it among these lines.
    init(
        _ lines: [Line], header: (lines: Range<Int>, columns: [TableDraft.Column]), part: Int, in text: SourceText,
        agencies: AgencyGazetteer = .standard
    ) {
        self.agencies = agencies
        allLines = lines
        self.header = header
        self.part = part
        self.text = text
    }

    /// Reads the table.
    /// - Returns: the table; the line behind its last one; what is to be told; other readings of its rows; from 0 to 1 how
    ///   much of it is as it should be (every row with number, task and agency, and no doubt about where cells end).
    mutating func read() -> (
        table: TableDraft, end: Int, diagnostics: [Diagnostic], rivals: [CellRival], confidence: Double
    ) {
        spanningHeads = wordsOutsideColumns()
        pageNumbers = []
        let (end, furniture) = extent()
        var body: [Line] = []
        var breaks: Set<Int> = []
        for index in header.lines.upperBound..<end {
            if furniture.covered.contains(index) {
                if furniture.headers.contains(index) { breaks.insert(body.count) }
                continue
            }
            let line = allLines[index]
            if line.kind == .pageNumber || line.kind == .ruler || line.kind == .runningHead {
                if line.kind == .pageNumber { breaks.insert(body.count) }
                pageNumbers.append(Stretch(line.range))
                continue
            }
            body.append(line)
        }
        var cutter = WrappedPieceCutter(body, in: text, agencies: agencies)
        let pieces = cutter.pieces(breaks: breaks)
        var scores = CellScores(columns: header.columns.map { ColumnProfile(role: $0.role) }, pieces: pieces)
        var reading = GridReading(pieces, labels: cutter.labels, scores: scores, keepsRivals: Self.readings == 1)
        for round in 1..<Self.readings {
            scores.columns = reading.profiles()
            header.columns = ColumnRoles.settled(header.columns, by: cells(of: reading), in: text, agencies: agencies)
            for column in header.columns.indices { scores.columns[column].role = header.columns[column].role }
            reading = GridReading(
                pieces, labels: cutter.labels, scores: scores, keepsRivals: round == Self.readings - 1)
        }
        return assemble(reading, reading.doubts(), furniture, end: end)
    }

    /// The cells of the rows of a reading.
    private func cells(of reading: GridReading) -> [[Stretch]] {
        var rows: [[Stretch]] = []
        for (index, step) in reading.steps.enumerated() {
            if step.opensRow { rows.append(header.columns.map { _ in Stretch(0..<0) }) }
            guard let last = rows.indices.last, let cell = step == .label ? numberColumn : step.cell else { continue }
            rows[last][cell].append(reading.pieces[index].range)
        }
        return rows
    }

    private var numberColumn: Int? { header.columns.firstIndex { $0.role == .number } }

    // MARK: The table

    private mutating func assemble(
        _ reading: GridReading, _ doubts: [GridReading.Doubt], _ furniture: TableFurniture, end: Int
    ) -> (table: TableDraft, end: Int, diagnostics: [Diagnostic], rivals: [CellRival], confidence: Double) {
        var rows: [TableDraft.Row] = []
        var diagnostics: [Diagnostic] = []
        for header in furniture.repeatedHeaders {
            diagnostics.append(Diagnostic(.repeatedHeader, at: text.location(of: header.hull)))
        }
        for column in header.columns where column.role == nil && !column.header.isEmpty {
            diagnostics.append(
                Diagnostic(
                    .columnWithoutRole, at: text.location(of: column.header.hull),
                    arguments: [text.string(column.header)]))
        }
        let number = numberColumn
        func name(of row: TableDraft.Row) -> String {
            let label = number.map { PartReader.trimmingSigns(text.string(row.cells[$0])) } ?? ""
            return label.isEmpty ? "–" : label
        }
        var joined: [(row: Int, range: Range<Int>)] = []
        for (index, step) in reading.steps.enumerated() {
            let range = reading.pieces[index].range
            var cell: Int
            switch step {
            case .pageNumber:
                pageNumbers.append(Stretch(range))
                continue
            case .label:
                rows.append(emptyRow(at: range))
                // Where the cells of groups are merged, the number of an activity stands in its own cell.
                let task = header.columns.firstIndex { $0.role == .task }
                let isActivity =
                    header.columns.contains { $0.role == .group } && isActivityNumber(range)
                    && reading.steps[(index + 1)...].first { $0 != .pageNumber }?.cell == task
                let activity = isActivity ? task : nil
                cell = activity ?? number ?? 0
            case .newRow(let column):
                rows.append(emptyRow(at: range))
                cell = column
            case .open(let column), .stay(let column): cell = column
            case .resume(let column):
                cell = column
                if joined.last?.row != rows.count - 1 { joined.append((rows.count - 1, range)) }
            }
            guard let last = rows.indices.last else { continue }
            append(range, to: &rows[last].cells[cell])
            rows[last].hull =
                min(rows[last].hull.lowerBound, range.lowerBound)..<max(rows[last].hull.upperBound, range.upperBound)
        }
        for entry in joined {
            diagnostics.append(
                Diagnostic(
                    .joinedRow, at: text.location(of: entry.range), related: [text.location(of: rows[entry.row].hull)],
                    arguments: [name(of: rows[entry.row])]))
        }
        let rivals = doubts.compactMap { doubt -> CellRival? in
            guard rows.indices.contains(doubt.row) else { return nil }
            let words =
                reading.pieces[doubt.pieces.lowerBound].range
                .lowerBound..<reading.pieces[doubt.pieces.upperBound - 1].range.upperBound
            let own = name(of: rows[doubt.row])
            guard let columns = doubt.columns else {
                let isOpener = reading.steps[doubt.pieces.lowerBound].opensRow
                let other = !isOpener ? text.string(words) : doubt.row > 0 ? name(of: rows[doubt.row - 1]) : ""
                return CellRival(
                    doubt: CellDoubt(row: own, words: words, readings: .row(other)), source: .row, loss: doubt.loss)
            }
            let told = header.columns.doubt(
                row: own, words: words, read: columns.own, or: columns.other, cells: rows[doubt.row].cells, in: text)
            return CellRival(doubt: told, source: .piece, loss: doubt.loss)
        }
        let last =
            rows.last?.hull.upperBound
            ?? allLines[max(header.lines.lowerBound, header.lines.upperBound - 1)].range.upperBound
        var table = TableDraft(
            part: part, columns: header.columns, rows: rows,
            hull: allLines[header.lines.lowerBound].range.lowerBound..<last, holdsTasks: holdsTasks)
        table.repeatedHeaders = furniture.repeatedHeaders
        table.columnNumbers = furniture.columnNumbers
        TableRows.classify(&table, in: text, agencies: agencies)
        let close = rivals.count { $0.loss < CellRival.close }
        return (table, end, diagnostics, rivals, confidence(of: table, doubts: close))
    }

    /// `1.2.`, the number of an activity within a group.
    private func isActivityNumber(_ range: Range<Int>) -> Bool {
        range.count <= 8 && CharacterClass.isDigit(text.bytes[range.lowerBound])
            && text.bytes[range].dropLast().contains(0x2E)
    }

    private func emptyRow(at range: Range<Int>) -> TableDraft.Row {
        TableDraft.Row(
            kind: .other, cells: Array(repeating: Stretch(0..<0), count: header.columns.count), hull: range)
    }

    /// Lines that follow each other are one range.
    private func append(_ range: Range<Int>, to cell: inout Stretch) {
        let last = cell.more.last ?? cell.first
        let isAdjacent =
            !cell.isEmpty && last.upperBound <= range.lowerBound
            && text.trimmed(last.upperBound..<range.lowerBound).isEmpty
        guard isAdjacent else {
            cell.append(range)
            return
        }
        if cell.more.isEmpty {
            cell.first = last.lowerBound..<range.upperBound
        } else {
            cell.more[cell.more.count - 1] = last.lowerBound..<range.upperBound
        }
    }

    private var holdsTasks: Bool {
        let roles = Set(header.columns.compactMap(\.role))
        return roles.contains(.task) && !roles.isDisjoint(with: [.lead, .coordinating, .responsibility])
    }

    private func confidence(of table: TableDraft, doubts: Int) -> Double {
        let tasks = table.rows.filter { $0.kind == .task }
        guard !tasks.isEmpty else { return 0 }
        var whole = 0.0
        for row in tasks {
            func isFilled(_ roles: [ColumnRole]) -> Bool {
                table.columns.indices.contains { index in
                    table.columns[index].role.map(roles.contains) ?? false && !row.cells[index].isEmpty
                }
            }
            let hasNumber =
                table.column(.number) == nil || isFilled([.number]) || table.column(.group) != nil
            if hasNumber, isFilled([.task]), isFilled([.lead, .coordinating, .responsibility]) { whole += 1 }
        }
        let cells = tasks.reduce(0) { $0 + $1.cells.reduce(0) { $0 + ($1.isEmpty ? 0 : 1) } }
        let sure = 1 - min(1, Double(doubts) / Double(max(1, cells)))
        // One row alone may be anything.
        return whole / Double(tasks.count) * sure * (tasks.count == 1 ? 0.5 : 1)
    }

    // MARK: Where it ends

    /// The line behind the table, and what stands in it that is no row.
    ///
    /// Looked for in ever longer stretches, so that a text of many short tables is not gone through for each of them.
    private func extent() -> (end: Int, furniture: TableFurniture) {
        var reach = 256
        while true {
            let limit = header.lines.upperBound + reach
            let end = endOfTable(before: limit)
            var furniture = TableFurniture(allLines, header: header.lines, columns: header.columns.count, in: text)
            furniture.find(in: header.lines.upperBound..<end)
            // Whether a line near the end of the stretch is a repeated header's is seen only with those behind it.
            let sure = end < limit ? end : end - Self.margin
            if let next = nextTable(before: sure, furniture) {
                var furniture = TableFurniture(
                    allLines, header: header.lines, columns: header.columns.count, in: text)
                furniture.find(in: header.lines.upperBound..<next)
                return (next, furniture)
            }
            if end < limit { return (end, furniture) }
            reach *= 4
        }
    }

    /// More lines than a header and the numbers of its columns take.
    private static let margin = 96

    /// The first line behind the header that is no cell's, by its form; the limit where none stands before it.
    private func endOfTable(before limit: Int) -> Int {
        for index in header.lines.upperBound..<min(allLines.count, limit) {
            switch allLines[index].kind {
            case .motto, .recipientsHead, .appendixHead, .documentKind, .authority, .row, .footnote, .uncertain, .frame:
                return index
            default: continue
            }
        }
        return min(allLines.count, limit)
    }

    /// Where the header of another table stands.
    private func nextTable(before end: Int, _ furniture: TableFurniture) -> Int? {
        var search = WrappedHeaderSearch(allLines, in: text)
        var from = header.lines.upperBound
        while let next = search.next(from: from, before: end) {
            if !furniture.covered.contains(next.lines.lowerBound) { return next.lines.lowerBound }
            from = next.lines.lowerBound + 1
            while furniture.covered.contains(from) { from += 1 }
        }
        return nil
    }

    private func wordsOutsideColumns() -> [Stretch] {
        let owned = header.columns.flatMap(\.header.ranges).sorted { $0.lowerBound < $1.lowerBound }
        var found: [Stretch] = []
        for line in allLines[header.lines] {
            var start = line.range.lowerBound
            for range in owned where range.overlaps(line.range) {
                let gap = text.trimmed(start..<max(start, range.lowerBound))
                if !gap.isEmpty { found.append(Stretch(gap)) }
                start = max(start, range.upperBound)
            }
            let rest = text.trimmed(start..<max(start, line.range.upperBound))
            if !rest.isEmpty { found.append(Stretch(rest)) }
        }
        return found
    }
}
