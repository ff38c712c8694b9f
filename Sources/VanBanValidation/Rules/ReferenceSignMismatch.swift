import VanBanModel

/// `Nghị quyết 17-NQ/CP`: the State writes `17/NQ-CP`, the Party `17-NQ/TW`.
enum ReferenceSignMismatch: Rule {
    static let description = RuleDescription(
        code: "referenceSignMismatch", severity: .warning,
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
