/// Numbers that count something else than days and months: `Đợt 1 tháng 3/2026`, `Phiên họp thứ 3/2026`, `Tuần 2 tháng 6`.
enum CountedNumber {
    /// Whether the word before a number counts by it.
    static func stands(at index: Int, in tokens: TokenText) -> Bool {
        tokens.number(index) != nil && tokens.tokens[index].gapBefore <= .space && words.contains(tokens.key(index - 1))
    }

    private static let words: Set<String> = Set(
        CSVTable(PackageResources.counting_words_csv).rows.map { WordKey.of($0["word"]) })
}
