import VanBanModel

/// A document without motto, or without the name of who issues it.
enum MissingHead: Rule {
    static let description = RuleDescription(
        code: "missingHead", severity: .warning,
        source: "NĐ 30/2020/NĐ-CP, Điều 8; Phụ lục I, phần I, mục II.1, II.2, II.4",
        example: "QUYẾT ĐỊNH\nBan hành Kế hoạch … (không có phần đầu)", fields: 1)

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.instruments.compactMap { part in
            guard document.isStateDocument(part) else { return nil }
            var missing: [String] = []
            if !part.formulas.contains(where: { $0.kind == .motto }) { missing.append("motto") }
            if part.letterhead.isEmpty { missing.append("issuingBody") }
            if part.issuedOn != nil, part.place == nil { missing.append("place") }
            guard !missing.isEmpty else { return nil }
            return finding(
                at: document.location(of: "typeName", of: part), [part.calledName, missing.joined(separator: ", ")])
        }
    }
}
