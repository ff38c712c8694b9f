import VanBanModel
import VanBanReading

/// Columns of points that stand beside their total.
extension MeasureTable {
    /// Of several columns of points or shares of one index and year the total is the result, the others are its parts:
    /// `Điểm thẩm định | Điểm điều tra | Tổng điểm`. Where nothing says which is the result, that is told.
    mutating func settleParts() {
        let kinds: [MeasureColumn.Meaning] = [.score, .percent]
        var kept: Set<Int> = []
        for first in columns.indices where kinds.contains(columns[first].meaning) && !kept.contains(first) {
            var rivals = columns.indices.filter { $0 >= first && isRival(columns[$0], of: columns[first]) }
            guard rivals.count > 1 else { continue }
            let own = rivals.filter { !columns[$0].isOfNobody }
            if !own.isEmpty, own.count < rivals.count {
                for column in rivals where columns[column].isOfNobody { columns[column].meaning = .other }
                rivals = own
                guard rivals.count > 1 else { continue }
            }
            // `Điểm thẩm định | Điểm điều tra | Tổng cộng`
            let totals = columns.indices.filter { column in
                columns[column].meaning == .other && columns[column].unit == nil
                    && grid.heads[column].last.map { MeasureWords.isWhole(MeasureWords.totals, $0) } ?? false
            }
            if let total = totals.first, totals.count == 1, !rivals.contains(where: { columns[$0].isTotal }) {
                columns[total].meaning = columns[first].meaning
                for column in rivals { columns[column].meaning = .other }
                kept.insert(total)
                continue
            }
            guard let total = total(of: rivals) else {
                for column in rivals.dropFirst() { doubt(columns[column].head) }
                kept.formUnion(rivals)
                continue
            }
            for column in rivals where column != total { columns[column].meaning = .other }
            kept.insert(total)
        }
    }

    private func isRival(_ column: MeasureColumn, of other: MeasureColumn) -> Bool {
        column.meaning == other.meaning && column.index == other.index && column.dimension == other.dimension
            && column.unit == other.unit && column.year == other.year
    }

    /// The one that its head calls the total, else the one that is the sum of the others in most rows.
    private func total(of rivals: [Int]) -> Int? {
        let named = rivals.filter { columns[$0].isTotal }
        if named.count == 1 { return named.first }
        let values = grid.rows.map { row in
            rivals.map { column -> Double? in
                column < row.cells.count && !row.cells[column].isEmpty
                    ? MeasureCell(TokenText(row.cells[column], in: text)).value : nil
            }
        }
        guard rivals.count > 2 else { return nil }
        return rivals.indices.first { place in
            let told = values.filter { $0[place] != nil }
            let right = told.count { row in
                let others = row.indices.filter { $0 != place }.compactMap { row[$0] }.reduce(0, +)
                return row[place].map { abs($0 - others) < 0.02 } ?? false
            }
            return !told.isEmpty && right * 2 > told.count
        }.map { rivals[$0] }
    }
}
