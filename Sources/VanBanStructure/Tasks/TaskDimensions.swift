import VanBanModel

/// Which dimension of the part's index the groups of tasks are about, where their titles are a dimension's name:
/// `Nội dung “Quản trị điện tử”`, `Quản trị điện tử`. A title with words besides the name says it not surely.
struct TaskDimensions {
    /// The index of each part that has one, by the part's id.
    private let indexes: [String: String]

    /// - Parameter parts: those of the document, with the indexes they have or inherit.
    init(_ parts: [Part]) {
        indexes = Dictionary(
            parts.compactMap { part in part.index.map { (part.id, $0) } }, uniquingKeysWith: { first, _ in first })
    }

    private struct Title: Hashable {
        var part: String
        var words: String
    }

    func settle(_ tasks: inout [Task]) {
        guard !indexes.isEmpty else { return }
        var known: [Title: String?] = [:]
        var last: (title: Title, code: String?)?
        for task in tasks.indices {
            guard let words = tasks[task].group?.title else { continue }
            let title = Title(part: tasks[task].part, words: words)
            // Tasks of a group follow one another.
            if last?.title != title {
                let code = known[title] ?? self.code(of: title)
                known[title] = code
                last = (title, code)
            }
            if let code = last?.code { tasks[task].group?.dimensionCode = code }
        }
    }

    private func code(of title: Title) -> String? {
        guard let index = indexes[title.part] else { return nil }
        var keys = IndexGazetteer.words(of: Phrase(title.words))[...]
        var number: String?
        for marker in Self.markers where keys.starts(with: marker.keys) {
            keys = keys.dropFirst(marker.keys.count)
            if let first = keys.first, Int(first) != nil {
                number = first
                keys = keys.dropFirst()
            }
            break
        }
        let dimension = IndexGazetteer.shared.dimension(keys: keys, of: index)
        guard let dimension, !dimension.code.isEmpty else { return nil }
        // Whether the number or the name is wrong is not ours to guess.
        if let number, number != dimension.number { return nil }
        return dimension.code
    }

    private static let markers = Lexicon.phrases(.taskDimensionMarkers)
}
