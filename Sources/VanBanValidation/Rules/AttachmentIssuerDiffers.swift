import VanBanModel

/// The chairman decides; what is issued with the decision says that the committee did.
enum AttachmentIssuerDiffers: Rule {
    static let description = RuleDescription(
        code: "attachmentIssuerDiffers", severity: .info,
        source: "NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.2, 1.3",
        example: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ … (Kèm theo Quyết định … của UBND xã …)")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        var found: [Finding] = []
        var known: (isHead: Bool, issuer: String, number: String?)?
        for part in document.record.parts {
            if part.attachedTo == nil, part.kind != .appendix {
                known = part.issuer.flatMap { issuer in
                    isHead(issuer).map { ($0, issuer, part.number) }
                }
            } else if let note = part.attachedTo, let known, known.number == nil || known.number == note.number,
                let tail = note.text.split(separator: " của ", maxSplits: 1).dropFirst().first,
                let head = isHead(String(tail)), head != known.isHead
            {
                let words = tail.last == ")" ? String(tail.dropLast()) : String(tail)
                found.append(finding(at: note.location, [part.name, words, known.issuer]))
            }
        }
        return found
    }

    /// Whether words name a committee's chairman, or the committee; nil for others.
    private static func isHead(_ words: String) -> Bool? {
        let text = words.lowercased()
        let bodies = ["ủy ban nhân dân", "uỷ ban nhân dân", "ubnd"]
        if bodies.contains(where: { text.hasPrefix("chủ tịch " + $0) }) { return true }
        return bodies.contains { text.hasPrefix($0) } ? false : nil
    }
}
