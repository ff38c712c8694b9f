import VanBanModel

/// A decision of a people's committee numbered `…/QĐ-TTg`.
enum IssuerSignMismatch: Rule {
    static let description = RuleDescription(
        code: "issuerSignMismatch", severity: .error,
        source: "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3",
        example: "ỦY BAN NHÂN DÂN TỈNH BẮC GIANG … Số: 318/QĐ-TTg")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.instruments.compactMap { part in
            guard let number = part.number, let body = DocumentSign(number)?.body,
                let words = SignBody.words(of: body)
            else { return nil }
            let issuers = part.letterhead + [part.issuer].compactMap { $0 }
            let named = issuers.joined(separator: " ").lowercased()
            guard !named.isEmpty, !words.contains(where: { named.contains($0) }) else { return nil }
            return finding(
                at: document.location(of: "number", of: part), [number, body, issuers.last ?? named],
                related: document.passages(of: part.id, "letterhead").map { document.location(of: $0) })
        }
    }
}
