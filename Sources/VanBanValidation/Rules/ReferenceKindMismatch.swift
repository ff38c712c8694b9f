import VanBanModel

/// `Quyết định số 96/KH-UBND`: what is called a decision has the sign of a plan.
enum ReferenceKindMismatch: Rule {
    static let description = RuleDescription(
        code: "referenceKindMismatch", severity: .warning,
        source: "NĐ 30/2020/NĐ-CP, Phụ lục III; Hướng dẫn 36-HD/VPTW",
        example: "Quyết định số 96/KH-UBND ngày 29/3/2024")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.record.references.compactMap { reference in
            guard let number = reference.number, let sign = DocumentSign(number), let kind = sign.kind,
                sign.corrected(KindSigns.letters(of: reference.type)) == nil, let place = reference.mentions.first
            else { return nil }
            let letters = KindSigns.letters(of: reference.type)
            let kinds = KindSigns.kinds(of: kind)
            guard !letters.isEmpty, !kinds.isEmpty, !letters.contains(kind),
                // A joint circular is a circular.
                !kinds.contains(where: { $0.lowercased().hasPrefix(reference.type.lowercased()) })
            else { return nil }
            return finding(
                at: document.location(of: number, within: place),
                [number, reference.type, kind, kinds.sorted().joined(separator: ", ")],
                related: Array(reference.mentions.dropFirst()))
        }
    }
}
