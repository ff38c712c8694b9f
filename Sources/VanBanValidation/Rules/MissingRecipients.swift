import VanBanModel

/// A document without `Nơi nhận`.
enum MissingRecipients: Rule {
    static let description = RuleDescription(
        code: "missingRecipients", severity: .warning,
        source: "NĐ 30/2020/NĐ-CP, Điều 8; Phụ lục I, phần I, mục II.9",
        example: "QUYẾT ĐỊNH … CHỦ TỊCH … (không có Nơi nhận)")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.instruments.compactMap { part in
            guard part.recipients.isEmpty, let signature = part.signature, document.isStateDocument(part) else {
                return nil
            }
            // What the reading could not place around it may be they.
            let around = Location(
                start: max(0, signature.location.start - 800), end: signature.location.end + 800,
                line: signature.location.line)
            if document.isTold([.strayText], at: around) { return nil }
            return finding(at: signature.location, [part.name])
        }
    }
}
