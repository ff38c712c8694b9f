import VanBanModel
import VanBanReading

/// Reads a table from its rows, whichever way these were found: header, group rows, rows cut by a page break.
struct TableReader {
    let text: SourceText
    let agencies: AgencyGazetteer
    private var printed: [PrintedRow]
    private let part: Int
    private(set) var table: TableDraft?
    var diagnostics: [Diagnostic] = []
    /// Rows above the header, which are none of the table's, by their place.
    private(set) var leftover: [Int] = []
    private(set) var columns: [TableDraft.Column] = []
    private(set) var holdsTasks = false
    private var headerKeys: [[String]] = []
    /// The keys of the header's rows as printed, where it has several.
    private var headRowKeys: [[[String]]] = []
    /// By column the heads that stand above its own.
    private var upperHeads: [[Stretch]] = []
    var rows: [TableDraft.Row] = []
    /// Cells of the last row, where it had too few.
    var shortCount: Int?
    private var repeatedHeaders: [Stretch] = []
    private var spanningHeads: [Stretch] = []
    private var columnNumbers: [Stretch] = []
    /// The columns with their heads, also where a table goes on with those of the one before.
    private(set) var named: [TableDraft.Column] = []
    /// Rows that had to be repaired, or of which it is uncertain what they hold.
    var doubtful: Set<Int> = []
    private var headRows: [PrintedRow] = []

    init(_ rows: [PrintedRow], part: Int, in text: SourceText, agencies: AgencyGazetteer) {
        self.agencies = agencies
        printed = rows
        self.part = part
        self.text = text
    }

    /// - Parameter previous: a table of the same part, whose columns a table without a header goes on with.
    mutating func read(continuing previous: TableDraft? = nil) {
        guard let first = printed.first, let last = printed.last else { return }
        /// The rows of the header; what stands above them is no part of the table.
        var headers = 0..<0
        if let header = headerIndex() {
            headers = headerRows(from: header)
            widenHead(headers)
            takeHeader(printed[headers])
            printed = BrokenRows(text, columns: columns.count).joined(printed, from: headers.upperBound)
            assignRoles(printed[headers.upperBound...])
        } else if let previous, previous.columns.count >= printed.map(\.cells.count).max() ?? 0 {
            columns = previous.columns.map {
                TableDraft.Column(header: Stretch(0..<0), role: $0.role, isCode: $0.isCode)
            }
            named = previous.columns
        } else {
            let count = printed.map(\.cells.count).max() ?? 0
            columns = (0..<count).map { _ in TableDraft.Column(header: Stretch(0..<0), role: nil) }
        }
        if named.isEmpty { named = columns }
        holdsTasks = TableDraft.holdsTasks(columns)
        var pageBroke = false
        // How many rows of a header of several have been found again.
        var headRows = 0
        for (index, row) in printed.enumerated() where !headers.contains(index) {
            if index < headers.lowerBound {
                leftover.append(index)
                continue
            }
            if isHeader(row) || isHeadRow(row, headRows) {
                repeatedHeaders.append(row.words(in: text))
                if headRows == 0 {
                    diagnostics.append(Diagnostic(.repeatedHeader, at: text.location(of: row.stretch.hull)))
                }
                pageBroke = true
                headRows += 1
                continue
            }
            headRows = 0
            if isPrinted(row) {
                repeatedHeaders.append(row.words(in: text))
                continue
            }
            if isColumnNumbers(row) {
                columnNumbers.append(row.words(in: text))
                continue
            }
            if row.blankLinesBefore > 0 || row.pageBreakBefore { pageBroke = true }
            takeRow(row, afterBreak: pageBroke)
            pageBroke = false
        }
        let hull = first.stretch.hull.lowerBound..<last.stretch.hull.upperBound
        var draft = TableDraft(part: part, columns: columns, rows: rows, hull: hull, holdsTasks: holdsTasks)
        draft.repeatedHeaders = repeatedHeaders
        draft.spanningHeads = spanningHeads
        draft.headRows = self.headRows
        draft.columnNumbers = columnNumbers
        draft.layout =
            printed.contains { $0.grid?.isInferred == true }
            ? .aligned : printed.contains { $0.grid != nil } ? .grid : .tabs
        draft.confidence = confidence
        TableRows.classify(&draft, in: text, agencies: agencies)
        table = draft
    }

    /// A real grid is as the source says; without one, every row that had to be repaired takes its share.
    private var confidence: Double {
        guard !rows.isEmpty else { return 1 }
        return max(0, 1 - Double(doubtful.count) / Double(rows.count))
    }

    /// Whether all that a row below another holds is what a program or a printer put on the page (`Trang 2/5`).
    private func isPrinted(_ row: PrintedRow) -> Bool {
        guard !rows.isEmpty else { return false }
        let filled = row.cells.indices.filter { !row.cells[$0].isEmpty }
        guard filled.count <= 2, !row.cells.isEmpty || row.stretch.more.isEmpty else { return false }
        let marks = PrintMarks(text)
        // A line of its own, where cells have nothing but tabs between them: `12/1/26, 3:07 PM` and the document's title.
        if filled.count == 2 { return row.grid == nil && row.cells.count == 2 && marks.isMark(row.stretch.hull) }
        // `6/12` among times is one.
        if let only = filled.first, columns.indices.contains(only), columns[only].role == .deadline,
            row.cells.count == columns.count, isFigures(row.cells[only])
        {
            return false
        }
        return marks.isMark((filled.first.map { row.cells[$0] } ?? row.stretch).hull)
    }

    private func isFigures(_ cell: Stretch) -> Bool {
        text.bytes[cell.hull].allSatisfy { CharacterClass.isDigit($0) || $0 == 0x2F || $0 == 0x20 }
    }

    // MARK: Header

    private func headerIndex() -> Int? {
        for (index, row) in printed.prefix(6).enumerated() {
            let cells = row.cells.map { TokenText($0, in: text) }
            let recognized = ColumnRoles.recognized(in: cells)
            if recognized >= 3 || (recognized >= 2 && cells.count <= 3) { return index }
            if index == 0, recognized >= 1, cells.count >= 3, let number = cells.first, ColumnRoles.isNumber(number) {
                return index
            }
            if index == 0, printed.count >= 3, ColumnRoles.areHeads(cells),
                printed.dropFirst().count(where: { $0.cells.count == cells.count }) >= 2
            {
                return index
            }
            // The source says so, and the table isn't all head.
            if row.grid?.isHeader == true, printed.contains(where: { $0.grid?.isHeader != true }) { return index }
        }
        return nil
    }

    /// The header and the rows under it that part its spanning heads (`Phân công` over `Chủ trì` and `Phối hợp`).
    private func headerRows(from header: Int) -> Range<Int> {
        var end = header + 1
        while end < printed.count, end < header + 3,
            isSubheader(printed[end], below: printed[end - 1], level: end - header)
        {
            end += 1
        }
        return header..<end
    }

    private func isSubheader(_ row: PrintedRow, below above: PrintedRow, level: Int) -> Bool {
        let filled = row.cells.filter { !$0.isEmpty }
        guard filled.allSatisfy({ $0.length < 120 }), let number = row.cells.first else { return false }
        // Cells of the header reach down into it, and its own stand under those that are as wide as several columns.
        if let grid = row.grid, !grid.covered.isEmpty, !filled.isEmpty, let wide = above.grid?.wide, !wide.isEmpty {
            let isUnder = row.cells.indices.allSatisfy { column in
                row.cells[column].isEmpty
                    || wide.contains { $0.column <= column && column < $0.column + $0.columns }
            }
            if isUnder { return true }
        }
        guard number.isEmpty else { return level == 1 && isRepeating(row, above) }
        if let grid = row.grid, grid.covered.contains(0) { return !filled.isEmpty }
        guard level == 1, filled.count >= 2 else { return false }
        return ColumnRoles.recognized(in: filled.map { TokenText($0, in: text) }) == filled.count
            || isUnderSpan(row, above)
    }

    /// Whether a row has the words of the header above it again, but where these stand side by side twice: programs write
    /// a head that is merged over rows and columns into every cell of theirs.
    private func isRepeating(_ row: PrintedRow, _ above: PrintedRow) -> Bool {
        guard row.cells.count == above.cells.count else { return false }
        let (own, upper) = (row.cells.map(keys), above.cells.map(keys))
        var others = 0
        for column in own.indices where own[column] != upper[column] {
            let isWide = [column - 1, column + 1].contains { upper.indices.contains($0) && upper[$0] == upper[column] }
            guard isWide, !own[column].isEmpty else { return false }
            others += 1
        }
        return others >= 2
    }

    /// Whether a row without rulings has words only below a head that has empty cells behind it, and below these:
    /// `Thời gian` over `Bắt đầu` and `Kết thúc`.
    private func isUnderSpan(_ row: PrintedRow, _ above: PrintedRow) -> Bool {
        func isEmpty(_ cells: [Stretch], _ column: Int) -> Bool { column >= cells.count || cells[column].isEmpty }
        var isBehind = false
        for column in 0..<max(row.cells.count, above.cells.count) {
            let opens =
                !isEmpty(above.cells, column) && isEmpty(above.cells, column + 1) && !isEmpty(row.cells, column + 1)
            if !isEmpty(above.cells, column) { isBehind = opens }
            guard !isEmpty(row.cells, column) else {
                isBehind = false
                continue
            }
            guard isBehind, !text.bytes[row.cells[column].hull].contains(where: CharacterClass.isDigit) else {
                return false
            }
        }
        return true
    }

    /// Gives the head over several columns as many as have heads of their own below it, where the source wrote it as one cell
    /// and so the heads behind it too far left.
    private mutating func widenHead(_ headers: Range<Int>) {
        guard headers.count == 2 else { return }
        let upper = printed[headers.lowerBound]
        let lower = printed[headers.lowerBound + 1]
        let filled = lower.cells.indices.filter { !lower.cells[$0].isEmpty }
        guard upper.grid?.wide.isEmpty ?? true, lower.grid?.covered.isEmpty ?? true, filled.count > 1,
            let first = filled.first, filled.last == first + filled.count - 1, first < upper.cells.count,
            upper.cells.count + filled.count - 1 == lower.cells.count,
            ColumnRoles.isSpanning(TokenText(upper.cells[first], in: text))
        else { return }
        let empty = Stretch(upper.cells[first].hull.upperBound..<upper.cells[first].hull.upperBound)
        printed[headers.lowerBound].cells.insert(
            contentsOf: Array(repeating: empty, count: filled.count - 1), at: first + 1)
    }

    private mutating func takeHeader(_ header: ArraySlice<PrintedRow>) {
        guard let first = header.first else { return }
        if header.count > 1 || first.grid?.wide.isEmpty == false { headRows = Array(header) }
        var cells = first.cells
        upperHeads = header.count > 1 ? Self.upperHeads(header) : []
        for row in header.dropFirst() {
            // The lower heads are the columns' own; a spanning head stands for none of them.
            while cells.count < row.cells.count { cells.append(Stretch(0..<0)) }
            for (index, cell) in row.cells.enumerated() where !cell.isEmpty {
                if !cells[index].isEmpty { spanningHeads.append(cells[index]) }
                cells[index] = cell
            }
        }
        let gridCount = printed.reduce(0) { $1.grid == nil ? $0 : max($0, $1.cells.count) }
        while cells.count > max(1, gridCount), let last = cells.last, last.isEmpty { cells.removeLast() }
        columns = cells.map { TableDraft.Column(header: $0, role: nil) }
        headerKeys = cells.map(keys)
        if header.count > 1 { headRowKeys = header.map { $0.cells.map(keys) } }
    }

    private func keys(of cell: Stretch) -> [String] { TokenText(cell, in: text).tokens.map(\.key) }

    /// By column the heads of the rows above its lowest.
    private static func upperHeads(_ header: ArraySlice<PrintedRow>) -> [[Stretch]] {
        let count = header.map(\.cells.count).max() ?? 0
        return (0..<count).map { column in
            var heads = header.compactMap { row -> Stretch? in
                if column < row.cells.count, !row.cells[column].isEmpty { return row.cells[column] }
                let wide = row.grid?.wide.first { $0.column < column && column < $0.column + $0.columns }
                return wide.flatMap { $0.column < row.cells.count ? row.cells[$0.column] : nil }
            }.filter { !$0.isEmpty }
            if !heads.isEmpty { heads.removeLast() }
            return heads
        }
    }

    /// Gives the columns their roles, by their heads and by what stands below.
    private mutating func assignRoles(_ rows: ArraySlice<PrintedRow>) {
        let heads = columns.enumerated().map { index, column in
            ColumnHead(
                TokenText(column.header, in: text),
                under: upperHeads.indices.contains(index) ? upperHeads[index].map { TokenText($0, in: text) } : [])
        }
        let sample = ColumnSample(rows, columns: columns.count) { isHeader($0) || isHeadRow($0, 0) }
        let contents = ColumnContent.columns(columns.count, of: sample, in: text, agencies: agencies)
        let assignment = ColumnAssignment(heads, contents: contents)
        for index in columns.indices {
            columns[index].role = assignment.roles[index]
            columns[index].isCode = assignment.codes.contains(index)
        }
        if let task = unnamedTask(rows) { columns[task].role = .task }
        if TableDraft.holdsTasks(columns) {
            for doubt in assignment.doubts { report(doubt) }
        }
        for column in columns where column.role == nil && !column.header.isEmpty {
            diagnostics.append(
                Diagnostic(
                    .columnWithoutRole, at: text.location(of: column.header.hull),
                    arguments: [text.string(column.header)]))
        }
    }

    /// Bytes of the usual cell that says what is to be done; less is a sign or an amount.
    private static let leastTask = 14

    /// Who leads, who helps and until when is what is said of tasks, whatever the column that these are in is called: that of
    /// the fullest cells before who leads. Nil where a column is named so, or where not all of them are named.
    private func unnamedTask(_ rows: ArraySlice<PrintedRow>) -> Int? {
        let roles = Set(columns.compactMap(\.role))
        guard roles.isSuperset(of: [.lead, .coordinating, .deadline]),
            roles.isDisjoint(with: [.task, .responsibility, .group]),
            let lead = columns.firstIndex(where: { $0.role == .lead })
        else { return nil }
        func usualLength(_ column: Int) -> Int {
            let lengths = rows.compactMap { row in
                column < row.cells.count && !row.cells[column].isEmpty ? row.cells[column].length : nil
            }.sorted()
            return lengths.count * 2 > rows.count ? lengths[lengths.count / 2] : 0
        }
        let best = columns.indices.prefix(lead).filter { columns[$0].role == nil }.max {
            (usualLength($0), -$0) < (usualLength($1), -$1)
        }
        return best.flatMap { usualLength($0) >= Self.leastTask ? $0 : nil }
    }

    private func isHeader(_ row: PrintedRow) -> Bool {
        guard !headerKeys.isEmpty, !row.cells.isEmpty else { return false }
        let needed = max(2, (headerKeys.count * 2 + 2) / 3)
        // Cells that may still be found to be other than the header's.
        var spare = min(row.cells.count, headerKeys.count) - needed
        guard spare >= 0 else { return false }
        for (index, cell) in row.cells.enumerated() where index < headerKeys.count {
            // A header's cell is short; a long one need not be read. Of most rows the first words tell enough.
            guard cell.length < 160 else { return false }
            if !cell.isEmpty, isHeader(cell, headerKeys[index]) { continue }
            spare -= 1
            if spare < 0 { return false }
        }
        return true
    }

    /// Whether a row is one of a header of several rows again, so many of which stand right above it.
    private func isHeadRow(_ row: PrintedRow, _ above: Int) -> Bool {
        guard above < headRowKeys.count else { return false }
        let head = headRowKeys[above]
        let filled = row.cells.indices.filter { !row.cells[$0].isEmpty }
        guard !filled.isEmpty, above > 0 || filled.count >= 2 else { return false }
        return filled.allSatisfy { $0 < head.count && row.cells[$0].length < 160 && isHeader(row.cells[$0], head[$0]) }
    }

    private mutating func report(_ doubt: ColumnAssignment.Doubt) {
        let column = columns[doubt.column]
        let place = column.header.isEmpty ? headRows.first?.stretch ?? printed[0].stretch : column.header
        diagnostics.append(
            Diagnostic(
                .uncertainColumn, at: text.location(of: place.hull),
                arguments: [
                    columns.name(doubt.column, in: text), doubt.role?.rawValue ?? "", doubt.rival?.rawValue ?? "",
                ]))
    }

    private func isHeader(_ cell: Stretch, _ keys: [String]) -> Bool {
        if cell.more.isEmpty, TokenText.first(of: cell.first, in: text)?.key != keys.first { return false }
        let tokens = TokenText(cell, in: text).tokens
        return tokens.count == keys.count && zip(tokens, keys).allSatisfy { $0.key == $1 }
    }

    private func isColumnNumbers(_ row: PrintedRow) -> Bool {
        guard row.cells.count >= 3 else { return false }
        var marks = ColumnMarks()
        for cell in row.cells where !cell.isEmpty {
            guard cell.length <= 12, marks.take(cell: TokenText(cell, in: text)) else { return false }
        }
        return marks.areMarks
    }
}
