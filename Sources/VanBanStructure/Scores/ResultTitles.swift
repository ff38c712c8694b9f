import VanBanModel
import VanBanReading

/// The year of results that only the title of a part names: `BẢNG XẾP HẠNG CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025`.
enum ResultTitles {
    private static let results = Phrase.list([
        "xếp hạng", "kết quả", "công bố", "bảng điểm", "điểm số", "tổng hợp điểm", "đánh giá, xếp loại",
    ])
    /// What is planned for a year is not what was reached in it.
    private static let plans = Phrase.list([
        "kế hoạch", "phấn đấu", "nâng cao", "cải thiện", "khắc phục", "duy trì", "chương trình", "nhiệm vụ",
        "giải pháp",
        "triển khai",
    ])

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

    private static func year(in title: String?) -> Int? {
        guard let title else { return nil }
        let source = SourceText.literal(title)
        let words = TokenText(0..<source.bytes.count, in: source)
        func names(_ phrases: [Phrase]) -> Bool {
            words.tokens.indices.contains { words.firstMatch(phrases, at: $0) != nil }
        }
        return names(results) && !names(plans) ? ScoreReader.onlyYear(words) : nil
    }
}
