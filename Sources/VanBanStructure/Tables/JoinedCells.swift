import VanBanModel
import VanBanReading

/// Two values that fell into one cell: a number with its field's name, a product with its time.
enum JoinedCells {
    /// `5 Hoạt động kiểm tra` in the number's column, where the field's column is empty.
    static func splitNumber(_ row: inout TableDraft.Row, number: Int, group: Int, in text: SourceText) -> Bool {
        guard row.cells[group].isEmpty, !row.cells[number].isEmpty else { return false }
        let cell = row.cells[number]
        var end = cell.first.lowerBound
        while end < cell.first.upperBound, CharacterClass.isDigit(text.bytes[end]) { end += 1 }
        guard end > cell.first.lowerBound, end - cell.first.lowerBound <= 3, end < cell.first.upperBound,
            CharacterClass.isSpace(text.bytes[end]) || text.bytes[end] == 0x2E
        else { return false }
        var start = end
        if text.bytes[start] == 0x2E { start += 1 }
        let rest = Stretch(text.trimmed(start..<cell.first.upperBound), cell.more)
        guard !rest.isEmpty else { return false }
        row.cells[number] = Stretch(cell.first.lowerBound..<start)
        row.cells[group] = rest
        return true
    }

    private static let times = Lexicon.keys(.capitalTimes)

    /// `Báo cáo kết quả Tháng 12/2023` in the column before the deadline's, where that one is empty: the time begins
    /// with a capital of its own.
    static func splitTime(_ row: inout TableDraft.Row, from column: Int, deadline: Int, in text: SourceText) -> Bool {
        guard row.cells[deadline].isEmpty, !row.cells[column].isEmpty, row.cells[column].more.isEmpty else {
            return false
        }
        let tokens = TokenText(row.cells[column], in: text)
        for index in tokens.tokens.indices.dropFirst().reversed() {
            let token = tokens.tokens[index]
            guard token.startsUpper, !token.isAllUpper || token.range.count > 6, times.contains(token.key) else {
                continue
            }
            // Nothing but a time may follow.
            guard tokens.tokens.count - index <= 8 else { return false }
            let split = token.range.lowerBound
            let range = row.cells[column].first
            row.cells[column] = Stretch(text.trimmed(range.lowerBound..<split))
            row.cells[deadline] = Stretch(split..<range.upperBound)
            return true
        }
        return false
    }
}
