import VanBanModel

/// A decision that rests on nothing.
enum MissingLegalBasis: Rule {
    static let description = RuleDescription(
        code: "missingLegalBasis", severity: .warning,
        source: "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6",
        example: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nQUYẾT ĐỊNH:\nĐiều 1. …")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.instruments.compactMap { part in
            guard part.kind == .decision, part.legalBases.isEmpty,
                part.sections.contains(where: { $0.kind == .article })
            else { return nil }
            return finding(at: document.location(of: "typeName", of: part), [part.name])
        }
    }
}
