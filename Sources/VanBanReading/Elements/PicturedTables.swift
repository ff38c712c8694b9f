import VanBanModel

/// Tells of tables that are given as pictures: where a sentence calls for one, and a picture stands in its place.
enum PicturedTables {
    /// Words by which a sentence calls for a table.
    private static let words = ["bảng", "biểu", "phụ lục"].map { Array($0.utf8) }
    /// Bytes of a sentence's end in which they stand.
    private static let longestCall = 80

    /// - Parameter pictures: where in the text they stand.
    static func diagnostics(_ pictures: [Int], _ blocks: [Block], in text: SourceText) -> [Diagnostic] {
        var told: Int?
        return pictures.compactMap { picture in
            guard let index = blocks.lastIndex(where: { $0.range.upperBound <= picture }), index != told,
                blocks[index].grid == nil, !blocks[index].isSite, picture - blocks[index].range.upperBound <= 2,
                index + 1 == blocks.count || blocks[index + 1].grid == nil
            else { return nil }
            let range = blocks[index].range
            let end = text.bytes[range].suffix(longestCall)
            guard end.last == 0x3A else { return nil }
            let call = Array(String(decoding: end, as: UTF8.self).lowercased().utf8)
            guard words.contains(where: { word in call.indices.contains { call[$0...].starts(with: word) } }) else {
                return nil
            }
            told = index
            return Diagnostic(.tableNotRead, at: text.location(of: range), arguments: [text.opening(of: range)])
        }
    }
}

extension SourceText {
    /// The first words of a range, for people.
    func opening(of range: Range<Int>) -> String {
        let words = string(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count > 80 ? words.prefix(80) + "…" : words
    }
}
