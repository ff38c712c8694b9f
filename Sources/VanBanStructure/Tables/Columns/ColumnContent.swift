import VanBanModel
import VanBanReading

/// What the cells of a column are, as shares of those that hold something.
struct ColumnContent: Sendable {
    /// Cells that hold something.
    private(set) var count = 0
    private(set) var time = 0.0
    private(set) var agency = 0.0
    private(set) var output = 0.0
    /// Bare figures, labels of rows (`1`, `a)`, `II`) and codes (`NV.01`).
    private(set) var figure = 0.0
    private(set) var label = 0.0
    private(set) var code = 0.0
    /// Cells of several words.
    private(set) var long = 0.0
    /// Whether its numbers count on.
    private(set) var counts = false
    /// Whether cells hold for the rows below them, too; nil where no row tells.
    private(set) var reachesDown: Bool?

    /// How much the cells are to be trusted.
    var trust: Double { Double(count) / Double(count + 2) }

    /// The columns of a table.
    /// - Parameter rows: those below the header, a cell for each column; nil for a cell that one above covers.
    static func columns(_ count: Int, of rows: ColumnSample, in text: SourceText, agencies: AgencyGazetteer) -> [Self] {
        let likeness = CellLikeness(text, agencies: agencies)
        return (0..<count).map { column in
            ColumnContent(
                rows.rows.map { $0[column] }, isWhole: rows.isWhole,
                hasWords: Self.hasWords(rows.rows, besides: column),
                likeness, text)
        }
    }

    /// Of every row whether another column than the first ones holds something of its own.
    private static func hasWords(_ rows: [[Stretch?]], besides column: Int) -> [Bool] {
        rows.map { row in row.indices.contains { $0 > column && !(row[$0]?.isEmpty ?? true) } }
    }

    private init(
        _ cells: [Stretch?], isWhole: Bool, hasWords: [Bool], _ likeness: CellLikeness, _ text: SourceText
    ) {
        let filled = cells.compactMap { $0 }.filter { !$0.isEmpty }
        count = filled.count
        guard count > 0 else { return }
        var last: Int?
        var follows = 0
        for cell in filled {
            let features = likeness.features(of: cell)
            if features.isTime { time += 1 } else if features.holdsTime { time += 0.5 }
            if features.isAgency { agency += 1 }
            if features.isOutput { output += 1 }
            if features.isLong { long += 1 }
            if RowNumber.fills(cell.hull, in: text) {
                label += 1
                let value = Int(PartReader.trimmingSigns(text.string(cell)))
                if let value, let last, value == last + 1 || value == 1 { follows += 1 }
                last = value ?? last
            } else if Self.isCode(cell, text) {
                code += 1
            } else if Self.isFigure(cell, text) {
                figure += 1
            }
        }
        let all = Double(count)
        counts = follows * 2 > count - 1 && count > 1 && label * 3 >= all * 2
        time /= all
        agency /= all
        output /= all
        long /= all
        label /= all
        code /= all
        figure /= all
        let open = zip(cells, hasWords).filter { $0 == nil || $0?.isEmpty == true && $1 }
        if !open.isEmpty { reachesDown = true } else if isWhole, cells.count > 1 { reachesDown = repeats(cells, text) }
    }

    /// Whether a cell says what the one above it does.
    private func repeats(_ cells: [Stretch?], _ text: SourceText) -> Bool {
        zip(cells, cells.dropFirst()).contains { above, cell in
            guard let above, let cell, !cell.isEmpty, above.length == cell.length else { return false }
            return text.string(above) == text.string(cell)
        }
    }

    /// `NV.01`, `KH20_TT_N01.1`: letters and digits without a space.
    private static func isCode(_ cell: Stretch, _ text: SourceText) -> Bool {
        guard cell.more.isEmpty, cell.length <= 32 else { return false }
        let bytes = text.bytes[cell.first]
        guard bytes.contains(where: CharacterClass.isDigit), !bytes.contains(where: { $0 <= 0x20 || $0 >= 0x80 }) else {
            return false
        }
        return bytes.contains { $0 >= 0x41 && $0 <= 0x5A || $0 >= 0x61 && $0 <= 0x7A }
    }

    private static func isFigure(_ cell: Stretch, _ text: SourceText) -> Bool {
        guard cell.length <= 16 else { return false }
        return cell.ranges.allSatisfy { range in
            text.bytes[range].allSatisfy {
                CharacterClass.isDigit($0) || [0x20, 0x2C, 0x2E, 0x25, 0x0A, 0x0B].contains($0)
            }
        }
    }
}

/// Some rows of a table, by which its columns are known.
struct ColumnSample: Sendable {
    /// A cell for each column; nil for one that a cell above covers.
    var rows: [[Stretch?]] = []
    /// Whether no row lacked cells.
    var isWhole = true

    /// More rows than this say nothing new.
    private static let limit = 40

    /// - Parameters:
    ///   - printed: the rows below the header.
    ///   - isHead: whether a row is a header again.
    init(_ printed: some Sequence<PrintedRow>, columns: Int, isHead: (PrintedRow) -> Bool) {
        for row in printed where !row.cells.isEmpty {
            if rows.count == Self.limit { break }
            if row.grid == nil, row.cells.count < columns { isWhole = false }
            let filled = row.cells.count { !$0.isEmpty }
            // Titles of groups say nothing of columns, nor do the numbers of columns.
            guard filled > 2 || columns < 4, row.grid != nil || row.cells.count == columns, !isHead(row),
                row.cells.contains(where: { $0.length > 4 })
            else { continue }
            rows.append(
                (0..<columns).map { column in
                    if row.grid?.covered.contains(column) ?? false { return nil }
                    return column < row.cells.count ? row.cells[column] : Stretch(0..<0)
                })
        }
    }
}
