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
    /// Dimensions right under their index, the longest name first.
    private let phrases: [(phrase: Phrase, dimension: Int)]
    /// What stands below them, too: only tables and doubtful names ask for it, so it is made when they do.
    private static let deepPhrases = IndexGazetteer.read(isDeep: true).phrases

    private init() {
        let read = Self.read(isDeep: false)
        dimensions = read.dimensions
        phrases = read.phrases
    }

    private static func read(isDeep: Bool) -> (dimensions: [Dimension], phrases: [(phrase: Phrase, dimension: Int)]) {
        let table = CSVTable(PackageResources.indexes_csv)
        var dimensions: [Dimension] = []
        var phrases: [(phrase: Phrase, dimension: Int)] = []
        for row in table.rows {
            let parent = row["parent"]
            let code = row["code"]
            guard !parent.isEmpty, !code.hasSuffix("GROUP") else { continue }
            let index = row["index"]
            // `PAPI-4`, `DTI22-4`, `PAPI-4.2`; factors with letters (`SIPAS-S1`) are numbered by nobody.
            let tail = code.utf8.split(separator: UInt8(ascii: "-")).last.map { String(Substring($0)) } ?? ""
            let isNumbered = tail.utf8.allSatisfy { CharacterClass.isDigit($0) || $0 == UInt8(ascii: ".") }
            // Every province sets the components of its DDCI: a name says neither number nor code.
            let isFree = index == "DDCI"
            let name = row["name_vi"]
            dimensions.append(
                Dimension(
                    index: index, code: isFree ? "" : code, number: isFree || !isNumbered ? "" : tail, name: name))
            guard isDeep || !parent.utf8.contains(UInt8(ascii: "-")) else { continue }
            for alias in [name] + row.values("aliases") {
                let phrase = Phrase(alias)
                guard phrase.keys.count > 1, Int(phrase.keys[phrase.keys.count - 1]) == nil else { continue }
                phrases.append((phrase, dimensions.count - 1))
            }
        }
        return (dimensions, phrases.sorted { $0.phrase.keys.count > $1.phrase.keys.count })
    }

    func dimension(_ number: String, of index: String) -> Dimension? {
        let found = dimensions.filter { $0.index == index && $0.number == number }
        // What was numbered so in other years has another code, and a name of its own.
        return Set(found.map(\.code)).count == 1 ? found.first : nil
    }

    /// The dimension of an index that is named from a token on, the longest name first.
    /// - Parameter isDeep: whether sub-dimensions are looked for, too.
    func dimension(
        of index: String, at position: Int, in text: TokenText, isDeep: Bool = false
    ) -> (dimension: Dimension, length: Int)? {
        for entry in isDeep ? Self.deepPhrases : phrases
        where text.matches(entry.phrase, at: position) && dimensions[entry.dimension].index == index {
            return (dimensions[entry.dimension], entry.phrase.keys.count)
        }
        return nil
    }

    /// The dimension right under an index whose name or alias some words are, whatever signs stand between them.
    func dimension(keys: ArraySlice<String>, of index: String) -> Dimension? {
        phrases.first { entry in
            dimensions[entry.dimension].index == index && Self.words(of: entry.phrase).elementsEqual(keys)
        }.map { dimensions[$0.dimension] }
    }

    /// The keys of a phrase without those of signs.
    static func words(of phrase: Phrase) -> [String] {
        phrase.keys.filter { key in
            key.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x41 && $0 <= 0x5A }
                ?? false
        }
    }

    /// The dimension whose name or alias a string is.
    func dimension(named name: String, of index: String) -> Dimension? {
        let phrase = Phrase(name)
        return Self.deepPhrases.first { $0.phrase == phrase && dimensions[$0.dimension].index == index }
            .map { dimensions[$0.dimension] }
    }
}
