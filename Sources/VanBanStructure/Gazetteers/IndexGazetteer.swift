import VanBanReading

/// The indexes and their dimensions, by the names that documents use.
struct IndexGazetteer: Sendable {
    struct Dimension: Sendable, Hashable {
        var index: String
        /// `PAPI-4`
        var code: String
        /// `4`
        var number: String
        var name: String
    }

    static let shared = IndexGazetteer()

    private let dimensions: [Dimension]
    private let phrases: [(phrase: Phrase, dimension: Int)]

    private init() {
        let table = CSVTable(PackageResources.indexes_csv)
        var dimensions: [Dimension] = []
        var phrases: [(phrase: Phrase, dimension: Int)] = []
        for row in table.rows {
            let index = row["index"]
            let code = row["code"]
            // Dimensions stand right under their index: `PAPI-4`, not `PAPI-4.2`.
            guard let dash = code.lastIndex(of: "-"), row["parent"] == String(code[..<dash]),
                !code[..<dash].contains("-"), let number = Int(code[code.index(after: dash)...])
            else { continue }
            let name = row["name_vi"]
            dimensions.append(Dimension(index: index, code: code, number: String(number), name: name))
            for alias in [name] + row.values("aliases") {
                let phrase = Phrase(alias)
                if phrase.keys.count > 1 { phrases.append((phrase, dimensions.count - 1)) }
            }
        }
        self.dimensions = dimensions
        self.phrases = phrases.sorted { $0.phrase.keys.count > $1.phrase.keys.count }
    }

    func dimension(_ number: String, of index: String) -> Dimension? {
        dimensions.first { $0.index == index && $0.number == number }
    }

    /// The dimension of an index that is named from a token on, the longest name first.
    func dimension(of index: String, at position: Int, in text: TokenText) -> (dimension: Dimension, length: Int)? {
        for entry in phrases
        where dimensions[entry.dimension].index == index && text.matches(entry.phrase, at: position) {
            return (dimensions[entry.dimension], entry.phrase.keys.count)
        }
        return nil
    }
}
