import VanBanModel

/// `43/2019/QĐ-UBND ngày 31/12/2018`: the number says 2019.
enum ReferenceYearMismatch: Rule {
    static let description = RuleDescription(
        code: "referenceYearMismatch", severity: .warning,
        message: BilingualText(
            "{0} is of {1} by its number, but of {2} by its date.",
            "{0} theo số là của năm {1}, nhưng theo ngày là của năm {2}."),
        hint: BilingualText("Correct the number or the date.", "Sửa số hoặc ngày."),
        rationale: BilingualText(
            "The number of a normative document carries the year in which it was issued.",
            "Số của văn bản quy phạm pháp luật mang năm ban hành."),
        source: "Luật Ban hành văn bản quy phạm pháp luật năm 2015, Điều 10",
        example: "Quyết định số 43/2019/QĐ-UBND ngày 31/12/2018")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.record.references.compactMap { reference in
            guard let number = reference.number, let year = DocumentSign(number)?.year,
                let date = reference.date, date.year != year, let place = reference.mentions.first
            else { return nil }
            return finding(
                at: place, [number, String(year), String(date.year)], related: Array(reference.mentions.dropFirst()))
        }
    }
}
