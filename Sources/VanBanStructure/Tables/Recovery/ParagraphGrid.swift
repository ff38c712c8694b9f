import VanBanModel
import VanBanReading

/// Recovers a table whose cells stand one under the other, a paragraph or more each.
///
/// So tables come out when they are copied from a web page as text: no separators, empty lines between the paragraphs,
/// a line of no-break spaces for an empty cell. Which paragraph belongs to which cell is found for all rows together:
/// of all readings that fill the columns in order the one is taken whose numbers, agencies, times and products fit best.
struct ParagraphGrid: TableRecovery {
    /// A stretch of the table that is in no cell, and what it is.
    struct Furniture {
        var stretch: Stretch
        var kind: Ledger.Furniture
    }

    private let text: SourceText
    let agencies: AgencyGazetteer
    private let range: Range<Int>
    private let part: Int
    private let starts: [Int]
    /// Where lines begin that pages have at their edges.
    private let marks: Set<Int>
    /// Rulers and page numbers between the cells; repeated headers are in the table.
    private(set) var furniture: [Furniture] = []
    /// Whether the rows fit the columns at all; what does not is better left as running text.
    private(set) var isPlausible = false
    /// Where the last cell ends.
    private(set) var endOffset: Int
    /// How far the text has been looked at.
    private var reached = 0
    /// Lines that are looked at again where no table was found.
    private static let patience = 120

    /// - Parameters:
    ///   - paragraphs: all paragraphs that the table may reach into, mostly those of a part.
    ///   - header: the paragraphs of its headers, as ``header(in:from:text:)`` found them.
    init(
        _ paragraphs: [Paragraph], header: Range<Int>, part: Int, in text: SourceText,
        agencies: AgencyGazetteer = .standard
    ) {
        let last = paragraphs[header.lowerBound...].firstIndex { Stops.ends($0.kind, cells: $0.cells) }
        let lower = paragraphs[header.lowerBound].stretch.hull.lowerBound
        let upper = last.map { paragraphs[$0].stretch.hull.lowerBound } ?? paragraphs.last?.stretch.hull.upperBound
        self.init(
            range: lower..<max(lower, upper ?? lower), part: part, starts: paragraphs.map(\.stretch.hull.lowerBound),
            marks: [], in: text, agencies: agencies)
    }

    private init(
        range: Range<Int>, part: Int, starts: [Int], marks: Set<Int>, in text: SourceText, agencies: AgencyGazetteer
    ) {
        self.marks = marks
        self.agencies = agencies
        self.range = range
        self.part = part
        self.starts = starts
        self.text = text
        endOffset = range.lowerBound
    }

    // MARK: Where a table begins

    /// Where such a table begins among the paragraphs of a part: a run of paragraphs that are column headers.
    ///
    /// The first is mostly `TT`; the columns' numbers may follow, but are not in the range.
    static func header(in paragraphs: [Paragraph], from start: Int, text: SourceText) -> Range<Int>? {
        guard let end = paragraphs.last?.stretch.hull.upperBound else { return nil }
        var memory = Header.Memory(agencies: .standard)
        for index in paragraphs.indices.dropFirst(start) where paragraphs[index].kind != .row {
            guard let found = header(at: paragraphs[index].stretch.hull.lowerBound, before: end, &memory, in: text)
            else {
                continue
            }
            let headers = found.columns.map(\.header.hull.upperBound).max() ?? 0
            let next = paragraphs[index...].firstIndex { $0.stretch.hull.lowerBound >= headers }
            return index..<(next ?? paragraphs.count)
        }
        return nil
    }

    /// Stretches of unjoined lines that are such tables.
    static func regions(in lines: [Line], text: SourceText) -> [Range<Int>] {
        tables(in: lines, text: text).map(\.lines)
    }

    /// The tables of this layout among the unjoined lines of a document, and the lines that they take up.
    static func tables(
        in lines: [Line], text: SourceText, agencies: AgencyGazetteer = .standard
    ) -> [(lines: Range<Int>, table: RecoveredTable)] {
        let starts = lines.map(\.range.lowerBound)
        let marks = Set(lines.lazy.filter { $0.kind == .runningHead }.map(\.range.lowerBound))
        var tables: [(lines: Range<Int>, table: RecoveredTable)] = []
        var index = 0
        var stop = 0
        var memory = Header.Memory(agencies: agencies)
        var spent = 0
        while index < lines.count {
            let line = lines[index]
            // The heads that pages repeat are no table.
            guard !line.isApart, line.kind != .runningHead,
                header(at: line.range.lowerBound, before: text.bytes.count, &memory, in: text) != nil
            else {
                index += 1
                continue
            }
            // Each line is looked at once for where the tables before it must end.
            stop = max(stop, index)
            while stop < lines.count, !Stops.ends(lines[stop].kind, cells: lines[stop].cells) { stop += 1 }
            let end = stop < lines.count ? lines[stop].range.lowerBound : text.bytes.count
            var grid = ParagraphGrid(
                range: line.range.lowerBound..<end, part: 0, starts: starts, marks: marks, in: text,
                agencies: agencies)
            let read = grid.read()
            if grid.isPlausible, read.end > index {
                let furniture = grid.furniture.map { (stretch: $0.stretch, kind: $0.kind) }
                tables.append(
                    (
                        index..<read.end,
                        RecoveredTable(
                            table: read.table, diagnostics: read.diagnostics, furniture: furniture, rivals: read.rivals)
                    ))
                index = read.end
            } else {
                // What took long is not looked at again, so that no text can make this slow.
                let reached = grid.index(after: grid.reached)
                spent += reached - index
                let isLong = reached - index > Self.patience || spent > 3 * lines.count + 5_000
                index = isLong ? max(index + 1, reached) : index + 1
            }
        }
        return tables
    }

    /// The header that begins with the line at an offset.
    private static func header(
        at offset: Int, before end: Int, _ memory: inout Header.Memory, in text: SourceText
    ) -> Header? {
        var scanner = PieceScanner(offset..<end, in: text)
        guard let first = scanner.next(), Header.begins(first.range, in: text) else { return nil }
        return Header([first] + scanner.prefix(32), &memory, in: text)
    }

    // MARK: Reading

    /// Reads rows until what cannot be a cell any more.
    /// - Returns: the table, the index of the first paragraph not taken, what is to be told, and other readings of rows.
    mutating func read() -> (table: TableDraft, end: Int, diagnostics: [Diagnostic], rivals: [CellRival]) {
        let beginning = Array(PieceScanner(range, in: text).prefix(240))
        guard let header = Header(beginning, in: text, agencies: agencies) else {
            let empty = TableDraft(
                part: part, columns: [], rows: [], hull: range.lowerBound..<range.lowerBound, holdsTasks: false)
            return (empty, index(after: range.lowerBound), [], [])
        }
        endOffset = header.end
        let setting = Setting(beginning.dropFirst(header.pieces + header.numberPieces))
        let first = rows(below: header, header.columns, setting)
        let columns = ColumnRoles.settled(
            header.columns, by: first.assembly.rows.map(\.cells), in: text, agencies: agencies)
        let isSettled = columns.map(\.role) == header.columns.map(\.role)
        let (alignment, assembly, filter, score) = isSettled ? first : rows(below: header, columns, setting)
        reached = alignment.reached

        var draft = TableDraft(
            part: part, columns: columns, rows: assembly.rows, hull: range.lowerBound..<header.end,
            holdsTasks: TableDraft.holdsTasks(columns))
        endOffset = max(endOffset, assembly.rows.last?.hull.upperBound ?? 0)
        draft.hull = range.lowerBound..<endOffset
        if let numbers = header.columnNumbers { draft.columnNumbers.append(numbers) }
        draft.columnNumbers += filter.columnNumbers.filter { $0.hull.upperBound <= endOffset }
        draft.repeatedHeaders = filter.repeatedHeaders.filter { $0.hull.upperBound <= endOffset }
        furniture = filter.rulers.filter { $0.hull.upperBound <= endOffset }.map {
            Furniture(stretch: $0, kind: .ruler)
        }
        furniture += filter.pageMarks.filter { $0.hull.upperBound <= endOffset }
            .map { Furniture(stretch: $0, kind: .runningHead) }
        furniture += assembly.pageNumbers.filter { $0.hull.upperBound <= endOffset }
            .map { Furniture(stretch: $0, kind: .pageNumber) }
        TableRows.classify(&draft, in: text, agencies: agencies)
        // Where most cells are cut in the middle of sentences, lines are no paragraphs.
        isPlausible =
            !assembly.rows.isEmpty && assembly.halves * 5 <= alignment.pieces.count
            && score > assembly.rows.count * columns.count * 5
        // A head of two levels names one column more than its rows have cells.
        let hollow = draft.columns.indices.filter { column in draft.rows.allSatisfy { $0.cells[column].isEmpty } }
        let ragged = assembly.ragged.filter { $0.cells + hollow.count != draft.columns.count || hollow.count > 1 }
        let diagnostics = diagnostics(of: draft, header, ragged)
        draft.layout = .paragraphs
        draft.confidence = max(
            0,
            1 - Double(assembly.doubts.count { $0.loss <= CellRival.close } + ragged.count)
                / Double(max(1, draft.rows.count)))
        return (draft, index(after: endOffset), diagnostics, rivals(of: draft, assembly))
    }

    /// The rows below a header, its columns with their roles, and the score of that reading.
    private func rows(
        below header: Header, _ columns: [TableDraft.Column], _ setting: Setting
    ) -> (alignment: Alignment, assembly: RowAssembly, filter: Filter, score: Int) {
        let scores = Scores(roles: columns.map(\.role), setting: setting)
        var filter = Filter(header, marks: marks, in: text, agencies: agencies)
        var alignment = Alignment(scores, in: text, agencies: agencies)
        alignment.take(PieceScanner(header.end..<range.upperBound, in: text), filter: &filter)
        let best = alignment.best()
        var assembly = RowAssembly(alignment.pieces, alignment.likenesses, scores, in: text)
        assembly.assemble(best.places)
        return (alignment, assembly, filter, best.score)
    }

    private func index(after offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func diagnostics(
        of draft: TableDraft, _ header: Header, _ ragged: [(row: Int, cells: Int)]
    ) -> [Diagnostic] {
        var diagnostics = draft.repeatedHeaders.map { Diagnostic(.repeatedHeader, at: text.location(of: $0.hull)) }
        for column in draft.columns where column.role == nil && !column.header.isEmpty {
            diagnostics.append(
                Diagnostic(
                    .columnWithoutRole, at: text.location(of: column.header.hull),
                    arguments: [text.string(column.header)]))
        }
        for ragged in ragged where draft.rows[ragged.row].kind == .task {
            diagnostics.append(
                Diagnostic(
                    .raggedRow, at: text.location(of: draft.rows[ragged.row].hull),
                    arguments: [name(of: ragged.row, in: draft), String(ragged.cells), String(draft.columns.count)]))
        }
        return diagnostics
    }

    private func rivals(of draft: TableDraft, _ assembly: RowAssembly) -> [CellRival] {
        assembly.doubts.filter { draft.rows[$0.row].kind == .task }.map { doubt in
            let told = draft.columns.doubt(
                row: name(of: doubt.row, in: draft), words: doubt.range, read: doubt.column, or: doubt.other,
                cells: draft.rows[doubt.row].cells, in: text)
            return CellRival(doubt: told, source: .paragraph, loss: doubt.loss)
        }
    }

    private func name(of row: Int, in draft: TableDraft) -> String {
        let number = draft.column(.number)
        return CellDoubt.name(number.map { text.string(draft.rows[row].cells[$0]) } ?? "")
    }
}
