import VanBanModel
import VanBanStructure

/// A result above the points that can be had: `12,5 điểm` of ten.
enum ScoreBeyondMaximum: Rule {
    static let description = RuleDescription(
        code: "scoreBeyondMaximum", severity: .error,
        message: BilingualText(
            "“{0}” has {1}, but at most {2} can be reached.", "“{0}” có {1}, trong khi tối đa chỉ là {2}."),
        hint: BilingualText(
            "Correct the figure; often the decimal comma is in the wrong place or was lost.",
            "Sửa lại con số; thường là dấu phẩy thập phân sai chỗ hoặc bị mất."),
        rationale: BilingualText(
            "Compares a result with the maximum that is printed with it, or else with the index's own scale; a share cannot exceed 100 per cent.",
            "So kết quả với điểm tối đa in kèm, nếu không có thì với thang điểm của chỉ số; tỷ lệ không thể quá 100%."),
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
