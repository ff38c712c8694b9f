import VanBanModel

/// `giảm so với năm 2022`, where the points of both years show a rise.
enum ChangeAgainstScores: Rule {
    static let description = RuleDescription(
        code: "changeAgainstScores", severity: .warning,
        example: "đạt 6,61 điểm, tăng so với năm 2022 (6,62 điểm)")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        let scores = document.record.indexScores
        return scores.compactMap { score in
            guard let change = score.change, let now = score.value else { return nil }
            var before = score.previous?.score
            var place: Location?
            if before == nil, let year = score.previous?.year ?? score.year.map({ $0 - 1 }) {
                let earlier = scores.filter { $0.year == year && ScoreKey($0) == ScoreKey(score) && $0.value != nil }
                guard earlier.count == 1 else { return nil }
                before = earlier[0].value
                place = earlier[0].location
            } else if change.amount != nil {
                return nil
            }
            guard let before, !agrees(change, from: before, to: now) else { return nil }
            let words: String
            switch change.direction {
            case .increase: words = "tăng"
            case .decrease: words = "giảm"
            case .unchanged: words = "giữ nguyên"
            }
            let stated = words + (change.amount.map { " " + $0.printed } ?? "")
            return finding(
                at: score.location, [score.title, stated, before.printed, now.printed],
                related: place.map { [$0] } ?? [])
        }
    }

    private static func agrees(_ change: IndexScore.Change, from before: Double, to now: Double) -> Bool {
        let difference = now - before
        if let amount = change.amount {
            let stated = change.direction == .decrease ? -amount : amount
            return (difference - stated).magnitude <= now.rounding + before.rounding + amount.rounding + 1e-6
        }
        switch change.direction {
        case .increase: return difference > -1e-6
        case .decrease: return difference < 1e-6
        case .unchanged: return difference.magnitude <= now.rounding + before.rounding + 1e-6
        }
    }
}
