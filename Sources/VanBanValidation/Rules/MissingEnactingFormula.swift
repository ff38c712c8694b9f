import VanBanModel

/// Articles of a decision without `QUYẾT ĐỊNH:` above them.
enum MissingEnactingFormula: Rule {
    static let description = RuleDescription(
        code: "missingEnactingFormula", severity: .warning,
        source: "NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.2",
        example: "Theo đề nghị của Giám đốc Sở Nội vụ.\nĐiều 1. …")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.instruments.compactMap { part in
            guard part.kind == .decision, !part.formulas.contains(where: { $0.kind == .enacting }),
                let article = part.sections.first(where: { $0.kind == .article })
            else { return nil }
            let passages = document.passages(of: article.id, "label")
            return finding(at: passages.first.map { document.location(of: $0) } ?? article.location)
        }
    }
}
