import VanBanModel

/// Recipients without `Lưu: VT`.
enum MissingArchiveLine: Rule {
    static let description = RuleDescription(
        code: "missingArchiveLine", severity: .warning,
        source: "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.9",
        example: "Nơi nhận:\n- Như Điều 3;\n- Thường trực Tỉnh ủy.")

    static func findings(in document: ValidatedDocument) -> [Finding] {
        document.instruments.compactMap { part in
            guard !part.recipients.isEmpty, document.isStateDocument(part),
                !part.recipients.contains(where: { $0.lowercased().contains("lưu") }),
                let last = document.passages(of: part.id, "recipients").last
            else { return nil }
            return finding(at: document.location(of: last), [part.name])
        }
    }
}
