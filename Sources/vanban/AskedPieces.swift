import VanBanArchive

/// A question that options put together, and what each option asks for by itself: where nothing answers, people are told
/// which of them fits nothing.
struct AskedPieces<Query: ArchiveQuery> {
    private(set) var query = Query()
    /// The option as it was written, and its question.
    private(set) var alone: [(String, SheetRequest)] = []

    /// Takes an option in, where it is given.
    /// - Parameter name: without dashes.
    mutating func take(_ name: String, _ value: String?, _ field: WritableKeyPath<Query, String?>) {
        guard let value else { return }
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
