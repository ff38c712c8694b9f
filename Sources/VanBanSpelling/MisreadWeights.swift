import VanBanStructure

/// What speaks for another reading of a word, and how much (`Resources/misread-weights.csv`, fitted).
struct MisreadWeights: Sendable {
    /// What is seen of a word and another reading: logarithms of how much more likely the other one is.
    struct Evidence {
        var before: Double
        var behind: Double
        /// Beside an edge or a figure.
        var edge: Double
        var frequency: Double
        var likeness: SyllableModel.Likeness
        var edges: Double
    }

    let threshold: Double
    // Each asked for by each reading of each word: read once, and no texts to look up.
    private let constant, before, behind, edge, frequency, edges, repeated, repeatedPairs, confused, edited: Double

    init() {
        var values: [String: Double] = [:]
        for line in String(decoding: PackageResources.misread_weights_csv, as: UTF8.self).split(separator: "\n") {
            let fields = line.split(separator: ",")
            if fields.count == 2, let value = Double(fields[1]) { values[String(fields[0])] = value }
        }
        func value(_ name: String) -> Double { values[name] ?? 0 }
        constant = value("constant")
        before = value("before")
        behind = value("behind")
        edge = value("edge")
        frequency = value("frequency")
        edges = value("edges")
        repeated = value("repeated")
        repeatedPairs = value("repeatedPairs")
        confused = value("confused")
        edited = value("edited")
        threshold = values["threshold"] ?? .infinity
    }

    /// What it counts that a document has a word elsewhere, too.
    func gain(of repetition: SyllableModel.Repetition) -> (words: Double, pairs: Double) {
        (
            repeated * Logarithm.ofOneMore(than: Double(repetition.words)),
            repeatedPairs * Logarithm.ofOneMore(than: Double(repetition.pairs))
        )
    }

    /// - Parameter gain: of the word's repetitions.
    func odds(_ seen: Evidence, _ gain: (words: Double, pairs: Double)) -> Double {
        var odds = constant
        odds += before * seen.before + behind * seen.behind + edge * seen.edge
        odds += frequency * seen.frequency + edges * seen.edges
        odds += gain.words
        odds += gain.pairs
        switch seen.likeness {
        case .marks: return odds
        case .confused: return odds + confused
        case .edited: return odds + edited
        }
    }
}
