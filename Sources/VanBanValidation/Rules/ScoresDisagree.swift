import VanBanModel

/// One result, given twice and not alike: 42,85 points here, 43,85 there.
enum ScoresDisagree: Rule {
    static let description = RuleDescription(
        code: "scoresDisagree", severity: .warning,
        example: "PAPI năm 2022 đạt 42,85 điểm … so với năm 2022 (43,85 điểm)")

    /// A result of a year, as one place gives it.
    private struct Statement {
        var title: String
        var points: Double?
        var percent: Double?
        var group: String?
        var groupText: String?
        var rank: IndexScore.Rank?
        var location: Location
    }

    private struct Key: Hashable {
        var score: ScoreKey
        var year: Int
    }

    static func findings(in document: ValidatedDocument) -> [Finding] {
        var known: [Key: [Statement]] = [:]
        var found: [Finding] = []
        for score in document.record.indexScores {
            for (year, statement) in statements(of: score) {
                let key = Key(score: ScoreKey(score), year: year)
                for other in known[key] ?? [] where other.location != statement.location {
                    guard let (this, that) = difference(statement, other) else { continue }
                    found.append(
                        finding(
                            at: statement.location, [statement.title, "\(year)", this, that],
                            related: [other.location]))
                    break
                }
                known[key, default: []].append(statement)
            }
        }
        return found
    }

    private static func statements(of score: IndexScore) -> [(Int, Statement)] {
        var found: [(Int, Statement)] = []
        if let year = score.year {
            found.append(
                (
                    year,
                    Statement(
                        title: score.title, points: score.score, percent: score.percent, group: score.group?.rawValue,
                        groupText: score.groupText, rank: score.rank, location: score.location)
                ))
        }
        if let before = score.previous, let year = before.year, year != score.year {
            // Words that are no group's name say less than a group.
            let group = before.group.flatMap { IndexScore.Group(rawValue: $0) }?.rawValue
            let inPercent = score.score == nil && score.percent != nil
            found.append(
                (
                    year,
                    Statement(
                        title: score.title, points: inPercent ? nil : before.score,
                        percent: inPercent ? before.score : nil, group: group, rank: nil, location: score.location)
                ))
        }
        return found
    }

    private static func difference(_ one: Statement, _ other: Statement) -> (String, String)? {
        if let left = one.points, let right = other.points, differ(left, right) { return (left.printed, right.printed) }
        if let left = one.percent, let right = other.percent, differ(left, right) {
            return (left.printed + "%", right.printed + "%")
        }
        if let left = one.group, let right = other.group, left != right {
            return (one.groupText ?? left, other.groupText ?? right)
        }
        if let left = one.rank, let right = other.rank, let first = left.position, let second = right.position,
            first != second, left.of == right.of
        {
            return (text(left, first), text(right, second))
        }
        return nil
    }

    private static func differ(_ left: Double, _ right: Double) -> Bool {
        (left - right).magnitude > max(left.rounding, right.rounding) + 1e-6
    }

    private static func text(_ rank: IndexScore.Rank, _ position: Int) -> String {
        "\(position)" + (rank.of.map { "/\($0)" } ?? "")
    }
}
