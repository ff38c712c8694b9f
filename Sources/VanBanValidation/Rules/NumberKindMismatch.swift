import VanBanModel

/// A decision numbered `15/KH-UBND`: the letters are those of a plan.
enum NumberKindMismatch: Rule {
    static let description = RuleDescription(
        code: "numberKindMismatch", severity: .error,
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
