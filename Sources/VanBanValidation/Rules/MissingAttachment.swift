import VanBanModel

/// `Ban hành kèm theo Quyết định này Kế hoạch …`, and the file ends with the decision.
enum MissingAttachment: Rule {
    static let description = RuleDescription(
        code: "missingAttachment", severity: .warning,
        source: "NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.3",
        example: "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch … (tệp chỉ có quyết định)")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        guard document.record.parts.count == 1, let part = document.record.parts.first, part.kind == .decision
        else { return [] }
        for passage in document.passages where passage.isProse {
            guard let words = passage.ranges(of: "ban hành kèm theo quyết định này").first else { continue }
            let rest = String(decoding: passage.bytes[words.upperBound...].prefix(80), as: UTF8.self).dropFirst()
            guard let kind = kinds.first(where: { rest.lowercased().hasPrefix($0.lowercased()) }) else { return [] }
            let range = words.lowerBound..<(words.upperBound + 1 + kind.utf8.count)
            return [finding(at: document.location(of: range, in: passage), [kind])]
        }
        return []
    }

    private static let kinds = Lexicon.strings(.attachedKinds)
}
