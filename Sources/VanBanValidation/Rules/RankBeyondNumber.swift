import VanBanModel

/// `xếp thứ 65/63`: a rank that the list does not have.
enum RankBeyondNumber: Rule {
    static let description = RuleDescription(
        code: "rankBeyondNumber", severity: .error,
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
