/// Finds months and quarters that no year has (`tháng 13/2026`, `quý V`), so that they are not taken for something else.
struct ImpossibleUnit {
    /// The token after one that begins at a token; nil where none does.
    static func end(at index: Int, in tokens: TokenText) -> Int? {
        let key = tokens.key(index)
        let isMonth = key == Words.month
        // `6 tháng`, and `15 tháng 13 năm 2026`, which is a day.
        guard isMonth || Words.quarters.contains(key), tokens.number(index - 1) == nil else { return nil }
        if let number = tokens.shortNumber(index + 1) {
            guard number < 1 || number > (isMonth ? 12 : 4), tokens.key(index + 2) != Words.month else { return nil }
            // `tháng 15/6`
            if tokens.key(index + 2) == "/", tokens.shortNumber(index + 3).map({ $0 <= 12 }) == true { return nil }
        } else {
            guard !isMonth, romans.contains(tokens.key(index + 1)) else { return nil }
        }
        let end = index + 2
        let joins = tokens.key(end) == "/" || tokens.key(end) == Words.year
        return joins && tokens.year(end + 1) != nil ? end + 2 : end
    }

    private static let romans: Set<String> = ["v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
}
