import ArgumentParser
import VanBanArchive

/// A question that options put together, and what each option asks for by itself: where nothing answers, people are told
/// which of them fits nothing.
struct AskedPieces<Query: ArchiveQuery> {
    private(set) var query = Query()
    /// The option as it was written, and its question.
    private(set) var alone: [(String, SheetRequest)] = []

    /// Takes an option in, where it is given.
    /// - Parameter name: without dashes.
    /// - Throws: a mistake of usage where it holds no word, which everything would fit or nothing.
    mutating func take(_ name: String, _ value: String?, _ field: WritableKeyPath<Query, String?>) throws {
        guard let value else { return }
        try AskedWords.check("--" + name, value)
        take("--\(name) '\(value)'") { $0[keyPath: field] = value }
    }

    mutating func take(_ option: String, _ ask: (inout Query) -> Void) {
        var one = Query()
        ask(&one)
        alone.append((option, one.request))
        ask(&query)
    }

    /// Says of the question what is no piece of it: a choice that holds for every answer.
    mutating func set<Value>(_ field: WritableKeyPath<Query, Value>, to value: Value) { query[keyPath: field] = value }
}

/// Words that are asked for.
enum AskedWords {
    /// - Throws: a mistake of usage where a value is given that holds no word.
    static func check(_ option: String, _ value: String?) throws {
        guard let value else { return }
        let hasWord = value.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        if !hasWord { throw ValidationError(told("usage.noWord", option, value)) }
    }
}
