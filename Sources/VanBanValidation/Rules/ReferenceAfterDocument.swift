import VanBanModel

/// A basis that is younger than the document that rests on it.
enum ReferenceAfterDocument: Rule {
    static let description = RuleDescription(
        code: "referenceAfterDocument", severity: .warning,
        source: "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6",
        example: "Quyết định ngày 08/4/2024: Căn cứ Tờ trình số 41/TTr-SNV ngày 02/5/2024")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        let own = Set(
            document.record.parts.compactMap(\.number) + document.record.parts.compactMap { $0.attachedTo?.number })
        return document.record.references.compactMap { reference in
            guard let date = reference.date, let place = reference.mentions.first,
                let issued = document.issueDate(of: document.part(at: place)), date > issued,
                !own.contains(reference.number ?? "")
            else { return nil }
            return finding(
                at: place, [reference.number ?? reference.type, date.printed, issued.printed])
        }
    }
}
