import VanBanModel

/// A commune's letterhead over `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH`.
enum LevelMismatch: Rule {
    static let description = RuleDescription(
        code: "levelMismatch", severity: .error,
        source: "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.2",
        example: "ỦY BAN NHÂN DÂN XÃ … CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        var found: [Finding] = []
        var known: (level: TerritoryLevel, words: String, number: String?)?
        for part in document.record.parts {
            let head = part.letterhead.last.flatMap { words in TerritoryLevel(of: words).map { ($0, words) } }
            let issuer = part.issuer.flatMap { words in TerritoryLevel(of: words).map { ($0, words) } }
            if let head, let issuer, head.0 != issuer.0 {
                found.append(
                    finding(
                        at: document.location(of: "issuer", of: part), [issuer.1, head.1],
                        related: [document.location(of: "letterhead", of: part)]))
            }
            if let note = part.attachedTo, let known, known.number == nil || known.number == note.number {
                let tail = note.text.split(separator: " của ", maxSplits: 1).dropFirst().first.map { String($0) }
                if let tail, let level = TerritoryLevel(of: tail), level != known.level {
                    let words = tail.last == ")" ? String(tail.dropLast()) : tail
                    found.append(finding(at: note.location, [words, known.words]))
                }
            }
            if part.attachedTo == nil, part.kind != .appendix {
                known = (head ?? issuer).map { ($0.0, $0.1, part.number) }
            }
        }
        return found
    }
}
