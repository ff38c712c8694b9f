import FoundationEssentials

/// Several texts in one value of the database: a JSON array of strings.
enum JSONTexts {
    static func text(of texts: [String]?) -> String? {
        guard let texts else { return nil }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return (try? encoder.encode(texts)).map { String(decoding: $0, as: UTF8.self) }
    }

    static func texts(of text: String?) -> [String]? {
        text.flatMap { try? JSONDecoder().decode([String].self, from: Data($0.utf8)) }
    }
}
