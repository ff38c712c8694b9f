import VanBanModel
import VanBanReading

/// Recovers one table that spaces align: its pages, the rivers between its columns, the words of every cell on every
/// line, and the rows.
struct AlignedGrid {
    let text: SourceText
    private let agencies: AgencyGazetteer
    let lines: [Line]
    let header: AlignedHeader
    /// The columns' places of the page at hand.
    private(set) var places: [Int] = []
    private var end: Int

    /// Lines of rows, their cells, and what is doubtful about them.
    var body: [AlignedLine] = []
    var cells: [LineCells.Reading] = []
    /// Lines with one cell over several columns.
    var isCrossed: [Bool] = []
    /// The printed widths of the columns, as far as they are known.
    private(set) var limits: [Double?] = []
    /// By page, where its columns stood under other heads: for each column the one in whose place it stands.
    private(set) var shifts: [Int: [Int: Int]] = [:]

    /// Whether empty lines part the rows: as a rule each stretch between two of them holds one number.
    private(set) var isParted = false

    var numberColumn: Int? { header.roles.firstIndex(of: .number) }
    var taskColumn: Int { header.roles.firstIndex(of: .task) ?? 0 }
    var columnCount: Int { header.cells.count }

    init(_ lines: [Line], header: AlignedHeader, in text: SourceText, agencies: AgencyGazetteer) {
        self.agencies = agencies
        self.lines = lines
        self.header = header
        self.text = text
        end = Self.end(of: lines, from: header.lines.upperBound)
        end = endOfRows(before: end)
    }

    /// Reads the table; nil where there are no rows.
    mutating func read() -> (lines: Range<Int>, table: RecoveredTable)? {
        guard let (pages, ways) = ending(), !body.isEmpty else { return nil }
        partCells(ways)
        let rows = AlignedRows(self).rows()
        guard !rows.rows.isEmpty else { return nil }
        let head = header.cells.map(\.stretch)
        var printed = [PrintedRow(cells: head, stretch: hull(of: head))]
        printed += rows.rows.map { PrintedRow(cells: $0, stretch: hull(of: $0)) }
        var reader = TableReader(printed, part: 0, in: text, agencies: agencies)
        reader.read()
        guard reader.leftover.isEmpty, var table = reader.table, table.holdsTasks, table.columns.count == columnCount,
            table.rows.contains(where: { $0.kind == .task })
        else { return nil }
        table.layout = .aligned
        AlignedMerges.settle(&table, in: text)
        let places = CellPlaces(table, in: text, agencies: agencies)
        table.confidence = confidence(of: table, doubts: rows.doubts) * places.share
        table.repeatedHeaders += pages.repeatedHeaders
        table.columnNumbers += pages.columnNumbers
        table.spanningHeads += header.spanning
        return (
            header.lines.lowerBound..<end,
            RecoveredTable(
                table: table, diagnostics: reader.diagnostics + rows.diagnostics, furniture: pages.furniture,
                rivals: rows.rivals + rivals(places, table))
        )
    }

    private func rivals(_ places: CellPlaces, _ table: TableDraft) -> [CellRival] {
        func number(of row: Int) -> String { numberColumn.map { text.string(table.rows[row].cells[$0]) } ?? "" }
        return places.misplaced.map { place in
            let row = table.rows[place.row]
            let doubt: CellDoubt
            switch place.other {
            case .column(let column):
                doubt = table.columns.doubt(
                    row: number(of: place.row), words: row.cells[place.column].first, read: place.column, or: column,
                    cells: row.cells, in: text)
            case .rowAbove:
                doubt = CellDoubt(
                    row: number(of: place.row), words: row.cells[place.column].first,
                    otherPlace: table.rows[place.row - 1].hull, readings: .row(number(of: place.row - 1)))
            }
            return CellRival(doubt: doubt, source: .place, loss: 0)
        }
    }

    private func hull(of cells: [Stretch]) -> Stretch {
        let filled = cells.filter { !$0.isEmpty }.map(\.hull)
        guard let low = filled.map(\.lowerBound).min(), let high = filled.map(\.upperBound).max() else {
            return Stretch(0..<0)
        }
        return Stretch(low..<high)
    }

    /// How many of the rows are whole, less what is doubtful.
    private func confidence(of table: TableDraft, doubts: Int) -> Double {
        let tasks = table.rows.filter { $0.kind == .task }
        guard !tasks.isEmpty else { return 0 }
        let whole = tasks.filter { row in
            let isNumbered =
                numberColumn.map { !row.cells[$0].isEmpty } ?? true
                || AlignedActivities.label(row.cells[taskColumn].first, in: text) != nil
            return isNumbered && !row.cells[taskColumn].isEmpty && row.cells.filter { !$0.isEmpty }.count >= 3
        }
        let share = Double(whole.count) / Double(tasks.count)
        return share * (1 - 0.5 * min(1, Double(doubts) / Double(table.rows.count)))
    }

    // MARK: Where it ends

    /// A line that is plainly none of a table's.
    private static func end(of lines: [Line], from start: Int) -> Int {
        for index in start..<max(start, lines.count) {
            switch lines[index].kind {
            case .row, .recoveredTable, .frame, .recipientsHead, .enacting, .addressee: return index
            // The words of these may stand in a cell.
            case .motto, .appendixHead, .number, .documentKind, .body, .authority:
                if lines[index].blankLinesBefore > 0 || lines[index].pageBreakBefore { return index }
            default: break
            }
        }
        return lines.count
    }

    /// Times that the end is looked for: without the lines below it, the rivers may run elsewhere, and the table end
    /// earlier still.
    private static let endings = 8

    /// The pages up to the line at which the table ends, and the rivers on every line; nil where no end is found.
    private mutating func ending() -> (pages: AlignedPages, ways: [[Int]])? {
        for _ in 0..<Self.endings {
            let pages = AlignedPages(lines, header: header, end: end, in: text, agencies: agencies)
            let (ways, last) = rivers(of: pages)
            guard let last else { return (pages, ways) }
            end = last
        }
        return nil
    }

    // MARK: Columns

    /// Takes the lines of the pages as the body's, and finds the rivers between the columns.
    /// - Returns: the rivers of every line, and the line at which the table ends, if that is before its last page's end.
    private mutating func rivers(of pages: AlignedPages) -> (ways: [[Int]], end: Int?) {
        body = []
        cells = []
        shifts = [:]
        isCrossed = []
        places = []
        var ways: [[Int]] = []
        isParted = parts(pages)
        for page in pages.pages where !page.body.isEmpty {
            let known = page.header.flatMap { $0.cells.count == columnCount ? $0 : nil }
            let first = places.isEmpty ? header : nil
            let sample = page.body.filter { $0.atoms(gap: 3).count > 1 }
            if let head = known ?? first {
                places = ColumnRivers.places(
                    of: sample, spans: spans(of: head), roles: header.roles, numbered: numberColumn == 0)
            } else {
                places = ColumnRivers.places(
                    of: sample, spans: spans(around: places), roles: header.roles, near: places,
                    numbered: numberColumn == 0)
            }
            let crossed = page.body.indices.map { crosses(page.body, at: $0) }
            var pageWays = places.enumerated().map { river, place in
                ColumnRivers.way(
                    of: place, through: page.body, isCrossed: crossed, role: header.roles[river + 1],
                    numbered: river == 0 && numberColumn == 0)
            }
            if known == nil, first == nil { settleShift(&pageWays, page.body, crossed) }
            for (index, line) in page.body.enumerated() {
                if crossed[index], !isGroup(page.body, at: index), !isFollowed(page.body, index, pages, line.page) {
                    return (ways, line.index)
                }
                body.append(line)
                isCrossed.append(crossed[index])
                ways.append(pageWays.map { $0[index] })
            }
        }
        return (ways, nil)
    }

    /// Puts a page's columns under the heads that they look like, where the page has no heads of its own.
    private mutating func settleShift(_ ways: inout [[Int]], _ lines: [AlignedLine], _ crossed: [Bool]) {
        let shift = ColumnShift(roles: header.roles, fixed: max(taskColumn, numberColumn ?? 0))
        let parter = LineCells(
            text: text, agencies: agencies, limits: [Double?](repeating: nil, count: columnCount),
            numberColumn: numberColumn, roles: header.roles)
        let whole = lines.indices.filter { !crossed[$0] }
        let found = whole.map { index in parter.read(lines[index], rivers: ways.map { $0[index] }).cells }
        guard let assignment = shift.assignment(of: whole.map { lines[$0] }, cells: found) else { return }
        for index in lines.indices {
            let rivers = shift.rivers(ways.map { $0[index] }, assignment)
            for river in ways.indices { ways[river][index] = rivers[river] }
        }
        if let first = lines.first { shifts[first.page] = assignment }
    }

    private mutating func partCells(_ ways: [[Int]]) {
        var parter = LineCells(
            text: text, agencies: agencies, limits: [Double?](repeating: nil, count: columnCount),
            numberColumn: numberColumn, roles: header.roles)
        parter.affinity = WordAffinity(body)
        for line in body.indices {
            for index in body[line].words.indices.dropFirst() {
                body[line].words[index].affinity = parter.affinity.affinity(
                    body[line].words[index - 1], body[line].words[index],
                    isCounted: !body[line].isWideGap(before: index))
            }
        }
        var widths = [[Double]](repeating: [], count: columnCount)
        parter.isJustified = isJustified(ways)
        for (index, line) in body.enumerated() where !isCrossed[index] {
            let reading = parter.read(line, rivers: ways[index])
            for (column, words) in reading.cells.enumerated() where !words.isEmpty {
                let isFree =
                    (words.lowerBound == 0
                        || line.words[words.lowerBound].start - line.words[words.lowerBound - 1].end > 1)
                    && (words.upperBound == line.words.count
                        || line.words[words.upperBound].start - line.words[words.upperBound - 1].end > 1)
                if isFree { widths[column].append(line.width(words)) }
            }
        }
        parter.limits = widths.enumerated().map { column, widths in
            let sorted = widths.sorted()
            return sorted.count >= 4 ? max(sorted[sorted.count - 1 - sorted.count / 50], leastWidth(of: column)) : nil
        }
        limits = parter.limits
        cells = body.indices.map { index in
            isCrossed[index]
                ? LineCells.Reading(cells: crossedCells(body[index])) : parter.read(body[index], rivers: ways[index])
        }
        // Once the rows are known, every cell's first line is, and how a cell may begin tells where it does.
        for _ in 0..<2 { readAgain(&parter, ways) }
    }

    /// The printed width that a column has at the least between its rivers: where few cells are long, none of them may
    /// fill it.
    private func leastWidth(of column: Int) -> Double {
        guard column > 0, column < places.count else { return 0 }
        return Self.narrow * Double(places[column] - places[column - 1])
    }

    /// Parts of the type size that a character of aligned text takes at the least, on average.
    private static let narrow = 0.38

    /// Reads the lines again with what the rows of the last reading teach.
    private mutating func readAgain(_ parter: inout LineCells, _ ways: [[Int]]) {
        let rows = AlignedRows(self)
        let (bands, isTop) = rows.bands()
        learnWidths(&parter, bands)
        var first = [Int](repeating: 0, count: columnCount)
        var whole = 0
        for band in bands where !band.goesOn {
            guard let line = band.lines.first, !isCrossed[line] else { continue }
            whole += 1
            for column in 0..<columnCount where !cells[line].cells[column].isEmpty { first[column] += 1 }
        }
        let expected = isTop ? Set((0..<columnCount).filter { first[$0] * 10 > whole * 7 }) : []
        let bulleted = columns(bands, atLeast: 1.0 / 3) { line, words in
            text.bytes[line.words[words.lowerBound].range.lowerBound] == 0x2D
        }
        let amounts = columns(bands, atLeast: 0.5) { [parter] in parter.isAmount($1, of: $0) }
            .filter { header.roles[$0] == .funding }
        let known = LineCells.Context(expected: expected, bulleted: bulleted, amounts: amounts)
        // Every row is read by itself.
        let pieces = ParallelWork.pieces(of: bands.indices, length: Self.bandsAtATime)
        let found = ParallelWork.map(pieces.count) { [grid = self, parter, field = rows.fieldColumn] piece in
            pieces[piece].flatMap { place in
                grid.read(
                    bands[place], cut: grid.cutColumns(below: place, of: bands), field: field, ways, known, parter)
            }
        }
        for readings in found {
            for (index, reading) in readings { cells[index] = reading }
        }
    }

    /// Rows that one thread reads.
    private static let bandsAtATime = 64

    /// The columns whose cells go on on the next page, as far as its lines were read.
    private func cutColumns(below place: Int, of bands: [AlignedRows.Band]) -> Set<Int> {
        guard place + 1 < bands.count, bands[place + 1].goesOn else { return [] }
        return Set(
            (0..<columnCount).filter { column in
                bands[place + 1].lines.contains { isCrossed[$0] || !cells[$0].cells[column].isEmpty }
            })
    }

    /// Reads the lines of a row together.
    /// - Parameters:
    ///   - cut: the columns whose cells go on on the next page.
    ///   - field: the column of the field that rows below one another share.
    ///   - known: what rows have in common.
    private func read(
        _ band: AlignedRows.Band, cut: Set<Int>, field: Int?, _ ways: [[Int]], _ known: LineCells.Context,
        _ parter: LineCells
    ) -> [(line: Int, reading: LineCells.Reading)] {
        var hasBegun = [Bool](repeating: band.goesOn, count: columnCount)
        if let field { hasBegun[field] = true }
        let whole = band.lines.filter { !isCrossed[$0] }
        let plain = parter.isJustified ? nil : plainRivers(of: whole)
        let rivers = whole.map { plain ?? ways[$0] }
        var context = known
        context.hasBegun = hasBegun
        if band.goesOn { context.expected = [] }
        context.places = BandStarts.places(of: whole.map { body[$0] }, rivers: rivers, roles: header.roles)
        var joint = BandCells(whole.map { body[$0] }, rivers: rivers, context, cut: cut, parter: parter)
        return zip(whole, joint.read()).map { ($0, $1) }
    }

    /// Columns of which such a share of the cells opens with a line whose words are of some kind.
    private func columns(
        _ bands: [AlignedRows.Band], atLeast share: Double, where opens: (AlignedLine, Range<Int>) -> Bool
    ) -> Set<Int> {
        var all = [Int](repeating: 0, count: columnCount)
        var found = all
        for band in bands where !band.goesOn {
            for column in 0..<columnCount {
                guard let line = band.lines.first(where: { !isCrossed[$0] && !cells[$0].cells[column].isEmpty })
                else { continue }
                all[column] += 1
                if opens(body[line], cells[line].cells[column]) { found[column] += 1 }
            }
        }
        return Set((0..<columnCount).filter { Double(found[$0]) >= share * Double(all[$0]) && found[$0] > 1 })
    }

    /// Rivers as one of the lines shows them that has words in every column, with a wide gap before each.
    private func plainRivers(of lines: [Int]) -> [Int]? {
        for line in lines where numberColumn == nil || body[line].labelEnd != nil {
            guard let atoms = wholeRow(body[line]) else { continue }
            // Stretched spaces leave wide gaps, too, and several cells between two of them.
            let isWide = atoms.enumerated().contains { column, words in
                limits.indices.contains(column) && limits[column].map { body[line].width(words) > 1.1 * $0 } ?? false
            }
            if isWide { continue }
            return atoms.dropFirst().map { body[line].words[$0.lowerBound].start - 1 }
        }
        return nil
    }

    /// The width at which each column wraps its lines.
    private mutating func learnWidths(_ parter: inout LineCells, _ bands: [AlignedRows.Band]) {
        for column in 0..<columnCount where column != numberColumn {
            var widths: [Double] = []
            var wraps: [ColumnProfile.Wrap] = []
            for band in bands {
                var before: Double?
                for line in band.lines where !isCrossed[line] {
                    let words = cells[line].cells[column]
                    guard let first = words.first else { continue }
                    let width = body[line].width(words)
                    if let before, !body[line].words[first].mayOpen {
                        wraps.append(.init(width: before, next: GlyphWidth.space + body[line].words[first].width))
                    }
                    widths.append(width)
                    before = width
                }
            }
            var profile = ColumnProfile(role: header.roles[column])
            profile.learn(lines: widths, wraps: wraps)
            if let width = profile.width { parter.limits[column] = width }
        }
        limits = parter.limits
    }

    /// Whether spaces are stretched to fill the cells' lines: wide gaps stand where no river runs.
    private func isJustified(_ ways: [[Int]]) -> Bool {
        var single = 0
        var stretched = 0
        for (index, line) in body.enumerated() where !isCrossed[index] {
            for word in line.words.indices.dropFirst() {
                let gap = line.words[word - 1].end..<line.words[word].start
                if gap.count <= 1 {
                    single += 1
                } else if !ways[index].contains(where: { $0 >= gap.lowerBound - 2 && $0 < gap.upperBound + 2 }) {
                    stretched += 1
                }
            }
        }
        // One odd gap says nothing of the others.
        return stretched > 2 && stretched * 30 > single
    }

    /// Between two heads runs one river; a head stands in its column.
    private func spans(of head: AlignedHeader) -> [Range<Int>] {
        (1..<columnCount).map { column in
            let low = max(1, min(head.cells[column - 1].end, head.cells[column].start) - 3)
            return low..<max(low + 2, lastStart(of: column, under: head) + 3)
        }
    }

    /// The last place at which a column may begin; one whose head was moved ends before the next that says where it is.
    private func lastStart(of column: Int, under head: AlignedHeader) -> Int {
        guard head.cells[column].isMoved else {
            return head.cells[column].start + (head.cells[column].touches ? Self.moved : 0)
        }
        guard let next = head.cells.indices.first(where: { $0 > column && !head.cells[$0].isMoved }) else {
            return head.cells[column].start + Self.farthest
        }
        return max(head.cells[column].start, head.cells[next].start - 4 * (next - column))
    }

    /// How far a head may have been moved from its column that no other one follows.
    private static let farthest = 40
    /// How far one may have been of which other lines say where it stands.
    private static let moved = 3

    private func spans(around places: [Int]) -> [Range<Int>] {
        places.indices.map { river in
            let low = river > 0 ? (places[river - 1] + places[river]) / 2 + 1 : 1
            let high = river + 1 < places.count ? (places[river] + places[river + 1]) / 2 : places[river] + 24
            let from = max(low, places[river] - 24)
            return from..<max(from + 1, min(high, places[river] + 25))
        }
    }
}
