import VanBanModel

/// `ỦY BAN NHÂN DÂN TỈNH` decides, but nobody signs on its behalf (`TM.`); or the chairman decides, and the committee signs.
enum SignatureAuthority: Rule {
    static let description = RuleDescription(
        code: "signatureAuthority", severity: .warning,
        source: "NĐ 30/2020/NĐ-CP, Điều 13; Phụ lục I, phần I, mục II.7",
        example: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH … TM. ỦY BAN NHÂN DÂN")

    private static let collectives = Lexicon.strings(.collectiveBodies)

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.instruments.compactMap { part in
            guard part.kind == .decision, let issuer = part.issuer, let signature = part.signature,
                let position = signature.position, !document.passages(of: part.id, "issuer").isEmpty,
                document.isStateDocument(part)
            else { return nil }
            let decides = issuer.lowercased()
            let authority = SignatureWords.compact(signature.authority)
            let isCollective =
                collectives
                .contains { decides.hasPrefix($0) }
            let isHead = decides.hasPrefix("chủ tịch ")
            let behalf = authority.contains("TM.") || authority.contains("T/M")
            guard isCollective && !behalf || isHead && behalf else { return nil }
            let signed = [signature.authority, position].compactMap { $0 }.joined(separator: ", ")
            return finding(
                at: signature.location, [issuer, signed], related: [document.location(of: "issuer", of: part)])
        }
    }
}
