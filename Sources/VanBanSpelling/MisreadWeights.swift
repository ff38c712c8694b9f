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
    private let values: [String: Double]

    init() {
        var values: [String: Double] = [:]
        for line in String(decoding: PackageResources.misread_weights_csv, as: UTF8.self).split(separator: "\n") {
            let fields = line.split(separator: ",")
            if fields.count == 2, let value = Double(fields[1]) { values[String(fields[0])] = value }
        }
        self.values = values
        threshold = values["threshold"] ?? .infinity
    }

    func odds(_ seen: Evidence, _ repeated: SyllableModel.Repetition) -> Double {
        var odds = self["constant"]
        odds += self["before"] * seen.before + self["behind"] * seen.behind + self["edge"] * seen.edge
        odds += self["frequency"] * seen.frequency + self["edges"] * seen.edges
        odds += self["repeated"] * Logarithm.ofOneMore(than: Double(repeated.words))
        odds += self["repeatedPairs"] * Logarithm.ofOneMore(than: Double(repeated.pairs))
        switch seen.likeness {
        case .marks: return odds
        case .confused: return odds + self["confused"]
        case .edited: return odds + self["edited"]
        }
    }

    private subscript(_ name: String) -> Double { values[name] ?? 0 }
}
