import VanBanModel
import VanBanReading

/// Reads a table whose cells are separated by tabs: header, group rows, rows cut by a page break.
struct TabTableReader {
    private let text: SourceText
    private var paragraphs: [Paragraph]
    private let part: Int
    private(set) var table: TableDraft?
    private(set) var diagnostics: [Diagnostic] = []
    /// Paragraphs that turned out to be no rows.
    private(set) var leftover: [Paragraph] = []
    private var columns: [TableDraft.Column] = []
    private var headerKeys: [[String]] = []
    private var rows: [TableDraft.Row] = []
    /// Cells of the last row, where it had too few.
    private var shortCount: Int?
    private var repeatedHeaders: [Stretch] = []
    private var spanningHeads: [Stretch] = []
    private var columnNumbers: [Stretch] = []

    init(_ paragraphs: [Paragraph], part: Int, in text: SourceText) {
        self.paragraphs = paragraphs
        self.part = part
        self.text = text
    }

    /// - Parameter previous: a table of the same part, whose columns a table without a header goes on with.
    mutating func read(continuing previous: TableDraft?) {
        guard let first = paragraphs.first, let last = paragraphs.last else { return }
        /// The rows of the header; what stands above them is no part of the table.
        var headers = 0..<0
        if let header = headerIndex() {
            let second = secondHeader(below: header)
            takeHeader(paragraphs[header], second)
            headers = header..<(header + (second == nil ? 1 : 2))
            paragraphs = BrokenRows(text, columns: columns.count).joined(paragraphs, from: headers.upperBound)
        } else if let previous, previous.columns.count >= paragraphs.map(\.cells.count).max() ?? 0 {
            columns = previous.columns
            for index in columns.indices { columns[index].header = Stretch(0..<0) }
            columns = zip(columns, previous.columns).map { TableDraft.Column(header: $0.header, role: $1.role) }
        } else {
            let count = paragraphs.map(\.cells.count).max() ?? 0
            columns = (0..<count).map { _ in TableDraft.Column(header: Stretch(0..<0), role: nil) }
        }
        var pageBroke = false
        for (index, paragraph) in paragraphs.enumerated() where !headers.contains(index) {
            if index < headers.lowerBound {
                leftover.append(paragraph)
                continue
            }
            if isHeader(paragraph) {
                repeatedHeaders.append(paragraph.stretch)
                diagnostics.append(Diagnostic(.repeatedHeader, at: text.location(of: paragraph.stretch.hull)))
                pageBroke = true
                continue
            }
            if isColumnNumbers(paragraph) {
                columnNumbers.append(paragraph.stretch)
                continue
            }
            if paragraph.blankLinesBefore > 0 || paragraph.pageBreakBefore { pageBroke = true }
            takeRow(paragraph, afterBreak: pageBroke)
            pageBroke = false
        }
        let hull = first.stretch.hull.lowerBound..<last.stretch.hull.upperBound
        var draft = TableDraft(part: part, columns: columns, rows: rows, hull: hull, holdsTasks: holdsTasks)
        draft.repeatedHeaders = repeatedHeaders
        draft.spanningHeads = spanningHeads
        draft.columnNumbers = columnNumbers
        TableRows.classify(&draft, in: text)
        table = draft
    }

    // MARK: Header

    private func headerIndex() -> Int? {
        for (index, paragraph) in paragraphs.prefix(6).enumerated() {
            let cells = paragraph.cells.map { TokenText($0, in: text) }
            let recognized = ColumnRoles.recognized(in: cells)
            if recognized >= 3 || (recognized >= 2 && cells.count <= 3) { return index }
            if index == 0, recognized >= 1, cells.count >= 3, let number = cells.first, ColumnRoles.isNumber(number) {
                return index
            }
        }
        return nil
    }

    /// The row under a header whose cells part a spanning head (`Phân công` over `Chủ trì` and `Phối hợp`).
    private func secondHeader(below header: Int) -> Paragraph? {
        guard header + 1 < paragraphs.count, let number = paragraphs[header + 1].cells.first, number.isEmpty else {
            return nil
        }
        let paragraph = paragraphs[header + 1]
        let filled = paragraph.cells.filter { !$0.isEmpty }
        guard filled.count >= 2, filled.allSatisfy({ $0.count < 120 }) else { return nil }
        let recognized = ColumnRoles.recognized(in: filled.map { TokenText($0, in: text) })
        return recognized == filled.count ? paragraph : nil
    }

    private mutating func takeHeader(_ paragraph: Paragraph, _ second: Paragraph?) {
        var cells = paragraph.cells
        if let second {
            // The lower heads are the columns' own; a spanning head stands for none of them.
            while cells.count < second.cells.count {
                cells.append(cells.last.map { $0.upperBound..<$0.upperBound } ?? 0..<0)
            }
            for (index, cell) in second.cells.enumerated() where !cell.isEmpty {
                if index < cells.count, !cells[index].isEmpty { spanningHeads.append(Stretch(cells[index])) }
                if index < cells.count { cells[index] = cell }
            }
        }
        while cells.count > 1, cells[cells.count - 1].isEmpty { cells.removeLast() }
        let tokens = cells.map { TokenText($0, in: text) }
        let roles = ColumnRoles.roles(of: tokens)
        columns = zip(cells, roles).map { TableDraft.Column(header: Stretch($0), role: $1) }
        headerKeys = tokens.map { $0.tokens.map(\.key) }
        for column in columns where column.role == nil && !column.header.isEmpty {
            diagnostics.append(
                Diagnostic(
                    .columnWithoutRole, at: text.location(of: column.header.hull),
                    arguments: [text.string(column.header)]))
        }
    }

    private func isHeader(_ paragraph: Paragraph) -> Bool {
        guard !headerKeys.isEmpty, !paragraph.cells.isEmpty else { return false }
        var same = 0
        for (index, cell) in paragraph.cells.enumerated() where index < headerKeys.count {
            // A header's cell is short; a long one need not be read.
            guard cell.count < 160 else { return false }
            if TokenText(cell, in: text).tokens.map(\.key) == headerKeys[index] { same += 1 }
        }
        return same * 3 >= headerKeys.count * 2 && same >= 2
    }

    private func isColumnNumbers(_ paragraph: Paragraph) -> Bool {
        guard paragraph.cells.count >= 3 else { return false }
        var expected = 1
        for cell in paragraph.cells where !cell.isEmpty {
            guard cell.count <= 4 else { return false }
            let numbers = TokenText(cell, in: text).tokens.compactMap(\.value)
            guard numbers == [expected] else { return false }
            expected += 1
        }
        return expected > 3
    }

    private var holdsTasks: Bool {
        let roles = Set(columns.compactMap(\.role))
        guard roles.contains(.task) else { return false }
        return roles.contains(.lead) || roles.contains(.responsibility)
            || (roles.contains(.deadline) && (roles.contains(.outputs) || roles.contains(.coordinating)))
    }

    // MARK: Rows

    private mutating func takeRow(_ paragraph: Paragraph, afterBreak: Bool) {
        var cells = paragraph.cells.isEmpty ? [paragraph.stretch.first] : paragraph.cells
        if paragraph.cells.isEmpty {
            // The rest of the last cell; a line with a capital is a group row in one cell.
            let isRest =
                LetterCase.startsLower(paragraph.stretch.first, in: text) || paragraph.label?.series == .bullet
                || paragraph.label?.series == .plus
            if isRest, let last = rows.indices.last, let cell = rows[last].cells.lastIndex(where: { !$0.isEmpty }) {
                rows[last].cells[cell].append(paragraph.stretch)
                rows[last].hull = rows[last].hull.lowerBound..<paragraph.stretch.hull.upperBound
                return
            }
        }
        while cells.count > columns.count, let last = cells.last, last.isEmpty { cells.removeLast() }
        if cells.count > columns.count { reportRagged(paragraph, cells.count) }
        if columns.isEmpty { return }
        if paragraph.cells.isEmpty, let task = columns.firstIndex(where: { $0.role == .task }) {
            var row = [Stretch](repeating: Stretch(0..<0), count: columns.count)
            row[task] = paragraph.stretch
            rows.append(TableDraft.Row(kind: .other, cells: row, hull: paragraph.stretch.hull))
            return
        }
        if !paragraph.cells.isEmpty, completes(cells, paragraph) { return }
        shortCount = cells.count < columns.count ? cells.count : nil
        var stretches = paragraph.cells.isEmpty ? [paragraph.stretch] : cells.map { Stretch($0) }
        while stretches.count > columns.count {
            let extra = stretches.removeLast()
            stretches[stretches.count - 1].append(extra)
        }
        if stretches.count < columns.count {
            let filled = stretches.filter { !$0.isEmpty }
            if filled.count > 2, holdsTasks {
                reportRagged(paragraph, cells.count)
                stretches = RowAligner(columns, in: text).align(filled)
                shortCount = nil
            }
            while stretches.count < columns.count { stretches.append(Stretch(0..<0)) }
        }
        reportDoubt(stretches, paragraph, afterBreak: afterBreak)
        if goesOn(stretches) {
            joinRow(stretches, paragraph)
            return
        }
        var row = TableDraft.Row(kind: .other, cells: stretches, hull: paragraph.stretch.hull)
        splitJoined(&row)
        rows.append(row)
    }

    /// The rest of a row that a page break cut inside a cell: it goes on in small letters, and fills the row up.
    private mutating func completes(_ cells: [Range<Int>], _ paragraph: Paragraph) -> Bool {
        guard let count = shortCount, let last = rows.indices.last, cells.count + count - 1 == columns.count,
            let first = cells.first, LetterCase.startsLower(first, in: text), OutlineLabel.at(first, in: text) == nil
        else { return false }
        rows[last].cells[count - 1].append(first)
        for (offset, cell) in cells.dropFirst().enumerated() where !cell.isEmpty {
            rows[last].cells[count + offset].append(cell)
        }
        rows[last].hull = rows[last].hull.lowerBound..<paragraph.stretch.hull.upperBound
        shortCount = nil
        let number = columns.firstIndex { $0.role == .number }.map { text.string(rows[last].cells[$0]) } ?? ""
        diagnostics.append(
            Diagnostic(
                .joinedRow, at: text.location(of: paragraph.stretch.hull),
                related: [text.location(of: rows[last].hull)], arguments: [number]))
        return true
    }

    /// Two values that fell into one cell stand in their own columns again, and it is said.
    private mutating func splitJoined(_ row: inout TableDraft.Row) {
        guard holdsTasks else { return }
        if let number = columns.firstIndex(where: { $0.role == .number }),
            let group = columns.firstIndex(where: { $0.role == .group })
        {
            _ = JoinedCells.splitNumber(&row, number: number, group: group, in: text)
        }
        if let deadline = columns.firstIndex(where: { $0.role == .deadline }), row.cells[deadline].isEmpty,
            let column = columns.firstIndex(where: { $0.role == .outputs }),
            JoinedCells.splitTime(&row, from: column, deadline: deadline, in: text)
        {
            let number = columns.firstIndex { $0.role == .number }.map { text.string(row.cells[$0]) } ?? ""
            diagnostics.append(
                Diagnostic(
                    .uncertainCell, at: text.location(of: row.cells[deadline].hull),
                    arguments: [number.isEmpty ? "–" : number, text.string(row.cells[deadline])]))
        }
    }

    private mutating func reportRagged(_ paragraph: Paragraph, _ count: Int) {
        let number = paragraph.cells.first.map { text.string($0) } ?? ""
        diagnostics.append(
            Diagnostic(
                .raggedRow, at: text.location(of: paragraph.stretch.hull),
                arguments: [number.isEmpty ? "–" : number, String(count), String(columns.count)]))
    }

    /// The lower half of a row that a page break cut: no number, and what it holds goes on in the middle of things.
    private func goesOn(_ cells: [Stretch]) -> Bool {
        guard !rows.isEmpty, let number = columns.firstIndex(where: { $0.role == .number }),
            number < cells.count, cells[number].isEmpty
        else { return false }
        let filled = cells.indices.filter { !cells[$0].isEmpty }
        guard !filled.isEmpty else { return false }
        let task = columns.firstIndex { $0.role == .task }
        if let task, !cells[task].isEmpty {
            if OutlineLabel.at(cells[task].first, in: text) != nil { return false }
            return LetterCase.startsLower(cells[task].first, in: text)
        }
        if let group = columns.firstIndex(where: { $0.role == .group }), !cells[group].isEmpty { return false }
        return true
    }

    /// Below a page break, a lone text with a capital may be the rest of the row above or a row of its own.
    private mutating func reportDoubt(_ cells: [Stretch], _ paragraph: Paragraph, afterBreak: Bool) {
        guard afterBreak, let last = rows.last, let task = columns.firstIndex(where: { $0.role == .task }),
            cells.indices.filter({ !cells[$0].isEmpty }) == [task], let end = last.cells[task].ranges.last,
            !last.cells[task].isEmpty, !TerminalSign.ends(end, in: text),
            !LetterCase.startsLower(cells[task].first, in: text), OutlineLabel.at(cells[task].first, in: text) == nil
        else { return }
        let number = columns.firstIndex { $0.role == .number }.map { text.string(last.cells[$0]) } ?? ""
        diagnostics.append(
            Diagnostic(
                .uncertainCell, at: text.location(of: cells[task].hull), related: [text.location(of: end)],
                arguments: [number.isEmpty ? "–" : number, text.string(text.head(of: cells[task].first, bytes: 80))]))
    }

    private mutating func joinRow(_ cells: [Stretch], _ paragraph: Paragraph) {
        let last = rows.count - 1
        for (index, cell) in cells.enumerated() where !cell.isEmpty { rows[last].cells[index].append(cell) }
        rows[last].hull = rows[last].hull.lowerBound..<paragraph.stretch.hull.upperBound
        let number = columns.firstIndex { $0.role == .number }.map { text.string(rows[last].cells[$0]) } ?? ""
        diagnostics.append(
            Diagnostic(
                .joinedRow, at: text.location(of: paragraph.stretch.hull),
                related: [text.location(of: rows[last].hull)], arguments: [number]))
    }
}
