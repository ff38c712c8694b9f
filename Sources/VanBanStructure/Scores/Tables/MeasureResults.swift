import VanBanModel
import VanBanReading

/// The results of a table, one for each index or dimension, unit and year, in the order of their first cells.
struct MeasureResults {
    struct Key: Hashable {
        var index: String
        var dimension: IndexScore.Dimension?
        var unit: String?
        var year: Int?
        /// The region within which a rank is.
        var region: String?
    }

    private var order: [Key: Int] = [:]
    private var rows: [(key: Key, score: IndexScore, baseline: Int?)] = []
    private(set) var scores: [IndexScore] = []

    var isEmpty: Bool { scores.isEmpty }

    private mutating func row(_ key: Key, _ place: Location) -> Int {
        if let known = order[key] { return known }
        var score = IndexScore(id: "", index: key.index, location: place)
        score.dimension = key.dimension
        score.unit = key.unit
        score.year = key.year
        score.region = key.region
        order[key] = rows.count
        rows.append((key, score, nil))
        return rows.count - 1
    }

    mutating func take(score: Double, maximum: Double?, for key: Key, at place: Location) {
        let row = row(key, place)
        guard rows[row].score.score == nil else { return }
        rows[row].score.score = score
        if let maximum { rows[row].score.maximum = maximum }
    }

    mutating func take(percent: Double, for key: Key, at place: Location) {
        let row = row(key, place)
        if rows[row].score.percent == nil { rows[row].score.percent = percent }
    }

    mutating func take(maximum: Double, for key: Key, at place: Location) {
        let row = row(key, place)
        if rows[row].score.maximum == nil { rows[row].score.maximum = maximum }
    }

    mutating func take(rank: Int, of total: Int?, for key: Key, at place: Location) {
        let row = row(key, place)
        let change = rows[row].score.rank?.change
        guard rows[row].score.rank?.position == nil else { return }
        rows[row].score.rank = .init(position: rank, of: total, change: change)
    }

    mutating func take(group words: TokenText, for key: Key, at place: Location) {
        let row = row(key, place)
        guard rows[row].score.groupText == nil, !words.tokens.isEmpty else { return }
        let named = ResultGroups.named(words)
        rows[row].score.groupText = named.text
        rows[row].score.group = named.group
    }

    mutating func take(
        change: Double?, sign: Int, isRank: Bool, baseline: Int?, for key: Key, at place: Location
    ) {
        let row = row(key, place)
        if isRank {
            let places = sign * Int((change ?? 0).rounded())
            if rows[row].score.rank == nil { rows[row].score.rank = .init(position: nil, of: nil, change: nil) }
            if rows[row].score.rank?.change == nil { rows[row].score.rank?.change = places }
        } else if rows[row].score.change == nil {
            rows[row].score.change = .init(
                direction: sign > 0 ? .increase : sign < 0 ? .decrease : .unchanged, amount: sign == 0 ? nil : change)
        }
        rows[row].baseline = rows[row].baseline ?? baseline
    }

    /// Gives each result the one it is compared with; what has nothing but a maximum is none.
    mutating func finish() {
        for row in rows.indices {
            guard let year = rows[row].key.year, hasValue(rows[row].score) else { continue }
            var key = rows[row].key
            let wanted = rows[row].baseline
            let earlier = rows.filter { other in
                key.year = other.key.year
                return other.key == key && other.key.year.map { $0 < year && (wanted == nil || $0 == wanted) } ?? false
                    && hasValue(other.score)
            }.max { ($0.key.year ?? 0) < ($1.key.year ?? 0) }
            if let earlier {
                let score = earlier.score
                guard score.score != nil || score.percent != nil else { continue }
                rows[row].score.previous = .init(
                    year: earlier.key.year, score: score.score ?? score.percent,
                    group: score.group?.rawValue ?? score.groupText)
            } else if let wanted {
                rows[row].score.previous = .init(year: wanted, score: nil, group: nil)
            }
        }
        scores = rows.map(\.score).filter { hasValue($0) || $0.groupText != nil || $0.change != nil }
    }

    private func hasValue(_ score: IndexScore) -> Bool {
        score.score != nil || score.percent != nil || score.rank != nil
    }
}
