import VanBanModel
import VanBanReading

/// The groups that an index sorts the provinces into, by quarters of their scores.
enum ResultGroups {
    private static let groups: [(phrase: Phrase, group: IndexScore.Group)] = [
        ("trung bình cao", .highAverage), ("trung bình thấp", .lowAverage), ("cao nhất", .high), ("thấp nhất", .low),
        ("cao", .high), ("thấp", .low),
    ].map { (Phrase($0), $1) }
    private static let word = WordKey.of("nhóm")
    private static let fillers: Set<String> = Set(
        [
            "đạt", "điểm", "các", "tỉnh", "thành", "phố", "có", "số", "xếp", "trong", "đạt", "được", "là", ",", "địa",
            "phương",
        ]
        .map { WordKey.of($0).isEmpty ? $0 : WordKey.of($0) })

    /// The group that `nhóm …` at a token names: its words as printed, and its code where they name one.
    static func at(_ index: Int, in text: TokenText) -> (text: String, group: IndexScore.Group?, end: Int)? {
        let tokens = text.tokens
        guard index < tokens.count, tokens[index].key == word else { return nil }
        var start = index + 1
        while start < tokens.count, fillers.contains(tokens[start].key), tokens[start].kind == .word { start += 1 }
        var end = start
        while end < tokens.count, tokens[end].kind == .word, tokens[end].kind != .number { end += 1 }
        guard end > start else { return nil }
        for entry in groups where text.matches(entry.phrase, at: start) {
            let stop = start + entry.phrase.keys.count
            // `cao của trung bình thấp` is not `cao`.
            if stop == end || !isOfGroup(tokens[stop].key) {
                return (text.string(start..<stop), entry.group, stop)
            }
        }
        // The words up to the next sign, at most eight of them.
        let stop = min(end, start + 8)
        return (text.string(start..<stop), nil, stop)
    }

    /// The group that a cell names, with or without the word `nhóm`: its words as printed, and its code.
    static func named(_ text: TokenText) -> (text: String, group: IndexScore.Group?) {
        let whole = text.string(0..<text.tokens.count)
        for start in text.tokens.indices.prefix(6) {
            for entry in groups
            where text.matches(entry.phrase, at: start) && start + entry.phrase.keys.count == text.tokens.count {
                return (whole, entry.group)
            }
        }
        return (whole, nil)
    }

    private static let partitive = WordKey.of("của")
    private static func isOfGroup(_ key: String) -> Bool { key == partitive }
}
