import VanBanReading

/// Words in heads and row names of tables of results, by what they say (`Resources/measure-words.csv`).
enum MeasureWords {
    /// `Tổng điểm`: what other columns of points are parts of.
    static let totals = list("total")
    /// `Trung bình`, `Cao nhất`: the points of nobody.
    static let nobody = list("nobody")
    static let groups = list("group")
    /// `Mức độ`: a group where words stand below, a value where numbers do.
    static let levels = list("level")
    static let ranks = list("rank")
    static let everywhere = list("everywhere")
    /// Behind which the region is named within which a rank is.
    static let regions = list("region")
    static let changes = list("change")

    private static let rows = CSVTable(PackageResources.measure_words_csv).rows

    /// The longest first.
    private static func list(_ role: String) -> [Phrase] {
        Phrase.list(rows.filter { $0["role"] == role }.map { $0["phrase"] })
    }

    /// Whether words are one phrase of a list, whatever signs stand around them.
    static func isWhole(_ phrases: [Phrase], _ text: TokenText) -> Bool {
        let start = text.tokens.firstIndex { $0.kind == .word } ?? 0
        guard let phrase = text.firstMatch(phrases, at: start) else { return false }
        return !text.tokens[(start + phrase.keys.count)...].contains { $0.kind == .word || $0.kind == .number }
    }

    static func stand(_ phrases: [Phrase], in text: TokenText) -> Bool {
        text.tokens.indices.contains { text.firstMatch(phrases, at: $0) != nil }
    }

    /// The region that follows `vùng` or `khu vực`, or these words alone; nil where none is spoken of.
    static func region(in text: TokenText) -> String? {
        for position in text.tokens.indices {
            guard let word = text.firstMatch(regions, at: position) else { continue }
            let start = position + word.keys.count
            var end = start
            while end < text.tokens.count, text.tokens[end].kind == .word, text.year(at: end) == nil { end += 1 }
            return text.string((end > start ? start : position)..<end)
        }
        return nil
    }
}
