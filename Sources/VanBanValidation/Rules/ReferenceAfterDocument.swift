import VanBanModel

/// A basis that is younger than the document that rests on it.
enum ReferenceAfterDocument: Rule {
    static let description = RuleDescription(
        code: "referenceAfterDocument", severity: .warning,
        message: BilingualText(
            "{0} of {1} is younger than the document that cites it ({2}).",
            "{0} ngày {1} ban hành sau văn bản viện dẫn nó ({2})."),
        hint: BilingualText("Correct one of the dates, mostly the year.", "Sửa một trong hai ngày, thường là sai năm."),
        rationale: BilingualText(
            "A document cites what is there when it is issued: a citation with a later date has a wrong date.",
            "Văn bản chỉ viện dẫn được văn bản đã ban hành: ngày viện dẫn muộn hơn ngày ban hành là ngày sai."),
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
