import VanBanModel

/// A signing block without post or without name.
enum SignatureIncomplete: Rule {
    static let description = RuleDescription(
        code: "signatureIncomplete", severity: .warning,
        message: BilingualText("The signature lacks the {0}.", "Phần ký thiếu {1}."),
        hint: BilingualText(
            "Add it, or check whether the end was cut.", "Bổ sung, hoặc kiểm tra xem phần cuối có bị cắt không."),
        rationale: BilingualText(
            "A signing block has the signer's post and full name.",
            "Phần ký có chức vụ và họ tên đầy đủ của người ký."),
        source: "NĐ 30/2020/NĐ-CP, Điều 8; Phụ lục I, phần I, mục II.7",
        example: "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH (không có họ tên)")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.record.parts.compactMap { part in
            guard let signature = part.signature else { return nil }
            // What the reading could not place right behind it may be the name.
            let behind = Location(
                start: signature.location.end, end: signature.location.end + 200, line: signature.location.line)
            if document.isTold([.strayText], at: behind) { return nil }
            if signature.name == nil { return finding(at: signature.location, ["name", "họ tên"]) }
            if signature.position == nil { return finding(at: signature.location, ["post", "chức vụ"]) }
            return nil
        }
    }
}
