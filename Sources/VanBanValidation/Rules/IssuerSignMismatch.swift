import VanBanModel

/// A decision of a people's committee numbered `…/QĐ-TTg`.
enum IssuerSignMismatch: Rule {
    static let description = RuleDescription(
        code: "issuerSignMismatch", severity: .error,
        message: BilingualText(
            "The number {0} is one of “{1}”, but the document is issued by “{2}”.",
            "Số {0} là của “{1}”, nhưng văn bản do “{2}” ban hành."),
        hint: BilingualText("Correct the sign or the issuer.", "Sửa ký hiệu hoặc tên cơ quan ban hành."),
        rationale: BilingualText(
            "The sign of a document ends with the letters of who issues it; TTg, CP, UBND and HĐND stand for one body each.",
            "Ký hiệu kết thúc bằng chữ viết tắt tên cơ quan ban hành; TTg, CP, UBND, HĐND mỗi chữ chỉ một cơ quan."),
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
