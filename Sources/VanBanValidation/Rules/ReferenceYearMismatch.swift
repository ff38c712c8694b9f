import VanBanModel

/// `43/2019/QĐ-UBND ngày 31/12/2018`: the number says 2019.
enum ReferenceYearMismatch: Rule {
    static let description = RuleDescription(
        code: "referenceYearMismatch", severity: .warning,
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
