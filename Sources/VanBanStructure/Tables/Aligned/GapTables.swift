import VanBanModel
import VanBanReading

/// Tables whose cells stand on one line each, with a wide gap between them, whether or not they stand below each other:
/// every row has as many as the head. Asked for what no other reader took.
enum GapTables: TableRecovery {
    /// Fewer columns, or rows, may have as many gaps by chance.
    private static let leastColumns = 3
    private static let leastRows = 2

    static func tables(
        in lines: [Line], text: SourceText, agencies: AgencyGazetteer
    ) -> [(lines: Range<Int>, table: RecoveredTable)] {
        var found: [(lines: Range<Int>, table: RecoveredTable)] = []
        var index = 0
        while index < lines.count {
            guard let head = row(lines[index], at: index, text), head.cells.count >= leastColumns,
                head.stretch.length < 400, opensTable(head, text)
            else {
                index += 1
                continue
            }
            var rows = [head]
            while let row = index + rows.count < lines.count
                ? row(lines[index + rows.count], at: index + rows.count, text) : nil,
                row.cells.count == head.cells.count, number(row, text) == rows.count
            {
                rows.append(row)
            }
            let end = index + rows.count
            // A line below that belongs to a cell would be lost to it.
            if rows.count > leastRows, end == lines.count || lines[end].blankLinesBefore > 0 || lines[end].isApart {
                var reader = TableReader(rows, part: 0, in: text, agencies: agencies)
                reader.read()
                if var table = reader.table, table.holdsTasks {
                    table.layout = .aligned
                    found.append(
                        (index..<end, RecoveredTable(table: table, diagnostics: reader.diagnostics, furniture: [])))
                }
            }
            index = end
        }
        return found
    }

    private static func row(_ line: Line, at index: Int, _ text: SourceText) -> PrintedRow? {
        guard !line.isApart, text.bytes.withUnsafeBufferPointer({ AlignedLine.hasWideGap(line.range, in: $0) }) else {
            return nil
        }
        let aligned = AlignedLine(line, at: index, in: text)
        return PrintedRow(cells: aligned.atoms().map { Stretch(aligned.range($0)) }, stretch: Stretch(line.range))
    }

    private static func opensTable(_ head: PrintedRow, _ text: SourceText) -> Bool {
        let heads = head.cells.map { TokenText($0, in: text) }
        return ColumnRoles.roles(of: heads)[0] == .number && ColumnRoles.recognized(in: heads) >= leastColumns
    }

    private static func number(_ row: PrintedRow, _ text: SourceText) -> Int? {
        row.cells.first.flatMap { $0.length <= 4 ? Int(PartReader.trimmingSigns(text.string($0))) : nil }
    }
}
