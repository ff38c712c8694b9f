import VanBanModel

/// A decision numbered `15/KH-UBND`: the letters are those of a plan.
enum NumberKindMismatch: Rule {
    static let description = RuleDescription(
        code: "numberKindMismatch", severity: .error,
        message: BilingualText(
            "The number {0} has the letters {1}, which are not those of a {2}.",
            "Số {0} có ký hiệu {1}, không phải ký hiệu của {2}."),
        hint: BilingualText("The letters should be {3}.", "Ký hiệu phải là {3}."),
        rationale: BilingualText(
            "The sign of a document begins with the letters of its kind: QĐ for a decision, KH for a plan.",
            "Ký hiệu của văn bản bắt đầu bằng chữ viết tắt tên loại: QĐ của quyết định, KH của kế hoạch."),
        source: "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3; Phụ lục III",
        example: "Số: 15/KH-UBND … QUYẾT ĐỊNH")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.record.parts.compactMap { part in
            guard let number = part.number, let name = part.typeName, let kind = DocumentSign(number)?.kind,
                !KindSigns.kinds(of: kind).isEmpty
            else { return nil }
            let letters = KindSigns.letters(of: name)
            guard !letters.isEmpty, !letters.contains(kind) else { return nil }
            return finding(
                at: document.location(of: "number", of: part),
                [number, kind, name, letters.sorted().joined(separator: ", ")])
        }
    }
}
