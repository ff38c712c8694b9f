import VanBanModel
import VanBanReading

/// Tables whose cells or rows are told by signs in the text: `|` between the cells, or lines drawn around them.
struct MarkedTables {
    private let lines: [Line]
    private let text: SourceText
    private let agencies: AgencyGazetteer

    private init(_ lines: [Line], in text: SourceText, agencies: AgencyGazetteer) {
        self.lines = lines
        self.text = text
        self.agencies = agencies
    }

    /// The tables of which only the ends of cells are left.
    /// - Parameter bars: offsets of the bars that were taken away behind cells.
    static func tables(
        in lines: [Line], bars: [Int], text: SourceText, agencies: AgencyGazetteer
    ) -> [(lines: Range<Int>, table: RecoveredTable)] {
        let reader = MarkedTables(lines, in: text, agencies: agencies)
        return CellEndTables.pieces(in: lines, bars: bars, text: text, agencies: agencies).compactMap(reader.table)
    }

    static func tables(
        in lines: [Line], text: SourceText, agencies: AgencyGazetteer
    ) -> [(lines: Range<Int>, table: RecoveredTable)] {
        guard TableSign.occur(in: text.bytes) else { return [] }
        let reader = MarkedTables(lines, in: text, agencies: agencies)
        var pieces: [MarkedPiece] = []
        for run in MarkedRuns(lines, in: text).all() {
            let piece = run.isDrawn ? DrawnRows.read(run, in: text) : PipedRows.read(run, in: text)
            guard let piece, !piece.rows.isEmpty else { continue }
            if let last = pieces.indices.last, let between = reader.between(pieces[last], piece) {
                pieces[last].take(piece, between)
            } else {
                pieces.append(piece)
            }
        }
        return pieces.compactMap(reader.table)
    }

    // MARK: Pieces of one table

    /// What stands between two pieces of one table, which empty lines or a page's end cut; nil where they are two.
    private func between(_ above: MarkedPiece, _ below: MarkedPiece) -> [(stretch: Stretch, kind: Ledger.Furniture)]? {
        guard above.layout == below.layout, above.columns == below.columns, above.isFramed == below.isFramed,
            let first = above.rows.first, let next = below.rows.first
        else { return nil }
        var furniture: [(stretch: Stretch, kind: Ledger.Furniture)] = []
        for line in lines[above.lines.upperBound..<below.lines.lowerBound] {
            guard line.kind == .pageNumber || isNumber(line.range) else { return nil }
            furniture.append((Stretch(line.range), .pageNumber))
        }
        if isHeader(next), !isSame(first, next) { return nil }
        // A letterhead is nothing that a table goes on with.
        if LayoutTables(text).holdForm([first.cells, next.cells]) { return nil }
        return furniture
    }

    private func isNumber(_ range: Range<Int>) -> Bool {
        range.count <= 3 && range.allSatisfy { CharacterClass.isDigit(text.bytes[$0]) }
    }

    private func isHeader(_ row: PrintedRow) -> Bool {
        guard row.stretch.length < 800 else { return false }
        let recognized = ColumnRoles.recognized(in: row.cells.map { TokenText($0, in: text) })
        if recognized >= 3 || recognized >= 2 && row.cells.count <= 3 { return true }
        return row.grid?.isHeader == true && !ContinuedHead.isRow(row, in: text)
    }

    /// Whether the first row names a body or a time beside something else, and rows of as many cells stand below it.
    private func isHeaded(_ piece: MarkedPiece) -> Bool {
        guard piece.rows.count >= 3, let first = piece.rows.first, first.cells.count == piece.columns,
            first.stretch.length < 400, piece.rows.dropFirst().count(where: { $0.cells.count == piece.columns }) >= 2
        else { return false }
        return ColumnRoles.areHeads(first.cells.map { TokenText($0, in: text) })
    }

    private func isSame(_ first: PrintedRow, _ second: PrintedRow) -> Bool {
        TokenText(first.stretch, in: text).tokens.map(\.key) == TokenText(second.stretch, in: text).tokens.map(\.key)
    }

    // MARK: Reading

    private func table(_ piece: MarkedPiece) -> (lines: Range<Int>, table: RecoveredTable)? {
        let layouts = LayoutTables(text)
        let cells = piece.rows.map(\.cells)
        let isLayout = layouts.isLayout(cells)
        guard isTable(piece, isLayout: isLayout) else { return nil }
        if isLayout {
            var table = RecoveredTable(
                table: TableDraft(part: 0, columns: [], rows: [], hull: 0..<0, holdsTasks: false), diagnostics: [],
                furniture: piece.furniture)
            table.isLayout = true
            table.unfolded = layouts.paragraphs(
                of: cells, byColumn: piece.layout == .pipes, like: lines[piece.lines.lowerBound])
            return (piece.lines, table)
        }
        var rows = piece.rows
        ContinuedHead.release(&rows, in: text)
        var reader = TableReader(rows, part: 0, in: text, agencies: agencies)
        reader.read()
        guard var draft = reader.table else { return nil }
        draft.layout = piece.layout
        draft.confidence = min(draft.confidence, piece.confidence)
        var table = RecoveredTable(
            table: draft, diagnostics: reader.diagnostics, furniture: piece.furniture)
        table.unfolded = layouts.paragraphs(
            of: reader.leftover.map { cells[$0] }, byColumn: false, like: lines[piece.lines.lowerBound])
        if draft.columns.allSatisfy(\.header.isEmpty) { table.headless = rows }
        return (piece.lines, table)
    }

    /// Whether the signs make a table, and don't only stand in running text.
    private func isTable(_ piece: MarkedPiece, isLayout: Bool) -> Bool {
        if piece.isRuled { return piece.columns > 1 || piece.layout == .drawn || piece.rows.count > 1 }
        if isLayout { return piece.columns == 2 || piece.columns == 3 || piece.isFramed && piece.rows.count > 1 }
        if piece.isFramed { return piece.columns >= 2 && (piece.rows.count >= 2 || piece.columns >= 3) }
        guard piece.rows.count >= 2 else { return false }
        if piece.rows.prefix(6).contains(where: isHeader) || isHeaded(piece) { return true }
        let numbered = piece.rows.reduce(0) { count, row in
            count + (row.cells.first.map { RowNumber.fills($0.first, in: text) } ?? false ? 1 : 0)
        }
        return piece.columns >= 3 && numbered * 4 >= piece.rows.count * 3
    }
}

extension MarkedPiece {
    /// Adds the rows of a piece below.
    mutating func take(_ below: MarkedPiece, _ between: [(stretch: Stretch, kind: Ledger.Furniture)]) {
        lines = lines.lowerBound..<below.lines.upperBound
        furniture += between + below.furniture
        var more = below.rows
        more[0].pageBreakBefore = true
        for index in more.indices { more[index].grid?.isHeader = false }
        rows += more
        confidence = min(confidence, below.confidence)
        isRuled = isRuled || below.isRuled
        isRegular = isRegular && below.isRegular
    }
}
