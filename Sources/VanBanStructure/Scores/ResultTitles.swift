import VanBanModel
import VanBanReading

/// The year of results that only the title of a part names: `BẢNG XẾP HẠNG CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025`.
enum ResultTitles {
    private static let results = Lexicon.phrases(.resultTitles)
    /// What is planned for a year is not what was reached in it.
    private static let plans = Lexicon.phrases(.planTitles)

    /// The one year that the title of a part names, or that of the document that it is attached to.
    static func year(of parts: [Part], at index: Int) -> Int? {
        var index = index
        while parts.indices.contains(index) {
            if let told = year(in: parts[index].title) { return told }
            guard parts[index].kind == .appendix || parts[index].attachedTo != nil else { return nil }
            index -= 1
        }
        return nil
    }

    /// Whether the title of a part, or of the document that it is attached to, says that it holds an index's results.
    static func areTold(in parts: [Part], at index: Int) -> Bool {
        guard parts.indices.contains(index) else { return false }
        if let title = parts[index].title, let words = words(of: title) { return IndexNames.index(in: words) != nil }
        guard parts[index].title == nil, parts[index].kind == .appendix || parts[index].attachedTo != nil else {
            return false
        }
        return areTold(in: parts, at: index - 1)
    }

    private static func year(in title: String?) -> Int? {
        title.flatMap { words(of: $0) }.flatMap { ScoreReader.onlyYear($0) }
    }

    /// The words of a title that speaks of results: it says so, or opens with the name of an index.
    private static func words(of title: String) -> TokenText? {
        let source = SourceText.literal(title)
        let words = TokenText(0..<source.bytes.count, in: source)
        func names(_ phrases: [Phrase]) -> Bool {
            words.tokens.indices.contains { words.firstMatch(phrases, at: $0) != nil }
        }
        let isNamed = words.tokens.indices.prefix(3).contains { IndexNames.mention(at: $0, in: words) != nil }
        return (isNamed || names(results)) && !names(plans) ? words : nil
    }
}
