import VanBanModel

/// A signing block without post or without name.
enum SignatureIncomplete: Rule {
    static let description = RuleDescription(
        code: "signatureIncomplete", severity: .warning,
        source: "NĐ 30/2020/NĐ-CP, Điều 8; Phụ lục I, phần I, mục II.7",
        example: "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH (không có họ tên)", fields: 0)

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.record.parts.compactMap { part in
            guard let signature = part.signature else { return nil }
            // What the reading could not place right behind it may be the name.
            let behind = Location(
                start: signature.location.end, end: signature.location.end + 200, line: signature.location.line)
            if document.isTold([.strayText], at: behind) { return nil }
            if document.isTold([.missingSignature], at: signature.location) { return nil }
            if signature.name == nil { return finding(at: signature.location, ["name"]) }
            if signature.position == nil { return finding(at: signature.location, ["post"]) }
            return nil
        }
    }
}
