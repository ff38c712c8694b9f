import VanBanModel
import VanBanStructure

/// The dimensions of an index do not add up to its whole.
enum DimensionSumMismatch: Rule {
    static let description = RuleDescription(
        code: "dimensionSumMismatch", severity: .warning,
        example: "Chỉ số PAPI đạt 44,40 điểm … (tám nội dung cộng lại 42,40 điểm)")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        let scores = document.record.indexScores
        return scores.compactMap { total in
            let codes = GazetteerFacts.addends(of: total.index)
            guard total.dimension == nil, total.region == nil, !codes.isEmpty, let stated = total.score else {
                return nil
            }
            var sum = 0.0
            var slack = stated.rounding
            var places: [Location] = []
            for code in codes {
                let found = scores.filter {
                    $0.index == total.index && $0.unit == total.unit && $0.year == total.year
                        && $0.dimension?.code == code && $0.region == nil && $0.score != nil
                }
                guard found.count == 1, let points = found[0].score else { return nil }
                sum += points
                slack += points.rounding
                places.append(found[0].location)
            }
            guard (sum - stated).magnitude > slack + 1e-6 else { return nil }
            return finding(at: total.location, [total.title, stated.printed, sum.printed], related: places)
        }
    }
}
