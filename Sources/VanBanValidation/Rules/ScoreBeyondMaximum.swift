import VanBanModel
import VanBanStructure

/// A result above the points that can be had: `12,5 điểm` of ten.
enum ScoreBeyondMaximum: Rule {
    static let description = RuleDescription(
        code: "scoreBeyondMaximum", severity: .error,
        example: "Chỉ số nội dung “Thủ tục hành chính công” đạt 73,132 điểm (thang điểm 10)")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.record.indexScores.compactMap { score in
            if let percent = score.percent, percent > 100 {
                return finding(at: score.location, [score.title, percent.printed + "%", "100%"])
            }
            let known = GazetteerFacts.maxima[score.dimension.map { $0.code ?? "" } ?? score.index]
            guard let points = score.score, let maximum = score.maximum ?? known, points > maximum else { return nil }
            return finding(at: score.location, [score.title, points.printed, maximum.printed])
        }
    }
}
