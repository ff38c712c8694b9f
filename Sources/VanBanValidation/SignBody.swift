/// The bodies whose letters in a sign nobody else uses, and the words that name them.
enum SignBody {
    /// Words of which one at least names the body of some letters; nil for letters that others may use as well.
    static func words(of letters: String) -> [String]? {
        switch letters {
        case "TTg": ["thủ tướng"]
        case "CP": ["chính phủ"]
        case "UBND": ["ủy ban nhân dân", "uỷ ban nhân dân", "ubnd", "chủ tịch"]
        case "HĐND": ["hội đồng nhân dân", "hđnd"]
        default: nil
        }
    }
}
