import VanBanModel

/// What was told so far of one index or dimension in one year.
struct ScoreDraft {
    var score: IndexScore
    /// Ranks within regions, one row each.
    var regional: [IndexScore] = []
    /// Whether it is not known of what the sentence speaks.
    var isUnknown = false
    /// The sentence of the paragraph that named the index or dimension.
    var namedIn: Int?
    /// Where the naming words end.
    var start: Int
    /// The year in which the group was reached, where the words say that it was.
    var groupYear: Int?
    private var lastRankIsRegional = false
    private var pendingPlaces: Int?

    init(_ score: IndexScore, start: Int, namedIn: Int? = nil) {
        self.score = score
        self.start = start
        self.namedIn = namedIn
    }

    var hasValue: Bool { score.score != nil || score.percent != nil }
    var hasResult: Bool { hasValue || score.rank != nil || !regional.isEmpty }
    /// Whether anything was told that belongs to one unit.
    var isTold: Bool { hasResult || score.groupText != nil || score.change != nil }
    /// Another result of the same index or dimension.
    func another(at start: Int) -> ScoreDraft {
        var other = IndexScore(id: "", index: score.index, location: score.location)
        other.dimension = score.dimension
        var draft = ScoreDraft(other, start: start, namedIn: namedIn)
        draft.isUnknown = isUnknown
        return draft
    }

    mutating func take(_ rank: IndexScore.Rank, region: String?) {
        if let region {
            guard !regional.contains(where: { $0.region == region }) else { return }
            var row = IndexScore(id: "", index: score.index, location: score.location)
            row.dimension = score.dimension
            row.rank = rank
            row.region = region
            regional.append(row)
        } else if score.rank == nil {
            score.rank = rank
            score.rank?.change = pendingPlaces
            pendingPlaces = nil
        }
        lastRankIsRegional = region != nil
    }

    /// Places won or lost belong to the rank told last, or to the one that is still to come.
    mutating func takePlaces(_ places: Int) {
        if lastRankIsRegional, let last = regional.indices.last {
            if regional[last].rank?.change == nil { regional[last].rank?.change = places }
        } else if score.rank != nil {
            if score.rank?.change == nil { score.rank?.change = places }
        } else {
            pendingPlaces = pendingPlaces ?? places
        }
    }

    /// The rows of the record: the result first, then the ranks within regions.
    func rows(year: Int?) -> [IndexScore] {
        let isGroup = !hasResult && score.group != nil && groupYear != nil
        guard !isUnknown, hasResult || isGroup else { return [] }
        if let dimension = score.dimension, dimension.number == nil, dimension.name == nil { return [] }
        var main = score
        main.year = main.year ?? (isGroup ? groupYear : year)
        // Places won or lost are told though the rank is not.
        if main.rank == nil, let pendingPlaces, hasValue {
            main.rank = .init(position: nil, of: nil, change: pendingPlaces)
        }
        let others = regional.map { row in
            var row = row
            row.year = main.year
            return row
        }
        let tellsMain = hasValue || main.rank != nil || isGroup
        return (tellsMain ? [main] : []) + others
    }
}
