import VanBanModel

/// `Quyết định số 28/QĐ-TTg của UBND tỉnh`: the sign is the Prime Minister's.
enum ReferenceIssuerMismatch: Rule {
    static let description = RuleDescription(
        code: "referenceIssuerMismatch", severity: .warning,
        source: "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3, II.6",
        example: "Quyết định số 28/2018/QĐ-TTg của UBND tỉnh")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.record.references.compactMap { reference in
            guard let number = reference.number, let issuer = reference.issuer, let place = reference.mentions.first,
                let body = DocumentSign(number)?.body, let words = SignBody.words(of: body)
            else { return nil }
            let named = issuer.lowercased()
            guard !words.contains(where: { named.contains($0) }) else { return nil }
            return finding(
                at: document.location(of: number, within: place), [number, issuer, body],
                related: Array(reference.mentions.dropFirst()))
        }
    }
}
