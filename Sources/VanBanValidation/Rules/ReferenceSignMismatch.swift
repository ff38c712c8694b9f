import VanBanModel

/// `Nghị quyết 17-NQ/CP`: the State writes `17/NQ-CP`, the Party `17-NQ/TW`.
enum ReferenceSignMismatch: Rule {
    static let description = RuleDescription(
        code: "referenceSignMismatch", severity: .warning,
        message: BilingualText(
            "“{0}” is not how the sign of a {1} is written.", "“{0}” không đúng cách ghi số, ký hiệu của {1}."),
        hint: BilingualText(
            "Probably “{2}” is meant; compare with the document.", "Có lẽ là “{2}”; hãy đối chiếu văn bản gốc."),
        rationale: BilingualText(
            "A body of the State writes number/KIND-BODY, the Party number-KIND/ORGAN. A citation with the dash and the slash exchanged, or lost, or with the letters of another kind, does not lead to the document.",
            "Cơ quan nhà nước ghi số/TÊN LOẠI-CƠ QUAN, cơ quan Đảng ghi số-TÊN LOẠI/CƠ QUAN. Viện dẫn đảo hoặc thiếu dấu, hoặc sai chữ viết tắt tên loại, thì không tra được văn bản."
        ),
        source: "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3; Hướng dẫn 36-HD/VPTW",
        example: "Nghị quyết số 17-NQ/CP ngày 07/3/2019 của Chính phủ")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.record.references.compactMap { reference in
            guard let number = reference.number, let sign = DocumentSign(number), let place = reference.mentions.first,
                let meant = sign.corrected(KindSigns.letters(of: reference.type)), meant != number
            else { return nil }
            return finding(
                at: document.location(of: number, within: place), [number, reference.type, meant],
                related: Array(reference.mentions.dropFirst()))
        }
    }
}
