import VanBanModel

/// Cells that reach over several rows: as the source says, or, in text that cannot say it, as the column of the fields
/// shows whose cells are empty below the field's name.
enum MergedCells {
    /// Gives cells their spans; the places that they cover are empty.
    static func settle(_ rows: inout [[Table.Cell]], of draft: TableDraft) {
        for row in rows.indices where draft.rows[row].kind == .group { widenTitle(&rows[row]) }
        let group = draft.column(.group)
        let number = draft.column(.number)
        for column in draft.columns.indices {
            let isField = group != nil && (column == group || column == number)
            var top: Int?
            for row in rows.indices where column < rows[row].count {
                let isCovered = draft.rows[row].covered.contains(column)
                if isCovered || isField && goesOn(rows[row], draft.rows[row], column, group), let top {
                    rows[row][column].text = ""
                    rows[row][column].location = nil
                    rows[top][column].rowSpan = row - top + 1
                } else {
                    top = isCovered || rows[row][column].text.isEmpty || draft.rows[row].kind == .group ? nil : row
                }
            }
        }
    }

    /// The title of a group is as wide as what is left of its row, whether the cells were merged or left empty.
    private static func widenTitle(_ cells: inout [Table.Cell]) {
        guard let title = cells.lastIndex(where: { !$0.text.isEmpty }) else { return }
        cells[title].columnSpan = cells.count - title
    }

    private static func goesOn(_ cells: [Table.Cell], _ row: TableDraft.Row, _ column: Int, _ group: Int?) -> Bool {
        guard row.kind == .task, cells[column].text.isEmpty, let group else { return false }
        return column == group || cells[group].text.isEmpty || row.covered.contains(group)
    }
}
