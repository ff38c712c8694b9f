import VanBanModel

/// `xếp thứ 65/63`: a rank that the list does not have.
enum RankBeyondNumber: Rule {
    static let description = RuleDescription(
        code: "rankBeyondNumber", severity: .error,
        message: BilingualText(
            "“{0}” has rank {1} of only {2}.", "“{0}” xếp thứ {1} trong khi chỉ có {2} đơn vị được xếp hạng."),
        hint: BilingualText("Correct the rank or the number.", "Sửa lại thứ hạng hoặc số đơn vị."),
        rationale: BilingualText(
            "A rank lies between 1 and the number of those ranked.",
            "Thứ hạng phải nằm trong khoảng từ 1 đến số đơn vị được xếp hạng."),
        example: "Chỉ số PAPI năm 2022 xếp thứ 65/63 tỉnh, thành phố")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.record.indexScores.compactMap { score in
            guard let position = score.rank?.position, let number = score.rank?.of,
                position > number || position < 1
            else { return nil }
            return finding(at: score.location, [score.title, "\(position)", "\(number)"])
        }
    }
}
