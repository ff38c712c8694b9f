import VanBanModel

/// `PHÓ CHỦ TỊCH` without `KT. CHỦ TỊCH` above it, or `KT. CHỦ TỊCH` over the chairman himself.
enum DeputySignature: Rule {
    static let description = RuleDescription(
        code: "deputySignature", severity: .warning,
        source: "NĐ 30/2020/NĐ-CP, Điều 13; Phụ lục I, phần I, mục II.7",
        example: "PHÓ CHỦ TỊCH\nNguyễn Văn An")

    private static let heads = Lexicon.strings(.headPosts)

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.record.parts.compactMap { part in
            guard let signature = part.signature, let position = signature.position, document.isStateDocument(part)
            else { return nil }
            let post = position.uppercased()
            let authority = SignatureWords.compact(signature.authority)
            let isDeputy = post.hasPrefix("PHÓ ") || post.hasPrefix("THỨ TRƯỞNG")
            let isFor = authority.contains("KT.") || authority.contains("K/T")
            let isOther = ["TL.", "TUQ.", "T/L", "Q."].contains { authority.contains($0) }
            let isHead = heads.contains(post)
            guard !isOther, isDeputy && !isFor || isHead && isFor else { return nil }
            let head = isDeputy && post.hasPrefix("PHÓ ") ? String(post.dropFirst(4)) : "BỘ TRƯỞNG"
            return finding(at: signature.location, [position, signature.authority ?? "–", isDeputy ? head : post])
        }
    }
}
