import FoundationEssentials
import VanBanModel
import VanBanStructure

/// A decision issues one plan, and the plan behind it has another name.
enum AttachmentTitleDiffers: Rule {
    static let description = RuleDescription(
        code: "attachmentTitleDiffers", severity: .warning,
        source: "NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.3",
        example: "QUYẾT ĐỊNH Ban hành Kế hoạch cải thiện chỉ số năm 2024; KẾ HOẠCH Nâng cao chỉ số năm 2024")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        guard let decision = document.record.parts.first, decision.kind == .decision, let title = decision.title else {
            return []
        }
        let issued = document.record.parts.dropFirst().filter { $0.kind != .appendix && $0.kind != .letterhead }
        guard issued.count == 1, let part = issued.first, part.attachedTo != nil, let own = part.title,
            let kind = part.typeName, let called = name(of: kind, in: title)
        else { return [] }
        let left = words(called)
        let right = words(own)
        guard left != right, left.count > 2, right.count > 2, left.suffix(3) == right.suffix(3) else { return [] }
        return [
            finding(
                at: document.location(of: "title", of: part), [called, kind, own],
                related: [document.location(of: "title", of: decision)])
        ]
    }

    /// `Về việc ban hành Kế hoạch X` calls it `X`.
    private static func name(of kind: String, in title: String) -> String? {
        let lower = title.lowercased()
        guard let range = lower.firstRange(of: "ban hành " + kind.lowercased() + " "),
            title.count == lower.count
        else { return nil }
        let start = lower.distance(from: lower.startIndex, to: range.upperBound)
        return String(title.dropFirst(start))
    }

    private static func words(_ title: String) -> [Substring] {
        var plain = ""
        var depth = 0
        for character in title {
            if character == "(" { depth += 1 }
            if depth == 0 { plain.append(character) }
            if character == ")" { depth = max(0, depth - 1) }
        }
        let words = WordKeys.joined(plain).split(separator: " ")
        let about = WordKeys.joined("về")
        return words.first.map { $0 == about } == true ? Array(words.dropFirst()) : words
    }
}
