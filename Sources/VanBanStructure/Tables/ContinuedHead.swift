import VanBanReading

/// The first row of a table's second half that a program has marked as a head: it has a row's number and no word that a
/// head has. Programs that make tables of a PDF's pages mark the first row of every page so.
enum ContinuedHead {
    /// Whether a row that is marked as a head is none.
    static func isRow(_ row: PrintedRow, in text: SourceText) -> Bool {
        guard row.grid?.isHeader == true, row.cells.count >= 3, let first = row.cells.first, first.length <= 8,
            let number = DottedNumber(PartReader.trimmingSigns(text.string(first))), !isFirst(number, first, text)
        else { return false }
        return row.cells.dropFirst().contains { $0.length > 8 }
            && ColumnRoles.recognized(in: row.cells.map { TokenText($0, in: text) }) == 0
    }

    /// Takes the mark from such rows.
    static func release(_ rows: inout [PrintedRow], in text: SourceText) {
        for index in rows.indices where isRow(rows[index], in: text) { rows[index].grid?.isHeader = false }
    }

    private static func isFirst(_ number: DottedNumber, _ cell: Stretch, _ text: SourceText) -> Bool {
        text.string(cell).filter(\.isNumber) == "1"
    }
}
