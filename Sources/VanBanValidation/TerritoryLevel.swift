/// The level of a people's committee or council, by the noun behind its name: `Ủy ban nhân dân tỉnh`, `UBND XÃ`.
enum TerritoryLevel: Int, Sendable {
    case province, district, commune

    /// The level of the first body of some words; nil where they name none, or a city (`thành phố` may be of the
    /// province's level or the district's).
    init?(of words: String) {
        let text = words.lowercased()
        for name in ["ủy ban nhân dân ", "uỷ ban nhân dân ", "ubnd ", "hội đồng nhân dân ", "hđnd "] {
            guard let found = text.firstRange(of: name) else { continue }
            let rest = text[found.upperBound...]
            if rest.hasPrefix("tỉnh") {
                self = .province
            } else if rest.hasPrefix("huyện") || rest.hasPrefix("quận") || rest.hasPrefix("thị xã") {
                self = .district
            } else if rest.hasPrefix("xã") || rest.hasPrefix("phường") || rest.hasPrefix("thị trấn")
                || rest.hasPrefix("đặc khu")
            {
                self = .commune
            } else {
                return nil
            }
            return
        }
        return nil
    }
}
